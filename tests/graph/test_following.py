"""What a person says after looks were shown: each change is made, or it is said that it cannot be."""

import pytest

from evals.evaluators.language import language_of
from stores.vocabulary import CORE_SLOTS
from tests.conftest import Talk


def ids(output, slots=None):
    return {item["id"] for look in output["looks"] for item in look["items"] if slots is None or item["slot"] in slots}


def by_slot(look):
    return {item["slot"]: item for item in look["items"]}


def unmet(output):
    return [one["constraint"] for one in output["brief"]["unmet"]]


async def measures(services, output, measure):
    looks = output["looks"]
    articles = await services.catalog.articles([item["id"] for look in looks for item in look["items"]])
    return [measure([articles[item["id"]] for item in look["items"]]) for look in looks]


def clo(pieces):
    return sum(piece.clo for piece in pieces)


def formality(pieces):
    core = [piece.formality for piece in pieces if piece.slot in CORE_SLOTS]
    return sum(core) / len(core)


async def test_the_second_one_in_black_is_that_look_in_black(talk):
    party = await talk.say("Recommend an outfit for a party, I'm a woman")
    second = party["looks"][1]
    black = await talk.say("the second one, but in black")
    assert black["looks"]
    for look in black["looks"]:
        assert {item["slot"] for item in look["items"]} == {item["slot"] for item in second["items"]}
        assert any(item["colour"]["family"] == "black" for item in look["items"] if item["slot"] in CORE_SLOTS)
    nearest = by_slot(black["looks"][0])
    assert {item["category"] for item in second["items"]} == {item["category"] for item in nearest.values()}


async def test_an_article_in_another_colour_is_of_its_kind(talk):
    await talk.say("show me blazers for men")
    navy = await talk.say("the second one, but in navy")
    assert navy["looks"]
    assert {(item["category"], item["colour"]["family"]) for look in navy["looks"] for item in look["items"]} == {
        ("blazer", "navy")
    }
    velvet = await talk.say("the first one in velvet")
    assert velvet["looks"] == []
    assert "fabric" in unmet(velvet)


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("the second one but with flat shoes", {"footwear"}),
        ("the second one but with a blazer", {"mid"}),
        ("swap the shoes of the second one", {"footwear"}),
    ],
)
async def test_one_piece_changes_and_the_rest_stays(talk, text, changed):
    office = await talk.say("an outfit for the office for a woman")
    base = by_slot(office["looks"][1])
    made = await talk.say(text)
    assert made["looks"]
    for look in made["looks"]:
        worn = by_slot(look)
        assert {slot: worn[slot]["id"] for slot in base if slot not in changed} == {
            slot: item["id"] for slot, item in base.items() if slot not in changed
        }
        assert all(worn[slot]["id"] != base.get(slot, {}).get("id") for slot in changed)


async def test_a_dress_gives_way_to_trousers_and_a_top(talk):
    opera = await talk.say("what should I wear to the opera, woman")
    assert "one_piece" in by_slot(opera["looks"][0])
    made = await talk.say("how about trousers instead?")
    for look in made["looks"]:
        worn = by_slot(look)
        assert {"base_top", "bottom"} <= worn.keys()
        assert "one_piece" not in worn
        assert worn["footwear"]["id"] == by_slot(opera["looks"][0])["footwear"]["id"]
    assert made["looks"]


async def test_the_blazer_stays_and_the_rest_changes(talk):
    office = await talk.say("an outfit for the office for a woman, with a blazer")
    first = by_slot(office["looks"][0])
    made = await talk.say("keep the blazer, change the rest")
    assert made["looks"]
    for look in made["looks"]:
        worn = by_slot(look)
        assert worn["mid"]["id"] == first["mid"]["id"]
        assert all(worn[slot]["id"] != item["id"] for slot, item in first.items() if slot != "mid" and slot in worn)


