"""What comes over or with an outfit that was shown is added to it; one's own shoes are not bought."""

import pytest

from agents.house.phrases import load_phrases

SKIRT = {
    "en": "I'd like an outfit with a skirt for dinner, woman",
    "fr": "j'aimerais une tenue avec jupe pour un dîner, femme",
    "zh": "晚餐穿的半身裙搭配，要一整套，女",
}


def ids(look):
    return {item["id"] for item in look["items"]}


def slots(look):
    return {item["slot"] for item in look["items"]}


@pytest.mark.parametrize(
    ("language", "text", "slot"),
    [
        ("en", "a scarf would be nice", "accessory"),
        ("en", "I also need a coat", "outer"),
        ("en", "with a handbag", "bag"),
        ("fr", "une écharpe ce serait bien", "accessory"),
        ("fr", "il me faut aussi un manteau", "outer"),
        ("fr", "un sac à main en plus", "bag"),
        ("zh", "有条围巾就好了", "accessory"),
        ("zh", "外面再来件大衣", "outer"),
        ("zh", "带个手提包", "bag"),
    ],
)
async def test_a_piece_that_no_outfit_wore_comes_beside_what_it_wore(talk, language, text, slot):
    before = (await talk.say(SKIRT[language]))["looks"][0]
    told = await talk.say(text)
    assert told["looks"]
    assert all(ids(before) < ids(look) and slots(look) == slots(before) | {slot} for look in told["looks"])


@pytest.mark.parametrize("text", ["show me some coats", "montre-moi des manteaux", "给我看看大衣"])
async def test_what_is_to_be_shown_is_shown_by_itself(talk, text):
    language = {"s": "en", "m": "fr"}.get(text[0], "zh")
    await talk.say(SKIRT[language])
    told = await talk.say(text)
    assert [slots(look) for look in told["looks"]] == [{"outer"}] * len(told["looks"])


@pytest.mark.parametrize(
    ("wish", "text"),
    [
        ("an outfit with a blazer for a conference, man", "add a coat"),
        ("une tenue avec un blazer pour une conférence, homme", "ajoute un manteau"),
        ("开会穿的西装外套搭配一套，男", "加一件大衣"),
    ],
)
async def test_a_coat_goes_over_a_blazer(talk, wish, text):
    await talk.say(wish)
    looks = (await talk.say(text))["looks"]
    assert looks
    assert all({"mid", "outer"} <= slots(look) for look in looks)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I'll wear my own shoes"),
        ("fr", "j'ai ce qu'il faut en chaussures"),
        ("fr", "je vais mettre mes chaussures"),
        ("zh", "我穿自己的鞋"),
    ],
)
async def test_shoes_that_are_there_are_left_out_and_the_wish_stands(talk, language, text):
    await talk.say(SKIRT[language])
    looks = (await talk.say(text))["looks"]
    assert looks
    assert all("bottom" in slots(look) and "footwear" not in slots(look) for look in looks)
    assert all("skirt" in item["category"] for look in looks for item in look["items"] if item["slot"] == "bottom")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I've got shoes at home, no need to buy any"),
        ("fr", "j'ai des chaussures à la maison, pas besoin d'en acheter"),
        ("zh", "家里有鞋，不用买"),
    ],
)
async def test_shoes_at_home_are_no_evening_at_home(talk, language, text):
    await talk.say(SKIRT[language])
    told = await talk.say(text)
    assert (told["brief"]["occasion"], told["brief"]["own_only"]) == ("dinner", False)
    assert told["looks"]
    assert all("footwear" not in slots(look) for look in told["looks"])


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("an outfit for the office, woman", "could it be boots?"),
        ("une tenue pour le bureau, femme", "ça peut être des bottes ?"),
        ("上班穿什么？女", "可以是靴子吗？"),
    ],
)
async def test_a_kind_that_is_asked_about_takes_its_place_in_the_outfit(talk, first, text):
    before = (await talk.say(first))["looks"][0]
    looks = (await talk.say(text))["looks"]
    assert looks
    assert all(slots(look) == slots(before) for look in looks)
    assert all("boots" in item["category"] for look in looks for item in look["items"] if item["slot"] == "footwear")


