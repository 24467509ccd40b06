"""Conversations of several turns: what was told in passing is understood of whom and of what it was said."""

import pytest


def clothes(run):
    return [item for look in run["looks"] for item in look["items"] if item["slot"] in {"one_piece", "bottom", "mid"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "blue trousers, man"), ("fr", "un pantalon bleu, homme"), ("zh", "我想要一条蓝色裤子，男")],
)
async def test_who_asks_for_blue_is_offered_navy_after_it(talk, language, text):
    found = [look["items"][0]["colour"]["family"] for look in (await talk.say(text))["looks"]]
    assert found[0] == "blue"
    assert set(found[1:]) == {"navy"}
    navy = {"en": "navy trousers", "fr": "un pantalon bleu marine", "zh": "藏青色裤子"}[language]
    assert {look["items"][0]["colour"]["family"] for look in (await talk.say(navy))["looks"]} == {"navy"}


async def test_who_will_have_no_blue_is_not_left_in_navy(talk):
    await talk.say("une robe bleue pour un mariage en juin à Nantes, je suis une femme")
    await talk.say("un pantalon bleu")
    without = await talk.say("pas de bleu finalement")
    assert without["looks"]
    assert not {"blue", "navy"} & {item["colour"]["family"] for item in clothes(without)}


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("an outfit for my husband, wedding in June in Lyon", "he doesn't like white shirts"),
        ("une tenue pour mon mari, mariage en juin à Lyon", "il n'aime pas les chemises blanches"),
        ("给我老公搭一套，六月去里昂参加婚礼", "他不喜欢白衬衫"),
    ],
)
async def test_what_he_does_not_like_is_no_fact_of_hers_and_refuses_one_sort_alone(talk, first, text):
    await talk.say(first)
    told = await talk.say(text)
    assert not told["brief"]["changes"]
    assert (told["brief"]["avoid_categories"], told["brief"]["avoid_colours"]) == ([], ["white"])
    tops = [item for look in told["looks"] for item in look["items"] if item["slot"] == "base_top"]
    assert {"shirt", "dress_shirt"} & {item["category"] for item in tops}
