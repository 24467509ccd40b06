"""Talks about a funeral: what a piece has to be, what is looked at alone, and what the day asks all the while."""

import pytest


@pytest.mark.parametrize(
    ("first", "text", "says"),
    [
        ("a funeral on Thursday, woman", "does the coat have to be black?", "dark"),
        ("un enterrement jeudi, femme", "le manteau doit être noir ou gris foncé ça passe ?", "foncé"),
        ("周四参加葬礼，女", "大衣必须是黑色的吗", "黑"),
    ],
)
async def test_whether_a_piece_has_to_be_of_a_colour_is_answered(talk, first, text, says):
    await talk.say(first)
    told = await talk.say(text)
    assert (told["brief"]["intent"], told["looks"]) == ("ask_advice", [])
    said = told["messages"][-1].text
    assert says in said or "navy" in said or "marine" in said


@pytest.mark.parametrize(
    ("first", "text", "says"),
    [
        ("Chinese funeral on Thursday, woman", "could I wear a red scarf?", ("joy", "good fortune")),
        ("enterrement chinois jeudi, femme", "je peux mettre un foulard rouge ?", ("joie", "porte bonheur")),
        ("周四参加中式葬礼，女", "戴条红围巾可以吗？", ("喜庆", "喜色")),
        ("a funeral on Thursday, woman", "can I wear red shoes?", ("Bright colours", "bright colour")),
    ],
)
async def test_a_small_piece_in_a_colour_that_is_taboo_is_no_matter_of_stock(talk, first, text, says):
    await talk.say(first)
    told = await talk.say(text)
    said = told["messages"][-1].text
    assert not told["looks"]
    assert any(one in said for one in says)
    assert any(one in said for one in ("black", "Black", "noir", "黑"))


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("I've got a red suit for a funeral, is that ok?", "relook"),
        ("j'ai prévu un tailleur rouge pour un enterrement, c'est bon ?", "relook"),
        ("我打算穿红色套装去葬礼，可以吗？", "relook"),
        ("下个月去印度参加婚礼，女生，穿黑色可以吗？", "ask_advice"),
    ],
)
async def test_whether_a_colour_will_do_is_judged_before_anything_is_bought(talk, text, intent):
    told = await talk.say(text)
    assert told["brief"]["intent"] == intent
    assert not any(item["colour"]["family"] == "red" for look in told["looks"] for item in look["items"])


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("office outfit, woman", "the jacket has to be grey"),
        ("une tenue de bureau, femme", "la veste doit être grise"),
        ("上班穿什么，女", "外套必须是灰色的"),
    ],
)
async def test_what_has_to_be_and_is_no_question_is_brought(talk, first, text):
    await talk.say(first)
    told = await talk.say(text)
    assert told["brief"]["colours"] == ["grey"]
    assert told["looks"]


@pytest.mark.parametrize(
    ("first", "text", "slot"),
    [
        ("a funeral on Thursday, man, L", "now show me just the coats", "outer"),
        ("un enterrement jeudi, homme, L", "maintenant montrez-moi seulement les manteaux", "outer"),
        ("周四参加葬礼，男，L码", "现在只给我看大衣", "outer"),
    ],
)
async def test_one_kind_alone_is_shown_for_the_day_that_was_told(talk, first, text, slot):
    before = await talk.say(first)
    told = await talk.say(text)
    assert {look["kind"] for look in told["looks"]} == {"article"}
    assert {item["slot"] for look in told["looks"] for item in look["items"]} == {slot}
    assert told["brief"]["date"] == before["brief"]["date"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A Chinese funeral for my grandmother, she was 92", "unless they"),
        ("my Chinese grandfather's funeral; he lived to a ripe old age", "unless they"),
        ("Des obsèques chinoises pour ma grand-mère de 92 ans", "sauf"),
        ("奶奶九十二岁走了，参加中式葬礼穿什么", "家里"),
        ("奶奶的喜丧穿什么", "家里"),
    ],
)
async def test_of_great_age_red_and_pink_are_for_the_family_to_ask(talk, text, told):
    said = await talk.say(text)
    words = {"en": "pink", "fr": "rose", "zh": "粉"}[said["brief"]["language"]]
    assert said["brief"]["occasion"] == "chinese_funeral" and said["looks"]
    assert words in said["messages"][-1].text and told in said["messages"][-1].text
    assert said["brief"]["wearer"] is None
    assert all(item["colour"]["family"] not in {"red", "pink"} for look in said["looks"] for item in look["items"])


async def test_of_no_great_age_nothing_is_said_of_pink(talk):
    said = await talk.say("A Chinese funeral for my uncle, he was 61")
    assert "pink" not in said["messages"][-1].text


@pytest.mark.parametrize("text", ["a funeral tomorrow, dress my husband", "un enterrement, une tenue pour mon mari"])
async def test_who_mourns_beside_the_asker_is_dressed(talk, text):
    assert (await talk.say(text))["brief"]["presentation"] == "men"
