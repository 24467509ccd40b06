"""What a turn points to: "the 3rd item", "the second one", "image number 7", "that look".

An item counts among what the person saw last: the articles of the last turn, else the items of its first look.
"""

from dataclasses import dataclass, field
from typing import TypeVar

from agents.contracts import UnderstandRequest
from agents.house.reading_mentions import Mention, Reading
from agents.house.reading_numbers import numbers
from stores.vocabulary import ShownLook

T = TypeVar("T")

_BETWEEN = 2


@dataclass
class References:
    """Ids of shown looks and items, and numbers of photos."""

    looks: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    photos: list[int] = field(default_factory=list)
    vague: bool = False

    @property
    def ids(self) -> list[str]:
        return list(dict.fromkeys([*self.looks, *self.items]))


def references_of(reading: Reading, request: UnderstandRequest) -> References:
    """Everything the text points to that can be found among the shown looks and the photos."""
    references = References()
    for kind, number in _pointers(reading):
        if kind == "photo":
            references.photos.append(number)
        elif kind == "item":
            references.items += _item(request.shown, number)
        else:
            _add_look(references, request.shown, number)
    vague = any(mention.key == "that" for mention in reading.of("refer"))
    if vague and not references.ids and not references.photos:
        references.vague = True
    return references


def last_turn(shown: list[ShownLook]) -> list[ShownLook]:
    """The looks of the newest turn that showed any."""
    newest = max((look.turn for look in shown), default=0)
    return [look for look in shown if look.turn == newest]


def _pointers(reading: Reading) -> list[tuple[str, int]]:
    """Pairs of what is pointed to (item, look, photo) and its number; -1 is the last."""
    found = [pointer for ordinal in reading.of("ordinal") if (pointer := _ordinal_pointer(reading, ordinal))]
    for number in numbers(reading):
        refer = next((m for m in reading.of("refer") if m.key != "that" and _leads_to(reading, m, number.first)), None)
        if refer and 1 <= number.value <= 99:
            found.append(("look" if refer.key == "number" else refer.key, int(number.value)))
    return list(dict.fromkeys(found))


def _ordinal_pointer(reading: Reading, ordinal: Mention) -> tuple[str, int] | None:
    number = int(ordinal.key)
    if number < 0:
        return ("item" if "item" in reading.said(ordinal.first, ordinal.last) else "look", number)
    for refer in reading.of("refer"):
        if 0 <= refer.first - ordinal.last < _BETWEEN and refer.key in ("item", "look", "photo"):
            return refer.key, number
    beside_month = reading.at("month", ordinal.last) or reading.before("month", ordinal.first)
    ends = (
        not reading.word(ordinal.last).isalpha() or reading.word(ordinal.last) in reading.lexicon.grammar.after_ordinal
    )
    led = reading.word(ordinal.first - 1) in reading.lexicon.grammar.articles
    return ("look", number) if ends and led and not beside_month else None


def _leads_to(reading: Reading, refer: Mention, first: int) -> bool:
    """Whether "item" or "image number" stands right before a number."""
    gap = reading.between(refer.last, first)
    return refer.last <= first and all(reading.at("refer", refer.last + i) for i in range(len(gap)))


def _item(shown: list[ShownLook], number: int) -> list[str]:
    seen = last_turn(shown)
    articles = [look.look.items[0].id for look in seen if look.look.kind == "article"]
    pool = articles or [item.id for look in seen[:1] for item in look.look.items]
    return _nth(pool, number)


def _add_look(references: References, shown: list[ShownLook], number: int) -> None:
    seen = last_turn(shown)
    numbered = [look for look in seen if look.number == number] or _nth(seen, number)
    numbered = numbered or [look for look in shown if look.number == number][-1:]
    for look in numbered:
        references.looks.append(look.look.id)
        if look.look.kind == "article":
            references.items.append(look.look.items[0].id)


def _nth(pool: list[T], number: int) -> list[T]:
    return pool[-1:] if number < 0 else pool[number - 1 : number]
