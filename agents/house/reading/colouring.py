"""The contrast of hair and skin that somebody tells of as their own: "fair skin and black hair", 我皮肤白、头发黑.

Only how far apart the two are in lightness is kept, never what they are.
"""

from collections.abc import Mapping

from agents.house.reading.mentions import Mention, Reading
from stores.vocabulary import Contrast
from tools.contrast import contrast_level

_MINE = frozenset({"i", "im", "my", "j", "je", "ma", "mon", "mes", "我"})
# Words between a "not" and what it denies: « je n'ai pas la peau claire ».
_NEAR = 2
_DENIALS = frozenset({"no", "not", "lack"})
# Lightness in CIELAB that stands for what the words say.
_SKIN: Mapping[str, float] = {"skin_light": 70, "skin_medium": 55, "skin_dark": 35}
_HAIR: Mapping[str, float] = {"hair_light": 70, "hair_medium": 40, "hair_dark": 15}


def contrast_told(reading: Reading) -> Contrast | None:
    """How far hair and skin are apart; None where not both are told once each, by the person of themselves."""
    skin, hair = _told(_SKIN, reading), _told(_HAIR, reading)
    mine = _MINE & {word.text for word in reading.words}
    if len(skin) != 1 or len(hair) != 1 or not mine:
        return None
    return contrast_level(abs(skin[0] - hair[0]))


def _told(words: Mapping[str, float], reading: Reading) -> list[float]:
    """The lightness of each that is said; "dark brown hair" is no brown hair."""
    found = ((one, lightness) for cue, lightness in words.items() for one in reading.cues.get(cue, ()))
    said = [(one, lightness) for one, lightness in found if not _is_denied(one, reading)]
    held = {one for one, _ in said for other, _ in said if other.holds(one) and _longer(other, one)}
    return list(dict.fromkeys(lightness for mention, lightness in said if mention not in held))


def _longer(one: Mention, other: Mention) -> bool:
    return one.last - one.first > other.last - other.first


def _is_denied(said: Mention, reading: Reading) -> bool:
    return any(0 <= said.first - no.last <= _NEAR for no in reading.of("negation") if no.key in _DENIALS)
