"""An outfit made again with something changed: what stays as it was, what goes, and what is looked for in its place.

Pure. A piece that is to have another colour or fabric stays as it is where the shop has no such piece.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from stores.colours import shades_of, with_shades
from stores.vocabulary import CORE_SLOTS, Article, Brief, Filters, Piece, Slot, Wanted
from tools.colour import NEUTRAL_FAMILIES
from tools.references import named_slots
from tools.shape import SEPARATES, SHELLS, WHOLE
from tools.sleeves import lacks_sleeves

CLOTHES: frozenset[Slot] = frozenset({"one_piece", "base_top", "bottom", "mid", "outer"})
REPLACED: frozenset[Slot] = CORE_SLOTS | {"outer"}
_COMES_AGAIN = REPLACED | {"accessory", "bag", "headwear"}
NEAR = 1.0
COATS = frozenset({"overcoat", "winter_coat", "trench_coat", "parka"})
LEADS: tuple[Slot, ...] = ("one_piece", "base_top", "mid", "outer", "bottom")


class Remake(NamedTuple):
    """Pieces that stay, pieces that are looked for again as `brief` has them, and what takes the place of the rest.

    A piece that is refused for its colour or cloth goes and is looked for again: no wool leaves trousers trousers.
    """

    keep: Sequence[Piece]
    recast: Sequence[Piece]
    wanted: Sequence[Wanted]
    gone: Sequence[Piece]


def likest(base: Piece, offered: Sequence[Piece], asked: Filters) -> list[Piece]:
    """What can take the place of a piece: of its category, else of its kind ("trousers").

    Shoes and accessories only of their category: no earrings take the place of a scarf.

    A colour that was asked for is the main one. A category that is named after the cloth ("linen trousers") counts.
    """
    meant = {*asked.colours} - shades_of(asked.colours)
    main = [p for p in offered if not meant or p.colours[0].family in meant]
    coloured = main or [p for p in offered if p.colours[0].family in asked.colours]
    cloth = tuple(f"{fabric}_" for fabric in asked.fabrics)
    same = [p for p in coloured if p.category == base.category or (cloth and p.category.startswith(cloth))]
    if same or base.slot in {"footwear", "accessory", "headwear"}:
        return same
    kin = [p for p in coloured if kind_of(p) == kind_of(base)]
    return kin or [p for p in coloured if abs(p.formality - base.formality) <= NEAR]


def kind_of(piece: Piece) -> str:
    """What a piece is in one word: the last of its category's name, and legs apart from a skirt."""
    word = piece.category.rpartition("_")[2]
    return "trousers" if piece.slot == "bottom" and word not in {"skirt", "shorts"} else word


def as_worn(brief: Brief, base: Sequence[Piece]) -> Brief:
    """The brief with "the jacket" as the one of the look: a suit jacket or a blazer where no coat is worn or named."""
    shell = next((piece for piece in base if piece.category in SHELLS), None)
    if shell is None or COATS & {*brief.categories} or any(piece.slot == "outer" for piece in base):
        return brief
    meant = {"slot": shell.slot, "category": shell.category}
    general = [one.slot == "outer" and one.category is None for one in brief.wanted]
    wanted = [one.model_copy(update=meant) if wide else one for one, wide in zip(brief.wanted, general, strict=True)]
    if wanted == brief.wanted:
        return brief
    return brief.model_copy(
        update={"wanted": wanted, "slots": [one.slot for one in wanted], "categories": [shell.category]}
    )


def remake(brief: Brief, base: Sequence[Piece], back: Sequence[Piece] = ()) -> Remake:
    """How the pieces of a shown outfit are changed by a turn; what the person owns is never recast.

    Pieces of an earlier outfit that come `back` are looked for no more.
    """
    named = named_slots(brief) | {one.slot for one in brief.owned}
    gone = [piece for piece in base if goes(piece, brief, named)]
    left = [piece for piece in base if piece not in gone]
    again = [piece for piece in gone if comes_again(piece, brief, named)]
    recast = [] if named else [piece for piece in recast_of(brief, left) if isinstance(piece, Article)]
    wanted = brief.wanted or [Wanted(slot=slot) for slot in brief.slots]
    missed = lacking(brief, base, [piece for piece in gone if piece not in again], named)
    there = {piece.slot for piece in back}
    return Remake(
        keep=[*(piece for piece in left if piece not in recast), *back],
        recast=[piece for piece in (*again, *recast) if piece.slot not in there],
        wanted=[one for one in (*wanted, *(Wanted(slot=slot) for slot in missed)) if one.slot not in there],
        gone=gone,
    )


