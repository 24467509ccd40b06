"""A suite of a few cases in the shop of seed 1, whose catalogue is made once per session."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evals import suites, worlds
from evals.cases import Case, Said, World

SHOP = World(seed=1)
ASKED = {
    "blazer": ("en", "A navy blazer under 150 euros, I'm a man", {"max": 150.0, "currency": "EUR", "per": "item"}),
    "robe": ("fr", "Une robe verte à moins de 120 €", {"max": 120.0, "currency": "EUR", "per": "item"}),
    "trousers": ("zh", "200欧以内的黑色裤子", {"max": 200.0, "currency": "EUR", "per": "item"}),
}


def few() -> list[Case]:
    return [
        Case(id=name, language=tongue, say=Said(text=text), world=SHOP, checks={"orders": {"budget": budget}})
        for name, (tongue, text, budget) in ASKED.items()
    ]


@pytest.fixture
def quick_worlds(demo_catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Worlds of seed 1 whose catalogue is a copy."""
    ingest = worlds.ingest

    def copied(rows: Any, directory: Path, texts: Any) -> Any:
        return ingest(rows, directory, texts) if directory.exists() else shutil.copytree(demo_catalog, directory)

    monkeypatch.setattr(worlds, "ingest", copied)


@pytest.fixture
def few_cases(quick_worlds: None, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts a suite called `few` beside the others; without arguments, three pieces to a budget."""

    def put(*cases: Case) -> None:
        chosen = list(cases) or few()
        monkeypatch.setattr(suites, "SUITES", {**suites.SUITES, "few": lambda: iter(chosen)})

    put()
    return put
