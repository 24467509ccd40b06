from typing import Any

import pytest

from stores.categories import load_categories
from stores.colours import family_colour
from stores.demo.generator import generate
from stores.vocabulary import Article, Conditions, Piece, SizeStock, Wish
from tools.compose import Candidate, Slate


def build_article(category: str, family: str = "navy", **changes: Any) -> Article:
    """An article with the defaults of its category."""
    known = load_categories()[category]
    values: dict[str, Any] = {
        "id": f"{category}-{family}",
        "name": f"{family} {category}",
        "category": category,
        "slot": known.slot,
        "presentation": known.presentation,
        "colours": [family_colour(family)],  # type: ignore[arg-type]
        "formality": known.formality,
        "clo": known.clo,
        "price": 40.0,
        "sizes": [SizeStock(size="ONE", stock=3)],
    }
    return Article(**{**values, **changes})


@pytest.fixture(scope="session")
def article() -> Any:
    return build_article


@pytest.fixture(scope="session")
def demo() -> list[Article]:
    return list(generate(3, 500))


@pytest.fixture
def slates(demo: list[Article]) -> Any:
    """Slates over the demo catalogue: the first articles of each slot, by category where some are named."""

    def build(*wished: str, presentation: str = "women", anchor: str = "", count: int = 24) -> list[Slate]:
        found = []
        for wish in wished:
            fit = [a for a in demo if wish in {a.slot, a.category} and a.presentation in {presentation, "unisex"}]
            rows = [Candidate(a, 1 - place / 60) for place, a in enumerate(fit) if not a.reserve][:count]
            slot = rows[0].piece.slot
            found.append(Slate(Wish(slot=slot, query=wish, required=False, anchor=wish == anchor), rows))
        return found

    return build


@pytest.fixture
def dinner() -> Conditions:
    return Conditions(temp_min_c=9, temp_max_c=15, rain_chance=0.2, dress_code="smart_casual", formality=(3, 5))


@pytest.fixture
def wear(article: Any) -> Any:
    """Pieces by category, or by (category, family)."""

    def build(*pieces: str | tuple[str, str]) -> list[Piece]:
        return [article(*([piece] if isinstance(piece, str) else piece)) for piece in pieces]

    return build