def comes_again(piece: Piece, brief: Brief, named: Collection[Slot]) -> bool:
    """Whether a piece that goes is refused for how it looks alone, and nothing else comes in its place."""
    replaced = piece.slot in {*named} | displaced(named)
    kept_out = is_of_refused_kind(piece, brief)
    return piece.slot in _COMES_AGAIN and is_refused(piece, brief) and not (replaced or kept_out)


def goes(piece: Piece, brief: Brief, named: Collection[Slot]) -> bool:
    """Whether a piece leaves the look: refused, replaced, or not among those that were to be kept."""
    keep, refused = brief.refinement.keep if brief.refinement else [], is_refused(piece, brief)
    if keep and (not named or piece.id in keep):
        return refused or piece.id not in keep
    return refused or (piece.slot in named and replaces(brief, piece)) or piece.slot in displaced(named)


def is_refused(piece: Piece, brief: Brief) -> bool:
    """Whether a turn will not have a piece; what the person owns is refused by its kind alone."""
    return is_of_refused_kind(piece, brief) or (
        isinstance(piece, Article)
        and (
            lacks_sleeves(piece, brief.sleeves)
            or piece.colours[0].family
            in {*with_shades(brief.avoid_colours)} - {*brief.colours} | {*brief.avoid_colours}
            or bool(set(piece.fabrics) & set(brief.avoid_fabrics))
            or piece.pattern in brief.avoid_patterns
        )
    )


def is_of_refused_kind(piece: Piece, brief: Brief) -> bool:
    return piece.slot in brief.avoid_slots or piece.category in brief.avoid_categories


def replaces(brief: Brief, piece: Piece) -> bool:
    """Whether what is named for a slot takes a piece's place: a scarf is worn beside a belt."""
    kinds = [*brief.categories, *(one.category for one in brief.wanted)]
    return piece.slot != "accessory" or not any(kinds) or piece.category in kinds


def displaced(named: Collection[Slot]) -> set[Slot]:
    """A dress takes the place of a top and trousers, and either of these that of a dress."""
    if set(named) & set(WHOLE):
        return {*SEPARATES}
    return {*WHOLE} if "bottom" in named else set()


def lacking(brief: Brief, base: Sequence[Piece], gone: Sequence[Piece], named: Collection[Slot]) -> list[Slot]:
    """Slots to be filled again: those of large pieces that went, and the other half where a dress gave way."""
    left = {piece.slot for piece in base if piece not in gone}
    wears_dress = bool({*left, *named} & set(WHOLE))
    needed = [piece.slot for piece in gone if piece.slot in REPLACED and piece.slot not in brief.avoid_slots]
    if wears_dress:
        needed = [slot for slot in needed if slot not in SEPARATES]
    elif set(named) & set(SEPARATES):
        needed = [*(slot for slot in needed if slot not in WHOLE), *SEPARATES]
    return [slot for slot in dict.fromkeys(needed) if slot not in {*left, *named}]


def needs_hosiery(brief: Brief, base: Sequence[Piece], optional: Collection[Slot]) -> bool:
    """Whether legs that were covered may be bare now, on a day on which hosiery is worn."""
    named = named_slots(brief)
    worn = "hosiery" in named or any(piece.slot == "hosiery" for piece in base)
    return "hosiery" in optional and not worn and bool(named & {"bottom", *WHOLE})


def recast_of(brief: Brief, base: Sequence[Piece]) -> list[Piece]:
    """The pieces that "in black" or "in linen" means and that are not so yet.

    Of a look with a dress it is the dress. A quiet colour is else worn from head to toe; a bright one takes the place
    of what is coloured, else of the lead.
    """
    if brief.fabrics and not brief.colours:
        return [p for p in base if p.slot in CLOTHES and not set(brief.fabrics) & set(p.fabrics)]
    if not brief.colours:
        return []
    quiet = set(brief.colours) <= set(NEUTRAL_FAMILIES)
    whole = [] if brief.colours_only else [piece for piece in base if piece.slot in WHOLE]
    meant = (
        whole if quiet and whole else [piece for piece in base if piece.slot in REPLACED] if quiet else coloured(base)
    )
    return [piece for piece in meant if piece.colours[0].family not in brief.colours]


def coloured(base: Sequence[Piece]) -> list[Piece]:
    clothes = [piece for piece in base if piece.slot in CLOTHES]
    bright = [piece for piece in clothes if piece.colours[0].family not in NEUTRAL_FAMILIES]
    return bright or sorted(clothes, key=lambda piece: LEADS.index(piece.slot))[:1]
