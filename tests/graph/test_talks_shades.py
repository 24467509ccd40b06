"""A shade that is asked for by its name comes before the rest of its family; where there is none it is said."""

import pytest


@pytest.mark.parametrize(
    ("text", "shade"),
    [
        ("a sage dress, woman", "sage"),
        ("une robe vert sauge", "sage"),
        ("鼠尾草绿的连衣裙，女", "sage"),
        ("un manteau camel, femme", "camel"),
        ("驼色大衣，女", "camel"),
        ("an outfit in emerald for a wedding in Lyon in June, woman", "emerald"),
    ],
)
async def test_a_shade_that_is_there_comes_first(talk, text, shade):
    found = await talk.say(text)
    for look in found["looks"]:
        assert shade in {item["colour"]["name"] for item in look["items"]}
    assert found["looks"] and not [one for one in found["brief"]["unmet"] if one["constraint"] == "shade"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a lavender dress, woman", "lavender"),
        ("une robe lavande, femme", "lavande"),
        ("薰衣草色的裙子，女", "薰衣草色"),
    ],
)
async def test_a_shade_that_is_not_there_is_said_beside_its_family(talk, text, said):
    found = await talk.say(text)
    assert {look["items"][0]["colour"]["family"] for look in found["looks"]} == {"purple"}
    assert said in found["messages"][-1].text


@pytest.mark.parametrize("text", ["dark grey trousers, man", "un pantalon gris foncé, homme", "深灰色裤子 男"])
async def test_dark_grey_is_charcoal_as_well_and_no_middling_grey(talk, text):
    found = await talk.say(text)
    assert found["looks"] and not found["brief"]["unmet"]
    assert {look["items"][0]["colour"]["name"] for look in found["looks"]} <= {"charcoal", "dark grey"}


@pytest.mark.parametrize("text", ["a green dress, woman", "une robe verte", "绿色连衣裙，女"])
async def test_a_family_is_asked_for_in_any_shade(talk, text):
    found = await talk.say(text)
    assert len({look["items"][0]["colour"]["name"] for look in found["looks"]}) > 1


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("dinner in Lyon on Friday, man", "can it be a darker shirt?"),
        ("dîner à Lyon vendredi, homme, 150 €", "une chemise plus foncée ?"),
        ("周五在上海吃晚饭，男", "衬衫能深一点吗？"),
    ],
)
async def test_a_darker_piece_is_no_pale_grey(talk, first, text):
    await talk.say(first)
    found = await talk.say(text)
    shirts = [item for look in found["looks"] for item in look["items"] if item["slot"] == "base_top"]
    assert shirts and all("pale" not in item["name"].lower() for item in shirts)


@pytest.mark.parametrize(
    "text",
    [
        "just black and white for a cocktail party, woman",
        "rien que du noir et blanc pour un cocktail, femme",
        "全身黑白配，参加鸡尾酒会，女",
    ],
)
async def test_black_and_white_is_both(talk, text):
    found = await talk.say(text)
    for look in found["looks"]:
        assert {item["colour"]["family"] for item in look["items"]} == {"black", "white"}


@pytest.mark.parametrize(
    ("first", "text", "shades"),
    [
        ("Dark grey trousers for a man", "under 80 euros", {"charcoal", "dark grey"}),
        ("un pantalon gris foncé, homme", "moins de 80 euros", {"charcoal", "dark grey"}),
        ("深灰色裤子，男", "80欧以内", {"charcoal", "dark grey"}),
        ("dark brown shoes, man", "under 100 euros", {"dark brown"}),
        ("a sage dress, woman", "under 50 euros", {"sage"}),
        ("an outfit in emerald for a wedding in Lyon in June, woman", "under 200 euros", {"emerald"}),
    ],
)
async def test_a_shade_is_kept_in_what_follows(talk, first, text, shades):
    for said in (first, text):
        found = await talk.say(said)
        assert found["looks"]
        for look in found["looks"]:
            assert shades & {item["colour"]["name"] for item in look["items"]}


async def test_a_shade_is_let_go_for_another_colour(talk):
    await talk.say("a sage dress, woman")
    found = await talk.say("in green rather")
    assert found["brief"]["colours"] == ["green"]
    assert len({look["items"][0]["colour"]["name"] for look in found["looks"]}) > 1
