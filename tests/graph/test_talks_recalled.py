"""Conversations of several turns: what is judged alone was shown or is asked about; what is known is told back."""

import pytest

from tests.conftest import Talk

WORK = {"en": "an outfit for the office", "fr": "une tenue pour le bureau", "zh": "上班穿什么"}
# One cardigan, and all of them.
ONE = [("en", "I don't like this cardigan"), ("fr", "je n'aime pas ce cardigan"), ("zh", "我不喜欢这件开衫")]
ALL = [("en", "I don't like cardigans"), ("fr", "je n'aime pas les cardigans"), ("zh", "我不喜欢开衫")]


@pytest.mark.parametrize("text", ["I don't like the cardigan", *(row[1] for row in ONE)])
async def test_a_piece_that_was_not_shown_is_asked_about_and_bans_no_kind(talk: Talk, text: str):
    run = await talk.say(text)
    assert (run["brief"]["changes"], run["looks"]) == ([], [])
    assert run["messages"][-1].text == run["brief"]["questions"][0]
    assert run["brief"]["unmet"][0]["constraint"] == "unseen"


@pytest.mark.parametrize(("language", "text"), ONE)
async def test_a_piece_that_is_in_no_look_is_told_so_and_nothing_is_held_against_the_looks(
    talk: Talk, language: str, text: str
):
    await talk.say(WORK[language])
    run = await talk.say(text)
    assert run["brief"]["changes"] == []
    assert run["looks"]


@pytest.mark.parametrize(("language", "text"), [*ALL, ("fr", "je n'aime pas le cardigan")])
async def test_a_kind_that_is_not_liked_is_kept_for_good(talk: Talk, language: str, text: str):
    for asked in ([], [WORK[language]]):
        for said in asked:
            await talk.say(said)
        told = (await talk.say(text))["brief"]
        assert told["avoid_categories"] == ["cardigan"]
    assert [change["value"] for change in told["changes"]] == ["cardigan"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I don't like that blue skirt"), ("en", "I don't like the navy cardigan"),
        ("fr", "je n'aime pas cette jupe bleue"), ("zh", "我不喜欢这条蓝色半裙"),
    ],
)  # fmt: skip
async def test_the_colour_of_one_piece_is_not_held_against_all(talk: Talk, language: str, text: str):
    await talk.say(WORK[language])
    assert (await talk.say(text))["brief"]["changes"] == []


async def test_navy_before_a_piece_is_its_colour(talk: Talk):
    assert (await talk.say("is the navy dress ok for a funeral?"))["brief"]["colours"] == ["navy"]


@pytest.mark.parametrize(
    ("told", "text", "liked"),
    [
        ("I hate wool", "do I like wool?", False), ("I love wool", "do you know if I like wool?", True),
        ("I love wool", "what do I think of wool?", True),
        ("je déteste la laine", "est-ce que j'aime la laine ?", False),
        ("j'adore la laine", "tu sais si j'aime la laine ?", True), ("j'adore la laine", "j'aime la laine ?", True),
        ("j'adore la laine", "qu'est-ce que je pense de la laine ?", True), ("我讨厌羊毛", "我喜欢羊毛吗？", False),
        ("我讨厌羊毛", "你知道我喜不喜欢羊毛吗？", False), ("我喜欢羊毛", "我对羊毛怎么看？", True),
    ],
)  # fmt: skip
async def test_a_liking_that_is_asked_for_is_told_from_memory(talk: Talk, told: str, text: str, liked: bool):
    unknown = await talk.say(text)
    assert (unknown["brief"]["refers_to"], unknown["brief"]["changes"]) == (["profile:untold"], [])
    await talk.say(told)
    run = await talk.say(text)
    assert run["brief"]["refers_to"] == ["profile:fabrics" if liked else "profile:avoid_fabrics"]
    assert (run["brief"]["changes"], run["looks"]) == ([], [])


@pytest.mark.parametrize("text", ["我喜欢羊毛，可以吗？", "I like wool, ok?", "j'aime la laine, d'accord ?"])
async def test_a_liking_that_is_told_with_a_question_behind_it_is_kept(talk: Talk, text: str):
    assert [change["value"] for change in (await talk.say(text))["brief"]["changes"]] == ["wool"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "where do I buy it?"), ("en", "how do I buy them?"), ("fr", "où puis-je l'acheter ?"),
        ("fr", "où est-ce que je peux les trouver ?"), ("zh", "在哪里能买到？"),
    ],
)  # fmt: skip
async def test_who_asks_where_it_is_sold_has_not_taken_it(talk: Talk, language: str, text: str):
    await talk.say(WORK[language])
    brief = (await talk.say(text))["brief"]
    assert (brief["intent"], brief["about"], brief["changes"]) == ("ask_advice", ["buy"], [])
