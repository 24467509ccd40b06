"""What a feed leaves unsaid: category, warmth, formality, cloth, from words and tables, each with a confidence.

What the feed states is taken as it is. It reads no file but its own tables and knows no feed's columns.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from stores.catalog.feeds.words import WordTable, load_table
from stores.categories import Category, load_categories
from stores.colours import colours_named, family_colour
from stores.vocabulary import Article, Colour, Fit, Pattern, Presentation, ReservedUse, Season, SizeStock

AS_TYPED, IN_NAME, IN_DESCRIPTION = 0.95, 0.9, 0.8
# "leather insoles", "satin linings": what a shoe or a bag is made of where nobody sees it.
HIDDEN_CLOTH = re.compile(r"\b(?:[\w-]+ ){1,2}(?:linings?|insoles?|soles?)\b(?: and (?:insoles?|soles?)\b)?")


@dataclass(frozen=True)
class Stated:
    """What a feed says of an article. `kind` is a category or a rule of kinds.toml; `hints` are not shown."""

    id: str
    name: str
    kind: str
    description: str = ""
    hints: str = ""
    colours: tuple[Colour, ...] = ()
    pattern: Pattern | None = None
    presentation: Presentation | None = None
    season: Season | None = None
    reserve: ReservedUse | None = None
    brand: str = ""
    price: float | None = None
    currency: str = "EUR"
    sizes: tuple[SizeStock, ...] = ()
    group: str | None = None
    image: str | None = None

    @property
    def text(self) -> str:
        return f"{self.name}. {self.description} {self.hints}"


@dataclass(frozen=True)
class Kind:
    """A rule that picks a category by words, or takes its own."""

    category: str
    confidence: float
    words: WordTable


def infer_article(stated: Stated) -> Article:
    """The whole article. Keys that were not stated stand in `confidence`. KeyError for an unknown kind."""
    name, sure = infer_category(stated)
    category = load_categories()[name]
    inferred = _inferred(stated, category, sure)
    values: dict[str, Any] = {key: value for key, (value, _) in inferred.items()}
    return Article(
        id=stated.id,
        name=stated.name,
        category=name,
        slot=category.slot,
        reserve=stated.reserve or _childrens(stated) or category.reserve,
        description=stated.description,
        brand=stated.brand,
        price=stated.price,
        currency=stated.currency,
        sizes=list(stated.sizes),
        group=stated.group,
        image=stated.image,
        **_spoken(stated),
        **values,
        confidence={"category": sure, "slot": (1 + sure) / 2} | {key: round(c, 2) for key, (_, c) in inferred.items()},
    )


def infer_category(stated: Stated) -> tuple[str, float]:
    """The category and how sure it is: by the kind, and within it by words of the name, then of the description."""
    rule = _kinds().get(stated.kind)
    if rule is None:
        return load_categories()[stated.kind].name, AS_TYPED
    if named := rule.words.first(stated.name):
        return named, IN_NAME
    if told := rule.words.first(f"{stated.description} {stated.hints}"):
        return told, IN_DESCRIPTION
    return rule.category, rule.confidence


def kind_of_name(name: str, description: str = "") -> str | None:
    """The kind that the last noun of a name tells, else of the description; "" is not clothing, None is not known."""
    said = _nouns().last_word(name)
    return said if said is not None else _nouns().first_word(description)


def _spoken(stated: Stated) -> dict[str, Any]:
    said = {"colours": list(stated.colours), "pattern": stated.pattern, "presentation": stated.presentation}
    return {key: value for key, value in said.items() if value}


def _inferred(stated: Stated, category: Category, sure: float) -> dict[str, tuple[Any, float]]:
    """What was not stated, as (value, confidence) by key; keys that nothing speaks of are left to their defaults."""
    text = stated.text
    guesses: dict[str, tuple[Any, float] | None] = {
        "formality": (_formality(text, category), sure * 0.8),
        "clo": (_clo(text, category), sure * 0.75),
        "seasons": (_seasons(stated.season, category), sure * 0.7),
        "waterproof": _waterproof(text, category),
        "fabrics": _fabrics(text),
        "fit": _fit(text, category),
    }
    if not stated.colours:
        guesses["colours"] = _colours(stated)
    if not stated.pattern:
        guesses["pattern"] = _pattern(text)
    if not stated.presentation:
        guesses["presentation"] = (category.presentation, 0.6)
    return {key: guess for key, guess in guesses.items() if guess is not None}


def _formality(text: str, category: Category) -> float:
    """The category's, moved by words; they make no lounge wear of sportswear and no black tie of a suit."""
    steps = sum(float(step) for step in _words("formality").keys_in(text))
    low, high = min(category.formality, 1.0), max(category.formality, 6.0)
    return min(max(category.formality + steps, low), high)


def _clo(text: str, category: Category) -> float:
    """The category's clo, times the first factor that the text names (thick, sleeveless ...).

    A tee is short-sleeved and a down jacket padded already: the thin gain nothing by it, the warm lose nothing.
    """
    factors = [float(factor) for factor in _words("warmth").keys_in(text)] or [1.0]
    low, high = (1.0 if category.clo < 0.15 else 0.0), (1.0 if category.clo > 0.6 else 2.0)
    return round(category.clo * min(max(factors[0], low), high), 3)


def _seasons(stated: Season | None, category: Category) -> list[Season]:
    """The category's, and the one the feed was sold in: a season of sale does not forbid the others."""
    return [*category.seasons, stated] if stated and stated not in category.seasons else list(category.seasons)


def _waterproof(text: str, category: Category) -> tuple[bool, float]:
    said = _words("waterproof").first(text)
    if said:
        return True, float(said)
    return category.name in {"rain_jacket", "rain_boots", "umbrella"}, 0.8


def _fabrics(text: str) -> tuple[list[str], float] | None:
    found = _words("fabrics").keys_in(HIDDEN_CLOTH.sub(" ", text.lower()))
    return (found, 0.85) if found else None


def _fit(text: str, category: Category) -> tuple[Fit, float] | None:
    worn_loose = category.slot not in {"footwear", "hosiery", "bag", "headwear", "accessory"}
    said: Any = _words("fits").first(text) if worn_loose else None
    return (said, 0.8) if said else None


def _pattern(text: str) -> tuple[Pattern, float]:
    said: Any = _words("patterns").first(text)
    return (said, 0.8) if said else ("solid", 0.6)


def _colours(stated: Stated) -> tuple[list[Colour], float]:
    for text, sure in ((stated.name, 0.8), (stated.description, 0.6)):
        if named := colours_named(text):
            return named[:1], sure
    return [family_colour("multi")], 0.1


def _childrens(stated: Stated) -> ReservedUse | None:
    return "children" if _words("children").first(stated.name) else None


@cache
def _kinds() -> dict[str, Kind]:
    rows = {name: row for name, row in load_table("kinds").items() if name != "nouns"}
    return {
        name: Kind(row["category"], row.get("confidence", AS_TYPED), WordTable(row.get("words", {})))
        for name, row in rows.items()
    }


@cache
def _nouns() -> WordTable:
    return WordTable(load_table("kinds")["nouns"])


@cache
def _words(name: str) -> WordTable:
    return WordTable(load_table("attributes")[name])
