"""Where a turn goes next: pure functions of the state."""

from graph.asking import is_lost
from graph.state import State
from graph.turn import PERSONAL, new_photos, to_caption
from stores.vocabulary import Brief

DRESSING = {"outfit", "complete", "relook", "find", "similar", "ask_advice"}
# Where a turn of an intent goes on that has no direction yet.
STARTS = {"outfit": "style", "complete": "style", "ask_advice": "style", "relook": "critique"}


def after_understand(state: State) -> list[str]:
    """Photos and conditions are read side by side; with neither, straight on."""
    brief = Brief.model_validate(state["brief"])
    branches = []
    if new_photos(state) or (brief.photos and brief.intent in DRESSING and to_caption(state)):
        branches.append("caption_photos")
    if brief.intent in DRESSING and _tells_of_the_day(brief):
        branches.append("read_conditions")
    return branches or ["settle"]


def _tells_of_the_day(brief: Brief) -> bool:
    weather = brief.stated_temp_c is not None or brief.stated_weather or brief.stated_figures or brief.season
    return bool(brief.place or brief.date or brief.occasion or weather or brief.modest or brief.formality)


def after_settle(state: State) -> list[str]:
    """By intent; an outfit made again has its direction already; what needs no search goes to the reply at once.

    What goes with a photo begins with a look at what is on it.
    """
    brief = Brief.model_validate(state["brief"])
    if state["looks"] or brief.about or is_lost(brief):
        return ["merge"]
    if (brief.trip is not None and brief.intent == "outfit") or (brief.gap and brief.intent == "find"):
        return ["find_gaps" if brief.gap else "pack"]
    if brief.intent in {"find", "similar"} or state["direction"]["wishes"] or state["direction"]["keep"]:
        return ["search_catalog"]
    if brief.intent == "complete" and brief.photos and brief.refers_to:
        return ["critique"]
    if brief.intent in STARTS or brief.intent in PERSONAL:
        return [STARTS.get(brief.intent, "update_person")]
    return to_reply(state)


def after_direction(state: State) -> list[str]:
    """A direction without wishes and without pieces to keep is an answer in words."""
    direction = state["direction"]
    return ["search_catalog"] if direction["wishes"] or direction["keep"] else to_reply(state)


def after_check(state: State) -> list[str]:
    """Back for another search while the critic wants one and both of them work."""
    broken = {"search_catalog", "check"} & {row["role"] for row in state["degraded"]}
    return ["search_catalog"] if state["revise"] and not broken else to_reply(state)


def to_reply(state: State) -> list[str]:
    return ["merge", "preview"] if state["brief"]["intent"] == "preview" else ["merge"]
