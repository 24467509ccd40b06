"""Conversations of several turns: what was told in passing is understood of whom and of what it was said."""

import pytest


def clothes(run):
    return [item for look in run["looks"] for item in look["items"] if item["slot"] in {"one_piece", "bottom", "mid"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "blue trousers, man"), ("fr", "un pantalon bleu, homme"), ("zh", "我想要一条蓝色裤子，男")],
)
async def test_who_asks_for_blue_is_offered_navy_after_it(talk, language, text):
    found = [look["items"][0]["colour"]["family"] for look in (await talk.say(text))["looks"]]
    assert found[0] == "blue"
    assert set(found[1:]) == {"navy"}
    navy = {"en": "navy trousers", "fr": "un pantalon bleu marine", "zh": "藏青色裤子"}[language]
    assert {look["items"][0]["colour"]["family"] for look in (await talk.say(navy))["looks"]} == {"navy"}


@pytest.mark.parametrize("text", ["light blue trousers, man", "un pantalon bleu clair, homme", "浅蓝色裤子，男"])
async def test_who_asks_for_light_blue_is_offered_no_navy(talk, text):
    found = await talk.say(text)
    assert {look["items"][0]["colour"]["family"] for look in found["looks"]} == {"blue"}


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("what to wear for a picnic on Saturday", "I like the dress, keep it, change the shoes"),
        ("qu'est-ce que je mets pour un pique-nique samedi", "la robe me plaît, on la garde mais d'autres chaussures"),
        ("周六去野餐穿什么 女", "裙子不错 留着 换双鞋"),
    ],
)
async def test_what_was_just_named_is_what_stays(talk, first, text):
    shown = {item["slot"]: item["id"] for item in (await talk.say(first))["looks"][0]["items"]}
    changed = await talk.say(text)
    assert changed["looks"]
    for look in changed["looks"]:
        worn = {item["slot"]: item["id"] for item in look["items"]}
        assert worn.pop("footwear") != shown["footwear"]
        assert worn.items() <= shown.items()
    assert shown["footwear"] not in {one["key"] for one in changed["brief"]["changes"]}


async def test_who_will_have_no_blue_is_not_left_in_navy(talk):
    await talk.say("une robe bleue pour un mariage en juin à Nantes, je suis une femme")
    await talk.say("un pantalon bleu")
    without = await talk.say("pas de bleu finalement")
    assert without["looks"]
    assert not {"blue", "navy"} & {item["colour"]["family"] for item in clothes(without)}


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("an outfit for my husband, wedding in June in Lyon", "he doesn't like white shirts"),
        ("une tenue pour mon mari, mariage en juin à Lyon", "il n'aime pas les chemises blanches"),
        ("给我老公搭一套，六月去里昂参加婚礼", "他不喜欢白衬衫"),
    ],
)
async def test_what_he_does_not_like_is_no_fact_of_hers_and_refuses_one_sort_alone(talk, first, text):
    await talk.say(first)
    told = await talk.say(text)
    assert not told["brief"]["changes"]
    assert (told["brief"]["avoid_categories"], told["brief"]["avoid_colours"]) == ([], ["white"])
    tops = [item for look in told["looks"] for item in look["items"] if item["slot"] == "base_top"]
    assert {"shirt", "dress_shirt"} & {item["category"] for item in tops}


BLACK_DRESS = {
    "en": "how do I accessorise a black dress?",
    "fr": "comment accessoiriser une robe noire ?",
    "zh": "黑色连衣裙怎么搭配饰？",
}
HARBIN = {
    "en": "winter trip to Harbin in January, five days, I'm a woman",
    "fr": "voyage à Harbin en janvier, cinq jours, je suis une femme",
    "zh": "一月去哈尔滨玩五天，女生",
}
BLACK_TIE = {
    "en": "black tie wedding in London in June, man",
    "fr": "mariage black tie à Paris en juin, homme",
    "zh": "六月伦敦婚礼，着装要求black tie，男",
}
LYON = {
    "en": "wedding in Lyon on 12 June, I'm a woman",
    "fr": "mariage à Lyon le 12 juin, je suis une femme",
    "zh": "6月12日去里昂参加婚礼，我是女生",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "It's for a Christmas party"), ("fr", "c'est pour une fête de Noël"), ("zh", "是圣诞派对穿")],
)
async def test_advice_on_a_piece_is_gone_on_from_when_it_is_told_what_for(talk, language, text):
    await talk.say(BLACK_DRESS[language])
    dressed = await talk.say(text)
    assert dressed["looks"]
    for look in dressed["looks"]:
        dresses = [item for item in look["items"] if item["slot"] == "one_piece"]
        assert [item["colour"]["family"] for item in dresses] == ["black"]


