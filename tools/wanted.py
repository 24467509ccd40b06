"""The pieces that a turn names, each once, however often it speaks of them. Knows no looks."""

from collections.abc import Collection, Sequence

from stores.vocabulary import Slot, Wanted

TOLD = ("colours", "avoid_colours", "fabrics", "patterns")
# Of these a look has room for several, so that two of them may be meant.
SEVERAL: frozenset[Slot] = frozenset({"mid", "accessory"})


def each_once(wanted: Sequence[Wanted], categories: Collection[str] = ()) -> list[Wanted]:
    """A piece that is spoken of twice is one piece: "a sherwani, no red, 300 for the sherwani".

    Two dresses are one, of either kind; `categories` are all that the turn names.
    """
    dresses = [one for one in wanted if one.slot == "one_piece"]
    either = len(dresses) > 1 and {one.category for one in dresses} <= {*categories}
    found: list[Wanted] = []
    for said in wanted:
        one = said.model_copy(update={"category": None}) if either and said in dresses else said
        at = next((at for at, other in enumerate(found) if _is_same(one, other)), None)
        if at is None:
            found.append(one)
        else:
            found[at] = _told_twice(found[at], one)
    return found


def _is_same(one: Wanted, other: Wanted) -> bool:
    alike = one.slot == other.slot and one.category == other.category
    named = one.category is not None or one.slot not in SEVERAL
    return alike and named and (not one.colours or not other.colours or one.colours == other.colours)


def _told_twice(one: Wanted, again: Wanted) -> Wanted:
    told = {key: [*dict.fromkeys([*getattr(one, key), *getattr(again, key)])] for key in TOLD}
    return one.model_copy(update={**told, "fit": one.fit or again.fit, "warm": one.warm or again.warm})
