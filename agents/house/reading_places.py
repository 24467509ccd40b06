"""The place that a text names, as it is written there; finding it on the map is another's work.

A capital after "in" or "to" makes a place; a word without one has to be a known place.
"""

from collections.abc import Iterator

from agents.house.lexicon import COMPETING
from agents.house.reading_mentions import Mention, Reading
from tools.places import find_place

_LONGEST = 3
_LONGEST_HAN = 6
_CITY = 100_000
_NO_NAME = (
    "relative",
    "limit",
    "number",
    "ordinal",
    "currency",
    "size",
    "refer",
    "unit",
    "temperature",
    "negation",
    "size_talk",
)


def place_of(reading: Reading) -> str | None:
    """The place of the turn; where the person only says where they live, none."""
    homes = reading.of("known")
    home = next((mention for mention in homes if mention.key == "home"), None)
    named = (found for found in _named(reading) if home is None or found[0] != home.last)
    taken = {i for m in reading.of(*COMPETING) for i in range(m.first, m.last)}
    known = (m for m in homes if m.key == "place" and (home is None or m.first != home.last) and m.first not in taken)
    found = next(named, None)
    return found[1] if found else next((reading.said(m.first, m.last) for m in known), None)


def is_in_place(reading: Reading, colour: Mention) -> bool:
    """Whether a colour is the name of a place: "à Bordeaux", "in Orange"."""
    return reading.word(colour.first - 1) in reading.lexicon.place.before and _is_known(
        reading.said(colour.first, colour.last)
    )


def home_of(reading: Reading) -> str | None:
    """Where the person says that they live."""
    home = next((mention for mention in reading.of("known") if mention.key == "home"), None)
    return _name_at(reading, home.last) if home else None


def _named(reading: Reading) -> Iterator[tuple[int, str]]:
    starts = [i + 1 for i, word in enumerate(reading.words) if word.text in reading.lexicon.place.before]
    for start in starts:
        if name := _name_at(reading, start):
            yield start, name
    if reading.words and reading.words[0].capital and 0 not in starts:
        first = _capitals(reading, 0)
        if first and _is_known(first):
            yield 0, first


def _name_at(reading: Reading, start: int) -> str | None:
    if reading.lexicon.language == "zh":
        return _han(reading, start) or _capitals(reading, start)
    return _capitals(reading, start) or _small(reading, start)


def _capitals(reading: Reading, start: int) -> str | None:
    """Capitalised words on end: "Rio de Janeiro", "New York"."""
    start += reading.word(start) == "the"
    last = start
    while last < len(reading.words) and _names(reading, last):
        last += 1
    if last == start or reading.words[start].text in reading.lexicon.grammar.subjects:
        return None
    if last == start + 1 and len(reading.word(start)) == 1 and reading.lexicon.language != "zh":
        return None
    return reading.said(start, last)


def _names(reading: Reading, index: int) -> bool:
    word, following = reading.words[index], reading.words[index + 1 : index + 2]
    if word.text in reading.lexicon.place.joiners and following and following[0].capital:
        return index > 0 and reading.words[index - 1].capital
    free = _mentioned(reading, index) is None or reading.at("known", index) is not None
    return word.capital and free


def _mentioned(reading: Reading, index: int) -> Mention | None:
    """The mention that a word belongs to, unless it is one that names are made of too."""
    return next((m for m in reading.mentions if m.first <= index < m.last and m.kind not in _NO_NAME), None)


def _small(reading: Reading, start: int) -> str | None:
    """Words without a capital that the map knows: "to alaska"."""
    for last in range(min(start + _LONGEST, len(reading.words)), start, -1):
        words = reading.words[start:last]
        mentioned = [m for i in range(start, last) if (m := _mentioned(reading, i)) and m.kind != "known"]
        plain = [word.text for word in words if word.text.isalpha()]
        if mentioned or len(plain) < len(words) or _is_common(reading, plain):
            continue
        if _is_known(reading.said(start, last)):
            return reading.said(start, last)
    return None


def _is_common(reading: Reading, words: list[str]) -> bool:
    common = reading.lexicon.grammar.function_words | reading.lexicon.cue_words | reading.lexicon.place.before
    known = any("".join(words) == name.replace(" ", "") for name in reading.lexicon.place.known)
    return not known and any(word in common or len(word) < 4 for word in (words[0], words[-1]))


def _is_known(name: str) -> bool:
    place = find_place(name)
    return place is not None and (place.city is not None or place.population >= _CITY)


def _han(reading: Reading, start: int) -> str | None:
    """Chinese characters after 去 or 在 up to a word of ours; the longest that the map knows, else all of them."""
    last = start
    while last < min(start + _LONGEST_HAN, len(reading.words)) and _is_free(reading, last):
        last += 1
    for end in range(last, start + 1, -1):
        if _is_known(reading.said(start, end)):
            return reading.said(start, end)
    return None


def _is_free(reading: Reading, index: int) -> bool:
    word = reading.word(index)
    return "一" <= word <= "鿿" and all(m.first != index or m.kind in ("known", *_NO_NAME) for m in reading.mentions)
