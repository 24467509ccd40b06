"""The assistants that come with Maison: what their runs are set to, and what that does."""

from statistics import mean
from typing import Any

import pytest
from pydantic import ValidationError

from graph.context import Context
from graph.services import Services
from graph.variants import digest, load_variants
from prompts.loader import load_guides, load_prompt, with_text
from stores.caller import Caller
from tests.conftest import Talk
from tools.colour import NEUTRAL_FAMILIES

VARIANTS = {variant.name: variant for variant in load_variants()}
ASKED = (
    "What do I wear to a summer wedding in Lyon?",
    "An outfit for the office in autumn",
    "Something casual for a walk in Paris in April",
    "An outfit for a party, I'm a man",
)


def test_each_has_a_name_an_id_and_a_context_of_its_own() -> None:
    assert set(VARIANTS) == {"minimal", "bold", "budget"}
    assert len({one.assistant_id for one in VARIANTS.values()}) == len({one.digest for one in VARIANTS.values()}) == 3
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1}) != digest({"a": 2, "b": 1})


@pytest.mark.parametrize("name", VARIANTS)
def test_what_a_model_reads_is_the_shipped_prompt_with_one_guide_more(name: str) -> None:
    context = Context(**VARIANTS[name].context)
    for role in ("style", "merge"):
        shipped, prompt = load_prompt(role), with_text(load_prompt(role), context.prompts[role])
        assert prompt.text.startswith(shipped.text)
        assert prompt.text.endswith(load_guides()[name])
        assert prompt.version != shipped.version


def test_what_runs_lean_to_are_attributes() -> None:
    with pytest.raises(ValidationError, match="is no attribute of a piece"):
        Context(leaning={"colour:red": 1})
    with pytest.raises(ValidationError):
        Context(leaning={"family:red": 2})


async def test_each_dresses_in_another_way(services: Services) -> None:
    plain, minimal, bold, budget = [await answers(services, name) for name in ("", "minimal", "bold", "budget")]
    assert [len(one["looks"]) for one in minimal] == [1] * len(ASKED)
    assert {len(one["looks"]) for one in plain} == {3}
    assert words(minimal) < 0.7 * words(plain)
    assert grey(minimal) > grey(plain) + 0.1
    assert grey(bold) < grey(plain) - 0.2
    assert cost(budget) < 0.92 * cost(plain)
    assert not any("you like" in one["messages"][-1].text for one in bold)


async def answers(services: Services, name: str) -> list[dict[str, Any]]:
    context = VARIANTS[name].context if name else {}
    return [await Talk(services, Caller(f"{name}{at}")).say(text, **context) for at, text in enumerate(ASKED)]


def items(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [item for output in outputs for look in output["looks"] for item in look["items"]]


def grey(outputs: list[dict[str, Any]]) -> float:
    """The share of pieces in a neutral colour."""
    return mean(item["colour"]["family"] in NEUTRAL_FAMILIES for item in items(outputs))


def cost(outputs: list[dict[str, Any]]) -> float:
    return mean(look["total"] for output in outputs for look in output["looks"])


def words(outputs: list[dict[str, Any]]) -> float:
    return mean(len(output["messages"][-1].text.split()) for output in outputs)
