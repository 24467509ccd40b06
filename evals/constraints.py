"""Whether looks keep to what a turn orders.

The checks read looks and catalogue articles, never the brief, and hold them against tables that are not the stylist's.
Knows no graph and no language.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from evals.turns import Asked, Code, Disliked, Expectation, load_terms
from stores.categories import cut_for_one
from stores.vocabulary import Article, Budget, ColourFamily, Item, Look, Sizes, Slot

LARGE: frozenset[Slot] = frozenset({"base_top", "bottom", "one_piece", "mid", "outer"})
CORE: frozenset[Slot] = frozenset({"base_top", "bottom", "one_piece", "mid", "footwear"})
# A white shirt is a shirt and black trousers are trousers, whatever is worn at the wedding.
HARMLESS: Mapping[str, Slot] = {"white": "base_top", "cream": "base_top", "black": "bottom"}
PER_EURO = {"EUR": 1.0, "USD": 1.10, "GBP": 0.85, "CNY": 7.80}
LISTED = 0.10
LETTERS = frozenset({"XXS", "XS", "S", "M", "L", "XL", "XXL", "XXXL"})


@dataclass(frozen=True)
class Worn:
    """A piece of a look with its article; None for the person's own."""

    item: Item
    article: Article | None

    @property
    def families(self) -> set[ColourFamily]:
        listed = [colour for colour in self.article.colours if colour.share >= LISTED] if self.article else []
        return {colour.family for colour in listed} or {self.item.colour.family}

    @property
    def clo(self) -> float:
        return self.article.clo if self.article else 0.0


Outfit = Sequence[Worn]
Check = Callable[[Expectation, Outfit, Sequence[Outfit]], bool]


def worn(look: Look, articles: Mapping[str, Article]) -> list[Worn]:
    return [Worn(item, articles.get(item.id) if item.source == "catalog" else None) for item in look.items]


def is_of(category: str, slot: str, names: Iterable[str]) -> bool:
    return category in names or slot in names


def answers(article: Article, asked: Asked) -> bool:
    return (
        is_of(article.category, article.slot, asked.of)
        and (not asked.colours or article.colours[0].family in asked.colours)
        and (not asked.fabrics or bool(set(asked.fabrics) & set(article.fabrics)))
        and (not asked.patterns or article.pattern in asked.patterns)
    )


def euros(budget: Budget) -> float:
    return budget.max / PER_EURO[budget.currency]


def total(outfit: Outfit) -> float:
    """The price of what has to be bought; infinite where one is not known."""
    prices = [piece.article.price for piece in outfit if piece.article]
    return inf if None in prices else sum(price or 0.0 for price in prices)


def in_budget(expect: Expectation, outfit: Outfit, earlier: Sequence[Outfit]) -> bool:
    if expect.budget is None:
        return True
    if expect.budget.per == "look":
        return total(outfit) <= euros(expect.budget) + 0.005
    bought = [piece.article for piece in outfit if piece.article]
    named = [one for one in bought if any(is_of(one.category, one.slot, asked.of) for asked in expect.pieces)]
    return all((one.price or inf) <= euros(expect.budget) + 0.005 for one in named or bought)


def in_size(expect: Expectation, outfit: Outfit, earlier: Sequence[Outfit]) -> bool:
    return all(comes_in(piece.article, expect.sizes) for piece in outfit if piece.article)


def comes_in(article: Article, sizes: Sizes) -> bool:
    """Whether an article is in stock in the person's size; a belt too, where it goes by the sizes of clothes."""
    lettered = article.slot in LARGE or any(row.size in LETTERS for row in article.sizes)
    wanted = sizes.shoes if article.slot == "footwear" else sizes.clothes if lettered else None
    stocked = {row.size for row in article.sizes if row.stock}
    return wanted is None or not article.sizes or wanted in stocked or "ONE" in stocked


