"""A model's brief held against what the person wrote: nothing is stored, lifted or asked that they did not speak of.

What is said in words of a table passes, since no harm is in it; numbers, names and places have to be the person's own,
and so has every garment that goes or comes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from agents.contracts import UnderstandRequest
from agents.guarding import called
from agents.house.lexicon import load_lexicon, load_meanings
from agents.house.reading.age import GROWN_UP, is_child
from agents.house.reading.concern import CARE
from agents.house.reading.mentions import GARMENTS, Reading
from agents.house.reading.numbers import numbers
from agents.house.reading.text import read
from agents.house.reading.words import fold
from agents.house.understand import understand
from stores.texts import name_in, plain, visible
from stores.vocabulary import COLOUR_FAMILIES, PATTERNS, Brief, Budget, Change, Garment
from tools.places import find_place

KEY = re.compile(r"[a-z][a-z0-9_]{1,39}")
SIZE = re.compile(r"[A-Za-z0-9][A-Za-z0-9/. ]{0,7}")
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
MONEY = ("limit", "currency")
TAKES = frozenset({"remove", "forget"})
EVERYTHING = "all"
LONGEST = 60
NEAR = 0.005
# Keys of a profile whose values are words of a table.
LISTED = frozenset({"language", "presentation", "currency", *COLOUR_FAMILIES, *PATTERNS})


def grounded(brief: Brief, request: UnderstandRequest) -> Brief:
    """The brief with what the person spoke of, and the house's reading for what they did not."""
    told = Told(request)
    house = told.house
    if CARE in house.refers_to:  # who needs care gets it, whatever a model makes of the message
        return house
    heard = (brief.sizes.clothes, brief.sizes.shoes)
    return brief.model_copy(
        update={
            "language": house.language,
            "questions": [one for one in brief.questions if one in house.questions],
            "place": told.place(brief.place),
            "occasion": _key(brief.occasion) or house.occasion,
            "trade": _key(brief.trade),
            "culture": _key(brief.culture),
            "activities": [one for one in brief.activities if _key(one)],
            "sizes": brief.sizes if all(one is None or SIZE.fullmatch(one) for one in heard) else house.sizes,
            "budget": told.budget(brief.budget),
            "no_budget": brief.no_budget and (house.no_budget or told.speaks_of_money),
            "owned": [told.named(one) for one in brief.owned if told.speaks_of(one)],
            "changes": [told.cleaned(one) for one in brief.changes if told.holds(one)],
            "avoid_categories": list(dict.fromkeys([*brief.avoid_categories, *told.kept_from])),
            "wanted": [one if told.says(one.text) else one.model_copy(update={"text": ""}) for one in brief.wanted],
        }
    )


