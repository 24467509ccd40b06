"""What is told of an occasion or of a season alone: "I never wear skirts at work", « en été, jamais de noir »."""

from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Mention, Reading

# What may stand between what is refused and when; with a person in it, only behind a "when".
_LEADING = frozenset({
    "at", "to", "for", "in", "on", "the", "my", "a", "an", "any",
    "au", "aux", "en", "dans", "pour", "le", "la", "les", "l", "un", "une", "des", "mon", "ma", "mes",
    "去", "在", "的", "时", "候",
})  # fmt: skip
_WHEN = frozenset({"when", "whenever", "quand", "lorsque", "if", "si"})
_SOMEBODY = frozenset({"i", "m", "am", "go", "we", "je", "j", "vais", "suis", "on", "va"})
_BEFORE_CUE = frozenset({*COMMAS, "i", "我", "就", "上", "moi", "je", "里", "都"})
# At these nobody refuses a thing alone: every day is always.
_ALWAYS = frozenset({"everyday"})
_TIMED = ("weekday", "month", "day")
# Around an occasion that stands within a refusal: 我不喜欢在婚礼上穿红色.
_IN, _WEARING = frozenset({"在", "去"}), frozenset({"上", "里", "时", "候", "的", "穿"})


def when_refused(mention: Mention, reading: Reading) -> str | None:
    """The occasion or the season in which alone a refused or a single thing is meant; None where it always is.

    Of a day that is named, nothing is told that lasts.
    """
    stops = SENTENCE_ENDS | COMMAS
    if any(not stops & {*_amid(mention, day, reading)} for day in reading.of(*_TIMED)):
        return None
    times = [one for one in reading.of("occasion", "season") if one.key not in _ALWAYS]
    stand = (_follows, _opens, _parts)
    return next((one.key for one in times if any(does(mention, one, reading) for does in stand)), None)


def _amid(first: Mention, second: Mention, reading: Reading) -> list[str]:
    """The words between two mentions, whichever comes first."""
    return reading.between(first.last, second.first) or reading.between(second.last, first.first)


def _follows(mention: Mention, time: Mention, reading: Reading) -> bool:
    """Whether a time stands right behind what is spoken of, or behind the last of a list of such."""
    last = max((one.last for one in reading.mentions if _is_listed(one, mention, time, reading)), default=mention.last)
    between = [*reading.between(last, time.first)]
    allowed = _LEADING | _SOMEBODY if between and between[0] in _WHEN else _LEADING
    return last <= time.first and {*between} <= allowed | _WHEN


def _is_listed(one: Mention, mention: Mention, time: Mention, reading: Reading) -> bool:
    """Whether a mention is of the same refusal, between another and the time."""
    alike = one.denied == mention.denied and mention.last <= one.first and one.last <= time.first
    return alike and one is not time and not SENTENCE_ENDS & {*reading.between(mention.last, one.first)}


def _opens(mention: Mention, time: Mention, reading: Reading) -> bool:
    """Whether a time opens the clause in which it is spoken of: "at work I never wear skirts", 上班不穿裙子."""
    cues = (*reading.cues.get("dislike", ()), *reading.cues.get("wears_only", ()), *reading.of("negation"))
    behind = (cue for cue in cues if time.last <= cue.first < mention.first)
    led = any({*reading.between(time.last, cue.first)} <= _BEFORE_CUE for cue in behind)
    return led and not SENTENCE_ENDS & {*reading.between(time.last, mention.first)}


def _parts(mention: Mention, time: Mention, reading: Reading) -> bool:
    """Whether a time stands between a refusal and what is refused: 我不喜欢在婚礼上穿红色."""
    cues = (cue for cue in reading.cues.get("dislike", ()) if cue.last <= time.first < mention.first)
    led = any({*reading.between(cue.last, time.first)} <= _IN for cue in cues)
    return led and {*reading.between(time.last, mention.first)} <= _WEARING
