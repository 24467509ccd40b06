"""Pieces that were described, and of which a shop has only the kind: checked trousers, but no floral shirt.

Knows no occasion and no code.
"""

from collections.abc import Sequence

from stores.vocabulary import Brief, Piece, Unmet, Wanted
from tools.demands import answers, build_demands

# What is said of a piece beside its kind.
MARKS = ("colours", "fabrics", "patterns")


def without_missing(brief: Brief, offered: Sequence[Piece]) -> Brief | None:
    """The brief with each piece that is not on offer as it was described by its kind alone, and a word on it.

    None where nothing is missing; what is the whole wish by itself is not taken for another piece.
    """
    missing = [one for one in brief.wanted if not _is_offered(one, brief, offered)]
    if not missing or len(brief.wanted) == 1:
        return None
    wanted = [one.model_copy(update={mark: [] for mark in MARKS}) if one in missing else one for one in brief.wanted]
    told = [Unmet(constraint="described", asked=one.text) for one in missing]
    kept = {mark: _still_said(mark, brief, missing, wanted) for mark in MARKS}
    return brief.model_copy(update={**kept, "wanted": wanted, "unmet": [*brief.unmet, *told]})


def _is_offered(wanted: Wanted, brief: Brief, offered: Sequence[Piece]) -> bool:
    alone = Brief(wanted=[wanted], categories=brief.categories, colours_must=brief.colours_must)
    return all(any(answers(demand, piece) for piece in offered) for demand in build_demands(alone, None))


def _still_said(mark: str, brief: Brief, missing: Sequence[Wanted], wanted: Sequence[Wanted]) -> list[str]:
    """What of a mark is not of the missing pieces alone."""
    gone = {name for one in missing for name in getattr(one, mark)}
    left = {name for one in wanted for name in getattr(one, mark)}
    return [name for name in getattr(brief, mark) if name not in gone - left]