@dataclass(frozen=True)
class Told:
    """What a person wrote, as far as claims about it can be looked up."""

    request: UnderstandRequest

    @cached_property
    def house(self) -> Brief:
        return understand(self.request)

    @cached_property
    def reading(self) -> Reading:
        return read(self.request.text, load_lexicon(self.house.language))

    @cached_property
    def text(self) -> str:
        """Everything the person said, folded."""
        said = (*self.request.earlier, *self.request.previous, self.request.text)
        return fold(visible(" ".join(said)))

    @cached_property
    def kinds(self) -> set[str]:
        """The categories that the message names."""
        meanings = load_meanings()
        return {name for one in self.reading.of(*GARMENTS) for name in meanings.categories(one.kind, one.key)}

    @cached_property
    def amounts(self) -> set[float]:
        digits = (match.replace(",", ".") for match in NUMBER.findall(self.request.text))
        return {*map(float, digits), *(number.value for number in numbers(self.reading))}

    @property
    def kept_from(self) -> list[str]:
        """What is not for the one who is dressed."""
        return [*GROWN_UP] if is_child(self.request.text, self.house.language) else []

    @property
    def speaks_of_money(self) -> bool:
        return bool(self.reading.of(*MONEY))

    def says(self, words: str) -> bool:
        return fold(words) in self.text

    def counts(self, amount: float) -> bool:
        return any(abs(amount - one) < NEAR for one in self.amounts)

    def place(self, name: str | None) -> str | None:
        """A place as they wrote it; one that they wrote otherwise as the map calls it."""
        if not name:
            return name
        known = find_place(name_in(name, LONGEST))
        said = (self.request.last.place if self.request.last else None, self.request.profile.place)
        if name in said or (self.says(name) and name == name_in(name, LONGEST)):
            return name
        return known.name if known else self.house.place

    def budget(self, budget: Budget | None) -> Budget | None:
        """The amount that the house has read, else one that they named: another number is no budget."""
        return self.house.budget or (budget if budget and self.counts(budget.max) else None)

    def speaks_of(self, garment: Garment) -> bool:
        return garment.category in self.kinds or any(one.category == garment.category for one in self.house.owned)

    def named(self, garment: Garment) -> Garment:
        return garment if self.says(garment.name) else garment.model_copy(update={"name": called(garment)})

    def holds(self, change: Change) -> bool:
        """Whether a change was asked for, or is one that was spoken of before."""
        if change in (*self.request.choices, *self.request.undo) or self._is_read(change):
            return True
        if change.target == "wardrobe":
            return self._is_of_garment(change)
        if change.target == "profile" and change.key == "place" and change.action not in TAKES:
            return self.place(str(change.value)) is not None
        if change.target == "profile":
            return change.key != EVERYTHING and (change.action in TAKES or all(map(self._is_said, _leaves(change))))
        return change.target != "photo" or any(map(self.counts, _numbers(change)))

    def _is_read(self, change: Change) -> bool:
        same = (change.target, change.action, change.key)
        return any((one.target, one.action, one.key) == same for one in self.house.changes)

    def _is_of_garment(self, change: Change) -> bool:
        """Whether the garment that comes, goes or changes is spoken of: by its kind, or by a word of its name."""
        if isinstance(change.value, Mapping) and change.value.get("category"):
            return change.value["category"] in self.kinds
        meant = [one for one in self.request.wardrobe if one.id in {change.key, change.value, *change.among}]
        asked = {*self.request.unconfirmed, *self.request.twins}
        shy = change.action not in TAKES and any(one.id in asked for one in meant)
        return shy or any(one.category in self.kinds or self._calls(one) for one in meant)

    def _calls(self, garment: Garment) -> bool:
        words = {word.text for word in self.reading.words}
        return bool(words & {fold(word) for word in name_in(garment.name, LONGEST).split()})

    def _is_said(self, value: Any) -> bool:
        if isinstance(value, bool) or value is None:
            return True
        if isinstance(value, int | float):
            return abs(value) <= 6 or self.counts(value)
        return value in LISTED or bool(KEY.fullmatch(str(value))) or self.says(str(value))

    def cleaned(self, change: Change) -> Change:
        """The change in words that can be shown: a garment's name is theirs, or made of what it is."""
        told: dict[str, Any] = {"said": plain(change.said) if self.says(change.said) else self.request.text}
        if (change.target, change.key) == ("profile", "place") and change.action not in TAKES:
            told["value"] = self.place(str(change.value))
        if isinstance(change.value, dict) and not self.says(str(change.value.get("name", ""))):
            told["value"] = {key: one for key, one in change.value.items() if key != "name"}
            told["value"] |= {"name": str(change.value.get("category", "")).replace("_", " ")}
        return change.model_copy(update=told)


def _key(word: str | None) -> str | None:
    """A word in snake case, as tables have them; None for anything else."""
    plain_word = (word or "").strip().lower().replace(" ", "_").replace("-", "_")
    return plain_word if KEY.fullmatch(plain_word) else None


def _leaves(change: Change) -> Iterator[Any]:
    values = change.value if isinstance(change.value, list) else [change.value]
    for value in values:
        yield from value.values() if isinstance(value, Mapping) else [value]


def _numbers(change: Change) -> Iterator[float]:
    yield from (float(one) for one in (str(change.key), str(change.value)) if one.isdigit())