async def test_a_bag_that_is_not_wanted_is_left_out_and_nothing_else_changes(talk):
    opera = await talk.say("what should I wear to the opera, woman")
    second = opera["looks"][1]
    made = await talk.say("the second look without the bag")
    assert [item["id"] for look in made["looks"] for item in look["items"]] == [
        item["id"] for item in second["items"] if item["slot"] != "bag"
    ]


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("an outfit for a party, I'm a woman", "something else"),
        ("que porter pour un mariage, je suis une femme", "autre chose"),
        ("我要去参加婚礼，男士，穿什么", "换一套"),
        ("show me hats", "something else"),
    ],
)
async def test_something_else_is_none_of_what_was_shown(talk, first, other):
    shown = await talk.say(first)
    seen = ids(shown, CORE_SLOTS | {"headwear"})
    for _ in range(2):
        again = await talk.say(other)
        assert again["looks"] or "other" in unmet(again)
        assert not seen & ids(again) or "other" in unmet(again)
        seen |= ids(again, CORE_SLOTS | {"headwear"})


async def test_something_similar_is_of_the_same_kinds_and_not_the_same(talk):
    office = await talk.say("an outfit for the office for a woman, with a blazer")
    similar = await talk.say("something similar")
    assert similar["looks"]
    first = office["looks"][0]
    assert not {item["id"] for item in first["items"] if item["slot"] in CORE_SLOTS} & ids(similar)
    for look in similar["looks"]:
        assert {item["category"] for item in look["items"]} == {item["category"] for item in first["items"]}


async def test_cheaper_articles_are_cheaper_than_the_cheapest_until_there_are_none(talk):
    hats = await talk.say("show me hats")
    cheapest = min(look["total"] for look in hats["looks"])
    for _ in range(5):
        cheaper = await talk.say("cheaper")
        if not cheaper["looks"]:
            break
        assert all(look["total"] < cheapest for look in cheaper["looks"])
        cheapest = min(look["total"] for look in cheaper["looks"])
    assert cheaper["looks"] == []
    (gap,) = cheaper["brief"]["unmet"]
    assert gap["constraint"] == "budget"
    assert float(gap["nearest"].split()[0]) <= cheapest


@pytest.mark.parametrize(
    ("text", "measure", "up"),
    [
        ("warmer", clo, True),
        ("lighter", clo, False),
        ("more formal", formality, True),
        ("less formal", formality, False),
    ],
)
@pytest.mark.parametrize("first", ["I'm going to Harbin in January, what to wear, man", "a dinner in May, woman"])
async def test_a_step_passes_all_that_was_shown(talk, first, text, measure, up):
    shown = await measures(talk.services, await talk.say(first), measure)
    output = await talk.say(text)
    moved = await measures(talk.services, output, measure)
    assert moved or output["brief"]["unmet"]
    assert all(value > max(shown) if up else value < min(shown) for value in moved)


async def test_a_step_from_a_named_look_passes_that_look(talk):
    party = await talk.say("an outfit for a party, I'm a woman")
    shown = (await measures(talk.services, party, clo))[1]
    warmer = await talk.say("the second one but warmer")
    assert warmer["looks"]
    assert all(value > shown for value in await measures(talk.services, warmer, clo))


async def test_warmth_lasts_while_something_else_changes(talk):
    await talk.say("a dinner in May, woman")
    asked = (await talk.say("warmer"))["conditions"]["clo"]
    assert (await talk.say("in navy"))["conditions"]["clo"] == asked


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("the 9th item", "Which one do you mean"),
        ("the fifth look", "Which one do you mean"),
        ("le 9e article", "Il s'agit"),
    ],
)
async def test_what_is_not_there_is_asked_back(talk, text, question):
    office = await talk.say("an outfit for the office for a woman")
    lost = await talk.say(text)
    assert (lost["looks"], lost["degraded"]) == ([], [])
    assert lost["brief"]["questions"][0].startswith(question)
    assert lost["messages"][-1].text == lost["brief"]["questions"][0]
    assert (await talk.say("the second one"))["looks"] == [office["looks"][1]]


