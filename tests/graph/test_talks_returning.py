"""Talks that go back, after many answers, to the very first one."""

import pytest

FIRST = {
    "en": "what do I wear to a birthday dinner in Lyon on 12 June? I'm a woman",
    "fr": "que mettre pour un dîner d'anniversaire à Lyon le 12 juin ? je suis une femme",
    "zh": "6月12日在里昂的生日晚餐穿什么？我是女的",
}
NEXT = {
    "en": ["something else", "more formal", "something else please", "in blue", "no heels", "in red"],
    "fr": ["autre chose", "plus habillé", "autre chose encore", "en bleu", "sans talons", "en rouge"],
    "zh": ["换一套", "正式一点", "再换一套", "要蓝色的", "不要高跟鞋", "要红色的"],
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the very first one was the best"),
        ("en", "go back to the very first outfit"),
        ("fr", "finalement je préfère le tout premier"),
        ("fr", "reviens à la toute première tenue"),
        ("zh", "还是最开始那套吧"),
        ("zh", "最早的那套好"),
    ],
)
async def test_the_very_first_look_is_shown_again_however_long_ago_it_was(talk, language, text):
    first = await talk.say(FIRST[language])
    for said in NEXT[language]:
        await talk.say(said)
    again = await talk.say(text)
    assert [look["id"] for look in again["looks"]] == [first["looks"][0]["id"]]
    assert again["looks"][0]["items"] == first["looks"][0]["items"]


def by_slot(look):
    return {item["slot"]: item["id"] for item in look["items"]}


@pytest.mark.parametrize(
    ("first", "slot", "swap", "meanwhile", "back"),
    [
        ("dinner on Thursday, man", "footwear", "swap the shoes", "swap the trousers", "no go back to the first shoes"),
        ("office, Tuesday, man", "base_top", "swap the shirt", "swap the shoes", "actually put the first shirt back"),
        (
            "dîner samedi, homme",
            "footwear",
            "change les chaussures",
            "change le pantalon",
            "je préférais les premières chaussures",
        ),
        ("bureau mardi, homme", "base_top", "change la chemise", "change les chaussures", "remets la première chemise"),
        ("周六约会穿什么，男", "footwear", "换双鞋", "换条裤子", "算了，还是第一双鞋好"),
        ("周二上班穿什么，男", "base_top", "换件衬衫", "换双鞋", "还是把第一件衬衫换回来"),
    ],
)
async def test_an_earlier_piece_comes_back_and_the_rest_stays(talk, first, slot, swap, meanwhile, back):
    begun = by_slot((await talk.say(first))["looks"][0])
    assert by_slot((await talk.say(swap))["looks"][0])[slot] != begun[slot]
    present = by_slot((await talk.say(meanwhile))["looks"][0])
    looks = (await talk.say(back))["looks"]
    assert [by_slot(look) for look in looks] == [present | {slot: begun[slot]}]


@pytest.mark.parametrize(
    ("first", "swap", "back"),
    [
        ("a wedding in June, woman", "trousers rather than a dress", "no, I preferred the dress"),
        ("tenue pour un mariage en juin, femme", "plutôt un pantalon qu'une robe", "non, je préférais la robe"),
        ("六月婚礼穿什么，女", "换成裤子", "还是裙子好，换回来吧"),
    ],
)
async def test_a_dress_comes_back_in_the_place_of_the_trousers_and_their_top(talk, first, swap, back):
    begun = by_slot((await talk.say(first))["looks"][0])
    assert "one_piece" not in by_slot((await talk.say(swap))["looks"][0])
    assert [by_slot(look) for look in (await talk.say(back))["looks"]] == [begun]


async def test_the_original_is_the_first_there_was_and_what_is_worn_already_stays(talk):
    begun = by_slot((await talk.say("dinner on Thursday, man"))["looks"][0])
    assert [by_slot(look) for look in (await talk.say("no, I liked the first shoes better"))["looks"]] == [begun]
    await talk.say("swap the shoes")
    await talk.say("swap the shoes")
    assert [by_slot(look) for look in (await talk.say("I preferred the original shoes"))["looks"]] == [begun]
