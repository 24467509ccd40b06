"""How formal and how warm a turn is to be, as "dressier", "plainer", "warmer" or "cooler" moves it from what was shown.

Pure: reads the brief and the conditions, never a store.
"""

from stores.vocabulary import Brief, Conditions, Range
from tools.dress import formality_range
from tools.references import steps_piece
from tools.warmth import ensemble_clo

STEP_FORMALITY = 1.0
STEP_CLO = 0.25
LEAST_CLO, MOST_CLO = 0.2, 5.0


def adapt(conditions: Conditions | None, brief: Brief, clo: float | None) -> Conditions | None:
    """Conditions as "dressier", "plainer", "warmer" or "cooler" moves them one step, from what was shown where known.

    `clo` is what they ask for. A warmth that an earlier turn moved to stays.
    """
    refinement = None if steps_piece(brief) else brief.refinement
    change, than = (refinement.change, refinement.than) if refinement else (None, None)
    if change in {"dressier", "plainer"}:
        moved = _moved(
            formality_range(brief, conditions), than, STEP_FORMALITY if change == "dressier" else -STEP_FORMALITY
        )
        return (conditions or Conditions()).model_copy(update={"formality": moved})
    if change in {"warmer", "cooler"} and clo is not None:
        step = STEP_CLO if change == "warmer" else -STEP_CLO
        known = [clo if brief.clo is None else brief.clo, *([] if than is None else [ensemble_clo(than)])]
        reached = max(known) + step if change == "warmer" else min(known) + step
        return (conditions or Conditions()).model_copy(update={"clo": min(MOST_CLO, max(LEAST_CLO, reached))})
    return conditions if brief.clo is None else (conditions or Conditions()).model_copy(update={"clo": brief.clo})


def _moved(asked: Range, than: float | None, step: float) -> Range:
    """The range of formality one step on, and beyond what was shown."""
    low, high = asked[0] + step, asked[1] + step
    if than is not None:
        low, high = (max(low, than), max(high, than + step)) if step > 0 else (min(low, than + step), min(high, than))
    return min(8.0, max(0.0, low)), min(9.0, max(1.0, high))