async def test_shoes_that_are_not_liked_are_not_shown_again_and_others_come(talk):
    party = await talk.say("an outfit for a party, I'm a man")
    shoes = ids(party, {"footwear"})
    swapped = await talk.say("I don't like the shoes, show me other ones")
    assert swapped["looks"]
    assert not shoes & ids(swapped)
    assert not shoes & ids(await talk.say("something else"))


async def test_what_came_to_nothing_is_not_asked_for_again(talk):
    await talk.say("an outfit for the office for a man")
    assert unmet(await talk.say("the first one in sequins and velvet"))
    assert (await talk.say("something else"))["looks"]


async def test_an_outfit_around_a_dress_keeps_the_dress(talk):
    dresses = await talk.say("show me dresses")
    dress = dresses["looks"][1]["items"][0]["id"]
    await talk.say("the second one, what goes with it?")
    for text in ("swap the shoes", "something more formal", "something else"):
        output = await talk.say(text)
        assert output["looks"] or output["brief"]["unmet"]
        assert all(dress in {item["id"] for item in look["items"]} for look in output["looks"])


async def test_sizes_are_not_carried_from_one_person_to_another(talk):
    await talk.say("an outfit for a dinner, woman, size M, shoes 38")
    husband = await talk.say("for my husband instead")
    assert husband["brief"]["sizes"] == {"clothes": None, "shoes": None}
    assert husband["brief"]["occasion"] == "dinner"
    articles = await talk.services.catalog.articles(sorted(ids(husband)))
    assert {article.presentation for article in articles.values()} <= {"men", "unisex"}


async def test_references_hold_after_many_looks_and_in_a_house_opened_again(open_house):
    async with open_house() as services:
        talk = Talk(services)
        await talk.say("an outfit for a party, I'm a woman")
        for _ in range(4):
            last = await talk.say("something else")
        thread, third = talk.thread, last["looks"][-1]
    async with open_house() as services:
        talk = Talk(services, thread=thread)
        made = await talk.say("the last one but with flat shoes")
        base = by_slot(third)
        assert made["looks"]
        assert all(
            by_slot(look)[slot]["id"] == item["id"]
            for look in made["looks"]
            for slot, item in base.items()
            if slot != "footwear"
        )
        again = await talk.say("show me the second again")
        assert again["looks"] == [made["looks"][1]]


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("Une tenue pour le bureau, je suis une femme", "show me the second one again"),
        ("上班穿的一套，女", "montre-moi encore la deuxième"),
        ("an outfit for the office, I'm a woman", "第二套再给我看一下"),
    ],
)
async def test_what_is_shown_again_in_another_language_is_worded_in_it(talk, asked, text):
    before = (await talk.say(asked))["looks"][1]
    told = await talk.say(text)
    look, language = told["looks"][0], told["brief"]["language"]
    assert look["items"] == before["items"]
    assert look["why"]
    assert {*look["why"], look["title"]}.isdisjoint({*before["why"], before["title"]})
    assert {language_of(text) for text in look["why"]} <= {language, None}


async def test_an_article_can_be_previewed(talk):
    hats = await talk.say("show me hats")
    output = await talk.say("preview the first one")
    assert output["preview"]["look_id"] == hats["looks"][0]["id"]


@pytest.mark.parametrize("code", ["white tie", "black tie"])
@pytest.mark.parametrize("person", ["woman", "man"])
async def test_the_strictest_codes_dress_everybody(talk, code, person):
    assert (await talk.say(f"{code} for a {person}"))["looks"]


async def test_a_size_that_nobody_makes_is_said(talk):
    output = await talk.say("I need shoes in size 52")
    assert output["looks"] == []
    (gap,) = output["brief"]["unmet"]
    assert (gap["constraint"], gap["asked"]) == ("size", "52")
    assert gap["nearest"].endswith("in 47")
