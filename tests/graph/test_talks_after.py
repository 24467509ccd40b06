"""What is said after an outfit and changes little of it: what comes next that day, what stays, what nobody follows."""

import pytest

OFFICE = {
    "en": "What should I wear to the office in Ghent on Friday?",
    "fr": "Je mets quoi au bureau vendredi à Gand ?",
    "zh": "周五在上海上班穿什么？",
}


def ids(output):
    return [item["id"] for item in output["looks"][0]["items"]]


def by_slot(output):
    return {item["slot"]: item["id"] for item in output["looks"][0]["items"]}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "and after work there's a film at the cinema"),
        ("en", "followed by drinks"),
        ("en", "then we go to the bank"),
        ("fr", "on va au cinéma après"),
        ("fr", "et ensuite il y a un film"),
        ("zh", "之后还要去看电影"),
        ("zh", "下班之后还要去约会"),
    ],
)
async def test_what_the_same_clothes_see_through_changes_nothing(talk, language, said):
    before = await talk.say(OFFICE[language])
    after = await talk.say(said)
    assert after["brief"]["intent"] == "outfit"
    assert ids(after) == ids(before)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "then a gala"), ("fr", "et ensuite un gala"), ("zh", "之后还要去一个晚宴")],
)
async def test_what_asks_for_other_clothes_is_dressed_for_on_the_same_day(talk, language, said):
    before = await talk.say(OFFICE[language])
    after = await talk.say(said)
    assert ids(after) != ids(before)
    assert (after["brief"]["place"], after["brief"]["date"]) == (before["brief"]["place"], before["brief"]["date"])


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "who won the match after the film?"), ("fr", "qui a gagné le match après le film ?")],
)
async def test_a_question_of_another_trade_stays_one(talk, language, said):
    await talk.say(OFFICE[language])
    assert (await talk.say(said))["brief"]["intent"] == "off_topic"


@pytest.mark.parametrize(
    ("language", "said", "asked"),
    [
        ("en", "more zing please", "not sure what that should change"),
        ("en", "sounds posh", "not sure what that should change"),
        ("fr", "un truc plus chelou", "pas bien saisi"),
        ("zh", "再飒一点", "没太听明白"),
    ],
)
async def test_a_wish_that_is_not_understood_is_asked_back(talk, language, said, asked):
    before = await talk.say(OFFICE[language])
    after = await talk.say(said)
    assert ids(after) == ids(before)
    assert asked in after["messages"][-1].text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "leave it as it is"),
        ("en", "don't change anything"),
        ("fr", "laisse comme ça"),
        ("fr", "on ne touche à rien, merci"),
        ("zh", "不用改"),
        ("zh", "保持原样"),
    ],
)
async def test_what_may_stay_as_it_is_is_settled(talk, language, said):
    await talk.say(OFFICE[language])
    after = await talk.say(said)
    assert after["brief"]["intent"] in {"smalltalk", "feedback"}
    assert not after["brief"]["questions"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "keep everything except the shoes"),
        ("en", "change nothing but the shoes"),
        ("fr", "rien à changer sauf les chaussures"),
        ("fr", "tout me va sauf les chaussures"),
        ("zh", "除了鞋都不用换"),
    ],
)
async def test_all_stays_but_the_piece_that_is_excepted(talk, language, said):
    before = by_slot(await talk.say(OFFICE[language]))
    after = by_slot(await talk.say(said))
    assert {slot for slot in before if after.get(slot) != before[slot]} == {"footwear"}


@pytest.mark.parametrize(
    ("said", "answered"),
    [("et après il y a un dîner", "mocassins"), ("un truc plus chelou", "pas bien saisi")],
)
async def test_what_was_changed_piece_by_piece_stays_as_it_is(talk, said, answered):
    await talk.say("Que mettre à un mariage à Lyon samedi, moins de 150 € ? Femme, M")
    await talk.say("garde tout sauf les chaussures")
    before = await talk.say("j'ai aussi des mocassins noirs")
    after = await talk.say(said)
    assert ids(after) == ids(before)
    assert answered in after["messages"][-1].text
    assert "Rien à ajouter" not in after["messages"][-1].text
