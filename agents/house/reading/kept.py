"""Where a clause says no more than "keep it" of what was named before: « on la garde », 留着."""

from collections.abc import Iterator

from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Reading

_BUT = frozenset({"but", "mais", "但"})


def kept_before(reading: Reading) -> Iterator[int]:
    """Where each such clause begins; the piece that is named last before it stays."""
    words = reading.lexicon.grammar
    stops = SENTENCE_ENDS | COMMAS | words.joiners | _BUT
    for cue in reading.cues.get("keep", ()):
        first, last = cue.first, cue.last
        while reading.word(first - 1) in words.stand_ins:
            first -= 1
        while reading.word(last) in words.stand_ins:
            last += 1
        if reading.word(first - 1) in stops and reading.word(last) in stops | {""}:
            yield first