@pytest.mark.parametrize(
    ("first", "swap", "refusal", "opening"),
    [
        ("an outfit for the office, woman", "trousers instead", "no black please", "Leave it off"),
        ("une tenue pour le bureau, femme", "un pantalon plutôt", "pas de noir", "Sans, alors"),
        ("上班穿什么？女", "还是穿裤子吧", "不要黑色", "少这一样"),
    ],
)
async def test_trousers_that_are_refused_for_their_colour_are_trousers_still(talk, first, swap, refusal, opening):
    await talk.say(first)
    before = (await talk.say(swap))["looks"][0]
    assert "black" in [item["colour"]["family"] for item in before["items"] if item["slot"] == "bottom"]
    told = await talk.say(refusal)
    bottoms = [item for look in told["looks"] for item in look["items"] if item["slot"] == "bottom"]
    assert len(bottoms) == len(told["looks"]) > 0
    assert all("skirt" not in item["category"] and item["colour"]["family"] != "black" for item in bottoms)
    assert opening not in told["messages"][-1].text


@pytest.mark.parametrize(
    ("first", "text", "advised"),
    [
        ("a sheath dress and shoes for the office, woman", "add a belt", "belt you own"),
        ("une robe fourreau et des chaussures pour le bureau, femme", "ajoute une ceinture", "ceinture à"),
        ("上班穿的直筒连衣裙，配鞋子，女", "再来条皮带", "自己的腰带"),
    ],
)
async def test_a_dress_may_be_belted_and_no_second_belt_is_advised(talk, first, text, advised):
    await talk.say(first)
    told = await talk.say(text)
    assert told["looks"]
    assert all({"belt", "sheath_dress"} <= {item["category"] for item in look["items"]} for look in told["looks"])
    assert advised not in told["messages"][-1].text


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("an outfit with a blazer for a conference, man", "add a jumper"),
        ("une tenue avec un blazer pour une conférence, homme", "ajoute un pull"),
        ("开会穿的西装外套搭配一套，男", "加件毛衣"),
    ],
)
async def test_a_jumper_goes_under_the_blazer(talk, first, text):
    await talk.say(first)
    looks = (await talk.say(text))["looks"]
    assert looks
    assert all({"blazer", "sweater"} <= {item["category"] for item in look["items"]} for look in looks)


@pytest.mark.parametrize(
    ("language", "cheaper", "picked", "text"),
    [
        ("en", "cheaper please", "the second one", "add a scarf"),
        ("fr", "moins cher svp", "la deuxième", "ajoute une écharpe"),
        ("zh", "便宜点", "第二套", "加条围巾"),
    ],
)
async def test_what_is_added_is_not_held_to_what_cheaper_meant(talk, language, cheaper, picked, text):
    await talk.say(SKIRT[language])
    await talk.say(cheaper)
    await talk.say(picked)
    told = await talk.say(text)
    assert told["brief"]["budget"] is None
    assert all("accessory" in slots(look) for look in told["looks"]) and told["looks"]


async def test_a_scarf_that_there_might_be_is_none_of_ones_own(talk):
    await talk.say(SKIRT["zh"])
    told = await talk.say("有条围巾就好了")
    assert told["brief"]["owned"] == []
    assert {"catalog"} == {item["source"] for look in told["looks"] for item in look["items"]}


@pytest.mark.parametrize(
    ("first", "coloured", "skipped", "other"),
    [
        (
            "an outfit with a blazer for a conference, man",
            "the shoes in brown please",
            "skip the shoes",
            "show me others",
        ),
        (
            "une tenue avec un blazer pour une conférence, homme",
            "les chaussures en marron svp",
            "sans les chaussures",
            "autre chose ?",
        ),
        ("开会穿的西装外套搭配一套，男", "鞋子要棕色的", "鞋子我有了", "看看别的"),
    ],
)
async def test_shoes_that_are_left_out_take_their_colour_along(talk, first, coloured, skipped, other):
    for said in (first, coloured, skipped):
        await talk.say(said)
    told = await talk.say(other)
    assert told["looks"]
    assert told["brief"]["colours"] == []
    assert all("footwear" not in slots(look) for look in told["looks"])


