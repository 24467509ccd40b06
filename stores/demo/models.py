"""One design and its colourways: what the demo shop decides when it makes a piece.

All that is not fixed is drawn. It knows nothing of how many pieces a catalogue needs.
"""

from dataclasses import dataclass
from hashlib import sha256
from random import Random

from stores.categories import Category, load_categories
from stores.colours import load_colours
from stores.demo.tables import Brand, Cloth, Must, Pieces, load_brands, load_cloths, load_pieces
from stores.demo.wording import describe_make, name_piece
from stores.pictures import DRAWN
from stores.vocabulary import Article, Colour, Fit, Pattern, Presentation, Season, SizeStock

LETTERS = ["XXS", "XS", "S", "M", "L", "XL", "XXL", "XXXL"]
SMALL_RUN = ["S", "M", "L", "XL"]
SHOES: dict[Presentation, range] = {"women": range(36, 43), "men": range(39, 48), "unisex": range(36, 48)}
PATTERN_CHANCE = 0.5
SOLD_OUT_CHANCE = 0.12
PRINTS: dict[Pattern, list[str]] = {
    "floral": ["ivory", "coral", "sage", "dusty pink", "mustard"],
    "paisley": ["ivory", "burgundy", "teal", "ochre"],
    "animal": ["black", "espresso"],
    "graphic": ["black", "white", "red", "cobalt"],
    "embroidered": ["gold", "silver", "ivory"],
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


def design(draw: Random, key: str, who: Presentation, must: Must) -> Model:
    """A model of `must.category`; what `must` leaves open is drawn. `key` names the model."""
    pieces, kind = load_pieces()[must.category], load_categories()[must.category]
    brand = _brand(draw, pieces, cheapest=must.price is not None)
    fabric = must.fabric or draw.choice(pieces.fabrics)
    cloth = load_cloths()[fabric]
    cut, fit = _cut(draw, pieces, must.cut)
    pattern = must.pattern or cloth.pattern or _pattern(draw, pieces)
    made = describe_make(draw, cloth, fit, pattern, must.detail or draw.choice(pieces.details))
    return Model(
        key=key,
        category=must.category,
        presentation=who,
        brand=brand,
        fabric=fabric,
        cut=cut,
        fit=fit,
        pattern=pattern,
        description=f"{made} {draw.choice(pieces.uses)}",
        price=must.price or _price(draw, pieces, load_brands()[brand], cloth),
        formality=_formality(draw, kind, cloth),
        clo=round(kind.clo * cloth.warm * draw.uniform(0.92, 1.08), 2),
    )


def dye(draw: Random, model: Model, colour: str, *, in_stock: bool = False) -> Article:
    """The article of a model in a colour. `in_stock`: no size is sold out."""
    pieces, cloth, kind = load_pieces()[model.category], load_cloths()[model.fabric], load_categories()[model.category]
    slug = model.category.replace("_", "-")
    article_id = f"{slug}-{_tag(model.key, colour)}"
    return Article(
        id=article_id,
        name=name_piece(colour, model.pattern, model.fabric, cloth, model.cut),
        category=model.category,
        slot=kind.slot,
        presentation=model.presentation,
        colours=_colours(draw, colour, model.pattern),
        fabrics=cloth.of,
        pattern=model.pattern,
        fit=model.fit,
        formality=model.formality,
        clo=model.clo,
        waterproof=cloth.waterproof or pieces.waterproof,
        seasons=_seasons(kind, cloth),
        description=model.description,
        brand=model.brand,
        price=model.price,
        sizes=_sizes(draw, _size_run(model, pieces, kind), in_stock),
        url=f"https://shop.example/{slug}/{article_id}",
        image=DRAWN,
        reserve=kind.reserve,
        group=f"{slug}-{_tag(model.key)}",
    )


def _tag(*parts: str) -> str:
    return sha256("/".join(parts).encode()).hexdigest()[:8]


def _brand(draw: Random, pieces: Pieces, *, cheapest: bool) -> str:
    """A brand that makes such pieces; a piece with a set price comes from the cheapest."""
    makers = {name: brand.level for name, brand in load_brands().items() if pieces.kind in brand.kinds}
    return min(makers, key=makers.__getitem__) if cheapest else draw.choice(list(makers))


def _cut(draw: Random, pieces: Pieces, wanted: str | None) -> tuple[str, Fit | None]:
    cuts = [cut for cut in pieces.cuts if wanted in {None, cut[0]}]
    cut = draw.choice(cuts)
    return (cut[0], cut[1]) if len(cut) == 2 else (cut[0], None)


def _pattern(draw: Random, pieces: Pieces) -> Pattern:
    return draw.choice(pieces.patterns) if pieces.patterns and draw.random() < PATTERN_CHANCE else "solid"


def _price(draw: Random, pieces: Pieces, brand: Brand, cloth: Cloth) -> float:
    """Between the category's ends by the brand's level, times the cloth's factor; written as shops do (12.99, 44)."""
    low, high = pieces.price
    step = min(1.0, max(0.0, brand.level + draw.uniform(-0.15, 0.15)))
    price = max(low, low * (high / low) ** step * cloth.dear)
    return int(price) + 0.99 if price < 30 else round(price / 5) * 5 - 1.0


def _formality(draw: Random, kind: Category, cloth: Cloth) -> float:
    """Around the category's. A fine cloth lifts a plain piece; what is formal already is not lifted beyond its code."""
    step = cloth.dressy + draw.choice([-0.3, 0.0, 0.0, 0.3])
    room = max(0.0, 7.0 - kind.formality)
    return round(max(0.0, kind.formality + min(step, room)), 1)


def _colours(draw: Random, main: str, pattern: Pattern) -> list[Colour]:
    """The main colour, and for a pattern one or two beside it; shares add up to 1."""
    named = load_colours()
    others = [other for other in PRINTS.get(pattern, PLAIN_PRINT) if named[other].family != named[main].family]
    shares = {main: 1.0}
    if pattern in {"floral", "paisley"}:
        second, third = draw.sample(others, 2)
        shares = {main: 0.6, second: 0.25, third: 0.15}
    elif pattern not in {"solid", "sequin"}:
        shares = {main: 0.75, draw.choice(others): 0.25}
    return [named[name].model_copy(update={"share": share}) for name, share in shares.items()]


def _seasons(kind: Category, cloth: Cloth) -> list[Season]:
    both = [season for season in kind.seasons if season in cloth.seasons]
    return both or list(kind.seasons)


def _sizes(draw: Random, run: list[str], in_stock: bool) -> list[SizeStock]:
    """Some sizes of a run are sold out, never the only one."""
    chance = 0.0 if in_stock or len(run) == 1 else SOLD_OUT_CHANCE
    return [SizeStock(size=size, stock=0 if draw.random() < chance else draw.randint(2, 40)) for size in run]


def _size_run(model: Model, pieces: Pieces, kind: Category) -> list[str]:
    if kind.slot == "footwear":
        return [str(size) for size in SHOES[model.presentation]]
    if kind.slot == "hosiery" or pieces.small_run:
        return SMALL_RUN
    return ["ONE"] if kind.slot in {"bag", "headwear", "accessory"} else LETTERS
