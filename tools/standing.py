"""What earlier turns of a talk asked of other pieces than those that the last turn exchanged. Pure."""

from collections.abc import Sequence

from stores.categories import load_categories
from stores.vocabulary import Brief, ShownLook, Wanted
from tools.references import line, named_slots, remakes
from tools.remake import displaced
from tools.shape import SHELLS


def standing(last: Brief, shown: Sequence[ShownLook]) -> Brief:
    """The last brief with what earlier turns of this talk asked of other pieces than those that it swapped."""
    for row in reversed(line(shown)):
        if not remakes(last):
            break
        last = _over(last, row.brief) if row.brief != last else last
    return last


def _over(swap: Brief, earlier: Brief) -> Brief:
    slots = named_slots(swap) | displaced(named_slots(swap)) | {*swap.avoid_slots}
    own = [colour for colour in swap.colours if not any(colour in one.colours for one in swap.wanted)]
    left = [one for one in earlier.wanted if one.slot not in slots or _is_worn_beside(one, earlier, swap)]
    beside = {kind for one in left for kind in _kinds(one, earlier)}
    kinds = [name for name in earlier.categories if load_categories()[name].slot not in slots or name in beside]
    left_out = {colour for one in earlier.wanted if one.slot in swap.avoid_slots for colour in one.colours}
    # The brown of "with brown shoes" stands for the shoes; a colour that is but liked for the rest becomes no order.
    ordered = swap.colours_must and not earlier.colours and any(one.colours for one in swap.wanted)
    return swap.model_copy(
        update={
            "refinement": earlier.refinement,
            "wanted": [*swap.wanted, *left],
            "slots": joined(swap.slots, [slot for slot in earlier.slots if slot not in slots - named_slots(swap)]),
            "categories": joined(swap.categories, kinds),
            "colours": own or [colour for colour in earlier.colours if colour not in left_out],
            "colours_must": swap.colours_must if own else earlier.colours_must or ordered,
            "fabrics": swap.fabrics or earlier.fabrics,
            "patterns": swap.patterns or earlier.patterns,
            "fit": swap.fit or earlier.fit,
        }
    )


def _is_worn_beside(wanted: Wanted, earlier: Brief, swap: Brief) -> bool:
    """Whether a piece that was asked for before stays beside what came into its slot: earrings beside a belt."""
    kinds, came = _kinds(wanted, earlier), {kind for one in swap.wanted for kind in _kinds(one, swap)}
    if not kinds or not came or kinds & came:
        return False
    over = bool(swap.refinement and swap.refinement.keep) and kinds <= SHELLS
    return wanted.slot == "accessory" or (wanted.slot == "mid" and over)


def _kinds(wanted: Wanted, brief: Brief) -> set[str]:
    """The categories that a piece was asked for by."""
    of_slot = {name for name in brief.categories if load_categories()[name].slot == wanted.slot}
    return {wanted.category} if wanted.category else of_slot


def joined(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """All of both, each once, in their order."""
    return list(dict.fromkeys([*first, *second]))
