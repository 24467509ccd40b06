"""What points at a look where none was shown is asked about, and no outfit is made up."""

import pytest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I bought the first one", "haven't shown you anything"),
        ("I wore the second look yesterday", "haven't shown you anything"),
        ("show me the second one again", "haven't shown you anything"),
        ("j'ai acheté la première", "encore rien montré"),
        ("remontrez-moi la deuxième", "encore rien montré"),
        ("我买了第一套", "还没给您看过"),
    ],
)
async def test_nothing_shown_yet_is_told(talk, text, told):
    output = await talk.say(text)
    assert not output["looks"]
    assert told in output["messages"][-1].text


@pytest.mark.parametrize(
    "text", ["my first date is on Friday, man", "mon premier rendez-vous est vendredi, homme", "第一次约会穿什么，男"]
)
async def test_a_first_date_points_at_nothing(talk, text):
    assert (await talk.say(text))["looks"]
