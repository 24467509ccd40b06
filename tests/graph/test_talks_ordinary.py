"""Conversations of several turns as ordinary people have them: what stands goes on standing, in each language."""

import pytest


def slots(look):
    return {item["slot"] for item in look["items"]}


@pytest.mark.parametrize(
    ("wish", "size", "sum_"),
    [
        ("a skirt and shoes for a baptism in May, woman, 300 euros", "I take a 38, shoes 40", "can it stay under 200?"),
        (
            "une jupe et des chaussures pour un baptême en mai, femme, 300 euros",
            "je fais du 38",
            "ça peut rester sous 200 ?",
        ),
        ("五月洗礼，想要半身裙和鞋子，女，300欧", "我穿38码，鞋40", "能控制在200以内吗"),
    ],
)
async def test_pieces_that_were_dressed_around_go_on_as_an_outfit(talk, wish, size, sum_):
    before = slots((await talk.say(wish))["looks"][0])
    assert {"bottom", "footwear", "base_top"} <= before
    for said in (size, sum_):
        looks = (await talk.say(said))["looks"]
        assert looks
        assert all({"bottom", "footwear", "base_top"} <= slots(look) for look in looks)
    assert all(sum(item["price"] for item in look["items"]) <= 200 for look in looks)


@pytest.mark.parametrize(
    ("wish", "plain"),
    [
        ("an outfit for a birthday dinner, woman, M", "looks a bit plain, could you make it dressier?"),
        ("an outfit for a birthday dinner, woman, M", "a bit plain, can it be dressier?"),
        ("une tenue pour un dîner d'anniversaire, femme, M", "c'est un peu simple, tu pourrais faire plus habillé ?"),
        ("生日晚餐穿什么？女，M码", "有点普通，能不能再隆重一点？"),
    ],
)
async def test_a_step_that_is_put_as_a_question_is_taken(talk, wish, plain):
    await talk.say(wish)
    found = await talk.say(plain)
    assert found["brief"]["refinement"]["change"] == "dressier"
    assert found["looks"]


@pytest.mark.parametrize(
    ("wish", "fancy"),
    [
        ("dinner with my boss, man", "that's way too fancy. plainer?"),
        ("un dîner avec mon chef, homme", "c'est trop chic pour moi, plus simple ?"),
        ("和老板吃饭穿什么，男", "太隆重了，朴素点行不"),
    ],
)
async def test_too_fancy_with_a_wish_for_less_is_a_step_and_no_doubt(talk, wish, fancy):
    await talk.say(wish)
    found = await talk.say(fancy)
    assert found["brief"]["refinement"]["change"] == "plainer"


@pytest.mark.parametrize(
    ("wish", "exchange"),
    [
        ("an outfit for the snow, woman, L", "in the second one keep the boots and change the coat"),
        ("une tenue pour la neige, femme, L", "dans la deuxième garde les bottes et change le manteau"),
        ("下雪天的穿搭，女，L码", "第二套靴子留着，外套换一件"),
    ],
)
async def test_of_the_look_that_is_named_one_piece_stays_and_one_goes(talk, wish, exchange):
    before = {item["slot"]: item["id"] for item in (await talk.say(wish))["looks"][1]["items"]}
    looks = (await talk.say(exchange))["looks"]
    assert looks
    for look in looks:
        after = {item["slot"]: item["id"] for item in look["items"]}
        assert after["footwear"] == before["footwear"]
        assert after["outer"] != before["outer"]


@pytest.mark.parametrize(
    ("wish", "flowers"),
    [
        ("a dinner outfit for July, woman, M", "something with flowers on it would be lovely"),
        ("une tenue de dîner en juillet, femme, M", "j'aimerais quelque chose à fleurs"),
        ("七月晚餐穿什么？女，M码", "想要带碎花的"),
    ],
)
async def test_a_print_that_is_wished_for_is_in_each_look(talk, wish, flowers):
    await talk.say(wish)
    found = await talk.say(flowers)
    assert found["brief"]["patterns"] == ["floral"]
    assert len(found["looks"]) > 1
    for look in found["looks"]:
        assert any("floral" in item["name"].lower() for item in look["items"])


