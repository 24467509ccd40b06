"""The place that a text names, as it is written there; finding it on the map is another's work.

A capital after "in" or "to" makes a place; a word without one has to be a known place.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extractOne

from agents.house.lexicon import COMPETING, languages, load_lexicon
from agents.house.reading.houses import houses_named
from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, TOLD, Mention, Reading
from agents.house.reading.words import fold
from tools.places import find_place, is_listed

Span = tuple[int, int]

_LONGEST = 3
_SIZES = frozenset({"xxs", "xs", "xl", "xxl", "xxxl"})
_LETTERS = 4  # of a name that stands for several words: « en BTS »
_LONGEST_HAN = 6
_SHORTEST_HAN = 2
# "In burgundy" is dressed so, "in Burgundy" is there.
_OF_COLOURS = frozenset({"in", "en"})
_OF = frozenset({"de", "d", "du"})
_CITY = 100_000
_NAMED = 5  # letters of a name that is known though it is misspelt
# Kinds of mention that the name of a region may be as well: "the Dolomites" are hiked in, a "Black Forest" is a cake.
_REGIONAL = ("occasion", "activity", "plain", TOLD)
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
    made = [(m.first, m.last) for m in reading.cues.get("unchecked_made_here", ())]  # "made in Italy" is nowhere to go
    denied = [*_denied(reading), *made]
    spans = [*_named(reading), *(_elsewhere(reading) if denied else ())]
    named = (span for span in spans if (home is None or span[0] != home.last) and not _meets(span, denied))
    taken = {i for m in reading.of(*COMPETING, TOLD) for i in range(m.first, m.last)}
    known = (m for m in homes if m.key == "place" and (home is None or m.first != home.last) and m.first not in taken)
    known = (m for m in known if not _meets((m.first, m.last), denied))
    spans = [span for span in named if not _is_house(reading, span)]
    sure = (span for span in spans if find_place(reading.said(*span)) is not None)
    # "The Sultan Ahmed mosque in Istanbul": of two names the one that the map knows.
    found = next(sure, None) or next(iter(spans), None) or next(((m.first, m.last) for m in known), None)
    return _spelled(reading.said(*found)) if found else None


def without_colours_of_places(reading: Reading) -> Reading:
    """The reading without the colours in names of places: "in Orange", "it's in Biarritz, not Bordeaux"."""
    denied = _denied(reading)
    denied = denied if denied and place_of(reading) else []
    return replace(reading, mentions=[_as_place(m, reading, denied) for m in reading.mentions])


def _as_place(mention: Mention, reading: Reading, denied: list[Span]) -> Mention:
    """A colour as the place whose name it is in; one of a place that is denied, as what is but told."""
    if mention.kind != "colour":
        return mention
    refused = _meets((mention.first, mention.last), denied)
    if not refused and not _is_in_place(reading, mention):
        return mention
    put_right = replace(mention, kind=TOLD, denied=False)
    return put_right if refused or mention.denied else replace(mention, kind="known", key="place")


def _denied(reading: Reading) -> list[Span]:
    """The names where it is not: "not in Leeds", « plutôt que Nice », 不是青岛."""
    found = []
    for cue in reading.cues.get("not_there", ()):
        led = reading.word(cue.last) in reading.lexicon.place.before
        span = _name_at(reading, cue.last + led)
        if span and _is_known(reading.said(*span)):
            found += _repeated(reading, span)
    return found


def _repeated(reading: Reading, span: Span) -> list[Span]:
    """A name wherever it is said: first as the place, then as where it is not."""
    said, length = reading.between(*span), span[1] - span[0]
    starts = range(len(reading.words) - length + 1)
    return [(i, i + length) for i in starts if reading.between(i, i + length) == said]


def _elsewhere(reading: Reading) -> Iterator[Span]:
    """Known names wherever they stand, beside one that is denied: "not Nice, Brest sorry"."""
    starts = () if reading.lexicon.language == "zh" else range(len(reading.words))
    spans = (_capitals(reading, start) for start in starts)
    return (span for span in spans if span and _is_known(reading.said(*span)))


def _meets(span: Span, others: list[Span]) -> bool:
    return any(first < span[1] and span[0] < last for first, last in others)


def _is_house(reading: Reading, span: Span) -> bool:
    """Whether a name is that of a shop: "a 14 in Zara"."""
    first = reading.words[span[0]].start
    return any(named.start() <= first < named.end() for named in houses_named(reading.text))


def _is_in_place(reading: Reading, colour: Mention) -> bool:
    """Whether a colour is in the name of a place: "à Bordeaux", "in Orange", "en Forêt-Noire", 旧金山."""
    spans = [(first, last) for first, last in _named(reading) if first <= colour.first < last]
    if reading.lexicon.language == "zh":
        return bool(spans)
    if any(last - first > colour.last - colour.first for first, last in spans):
        return True
    before = reading.word(colour.first - 1)
    written = reading.words[colour.first].capital or before not in _OF_COLOURS
    led = before in reading.lexicon.place.before and written
    return led and _is_known(reading.said(colour.first, colour.last))


def home_of(reading: Reading) -> str | None:
    """Where the person says that they live."""
    home = next((mention for mention in reading.of("known") if mention.key == "home"), None)
    span = _name_at(reading, home.last) if home else None
    return reading.said(*span) if span else None


def _named(reading: Reading) -> Iterator[Span]:
    before = reading.lexicon.place.before | reading.lexicon.place.before_known
    starts = [i + 1 for i, word in enumerate(reading.words) if word.text in before or _is_held(reading, i)]
    for start in starts:
        coloured = any(colour.first == start for colour in reading.of("colour", TOLD))
        sure = reading.word(start - 1) in reading.lexicon.place.before and not coloured
        span = None if coloured and _dressed_so(reading, start) else _name_at(reading, start)
        on_map = span is not None and _is_held(reading, start - 1) and find_place(reading.said(*span)) is not None
        if span and (sure or on_map or _is_known(reading.said(*span))):
            yield span
    yield from (span for start in _unled(reading) if start not in starts and (span := _stated(reading, start)))


def _dressed_so(reading: Reading, start: int) -> bool:
    """Whether a colour in small letters is what somebody is dressed in: « ma femme sera en bordeaux »."""
    return not reading.words[start].capital and reading.word(start - 1) in _OF_COLOURS


def _is_held(reading: Reading, index: int) -> bool:
    """Whether a word leads from an event to where it is held: the « de » of « le carnaval de Venise »."""
    return reading.word(index) in _OF and reading.word(index - 1) in reading.lexicon.place.events


def _unled(reading: Reading) -> Iterator[int]:
    """Where a name may stand that nothing leads: at the head of a clause, in Chinese anywhere."""
    if reading.lexicon.language == "zh":
        yield from range(len(reading.words))
        return
    ends = SENTENCE_ENDS | COMMAS
    words = reading.words
    led = reading.lexicon.grammar.articles | reading.lexicon.place.trips_of
    heads = (
        i
        for i, word in enumerate(words)
        if i == 0 or reading.word(i - 1) in COMMAS or (word.capital and reading.word(i - 1) in ends | led)
    )
    yield from (i for i in heads if reading.word(i - 1) not in led or _is_trip_of(reading, i))


def _is_trip_of(reading: Reading, start: int) -> bool:
    """Whether a name tells where an event or a journey is: "a Lisbon wedding", "my Tokyo holiday"."""
    last = next((i for i in range(start, len(reading.words)) if not _names(reading, i, start)), len(reading.words))
    return reading.at("occasion", last) is not None or reading.word(last) in reading.lexicon.place.journeys


def _stated(reading: Reading, start: int) -> Span | None:
    """A known name: "Milan in January", 七月西西里; behind a comma it has to end its clause or be told when."""
    if reading.lexicon.language == "zh":
        most = min(start + _LONGEST_HAN, len(reading.words))
        taken = {i for m in reading.of(*COMPETING, "month", "day") for i in range(m.first, m.last)}
        ends = range(most, start + _SHORTEST_HAN - 1, -1)
        free = (end for end in ends if not taken & {*range(start, end)})
        return next(((start, end) for end in free if is_listed(reading.said(start, end))), None)
    span = _capitals(reading, start)
    heads = start == 0 or (reading.word(start - 1) in COMMAS and reading.lexicon.language == "en")
    small = _small(reading, start) if span is None and heads else None
    if small and start and reading.word(small[1]) in {"", *SENTENCE_ENDS, *COMMAS}:
        return small
    if small and (reading.word(small[1]) in _OF_COLOURS or _is_told_when(reading, small[1])):
        return small
    if span is None or not _is_known(reading.said(*span)):
        return None
    told = reading.word(span[1]) in {"", *SENTENCE_ENDS, *COMMAS, *_OF_COLOURS} or _is_trip_of(reading, start)
    return span if start == 0 or told else None


def _is_told_when(reading: Reading, index: int) -> bool:
    """Whether a time stands right behind a name: "buenos aires january", "lisbon next week"."""
    timed = any(reading.at(kind, index) for kind in ("month", "day", "season", "weekday"))
    return timed or (reading.at("relative", index) is not None and reading.at("unit", index + 1) is not None)


def _name_at(reading: Reading, start: int) -> Span | None:
    if reading.lexicon.language == "zh":
        return _han(reading, start) or _capitals(reading, start)
    return _capitals(reading, start) or _small(reading, start)


def _capitals(reading: Reading, start: int) -> Span | None:
    """Capitalised words on end: "Rio de Janeiro", "La Rochelle"."""
    led = start < len(reading.words) and not reading.words[start].capital
    start += led and reading.word(start) in reading.lexicon.grammar.articles - {"un", "une", "a", "an"}
    last = start
    while last < len(reading.words) and _names(reading, last, start):
        last += 1
    if last == start or reading.words[start].text in reading.lexicon.grammar.subjects:
        return None
    lone = reading.word(start) if last == start + 1 and reading.lexicon.language != "zh" else ""
    held = last < len(reading.words) and reading.words[last].capital and reading.at("occasion", last) is not None
    held = held and not _is_known(reading.said(start, last))
    letters = lone and len(lone) <= _LETTERS and reading.words[start].raw.isupper() and not _is_known(lone)
    if len(lone) == 1 or lone in _SIZES or letters or held or _is_numbered(reading, last):
        return None
    return start, last


def _is_numbered(reading: Reading, last: int) -> bool:
    """Whether a number is written to a name: "GR10", "A7" are roads."""
    if last >= len(reading.words):
        return False
    return reading.word(last).isdigit() and reading.words[last - 1].end == reading.words[last].start


def _names(reading: Reading, index: int, start: int) -> bool:
    """Whether a word goes on with a name that began at `start`; a name may begin with its article."""
    word, following = reading.words[index], reading.words[index + 1 : index + 2]
    if word.text in reading.lexicon.place.joiners and following and following[0].capital:
        return word.capital if index == start else reading.words[index - 1].capital
    return word.capital and _mentioned(reading, index) is None


def _mentioned(reading: Reading, index: int) -> Mention | None:
    """The mention that a word belongs to, unless names are made of it too: a place, a colour with a capital."""
    held = [m for m in reading.mentions if m.first <= index < m.last and m.kind not in _NO_NAME]
    named = any(m.kind == "known" or (m.kind == "colour" and reading.words[index].capital) for m in held)
    regions = (m for m in held if m.kind in _REGIONAL and reading.words[m.first].capital)
    named = named or any(is_listed(reading.said(m.first, m.last)) for m in regions)
    return None if named else next(iter(held), None)


def _small(reading: Reading, start: int) -> Span | None:
    """Words without a capital that the map knows: "to alaska"."""
    for last in range(min(start + _LONGEST, len(reading.words)), start, -1):
        words = reading.words[start:last]
        mentioned = any(_mentioned(reading, i) for i in range(start, last))
        plain = [word.text for word in words if word.text.isalpha()]
        if mentioned or len(plain) < len(words) or _is_common(reading, plain):
            continue
        if _is_known(reading.said(start, last)):
            return start, last
    return None


def _is_common(reading: Reading, words: list[str]) -> bool:
    common = reading.lexicon.common
    known = any("".join(words) == name.replace(" ", "") for name in reading.lexicon.place.known)
    return not known and any(word in common or len(word) < 4 for word in (words[0], words[-1]))


def _spelled(name: str) -> str:
    """A name as the map has it, where one letter too many, too few or out of place hides it: "Lndon"."""
    if find_place(name) is not None or not name.isalpha():
        return name
    near = [ours for ours in _familiar() if ours[0] == fold(name)[0] and abs(len(ours) - len(name)) <= 1]
    found = extractOne(fold(name), near, scorer=DamerauLevenshtein.distance, score_cutoff=1)
    swapped = found is not None and len(found[0]) == len(name) and sorted(found[0]) != sorted(fold(name))
    return name if found is None or swapped else found[0].capitalize()


@cache
def _familiar() -> list[str]:
    """The names of one word that people go to most, as they are folded."""
    names = (name for language in languages() for name in load_lexicon(language).place.known)
    return sorted({name for name in names if name.isascii() and name.isalpha() and len(name) >= _NAMED})


def _is_known(name: str) -> bool:
    place = find_place(_spelled(name) if name[:1].isupper() else name)
    return place is not None and (place.city is not None or place.population >= _CITY)


def _han(reading: Reading, start: int) -> Span | None:
    """Chinese characters after 去 or 在: a name that is listed, else up to a word of ours the longest the map knows."""
    most = min(start + _LONGEST_HAN, len(reading.words))
    last = next((i for i in range(start, most) if not _is_free(reading, i)), most)
    listed = (end for end in range(most, start + 1, -1) if is_listed(reading.said(start, end)))
    found = next(listed, None) or next(
        (end for end in range(last, start + 1, -1) if _is_known(reading.said(start, end))), None
    )
    return (start, found) if found else None


def _is_free(reading: Reading, index: int) -> bool:
    word = reading.word(index)
    return "一" <= word <= "鿿" and all(m.first != index or m.kind in ("known", *_NO_NAME) for m in reading.mentions)
