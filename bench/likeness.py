"""How alike the photos are that are found for a photo: by attributes alone, by what is learnt alone, and by both.

`python -m bench.likeness [--data DIR] [--json]`: each photo asks for the five that are most like it among the others.
`kind_at_5` is the share of them that are of its class; `colour_at_5`, on `kaggle-fashion/slice_dev_3000` (every third
row with a class and a colour), the share of its colour, both folded as the data folder's README says; `gap_at_5`, on
`garments/validation`, which knows no colours, the mean distance of the measured palettes in CIELAB. `ms` is time of the
processor for a question: `see` a photo anew, `rank` as many as a search looks through. Nothing is chosen on these.
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

import numpy as np

from bench.captioning import (
    KAGGLE_CLASSES,
    KAGGLE_COLOURS,
    TIMED,
    inverted,
    photos_of,
    slice_rows,
    stored,
    timed,
)
from bench.report import data_folder, percentile, publish
from stores.gallery import Encoder
from tools.encoders import build_encoder
from tools.likeness import Seen, likeness, palette_gap
from tools.resemblance import POOL, shown_on

NEAREST = 5
EVERY = 3


class Shown(NamedTuple):
    """A photo's class, its colour where that is known, and what is seen of it."""

    kind: str
    colour: str
    seen: Seen


Score = Callable[[Seen, Seen], float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=data_folder())
    parser.add_argument("--encoder", type=Path, help="folder of a CLIP or SigLIP model, in the classifier's place")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    publish(figures(chosen.data, build_encoder(chosen.encoder)), as_json=chosen.json)


def figures(data: Path, encoder: Encoder) -> dict[str, Any]:
    photos = [Shown(file.parent.name, "", shown_on(file.read_bytes(), encoder)) for file in photos_of(data)]
    shop = thumbnails(data / "kaggle-fashion", encoder)
    see = [timed(lambda photo: shown_on(photo, encoder), stored(file))[1] for file in photos_of(data)[::TIMED]]
    pool = [one.seen for one in photos[:POOL]]
    rank = [timed(lambda like: [likeness(like, one) for one in pool], one.seen)[1] for one in photos[:POOL]]
    return {
        "encoder": encoder.name,
        "kaggle": {name: agreement(shop, score) for name, score in SCORES.items()} | {"n": len(shop)},
        "photos": {name: agreement(photos, score) for name, score in SCORES.items()} | {"n": len(photos)},
        "ms": {"see": percentile(see, 50), "rank": percentile(rank, 50)},
    }


def thumbnails(folder: Path, encoder: Encoder) -> list[Shown]:
    """Photos of a shop, with the class and the colour that it states."""
    kinds, colours = inverted(KAGGLE_CLASSES), inverted(KAGGLE_COLOURS)
    rows = (row for row in slice_rows(folder) if row[0]["articleType"] in kinds and row[0]["baseColour"] in colours)
    return [
        Shown(kinds[row["articleType"]], colours[row["baseColour"]], shown_on(photo, encoder))
        for place, (row, photo) in enumerate(rows)
        if place % EVERY == 0
    ]


def agreement(photos: Sequence[Shown], score: Score) -> dict[str, float]:
    """What the nearest have in common with the photo that asks, on average."""
    pairs = [(one, other) for one in photos for other in nearest(one, photos, score)]
    found = {"kind_at_5": fmean(one.kind == other.kind for one, other in pairs)}
    if all(one.colour for one in photos):
        return found | {"colour_at_5": fmean(one.colour == other.colour for one, other in pairs)}
    return found | {"gap_at_5": fmean(palette_gap(one.seen.colours, other.seen.colours) for one, other in pairs)}


def nearest(one: Shown, photos: Sequence[Shown], score: Score) -> list[Shown]:
    others = [other for other in photos if other is not one]
    return sorted(others, key=lambda other: -score(one.seen, other.seen))[:NEAREST]


def by_attributes(one: Seen, other: Seen) -> float:
    return likeness(one._replace(features=None), other)


def by_features(one: Seen, other: Seen) -> float:
    if one.features is None or other.features is None:
        return 0.0
    return float(np.dot(one.features, other.features))


SCORES: dict[str, Score] = {"attributes": by_attributes, "learnt": by_features, "fused": likeness}

if __name__ == "__main__":
    main()