async def test_a_size_is_no_praise(talk):
    await talk.say(SKIRT["fr"])
    told = await talk.say("je m'habille en L")
    assert told["brief"]["sizes"]["clothes"] == "L"
    assert told["looks"]


@pytest.mark.parametrize(
    ("first", "boots", "picked", "sum_"),
    [
        (SKIRT["en"], "boots instead of those shoes", "I prefer the second one", "250 euros tops"),
        (SKIRT["fr"], "avec des bottes plutôt", "j'aime bien la deuxième", "250 € grand max"),
        (SKIRT["zh"], "鞋子换成靴子", "2号挺好", "不超过250欧"),
    ],
)
async def test_a_pick_ends_no_wish(talk, first, boots, picked, sum_):
    for said in (first, boots, picked):
        await talk.say(said)
    looks = (await talk.say(sum_))["looks"]
    assert looks
    for look in looks:
        worn = {item["slot"]: item["category"] for item in look["items"]}
        assert "skirt" in worn["bottom"] and "boots" in worn["footwear"]


@pytest.mark.parametrize(
    ("language", "jewels", "belt", "sum_"),
    [
        ("en", "add earrings", "and a belt", "under 250 euros please"),
        ("fr", "ajoute des boucles d'oreilles", "et une ceinture", "moins de 250 € svp"),
        ("zh", "加副耳环", "再来条皮带", "不超过250欧"),
    ],
)
async def test_earrings_stay_beside_a_belt(talk, language, jewels, belt, sum_):
    for said in (SKIRT[language], jewels, belt):
        await talk.say(said)
    looks = (await talk.say(sum_))["looks"]
    assert looks
    assert all({"earrings", "belt"} <= {item["category"] for item in look["items"]} for look in looks)


@pytest.mark.parametrize(
    ("first", "scarf", "refused"),
    [
        (SKIRT["en"], "with a scarf", "I can't wear wool"),
        (SKIRT["fr"], "avec une écharpe", "la laine me gratte, pas de laine"),
        (SKIRT["zh"], "再配条围巾", "不要羊毛的"),
    ],
)
async def test_a_scarf_stays_in_another_cloth(talk, first, scarf, refused):
    await talk.say(first)
    await talk.say(scarf)
    looks = (await talk.say(refused))["looks"]
    assert looks
    assert all("scarf" in {item["category"] for item in look["items"]} for look in looks)


@pytest.mark.parametrize(("first", "late"), [(SKIRT["en"], "forgot to say, L"), (SKIRT["zh"], "忘了说，L码")])
async def test_a_size_that_was_forgotten_is_kept(talk, first, late):
    await talk.say(first)
    told = await talk.say(late)
    assert told["looks"]
    assert (await talk.services.person(talk.caller)).profile.sizes.clothes == "L"


@pytest.mark.parametrize(
    ("first", "asked"),
    [(SKIRT["en"], "in green maybe?"), (SKIRT["fr"], "en vert peut-être ?"), (SKIRT["zh"], "绿色的可以吗？")],
)
async def test_a_colour_that_is_all_that_is_asked_is_in_every_look(talk, first, asked):
    await talk.say(first)
    looks = (await talk.say(asked))["looks"]
    assert looks
    assert all("green" in {item["colour"]["family"] for item in look["items"]} for look in looks)


@pytest.mark.parametrize(
    ("language", "first", "asked", "kind"),
    [
        ("zh", "后天面试 男", "要不要带个包", "work"), ("zh", "周六参加朋友婚礼 女", "包要不要", "evening"),
        ("zh", "周末逛街 女", "要不要背包", "free"), ("en", "Interview on Monday, man", "should I bring a bag", "work"),
        ("en", "A wedding on Saturday, woman", "do I need a bag?", "evening"),
        ("fr", "Un mariage samedi, femme", "il faut un sac ?", "evening"),
    ],
)  # fmt: skip
async def test_whether_a_bag_is_needed_is_answered_of_the_bag(talk, language, first, asked, kind):
    await talk.say(first)
    reply = (await talk.say(asked))["messages"][-1].text
    assert any(phrase in reply for phrase in load_phrases(language)[f"bag.{kind}"])
