"""Conversations in Chinese as people type them on a phone: questions without a sign, measure words, bare sums."""

import pytest

from tests.graph.test_talks import INTERVIEW, slots

FUNERAL = "爷爷过世了 后天去参加葬礼 我女生 在长沙"


async def test_what_is_asked_of_an_outfit_leaves_it_as_it_is(talk):
    first = (await talk.say(INTERVIEW["zh"]))["looks"][0]
    cold = await talk.say("会不会冷")
    assert (cold["brief"]["about"], cold["looks"][0]["id"]) == (["warmth"], first["id"])
    tie = await talk.say("不打领带行吗")
    assert tie["brief"]["intent"] == "ask_advice"
    assert "领带" in tie["messages"][-1].text
    shoes = await talk.say("换双棕色的")
    assert {slots(look)["footwear"]["colour"]["family"] for look in shoes["looks"]} == {"brown"}
    assert shoes["brief"]["occasion"] == "job_interview"


@pytest.mark.parametrize(
    ("text", "start"), [("可以穿灰色吗", ("可以", "行")), ("能穿绿的吗", ("最好", "不建议", "问我"))]
)
async def test_a_colour_in_mourning_is_allowed_or_not(talk, text, start):
    await talk.say(FUNERAL)
    assert (await talk.say(text))["messages"][-1].text.startswith(start)


async def test_the_sum_is_of_the_outfit_and_not_of_an_example_shown_since(talk):
    first = await talk.say("后天晚上跟老板去吃饭 广州 我男的")
    await talk.say("要不要打领带")
    told = await talk.say("一共多少")
    assert [look["id"] for look in told["looks"]] == [look["id"] for look in first["looks"]]


async def test_a_sum_said_with_too_dear_stays_in_force(talk):
    await talk.say("下周五晚上和朋友吃饭 男生 上海")
    cheaper = await talk.say("太贵了不要超过600")
    assert cheaper["brief"]["budget"]["currency"] == "CNY"
    changed = await talk.say("换条黑色的")
    assert changed["brief"]["budget"]["max"] == 600
    assert {slots(look)["bottom"]["colour"]["family"] for look in changed["looks"]} == {"black"}


async def test_ones_own_jeans_are_used_where_they_are_to_be(talk):
    await talk.say("下周一第一天上班 广告公司 女生")
    used = await talk.say("我有一条牛仔裤和一双小白鞋 能用上吗")
    assert used["brief"]["occasion"] == "office"
    worn = {item["slot"] for look in used["looks"] for item in look["items"] if item["source"] == "wardrobe"}
    assert worn == {"bottom", "footwear"}


async def test_the_cold_of_a_machine_is_met_by_a_layer(talk):
    await talk.say("深圳夏天上班通勤穿什么 女")
    layered = await talk.say("空调很冷")
    assert layered["looks"]
    assert all("mid" in slots(look) and "outer" not in slots(look) for look in layered["looks"])


async def test_an_evening_of_a_trip_is_packed_for_as_well(talk):
    await talk.say("六月去伦敦五天 男 带一个登机箱")
    more = await talk.say("有一天要去看歌剧")
    assert [event["occasion"] for event in more["brief"]["trip"]] == ["opera"]
    assert (more["brief"]["place"], more["brief"]["days"]) == ("伦敦", 5)


async def test_bare_knees_are_refused_at_a_temple(talk):
    await talk.say("七月去曼谷 有一天去大皇宫 女")
    assert "膝盖" in (await talk.say("短裤可以吗"))["messages"][-1].text


async def test_flats_that_come_for_heels_are_put_in_their_place(talk):
    await talk.say("下周五公司年会在成都 我女生 穿啥好")
    flat = await talk.say("不要高跟")
    assert flat["looks"]
    opened = flat["messages"][-1].text
    assert not opened.startswith(("那就去掉", "不要也行", "拿掉", "少这一样"))


async def test_nobody_climbs_in_flip_flops_however_little_it_may_cost(talk):
    await talk.say("国庆爬黄山 怎么穿 男")
    cheap = await talk.say("太贵了不要超过600")
    assert "flip_flops" not in {item["category"] for look in cheap["looks"] for item in look["items"]}


