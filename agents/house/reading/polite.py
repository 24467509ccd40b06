"""Whether thanks or a yes are all that a clause says: 那行吧, but neither 贵点也行 nor 心情不好."""

from agents.house.reading.mentions import COMMAS, POLITE, SENTENCE_ENDS, Mention, Reading


def thanks(reading: Reading) -> bool:
    """Whether thanks or a yes are said; the 好 of 好看 thanks nobody, nor that of a word which only ends in it."""
    praise = reading.cues.get("feedback_good", [])
    yes = reading.apart("assent", praise)
    said = [cue for cue in reading.apart("thanks", praise) if not any(one.holds(cue) for one in yes)]
    return bool(said) or any(_stands_alone(reading, cue) for cue in yes)


def _stands_alone(reading: Reading, cue: Mention) -> bool:
    """Whether nothing but little words shares a clause with a yes."""
    stops, small = SENTENCE_ENDS | COMMAS | {""}, [*reading.cues["assent"], *reading.cues.get("beside_pick", ())]
    told = {i for one in small for i in range(one.first, one.last)}
    first = max((i + 1 for i in range(cue.first) if reading.word(i) in stops), default=0)
    last = next(i for i in range(cue.last, len(reading.words) + 1) if reading.word(i) in stops)
    little = POLITE | reading.lexicon.grammar.stand_ins | reading.lexicon.grammar.trailers
    return all(i in told or reading.word(i) in little for i in range(first, last))
