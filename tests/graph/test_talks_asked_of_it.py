"""What is asked of an outfit that was shown: does it go with jeans, is the jacket enough, is it too dressy."""

import pytest

from tests.conftest import Talk

BRUNCH = {"en": "an outfit for brunch, woman", "fr": "une tenue pour un brunch, femme", "zh": "早午餐穿什么，女"}
OPERA = {
    "en": "outfit for the opera on Friday in Paris",
    "fr": "tenue pour l'opéra vendredi à Paris",
    "zh": "周五在巴黎看歌剧穿什么",
}
MINE = {
    "en": "my outfit: white shirt, raw jeans, brown loafers, for a business dinner. ok?",
    "fr": "ma tenue : chemise blanche, jean brut, mocassins marron, pour un dîner d'affaires. ça va ?",
    "zh": "我的穿搭：白衬衫、牛仔裤、棕色乐福鞋，商务晚餐，行吗？",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "can I get the shoes in a different colour?"),
        ("en", "the shoes in another colour"),
        ("fr", "une autre couleur pour les chaussures"),
        ("fr", "les chaussures dans une autre couleur"),
        ("zh", "鞋子换个颜色"),
    ],
)
async def test_a_piece_comes_in_another_colour_and_the_rest_stays(talk: Talk, language: str, text: str) -> None:
    first = (await talk.say(BRUNCH[language]))["looks"][0]
    told = (await talk.say(text))["looks"][0]
    worn = {item["slot"]: item for item in first["items"]}
    for item in told["items"]:
        same = item["id"] == worn[item["slot"]]["id"]
        assert same is (item["slot"] != "footwear")
    shoes = next(item for item in told["items"] if item["slot"] == "footwear")
    assert shoes["colour"]["family"] != worn["footwear"]["colour"]["family"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "does it go with jeans?"), ("en", "does it work with jeans?"), ("fr", "ça va avec un jean ?")],
)
async def test_jeans_that_nobody_has_are_tried_on(talk: Talk, language: str, text: str) -> None:
    await talk.say(BRUNCH[language])
    told = await talk.say(text)
    assert not told["brief"]["owned"]
    assert {item["source"] for item in told["looks"][0]["items"] if item["category"] == "jeans"} == {"catalog"}


@pytest.mark.parametrize(
    ("language", "text"), [("en", "and with trainers?"), ("fr", "et avec des baskets ?"), ("zh", "换成球鞋呢？")]
)
async def test_what_is_put_in_their_place_is_worn_and_not_ones_own_shoes(talk: Talk, language: str, text: str) -> None:
    await talk.say(MINE[language])
    told = await talk.say(text)
    worn = {item["category"] for item in told["looks"][0]["items"] if item["slot"] == "footwear"}
    assert worn <= {"sneakers", "leather_sneakers"}
    assert worn


@pytest.mark.parametrize(
    ("language", "text", "about"),
    [
        ("en", "is the jacket enough?", "warmth"),
        ("fr", "la veste suffit ?", "warmth"),
        ("fr", "une veste suffira ?", "warmth"),
        ("zh", "外套够吗", "warmth"),
        ("en", "is the jacket mandatory?", "guide"),
        ("fr", "la veste est obligatoire ?", "guide"),
    ],
)
async def test_what_is_asked_of_a_jacket_is_answered(talk: Talk, language: str, text: str, about: str) -> None:
    await talk.say(OPERA[language])
    assert (await talk.say(text))["brief"]["about"] == [about]


@pytest.mark.parametrize(
    ("language", "text"), [("en", "it's too dressy, no?"), ("fr", "c'est trop habillé non ?"), ("zh", "太正式了吧？")]
)
async def test_too_dressy_no_is_a_step_down(talk: Talk, language: str, text: str) -> None:
    await talk.say(OPERA[language])
    assert (await talk.say(text))["brief"]["refinement"]["change"] == "plainer"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "is that all you have?"),
        ("fr", "c'est tout ce que t'as ?"),
        ("fr", "vous n'avez que ça ?"),
        ("zh", "就这些吗"),
    ],
)
async def test_is_that_all_asks_for_others(talk: Talk, language: str, text: str) -> None:
    seen = {look["id"] for look in (await talk.say(BRUNCH[language]))["looks"]}
    told = await talk.say(text)
    assert told["brief"]["refinement"]["change"] == "other"
    assert told["looks"]
    assert not seen & {look["id"] for look in told["looks"]}


@pytest.mark.parametrize("text", ["un peu trop non ?", "c'est un peu too much non ?", "un peu trop quand même"])
async def test_a_bit_much_is_a_step_down_in_french(talk: Talk, text: str) -> None:
    await talk.say(OPERA["fr"])
    assert (await talk.say(text))["brief"]["refinement"]["change"] == "plainer"


@pytest.mark.parametrize(
    ("language", "text"), [("en", "are the shoes included?"), ("fr", "les chaussures sont incluses ?")]
)
async def test_whether_a_piece_is_in_the_price_is_told(talk: Talk, language: str, text: str) -> None:
    await talk.say(BRUNCH[language])
    assert (await talk.say(text))["brief"]["about"] == ["price"]


@pytest.mark.parametrize(
    ("dress", "text", "named"),
    [
        ("I have a black dress, what do I wear with it to a restaurant?", "and with my denim jacket?", "denim jacket"),
        ("j'ai une robe noire, je mets quoi avec pour aller au resto ?", "avec ma veste en jean ça passe ?", "veste"),
        ("我有一条黑裙子，去餐厅吃饭配什么", "配我的牛仔外套可以吗", "外套"),
    ],
)
async def test_what_of_ones_own_comes_second_is_named_in_the_reply(talk: Talk, dress: str, text: str, named: str):
    await talk.say(dress)
    told = await talk.say(text)
    assert named in told["messages"][-1].text
