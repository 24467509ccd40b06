"""Conversations of several turns: a sky that is supposed, a sum that leaves something out, what is asked on and on."""

import pytest

HIGH = {"heels", "block_heels", "evening_sandals"}


def slots_of(look):
    return {item["slot"]: item for item in look["items"]}


def ids(look):
    return {item["id"] for item in look["items"]}


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("festival in Lisbon in july, 4 days, girl, 22", "what about when it gets cold at night"),
        ("festival à Lisbonne en juillet, 4 jours, fille de 22 ans", "et quand il fait frais le soir ?"),
        ("七月去里斯本音乐节，四天，女生", "晚上冷怎么办"),
    ],
)
async def test_a_cool_evening_in_july_asks_for_a_layer_and_for_no_winter(talk, first, text):
    before = (await talk.say(first))["looks"][0]
    cooler = await talk.say(text)
    assert cooler["looks"]
    for look in cooler["looks"]:
        assert ids(before) < ids(look)
        assert {"mid"} == {item["slot"] for item in look["items"]} - {item["slot"] for item in before["items"]}
    assert not cooler["brief"]["stated_weather"]


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("dinner with the in-laws saturday, Edinburgh, man", "and if it snows?"),
        ("dîner chez mes beaux-parents samedi à Strasbourg, homme", "et s'il neige ?"),
        ("周六去岳父母家吃饭，北京，男", "要是下雪呢"),
    ],
)
async def test_snow_that_is_supposed_changes_no_more_than_coat_and_shoes(talk, first, text):
    before = slots_of((await talk.say(first))["looks"][0])
    snowed = slots_of((await talk.say(text))["looks"][0])
    assert {slot for slot in before if before[slot]["id"] != snowed[slot]["id"]} <= {"footwear"}
    assert snowed["footwear"]["category"].endswith("boots")
    assert "outer" in snowed


@pytest.mark.parametrize(
    ("first", "shirt", "shoes"),
    [
        ("a suit for the office, man", "does it come with the shirt?", "how much without the shoes"),
        ("un costume homme pour le bureau", "la chemise est comprise ?", "et sans les chaussures ça fait combien ?"),
        ("给他买套西装上班穿", "衬衫包含在里面吗", "不算鞋多少钱"),
    ],
)
async def test_what_a_total_holds_and_leaves_out_is_told_and_changes_nothing(talk, first, shirt, shoes):
    look = (await talk.say(first))["looks"][0]
    price = slots_of(look)["footwear"]["price"]
    for text in (shirt, shoes):
        asked = await talk.say(text)
        assert asked["brief"]["about"] == ["price"]
        assert asked["looks"][0]["id"] == look["id"]
        assert f"{look['total']:g}" in asked["messages"][-1].text.replace(",", ".")
    assert f"{price:g}" in asked["messages"][-1].text.replace(",", ".")


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("red dress", "for a work christmas do"),
        ("robe rouge", "pour le Noël du boulot"),
        ("红色连衣裙", "公司圣诞派对穿"),
    ],
)
async def test_what_a_dress_is_for_is_said_of_that_dress(talk, first, text):
    await talk.say(first)
    found = await talk.say(text)
    assert found["brief"]["occasion"] == "party"
    worn = [item for look in found["looks"] for item in look["items"] if item["slot"] == "one_piece"]
    assert {item["colour"]["family"] for item in worn} == {"red"}


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("dinner out tomorrow in Nantes, woman", "comfier shoes"),
        ("dîner au resto demain à Nantes, femme", "des chaussures plus confortables"),
        ("明天在南京的餐厅吃饭，女", "鞋子舒服点"),
    ],
)
async def test_easier_shoes_have_no_heel(talk, first, text):
    before = (await talk.say(first))["looks"][0]
    easier = await talk.say(text)
    assert easier["looks"]
    for look in easier["looks"]:
        assert slots_of(look)["footwear"]["category"] not in HIGH
        assert ids(before) - ids(look) == {slots_of(before)["footwear"]["id"]}


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("housewarming on friday in Cardiff, woman", "something with a pattern"),
        ("pendaison de crémaillère vendredi à Lyon, femme", "avec un imprimé"),
        ("周五去朋友的乔迁派对，杭州，女", "要有花纹的"),
    ],
)
async def test_any_pattern_is_one_that_is_wished_for(talk, first, text):
    await talk.say(first)
    printed = (await talk.say(text))["brief"]
    assert {"floral", "stripe", "check"} <= {*printed["patterns"]}
    assert "solid" not in printed["patterns"]


