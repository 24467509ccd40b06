"""The demo catalogue: articles of invented brands, drawn from tables, the same for the same seed.

Every seed can answer the same requests: what `coverage.toml` lists is made first, the rest is drawn by weight.
It knows nothing of how articles are searched or worn together.
"""

from collections.abc import Iterator
from itertools import chain, islice
from random import Random

from stores.colours import load_colours
from stores.demo.models import Model, design, dye
from stores.demo.tables import Must, load_brands, load_coverage, load_palettes, load_pieces
from stores.vocabulary import Article, Presentation

Section = tuple[str, Presentation]


def generate(seed: int = 1, count: int = 1000) -> Iterator[Article]:
    """`count` articles for a seed, what coverage asks for first. The same seed gives the same bytes."""
    covered = list(_covered(seed))
    # Shuffled, so that a short catalogue still has something in every slot.
    Random(f"{seed}/order").shuffle(covered)
    quotas = _share_out(max(0, count - len(covered)))
    drawn = (_drawn(seed, category, who, quota) for (category, who), quota in quotas.items())
    return islice(chain(covered, chain.from_iterable(drawn)), count)


def _covered(seed: int) -> Iterator[Article]:
    for ability, musts in load_coverage().items():
        for number, must in enumerate(musts):
            for who in must.presentations:
                key = f"{seed}/{ability}/{number}/{who}"
                draw = Random(key)
                model = design(draw, key, who, must)
                yield from (dye(draw, model, colour, in_stock=True) for colour in must.colours)


def _drawn(seed: int, category: str, who: Presentation, quota: int) -> Iterator[Article]:
    """`quota` articles of one section, in models of one to three colourways."""
    free = Must(category=category, presentations=[who], colours=[])
    number = 0
    while quota > 0:
        key = f"{seed}/{category}/{who}/{number}"
        draw = Random(key)
        model = design(draw, key, who, free)
        colours = _colourways(draw, model, min(quota, draw.choice([1, 2, 2, 3])))
        yield from (dye(draw, model, colour) for colour in colours)
        quota -= len(colours)
        number += 1


def _colourways(draw: Random, model: Model, number: int) -> list[str]:
    """Different colours of the palette; those that the brand leans to are three times as likely."""
    palette = list(load_palettes()[load_pieces()[model.category].palette])
    named, leans = load_colours(), load_brands()[model.brand].leans
    chosen: list[str] = []
    while palette and len(chosen) < number:
        weights = [3 if named[name].family in leans else 1 for name in palette]
        chosen.append(palette.pop(draw.choices(range(len(palette)), weights)[0]))
    return chosen


def _share_out(total: int) -> dict[Section, int]:
    """`total` split over the sections by weight, in whole numbers that add up (largest remainders)."""
    weights = {(category, who): w for category, row in load_pieces().items() for who, w in row.weights.items()}
    exact = {section: total * weight / sum(weights.values()) for section, weight in weights.items()}
    quotas = {section: int(share) for section, share in exact.items()}
    by_remainder = sorted(exact, key=lambda section: quotas[section] - exact[section])
    for section in by_remainder[: total - sum(quotas.values())]:
        quotas[section] += 1
    return quotas
