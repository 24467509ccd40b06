"""Words that look like others: a size that is no sum, "then I" that asks no leave, flowers that are printed."""

import pytest

from tests.conftest import Talk

OFFICE = {
    "en": "an outfit for the office with trousers and a shirt",
    "fr": "une tenue pour le bureau avec un pantalon et une chemise",
    "zh": "上班穿什么，要长裤和衬衫",
}


@pytest.mark.parametrize(
    ("language", "other", "text"),
    [
        ("en", "other trousers please", "and in navy?"),
        ("en", "other trousers please", "in navy"),
        ("fr", "un autre pantalon", "et en bleu marine ?"),
        ("zh", "换条裤子", "藏青色的呢？"),
    ],
)
async def test_a_colour_behind_an_exchange_is_of_the_piece_that_came(
    talk: Talk, language: str, other: str, text: str
) -> None:
    await talk.say(OFFICE[language])
    before = {item["slot"]: item["id"] for item in (await talk.say(other))["looks"][0]["items"]}
    told = (await talk.say(text))["looks"][0]["items"]
    assert {item["slot"] for item in told if item["id"] != before.get(item["slot"])} == {"bottom"}
    assert next(item for item in told if item["slot"] == "bottom")["colour"]["family"] == "navy"


@pytest.mark.parametrize(
    "text",
    [
        "une tenue de bureau, j'hésite entre le 38 et le 40",
        "an office outfit, I'm an M on top and 42 below",
        "an office outfit, I'm an S on top and 40 below, thanks",
    ],
)
async def test_two_sizes_set_no_budget(talk: Talk, text: str) -> None:
    assert (await talk.say(text))["brief"]["budget"] is None


@pytest.mark.parametrize(
    "text",
    ["an office outfit between 30 and 150 euros", "une tenue de bureau entre 30 et 150", "an office outfit below 150"],
)
async def test_two_sums_set_one(talk: Talk, text: str) -> None:
    assert (await talk.say(text))["brief"]["budget"]["max"] == 150


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("je travaille au bureau demain puis je file au sport, je mets quoi", "outfit"),
        ("une réunion demain puis je rentre en train, je mets quoi", "outfit"),
        ("puis-je mettre un jean au bureau ?", "ask_advice"),
        ("puis je porter un jean au bureau ?", "ask_advice"),
    ],
)
async def test_then_i_asks_no_leave(talk: Talk, text: str, intent: str) -> None:
    assert (await talk.say(text))["brief"]["intent"] == intent


async def test_straight_to_a_dinner_is_no_cut(talk: Talk) -> None:
    assert (await talk.say("work and then straight to a dinner, what do I wear"))["brief"]["fit"] is None


@pytest.mark.parametrize(
    "text",
    [
        "un haut à fleurs et un pantalon à carreaux pour un brunch",
        "pour un brunch : pantalon à carreaux avec un haut à fleurs",
        "un haut à fleurs et un pantalon gris pour un brunch",
    ],
)
async def test_flowers_of_a_print_hide_no_other_piece(talk: Talk, text: str) -> None:
    told = await talk.say(text)
    assert {one["slot"] for one in told["brief"]["wanted"]} == {"base_top", "bottom"}


async def test_flowers_of_a_room_are_not_worn(talk: Talk) -> None:
    told = await talk.say("la salle est pleine de fleurs roses, une tenue pour un mariage")
    assert not told["brief"]["patterns"]


@pytest.mark.parametrize(
    ("first", "text", "said"),
    [
        ("an outfit for the office tomorrow in Lyon", "do I need a coat?", "°C"),
        ("une tenue pour le bureau demain à Lyon", "il faut un manteau ?", "°C"),
        ("une tenue pour le bureau demain à Lyon", "faut un manteau ?", "°C"),
        ("明天在里昂上班穿什么", "要穿大衣吗", "°C"),
    ],
)
async def test_whether_a_coat_is_needed_is_for_the_weather_to_say(talk: Talk, first: str, text: str, said: str) -> None:
    await talk.say(first)
    assert said in (await talk.say(text))["messages"][-1].text
