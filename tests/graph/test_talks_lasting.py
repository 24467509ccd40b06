"""Conversations of several turns: a wish holds until it is taken back, and no longer."""

import pytest

HEELS = {"heels", "block_heels", "evening_sandals"}
WEDDING = {
    "en": "what dress can I wear to a summer wedding? for a woman",
    "fr": "quelle robe puis-je mettre à un mariage cet été ? pour une femme",
    "zh": "夏天婚礼能穿什么连衣裙？女",
}
OFFICE = {"en": "an outfit for work please, women's", "fr": "une tenue pour le bureau, femme", "zh": "上班通勤穿搭，女"}

OTHERS = {"en": "something else", "fr": "autre chose", "zh": "换一套"}


def categories(run):
    return [{item["category"] for item in look["items"]} for look in run["looks"]]


def slots(run):
    return [{item["slot"] for item in look["items"]} for look in run["looks"]]


def is_whole(look):
    return "footwear" in look and ("one_piece" in look or {"base_top", "bottom"} <= look)


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
async def test_who_asks_what_dress_to_wear_is_dressed(talk, language):
    dressed = await talk.say(WEDDING[language])
    assert dressed["brief"]["intent"] in {"outfit", "find"}
    assert all({"one_piece", "footwear"} <= look for look in slots(dressed))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "flat shoes only please"), ("en", "only flats"), ("fr", "que du plat"),
        ("fr", "que des chaussures plates svp"), ("zh", "只要平底鞋"),
    ],
)  # fmt: skip
async def test_only_flats_is_a_wish_for_the_outfit_and_lasts(talk, language, text):
    await talk.say(OFFICE[language])
    for said in (text, OTHERS[language]):
        run = await talk.say(said)
        assert run["looks"]
        assert all(is_whole(look) for look in slots(run))
        assert not any(HEELS & look for look in categories(run))


@pytest.mark.parametrize(
    ("language", "refused", "allowed"),
    [
        ("en", "I hate black", "black is fine after all"), ("en", "nothing black", "never mind about black, it's fine"),
        ("fr", "je déteste le noir", "ok pour le noir alors"), ("fr", "rien de noir", "bon, du noir si tu veux"),
        ("zh", "我讨厌黑色", "黑色其实也行"), ("zh", "除了黑色都行", "算了，黑色也没关系"),
        ("en", "I hate black", "I've changed my mind about black, it's fine"),
        ("en", "no black", "I've come round to black"),
        ("fr", "rien de noir", "j'ai changé d'avis sur le noir"), ("zh", "不要黑色", "黑色我改主意了，可以穿"),
    ],
)  # fmt: skip
async def test_a_colour_that_may_be_worn_after_all_is_no_longer_refused_and_not_ordered(
    talk, language, refused, allowed
):
    await talk.say(OFFICE[language])
    await talk.say(refused)
    run = await talk.say(allowed)
    assert run["brief"]["colours"] == []
    for brief in (run["brief"], (await talk.say(OTHERS[language]))["brief"]):
        assert "black" not in brief["avoid_colours"]
    assert all(is_whole(look) for look in slots(run))


@pytest.mark.parametrize(
    ("language", "refused", "allowed"),
    [
        ("en", "I can't walk in heels", "heels are ok then"), ("en", "only flats", "actually heels are fine"),
        ("fr", "pas de talons", "va pour des talons"), ("fr", "que du plat", "finalement les talons ça va"),
        ("zh", "不要高跟鞋", "高跟也行吧"), ("zh", "只要平底鞋", "高跟鞋还是可以的"),
    ],
)  # fmt: skip
async def test_heels_that_may_be_worn_after_all_leave_the_outfit_whole(talk, language, refused, allowed):
    await talk.say(OFFICE[language])
    await talk.say(refused)
    run = await talk.say(allowed)
    for brief in (run["brief"], (await talk.say(OTHERS[language]))["brief"]):
        assert not HEELS & {*brief["avoid_categories"]}
    assert "footwear" not in [one["slot"] for one in run["brief"]["wanted"]]
    assert all(is_whole(look) for look in slots(run))


