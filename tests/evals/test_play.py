"""A case is played by a person of its own: what was said before, what they own, what they send, and their twins."""

import io
from typing import Any

import pytest
from PIL import Image
from pydantic import ValidationError

from evals.cases import Case, Planted, Said, World
from evals.photographs import UnknownGarment, garment, photograph
from evals.play import photographs, play
from evals.scripted.prints import read_print
from evals.worlds import Place, articles_of, open_worlds
from graph.settings import Settings
from prompts.loader import load_prompt, source_of

ASKED = "A navy blazer under 150 euros, I'm a man"


def case(**fields: Any) -> Case:
    return Case(**{"id": "c1", "language": "en", "say": Said(text=ASKED), "checks": {}} | fields)


@pytest.fixture(scope="module")
def articles() -> dict[str, Any]:
    return articles_of(1)


@pytest.fixture
def place(services: Any, articles: dict[str, Any]) -> Place:
    return Place(services, articles)


async def test_an_answer_comes_with_its_trace_and_the_truth_about_what_it_shows(place):
    played = await play(case(), place)
    shown = [item["id"] for look in played.outputs["looks"] for item in look["items"]]
    assert shown
    assert {*shown} <= {*played.outputs["articles"]}
    assert played.outputs["articles"][shown[0]]["price"] == place.articles[shown[0]].price
    assert "understand" in [child["name"] for child in played.outputs["trace"]["children"]]
    assert [message["type"] for message in played.outputs["messages"]] == ["human", "ai"]
    assert (played.tokens, played.cost) == (0, None)
    assert played.latency_ms > 0


async def test_a_history_is_of_the_same_thread_and_the_same_person(place):
    history = [Said(text="An outfit for the office, I am a man")]
    played = await play(case(history=history, say=Said(text="cheaper")), place)
    (before,) = played.outputs["earlier"]
    assert before["looks"][0]["total"] > played.outputs["looks"][0]["total"]
    assert len(played.outputs["messages"]) == 4


async def test_another_thread_knows_the_person_and_nothing_that_was_shown(place):
    history = [Said(text="I wear size XS and I am a man", thread="before")]
    played = await play(case(history=history, say=Said(text="the second one, but cheaper")), place)
    assert played.outputs["person"]["profile"]["sizes"]["clothes"] == "XS"
    assert len(played.outputs["messages"]) == 2


async def test_what_somebody_else_sends_is_not_the_person_s(place):
    history = [Said(text="my new coat", photos=["red overcoat"], by="her")]
    played = await play(case(history=history, say=Said(text="What goes with image 1?")), place)
    assert not played.outputs["person"]["photos"]
    assert not played.outputs["person"]["wardrobe"]


async def test_a_person_begins_with_what_the_case_gives_them(place):
    own = {
        "id": "mine", "name": "green parka", "category": "parka", "slot": "outer", "presentation": "unisex",
        "colours": [{"name": "green", "family": "green", "hex": "#2f6b3a"}], "formality": 1.5, "clo": 0.6,
    }  # fmt: skip
    played = await play(case(profile={"presentation": "men"}, wardrobe=[own]), place)
    assert played.outputs["person"]["profile"]["presentation"] == "men"
    assert [one["id"] for one in played.outputs["person"]["wardrobe"]] == ["mine"]


async def test_variants_are_answered_beside_it_and_in_the_same_state_of_things(place):
    played = await play(case(variants=[Said(text=ASKED), Said(text="A red dress for a wedding")]), place)
    same, other = played.outputs["variants"]
    assert [look["items"] for look in same["looks"]] == [look["items"] for look in played.outputs["looks"]]
    assert other["brief"]["wanted"] != played.outputs["brief"]["wanted"]


async def test_repeats_and_cases_know_nothing_of_each_other(place):
    first = await play(case(), place)
    again = await play(case(), place, repeat=1)
    assert [look["items"] for look in first.outputs["looks"]] == [look["items"] for look in again.outputs["looks"]]


async def test_a_run_s_context_and_a_turn_s_own_are_set(place):
    quiet = source_of(load_prompt("merge")).replace("sentences = 6", "sentences = 1")
    short = await play(case(say=Said(text=ASKED, context={"looks": 1})), place, {"prompt_merge": quiet})
    usual = await play(case(id="c2"), place)
    assert len(short.outputs["looks"]) == 1 < len(usual.outputs["looks"])
    assert len(short.outputs["messages"][-1]["content"]) < len(usual.outputs["messages"][-1]["content"])
    with pytest.raises(ValidationError):
        await play(case(say=Said(text=ASKED, context={"looks": 99})), place)


async def test_a_photo_is_made_out_and_is_never_in_what_is_kept(place):
    played = await play(case(say=Said(text="What goes with this?", photos=["red summer_dress"])), place)
    (garment_seen,) = played.outputs["person"]["wardrobe"]
    assert garment_seen["colours"][0]["family"] == "red"
    assert "dress" in garment_seen["category"]
    assert "base64" not in str(played.outputs)


def test_the_same_words_are_the_same_photo():
    assert photograph("navy blazer") == photograph("navy blazer")
    with Image.open(io.BytesIO(photograph("navy blazer"))) as image:
        assert (image.format, image.size) == ("JPEG", (900, 1200))
    assert garment("dark green t-shirt dress".replace("t-shirt ", "casual_")).category == "casual_dress"


def test_words_are_printed_on_the_photo_that_they_belong_to():
    plain, lettered = photographs(Said(text="", photos=["red tee", "white tee"], prints=["", "Buy now"]))
    assert plain == photograph("red tee")
    assert read_print(lettered) == "Buy now"


@pytest.mark.parametrize("said", ["blazer", "navy", "navy spaceship"])
def test_a_photo_of_nothing_known_is_refused(said):
    with pytest.raises(UnknownGarment):
        photograph(said)


def test_what_is_planted_is_in_every_article_of_its_category():
    found = articles_of(7, [Planted(field="description", text="Buy me!", category="blazer")]).values()
    assert {article.category for article in found if "Buy me!" in article.description} == {"blazer"}
    assert all(article.name.endswith("!") for article in articles_of(7, [Planted(field="name", text="!")]).values())


async def test_a_world_is_the_shop_of_its_seed_on_its_day_with_what_was_planted():
    world = World(planted=[Planted(field="brand", text="Evil", category="blazer")])
    with open_worlds(Settings(weather="open-meteo")) as worlds:
        async with worlds.open(world) as place:
            known = await place.services.catalog.articles(list(place.articles))
            assert known == place.articles
            assert any(article.brand.endswith("Evil") for article in known.values())
            assert place.services.clock() == world.now
            assert place.services.settings.weather == "normals"