async def test_an_english_word_for_flats_is_understood(talk):
    await talk.say("周六date，上海，女生")
    flat = await talk.say("鞋换成flat的")
    heels = {"heels", "block_heels", "evening_sandals"}
    assert flat["looks"]
    assert not heels & {slots(look)["footwear"]["category"] for look in flat["looks"]}


async def test_a_piece_that_is_liked_in_another_colour_leaves_its_own_colour_alone_behind(talk):
    shown = slots((await talk.say("周六去野餐穿什么 女"))["looks"][0])
    changed = await talk.say("裙子不错 换个颜色")
    assert changed["brief"]["avoid_colours"] == [shown["one_piece"]["colour"]["family"]]
    assert all(slots(look)["footwear"]["id"] == shown["footwear"]["id"] for look in changed["looks"])


async def test_shoes_may_stay_as_they_are_where_the_outfit_is_to_be_of_another_colour(talk):
    shown = slots((await talk.say("周六去野餐穿什么 女"))["looks"][0])
    changed = await talk.say("换个颜色")
    assert shown["footwear"]["colour"]["family"] not in changed["brief"]["avoid_colours"]


async def test_a_bag_that_is_to_come_as_well_comes_beside_the_outfit(talk):
    shown = (await talk.say("周六去野餐穿什么 女"))["looks"][0]
    beside = await talk.say("包包也来一个")
    assert beside["looks"]
    for look in beside["looks"]:
        assert {item["id"] for item in shown["items"]} < {item["id"] for item in look["items"]}


async def test_a_wish_to_look_good_is_no_praise(talk):
    await talk.say("海边度假三天 穿搭推荐")
    assert (await talk.say("拍照要好看"))["brief"]["intent"] == "ask_advice"


@pytest.mark.parametrize("text", ["这样搭会不会显老", "会不会显老啊"])
async def test_whether_an_outfit_makes_look_old_is_no_wish_for_others(talk, text):
    shown = (await talk.say("我要去相亲 28岁男"))["looks"]
    asked = await talk.say(text)
    assert asked["brief"]["about"] == ["impression"]
    assert [look["items"] for look in asked["looks"]] == [shown[0]["items"]]
    assert (await talk.say("显老 换一套"))["brief"]["refinement"]["change"] == "other"


async def test_whether_an_outfit_makes_look_big_is_met_with_warmth(talk):
    await talk.say("上班穿什么 女")
    asked = await talk.say("这身是不是有点显胖")
    assert (asked["brief"]["intent"], asked["brief"]["refers_to"]) == ("smalltalk", ["body"])


@pytest.mark.parametrize("text", ["换个浅点的外套", "外套太黑了 换个浅点的", "外套要淡一点的"])
async def test_a_lighter_one_is_of_light_colours(talk, text):
    await talk.say("上班穿什么 男")
    lighter = await talk.say(text)
    assert lighter["looks"]
    coats = {slots(look)["outer"]["colour"]["family"] for look in lighter["looks"]}
    assert coats <= {"white", "cream", "beige", "grey"}


@pytest.mark.parametrize(
    ("told", "slot"),
    [("上衣我有件白衬衫", "base_top"), ("鞋我有，黑皮鞋", "footwear"), ("外套我有一件黑大衣", "outer")],
)
async def test_ones_own_is_worn_whose_place_is_named_first(talk, told, slot):
    await talk.say("后天面试 男")
    look = (await talk.say(told))["looks"][0]
    assert slots(look)[slot]["source"] == "wardrobe"
    assert len(look["items"]) > 1


@pytest.mark.parametrize(("asked", "slot"), [("包配什么颜色", "bag"), ("包配啥", "bag"), ("耳环配什么", "accessory")])
async def test_which_piece_goes_with_an_outfit_is_asked_behind_it(talk, asked, slot):
    first = (await talk.say("后天去苏州吃饭，女生"))["looks"][0]
    told = (await talk.say(asked))["looks"][0]
    assert slots(told)[slot]["source"] == "catalog"
    assert {item["id"] for item in first["items"]} < {item["id"] for item in told["items"]}


async def test_what_goes_with_ones_own_is_asked_still(talk):
    look = (await talk.say("我的白衬衫配什么"))["looks"][0]
    assert slots(look)["base_top"]["source"] == "wardrobe"
