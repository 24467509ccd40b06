"""How well the house captions photos: kinds of garment, how sure it is, colours, and how long it takes.

`python -m bench.captioning [--data DIR] [--json] [--wrong]`: `accuracy`, `ece` (15 equal bins of top confidence),
`ece_if_calibrated` (what chance makes of it on so few photos), `recall` and `confused` are of the classifier on
`garments/validation`; `coverage` is the share of these photos for which the house names a category, and `answered` how
often that is right. `kaggle.category` and `kaggle.colour` are of `kaggle-fashion/slice_dev_3000`, folded as the data
folder's README says. `ms` is processor time on one core, by part. Nothing is chosen on any of these files.
"""

import argparse
import csv
import io
import tarfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

import numpy as np
from PIL import Image

from agents.house.captioner import SURE
from bench.report import data_folder, percentile, publish
from stores.eyes import load_eyes
from stores.vocabulary import ColourFamily
from tools.lab import lab_of_rgb
from tools.pixels import guess_of, look, measure, measured, open_small, small_of
from training.eyes.card import calibration_error

REDRAWN = 400
TIMED = 7  # every seventh photo is timed
LONG_SIDE = 1536
SLICE = "slice_dev_3000"
KAGGLE_CLASSES: Mapping[str, Sequence[str]] = {
    "shirt": ["Shirts"],
    "longsleeve": ["Sweaters", "Sweatshirts"],
    "outwear": ["Jackets"],
    "pants": ["Jeans", "Trousers", "Track Pants", "Leggings", "Jeggings", "Capris", "Lounge Pants"],
    "shorts": ["Shorts", "Lounge Shorts"],
    "skirt": ["Skirts"],
    "dress": ["Dresses"],
    "hat": ["Caps"],
    "shoes": [
        "Formal Shoes", "Casual Shoes", "Sports Shoes", "Heels", "Flats", "Sandals", "Flip Flops", "Sports Sandals",
    ],
    "t-shirt": ["Tshirts"],
}  # fmt: skip
KAGGLE_COLOURS: Mapping[str, Sequence[str]] = {
    "black": ["Black"],
    "grey": ["Grey", "Charcoal", "Grey Melange", "Silver", "Steel", "Metallic"],
    "white": ["White", "Off White"],
    "beige": ["Beige", "Cream", "Khaki", "Tan", "Skin", "Nude", "Taupe", "Mushroom Brown"],
    "brown": ["Brown", "Coffee Brown", "Bronze", "Copper", "Rust"],
    "red": ["Red", "Maroon", "Burgundy"],
    "pink": ["Pink", "Magenta", "Peach", "Rose"],
    "orange": ["Orange"],
    "yellow": ["Yellow", "Mustard", "Gold"],
    "green": ["Green", "Olive", "Sea Green", "Lime Green", "Fluorescent Green"],
    "blue": ["Blue", "Navy Blue", "Turquoise Blue", "Teal"],
    "purple": ["Purple", "Lavender", "Mauve"],
}
# Our families where the slice's twelve have none of that name.
FOLDED: Mapping[ColourFamily, str] = {
    "navy": "blue", "teal": "blue", "olive": "green", "burgundy": "red", "cream": "beige", "gold": "yellow",
    "silver": "grey",
}  # fmt: skip


class Guess(NamedTuple):
    """A photo's true class, the class it was taken for, and how sure the classifier was."""

    file: str
    true: str
    guessed: str
    confidence: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=data_folder())
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--wrong", action="store_true", help="list the validation photos taken for something else")
    chosen = parser.parse_args()
    if chosen.wrong:
        print(
            "\n".join(
                f"{one.file}: {one.guessed} {one.confidence:.2f}" for one in validation(chosen.data) if wrong(one)
            )
        )
    else:
        publish(figures(chosen.data), as_json=chosen.json)


def figures(data: Path) -> dict[str, Any]:
    guesses = validation(data)
    answered = [one for one in guesses if one.confidence >= SURE]
    return {
        "accuracy": accuracy(guesses),
        **calibration(guesses),
        **durations(photos_of(data)[::TIMED]),
        "n": len(guesses),
        "coverage": len(answered) / len(guesses),
        "answered": accuracy(answered),
        "recall": recall([(one.true, one.guessed) for one in guesses]),
        "confused": dict(Counter(f"{one.true} as {one.guessed}" for one in guesses if wrong(one)).most_common(8)),
        "kaggle": kaggle(data / "kaggle-fashion"),
    }


