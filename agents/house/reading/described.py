"""The pieces that a text names as a brief holds them: to look for, or owned, with their colours and the person's words.

Knows nothing of which of them are owned.
"""

import hashlib
from typing import cast

from agents.house.reading.mentions import Mention, Reading
from agents.house.reading.pieces import FAR, NamedPiece
from stores.categories import load_categories
from stores.colours import colour_named, family_colour, shades_of
from stores.vocabulary import Colour, ColourFamily, Fit, Garment, Pattern, Slot, Wanted

# A colour said without its shade.
_BARE = frozenset({"blue", "blues", "bleu", "bleue", "bleus", "bleues", "蓝", "蓝色", "蓝的", "蓝色的"})
# Colours in which "shoes" are of leather rather than to run in.
_LEATHERY = frozenset({"brown", "burgundy", "black"})
# What nobody wears a plain dress in.
_DRESSY = frozenset({"sequin", "satin", "velvet"})


def wanted_of(piece: NamedPiece, reading: Reading) -> list[Wanted]:
    """The pieces to look for: one, or one for each article of a set."""
    kind, key = piece.garment.kind, piece.garment.key
    categories = reading.meanings.categories(kind, key)
    each = categories if kind == "set" else [categories[0] if len(categories) == 1 else None]
    table = load_categories()
    return [
        Wanted(
            slot=table[category].slot if category else reading.meanings.slot(kind, key),
            category=category,
            colours=families(piece.attributes, reading),
            avoid_colours=[*families(piece.attributes, reading, denied=True), *_not_meant(piece, reading)],
            fabrics=_keys(piece, "fabric"),
            patterns=cast(list[Pattern], _keys(piece, "pattern")),
            fit=cast(Fit | None, next(iter(_keys(piece, "fit")), None)),
            warm=next((key == "warm" for key in _keys(piece, "warmth")), None),
            text=_words(piece, reading),
        )
        for category in each
    ]


def _not_meant(piece: NamedPiece, reading: Reading) -> set[ColourFamily]:
    """The shades that go by the word of a colour and are not meant where a shade is named: no navy for "light blue"."""
    said = [a for a in piece.attributes if a.kind == "colour" and not a.denied]
    shaded = [a for a in said if reading.said(a.first, a.last).lower() not in _BARE]
    return shades_of(cast(list[ColourFamily], [a.key for a in shaded])) - {*families(piece.attributes, reading)}


def garments_of(piece: NamedPiece, reading: Reading) -> list[Garment]:
    """The garments as stated: one, or one for each article of a set."""
    if piece.garment.kind != "set":
        return [garment_of(piece, reading)]
    return [_stated(piece, reading, category) for category in reading.meanings.sets[piece.garment.key]]


def garment_of(piece: NamedPiece, reading: Reading) -> Garment:
    """A garment as stated. A colour that is not said is nameless, a category the plainest of its slot."""
    return _stated(piece, reading, _category(piece, reading))


def _stated(piece: NamedPiece, reading: Reading, name: str) -> Garment:
    category = load_categories()[name]
    words = _words(piece, reading)
    said = words.lower() if name == _category(piece, reading) else f"{words.lower()} {name}"
    return Garment(
        id=f"own-{hashlib.sha256(said.encode()).hexdigest()[:8]}",
        name=words,
        category=category.name,
        slot=category.slot,
        presentation=category.presentation,
        colours=_colours(piece, words, reading),
        fabrics=_keys(piece, "fabric"),
        pattern=cast(Pattern, next(iter(_keys(piece, "pattern")), "solid")),
        fit=cast(Fit | None, next(iter(_keys(piece, "fit")), None)),
        formality=category.formality,
        clo=category.clo,
        seasons=category.seasons,
    )


def families(attributes: list[Mention], reading: Reading, denied: bool = False) -> list[ColourFamily]:
    """The colour families that attributes name, groups spelled out; the refused ones where `denied`."""
    found: list[ColourFamily] = []
    named = {attribute.key for attribute in attributes if attribute.denied == denied and attribute.kind == "colour"}
    for attribute in attributes:
        if attribute.denied == denied and attribute.kind == "colour":
            found.append(cast(ColourFamily, attribute.key))
        elif attribute.denied == denied and attribute.kind == "tone":
            group = reading.meanings.colour_groups[attribute.key]
            found += [] if named and named <= {*group} and not denied else group  # "a dark suit, navy or grey"
    return list(dict.fromkeys(found))


def _keys(piece: NamedPiece, kind: str) -> list[str]:
    return list(dict.fromkeys(a.key for a in piece.attributes if a.kind == kind and not a.denied))


def _category(piece: NamedPiece, reading: Reading) -> str:
    categories = reading.meanings.categories(piece.garment.kind, piece.garment.key)
    slot: Slot = reading.meanings.slot(piece.garment.kind, piece.garment.key)
    dressy = reading.meanings.dressed_up.get(piece.garment.key)
    if dressy and _DRESSY & {*_keys(piece, "pattern"), *_keys(piece, "fabric")}:
        return dressy
    if slot == "footwear" and not categories and _LEATHERY & {*families(piece.attributes, reading)}:
        return "loafers"
    return categories[0] if categories else next(c.name for c in load_categories().values() if c.slot == slot)


def _colours(piece: NamedPiece, words: str, reading: Reading) -> list[Colour]:
    named = families(piece.attributes, reading)
    if not any(a.kind == "colour" and not a.denied for a in piece.attributes):
        return [family_colour(next(iter(named), "grey")).model_copy(update={"name": ""})]
    said = colour_named(words)
    return [said if said and said.family == family else family_colour(family) for family in named]


def _words(piece: NamedPiece, reading: Reading) -> str:
    """The person's own words for a piece, from its first attribute to its last."""
    near = [a for a in piece.attributes if abs(a.first - piece.garment.first) <= FAR]
    first = min([piece.garment.first, *(a.first for a in near)])
    last = max([piece.garment.last, *(a.last for a in near)])
    return reading.said(first, last)
