"""Talks in which a question was answered by dressing somebody, or an outfit by judging one of its pieces."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Can I wear my red dress to a Chinese wedding?",
        "I'm invited to a wedding in June, can I wear my white dress?",
        "Je peux mettre ma robe blanche au mariage de ma cousine ?",
        "Est-ce que je peux porter ma robe rouge à un mariage chinois ?",
        "我能穿我那条红裙子去参加中式婚礼吗？",
    ],
)
async def test_leave_that_is_asked_for_ones_own_taboo_piece_is_not_given(talk, text):
    told = await talk.say(text)
    assert told["brief"]["intent"] == "ask_advice"
    assert not any(item["source"] == "wardrobe" for look in told["looks"] for item in look["items"])


@pytest.mark.parametrize(
    "text",
    [
        "Navy suit, white socks and trainers to a funeral, ok?",
        "Robe rouge, collants chair et baskets blanches pour un entretien chez un notaire, ça passe ?",
        "黑色西装、白袜子、运动鞋去面试，行不行？",
    ],
)
async def test_a_list_of_pieces_is_judged_as_one_outfit(talk, text):
    told = await talk.say(text)
    assert told["brief"]["intent"] == "relook"


@pytest.mark.parametrize("text", ["我皮肤特别白，一晒就红，去三亚海边玩穿什么", "我晒一下就红，海边穿什么"])
async def test_skin_that_reddens_is_no_wish_for_red(talk, text):
    assert "red" not in (await talk.say(text))["brief"]["colours"]


@pytest.mark.parametrize(
    "text",
    ["Business outfit with shoes, man, no more than 150 euros", "Une tenue business, homme, 250 euros"],
)
async def test_a_business_outfit_is_for_the_office(talk, text):
    told = await talk.say(text)
    assert told["brief"]["occasion"] == "office" and told["looks"]


@pytest.mark.parametrize(
    "text",
    [
        "Walking around Helsinki all day in January, -15, man, already have a parka",
        "Me promener à Oslo en janvier, -10, femme, j'ai déjà une parka",
        "一月去哈尔滨走一天，零下十五度，男，已经有派克大衣了",
    ],
)
async def test_what_is_there_already_is_not_looked_for_on_a_day_out(talk, text):
    told = await talk.say(text)
    assert told["brief"]["intent"] != "find"
    assert any(item["slot"] != "outer" for look in told["looks"] for item in look["items"])


@pytest.mark.parametrize(
    "text",
    [
        "I weld for a living. What should I wear to work?",
        "Je soude toute la journée, je mets quoi au boulot ?",
        "我做焊接的，上班穿什么？",
    ],
)
async def test_who_tells_what_they_do_is_dressed_for_it(talk, text):
    told = await talk.say(text)
    assert told["brief"]["trade"] == "manual"
    worn = {item["category"] for look in told["looks"] for item in look["items"]}
    assert worn and not worn & {"heels", "block_heels", "sheath_dress"}


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Can I wear my velvet jacket to the office?", "grey"),
        ("Je peux mettre mon jean au bureau ?", "gris"),
        ("我能穿我的牛仔裤去上班吗？", "灰"),
    ],
)
async def test_leave_for_ones_own_piece_is_answered_of_the_piece(talk, text, piece):
    told = await talk.say(text)
    assert told["brief"]["intent"] == "ask_advice"
    assert piece not in told["messages"][-1].text.lower().split(".")[0]