@pytest.mark.parametrize(
    ("wish", "size"),
    [
        ("an outfit for the snow, woman, L", "I'm a 38 in boots"),
        ("une tenue pour la neige, femme, L", "je fais du 38 en bottes"),
        ("下雪天的穿搭，女，L码", "靴子我穿38码"),
    ],
)
async def test_the_own_size_told_of_boots_re_dresses_and_looks_for_no_boots_alone(talk, wish, size):
    await talk.say(wish)
    found = await talk.say(size)
    assert found["brief"]["sizes"] == {"clothes": "L", "shoes": "38"}
    assert all({"footwear", "outer"} <= slots(look) for look in found["looks"])
    assert found["looks"]


@pytest.mark.parametrize(
    ("wish", "refuses"),
    [
        ("an outfit for a wedding in June, woman", "love the first one, but not those shoes"),
        ("une tenue pour un mariage en juin, femme", "j'adore la première, mais pas ces chaussures"),
        ("六月参加婚礼穿什么，女", "第一套很喜欢，就是鞋子不要这双"),
    ],
)
async def test_shoes_that_are_refused_alone_are_the_only_piece_to_go(talk, wish, refuses):
    before = (await talk.say(wish))["looks"][0]["items"]
    first = (await talk.say(refuses))["looks"][0]["items"]
    kept = {item["id"] for item in before if item["slot"] in {"one_piece", "bottom", "base_top"}}
    assert kept <= {item["id"] for item in first}
    assert not {item["id"] for item in before if item["slot"] == "footwear"} & {item["id"] for item in first}


@pytest.mark.parametrize(
    ("wish", "asks"),
    [
        ("a navy blazer, man", "complete the look"),
        ("a navy blazer, man", "and an outfit with it for a dinner"),
        ("un blazer bleu marine, homme", "complète le look"),
        ("un blazer bleu marine, homme", "et une tenue avec pour un dîner"),
        ("藏青色西装外套，男", "用第二件搭一套"),
        ("藏青色西装外套，男", "搭完整"),
    ],
)
async def test_an_article_that_was_shown_is_dressed_around(talk, wish, asks):
    shown = {look["items"][0]["id"] for look in (await talk.say(wish))["looks"]}
    looks = (await talk.say(asks))["looks"]
    assert looks
    for look in looks:
        assert {"mid", "bottom", "footwear"} <= slots(look)
        assert shown & {item["id"] for item in look["items"]}


@pytest.mark.parametrize(
    ("wish", "alone"),
    [
        ("an outfit for a work dinner, woman, M", "can I just see the shoes"),
        ("une tenue pour un dîner de travail, femme, M", "que les chaussures"),
        ("une tenue pour un dîner de travail, femme, M", "les chaussures seulement"),
        ("工作聚餐穿什么？女，M码", "单独看鞋"),
    ],
)
async def test_shoes_alone_are_shown_alone(talk, wish, alone):
    await talk.say(wish)
    looks = (await talk.say(alone))["looks"]
    assert looks
    assert all(slots(look) == {"footwear"} for look in looks)


@pytest.mark.parametrize(
    ("wish", "refuses"),
    [
        ("工作聚餐穿什么？女，M码", "不要这双鞋"),
        ("une tenue pour un dîner de travail, femme, M", "pas ces chaussures"),
        ("an outfit for a work dinner, woman, M", "not those shoes"),
    ],
)
async def test_this_pair_that_is_not_wanted_makes_room_for_another(talk, wish, refuses):
    worn = {item["id"] for item in (await talk.say(wish))["looks"][0]["items"] if item["slot"] == "footwear"}
    looks = (await talk.say(refuses))["looks"]
    assert looks
    for look in looks:
        assert "footwear" in slots(look)
        assert not worn & {item["id"] for item in look["items"]}


async def test_a_bare_sum_that_would_buy_nothing_in_yuan_is_of_the_shop(talk):
    await talk.say("工作聚餐穿什么？女，M码")
    assert (await talk.say("不超过200"))["brief"]["budget"] == {"max": 200.0, "currency": "EUR", "per": "look"}
    assert (await talk.say("不超过2000"))["brief"]["budget"]["max"] == 2000.0


async def test_shoes_may_be_brown_in_the_look_in_chinese_as_well(talk):
    await talk.say("工作聚餐穿什么？女，M码")
    looks = (await talk.say("鞋子可以棕色吗"))["looks"]
    assert looks
    for look in looks:
        assert [item["colour"]["family"] for item in look["items"] if item["slot"] == "footwear"] == ["brown"]
        assert len(look["items"]) > 1
