"""A sum, or "cheaper", said of the outfit that was settled on keeps all of it but what has to cost less."""

import pytest

from tests.conftest import Talk

DINNER = {
    "en": "A smart outfit for a dinner in London in October, for a man, around 250 pounds",
    "fr": "Une tenue pour un dîner à Lyon en octobre, homme, 250 euros",
    "zh": "男，十月去里昂吃晚饭穿什么，预算300欧",
}


def ids(look):
    return {item["id"] for item in look["items"]}


@pytest.mark.parametrize(
    ("language", "pick", "text"),
    [
        ("en", "I'll take the second", "cheaper"),
        ("en", "I like number 2", "make it a bit cheaper"),
        ("en", "let's go with the second", "my budget is actually {sum} euros"),
        ("fr", "je prends la deuxième", "un peu moins cher ?"),
        ("fr", "on part sur la 2", "en fait mon budget c'est {sum} euros"),
        ("zh", "我要第二套", "便宜一点"),
        ("zh", "那就2吧", "太贵了"),
    ],
)
async def test_for_less_most_of_the_look_that_was_picked_stays(talk: Talk, language: str, pick: str, text: str):
    second = (await talk.say(DINNER[language]))["looks"][1]
    await talk.say(pick)
    less = (await talk.say(text.format(sum=int(second["total"]) - 10)))["looks"]
    assert less
    assert all(look["total"] < second["total"] for look in less)
    assert all(len(ids(second) - ids(look)) <= 2 for look in less)
    assert all(ids(look) != ids(second) for look in less)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "make the second cheaper"), ("fr", "la deuxième en moins cher"), ("zh", "第二套便宜点")],
)
async def test_the_look_that_is_pointed_at_comes_for_less(talk: Talk, language: str, text: str):
    second = (await talk.say(DINNER[language]))["looks"][1]
    less = (await talk.say(text))["looks"][0]
    assert less["total"] < second["total"]
    assert 1 <= len(ids(second) - ids(less)) <= 2


async def test_twice_cheaper_goes_on_from_what_was_made_cheaper(talk: Talk):
    second = (await talk.say(DINNER["en"]))["looks"][1]
    await talk.say("I'll take the second")
    await talk.say("cheaper")
    twice = (await talk.say("still cheaper"))["looks"][0]
    assert len(ids(second) & ids(twice)) >= 3


async def test_the_reply_begins_with_what_was_exchanged(talk: Talk):
    second = (await talk.say(DINNER["en"]))["looks"][1]
    await talk.say("I'll take the second")
    told = await talk.say("cheaper")
    (new,) = [item for item in told["looks"][0]["items"] if item["id"] not in ids(second)]
    assert new["category"].replace("_", " ") in told["messages"][-1].content.split(" with ")[0]


async def test_a_sum_that_covers_what_was_picked_changes_nothing(talk: Talk):
    second = (await talk.say("an office outfit for Paris in October, woman, under 300 euros"))["looks"][1]
    await talk.say("I'll take the second")
    told = await talk.say(f"actually under {int(second['total']) + 10} euros")
    assert [ids(look) for look in told["looks"]] == [ids(second)]
