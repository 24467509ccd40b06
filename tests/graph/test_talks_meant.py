"""Conversations of several turns: what is asked for again, instead or besides is said of what was shown."""

import re

import pytest

from tools.sleeves import lacks_sleeves

BOOTS = {"ankle_boots", "chelsea_boots", "hiking_boots", "winter_boots", "rain_boots"}


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("I take a 12 and never wear wool", "L"),
        ("I never wear wool and take a 12", "L"),
        ("I'm a size M, hate wool", "M"),
        ("size M and can't stand wool", "M"),
        ("je fais du 40 et je ne mets jamais de laine", "L"),
        ("je fais du 40 et ne mets jamais de laine", "L"),
        ("je fais du 40, jamais de laine", "L"),
        ("我穿M码，从不穿羊毛", "M"),
        ("M码，讨厌羊毛", "M"),
    ],
)
async def test_both_facts_of_one_sentence_are_kept(talk, text, size):
    run = await talk.say(text)
    told = {change["key"]: change["value"] for change in run["brief"]["changes"]}
    assert told == {"sizes": {"clothes": size}, "avoid_fabrics": "wool"}
    assert not run["looks"]


@pytest.mark.parametrize(
    "text", ["my sister takes a 12 and hates wool", "ma sœur fait du 40 et ne porte jamais de laine"]
)
async def test_what_another_never_wears_is_no_fact_of_oneself(talk, text):
    assert not (await talk.say(text))["brief"]["changes"]


@pytest.mark.parametrize(
    "texts",
    [
        ("an outfit for a date", "something else", "something else again", "once more something else"),
        ("une tenue pour un dîner", "autre chose", "encore autre chose", "encore une autre"),
        ("约会穿什么", "换一套", "再换别的", "再看看别的"),
    ],
)
async def test_something_else_again_shows_nothing_that_was_seen(talk, texts):
    seen = []
    for text in texts:
        looks = (await talk.say(text))["looks"]
        shown = {item["id"] for look in looks for item in look["items"] if item["slot"] in {"one_piece", "base_top"}}
        assert shown
        assert not shown & {*seen}
        seen += shown


@pytest.mark.parametrize("text", ["show me the first again", "the first one again"])
async def test_the_first_again_is_the_first(talk, text):
    first = (await talk.say("an outfit for a date"))["looks"][0]
    assert (await talk.say(text))["looks"] == [first]


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("what do I wear to a job interview at a bank, men", "can the jacket be cheaper?"),
        ("what do I wear to a job interview at a bank, men", "the jacket is too expensive"),
        ("que mettre pour un entretien dans une banque, homme", "la veste peut être moins chère ?"),
        ("男士银行面试穿什么", "外套能便宜点吗？"),
    ],
)
async def test_the_jacket_of_a_suit_is_the_one_that_is_to_be_cheaper(talk, first, text):
    suit = {item["slot"]: item for item in (await talk.say(first))["looks"][0]["items"]}
    assert suit["mid"]["category"] == "suit_jacket"
    run = await talk.say(text)
    assert run["brief"]["refinement"]["items"] == [suit["mid"]["id"]]
    # Nothing of the kind costs less in this shop, and no bomber is shown for it.
    assert not run["looks"]
    assert [one["constraint"] for one in run["brief"]["unmet"]] == ["budget"]


@pytest.mark.parametrize(("first", "text"), [("a suit for a wedding, men", "a different jacket please")])
async def test_another_jacket_of_a_suit_is_one_of_a_suit(talk, first, text):
    suit = {item["slot"]: item for item in (await talk.say(first))["looks"][0]["items"]}
    changed = {item["slot"]: item for item in (await talk.say(text))["looks"][0]["items"]}
    assert changed["mid"]["category"] == "suit_jacket"
    assert changed["mid"]["id"] != suit["mid"]["id"]


