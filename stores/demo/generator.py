"""The demo catalogue: articles of invented brands, drawn from tables, the same for the same seed.

Every seed can answer the same requests: what `coverage.toml` lists is made first, the rest is drawn by weight.
It knows nothing of how articles are searched or worn together.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from random import Random

from stores.categories import load_categories
from stores.colours import load_colours
from stores.demo.tables import (
    Brand,
    Cloth,
    Must,
    Pieces,
    load_brands,
    load_cloths,
    load_coverage,
    load_palettes,
    load_pieces,
)
from stores.demo.wording import describe, name_piece
from stores.vocabulary import Article, Colour, Fit, Pattern, Presentation, Season, SizeStock

LETTERS = ["XXS", "XS", "S", "M", "L", "XL", "XXL", "XXXL"]
GLOVES = ["S", "M", "L", "XL"]
SHOES: dict[Presentation, range] = {"women": range(36, 43), "men": range(39, 48), "unisex": range(36, 48)}
PATTERN_CHANCE = 0.35
SOLD_OUT_CHANCE = 0.12
PRINTS: dict[Pattern, list[str]] = {
    "floral": ["ivory", "coral", "sage", "dusty pink", "mustard"],
    "paisley": ["ivory", "burgundy", "teal", "ochre"],
    "graphic": ["black", "white", "red", "cobalt"],
    "colour_block": ["ecru", "navy", "rust", "grey"],
    "embroidered": ["gold", "silver", "ivory"],
    "sequin": ["gold", "silver"],
}
PLAIN_PRINT = ["white", "navy", "black", "ecru"]


@dataclass(frozen=True)
class Model:
    """One design, before it is dyed: what its colourways share."""

    key: str
    category: str
    presentation: Presentation
    brand: str
    fabric: str
    cut: str
    fit: Fit | None
    pattern: Pattern
    description: str
    price: float
    formality: float
    clo: float


def generate(seed: int = 1, count: int = 1000) -> Iterator[Article]:
    """`count` articles for a seed, what coverage asks for first. The same seed gives the same bytes."""
    made = 0
    for article in _all_articles(seed, count):
        if made == count:
            return
        made += 1
        yield article


def _all_articles(seed: int, count: int) -> Iterator[Article]:
    covered = list(_covered(seed))
    yield from covered
    pieces = load_pieces()
    weights = {(name, who): weight for name, row in pieces.items() for who, weight in row.weights.items()}
    for (category, who), quota in _share_out(weights, count - len(covered)).items():
        yield from _drawn(seed, category, who, quota)


def _covered(seed: int) -> list[Article]:
    """The pieces of `coverage.toml`, shuffled so that a short catalogue still has every slot."""
    musts = [must for ability in load_coverage().values() for must in ability]
    articles: list[Article] = []
    for number, must in enumerate(musts):
        for who in must.presentations:
            draw = Random(f"{seed}/must/{number}/{who}")
            model = _design(draw, f"{seed}/must/{number}/{who}", must.category, who, must)
            articles += [_dye(draw, model, name, in_stock=True) for name in must.colours]
    Random(f"{seed}/order").shuffle(articles)
    return articles


def _drawn(seed: int, category: str, who: Presentation, quota: int) -> Iterator[Article]:
    pieces = load_pieces()[category]
    number = 0
    while quota > 0:
        key = f"{seed}/{category}/{who}/{number}"
        draw = Random(key)
        model = _design(draw, key, category, who)
        names = _colourways(draw, pieces, load_brands()[model.brand], min(quota, draw.choice([1, 2, 2, 3])))
        yield from (_dye(draw, model, name) for name in names)
        quota -= len(names)
        number += 1


def _design(draw: Random, key: str, category: str, who: Presentation, must: Must | None = None) -> Model:
    pieces, kind = load_pieces()[category], load_categories()[category]
    brand = _brand_for(draw, pieces, cheap=bool(must and must.price))
    fabric = must.fabric if must and must.fabric else draw.choice(pieces.fabrics)
    cut, *fit = next((c for c in pieces.cuts if must and c[0] == must.cut), None) or draw.choice(pieces.cuts)
    cloth = load_cloths()[fabric]
    pattern = must.pattern if must and must.pattern else _pattern(draw, pieces)
    detail = must.detail if must and must.detail else draw.choice(pieces.details)
    price = must.price if must and must.price else _price(draw, pieces, load_brands()[brand], cloth)
    return Model(
        key=key,
        category=category,
        presentation=who,
        brand=brand,
        fabric=fabric,
        cut=cut,
        fit=fit[0] if fit else None,
        pattern=pattern,
        description=describe(draw, cloth, fit[0] if fit else None, pattern, detail, pieces.uses),
        price=_price_point(price),
        formality=round(min(9, max(0, kind.formality + cloth.dressy + draw.choice([-0.3, 0, 0, 0.3]))), 1),
        clo=round(kind.clo * cloth.warm * draw.uniform(0.92, 1.08), 2),
    )


def _dye(draw: Random, model: Model, name: str, *, in_stock: bool = False) -> Article:
    """The colourway of a model whose main colour is `name`."""
    pieces, cloth, kind = load_pieces()[model.category], load_cloths()[model.fabric], load_categories()[model.category]
    tag = sha256(f"{model.key}/{name}".encode()).hexdigest()[:8]
    group = sha256(model.key.encode()).hexdigest()[:8]
    slug = model.category.replace("_", "-")
    return Article(
        id=f"{slug}-{tag}",
        name=name_piece(name, model.pattern, model.fabric, cloth, model.cut),
        category=model.category,
        slot=kind.slot,
        presentation=model.presentation,
        colours=_colours(draw, name, model.pattern),
        fabrics=cloth.of,
        pattern=model.pattern,
        fit=model.fit,
        formality=model.formality,
        clo=model.clo,
        waterproof=cloth.waterproof or pieces.waterproof,
        seasons=_seasons(kind.seasons, cloth),
        description=model.description,
        brand=model.brand,
        price=model.price,
        sizes=_sizes(draw, model, pieces, in_stock),
        url=f"https://shop.example/{slug}/{slug}-{tag}",
        reserve=kind.reserve,
        group=f"{slug}-{group}",
    )


def _share_out(weights: dict[tuple[str, Presentation], int], total: int) -> dict[tuple[str, Presentation], int]:
    """`total` split by weight, whole numbers that add up (largest remainders)."""
    exact = {key: max(total, 0) * weight / sum(weights.values()) for key, weight in weights.items()}
    quotas = {key: int(value) for key, value in exact.items()}
    left = max(total, 0) - sum(quotas.values())
    for key in sorted(exact, key=lambda k: quotas[k] - exact[k])[:left]:
        quotas[key] += 1
    return quotas


def _brand_for(draw: Random, pieces: Pieces, *, cheap: bool) -> str:
    brands = load_brands()
    makers = [name for name, brand in brands.items() if pieces.kind in brand.kinds]
    if cheap:
        return min(makers, key=lambda name: brands[name].level)
    return draw.choice(makers)


def _colourways(draw: Random, pieces: Pieces, brand: Brand, number: int) -> list[str]:
    """Different colours of the palette; those that the brand leans to are three times as likely."""
    palette = list(load_palettes()[pieces.palette])
    named = load_colours()
    chosen: list[str] = []
    while palette and len(chosen) < number:
        weights = [3 if named[name].family in brand.leans else 1 for name in palette]
        chosen.append(palette.pop(draw.choices(range(len(palette)), weights)[0]))
    return chosen


def _pattern(draw: Random, pieces: Pieces) -> Pattern:
    return draw.choice(pieces.patterns) if pieces.patterns and draw.random() < PATTERN_CHANCE else "solid"


def _colours(draw: Random, name: str, pattern: Pattern) -> list[Colour]:
    named = load_colours()
    if pattern == "solid":
        return [named[name].model_copy()]
    others = [o for o in PRINTS.get(pattern, PLAIN_PRINT) if named[o].family != named[name].family]
    if pattern in {"floral", "paisley"}:
        second, third = draw.sample(others, 2)
        shares = {name: 0.6, second: 0.25, third: 0.15}
    else:
        shares = {name: 0.75, draw.choice(others): 0.25}
    return [named[colour].model_copy(update={"share": share}) for colour, share in shares.items()]


def _price(draw: Random, pieces: Pieces, brand: Brand, cloth: Cloth) -> float:
    """Between the category's ends, by the brand's level and the cloth."""
    low, high = pieces.price
    step = min(1.0, max(0.0, brand.level + draw.uniform(-0.15, 0.15)))
    return max(low, low * (high / low) ** step * cloth.dear)


def _price_point(price: float) -> float:
    """A price as shops write it: 12.99, 44, 180."""
    if price < 30:
        return int(price) + 0.99 if price != int(price) else price
    return round(price / 5) * 5 - 1.0 if price < 200 else round(price / 10) * 10.0


def _seasons(usual: list[Season], cloth: Cloth) -> list[Season]:
    both = [season for season in usual if season in cloth.seasons]
    return both or list(usual)


def _sizes(draw: Random, model: Model, pieces: Pieces, in_stock: bool) -> list[SizeStock]:
    def stock() -> int:
        return 0 if not in_stock and draw.random() < SOLD_OUT_CHANCE else draw.randint(2, 40)

    return [SizeStock(size=size, stock=stock()) for size in _size_run(model, pieces)]


def _size_run(model: Model, pieces: Pieces) -> list[str]:
    slot = load_categories()[model.category].slot
    if slot == "footwear":
        return [str(size) for size in SHOES[model.presentation]]
    if pieces.sizes == "gloves" or slot == "hosiery":
        return GLOVES
    return ["ONE"] if slot in {"bag", "headwear", "accessory"} and pieces.sizes is None else LETTERS
