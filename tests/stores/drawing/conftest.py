from collections.abc import Callable
from typing import Any

import pytest

from stores.categories import load_categories
from stores.vocabulary import Article, Colour

RED = Colour(name="red", family="red", hex="#c01f28")

Make = Callable[..., Article]


@pytest.fixture
def make() -> Make:
    """An article of a category, red unless told otherwise."""

    def made(category: str, **changes: Any) -> Article:
        known = load_categories()[category]
        facts: dict[str, Any] = {
            "id": category,
            "name": category.replace("_", " "),
            "category": category,
            "slot": known.slot,
            "clo": known.clo,
            "presentation": known.presentation,
            "colours": [RED],
            "formality": known.formality,
        }
        return Article(**facts | changes)

    return made
