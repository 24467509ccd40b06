"""A look that is picked in a few words is what the talk goes on from; praise and small words change nothing."""

import re

import pytest

from tests.conftest import Talk

WORK = {"en": "an outfit for work please, women's", "fr": "une tenue pour le bureau, femme", "zh": "上班通勤穿搭，女"}
COAT = {"en": "and a coat with it", "fr": "et un manteau avec", "zh": "再配件大衣"}
PICKS = [
    ("en", "I like the second one"), ("en", "the second is nice"), ("en", "number 2 is good"),
    ("en", "let's go with the second"), ("en", "ok the second then"), ("fr", "la deuxième est pas mal"),
    ("fr", "la 2 est bien"), ("fr", "on part sur la deuxième"), ("fr", "ok pour la 2"), ("zh", "我喜欢第二套"),
    ("fr", "jvais prendre la deuxième"), ("fr", "c'est bon pour moi, la deuxième"), ("fr", "je craque pour la 2"),
    ("en", "I'm keeping the second"), ("zh", "2号挺好"), ("zh", "那就2吧"), ("zh", "我要第二套"), ("zh", "第二套可以"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "pick"), PICKS)
async def test_what_comes_after_a_pick_goes_on_from_the_look_that_was_picked(talk: Talk, language: str, pick: str):
    second = (await talk.say(WORK[language]))["looks"][1]
    told = await talk.say(pick)
    assert told["brief"]["intent"] == "feedback"
    assert [(one["key"], one["value"]) for one in told["brief"]["changes"]] == [(second["id"], 1)]
    dressed = (await talk.say(COAT[language]))["looks"][0]
    kept = {item["id"] for item in second["items"]}
    assert kept < {item["id"] for item in dressed["items"]}
    assert "outer" in {item["slot"] for item in dressed["items"]}


@pytest.mark.parametrize(
    ("language", "pick"),
    [
        ("en", "perfect, I'll take it"), ("en", "I'll keep that one"), ("fr", "parfait je la prends"),
        ("fr", "nickel jprends"), ("zh", "就留这套"),
    ],
)  # fmt: skip
async def test_what_is_taken_without_a_number_is_the_first_and_no_mere_thanks(talk: Talk, language: str, pick: str):
    first = (await talk.say(WORK[language]))["looks"][0]
    told = await talk.say(pick)
    assert [(one["key"], one["value"]) for one in told["brief"]["changes"]] == [(first["id"], 1)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "torn between the second and the third"), ("fr", "j'hésite entre la deuxième et la troisième"),
        ("fr", "j'hésite entre la 2 et la 3, tu dis quoi ?"), ("zh", "第二套和第三套有点纠结"),
    ],
)  # fmt: skip
async def test_who_cannot_decide_is_told_which_to_take(talk: Talk, language: str, text: str):
    looks = (await talk.say(WORK[language]))["looks"]
    told = await talk.say(text)
    assert told["brief"]["about"] == ["pick"]
    assert [look["id"] for look in told["looks"]] == [looks[1]["id"], looks[2]["id"]]


@pytest.mark.parametrize(("language", "pick"), [("en", "2"), ("fr", "la 2"), ("zh", "2")])
async def test_a_bare_number_shows_the_look_of_that_number(talk: Talk, language: str, pick: str):
    second = (await talk.say(WORK[language]))["looks"][1]
    assert (await talk.say(pick))["looks"] == [second]


@pytest.mark.parametrize(
    ("language", "first", "again"),
    [("en", "I like the second one", "and the first?"), ("fr", "la 2 est bien", "et la première ?")],
)
async def test_after_a_pick_the_others_are_still_called_by_their_numbers(
    talk: Talk, language: str, first: str, again: str
):
    looks = (await talk.say(WORK[language]))["looks"]
    await talk.say(first)
    assert (await talk.say(again))["looks"] == looks[:1]


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "so pretty"), ("en", "this is perfect"), ("en", "nice"), ("en", "lol"), ("en", "got it"),
        ("fr", "trop beau"), ("fr", "sympa"), ("fr", "mdr"), ("fr", "bien sûr"),
        ("zh", "真不错"), ("zh", "好好看"), ("zh", "知道了"), ("zh", "哈哈"), ("zh", "ok"),
    ],
)  # fmt: skip
async def test_praise_and_small_words_change_nothing(talk: Talk, language: str, word: str):
    await talk.say(WORK[language])
    told = await talk.say(word)
    assert (told["brief"]["intent"], told["looks"], told["brief"]["changes"]) == ("smalltalk", [], [])


@pytest.mark.parametrize(
    ("language", "pick", "offers"),
    [
        ("en", "I like the second one", ("another", "look again")),
        ("fr", "j'aime bien la deuxième", ("une autre", "à nouveau")),
        ("zh", "我喜欢第二套", ("再换", "再找")),
    ],
)
async def test_a_pick_is_not_answered_by_an_offer_of_another(talk: Talk, language: str, pick: str, offers):
    await talk.say(WORK[language])
    reply = (await talk.say(pick))["messages"][-1].content
    assert not any(offer in reply for offer in offers)


@pytest.mark.parametrize(
    ("ask", "text"),
    [
        ("A dinner outfit in Lyon, woman", "the second look was great, the third not at all"),
        ("Une tenue pour un dîner à Lyon, femme", "la deuxième était super, la troisième pas du tout"),
        ("女，去里昂吃晚饭穿什么", "第二套很好看，第三套一点也不行"),
    ],
)
async def test_one_look_is_praised_and_another_dismissed_in_a_breath(talk, ask, text):
    looks = (await talk.say(ask))["looks"]
    output = await talk.say(text)
    judged = {change["key"]: change["value"] for change in output["brief"]["changes"]}
    assert judged == {looks[1]["id"]: 1, looks[2]["id"]: -1}
    assert len(re.findall(r"[.!。]", output["messages"][-1].text)) <= 2


@pytest.mark.parametrize(
    ("ask", "text", "value"),
    [
        ("A dinner outfit in Lyon, woman", "thumbs up for the first", 1),
        ("A dinner outfit in Lyon, woman", "I actually wore the first one yesterday", "worn"),
        ("Une tenue pour un dîner à Lyon, femme", "j'ai mis la première hier", "worn"),
        ("女，去里昂吃晚饭穿什么", "给第一套点赞", 1),
    ],
)
async def test_a_thumb_and_a_wearing_are_kept_in_whatever_words(talk, ask, text, value):
    look = (await talk.say(ask))["looks"][0]
    (change,) = (await talk.say(text))["brief"]["changes"]
    assert (change["key"], change["value"]) == (look["id"], value)
