"""Composing beside what was shown: what passes it or is other than it, else a word on which of the two hinders.

Knows no shop: it is handed the composing itself.
"""

from collections.abc import Callable, Mapping
from typing import Any

from stores.vocabulary import Brief, Conditions, Profile, Slot, Unmet
from tools.compose import Composition
from tools.steps import step_of, step_of_piece

Make = Callable[[Brief, Conditions | None, Profile], Composition]
LEADS: frozenset[Slot] = frozenset({"one_piece", "base_top"})


def compose_beside(
    make: Make, brief: Brief, conditions: Conditions | None, profile: Profile, *, slots: Mapping[str, Slot]
) -> Composition:
    """Looks for a turn; where the shop has none that passes what was shown, or none that is other, `unmet` says so.

    An outfit of which only the top or the dress can be other is shown still. `slots` are those of the candidates.
    """
    made, change = make(brief, conditions, profile), brief.refinement
    step = step_of(brief) or step_of_piece(brief)
    if made.looks or change is None:
        return made
    if step and change.than is not None:
        eased = make(_changed(brief, than=None), conditions, profile)
        return made._replace(unmet=[Unmet(constraint=step.constraint, asked=change.change)]) if eased.looks else made
    if not change.without:
        return made
    other = Unmet(constraint="other", asked=change.change)
    leads = [key for key in change.without if slots.get(key) in LEADS]
    partly = make(_changed(brief, without=leads), conditions, profile) if leads else made
    if partly.looks:
        return partly._replace(unmet=[other, *partly.unmet])
    return made._replace(unmet=[other]) if make(_changed(brief, without=[]), conditions, profile).looks else made


def _changed(brief: Brief, **update: Any) -> Brief:
    change = brief.refinement
    return brief.model_copy(update={"refinement": change.model_copy(update=update)}) if change else brief