async def test_a_wedding_told_after_a_question_of_washing_is_dressed_by_itself(talk):
    await talk.say("how do I wash a cashmere sweater?")
    dressed = await talk.say("wedding in Lyon on Saturday, woman")
    assert not {"sweater"} & {item["category"] for look in dressed["looks"] for item in look["items"]}


@pytest.mark.parametrize(
    ("language", "text"), [("en", "find me a hat"), ("fr", "trouve-moi un chapeau"), ("zh", "帮我找帽子")]
)
async def test_what_is_found_after_an_outfit_is_for_the_same_cold(talk, language, text):
    await talk.say(HARBIN[language])
    found = await talk.say(text)
    assert found["brief"]["intent"] == "find"
    assert {look["items"][0]["category"] for look in found["looks"]} == {"beanie"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "isn't that too casual?"),
        ("en", "is it smart enough?"),
        ("fr", "c'est pas trop décontracté ?"),
        ("fr", "c'est assez habillé ?"),
        ("zh", "会不会太随便"),
        ("zh", "这样够正式吗"),
    ],
)
async def test_a_doubt_of_being_dressed_enough_is_answered_and_changes_nothing(talk, language, text):
    first = await talk.say(INVESTORS[language])
    asked = await talk.say(text)
    assert (asked["brief"]["intent"], asked["brief"]["about"]) == ("ask_advice", ["occasion"])
    assert asked["looks"][0]["id"] == first["looks"][0]["id"]
    more = {"en": "dressier", "fr": ("plus habillé", "cran"), "zh": ("正式", "档")}[language]
    assert any(word in asked["messages"][-1].text for word in ([more] if isinstance(more, str) else more))


INVESTORS = {
    "en": "dinner with investors on Thursday in London, I'm a man",
    "fr": "dîner avec des investisseurs jeudi à Paris, je suis un homme",
    "zh": "周四晚上跟投资人吃饭，上海，男",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "is the bow tie necessary?"),
        ("fr", "il faut un nœud papillon ?"),
        ("fr", "le nœud papillon est obligatoire ?"),
        ("zh", "要不要领结"),
        ("zh", "领结必须戴吗"),
    ],
)
async def test_whether_a_piece_is_needed_is_answered_by_the_code(talk, language, text):
    await talk.say(BLACK_TIE[language])
    asked = await talk.say(text)
    assert (asked["brief"]["intent"], asked["brief"]["refinement"]) == ("ask_advice", None)
    assert asked["brief"]["occasion"] == "black_tie"
    assert not asked["looks"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Warmer, the hall's freezing"), ("fr", "plus chaud, la salle est glaciale"), ("zh", "教堂里很冷")],
)
async def test_a_cold_hall_asks_for_a_layer_and_is_no_weather(talk, language, text):
    await talk.say(LYON[language])
    warmer = await talk.say(text)
    assert not warmer["brief"]["stated_weather"]
    worn = [item for look in warmer["looks"] for item in look["items"]]
    assert any(item["slot"] == "mid" for item in worn)
    assert not {"outer", "headwear"} & {item["slot"] for item in worn}


@pytest.mark.parametrize(
    "text",
    [
        "I own a black blazer, black tie gala in Vienna in March, man",
        "gala black tie à Vienne en mars, je suis un homme, avec mon blazer noir",
        "三月维也纳晚宴，要求黑领结，男，穿我的黑色西装外套",
    ],
)
async def test_a_jacket_of_ones_own_is_dressed_for_black_tie_and_what_it_lacks_is_said(talk, text):
    dressed = await talk.say(text)
    assert dressed["looks"]
    for look in dressed["looks"]:
        worn = {item["category"]: item["source"] for item in look["items"]}
        assert worn["blazer"] == "wardrobe"
        assert {"dress_shirt", "bow_tie"} <= {*worn}
    assert "own_piece" in {gap["constraint"] for gap in dressed["brief"]["unmet"]}


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (("full black tie outfit under 20 euros, man", "ok 25 euros then"), ("25", "90")),
        (("全套晚礼服，20欧以内，男", "那25欧呢"), ("25", "90")),
    ],
)
async def test_a_sum_that_is_too_small_again_buys_what_it_can(talk, texts, words):
    first, second = [await talk.say(text) for text in texts]
    assert not first["looks"]
    assert {look["kind"] for look in second["looks"]} == {"article"}
    assert sum(look["total"] for look in second["looks"]) <= 25
    assert all(word in second["messages"][-1].text for word in words)


async def test_velvet_is_worn_in_july_by_who_asks_for_it_alone_and_is_warned_of(talk):
    evening = await talk.say("cocktail party on 15 July in Madrid, woman, jewel colours")
    assert not [item for look in evening["looks"] for item in look["items"] if "velvet" in item["name"].lower()]
    asked = await talk.say("something in velvet")
    assert any("velvet" in item["name"].lower() for look in asked["looks"] for item in look["items"])
    assert "velvet" in asked["messages"][-1].text


