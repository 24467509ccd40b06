"""Sizes in any shape are kept and used; a question about what was shown is answered of it, and the talk goes on."""

import pytest

from tests.conftest import Talk

WORK = {"en": "an outfit for work please, women's", "fr": "une tenue pour le bureau, femme", "zh": "上班通勤穿搭，女"}
BOTH = [
    ("en", "M, shoes 39"), ("en", "sizes: M and 39"), ("en", "size M, 39 feet"), ("en", "clothes M, shoes 39"),
    ("fr", "M, chaussures 39"), ("fr", "mes tailles : M et 39"), ("fr", "du M en haut, 39 aux pieds"),
    ("zh", "M码，鞋39"), ("zh", "衣服M码鞋子39码"), ("zh", "我的尺码：M和39"), ("en", "M / 39"), ("zh", "M码，脚39码"),
]  # fmt: skip
SHOES = [
    ("en", "and shoes in 39"), ("en", "39 for shoes"), ("en", "shoes: 39"), ("fr", "et en chaussures du 39"),
    ("fr", "chaussures : 39"), ("zh", "鞋要39码"), ("zh", "鞋：39"),
]  # fmt: skip


def sizes_told(run):
    return [one["value"] for one in run["brief"]["changes"] if one["key"] == "sizes"]


@pytest.mark.parametrize(("language", "text"), BOTH)
async def test_sizes_of_clothes_and_of_shoes_in_one_line_are_kept(talk: Talk, language: str, text: str):
    await talk.say(WORK[language])
    run = await talk.say(text)
    assert sizes_told(run) == [{"clothes": "M", "shoes": "39"}]
    assert run["brief"]["language"] == language
    assert not run["looks"] or run["looks"][0]["kind"] == "outfit"


@pytest.mark.parametrize(("language", "text"), SHOES)
async def test_shoes_beside_their_size_alone_are_not_looked_for(talk: Talk, language: str, text: str):
    await talk.say(WORK[language])
    run = await talk.say(text)
    assert sizes_told(run) == [{"shoes": "39"}]
    assert run["brief"]["intent"] != "find"


@pytest.mark.parametrize(
    "text",
    [
        "man, 54, XL, shoes 44, for the office",
        "homme, 54 ans, XL, chaussures 44, pour le bureau",
        "男，54岁，XL，鞋44，上班穿",
    ],
)
async def test_sizes_of_a_first_message_are_kept(talk: Talk, text: str):
    assert sizes_told(await talk.say(text)) == [{"clothes": "XL", "shoes": "44"}]


async def test_feet_to_stand_on_are_no_size(talk: Talk):
    await talk.say(WORK["en"])
    assert sizes_told(await talk.say("I'm on my feet all day")) == []


@pytest.mark.parametrize(
    ("language", "text", "about"),
    [
        ("en", "does it need ironing?", "crease"), ("en", "can I put it in the washing machine?", "care"),
        ("en", "can you deliver by Friday?", "buy"), ("en", "can I return it?", "buy"),
        ("en", "does it go together?", "why"), ("en", "are you sure about the shoes?", "why"),
        ("en", "which one is cheapest?", "price"), ("fr", "faut repasser ?", "crease"),
        ("fr", "ça va au sèche-linge ?", "care"), ("fr", "c'est livré quand ?", "buy"),
        ("fr", "ça va ensemble ?", "why"), ("fr", "t'es sûr pour les chaussures ?", "why"),
        ("fr", "c'est laquelle la moins chère ?", "price"), ("zh", "要熨吗？", "crease"), ("zh", "会缩水吗", "care"),
        ("zh", "几天能到？", "buy"), ("zh", "搭吗？", "why"), ("zh", "鞋子确定合适吗？", "why"),
        ("zh", "哪套最便宜？", "price"),
    ],
)  # fmt: skip
async def test_a_question_about_what_was_shown_is_answered_of_it(talk: Talk, language: str, text: str, about: str):
    await talk.say(WORK[language])
    assert (await talk.say(text))["brief"]["about"] == [about]


