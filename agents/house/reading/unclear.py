"""Words after an answer that hold nothing the house knows: "more zing", « un truc plus chelou », 再飒一点."""

from agents.house.reading.mentions import POLITE, Reading
from agents.house.reading.refinements import is_only_aside
from agents.house.reading.turn import Turn
from stores.vocabulary import Refinement


def unclear(turn: Turn, change: Refinement | None) -> list[str]:
    """The question what is to change, where words after an answer are taken for a wish and one of them is unknown."""
    amends = change is not None and change.change == "amend" and bool(turn.request.shown)
    aside = amends and not turn.details and is_only_aside(turn)
    return ["unclear:"] if aside and _unknown(turn.reading) else []


def _unknown(reading: Reading) -> list[str]:
    """The words that no mention and no cue holds, and that do more than join others."""
    spans = [*reading.mentions, *(cue for cues in reading.cues.values() for cue in cues)]
    held = {i for one in spans for i in range(one.first, one.last)}
    little = reading.lexicon.grammar.function_words | POLITE
    words = enumerate(reading.words)
    return [word.text for i, word in words if i not in held and word.text.isalnum() and word.text not in little]