async def test_a_rain_jacket_is_looked_for_beside_a_suit(talk):
    await talk.say("what do I wear to a job interview at a bank, men")
    found = await talk.say("I need a rain jacket")
    assert {item["category"] for look in found["looks"] for item in look["items"]} == {"rain_jacket"}


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("what do I wear on a date? women", "and the shoes? flat please"),
        ("what do I wear on a date? women", "what about the shoes? I need flat ones"),
        ("que mettre pour l'opéra ? je suis une femme", "et les chaussures ? plates"),
        ("que mettre pour un dîner ? je suis une femme", "et les chaussures ? il me les faut plates"),
        ("去听歌剧穿什么，女装", "鞋子呢？要平底的"),
    ],
)
async def test_flat_shoes_that_are_asked_on_about_come_to_the_look(talk, first, text):
    look = (await talk.say(first))["looks"][0]
    rest = {item["id"] for item in look["items"] if item["slot"] != "footwear"}
    changed = (await talk.say(text))["looks"]
    assert changed
    for one in changed:
        assert rest <= {item["id"] for item in one["items"]}
        shoes = {item["category"] for item in one["items"] if item["slot"] == "footwear"}
        assert shoes and shoes.isdisjoint({"heels", "block_heels", "evening_sandals"})


@pytest.mark.parametrize("text", ["do I need a tie?", "il faut une cravate ?", "要打领带吗"])
async def test_a_need_that_is_put_in_question_is_answered(talk, text):
    await talk.say("what do I wear to a wedding, men")
    assert (await talk.say(text))["brief"]["intent"] == "ask_advice"


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("a black tie outfit, women", "loafers instead"),
        ("une tenue black tie, femme", "des mocassins à la place"),
        ("black tie晚宴穿什么，女装", "换成乐福鞋"),
    ],
)
async def test_where_shoes_cannot_stand_under_a_gown_it_is_said(talk, first, text):
    shown = (await talk.say(first))["looks"][0]["items"]
    assert shown[0]["category"] == "evening_gown"
    run = await talk.say(text)
    told = {one["constraint"] for one in run["brief"]["unmet"]}
    if run["looks"]:
        assert "kept" in told
        assert "loafers" in {item["category"] for item in run["looks"][0]["items"]}
    else:
        assert "dress_code" in told


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("what do I wear to work, women", "loafers instead"),
        ("que mettre au bureau, femme", "des mocassins à la place"),
        ("上班穿什么，女装", "换成乐福鞋"),
    ],
)
async def test_where_shoes_stand_with_the_look_nothing_else_changes(talk, first, text):
    look = (await talk.say(first))["looks"][0]
    rest = {item["id"] for item in look["items"] if item["slot"] != "footwear"}
    run = await talk.say(text)
    assert rest <= {item["id"] for item in run["looks"][0]["items"]}
    assert not run["brief"]["unmet"]


@pytest.mark.parametrize(
    ("first", "text", "asked"),
    [
        ("an outfit for a summer wedding, women", "with sleeves", "any"),
        ("an outfit for a summer wedding, women", "I want long sleeves", "long"),
        ("une tenue pour un mariage en juin, femme", "avec des manches", "any"),
        ("une tenue pour un mariage en juin, femme", "je préfère des manches longues", "long"),
        ("六月参加婚礼穿什么，女装", "要有袖子的", "any"),
        ("六月参加婚礼穿什么，女装", "要长袖的", "long"),
    ],
)
async def test_sleeves_that_are_asked_for_are_there_and_stay(talk, first, text, asked):
    await talk.say(first)
    for said in (text, {"any": "other shoes please", "long": "something else"}[asked]):
        run = await talk.say(said)
        ids = [item["id"] for look in run["looks"] for item in look["items"]]
        worn = (await talk.services.catalog.articles(ids)).values()
        assert worn
        assert not [piece.name for piece in worn if lacks_sleeves(piece, asked)]


@pytest.mark.parametrize(
    "text", ["a cocktail dress with long sleeves", "une robe de cocktail à manches longues", "长袖小礼服裙"]
)
async def test_sleeves_that_nobody_sells_are_said_to_be_missing(talk, text):
    run = await talk.say(text)
    if not run["looks"]:
        assert "sleeves" in {one["constraint"] for one in run["brief"]["unmet"]}


