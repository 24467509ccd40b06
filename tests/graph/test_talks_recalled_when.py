"""Talks about when something was told that is known of the person since."""

from datetime import UTC, datetime

import pytest

from graph.closet_names import day_text
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("language", "told", "asked"),
    [
        ("en", "I'm allergic to wool.", "When did I tell you about the wool?"),
        ("en", "I don't like yellow.", "When did I say I don't like yellow?"),
        ("en", "I wear size 38 shoes.", "When did I tell you my shoe size?"),
        ("fr", "Je n'aime pas le jaune.", "Quand est-ce que je t'ai dit que je n'aimais pas le jaune ?"),
        ("fr", "Je suis allergique à la laine.", "Depuis quand sais-tu pour la laine ?"),
        ("zh", "我不喜欢黄色。", "我什么时候说过不喜欢黄色？"),
        ("zh", "我对羊毛过敏。", "我什么时候跟你说过羊毛的事？"),
    ],
)
async def test_the_day_on_which_a_fact_was_told_is_told_again(talk, language, told, asked):
    await talk.say(told)
    reply = await talk.say(asked)
    assert day_text(datetime.now(UTC).date(), TODAY.date(), language) in reply["messages"][-1].text
    assert not reply["brief"]["changes"]


@pytest.mark.parametrize("asked", ["When did I say I don't like yellow?", "我什么时候说过不喜欢黄色？"])
async def test_what_was_never_told_is_not_taken_for_told(talk, asked):
    reply = await talk.say(asked)
    assert not reply["brief"]["changes"]
    assert not (await talk.services.memory.profile(talk.caller)).avoid_colours
