"""Conversations that begin with a question of style: the outfit asked for behind it is for what the question told."""

import pytest

from stores.categories import load_categories

# A wedding, a sum and somebody's size, told beside the question.
WEDDING = {
    "en": "my mum is 60 and wears XL, can she wear red to a wedding? about 150 euros",
    "fr": "ma mère a 60 ans et fait du XL, peut-elle mettre du rouge à un mariage ? 150 euros environ",
    "zh": "我妈60岁，穿XL，参加婚礼能穿红色吗，150欧以内",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "put something together for her then"),
        ("en", "what should she wear then?"),
        ("fr", "alors propose-lui une tenue"),
        ("fr", "alors elle met quoi ?"),
        ("zh", "那给她搭一身吧"),
        ("zh", "那穿什么"),
        ("zh", "来一套看看"),
    ],
)
async def test_an_outfit_behind_a_question_is_for_what_it_told(talk, language, text):
    await talk.say(WEDDING[language])
    dressed = await talk.say(text)
    assert dressed["looks"]
    assert (dressed["brief"]["occasion"], dressed["brief"]["budget"]["max"]) == ("wedding", 150)
    assert not dressed["brief"]["colours"], "what was only asked about is not ordered"
    assert all(look["total"] <= 150 for look in dressed["looks"])


@pytest.mark.parametrize(
    ("language", "asked", "text"),
    [
        ("en", "can I wear jeans to an interview? I'm a man, under 250", "ok, show me an outfit"),
        ("fr", "un jean pour un entretien, ça passe ? je suis un homme, 250 € max", "bon, montre-moi une tenue"),
        ("zh", "面试能穿牛仔裤吗，男，250欧以内", "那你给我搭一套"),
    ],
)
async def test_the_example_beside_a_question_is_not_dressed_around(talk, language, asked, text):
    await talk.say(asked)
    dressed = await talk.say(text)
    assert dressed["brief"]["occasion"] == "job_interview"
    assert dressed["looks"]
    worn = {item["category"] for look in dressed["looks"] for item in look["items"]}
    assert "jeans" not in worn
    assert any(load_categories()[name].slot == "footwear" for name in worn)


@pytest.mark.parametrize(
    ("language", "asked", "text"),
    [
        ("en", "can I wear white to a wedding? I'm a woman", "and what do I wear to a job interview?"),
        ("fr", "je peux mettre du blanc à un mariage ? je suis une femme", "et je mets quoi pour un entretien ?"),
        ("zh", "婚礼能穿白色吗，女", "面试穿什么"),
    ],
)
async def test_another_occasion_begins_anew(talk, language, asked, text):
    await talk.say(asked)
    assert (await talk.say(text))["brief"]["occasion"] == "job_interview"
