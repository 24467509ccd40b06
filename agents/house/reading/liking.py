"""Whether it is asked what a person likes, as they told it: "do I like wool?", « tu sais si j'aime la laine ? »."""

from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Reading
from agents.house.reading.whether import ends_asked

# 我对羊毛怎么看
_OF_ME = ("我对", "我觉得", "我自己对")
# 我喜欢羊毛吗 asks; 我喜欢红色可以吗 tells, and asks for leave.
_PARTICLES, _LEAVE = ("吗", "么"), frozenset({"以", "行", "好", "有", "能", "吧"})


def asks_liking(reading: Reading) -> bool:
    """Whether a turn asks for a liking or a dislike of the person's own, or when they told it, and tells none."""
    of_me = reading.has("asks_view") and reading.text.startswith(_OF_ME)
    return reading.has("asks_liking", "asks_when") or of_me or _is_bare(reading)


def _is_bare(reading: Reading) -> bool:
    """Whether a liking is put as a question by its sign or particle alone: « j'aime la laine ? », 我喜欢羊毛吗."""
    language, said = reading.lexicon.language, [word.text for word in reading.words]
    spoken = [word for word in said if word not in SENTENCE_ENDS]
    if language == "en" or COMMAS & {*spoken} or not ends_asked(reading):
        return False
    told = any(not fact.first and fact.key in ("likes", "dislikes") for fact in reading.facts)
    asked = language == "fr" or (spoken[-1] in _PARTICLES and spoken[-2] not in _LEAVE)
    return told and asked and not reading.has("find", "outfit")