def in_colour(expect: Expectation, outfit: Outfit, earlier: Sequence[Outfit]) -> bool:
    """A colour that is wished for is seen on clothes; a colour for everything is that of all but jewellery."""
    seen = {family for piece in outfit if piece.item.slot in LARGE for family in piece.families}
    everything = all(
        piece.item.colour.family in expect.all_colours for piece in outfit if piece.item.slot != "accessory"
    )
    return (not expect.colours or bool(seen & set(expect.colours))) and (not expect.all_colours or everything)


def in_slots(expect: Expectation, outfit: Outfit, earlier: Sequence[Outfit]) -> bool:
    """Whole where an outfit is meant, nothing but what was asked for where that alone is, each asked piece there."""
    slots = {piece.item.slot for piece in outfit}
    whole = "footwear" in slots and ("one_piece" in slots or {"base_top", "bottom"} <= slots)
    bought = {piece.item.slot for piece in outfit if piece.article}
    only = all(is_of(piece.item.category, piece.item.slot, expect.only) for piece in outfit)
    bare = [one.model_copy(update={"colours": [], "fabrics": [], "patterns": []}) for one in expect.pieces]
    return (
        (whole or not expect.outfit)
        and (only or not expect.only)
        and not bought & set(expect.lacks)
        and all(holds(outfit, one) for one in bare)
    )


def holds(outfit: Outfit, asked: Asked) -> bool:
    return any(piece.article is not None and answers(piece.article, asked) for piece in outfit)


def as_asked(expect: Expectation, outfit: Outfit, earlier: Sequence[Outfit]) -> bool:
    """Each asked piece in its colour, cloth and pattern."""
    return all(holds(outfit, asked) for asked in expect.pieces)


def on_code(expect: Expectation, outfit: Outfit, earlier: Sequence[Outfit]) -> bool:
    if expect.code is None:
        return True
    code = load_terms().codes[expect.code]
    categories = {piece.item.category for piece in outfit}
    required = code.requires.get(expect.presentation or "", [])
    fitting = all(suits(piece.article, expect, code) for piece in outfit if piece.article)
    return fitting and all(group & categories for group in required)


def suits(article: Article, expect: Expectation, code: Code) -> bool:
    """Whether a piece is right at a dress code; what was asked for by name is."""
    if any(article.category in asked.of for asked in expect.pieces):
        return True
    low, high = code.formality
    return article.category not in code.never and (article.slot not in CORE or low <= article.formality <= high)


def off_taboos(expect: Expectation, outfit: Outfit, earlier: Sequence[Outfit]) -> bool:
    shawled = any(p.item.slot in {"mid", "outer"} or p.item.category in {"shawl", "scarf"} for p in outfit)
    worn_articles = [piece.article for piece in outfit if piece.article]
    return not any(
        offends(article, taboo)
        for taboo in expect.taboos
        for article in worn_articles
        if not (taboo == "bare:shoulders" and shawled)
    )


def offends(article: Article, taboo: str) -> bool:
    """Whether a piece is mostly of a colour that is not worn there, or bares what is to be covered."""
    kind, _, what = taboo.partition(":")
    if kind == "family":
        harmless = article.slot not in LARGE or HARMLESS.get(what) == article.slot
        return not harmless and any(colour.family == what and colour.share >= 0.5 for colour in article.colours)
    cover = load_terms().cover[what]
    words = f"{article.name} {article.description}".lower()
    if article.slot not in LARGE - {"mid", "outer"}:
        return False
    return bool(cover.bares.search(words)) or (article.category in cover.categories and not cover.covers.search(words))


def for_weather(expect: Expectation, outfit: Outfit, earlier: Sequence[Outfit]) -> bool:
    if expect.weather is None:
        return True
    sky = load_terms().weather[expect.weather]
    clo = 0.161 + 0.835 * warmth(outfit)
    covered = any(piece.item.slot == "outer" for piece in outfit) or "outer" in expect.avoid.slots
    sheltered = any(
        piece.item.category == "umbrella" or (piece.item.slot == "outer" and piece.article and piece.article.waterproof)
        for piece in outfit
    )
    return (
        (sky.clo[0] <= clo <= sky.clo[1])
        and (covered or not sky.outer)
        and (sheltered or not sky.shelter)
        and not any(piece.item.category in sky.never for piece in outfit)
    )


