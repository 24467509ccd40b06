"""What one has comes into an outfit however it is told, and the jacket of a suit is worn with other trousers."""

import pytest

from stores.vocabulary import Brief, Garment, Wanted
from tools.odd_jacket import with_odd_jacket

OFFICE = {
    "en": "What should I wear to the office in Ghent on Friday? man, L",
    "fr": "Je mets quoi au bureau vendredi à Gand ? homme, L",
    "zh": "周五在上海上班穿什么？男，L",
}
SUITED = {
    "en": "I have a navy suit jacket, what do I wear with it to a christening? man, L, 43",
    "fr": "J'ai une veste de costume bleu marine, je mets quoi avec pour un baptême ? homme, L, 43",
}


def worn(output, slot):
    return [item for item in output["looks"][0]["items"] if item["slot"] == slot]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "I also have brown loafers"),
        ("en", "I have brown shoes too actually"),
        ("fr", "j'ai aussi des mocassins marron"),
        ("fr", "en fait des mocassins marron j'en ai aussi"),
        ("zh", "我也有棕色乐福鞋"),
        ("zh", "其实棕色乐福鞋我也有"),
    ],
)
async def test_what_one_also_has_comes_into_the_outfit(talk, language, said):
    await talk.say(OFFICE[language])
    after = await talk.say(said)
    [shoes] = worn(after, "footwear")
    assert (shoes["source"], shoes["category"]) == ("wardrobe", "loafers")


async def test_what_one_also_has_hangs_in_the_wardrobe_where_no_outfit_wears_such(talk):
    after = await talk.say("I also have white sneakers")
    assert after["brief"]["intent"] == "wardrobe"


@pytest.mark.parametrize(
    ("language", "said"), [("en", "the trousers not in navy"), ("fr", "le pantalon pas en bleu marine")]
)
async def test_a_suit_jacket_goes_with_other_trousers_where_they_are_asked_for(talk, language, said):
    await talk.say(SUITED[language])
    after = await talk.say(said)
    for look in after["looks"]:
        slots = {item["slot"]: item for item in look["items"]}
        assert slots["bottom"]["colour"]["family"] != "navy"
        assert slots["mid"]["source"] == "wardrobe"


def jacket(colour):
    return Garment(
        id="own-1", name="suit jacket", category="suit_jacket", slot="mid", formality=6.0, clo=0.35, colours=[colour]
    )


@pytest.mark.parametrize(
    ("below", "category"),
    [
        (Wanted(slot="bottom", category="chinos"), "blazer"),
        (Wanted(slot="bottom", avoid_colours=["navy"]), "blazer"),
        (Wanted(slot="bottom", colours=["grey"]), "blazer"),
        (Wanted(slot="bottom", colours=["navy"]), "suit_jacket"),
        (Wanted(slot="bottom"), "suit_jacket"),
        (Wanted(slot="base_top", colours=["grey"]), "suit_jacket"),
    ],
)
def test_only_trousers_of_another_kind_or_colour_part_a_suit(below, category):
    navy = {"name": "navy", "family": "navy", "hex": "#1b2540", "share": 1.0}
    brief = Brief(intent="complete", owned=[jacket(navy)], wanted=[below], slots=[below.slot])
    assert with_odd_jacket(brief).owned[0].category == category


@pytest.mark.parametrize(
    ("language", "said"), [("en", "450 for the rest"), ("fr", "450 pour le reste"), ("zh", "剩下的450欧")]
)
async def test_a_sum_for_the_rest_is_what_may_be_spent(talk, language, said):
    await talk.say(OFFICE[language])
    assert (await talk.say(said))["brief"]["budget"]["max"] == 450


async def test_a_colour_said_alone_is_of_the_piece_that_came_last(talk):
    await talk.say("I dress modestly, need an outfit for a family dinner, woman, M, 38")
    await talk.say("a long dress rather")
    await talk.say("in green or navy")
    after = await talk.say("120€ at most, shoes included")
    families = {worn({"looks": [look]}, "one_piece")[0]["colour"]["family"] for look in after["looks"]}
    assert families <= {"green", "navy"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "and the traffic on Friday?"),
        ("fr", "et mon horoscope pour janvier ?"),
        ("zh", "我一月的星座运势怎么样？"),
        ("zh", "晚上吃什么好呢？"),
    ],
)
async def test_a_question_of_another_trade_amid_a_talk_is_declined(talk, language, said):
    await talk.say(OFFICE[language])
    after = await talk.say(said)
    assert after["brief"]["intent"] == "off_topic"
    assert not after["looks"]


async def test_boots_are_looked_for_beside_the_coat_that_is_taken(talk):
    await talk.say("un manteau bien chaud, femme, L, 200 € max")
    after = await talk.say("je prends celui-là. quelles bottes avec ? je chausse du 39")
    assert {look["items"][0]["slot"] for look in after["looks"]} == {"footwear"}