async def test_sleeves_that_are_refused_are_not_asked_for(talk):
    assert (await talk.say("a work outfit, no long sleeves, women"))["brief"]["sleeves"] is None


@pytest.mark.parametrize(
    ("text", "white"),
    [
        ("I'm wearing my white dress and beige heels to my cousin's wedding, what do you think?", "white"),
        ("rate my outfit: white lace dress, nude heels, for a friend's wedding", "white"),
        ("je porte ma robe blanche et mes escarpins beiges au mariage de ma cousine, qu'en penses-tu ?", "blanc"),
        ("note ma tenue pour un mariage : robe blanche et escarpins beiges", "blanc"),
        ("我穿白色连衣裙和米色高跟鞋去参加表姐婚礼，怎么样？", "白色"),
    ],
)
async def test_a_white_dress_at_a_wedding_is_what_is_wrong(talk, text, white):
    run = await talk.say(text)
    assert run["brief"]["intent"] == "relook"
    told = [line for line in re.split("[.。]", run["messages"][-1].text.lower()) if white in line]
    assert any(word in line for line in told for word in ("bride", "mariée", "新娘"))
    assert "casual_dress" not in {item["category"] for look in run["looks"][:1] for item in look["items"]}


async def test_a_navy_dress_at_a_wedding_is_judged_by_itself(talk):
    run = await talk.say("I'm wearing my navy dress and beige heels to my cousin's wedding, what do you think?")
    assert run["brief"]["intent"] == "relook"
    assert "bride" not in run["messages"][-1].text


@pytest.mark.parametrize(
    "texts",
    [
        ("what do I wear to the office, under 60 euros, women", "swap the shoes for leather boots", "ok 150 then"),
        (
            "what do I wear to the office, under 60 euros, women",
            "swap the shoes for leather boots",
            "forget the budget",
        ),
        (
            "une tenue pour le bureau, moins de 60 euros, femme",
            "remplace les chaussures par des bottes en cuir",
            "bon, 150 alors",
        ),
        ("上班穿什么，60欧以内，女装", "鞋子换成皮靴", "那150吧"),
    ],
)
async def test_a_sum_that_is_raised_is_for_the_change_that_was_too_dear(talk, texts):
    look = (await talk.say(texts[0]))["looks"][0]
    rest = {item["id"] for item in look["items"] if item["slot"] != "footwear"}
    dear = await talk.say(texts[1])
    assert not dear["looks"] and "budget" in {one["constraint"] for one in dear["brief"]["unmet"]}
    run = await talk.say(texts[2])
    assert run["looks"]
    for one in run["looks"]:
        assert rest <= {item["id"] for item in one["items"]}
        assert {item["category"] for item in one["items"] if item["slot"] == "footwear"} <= BOOTS


async def test_another_wish_after_what_was_too_dear_is_that_wish(talk):
    await talk.say("what do I wear to the office, under 60 euros, women")
    await talk.say("swap the shoes for leather boots")
    run = await talk.say("trousers, 150 euros")
    assert "ankle_boots" not in run["brief"]["categories"]


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("what do I wear to a wedding in June, women", "and my husband? so we match"),
        ("que mettre à un mariage en juin, je suis une femme", "et mon mari ? assorti à moi"),
        ("六月婚礼穿什么，女装", "我老公呢？要和我搭"),
    ],
)
async def test_who_is_to_match_wears_a_colour_of_the_look_shown(talk, first, text):
    look = (await talk.say(first))["looks"][0]
    worn = {item["colour"]["family"] for item in look["items"] if item["slot"] in {"one_piece", "base_top", "bottom"}}
    his = await talk.say(text)
    assert his["brief"]["presentation"] == "men"
    assert worn & {*his["brief"]["colours"]}
    assert worn & {item["colour"]["family"] for item in his["looks"][0]["items"]}


async def test_who_need_not_match_is_dressed_in_his_own_colours(talk):
    await talk.say("what do I wear to a wedding in June, women")
    assert not (await talk.say("and my husband?"))["brief"]["colours"]
