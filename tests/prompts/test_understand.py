"""The prompt of the understanding names every key of a brief, and every value that a model chooses among."""

import re
from typing import get_args

import pytest

from prompts.loader import load_prompt
from stores.categories import load_categories
from stores.vocabulary import Brief, Budget, Intent, Refinement, Sizes

NAMED = {word for said in re.findall(r"`([^`]+)`", load_prompt("understand").text) for word in said.split(".")}


@pytest.mark.parametrize("shape", [Brief, Refinement, Sizes])
def test_every_key_is_named(shape: type[Brief] | type[Refinement] | type[Sizes]) -> None:
    assert set(shape.model_fields) - NAMED == set()


def test_its_examples_are_briefs() -> None:
    examples = re.findall(r"`(\{\"intent\".+?\})`", load_prompt("understand").text, re.DOTALL)
    wedding, flat = [Brief.model_validate_json(re.sub(r"\s+", " ", one)) for one in examples]
    assert (wedding.occasion, wedding.date, wedding.changes[0].value) == ("wedding", "2027-06", "green")
    assert flat.refinement is not None and flat.refinement.change == "amend"
    assert set(flat.avoid_categories) <= set(load_categories())


def test_every_choice_is_named() -> None:
    assert set(get_args(Intent)) - NAMED == set()
    assert set(get_args(Refinement.model_fields["change"].annotation)) - NAMED == set()
    assert {"budget", "max", "per"} <= NAMED
    assert "per" in Budget.model_fields
