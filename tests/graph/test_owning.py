"""Who will buy nothing is dressed in what they own, told what is missing, and sold nothing."""

from typing import Any

import pytest

from tests.conftest import Talk


def sources(output: dict[str, Any]) -> set[str]:
    return {item["source"] for look in output["looks"] for item in look["items"]}


def lacking(output: dict[str, Any]) -> list[str]:
    return [one["asked"] for one in output["brief"]["unmet"] if one["constraint"] == "own_only"]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("dress me for the office tomorrow, nothing to buy, I have black trousers and a white shirt", "shoes"),
        (
            "Sans rien acheter, comment m'habiller pour le bureau ? J'ai un pantalon noir et une chemise blanche",
            "chaussures",
        ),
        ("我不想买新的，我有黑色西裤和白衬衫，上班怎么穿？", "鞋"),
    ],
)
async def test_nothing_is_sold_and_what_is_missing_is_named(talk: Talk, said: str, names: str) -> None:
    output = await talk.say(said)
    assert sources(output) == {"wardrobe"} and len(lacking(output)) == 1
    assert all(look["total"] == 0 for look in output["looks"])
    assert names in output["messages"][-1].text


@pytest.mark.parametrize(
    "said",
    [
        "I have a red dress and black heels, dinner tonight, no shopping",
        "J'ai une robe rouge et des escarpins noirs, un dîner ce soir, je ne veux rien acheter",
        "我有红色连衣裙和黑色高跟鞋，今晚吃饭，不想买东西",
    ],
)
async def test_what_makes_an_outfit_lacks_nothing_but_a_coat(talk: Talk, said: str) -> None:
    output = await talk.say(said)
    assert sources(output) == {"wardrobe"} and len(lacking(output)) <= 1
    assert {"one_piece", "footwear"} <= {item["slot"] for item in output["looks"][0]["items"]}


async def test_it_goes_on_for_the_next_turns_of_the_same_day(talk: Talk) -> None:
    await talk.say("I own a navy blazer, a white shirt, grey trousers and white sneakers. What goes well for a dinner?")
    output = await talk.say("use only what I have, don't make me buy anything")
    assert sources(output) == {"wardrobe"}
    assert "catalog" not in sources(await talk.say("make it warmer"))


async def test_without_a_wardrobe_it_is_asked_for(talk: Talk) -> None:
    output = await talk.say("what should I wear to a funeral tomorrow? I don't want to buy anything")
    assert (output["looks"], lacking(output)) == ([], ["outfit"])
    assert "home" in output["messages"][-1].text


async def test_a_piece_that_is_looked_for_by_name_is_looked_for_all_the_same(talk: Talk) -> None:
    await talk.say("nothing to buy: I own grey trousers and white sneakers. Dinner tonight?")
    output = await talk.say("ok then, show me white shirts to go with them")
    assert sources(output) == {"catalog"}


@pytest.mark.parametrize(
    "said",
    [
        "nothing to buy: I have a red dress, a white shirt, black heels",
        "rien à acheter : j'ai une robe rouge, une chemise blanche et des escarpins noirs",
        "什么都不买：我有一条红裙子、一件白衬衫和一双黑色高跟鞋",
    ],
)
async def test_half_an_outfit_beside_a_dress_stays_in_the_wardrobe(talk: Talk, said: str) -> None:
    output = await talk.say(said)
    assert [{item["slot"] for item in look["items"]} for look in output["looks"]] == [{"one_piece", "footwear"}]
    assert (sources(output), lacking(output)) == ({"wardrobe"}, [])


async def test_a_dress_and_a_whole_outfit_are_two_looks(talk: Talk) -> None:
    output = await talk.say("nothing to buy: I have a red dress, a white shirt, black trousers, black heels")
    worn = [{item["slot"] for item in look["items"]} for look in output["looks"]]
    assert {"one_piece", "footwear"} in worn and {"base_top", "bottom", "footwear"} in worn


@pytest.mark.parametrize(
    "said",
    [
        "I have a white shirt and a blue shirt, what do I wear to a dinner?",
        "J'ai une chemise blanche et une chemise bleue, que mettre pour un dîner ?",
        "我有一件白衬衫和一件蓝衬衫，晚餐怎么穿？",
    ],
)
async def test_of_two_pieces_for_one_place_each_look_wears_one(talk: Talk, said: str) -> None:
    looks = (await talk.say(said))["looks"]
    own = [[item["slot"] for item in look["items"] if item["source"] == "wardrobe"] for look in looks]
    assert own and all(slots == ["base_top"] for slots in own)


