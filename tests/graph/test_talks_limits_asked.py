"""What is asked of the limits that were told: is it within my budget, is it in my size. What is so comes first."""

import pytest

from tests.conftest import Talk

DINNER = {
    "en": "a dinner at a friend's on Saturday, I'm a size M, under {} euros",
    "fr": "un dîner chez des amis samedi, je fais du M, {} euros max",
    "zh": "周六去朋友家吃饭穿什么，我穿M码，预算{}欧以内",
}
UNTOLD = {"en": "a dinner at a friend's", "fr": "un dîner chez des amis", "zh": "去朋友家吃饭穿什么"}
WITHIN = [
    ("en", "is it within my budget?"),
    ("en", "does it fit my budget?"),
    ("en", "can I afford it?"),
    ("en", "is it over my budget?"),
    ("fr", "ça rentre dans mon budget ?"),
    ("fr", "c'est dans mes moyens ?"),
    ("fr", "ça dépasse mon budget ?"),
    ("fr", "on est dans le budget la"),
    ("zh", "在预算内吗"),
    ("zh", "会不会超预算？"),
    ("zh", "超预算了吗"),
]
SIZED = [("en", "is it in my size?"), ("fr", "c'est à ma taille ?"), ("zh", "有我的码吗")]
KEPT = {"en": ("It's within", "Inside"), "fr": ("C'est dans", "Cela tient"), "zh": ("没超",)}
YES = {"en": ("Yes",), "fr": ("Oui",), "zh": ("有",)}


@pytest.mark.parametrize(("language", "text"), WITHIN)
async def test_whether_it_is_within_the_budget_is_answered_first(talk: Talk, language: str, text: str) -> None:
    await talk.say(DINNER[language].format(150))
    told = await talk.say(text)
    assert told["brief"]["about"] == ["price"]
    assert told["messages"][-1].text.startswith(KEPT[language])


@pytest.mark.parametrize(("language", "text"), WITHIN)
async def test_no_yes_is_given_where_no_sum_was_named(talk: Talk, language: str, text: str) -> None:
    await talk.say(UNTOLD[language])
    told = await talk.say(text)
    assert told["brief"]["about"] == ["price"]
    assert not told["messages"][-1].text.startswith(KEPT[language])


@pytest.mark.parametrize(("language", "text"), SIZED)
async def test_whether_it_is_there_in_the_own_size_is_answered_first(talk: Talk, language: str, text: str) -> None:
    await talk.say(DINNER[language].format(150))
    assert (await talk.say(text))["messages"][-1].text.startswith(YES[language])


@pytest.mark.parametrize(("language", "text"), SIZED)
async def test_a_size_that_nobody_told_is_asked_for(talk: Talk, language: str, text: str) -> None:
    await talk.say(UNTOLD[language])
    told = (await talk.say(text))["messages"][-1].text
    assert not told.startswith(YES[language])
    assert {"en": "your size", "fr": "votre taille", "zh": "多大"}[language] in told or "尺码" in told


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "my budget is 80 euros"), ("fr", "mon budget c'est 80 euros"), ("zh", "我的预算是80欧")],
)
async def test_a_sum_that_is_told_is_no_question(talk: Talk, language: str, text: str) -> None:
    await talk.say(DINNER[language].format(150))
    told = await talk.say(text)
    assert not told["brief"]["about"]
    assert told["brief"]["budget"]["max"] == 80