def liked(expect: Expectation, outfit: Outfit, earlier: Sequence[Outfit]) -> bool:
    return all(is_liked(piece.article, expect.avoid) for piece in outfit if piece.article)


def is_liked(article: Article, avoid: Disliked) -> bool:
    families = {colour.family for colour in article.colours if colour.share >= LISTED}
    return not (
        families & set(avoid.colours)
        or set(article.fabrics) & set(avoid.fabrics)
        or article.pattern in avoid.patterns
        or article.category in avoid.categories
        or article.slot in avoid.slots
    )


def is_cut_for(expect: Expectation, outfit: Outfit, earlier: Sequence[Outfit]) -> bool:
    return all(cut_suits(piece.article, expect) for piece in outfit if piece.article)


def cut_suits(article: Article, expect: Expectation) -> bool:
    """Whether a piece is cut for who wears it; a skirt is anybody's who orders a skirt."""
    ordered = cut_for_one() & {name for one in expect.pieces for name in one.of}
    suits = article.category in ordered or article.presentation in {expect.presentation, "unisex"}
    return expect.presentation is None or suits


def warmth(outfit: Outfit) -> float:
    return sum(piece.clo for piece in outfit)


def formality(outfit: Outfit) -> float:
    core = [piece.article.formality for piece in outfit if piece.article and piece.item.slot in CORE]
    return sum(core) / len(core) if core else 0.0


def in_step(expect: Expectation, outfit: Outfit, earlier: Sequence[Outfit]) -> bool:
    """Past all that was shown before; where others were asked for, none of its garments and shoes: a hat may return."""
    seen = {piece.item.id for before in earlier for piece in before}
    if expect.new and any(piece.item.id in seen and piece.item.slot in LARGE | CORE for piece in outfit):
        return False
    match expect.than:
        case "cheaper":
            return total(outfit) < min(map(total, earlier), default=inf)
        case "warmer":
            return warmth(outfit) > max(map(warmth, earlier), default=-inf)
        case "dressier":
            return formality(outfit) > max(map(formality, earlier), default=-inf)
        case "plainer":
            return formality(outfit) < min(map(formality, earlier), default=inf)
    return True


CHECKS: dict[str, Check] = {
    "budget": in_budget,
    "size": in_size,
    "colour": in_colour,
    "slot": in_slots,
    "piece": as_asked,
    "dress_code": on_code,
    "taboo": off_taboos,
    "weather": for_weather,
    "dislike": liked,
    "presentation": is_cut_for,
    "step": in_step,
}


def broken(expect: Expectation, looks: Sequence[Outfit], earlier: Sequence[Outfit]) -> list[str]:
    """Names of the orders that any of these looks breaks; `count` where they are too few."""
    names = [name for name, check in CHECKS.items() if not all(check(expect, look, earlier) for look in looks)]
    return names + (["count"] if len(looks) < expect.count else [])


def ordered(expect: Expectation) -> list[str]:
    """Names of the checks that a turn gives something to check."""
    named = {
        "budget": expect.budget,
        "size": expect.sizes.clothes or expect.sizes.shoes,
        "colour": expect.colours or expect.all_colours,
        "slot": expect.outfit or expect.only or expect.lacks or expect.pieces,
        "piece": any(one.colours or one.fabrics or one.patterns for one in expect.pieces),
        "dress_code": expect.code,
        "taboo": expect.taboos,
        "weather": expect.weather,
        "dislike": expect.avoid != Disliked(),
        "presentation": expect.presentation,
        "step": expect.than or expect.new,
        "count": expect.count > 1,
    }
    return [name for name, said in named.items() if said]
