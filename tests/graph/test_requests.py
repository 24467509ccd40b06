"""What people ask first, each in a fresh thread: looks of real articles that keep every stated constraint."""

from collections.abc import Callable
from typing import Any

import pytest

from stores.vocabulary import CORE_SLOTS

Look = dict[str, Any]


def families(look: Look) -> set[str]:
    return {item["colour"]["family"] for item in look["items"]}


def has(look: Look, category: str | set[str], colours: set[str] | None = None) -> bool:
    wanted = {category} if isinstance(category, str) else category
    return any(
        item["category"] in wanted and (colours is None or item["colour"]["family"] in colours)
        for item in look["items"]
    )


TROUSERS = {"trousers", "suit_trousers", "chinos", "wide_leg_trousers", "linen_trousers"}
COATS = {"winter_coat", "overcoat", "parka", "down_jacket", "trench_coat"}
DRESSES = {"casual_dress", "summer_dress", "maxi_dress", "shirt_dress"}

REQUESTS: list[tuple[str, Callable[[Look], bool]]] = [
    ("Recommend me an outfit", lambda look: look["kind"] == "outfit"),
    ("What color should I wear? I like gray.", lambda look: "grey" in families(look)),
    ("I need a black blazer for a professional meeting", lambda look: has(look, "blazer", {"black"})),
    ("Looking for tailored trousers, dark gray, for office wear", lambda look: has(look, TROUSERS, {"grey"})),
    ("I want a warm coat for winter, preferably in navy blue", lambda look: has(look, COATS)),
    (
        "business meeting next week, professional but not overly formal. My budget is $200.",
        lambda look: look["total"] <= 200 / 1.10,
    ),
    (
        "I'm a 30 year old female traveling to Delhi for a friends wedding. What to wear for the function?",
        lambda look: not families(look) <= {"white", "black"},
    ),
    (
        "I'm planning to go to alaska to see northern lights next month, for a week, I will be fishing and hiking.",
        lambda look: not has(look, {"heels", "sandals", "shorts"}),
    ),
    (
        "Can you suggest a casual summer dress in floral print?",
        lambda look: has(look, DRESSES),
    ),
    (
        "formal gala, black or navy, $300",
        lambda look: look["total"] <= 300 / 1.10 and bool(families(look) & {"black", "navy"}),
    ),
]


@pytest.mark.parametrize(("text", "keeps"), REQUESTS, ids=[text[:40] for text, _ in REQUESTS])
async def test_a_first_request_is_dressed(talk, text, keeps):
    output = await talk.say(text)
    reply = output["messages"][-1].text
    assert output["looks"], output["brief"]["unmet"]
    assert output["degraded"] == []
    for look in output["looks"]:
        assert keeps(look), look
        await prices_are_the_catalogues(talk.services, look)
        if look["kind"] == "outfit":
            assert wears_a_whole_look(look)
    assert 10 <= len(reply.split()) <= 140, reply
    assert "[[" not in reply
    assert output["looks"][0]["why"]


async def prices_are_the_catalogues(services: Any, look: Look) -> None:
    articles = await services.catalog.articles([item["id"] for item in look["items"]])
    assert set(articles) == {item["id"] for item in look["items"]}
    assert look["total"] == pytest.approx(sum(article.price for article in articles.values()))


def wears_a_whole_look(look: Look) -> bool:
    slots = {item["slot"] for item in look["items"]}
    return (
        bool(slots & CORE_SLOTS) and "footwear" in slots and ("one_piece" in slots or {"base_top", "bottom"} <= slots)
    )


async def test_the_output_has_every_key_of_the_contract(talk):
    output = await talk.say("hello")
    assert set(output) == {
        "messages", "brief", "conditions", "critique", "advice", "looks", "packing", "gaps", "preview", "degraded",
    }  # fmt: skip
    assert (output["looks"], output["preview"], output["conditions"]) == ([], None, None)


async def test_a_warm_winter_coat_is_warm_and_navy_comes_first(talk):
    output = await talk.say("I want a warm coat for winter, preferably in navy blue")
    first = output["looks"][0]["items"]
    coats = [item for item in first if item["slot"] == "outer"]
    articles = await talk.services.catalog.articles([item["id"] for item in coats])
    assert all(article.clo >= 0.55 for article in articles.values())
    assert coats[0]["colour"]["family"] == "navy"


async def test_off_topic_is_declined_in_one_sentence(talk):
    output = await talk.say("what's the capital of Peru?")
    assert output["looks"] == []
    assert output["brief"]["intent"] == "off_topic"
    assert output["messages"][-1].text.count(".") <= 2
    assert "Lima" not in output["messages"][-1].text.replace("in Lima", "")
