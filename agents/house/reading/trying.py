"""Whether it is asked if a piece would go with what was shown, or may be worn with it."""

from agents.house.reading.mentions import Mention, Reading

# What asks if a piece has to be worn, rather than if it may.
_NEEDS = frozenset(
    {"need", "must", "should", "shall", "faut", "faudrait", "dois", "devrais", "besoin", "oblige", "obligee"}
)
# Before the place where one works.
_TO_WORK = frozenset({"to", "for", "at", "from", "my", "the"})
# What was shown, before "go with".
_IT = frozenset({"it", "that", "this", "they", "these", "ca", "cela", "elle", "il", "elles", "ils"})
_NEEDED = ("需要", "必须", "要不要", "用不用", "该不该", "得不得")


def asks_if_it_goes(reading: Reading) -> bool:
    """ "Would brown loafers go with it?", "can I wear trainers?", « les baskets, ça passe ? », 穿球鞋行吗."""
    put = "?" in reading.text
    of_it = any(is_asked_of_it(cue, reading) for cue in reading.cues.get("goes", ()))
    if of_it or (reading.has("matching") and put):
        return True
    if _asks_need(reading):
        return False
    led = bool(reading.opening("may_one") or reading.opening("whether"))
    may = led and reading.has("fitting", "whether", "works")
    behind = put and reading.has("fitting", "works") and not reading.opening("question")
    return (may or behind) and not reading.has("find", "complete", "trait")


def is_asked_of_it(cue: Mention, reading: Reading) -> bool:
    """Whether it is what was shown that may go with a piece, which nobody says to have: "does it go with jeans?"."""
    return "?" in reading.text and reading.word(cue.first - 1) in _IT and not reading.has("my", "own")


def asks_if_it_works(reading: Reading) -> bool:
    """Whether "work" is what a piece does and no place: "would white trainers work?"."""
    said = [word.text for word in reading.words if word.text.isalpha()]
    asked = reading.opening("may_one") or reading.opening("question")
    return said[-1:] == ["work"] and not {*said[-2:-1]} & _TO_WORK and bool(asked)


def _asks_need(reading: Reading) -> bool:
    return any(word.text in _NEEDS for word in reading.words) or any(said in reading.text for said in _NEEDED)
