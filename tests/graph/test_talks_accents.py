"""An outfit with one accent of colour has it in one piece, and the reply says in which."""

import pytest

ALL_BLACK = [
    ("all black with a pop of red, woman", "red"),
    ("tout en noir avec une touche de rouge, femme", "rouge"),
    ("一身黑配一点红，女", "红"),
]


def families(look):
    return [item["colour"]["family"] for item in look["items"]]


@pytest.mark.parametrize(("text", "word"), ALL_BLACK)
async def test_all_black_with_an_accent_has_one_piece_in_it(talk, text, word):
    found = await talk.say(text)
    assert len(found["looks"]) == 3 and not found["brief"]["unmet"]
    for look in found["looks"]:
        assert sorted(families(look)) == ["black"] * (len(look["items"]) - 1) + ["red"]
    assert word in found["messages"][-1].text


@pytest.mark.parametrize(
    "text",
    [
        "all black with a pop of colour, woman",
        "tout en noir avec une touche de couleur, femme",
        "一身黑加点亮色点缀，女",
    ],
)
async def test_a_colour_that_is_not_named_is_one_all_the_same(talk, text):
    found = await talk.say(text)
    assert found["looks"]
    assert all(sum(family != "black" for family in families(look)) == 1 for look in found["looks"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("for a funeral, all black with a touch of red, woman", "touch of colour"),
        ("obsèques jeudi, tout en noir avec une touche de rouge, femme", "touche de couleur"),
        ("参加葬礼，一身黑配一点红，女", "点缀"),
    ],
)
async def test_an_accent_that_does_not_suit_the_occasion_is_left_out_and_told(talk, text, said):
    found = await talk.say(text)
    assert found["looks"] and "red" not in {one for look in found["looks"] for one in families(look)}
    assert "accent" in [one["constraint"] for one in found["brief"]["unmet"]]
    assert said in found["messages"][-1].text or "accent of colour" in found["messages"][-1].text


@pytest.mark.parametrize("text", ["a grey scarf with a touch of red", "une écharpe grise avec une touche de rouge"])
async def test_a_piece_alone_has_no_accent(talk, text):
    found = await talk.say(text)
    assert found["brief"]["accent"] is None and "red" in found["brief"]["colours"]


@pytest.mark.parametrize(
    ("first", "text", "word"),
    [
        ("office outfit, woman, all black", "add a pop of red", "red"),
        ("tenue de bureau noire, femme", "ajoute une touche de rouge", "rouge"),
        ("约会穿一身黑，女", "加一点红色点缀", "红色"),
    ],
)
async def test_an_accent_comes_into_the_outfit_that_was_shown_and_the_rest_stays(talk, first, text, word):
    before = {item["id"] for item in (await talk.say(first))["looks"][0]["items"]}
    found = await talk.say(text)
    worn = {item["id"]: item["colour"]["family"] for item in found["looks"][0]["items"]}
    assert before < worn.keys()
    assert [family for key, family in worn.items() if key not in before] == ["red"]
    assert word in found["messages"][-1].text
