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
        ("une tenue pour un dîner d'anniversaire, femme, M", "c'est un peu simple, tu pourrais faire plus habillé ?"),
        ("生日晚餐穿什么？女，M码", "有点普通，能不能再隆重一点？"),
    ],
)
async def test_a_step_that_is_put_as_a_question_is_taken(talk, wish, plain):
    await talk.say(wish)
    found = await talk.say(plain)
    assert found["brief"]["refinement"]["change"] == "dressier"
    assert found["looks"]
