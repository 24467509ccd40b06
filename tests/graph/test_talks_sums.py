"""What is asked for in few words: sums without a currency, a jumper in a colour, a dress by its French name."""

import pytest


@pytest.mark.parametrize(
    ("text", "amount", "currency", "told"),
    [
        ("a work outfit in Pune under 6,000, woman", 6000, "INR", "1 € = 98 INR"),
        ("6k for a wedding outfit in Pune, woman", 6000, "INR", "1 € = 98 INR"),
        ("an outfit for a dinner in Tokyo under 15000, man", 15000, "JPY", "1 € = 170 JPY"),
        ("une tenue de bureau à Casablanca, moins de 1500, femme", 1500, "MAD", "1 € = 10,70 MAD"),
        ("a work outfit in Leeds under £150, woman", 150, "GBP", "£1 = 1.18 €"),
        ("a dinner outfit in Bangkok under 3000 baht, woman", 3000, "THB", "1 € = 38 THB"),
        ("a dinner outfit in Bangkok under 3000, woman", 3000, "THB", "1 € = 38 THB"),
        ("une tenue pour un dîner à Varsovie, moins de 400 zlotys, femme", 400, "PLN", "1 € = 4,25 PLN"),
        ("曼谷晚餐穿什么，预算3000泰铢，女", 3000, "THB", "1 欧 = 38 泰铢"),
        ("上班穿，在浦那，预算6000，女", 6000, "CNY", "1 欧 = ¥7.80"),
    ],
)
async def test_a_bare_sum_that_is_no_euros_is_converted_and_the_rate_is_said(talk, text, amount, currency, told):
    found = await talk.say(text)
    assert (found["brief"]["budget"]["max"], found["brief"]["budget"]["currency"]) == (amount, currency)
    assert told in found["messages"][-1].text


@pytest.mark.parametrize(
    "text",
    [
        "a work outfit in Pune under 120, woman",
        "a work outfit in Pune under 6000 euros, woman",
        "une tenue de bureau à Casablanca, moins de 150, femme",
        "dinner outfit in Lyon, under 2000",
    ],
)
async def test_a_sum_that_may_be_euros_is(talk, text):
    assert (await talk.say(text))["brief"]["budget"]["currency"] == "EUR"


@pytest.mark.parametrize("text", ["a red jumper, for a woman", "un pull rouge pour femme", "一件红色毛衣，女"])
async def test_a_jumper_in_a_colour_may_be_a_fine_knit(talk, text):
    found = await talk.say(text)
    assert {item["colour"]["family"] for look in found["looks"] for item in look["items"]} == {"red"}
    assert {"sweater", "fine_knit"} == {*found["brief"]["categories"]}


@pytest.mark.parametrize("text", ["a chunky red jumper", "un gros pull rouge", "粗棒红色毛衣"])
async def test_a_thick_jumper_is_no_fine_knit(talk, text):
    assert (await talk.say(text))["brief"]["categories"] == ["sweater"]


async def test_a_petite_robe_noire_is_a_dress_in_english_too(talk):
    found = await talk.say("I want a petite robe noire for a cocktail, woman")
    dress = next(item for item in found["looks"][0]["items"] if item["slot"] == "one_piece")
    assert (dress["category"], dress["colour"]["family"]) == ("cocktail_dress", "black")
    assert (await talk.say("a warm robe for the evening at home"))["brief"]["categories"] == ["robe"]


@pytest.mark.parametrize(
    "text",
    [
        "grey suit trousers, what shirt goes?",
        "what shirt goes with grey suit trousers? man",
        "pantalon de costume gris, quelle chemise avec ?",
        "灰色西裤配什么衬衫？",
    ],
)
async def test_what_goes_with_a_piece_that_is_named_is_shown(talk, text):
    found = await talk.say(text)
    assert found["brief"]["intent"] == "find"
    assert {item["slot"] for look in found["looks"] for item in look["items"]} == {"base_top"}


@pytest.mark.parametrize(
    "text",
    [
        "a weekend walk in Edinburgh in November under 40 euros, woman",
        "une promenade à Lille, 7 degrés, moins de 40 euros, femme",
        "七度，出门散步，40欧以内，女",
    ],
)
async def test_a_small_sum_puts_nobody_in_flip_flops_in_the_cold(talk, text):
    found = await talk.say(text)
    worn = {item["category"] for look in found["looks"] for item in look["items"]}
    assert not worn & {"flip_flops", "sandals", "espadrilles", "evening_sandals"}
    assert found["looks"] or found["brief"]["unmet"]


@pytest.mark.parametrize(
    "text",
    [
        "what do I wear to a wedding in Lyon in late November, under 150 euros?",
        "je mets quoi pour un mariage à Lyon fin novembre, moins de 150 euros ?",
        "十一月底去里昂参加婚礼穿什么，150欧以内？",
    ],
)
async def test_a_sum_that_pays_for_no_coat_still_leaves_a_choice(talk, text):
    run = await talk.say(text)
    assert {"budget", "own"} <= {one["constraint"] for one in run["brief"]["unmet"]}
    assert len(run["looks"]) == 3
    assert all(look["total"] <= 150 for look in run["looks"])
    assert len({look["items"][0]["id"] for look in run["looks"]}) == 3
