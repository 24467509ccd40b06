"""Second turns in the words of every day: news of the event, a piece that stays at home, the first one after all."""

import pytest

from tests.graph.test_talks import slots

WEDDING = {
    "en": "my friend's wedding in Lyon on 12 June, woman, size L, under 250",
    "fr": "le mariage d'une amie à Lyon le 12 juin, femme, taille L, 250 € max",
    "zh": "6月12号去杭州参加室友婚礼，女，250欧以内，L码",
}
DATE = "周末去约会，男，178，不想太正式"
COAT = {
    "en": "a coat for a woman, under 150",
    "fr": "un manteau pour femme, 150 € max",
    "zh": "我要一件大衣，150欧以内，女",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the wedding is in Nice now"),
        ("fr", "le mariage est à Nice finalement"),
        ("zh", "婚礼改三亚了"),
        ("zh", "新郎那边说改成草坪婚礼"),
        ("zh", "时间变了，下周末"),
        ("zh", "日子往后推了一周"),
    ],
)
async def test_news_of_the_event_keeps_what_was_told(talk, language, text):
    first = await talk.say(WEDDING[language])
    told = await talk.say(text)
    assert told["looks"]
    assert (told["brief"]["occasion"], told["brief"]["budget"]["max"]) == (first["brief"]["occasion"], 250)
    assert told["brief"]["sizes"]["clothes"] == "L"


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "leave the bag at home"), ("fr", "le sac reste à la maison"), ("zh", "包放家里吧"), ("zh", "包留在家里")],
)
async def test_a_bag_that_stays_at_home_is_left_out(talk, language, text):
    assert "bag" in slots((await talk.say(WEDDING[language]))["looks"][0])
    told = await talk.say(text)
    assert told["looks"]
    assert all("bag" not in slots(look) for look in told["looks"])


@pytest.mark.parametrize(
    "text", ["算了不换了", "前面那个更好", "还是用回最开始的", "第一次推荐的就挺好", "换回去吧", "刚才那个更好"]
)
async def test_a_change_of_mind_finds_its_way_back(talk, text):
    first = (await talk.say(DATE))["looks"][0]
    await talk.say("换双鞋")
    assert [look["id"] for look in (await talk.say(text))["looks"]] == [first["id"]]


@pytest.mark.parametrize(
    ("language", "text"), [("en", "a shorter one"), ("fr", "plus court"), ("zh", "短一点"), ("zh", "有没有短点的")]
)
async def test_a_shorter_coat_costs_no_more_than_was_said(talk, language, text):
    await talk.say(COAT[language])
    told = await talk.say(text)
    assert told["brief"]["budget"]["max"] == 150
    assert all(look["total"] <= 150 for look in told["looks"])


@pytest.mark.parametrize("text", ["帽子要不要", "帽子用不用", "帽子需不需要"])
async def test_whether_a_hat_is_needed_is_answered(talk, text):
    await talk.say("下周末去爬香山，男，帮我搭一套")
    assert (await talk.say(text))["brief"]["intent"] == "ask_advice"


@pytest.mark.parametrize("text", ["还是长裤吧", "那就长裤"])
async def test_what_is_worn_already_stays(talk, text):
    first = (await talk.say("下周末去爬香山，男，帮我搭一套"))["looks"][0]
    assert [look["id"] for look in (await talk.say(text))["looks"]] == [first["id"]]


@pytest.mark.parametrize(
    ("language", "text", "refused"),
    [
        ("en", "silk is a pain to wash", "silk"),
        ("fr", "la soie c'est galère à laver", "silk"),
        ("zh", "真丝不好打理，换一个", "silk"),
        ("zh", "羊毛老起球，换掉", "wool"),
        ("zh", "不想要发亮的料子", "satin"),
    ],
)
async def test_a_cloth_that_is_hard_to_live_with_is_refused(talk, language, text, refused):
    await talk.say(WEDDING[language])
    assert refused in (await talk.say(text))["brief"]["avoid_fabrics"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "add some colour"), ("fr", "un peu de couleur ?"), ("zh", "来点颜色"), ("zh", "能不能亮一点")],
)
async def test_more_colour_is_a_step(talk, language, text):
    meeting = {"en": "client meeting, woman", "fr": "réunion client, femme", "zh": "去客户公司开会，女"}
    await talk.say(meeting[language])
    assert (await talk.say(text))["brief"]["refinement"]["change"] == "livelier"


@pytest.mark.parametrize("text", ["全用我自己的可以吗", "我自己的行不行", "用我自己的就行", "都用自己的行吗"])
async def test_to_wear_ones_own_alone_is_no_cry_for_help(talk, text):
    await talk.say("我衣柜里有黑色西裤，白衬衫，还有双黑色乐福鞋，明天见客户怎么穿，男")
    told = await talk.say(text)
    assert "care" not in told["brief"]["refers_to"]
    assert told["brief"]["own_only"]


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ("这周六在上海跟朋友聚餐 想穿牛仔裤", "牛仔裤换掉"), ("这周六在上海跟朋友聚餐 想穿牛仔裤", "把牛仔裤给换了吧"),
        ("An outfit for drinks with friends on Saturday, I want to wear jeans", "swap the jeans out"),
        ("Une tenue pour un verre entre amis samedi, avec un jean", "remplace le jean par autre chose"),
    ],
)  # fmt: skip
async def test_jeans_that_are_to_go_do_not_come_back(talk, first, told):
    assert "jeans" in categories(await talk.say(first))
    changed = await talk.say(told)
    assert changed["looks"]
    assert "jeans" not in categories(changed)


def categories(output):
    return {item["category"] for look in output["looks"] for item in look["items"]}
