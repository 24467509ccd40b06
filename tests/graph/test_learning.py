"""What a person says and does is learned from at once, by them and by nobody else."""

from datetime import datetime, timedelta

import pytest

from stores.caller import Caller
from stores.feedback import Entry
from stores.orders import Order
from tests.conftest import TODAY, Talk

ASKED = "What should I wear to the office? I'm a woman."


def ids(look):
    return [item["id"] for item in look["items"]]


async def test_what_was_bought_is_owned_and_not_sold_again(services):
    talk = Talk(services)
    first = (await talk.say(ASKED))["looks"][0]
    await talk.say("I bought the first one")
    owned = {garment.id: garment for garment in await services.wardrobe.garments(talk.caller)}
    assert list(owned) == ids(first)
    assert all(garment.confirmed for garment in owned.values())
    (entry,) = await services.feedback.entries(talk.caller)
    assert (entry.how, entry.liking, entry.look) == ("bought", 1.0, first["id"])
    looks = (await Talk(services).say(ASKED))["looks"]
    again = [item for look in looks for item in look["items"] if item["id"] in owned]
    assert again and {item["source"] for item in again} == {"wardrobe"}


async def test_a_look_that_was_worn_makes_room_on_the_next_day(services):
    worn = (await Talk(services).say(ASKED))["looks"][0]
    same_day = (await Talk(services).say(ASKED))["looks"][0]
    assert ids(same_day) == ids(worn)
    talk = Talk(services)
    await talk.say(ASKED)
    await talk.say("I wore the first one today")
    services.clock = lambda: TODAY + timedelta(days=1)
    assert ids((await Talk(services).say(ASKED))["looks"][0]) != ids(worn)
    services.clock = lambda: TODAY + timedelta(days=30)
    assert (await services.person(talk.caller)).taste.recent == {}


async def test_opinions_are_learned_from_at_once_and_taken_back_with_what_they_taught(services):
    from graph.learning import learn, unlearn

    ada, bea = Caller("ada"), Caller("bea")
    looks = (await Talk(services, ada).say(ASKED))["looks"]
    dress = looks[0]["items"][0]
    entry = Entry(at=TODAY, liking=-1, item=dress["id"])
    told = await learn(services, ada, entry)
    taste = await services.memory.taste(ada)
    assert taste.likes[f"item:{dress['id']}"] == -1
    assert taste.likes[f"category:{dress['category']}"] < 0
    assert dress["id"] not in [key for look in (await Talk(services, ada).say(ASKED))["looks"] for key in ids(look)]
    assert ids((await Talk(services, bea).say(ASKED))["looks"][0]) == ids(looks[0])
    assert await unlearn(services, ada, told.id)
    assert f"category:{dress['category']}" not in (await services.memory.taste(ada)).likes


async def test_a_piece_that_was_swapped_for_another_is_liked_less(services):
    talk = Talk(services)
    first = (await talk.say(ASKED))["looks"][0]
    shoes = next(item for item in first["items"] if item["slot"] == "footwear")
    await talk.say("the first one, but with other shoes")
    entries = await services.feedback.entries(talk.caller)
    assert [(entry.how, entry.item) for entry in entries] == [("swapped", shoes["id"])]
    assert (await services.memory.taste(talk.caller)).likes[f"category:{shoes['category']}"] < 0


async def test_orders_count_and_what_went_back_counts_against(services):
    from graph.learning import attributes_of, settle

    caller = Caller("ada")
    look = (await Talk(services, Caller("bea")).say(ASKED))["looks"][0]
    kept, returned = (await services.catalog.articles(ids(look)[:2])).values()
    orders = [
        Order(
            article_id=one.id,
            date=None,
            quantity=1,
            price=None,
            returned=one is returned,
            attributes=attributes_of([one]),
        )
        for one in (kept, returned)
    ]
    await services.orders.add(caller, orders)
    await settle(services, caller)
    taste = await services.memory.taste(caller)
    assert taste.likes[f"category:{kept.category}"] > 0 > taste.likes[f"category:{returned.category}"]
    assert 0 < taste.evidence < 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("what do you know about my taste?", ("burgundy", "dresses")),
        ("que sais-tu de mes goûts ?", ("bordeaux", "robes")),
        ("你知道我什么？", ("酒红", "裙")),
    ],
)
async def test_what_orders_tell_of_a_taste_is_told_once_there_are_some(services, text, told):
    from graph.learning import attributes_of, settle

    caller = Caller("ada")
    found = [look["items"][0]["id"] for look in (await Talk(services).say("burgundy dresses"))["looks"]]
    articles = list((await services.catalog.articles(found)).values())
    for few in (articles[:1], articles):
        orders = [
            Order(article_id=one.id, date=None, quantity=1, price=None, returned=False, attributes=attributes_of([one]))
            for one in few
        ]
        await services.orders.add(caller, orders)
        await settle(services, caller)
        reply = (await Talk(services, caller).say(text))["messages"][-1].text
        assert all((word in reply) == (few == articles) for word in told)


async def test_who_was_cold_is_dressed_warmer(services):
    talk = Talk(services)
    asked = "an outfit for a walk in Oslo in March"
    before = (await talk.say(asked))["conditions"]["clo"]
    await talk.say("I was cold in it")
    after = (await Talk(services).say(asked))["conditions"]["clo"]
    await talk.say("I'm always cold")
    trait = (await Talk(services).say(asked))["conditions"]["clo"]
    assert before < after < trait


async def test_a_fact_learned_beside_a_wish_is_kept_with_when_and_where_it_was_said(services):
    talk = Talk(services, Caller("ada"))
    reply = (await talk.say("an outfit for a dinner in Lyon in May, I love linen"))["messages"][-1].text
    assert "linen" in reply.rpartition("€")[2]
    (fact,) = await services.memory.facts(talk.caller)
    assert (fact.key, fact.value, fact.thread_id) == ("fabrics", "linen", talk.thread)
    assert isinstance(fact.learned_at, datetime) and "I love linen" in (fact.said or "")
    assert await services.memory.facts(Caller("bea")) == []
    told = await Talk(services, Caller("ada")).say("what do you know about me?")
    assert "linen" in told["messages"][-1].text
    gone = await Talk(services, Caller("ada")).say("forget that I love linen")
    assert "forgotten" in gone["messages"][-1].text
    assert await services.memory.facts(talk.caller) == []
