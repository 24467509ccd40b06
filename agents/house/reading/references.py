"""What a turn points to: "the 3rd item", "the second one", "the blue one", "the coat", "image number 7", "that look".

An item counts among what the person saw last: the articles of the last turn, else the items of its first look.
"""

from dataclasses import dataclass, field
from typing import TypeVar

from agents.contracts import UnderstandRequest
from agents.house.reading.mentions import COMMAS, Mention, Reading
from agents.house.reading.numbers import Number, numbers
from agents.house.reading.pointing import STEPS, described_items, described_looks, last_turn
from stores.vocabulary import ShownLook

T = TypeVar("T")

_BETWEEN = 2
_MOST = 9
_MIDDLE, _LAST = 0, -1
_STEPS_OF_PIECE = ("cheaper", "warmer", "cooler", "longer", "shorter")
# Words between a piece and what is wrong with it: "the shoes are a bit too high".
_BEHIND = 3


@dataclass
class References:
    """Ids of shown looks and items, and numbers of photos.

    `named` holds the items that a garment word means, `missing` what was pointed to and is not there, `refused` the
    looks of "not the second one".
    """

    looks: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    photos: list[int] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    named: dict[Mention, str] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    described: bool = False
    vague: bool = False

    @property
    def ids(self) -> list[str]:
        return list(dict.fromkeys([*self.looks, *self.items]))


def references_of(reading: Reading, request: UnderstandRequest) -> References:
    """Everything the text points to that can be found among the shown looks and the photos."""
    references = References(refused=_refused(reading, request.shown))
    for kind, number in _pointers(reading):
        if kind == "photo":
            references.photos.append(number)
        elif not _add(references, request.shown, kind, number) and (request.shown or _is_of_shown(reading)):
            references.missing.append(f"{kind}:{number}")
    if not references.ids and not references.photos:
        _describe(references, reading, request.shown)
    references.named = _named(reading, references, request.shown)
    references.items += [item for item in references.named.values() if item not in references.items]
    vague = any(m.key == "that" and not _bears_print(reading, m) for m in reading.of("refer"))
    vague |= reading.has("all_shown")
    references.vague = vague and not references.ids and not references.photos
    return references


def _is_of_shown(reading: Reading) -> bool:
    """Whether only what was shown can be meant: "I bought the first one", "show me the second again"."""
    return reading.has("bought", "wore", "again", "taking") and not reading.garments


def _bears_print(reading: Reading, refer: Mention) -> bool:
    """Whether "it" is only what a print is on: "something with flowers on it"."""
    return reading.before("pattern", refer.first - 1) is not None


def _refused(reading: Reading, shown: list[ShownLook]) -> list[str]:
    found = References()
    for ordinal in reading.of("ordinal"):
        pointer = _ordinal_pointer(reading, ordinal) if _is_refused(reading, ordinal) else None
        if pointer and pointer[0] == "look":
            _add(found, shown, *pointer)
    return found.looks


def _is_refused(reading: Reading, ordinal: Mention) -> bool:
    """Whether a bare "not" leads an ordinal, or 不要 stands behind its look; a judgement is handled as one.

    Beside the praise of another it may be judged in a word or two: "the second was great, the third not at all".
    """
    first = ordinal.first
    while reading.word(first - 1) in reading.lexicon.grammar.articles:
        first -= 1
    denial = reading.before("negation", first)
    refer = reading.at("refer", ordinal.last)
    after = any(m.key == "after" and refer and m.first == refer.last for m in reading.of("negation"))
    led = denial is not None and denial.key in ("no", "not")
    end = refer.last if refer else ordinal.last
    if any(cue.first == end for cue in reading.cues.get("dismissed", ())):
        return True
    return (led or after) and not reading.has("feedback_bad", "feedback_good")


def disliked_items(reading: Reading, garment: Mention, references: References, shown: list[ShownLook]) -> list[str]:
    """Every shown item that "I don't like the shoes" is said of: of the looks pointed to, else of the last turn."""
    looks = [look for look in last_turn(shown) if not references.looks or look.look.id in references.looks]
    judged = garment.denied and reading.has("feedback_bad", "feedback_good", "dislike")
    judged = (judged and not _is_left(reading, garment)) or is_faulted(reading, garment)
    found = described_items(reading, garment, looks) if judged else []
    return list(dict.fromkeys(item.id for item in found))


def is_faulted(reading: Reading, garment: Mention) -> bool:
    """Whether something is wrong with a piece: "the shoes are too high", « les chaussures ne me vont pas ».

    Too dear or too warm is said of a step, too short or too long of its length.
    """
    if reading.has(*_STEPS_OF_PIECE):
        return False
    faults = reading.apart("excess", reading.cues.get("not_too", [])) + reading.cues.get("fault", [])
    return any(0 <= fault.first - garment.last <= _BEHIND for fault in faults)


def _is_left(reading: Reading, garment: Mention) -> bool:
    """Whether a piece is only to be left out: "love it, but without the bag"."""
    first = garment.first
    while reading.word(first - 1) in reading.lexicon.grammar.articles:
        first -= 1
    return reading.word(first - 1) in reading.lexicon.grammar.leaving


def _describe(references: References, reading: Reading, shown: list[ShownLook]) -> None:
    # "Isn't that too casual?" judges a look and tells none from another.
    for look in [] if reading.has("too_plain", "too_much") else described_looks(reading, shown):
        references.described = True
        _add_shown(references, look)


def _named(reading: Reading, references: References, shown: list[ShownLook]) -> dict[Mention, str]:
    """The shown items that the text calls by their kind, each the first of that kind."""
    looks = [look for look in shown if look.look.id in references.looks] or last_turn(shown)
    said = [mention for mention in reading.garments if not mention.denied]
    found = {garment: items[0].id for garment in said if (items := described_items(reading, garment, looks))}
    return found | reading.titled