OSLO = {
    "en": "meetings in Oslo in February, man",
    "fr": "je pars à Oslo pour le boulot en février, 3 jours, homme, réunions et un dîner",
    "zh": "二月去奥斯陆出差三天，男，开会加一顿晚餐",
}


@pytest.mark.parametrize(
    ("language", "text", "hat"),
    [
        ("en", "actually it's my wife who's going", "does she need a hat?"),
        ("fr", "en fait c'est ma femme qui part", "il lui faut un bonnet ?"),
        ("zh", "其实是我老婆去", "要不要帽子"),
    ],
)
async def test_who_goes_is_put_right_and_the_cold_asks_for_a_hat(talk, language, text, hat):
    await talk.say(OSLO[language])
    hers = await talk.say(text)
    assert (hers["brief"]["occasion"], hers["brief"]["presentation"]) == ("business_meeting", "women")
    assert not hers["brief"]["changes"]
    asked = await talk.say(hat)
    assert asked["brief"]["intent"] == "ask_advice"
    assert not {"sun_hat", "fascinator"} & {item["category"] for look in asked["looks"] for item in look["items"]}
    refused = {"en": "Leave the hat", "fr": "Laissez le chapeau", "zh": "留在家"}[language]
    assert refused not in asked["messages"][-1].text


@pytest.mark.parametrize(
    ("first", "text", "white", "dirty"),
    [
        ("picnic this sunday, woman", "I'd rather trousers", "white ones?", "won't they get dirty"),
        ("pique-nique dimanche, femme", "plutôt un pantalon", "un blanc ?", "ça va pas se salir ?"),
        ("周日去公园野餐，女", "还是穿裤子吧", "白色的行吗", "会不会容易脏"),
    ],
)
async def test_the_piece_just_exchanged_comes_in_another_colour_and_the_rest_stays(talk, first, text, white, dirty):
    await talk.say(first)
    trousers = (await talk.say(text))["looks"][0]
    whites = (await talk.say(white))["looks"][0]
    assert slots_of(whites)["bottom"]["colour"]["family"] == "white"
    assert {item["id"] for item in trousers["items"]} - {item["id"] for item in whites["items"]} == {
        slots_of(trousers)["bottom"]["id"]
    }
    assert (await talk.say(dirty))["brief"]["about"] == ["care"]


def slots_of(look):
    return {item["slot"]: item for item in look["items"]}


@pytest.mark.parametrize(
    ("first", "text", "flats"),
    [
        (
            "what do guests wear to a country wedding in june, woman",
            "ok find me an outfit then, under 250",
            "is it the done thing to wear flats?",
        ),
        (
            "on s'habille comment pour un mariage en juin à la campagne, invitée",
            "trouve-moi une tenue alors, moins de 250",
            "c'est mal vu les chaussures plates ?",
        ),
        ("参加草坪婚礼一般穿什么，六月，女", "那给我搭一套，250以内", "穿平底鞋会不会失礼"),
    ],
)
async def test_a_sum_is_said_of_what_was_dressed_for_and_flats_are_asked_about(talk, first, text, flats):
    before = (await talk.say(first))["brief"]
    dressed = await talk.say(text)
    assert dressed["brief"]["occasion"] == before["occasion"] == "wedding"
    assert all(look["total"] <= 250 for look in dressed["looks"])
    asked = await talk.say(flats)
    assert (asked["brief"]["intent"], asked["brief"]["occasion"]) == ("ask_advice", "wedding")
    assert not asked["looks"]


@pytest.mark.parametrize(
    ("first", "text", "shoes"),
    [
        ("beach wedding in Cyprus in August, my husband", "does he need a tie", "find shoes he can dance in"),
        ("mariage sur la plage en août, pour mon mari", "cravate ou pas ?", "trouve des chaussures pour danser"),
        ("八月海滩婚礼，给我老公", "要打领带吗", "找双能跳舞的鞋"),
    ],
)
async def test_shoes_to_dance_in_are_for_the_same_wedding(talk, first, text, shoes):
    await talk.say(first)
    assert (await talk.say(text))["brief"]["intent"] == "ask_advice"
    found = await talk.say(shoes)
    assert (found["brief"]["occasion"], found["brief"]["activities"]) == ("beach_wedding", ["dancing"])
    assert {look["items"][0]["slot"] for look in found["looks"] if look["kind"] == "article"} == {"footwear"}


async def test_too_much_with_a_sum_is_said_of_the_price(talk):
    await talk.say("my cousin's getting married in June in Bath, I'm a woman")
    less = await talk.say("too much, can we get it under 120")
    assert less["brief"]["refinement"]["change"] == "cheaper"
    assert all(look["total"] <= 120 for look in less["looks"])


