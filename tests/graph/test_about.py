"""Talk about looks that were shown: questions are answered from them, and what is told of oneself makes them anew."""

from stores.vocabulary import CORE_SLOTS


def ids(output):
    return [look["id"] for look in output["looks"]]


async def test_questions_about_looks_show_those_looks_and_change_nothing(talk):
    party = await talk.say("What should I wear to a garden party in Paris in June? I'm a woman")
    total = await talk.say("how much is the second one?")
    assert ids(total) == ids(party)[1:2]
    assert f"{party['looks'][1]['total']:g} €" in total["messages"][-1].text
    cold = await talk.say("will I be cold?")
    assert ids(cold) == ids(party)[:1]
    assert cold["conditions"]["place"] == "Paris"
    again = await talk.say("the third one, but cheaper")
    assert again["brief"]["occasion"] == "garden_party"
    assert again["looks"][0]["total"] < party["looks"][2]["total"]


async def test_another_occasion_is_weighed_without_dressing_for_it(talk):
    party = await talk.say("casual outfit for a man")
    office = await talk.say("can I wear the first one to a black tie gala too?")
    assert ids(office) == ids(party)[:1]
    assert not office["messages"][-1].text.startswith(("Yes", "By all means"))


async def test_who_is_dressed_is_told_late_and_the_looks_are_made_anew(talk):
    await talk.say("what do I wear to a wedding in May?")
    told = await talk.say("I'm a man, size L")
    assert told["looks"]
    assert told["brief"]["occasion"] == "wedding"
    pieces = await talk.services.catalog.articles([item["id"] for look in told["looks"] for item in look["items"]])
    assert {piece.presentation for piece in pieces.values()} <= {"men", "unisex"}
    assert all(
        "L" in {row.size for row in piece.sizes if row.stock} for piece in pieces.values() if piece.slot == "mid"
    )


async def test_what_goes_with_a_piece_is_about_as_formal(talk):
    await talk.say("a black evening gown")
    shoes = await talk.say("what shoes go with the first one?")
    pieces = await talk.services.catalog.articles([item["id"] for look in shoes["looks"] for item in look["items"]])
    worn = [piece for piece in pieces.values() if piece.slot in CORE_SLOTS and piece.slot == "footwear"]
    assert worn
    assert all(piece.formality >= 5 for piece in worn)


async def test_whether_a_piece_goes_with_a_look_is_answered_and_shown(talk):
    await talk.say("office outfit for a man")
    loafers = await talk.say("would brown loafers go with the first?")
    assert loafers["messages"][-1].text.startswith(("Yes", "You can", "Possible"))
    assert {item["category"] for look in loafers["looks"] for item in look["items"] if item["slot"] == "footwear"} == {
        "loafers"
    }
    await talk.say("what do I wear to a black tie gala? I'm a man")
    sneakers = await talk.say("do white sneakers go with the first one?")
    assert not sneakers["messages"][-1].text.startswith(("Yes", "You can"))


async def test_the_price_of_a_suitcase_counts_each_piece_once(talk):
    packed = await talk.say("what do I pack for five days in Rome in May? I'm a woman")
    told = await talk.say("how much is it all together?")
    prices = {item["id"]: item["price"] for look in packed["looks"] for item in look["items"]}
    assert f"{round(sum(prices.values()), 2):g}" in told["messages"][-1].text


async def test_what_is_taken_is_no_reason_to_look_on(talk):
    party = await talk.say("outfit for a birthday party, woman")
    taken = await talk.say("great, I'll take it")
    assert taken["looks"] == []
    liked = await talk.services.feedback.entries(talk.caller)
    assert [entry.look for entry in liked] == [party["looks"][0]["id"]]
