"""Talks in which one piece leaves a shown look, whatever near word it is called by, and the rest stays."""

import pytest

OFFICE = {"en": "office outfit for a man, Tuesday", "fr": "tenue de bureau mardi, homme", "zh": "周二上班穿什么，男"}


def ids(look):
    return {item["slot"]: item["id"] for item in look["items"]}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "keep the shirt but lose the jumper"),
        ("en", "take off the jumper"),
        ("fr", "enlève le pull"),
        ("fr", "garde la chemise mais enlève le pull"),
        ("zh", "毛衣去掉"),
        ("zh", "衬衫留着，毛衣去掉"),
    ],
)
async def test_the_jumper_of_a_look_goes_and_nothing_else(talk, language, text):
    shown = (await talk.say(OFFICE[language]))["looks"]
    knit = next(look for look in shown if "mid" in ids(look))
    after = await talk.say(text)
    assert after["brief"]["intent"] == "outfit"
    assert [ids(look) for look in after["looks"]] == [{slot: id_ for slot, id_ in ids(knit).items() if slot != "mid"}]


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("office outfit for a man, Tuesday, in a suit", "lose the blazer"),
        ("tenue de bureau mardi, homme, en costume", "retire la veste"),
        ("周二上班穿西装，男", "去掉西装外套"),
    ],
)
async def test_a_suit_jacket_goes_by_its_near_names(talk, first, text):
    suit = ids((await talk.say(first))["looks"][0])
    after = await talk.say(text)
    assert [ids(look) for look in after["looks"]] == [{slot: id_ for slot, id_ in suit.items() if slot != "mid"}]


async def test_what_is_kept_does_not_come_off(talk):
    await talk.say("office outfit for a woman, with a blazer")
    reply = (await talk.say("keep the blazer, change the rest"))["messages"][-1].text
    assert "comes off" not in reply
    assert "Gone" not in reply
    assert "does without" not in reply


@pytest.mark.parametrize(
    ("language", "slot", "text"),
    [
        ("en", "mid", "can you replace the jumper with something else?"),
        ("fr", "mid", "tu peux remplacer le pull par autre chose ?"),
        ("zh", "footwear", "乐福鞋换成别的"),
    ],
)
async def test_something_else_comes_for_a_piece_and_the_rest_stays(talk, language, slot, text):
    shown = (await talk.say(OFFICE[language]))["looks"]
    seen = ids(next(look for look in shown if slot in ids(look)))
    looks = [ids(look) for look in (await talk.say(text))["looks"]]
    assert all({**seen, slot: look[slot]} == look for look in looks)
    assert seen[slot] not in {look[slot] for look in looks}


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "remove the hat please"), ("fr", "enlève le chapeau"), ("zh", "帽子去掉吧"), ("zh", "去掉帽子")],
)
async def test_what_no_look_wears_is_not_sought_in_the_wardrobe(talk, language, text):
    shown = (await talk.say(OFFICE[language]))["looks"]
    after = await talk.say(text)
    assert after["brief"]["intent"] == "outfit"
    assert not after["brief"]["changes"]
    assert ids(after["looks"][0]) == ids(shown[0])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "remove the bag and add a coat"),
        ("fr", "enlève le sac et ajoute un manteau"),
        ("zh", "包去掉 加件大衣"),
    ],
)
async def test_what_is_added_behind_it_does_not_go_as_well(talk, language, text):
    await talk.say(OFFICE[language])
    after = await talk.say(text)
    assert after["looks"]
    assert all("outer" in ids(look) for look in after["looks"])


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        (("what do I wear to a baptism on Sunday, woman", "a dress instead", "with sleeves"), ("without", "comes off")),
        (("une tenue pour un baptême dimanche, femme", "plutôt une robe", "avec des manches"), ("passe", "enlève")),
    ],
)
async def test_sleeves_that_are_asked_for_take_nothing_away(talk, said, gone):
    for text in said:
        after = await talk.say(text)
    assert after["looks"]
    assert not any(word in after["messages"][-1].text for word in gone)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In the second look, swap the trousers for something else"),
        ("fr", "Dans la deuxième tenue, remplacez le pantalon par autre chose"),
        ("zh", "把第二套的裤子换成别的"),
    ],
)
async def test_for_trousers_come_other_trousers(talk, language, text):
    seen = ids((await talk.say(OFFICE[language]))["looks"][1])
    looks = [ids(look) for look in (await talk.say(text))["looks"]]
    assert looks
    assert all({**seen, "bottom": look["bottom"]} == look for look in looks)