@pytest.mark.parametrize(
    ("first", "other", "refused", "back"),
    [
        ("I'm a woman, wedding in June", "and my husband?", "he hates ties", "back to me, low heels"),
        ("mariage en juin, femme", "et mon mari ?", "il déteste les cravates", "et moi alors, des talons plus bas"),
        ("六月去参加婚礼 我女的", "那我老公呢", "他不爱打领带", "回到我的 换双矮跟的"),
    ],
)
async def test_a_turn_back_to_oneself_goes_on_from_ones_own_look(talk, first, other, refused, back):
    own = (await talk.say(first))["looks"][0]
    await talk.say(other)
    await talk.say(refused)
    again = await talk.say(back)
    assert again["brief"]["presentation"] == "women"
    assert not again["brief"]["avoid_categories"]
    kept = {item["id"] for item in own["items"] if item["slot"] != "footwear"}
    assert again["looks"]
    assert all(kept <= {item["id"] for item in look["items"]} for look in again["looks"])


@pytest.mark.parametrize(
    ("first", "refused", "back"),
    [
        ("what should my mum wear for her 60th birthday", "she doesn't like patterns", "now what do I wear"),
        ("pour les 60 ans de ma mère, elle met quoi", "elle n'aime pas les motifs", "et moi je mets quoi"),
        ("我妈六十岁生日 想给她买身衣服", "她不喜欢花纹", "那我穿啥"),
    ],
)
async def test_what_another_will_not_wear_binds_nobody_else(talk, first, refused, back):
    assert (await talk.say(first))["brief"]["wearer"] == "other"
    assert (await talk.say(refused))["brief"]["avoid_patterns"]
    brief = (await talk.say(back))["brief"]
    assert (brief["wearer"], brief["occasion"]) == ("self", "birthday")
    assert (brief["avoid_patterns"], brief["presentation"]) == ([], None)


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("what do I wear this weekend, woman", "I don't really like patterns"),
        ("tenue de week-end, femme", "j'aime pas trop les motifs"),
        ("周末穿什么 女", "我不太喜欢花纹"),
        ("周末穿什么 女", "花的不适合我"),
        ("周末穿什么 女", "我不适合穿花的"),
    ],
)
async def test_a_taste_in_prints_is_learned_and_judges_no_look(talk, first, text):
    await talk.say(first)
    told = await talk.say(text)
    assert told["brief"]["intent"] == "outfit"
    assert [(one["target"], one["key"]) for one in told["brief"]["changes"]] == [("profile", "avoid_patterns")]
    assert told["brief"]["refinement"]["change"] == "amend"


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("outfit for brunch, man", "love the top, change the bottoms"),
        ("outfit for brunch, man", "the top is nice but swap the trousers"),
        ("une tenue pour un brunch, homme", "j'aime bien le haut mais change le bas"),
        ("une tenue pour un brunch, homme", "le haut est bien, remplace le pantalon"),
        ("早午餐穿什么，男", "上衣不错，裤子换掉"),
    ],
)
async def test_what_pleases_stays_where_another_piece_is_to_be_changed(talk, first, text):
    def worn(look):
        return {item["slot"]: item["id"] for item in look["items"]}

    seen = worn((await talk.say(first))["looks"][0])
    after = await talk.say(text)
    looks = [worn(look) for look in after["looks"]]
    assert looks
    assert all({**seen, "bottom": look["bottom"]} == look for look in looks)
    assert seen["bottom"] not in {look["bottom"] for look in looks}
    told = [(change["key"], change["value"]) for change in after["brief"]["changes"]]
    assert told == [(seen["base_top"], 1)]


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("I want a dress", "with longer sleeves please"),
        ("je cherche une robe", "avec des manches plus longues"),
        ("想要一条连衣裙", "有没有袖子长一些的"),
    ],
)
async def test_longer_sleeves_make_no_longer_dress(talk, first, text):
    await talk.say(first)
    asked = (await talk.say(text))["brief"]
    assert asked["sleeves"] == "long"
    assert len(asked["categories"]) > 2


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("interview tomorrow, I'm a developer, do I need a suit?", "too formal, something more relaxed"),
        ("entretien demain, je suis développeur, il faut un costume ?", "trop habillé, plus décontracté"),
        ("明天面试 程序员 要穿西装吗", "太正式了吧 随意点"),
    ],
)
async def test_a_suit_that_was_but_asked_about_is_no_order_where_it_is_too_formal(talk, first, text):
    assert (await talk.say(first))["brief"]["intent"] == "ask_advice"
    plainer = await talk.say(text)
    assert plainer["looks"]
    worn = {item["category"] for look in plainer["looks"] for item in look["items"]}
    assert not {"suit_jacket", "suit_trousers"} & worn
