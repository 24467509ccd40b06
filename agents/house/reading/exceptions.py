"""Denials that refuse all but one thing, or nothing: 除了黑色都不要, 没有腰带不行, 除了裙子还要一双鞋.

Knows only the lexicon's lists: `unless` leads what is excepted, `beyond` stands behind it.
"""

from agents.house.reading.mentions import DENIABLE, SENTENCE_ENDS, Mention
from agents.house.reading.words import Word

_NEAR = 3
_REACH = 9
_SOON = 4
_DENIES = ("no", "after", "never")
_BESIDES = frozenset({"还", "再", "另", "也"})


def standing(denials: list[Mention], words: list[Word], mentions: list[Mention]) -> list[Mention]:
    """The denials that refuse something; both of those by which one thing alone is insisted on fall."""
    fallen: set[tuple[int, int]] = set()
    for one in (one for one in denials if one.key in ("unless", "beyond")):
        if one.key == "unless":
            excepted = next((m for m in mentions if m.kind in DENIABLE and m.first >= one.last), None)
            near = excepted is not None and excepted.first - one.last <= _NEAR
            place = excepted.last if excepted is not None and near else None
        else:
            place = one.last
        if place is None:
            continue
        if refusal := _refusal(one, place, denials, words, mentions):
            fallen |= {(one.first, one.last), (refusal.first, refusal.last)}
        elif one.key == "unless" and _BESIDES & {word.text for word in words[place : place + _SOON]}:
            fallen.add((one.first, one.last))
    return [denial for denial in denials if (denial.first, denial.last) not in fallen]


def _refusal(
    one: Mention, place: int, denials: list[Mention], words: list[Word], mentions: list[Mention]
) -> Mention | None:
    """The denial behind what is excepted that names nothing of its own: the 不要 of 除了黑色别的不要."""
    allowed = next((m.first for m in mentions if m.key == "allows" and m.first >= place), len(words))
    beyond = {(m.first, m.last) for m in mentions if m.key == "beyond"}  # 除黑白灰以外都行 refuses these three
    said = [d for d in denials if d.key in _DENIES and (d.first, d.last) not in beyond]
    for denial in (d for d in said if place <= d.first < min(place + _REACH, allowed)):
        between = {word.text for word in words[place : denial.first]}
        led = any(m.kind in DENIABLE and place <= m.first < denial.last + _NEAR for m in mentions)
        if not led and not between & SENTENCE_ENDS:
            return denial
    return None
