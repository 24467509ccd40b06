"""Words after an answer that hold nothing the house knows: "more zing", « un truc plus chelou », 再飒一点."""

from agents.house.reading.mentions import POLITE, Reading


def unknown_words(reading: Reading) -> list[str]:
    """The words that no mention and no cue holds, and that do more than join others."""
    spans = [*reading.mentions, *(cue for cues in reading.cues.values() for cue in cues)]
    held = {i for one in spans for i in range(one.first, one.last)}
    little = reading.lexicon.grammar.function_words | POLITE
    words = enumerate(reading.words)
    return [word.text for i, word in words if i not in held and word.text.isalnum() and word.text not in little]
