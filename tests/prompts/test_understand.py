"""The prompt of the understanding names every key of a brief, and every value that a model chooses among."""

import re
from typing import get_args

import pytest

from prompts.loader import load_prompt
from stores.vocabulary import Brief, Budget, Intent, Refinement, Sizes

NAMED = {word for said in re.findall(r"`([^`]+)`", load_prompt("understand").text) for word in said.split(".")}


@pytest.mark.parametrize("shape", [Brief, Refinement, Sizes])
def test_every_key_is_named(shape: type[Brief] | type[Refinement] | type[Sizes]) -> None:
    assert set(shape.model_fields) - NAMED == set()


def test_every_choice_is_named() -> None:
    assert set(get_args(Intent)) - NAMED == set()
    assert set(get_args(Refinement.model_fields["change"].annotation)) - NAMED == set()
    assert {"budget", "max", "per"} <= NAMED
    assert "per" in Budget.model_fields