WARDROBES = [
    (
        "I own a navy blazer, a white shirt, grey trousers and brown loafers",
        "dress me from my own clothes for the office",
        "what do I wear tomorrow?",
    ),
    (
        "J'ai dans mon placard un blazer marine, une chemise blanche, un pantalon gris et des mocassins",
        "habille-moi avec ce que j'ai pour le bureau",
        "je mets quoi demain ?",
    ),
    (
        "我有一件藏青色西装外套、一件白衬衫、一条灰色西裤和一双棕色乐福鞋",
        "从我的衣柜里搭一套上班穿的",
        "明天穿什么？",
    ),
]


@pytest.mark.parametrize(("told", "asked", "plain"), WARDROBES)
async def test_who_is_to_be_dressed_from_the_wardrobe_is(talk: Talk, told: str, asked: str, plain: str) -> None:
    assert sources(await talk.say(told)) == {"wardrobe"}
    output = await talk.say(asked)
    assert (sources(output), output["brief"]["occasion"]) == ({"wardrobe"}, "office")


@pytest.mark.parametrize(("told", "asked", "plain"), WARDROBES)
async def test_a_plain_question_is_answered_first_with_what_hangs_at_home(
    talk: Talk, told: str, asked: str, plain: str
) -> None:
    await talk.say(told)
    first, *others = (await talk.say(plain))["looks"]
    assert {item["source"] for item in first["items"]} == {"wardrobe"} and first["total"] == 0
    assert others and all("catalog" in {item["source"] for item in look["items"]} for look in others)


@pytest.mark.parametrize(
    "said",
    [
        "using only my own clothes, an office outfit: I have a white shirt, grey trousers and brown loafers",
        "uniquement avec ma garde-robe, pour le bureau : j'ai une chemise blanche, un pantalon gris et des mocassins",
        "只用我自己的衣服搭一套上班穿的，我有白衬衫、灰色西裤和棕色乐福鞋",
    ],
)
async def test_only_the_wardrobe_is_nothing_to_buy(talk: Talk, said: str) -> None:
    output = await talk.say(said)
    assert output["brief"]["own_only"] and sources(output) == {"wardrobe"}


@pytest.mark.parametrize(
    ("told", "asked", "names"),
    [
        ("I own a white shirt and grey trousers", "dress me for the office from my closet", "hoes"),
        ("J'ai une chemise blanche et un pantalon gris", "habille-moi pour le bureau avec mes vêtements", "chaussures"),
        ("我有一件白衬衫、一条灰色西裤", "用我的衣服搭一套上班穿的", "鞋"),
    ],
)
async def test_what_the_wardrobe_lacks_is_told_and_comes_from_the_shop(
    talk: Talk, told: str, asked: str, names: str
) -> None:
    await talk.say(told)
    output = await talk.say(asked)
    bought = {item["slot"] for item in output["looks"][0]["items"] if item["source"] == "catalog"}
    assert bought == {"footwear"}
    assert [one["constraint"] for one in output["brief"]["unmet"]] == ["own_first"]
    assert names in output["messages"][-1].text


async def test_an_unknown_wardrobe_is_asked_for_beside_a_first_proposal(talk: Talk) -> None:
    output = await talk.say("dress me for the office from my wardrobe")
    assert sources(output) == {"catalog"}
    assert [(one["constraint"], one["asked"]) for one in output["brief"]["unmet"]] == [("own_first", "outfit")]
    assert "photos" in output["messages"][-1].text


async def test_what_does_for_no_dinner_jacket_is_left_at_home(talk: Talk) -> None:
    await talk.say("I own a white shirt and a pair of jeans")
    output = await talk.say("dress me for a black tie dinner with what I have, I'm a man")
    assert output["looks"] and "jeans" not in {item["category"] for item in output["looks"][0]["items"]}


async def test_a_sum_to_spend_is_spent_in_the_shop(talk: Talk) -> None:
    await talk.say("I own a navy blazer, a white shirt, grey trousers and brown loafers")
    output = await talk.say("an outfit for a dinner under 150 euros")
    assert "catalog" in {item["source"] for item in output["looks"][0]["items"]}


async def test_somebody_else_is_not_dressed_in_it(talk: Talk) -> None:
    await talk.say("I own a navy blazer, a white shirt, grey trousers and brown loafers")
    output = await talk.say("my husband needs an outfit for the office, what should he wear?")
    assert {item["source"] for item in output["looks"][0]["items"]} == {"catalog"}