@pytest.mark.parametrize(
    ("language", "text"), [("fr", "le noir ça va pas"), ("zh", "黑色也不可以"), ("en", "black is not ok for me")]
)
async def test_what_is_still_refused_is_not_taken_back(talk, language, text):
    await talk.say(OFFICE[language])
    await talk.say({"en": "nothing black", "fr": "rien de noir", "zh": "别给我黑的"}[language])
    assert "black" in (await talk.say(text))["brief"]["avoid_colours"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the price doesn't matter"), ("fr", "finalement le prix importe peu"), ("fr", "plus de budget"),
        ("fr", "peu importe le prix"), ("zh", "预算不管了"), ("zh", "别管预算"), ("zh", "价格不重要了"),
    ],
)  # fmt: skip
async def test_a_budget_that_no_longer_matters_is_gone(talk, language, text):
    await talk.say(OFFICE[language])
    await talk.say({"en": "300 tops", "fr": "300 € max", "zh": "300以内吧"}[language])
    run = await talk.say(text)
    assert run["looks"]
    assert run["brief"]["budget"] is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I wear black every day at work so not black"),
        ("fr", "je porte du noir tous les jours au boulot alors pas de noir"),
        ("zh", "我天天上班穿黑的，不想再穿黑色了"),
    ],
)
async def test_the_reason_of_a_wish_is_no_other_occasion(talk, language, text):
    await talk.say(WEDDING[language])
    brief = (await talk.say(text))["brief"]
    assert (brief["occasion"], "black" in brief["avoid_colours"]) == ("wedding", True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "je renverse toujours mon café, donc rien de blanc"), ("zh", "我老洒咖啡，不要白色的"),
        ("en", "I spill coffee so nothing white"),
    ],
)  # fmt: skip
async def test_who_spills_coffee_wears_no_white_and_no_brown_for_it(talk, language, text):
    await talk.say(OFFICE[language])
    run = await talk.say(text)
    assert run["looks"]
    assert (run["brief"]["colours"], run["brief"]["avoid_colours"]) == ([], ["white"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "prints aren't me"), ("fr", "rien à motifs"), ("fr", "les imprimés c'est pas moi"),
        ("fr", "pas de motifs, j'aime la simplicité"), ("zh", "不要花纹"),
    ],
)  # fmt: skip
async def test_prints_that_are_not_ones_own_are_left_out(talk, language, text):
    await talk.say(OFFICE[language])
    run = await talk.say(text)
    assert run["brief"]["occasion"] == "office"
    assert {"floral", "stripe", "check"} <= {*run["brief"]["avoid_patterns"]}


async def test_stripes_that_are_refused_name_no_trousers(talk):
    await talk.say(OFFICE["zh"])
    run = await talk.say("不要条纹")
    assert run["brief"]["avoid_patterns"] == ["stripe"]
    assert all(is_whole(look) for look in slots(run))


async def test_wool_that_stings_is_too_dear_for_nobody(talk):
    await talk.say(OFFICE["fr"])
    run = await talk.say("la laine ça pique")
    assert (run["brief"]["budget"], "wool" in run["brief"]["avoid_fabrics"]) == (None, True)


@pytest.mark.parametrize(
    ("language", "refused", "other"),
    [
        ("en", "nothing black", "change of plan, it's for a job interview"),
        ("fr", "rien de noir", "finalement c'est un entretien d'embauche"),
        ("zh", "不要黑色", "其实是面试"), ("zh", "不要黑色", "是去面试的"),
    ],
)  # fmt: skip
async def test_another_occasion_leaves_what_is_refused_refused(talk, language, refused, other):
    await talk.say(OFFICE[language])
    await talk.say(refused)
    brief = (await talk.say(other))["brief"]
    assert (brief["occasion"], brief["avoid_colours"], brief["presentation"]) == ("job_interview", ["black"], "women")


