"""What an earlier turn leaves standing of itself: nothing is both asked for and refused."""

from stores.categories import load_categories
from stores.vocabulary import Brief, Wanted


def consistent(brief: Brief, merged: Brief) -> Brief:
    """What this turn asks for is no longer refused, and what it refuses no longer asked for."""
    asked = {*brief.colours, *(colour for one in brief.wanted for colour in one.colours)}
    wanted = {*brief.categories, *(one.category for one in brief.wanted)}
    return merged.model_copy(
        update={
            "avoid_colours": [c for c in merged.avoid_colours if c not in asked or c in brief.avoid_colours],
            "avoid_categories": [c for c in merged.avoid_categories if c not in wanted or c in brief.avoid_categories],
            "avoid_fabrics": [f for f in merged.avoid_fabrics if f not in brief.fabrics or f in brief.avoid_fabrics],
            "avoid_patterns": [
                p for p in merged.avoid_patterns if p not in brief.patterns or p in brief.avoid_patterns
            ],
            "avoid_slots": [s for s in merged.avoid_slots if s not in brief.slots or s in brief.avoid_slots],
            "colours": [c for c in merged.colours if c not in brief.avoid_colours],
            "categories": [c for c in merged.categories if not _is_refused(c, load_categories()[c].slot, brief)],
            "slots": [s for s in merged.slots if s not in brief.avoid_slots],
            "fabrics": [f for f in merged.fabrics if f not in brief.avoid_fabrics],
            "wanted": [_eased(one, brief) for one in merged.wanted if not _is_refused(one.category, one.slot, brief)],
        }
    )


def _eased(wanted: Wanted, brief: Brief) -> Wanted:
    """A piece as it was asked for, but for what this turn refuses: "a red coat", then "too bright"; "no leather"."""
    return wanted.model_copy(
        update={
            "colours": [c for c in wanted.colours if c not in brief.avoid_colours],
            "fabrics": [f for f in wanted.fabrics if f not in brief.avoid_fabrics],
            "patterns": [p for p in wanted.patterns if p not in brief.avoid_patterns],
        }
    )


def _is_refused(category: str | None, slot: str, brief: Brief) -> bool:
    return category in brief.avoid_categories or slot in brief.avoid_slots