def _pointers(reading: Reading) -> list[tuple[str, int]]:
    """Pairs of what is pointed to (item, look, photo) and its number; -1 is the last."""
    return list(dict.fromkeys((kind, number) for kind, number, _ in pointed(reading)))


def pointed(reading: Reading) -> list[tuple[str, int, int]]:
    """What is pointed to, its number, and the word behind it."""
    meant = [ordinal for ordinal in reading.of("ordinal") if not _is_refused(reading, ordinal)]
    found = [(*pointer, ordinal.last) for ordinal in meant if (pointer := _ordinal_pointer(reading, ordinal))]
    counted = {mention.last for mention in reading.of("ordinal")}
    nouns = [m for m in reading.of("refer") if m.key != "that" and m.first not in counted]
    for number in numbers(reading):
        refer = next((m for m in nouns if _leads_to(reading, m, number.first)), None)
        listed = bool(found) and found[-1][0] == "look" and _is_next_look(reading, found[-1][2], number)
        if listed or _is_bare_pointer(reading, number):
            found.append(("look", int(number.value), number.last))
        elif refer and 1 <= number.value <= 99:
            found.append(("look" if refer.key == "number" else refer.key, int(number.value), number.last))
        elif found and found[-1][0] == "photo" and _goes_on(reading, found[-1][2], number.first):
            found.append(("photo", int(number.value), number.last))
    return found


def _goes_on(reading: Reading, last: int, first: int) -> bool:
    """Whether a number is the next of a list: "photos 1, 2 and 4"."""
    gap = {*reading.between(last, first)}
    return bool(gap) and gap <= reading.lexicon.grammar.joiners | COMMAS


def _is_next_look(reading: Reading, last: int, number: Number) -> bool:
    """Whether a number is that of another look, right behind one: « la 2 et la 3 », "the 1 and the 3"."""
    words = reading.lexicon.grammar
    gap = {*reading.between(last, number.first)}
    led = reading.word(number.first - 1) in words.definite
    return led and gap <= words.joiners | words.definite | COMMAS and 1 <= number.value <= _MOST


def _is_bare_pointer(reading: Reading, number: Number) -> bool:
    """Whether "la 2" or "the 3" is a look: a small number that "the" leads and that counts nothing, or a bare "2"."""
    after = reading.word(number.last)
    ends = not after.isalpha() or after in reading.lexicon.grammar.after_ordinal - {"of", "from"}
    led = reading.word(number.first - 1) in reading.lexicon.grammar.definite and reading.lexicon.grammar.plurals
    led = led or not any(word.text.isalnum() for i, word in enumerate(reading.words) if i != number.first)
    small = 1 <= number.value <= _MOST and reading.word(number.first).isdigit()
    return led and ends and small and not reading.of("month")


def _ordinal_pointer(reading: Reading, ordinal: Mention) -> tuple[str, int] | None:
    number = int(ordinal.key)
    for refer in reading.of("refer"):
        if 0 <= refer.first - ordinal.last < _BETWEEN and refer.key != "number":
            return "look" if refer.key == "that" else refer.key, number
    beside_month = reading.at("month", ordinal.last) or reading.before("month", ordinal.first)
    ends = (
        not reading.word(ordinal.last).isalpha() or reading.word(ordinal.last) in reading.lexicon.grammar.after_ordinal
    )
    # « Dans la deuxième garde les bottes »: what is done with it, or thought of it, comes right behind.
    cues = ("keep", "swap", "add", "dismissed")
    ends |= any(cue.first == ordinal.last for key in cues for cue in reading.cues.get(key, ()))
    before = reading.word(ordinal.first - 1)
    # "Make the second cheaper"; "a second cheaper shirt" counts shirts.
    steps = any(cue.first == ordinal.last for key in STEPS for cue in reading.cues.get(key, ()))
    ends |= steps and before in reading.lexicon.grammar.definite
    led = before in reading.lexicon.grammar.articles
    return ("look", number) if ends and led and not beside_month else None


def _leads_to(reading: Reading, refer: Mention, first: int) -> bool:
    """Whether "item" or "image number" stands right before a number."""
    gap = reading.between(refer.last, first)
    return refer.last <= first and all(reading.at("refer", refer.last + i) for i in range(len(gap)))


def _add(references: References, shown: list[ShownLook], kind: str, number: int) -> bool:
    """Note down the item or look of a number; False where there is none."""
    if kind == "item":
        found = _item(shown, number)
        references.items += found
        return bool(found)
    seen = last_turn(shown)
    # What was picked is seen alone since, and keeps its number.
    looks = [look for look in seen if look.number == number] or (_nth(seen, number) if number <= 0 else [])
    looks = looks or [look for look in shown if look.number == number][-1:]
    for look in looks:
        _add_shown(references, look)
    return bool(looks)


def _add_shown(references: References, look: ShownLook) -> None:
    references.looks.append(look.look.id)
    if look.look.kind == "article":
        references.items.append(look.look.items[0].id)


def _item(shown: list[ShownLook], number: int) -> list[str]:
    seen = last_turn(shown)
    articles = [look.look.items[0].id for look in seen if look.look.kind == "article"]
    pool = articles or [item.id for look in seen[:1] for item in look.look.items]
    return _nth(pool, number)


def _nth(pool: list[T], number: int) -> list[T]:
    """The piece of a number from 1; the middle and the last have numbers of their own."""
    if number == _MIDDLE:
        return pool[len(pool) // 2 : len(pool) // 2 + 1]
    return pool[-1:] if number == _LAST else pool[number - 1 : number]
