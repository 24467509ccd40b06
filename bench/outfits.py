"""Outfits of named pieces, and the two questions that are made of them: which piece is missing, and is this an outfit.

Reads the folder `polyvore-t`; what it needs of a piece beyond its name is inferred by the tables for feeds. Ids say
which outfit a piece is from: folds are made by them, and no scorer sees one.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stores.catalog.feeds.infer import Stated, infer_article, kind_of_name
from stores.vocabulary import Article

# The kind of piece that is presumed in each place where a name tells none.
KINDS = {"upper": "top", "bottom": "trousers", "shoe": "other_shoe", "bag": "bag", "accessory": "necklace"}


@dataclass(frozen=True)
class Named:
    """A piece of an outfit: its place there, and its name."""

    place: str
    name: str


@dataclass(frozen=True)
class Blank:
    """A piece is missing: which of the options is it? `of` and `sources` are the outfits that all this is from."""

    context: tuple[Named, ...]
    options: tuple[Named, ...]
    answer: int
    of: str
    sources: frozenset[str]


@dataclass(frozen=True)
class Gathering:
    """Pieces that are an outfit, or that are drawn from several."""

    pieces: tuple[Named, ...]
    is_outfit: bool
    of: str


@dataclass(frozen=True)
class Outfits:
    by_id: Mapping[str, tuple[Named, ...]]
    blanks: Sequence[Blank]
    gatherings: Sequence[Gathering]

    @property
    def pieces(self) -> list[Named]:
        """Every piece that is asked about or worn, once."""
        asked = (piece for blank in self.blanks for piece in (*blank.context, *blank.options))
        gathered = (piece for one in self.gatherings for piece in one.pieces)
        worn = (piece for outfit in self.by_id.values() for piece in outfit)
        return list(dict.fromkeys([*worn, *asked, *gathered]))


def load_outfits(data: Path) -> Outfits:
    """The outfits and questions of `data`/polyvore-t."""
    folder = data / "polyvore-t"
    outfits = _read(folder / "valid.json")
    return Outfits(
        by_id={
            key: tuple(Named(place, item["name"]) for place, item in outfit.items()) for key, outfit in outfits.items()
        },
        blanks=[_blank(question) for question in _read(folder / "fitb_valid.json")],
        gatherings=list(_gatherings(_read(folder / "compat_valid.json"))),
    )


def read_article(piece: Named) -> Article:
    """All that the tables for feeds make of a name."""
    kind = kind_of_name(piece.name) or KINDS[piece.place]
    return infer_article(Stated(id="", name=piece.name, kind=kind))


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _blank(question: Mapping[str, Any]) -> Blank:
    return Blank(
        context=_named(question["context"]),
        options=tuple(Named(question["blank"], option["name"]) for option in question["options"]),
        answer=question["answer"],
        of=question["set_id"],
        sources=frozenset(option["id"].rsplit("_", 1)[0] for option in question["options"]),
    )


def _gatherings(rows: Sequence[Mapping[str, Any]]) -> Iterator[Gathering]:
    for row in rows:
        yield Gathering(_named(row["items"]), bool(row["label"]), row["set_id"].removesuffix("_neg"))


def _named(items: Mapping[str, str]) -> tuple[Named, ...]:
    return tuple(Named(place, name) for place, name in items.items())