WEDDING = {
    "en": "a dress for a wedding, I'm a woman, with shoes and all",
    "fr": "une robe pour un mariage, femme, avec les chaussures et tout",
    "zh": "婚礼穿的连衣裙，女生，鞋子什么的都要",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I work as a nurse"), ("en", "I live by the sea"), ("en", "I cycle to work"),
        ("en", "I'm on my feet all day"), ("en", "I prefer loose clothes"),
        ("fr", "je vais au travail à pied"), ("fr", "j'y vais à vélo"), ("fr", "j'habite au bord de la mer"),
        ("fr", "je suis debout toute la journée"), ("fr", "je prends le métro"),
        ("fr", "j'aime les vêtements amples"),
        ("zh", "我要站一整天"), ("zh", "我骑车去"), ("zh", "我住海边"), ("zh", "我平时都穿黑色"),
        ("zh", "我喜欢宽松的"), ("zh", "我比较喜欢简约"),
    ],
)  # fmt: skip
async def test_how_one_lives_changes_nothing_of_what_is_dressed_for(talk: Talk, language: str, text: str):
    await talk.say(WEDDING[language])
    run = await talk.say(text)
    assert run["brief"]["occasion"] == "wedding"
    assert all(look["kind"] == "outfit" for look in run["looks"])
    assert run["looks"]


@pytest.mark.parametrize(
    ("wish", "sizes"),
    [
        ("an outfit for my husband for a dinner", "XL, shoes 44"),
        ("une tenue pour mon mari pour un dîner", "du XL et du 44 en chaussures"),
        ("给我老公搭一套晚餐穿的", "XL码，鞋44"),
    ],
)
async def test_sizes_told_of_somebody_else_are_not_kept_as_ones_own(talk: Talk, wish: str, sizes: str):
    await talk.say(wish)
    told = await talk.say(sizes)
    assert told["brief"]["sizes"] == {"clothes": "XL", "shoes": "44"}
    assert told["brief"]["changes"] == []


@pytest.mark.parametrize(
    ("wish", "sizes", "other"),
    [
        ("an outfit for a dinner, woman", "M, shoes 38", "for my husband instead"),
        ("une tenue pour un dîner, femme", "M, chaussures 38", "pour mon mari plutôt"),
        ("晚餐穿什么，女", "M码，鞋38", "换成给我老公的"),
    ],
)
async def test_ones_own_sizes_are_nobody_elses(talk: Talk, wish: str, sizes: str, other: str):
    await talk.say(wish)
    assert (await talk.say(sizes))["brief"]["changes"][0]["key"] == "sizes"
    told = await talk.say(other)
    assert (told["brief"]["presentation"], told["brief"]["sizes"]) == ("men", {"clothes": None, "shoes": None})


@pytest.mark.parametrize(
    ("tells", "asks", "forgets", "known"),
    [
        ("I have fair skin and black hair", "what do you know of me?", "forget my hair colour", "contrast is strong"),
        (
            "j'ai la peau claire et les cheveux noirs", "que sais-tu de moi ?", "oublie ma couleur de cheveux",
            "contraste naturel est net",
        ),
        ("我皮肤白、头发黑", "你知道我什么？", "忘掉我的发色", "对比鲜明"),
    ],
)  # fmt: skip
async def test_the_contrast_of_hair_and_skin_is_kept_told_and_forgotten(
    talk: Talk, tells: str, asks: str, forgets: str, known: str
):
    told = await talk.say(tells)
    assert [(one["key"], one["value"]) for one in told["brief"]["changes"]] == [("contrast", "high")]
    assert known in (await talk.say(asks))["messages"][-1].text
    await talk.say(forgets)
    assert known not in (await talk.say(asks))["messages"][-1].text