@pytest.mark.parametrize(
    ("language", "text"), [("en", "the second was nicer"), ("fr", "la deuxième était mieux"), ("zh", "第二套更好看")]
)
async def test_the_second_that_was_nicer_is_the_second_of_those_just_seen(talk, language, text):
    await talk.say({"en": "barbecue outfit, man", "fr": "tenue de barbecue, homme", "zh": "烧烤穿的，男"}[language])
    seen = await talk.say({"en": "brown loafers", "fr": "des mocassins", "zh": "鞋子呢"}[language])
    chosen = await talk.say(text)
    assert seen["looks"][1]["id"] in chosen["brief"]["refers_to"] or chosen["looks"][0]["id"] == seen["looks"][1]["id"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("first date, cocktails, bloke, Manchester friday", "Manchester"),
        ("mariage samedi, Grenoble, femme", "Grenoble"),
        ("周五约会，重庆，男", "重庆"),
    ],
)
async def test_a_city_is_a_place_wherever_it_stands(talk, text, place):
    assert (await talk.say(text))["brief"]["place"] == place


@pytest.mark.parametrize(
    "text",
    ["something for a zoom interview tomorrow, woman", "entretien en visio demain, femme", "明天视频面试，女，穿什么"],
)
async def test_an_interview_on_a_screen_is_an_interview(talk, text):
    assert (await talk.say(text))["brief"]["occasion"] == "job_interview"


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("a camel coat, woman", "what would I wear it with to the office"),
        ("je cherche un manteau camel, femme", "je le mets avec quoi au bureau ?"),
        ("想买件驼色大衣，女", "上班配什么穿"),
    ],
)
async def test_what_goes_with_a_coat_is_built_around_it(talk, first, text):
    coat = (await talk.say(first))["looks"][0]["items"][0]["id"]
    worn = await talk.say(text)
    assert worn["brief"]["occasion"] == "office"
    assert worn["looks"]
    assert all(coat in ids(look) for look in worn["looks"])


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("first day at a new office job monday, guy, Leeds", "shoes are ugly, something else"),
        ("premier jour au boulot lundi, mec, Lille", "les chaussures sont moches, autre chose"),
        ("周一新公司第一天上班，男，苏州", "鞋子太丑了，换一双"),
    ],
)
async def test_ugly_shoes_are_exchanged_and_nobody_goes_barefoot(talk, first, text):
    before = (await talk.say(first))["looks"][0]
    after = await talk.say(text)
    assert after["looks"]
    for look in after["looks"]:
        assert ids(before) - ids(look) == {slots_of(before)["footwear"]["id"]}
        assert "footwear" in slots_of(look)


@pytest.mark.parametrize(
    ("first", "text", "place"),
    [
        ("three days in Paris next month with my girlfriends, woman", "what about a dinner outfit", "Paris"),
        ("trois jours à Rome le mois prochain entre copines, femme", "et pour dîner ?", "Rome"),
        ("下个月和闺蜜去巴黎玩三天，女", "那晚餐穿什么", "巴黎"),
    ],
)
async def test_dinner_on_a_trip_is_dinner_there(talk, first, text, place):
    await talk.say(first)
    dinner = (await talk.say(text))["brief"]
    assert (dinner["occasion"], dinner["place"], dinner["presentation"]) == ("dinner", place, "women")


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("funeral thursday, my uncle, I'm a man", "do I have to wear black"),
        ("enterrement jeudi, mon oncle, je suis un homme", "je suis obligé de mettre du noir ?"),
        ("周四参加叔叔的葬礼，男", "必须穿黑色吗"),
    ],
)
async def test_whether_it_must_be_black_is_a_question_and_no_wish(talk, first, text):
    await talk.say(first)
    asked = await talk.say(text)
    assert (asked["brief"]["intent"], asked["brief"]["occasion"]) == ("ask_advice", "funeral")


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("wedding in Bristol on 19 June, woman", "and the price now?"),
        ("mariage à Bordeaux le 19 juin, femme", "et le prix maintenant ?"),
        ("6月19日去参加婚礼，广州，女", "现在多少钱"),
    ],
)
async def test_the_price_now_is_a_price_and_no_day(talk, first, text):
    await talk.say(first)
    asked = (await talk.say(text))["brief"]
    assert (asked["about"], asked["date"]) == (["price"], "2027-06-19")


async def test_years_are_no_size(talk):
    dressed = await talk.say("我爸六十大寿，去牛排馆吃饭，我是男的，45岁")
    assert dressed["brief"]["sizes"]["clothes"] is None