@pytest.mark.parametrize(
    ("language", "rain", "blue"),
    [
        ("en", "it might rain", "blue would be nice"), ("fr", "il risque de pleuvoir", "du bleu ce serait bien"),
        ("zh", "听说会下雨", "蓝色的可以吗？"),
    ],
)  # fmt: skip
async def test_blue_is_no_umbrella_that_nobody_asked_for(talk, language, rain, blue):
    await talk.say(OFFICE[language])
    await talk.say(rain)
    run = await talk.say(blue)
    first = run["looks"][0]["items"]
    assert "blue" in {
        item["colour"]["family"] for item in first if item["slot"] in {"base_top", "bottom", "one_piece", "mid"}
    }


@pytest.mark.parametrize(
    ("language", "brown", "more"),
    [
        ("en", "make the shoes brown", "add a pop of colour"), ("fr", "avec des chaussures marron", "plus de couleur"),
        ("zh", "鞋子要棕色的", "来点亮色"),
    ],
)  # fmt: skip
async def test_more_colour_leaves_the_shoes_as_they_were_asked_for(talk, language, brown, more):
    await talk.say(WEDDING[language])
    await talk.say(brown)
    run = await talk.say(more)
    shoes = [item["colour"]["family"] for look in run["looks"] for item in look["items"] if item["slot"] == "footwear"]
    assert {*shoes} <= {"brown", "beige"}
    assert not any(word in run["messages"][-1].content for word in ("you wanted", "as you wished", "vouliez", "您要的"))


async def test_flats_behind_a_refusal_are_wished_for(talk):
    await talk.say(OFFICE["fr"])
    run = await talk.say("rien de noir svp et des chaussures plates")
    assert run["brief"]["avoid_colours"] == ["black"]
    assert not any(HEELS & look for look in categories(run))


@pytest.mark.parametrize(
    ("refused", "allowed"),
    [
        ("I hate turtlenecks", "turtlenecks are fine after all"),
        ("I hate turtlenecks", "I've changed my mind about turtlenecks, they're fine"),
        ("je déteste les cols roulés", "les cols roulés, finalement ça va"),
        ("我讨厌高领毛衣", "高领毛衣又可以了"),
    ],
)
async def test_a_refusal_that_was_kept_is_taken_back_before_anything_is_shown(talk, refused, allowed):
    await talk.say(refused)
    assert (await talk.services.person(talk.caller)).profile.avoid_categories
    await talk.say(allowed)
    assert not (await talk.services.person(talk.caller)).profile.avoid_categories


@pytest.mark.parametrize(
    ("first", "text", "then"),
    [
        ("leather shoes for the office, woman", "sequinned ones but no leather", "ok what else"),
        ("des chaussures en cuir pour le bureau, femme", "à sequins mais pas de cuir", "autre chose alors"),
        ("上班穿的真皮乐福鞋，女", "要亮片的，不要皮", "换一个"),
    ],
)
async def test_what_is_refused_where_nothing_is_found_is_refused_in_what_follows(talk, first, text, then):
    await talk.say(first)
    assert not (await talk.say(text))["looks"]
    told = (await talk.say(then))["brief"]
    assert "leather" in told["avoid_fabrics"]
    assert "leather" not in told["fabrics"] + [cloth for one in told["wanted"] for cloth in one["fabrics"]]


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("wedding guest outfit in Lyon in June, woman, in red", "change the shoes, but not red ones"),
        ("tenue d'invitée de mariage à Lyon en juin, femme, en rouge", "change les chaussures, mais pas rouges"),
    ],
)
async def test_a_colour_that_is_refused_of_one_piece_stays_in_the_others(talk, first, text):
    before = (await talk.say(first))["looks"][0]["items"]
    told = await talk.say(text)
    assert told["brief"]["avoid_colours"] == []
    now = {item["id"]: item for item in told["looks"][0]["items"]}
    assert {item["id"] for item in before if item["slot"] != "footwear"} <= {*now}
    assert all(item["colour"]["family"] != "red" for item in now.values() if item["slot"] == "footwear")