def photos_of(data: Path) -> list[Path]:
    return sorted((data / "garments/validation").glob("*/*.jpg"))


def validation(data: Path) -> list[Guess]:
    return [guess(file.read_bytes(), file.parent.name, f"{file.parent.name}/{file.name}") for file in photos_of(data)]


def guess(photo: bytes, true: str, file: str) -> Guess:
    """Raises WrongEyes where there is no classifier."""
    found = load_eyes().classify(np.asarray(open_small(photo)))
    return Guess(file, true, *found.likeliest()[0])


def wrong(one: Guess) -> bool:
    return one.true != one.guessed


def accuracy(guesses: Sequence[Guess]) -> float:
    return sum(one.true == one.guessed for one in guesses) / len(guesses) if guesses else float("nan")


def calibration(guesses: Sequence[Guess]) -> dict[str, float]:
    """ECE, and what it would be on average, for as many photos, were the classifier exactly as right as it is sure."""
    top = np.array([one.confidence for one in guesses])
    right = np.array([not wrong(one) for one in guesses])
    drawn = np.random.default_rng(0).random((REDRAWN, len(top))) < top
    return {
        "ece": calibration_error(top, right),
        "ece_if_calibrated": fmean(calibration_error(top, row) for row in drawn),
    }


def recall(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Per true label, the share that was recognised."""
    labels = Counter(true for true, _ in pairs)
    return {label: sum(pair == (label, label) for pair in pairs) / labels[label] for label in sorted(labels)}


def durations(photos: Sequence[Path]) -> dict[str, Any]:
    """Milliseconds a photo of LONG_SIDE pixels, as they are stored, all in and by part; the file is in memory."""
    taken: dict[str, list[float]] = defaultdict(list)
    for file in photos:
        photo = stored(file)
        taken["all"].append(timed(look, photo)[1])
        picture, decoding = timed(open_small, photo)
        taken["decode"].append(decoding)
        taken["measure"].append(timed(lambda shown: measured(shown, lab_of_rgb(small_of(shown))), picture)[1])
        taken["classify"].append(timed(guess_of, picture)[1])
    return {
        "ms_per_photo": percentile(taken["all"], 50),
        "ms_p95": percentile(taken["all"], 95),
        "ms": {name: percentile(taken[name], 50) for name in ("decode", "measure", "classify")},
    }


def stored(file: Path) -> bytes:
    """A photo in the size in which the store keeps those of a telephone."""
    with Image.open(file) as image:
        scale = LONG_SIDE / max(image.size)
        large = image.convert("RGB").resize((round(image.width * scale), round(image.height * scale)))
    out = io.BytesIO()
    large.save(out, "JPEG", quality=88)
    return out.getvalue()


def timed(work: Any, value: Any) -> tuple[Any, float]:
    start = time.process_time()
    done = work(value)
    return done, (time.process_time() - start) * 1000


def kaggle(folder: Path) -> dict[str, Any]:
    """The shop's thumbnails: category by the classifier, main colour by measurement."""
    kinds, colours = inverted(KAGGLE_CLASSES), inverted(KAGGLE_COLOURS)
    category, colour = [], []
    for row, photo in slice_rows(folder):
        if true := kinds.get(row["articleType"]):
            category.append(guess(photo, true, row["id"]))
        if family := colours.get(row["baseColour"]):
            colour.append((family, family_on(photo)))
    return {
        "category": {
            "accuracy": accuracy(category),
            **calibration(category),
            "n": len(category),
            "recall": recall([(one.true, one.guessed) for one in category]),
        },
        "colour": {
            "accuracy": sum(true == found for true, found in colour) / len(colour),
            "n": len(colour),
            "recall": recall(colour),
        },
    }


def family_on(photo: bytes) -> str:
    """The slice's family of the main colour."""
    family = measure(photo)[0].colours[0].family
    return FOLDED.get(family, family)


def slice_rows(folder: Path) -> Iterator[tuple[dict[str, str], bytes]]:
    """Rows of the slice with their photos."""
    with (folder / f"{SLICE}.csv").open(encoding="utf-8") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    with tarfile.open(folder / f"{SLICE}.tar.gz") as photos:
        for member in photos:
            name = Path(member.name)
            content = photos.extractfile(member)
            if name.suffix == ".jpg" and name.stem in rows and content:
                yield rows[name.stem], content.read()


def inverted(table: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {name: key for key, names in table.items() for name in names}


if __name__ == "__main__":
    main()
