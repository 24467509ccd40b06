"""Small turns in the middle of a talk: each keeps what was said before it, and is answered in its own sense."""

import pytest

PARTY = {
    "en": "outfit for a friend's birthday drinks in London on 12 june, woman, under 200",
    "fr": "une tenue pour un anniversaire au restaurant à Lyon le 12 juin, femme, 200 €",
    "zh": "6月12日去里昂参加朋友的生日聚餐，女生，预算200欧",
}
DINNER = {
    "en": "smart casual outfit for a birthday dinner in Paris on 12 june, man, 250 euros",
    "fr": "une tenue pour un dîner chic à Lyon le 12 juin, homme, 250 euros",
    "zh": "6月12日在里昂吃晚饭，男生，商务休闲，预算250欧",
}


def reply(output):
    return output["messages"][-1].text


def pieces(output, slot):
    return [item for look in output["looks"] for item in look["items"] if item["slot"] == slot]


def assert_same_day(output, occasion):
    brief = output["brief"]
    assert brief["date"][4:] == "-06-12"
    assert brief["occasion"] == occasion
    assert brief["budget"]["max"] in {200, 250}


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [("en", "without the tie", " tie "), ("fr", "tu peux enlever la cravate ?", "cravate"), ("zh", "不要领带", "领带")],
)
async def test_what_no_look_has_is_not_taken_off_it(talk, language, text, said):
    first = await talk.say(DINNER[language])
    assert not any(item["category"] == "tie" for look in first["looks"] for item in look["items"])
    second = await talk.say(text)
    told = reply(second)
    assert said in told
    assert not any(word in told for word in ("comes off", "Gone", "Retiré", "enlève", "拿掉", "去掉"))
    assert [item["id"] for item in second["looks"][0]["items"]] == [item["id"] for item in first["looks"][0]["items"]]
    assert_same_day(second, first["brief"]["occasion"])


@pytest.mark.parametrize(
    ("language", "text", "yes"),
    [
        ("en", "would white trainers work?", ("Yes", "You can", "Possible")),
        ("en", "can I wear trainers with it?", ("Yes", "You can", "Possible")),
        ("fr", "les baskets ça passe ?", ("Oui", "On peut", "C'est possible", "Possible")),
    ],
)
async def test_whether_a_piece_would_do_is_answered_and_shown_in_the_outfit(talk, language, text, yes):
    first = await talk.say(DINNER[language])
    tried = await talk.say(text)
    assert reply(tried).startswith(yes)
    assert_same_day(tried, first["brief"]["occasion"])
    kept = {item["id"] for item in first["looks"][0]["items"] if item["slot"] != "footwear"}
    for look in tried["looks"]:
        assert kept <= {item["id"] for item in look["items"]}
        assert any(item["category"] in {"sneakers", "leather_sneakers"} for item in look["items"])


@pytest.mark.parametrize(("language", "text"), [("en", "do I need a tie?"), ("fr", "faut-il une cravate ?")])
async def test_whether_a_piece_is_needed_is_no_wish_for_it(talk, language, text):
    await talk.say(DINNER[language])
    assert (await talk.say(text))["brief"]["intent"] == "ask_advice"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "actually it's been moved to october"),
        ("fr", "en fait la fête est reportée en octobre"),
        ("zh", "生日聚餐改到十月了"),
    ],
)
async def test_a_day_that_moved_is_the_same_event(talk, language, text):
    before = (await talk.say(PARTY[language]))["brief"]
    brief = (await talk.say(text))["brief"]
    assert brief["date"] == "2027-10"
    assert [brief[key] for key in ("occasion", "place", "budget", "presentation")] == [
        before[key] for key in ("occasion", "place", "budget", "presentation")
    ]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "actually it's outdoors", ("Out of doors", "In the open air")),
        ("fr", "en fait ce sera dehors", ("Dehors", "En plein air")),
        ("zh", "其实是在户外", ("户外", "露天")),
    ],
)
async def test_in_the_open_air_the_same_day_is_dressed_for(talk, language, text, said):
    occasion = (await talk.say(DINNER[language]))["brief"]["occasion"]
    outside = await talk.say(text)
    assert outside["brief"]["outdoors"]
    assert_same_day(outside, occasion)
    assert any(word in reply(outside) for word in said)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "it's on a lawn"),
        ("en", "what shoes do I wear on grass?"),
        ("fr", "quelles chaussures sur l'herbe ?"),
    ],
)
async def test_no_thin_heel_on_a_lawn(talk, language, text):
    await talk.say(PARTY[language])
    shoes = pieces(await talk.say(text), "footwear")
    assert shoes
    assert not [one["name"] for one in shoes if one["category"] in {"heels", "evening_sandals"}]


@pytest.mark.parametrize(
    ("language", "text"), [("en", "nothing tight"), ("fr", "rien de moulant"), ("zh", "不要紧身的")]
)
async def test_nothing_tight_stays_so_in_the_next_change(talk, language, text):
    await talk.say(PARTY[language])
    assert (await talk.say(text))["brief"]["fit"] == "relaxed"
    shoes = {"en": "flat shoes", "fr": "des chaussures plates", "zh": "要平底鞋"}[language]
    assert (await talk.say(shoes))["brief"]["fit"] == "relaxed"
    dress = {"en": "a dress instead", "fr": "plutôt une robe", "zh": "换成裙子"}[language]
    worn = [item for look in (await talk.say(dress))["looks"] for item in look["items"]]
    assert worn
    assert not [item["name"] for item in worn if item["category"] == "sheath_dress"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "and what would I wear as her dad?"),
        ("fr", "et mon fils de 16 ans ?"),
        ("fr", "et mon mari, il met quoi ?"),
    ],
)
async def test_another_person_is_dressed_for_the_same_day_and_in_no_skirt(talk, language, text):
    occasion = (await talk.say(PARTY[language]))["brief"]["occasion"]
    await talk.say({"en": "a skirt instead", "fr": "une jupe plutôt"}[language])
    other = await talk.say(text)
    assert other["looks"]
    assert other["brief"]["presentation"] == "men"
    assert_same_day(other, occasion)
    assert not any("skirt" in item["category"] for look in other["looks"] for item in look["items"])


async def test_a_skirt_that_nobody_was_named_for_is_not_for_a_son(talk):
    await talk.say("qu'est-ce que je mets pour un enterrement lundi ?")
    await talk.say("une jupe plutôt")
    assert (await talk.say("et mon fils de 16 ans ?"))["looks"]


@pytest.mark.parametrize(("language", "text"), [("en", "the second one in navy"), ("fr", "la deuxième mais en marine")])
async def test_a_dress_in_another_colour_is_a_dress_with_all_else_as_it_was(talk, language, text):
    await talk.say(PARTY[language])
    await talk.say({"en": "a dress instead", "fr": "plutôt une robe"}[language])
    changed = await talk.say(text)
    for look in changed["looks"]:
        dress = next(item for item in look["items"] if item["slot"] == "one_piece")
        assert dress["colour"]["family"] == "navy"


@pytest.mark.parametrize(
    ("text", "looks"), [("la 2 et la 3 c'est quoi la différence ?", [2, 3]), ("compare la 1 et la 3", [1, 3])]
)
async def test_two_looks_are_compared_by_their_numbers(talk, text, looks):
    await talk.say(PARTY["fr"])
    assert (await talk.say(text))["brief"]["refers_to"] == [f"look-{number}" for number in looks]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "isn't it too formal?"), ("en", "are the shoes too formal?"), ("fr", "c'est pas trop habillé ?")],
)
async def test_too_dressy_is_asked_of_the_outfit_that_was_shown(talk, language, text):
    first = (await talk.say(PARTY[language]))["looks"][0]["id"]
    asked = await talk.say(text)
    assert asked["brief"]["about"] == ["occasion"]
    assert asked["looks"][0]["id"] == first


async def test_a_velvet_jacket_of_ones_own_comes_over_the_jumpsuit(talk):
    await talk.say(PARTY["fr"])
    brought = await talk.say("j'ai déjà une veste noire en velours")
    assert [item["source"] for item in pieces(brought, "mid")] == ["wardrobe"]


@pytest.mark.parametrize(
    ("language", "text"), [("en", "both are great, thanks"), ("fr", "merci, les deux me plaisent")]
)
async def test_thanks_for_both_shows_nothing_anew(talk, language, text):
    await talk.say(PARTY[language])
    praised = await talk.say(text)
    assert not praised["looks"]
    assert "?" not in reply(praised)


@pytest.mark.parametrize("text", ["will I be warm enough?", "will I be cold?"])
async def test_warmth_is_told_without_a_yes_or_no_that_another_question_wants(talk, text):
    await talk.say(PARTY["en"])
    assert not reply(await talk.say(text)).startswith(("No,", "Yes,"))


@pytest.mark.parametrize(
    ("language", "text"), [("en", "what if it rains?"), ("fr", "et s'il pleut ?"), ("zh", "要是下雨呢？")]
)
async def test_rain_adds_an_umbrella_and_leaves_the_outfit(talk, language, text):
    first = await talk.say(PARTY[language])
    kept = {item["id"] for item in first["looks"][0]["items"]}
    wet = await talk.say(text)
    assert wet["looks"]
    for look in wet["looks"]:
        assert kept <= {item["id"] for item in look["items"]}
        assert any(item["category"] == "umbrella" for item in look["items"])


async def test_one_piece_is_a_swimsuit_beside_bikinis_and_nobody_dines_in_it(talk):
    await talk.say("Beach holiday in Crete, one week in July, woman, 250 euros")
    swum = await talk.say("no bikinis, one piece only")
    assert all(any(item["category"] == "swimsuit" for item in look["items"]) for look in swum["looks"])
    evening = await talk.say("add something for the evening")
    assert evening["looks"]
    assert (evening["brief"]["place"], evening["brief"]["date"]) == ("Crete", "2027-07")
    assert not any(item["category"] == "swimsuit" for look in evening["looks"] for item in look["items"])


async def test_a_dress_for_going_out_changes_nothing_of_the_days_of_a_trip(talk):
    packed = await talk.say("je pars une semaine à Lisbonne en avril, que mettre dans ma valise ? femme")
    more = await talk.say("ajoutez une robe pour sortir le soir")
    days = {item["id"] for look in packed["looks"] for item in look["items"]}
    assert days <= {item["id"] for look in more["looks"] for item in look["items"]}
    assert sum(any(item["slot"] == "one_piece" for item in look["items"]) for look in more["looks"]) == 1


@pytest.mark.parametrize(
    ("text", "presentation"),
    [
        ("birthday present for my sister under 50", "women"),
        ("un cadeau pour ma mère", "women"),
        ("给爸爸的生日礼物", "men"),
    ],
)
async def test_a_present_is_something_that_needs_no_size(talk, text, presentation):
    given = await talk.say(text)
    assert given["brief"]["presentation"] == presentation
    assert given["looks"]
    assert {item["slot"] for look in given["looks"] for item in look["items"]} <= {"accessory", "bag"}


@pytest.mark.parametrize(
    ("hung", "text"),
    [
        ("add a blue coat and a green scarf to my wardrobe", "bin the green scarf"),
        ("add a blue coat and a green scarf to my wardrobe", "ditch my scarf"),
        ("ajoute une écharpe verte et un manteau bleu à ma garde-robe", "vire mes écharpes"),
    ],
)
async def test_what_is_thrown_out_leaves_the_wardrobe(talk, hung, text):
    await talk.say(hung)
    gone = await talk.say(text)
    assert [change["action"] for change in gone["brief"]["changes"]] == ["remove"]
    assert [one.category for one in await talk.services.wardrobe.garments(talk.caller)] == ["overcoat"]


@pytest.mark.parametrize(
    ("language", "text", "then", "category"),
    [
        ("en", "flats or heels?", "ok flats", "ballet_flats"),
        ("fr", "des bottines ou des escarpins ?", "va pour les bottines", "ankle_boots"),
    ],
)
async def test_which_of_two_is_told_and_the_outfit_stays_at_hand(talk, language, text, then, category):
    first = await talk.say(PARTY[language])
    asked = await talk.say(text)
    assert not asked["looks"]
    chosen = await talk.say(then)
    kept = {item["id"] for item in first["looks"][0]["items"] if item["slot"] != "footwear"}
    for look in chosen["looks"]:
        assert kept <= {item["id"] for item in look["items"]}
    assert {item["category"] for item in pieces(chosen, "footwear")} == {category}
    assert_same_day(chosen, first["brief"]["occasion"])


async def test_a_tie_that_was_asked_about_is_not_worn_for_it(talk):
    await talk.say(DINNER["en"])
    await talk.say("do I need a tie?")
    wet = await talk.say("what if it rains?")
    assert not any(item["category"] == "tie" for look in wet["looks"] for item in look["items"])


@pytest.mark.parametrize(
    ("first", "text"),
    [
        (PARTY["en"], "have you got a navy blazer?"),
        ("une tenue pour un anniversaire à Londres le 12 juin, femme, 200 €", "vous avez un blazer bleu marine ?"),
    ],
)
async def test_whether_there_is_such_a_piece_is_asked_for_the_outfit(talk, first, text):
    first = await talk.say(first)
    asked = await talk.say(text)
    dressed = {item["id"] for item in first["looks"][0]["items"] if item["slot"] != "mid"}
    assert dressed <= {item["id"] for item in asked["looks"][0]["items"]}
    assert {item["colour"]["family"] for item in pieces(asked, "mid")} == {"navy"}


@pytest.mark.parametrize(("language", "text"), [("en", "why the green shoes?"), ("fr", "pourquoi ce chapeau ?")])
async def test_no_reason_is_made_up_for_what_is_not_worn(talk, language, text):
    await talk.say(PARTY[language])
    told = reply(await talk.say(text))
    assert any(word in told for word in ("look you mean", "one you mean", "de laquelle", "dites-moi laquelle"))


@pytest.mark.parametrize("text", ["ta, that'll do nicely", "brilliant, cheers"])
async def test_a_word_of_thanks_is_no_other_trade(talk, text):
    await talk.say(PARTY["en"])
    assert (await talk.say(text))["brief"]["intent"] == "smalltalk"


@pytest.mark.parametrize(
    ("language", "text"), [("en", "which one is the dressiest?"), ("fr", "laquelle est la plus habillée ?")]
)
async def test_the_dressiest_is_one_of_all_that_were_shown(talk, language, text):
    await talk.say(PARTY[language])
    asked = await talk.say(text)
    assert asked["brief"]["about"] == ["compare"]
    assert len(asked["looks"]) == 3


@pytest.mark.parametrize(
    ("language", "text", "about"),
    [
        ("en", "which of the three would you pick?", "pick"),
        ("en", "how much if I buy the lot?", "price"),
        ("fr", "vous prendriez laquelle ?", "pick"),
    ],
)
async def test_what_is_asked_of_the_looks_is_no_other_trade(talk, language, text, about):
    await talk.say(PARTY[language])
    asked = await talk.say(text)
    assert asked["brief"]["about"] == [about]
    assert asked["looks"]


async def test_a_cool_evening_without_a_place_asks_for_a_layer(talk):
    await talk.say("repas de famille dimanche, je suis un homme")
    warmer = await talk.say("et s'il fait frais le soir ?")
    assert warmer["looks"]
    assert any(item["slot"] in {"mid", "outer"} for item in warmer["looks"][0]["items"])


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "moins voyant quand même"), ("en", "a bit less loud"), ("en", "make it more cheerful")],
)
async def test_quieter_is_no_wish_for_bright_colours(talk, language, text):
    await talk.say(PARTY[language])
    colours = (await talk.say(text))["brief"]["colours"]
    bright = {"yellow", "orange", "red"}
    assert bool(bright & {*colours}) == ("cheerful" in text)


async def test_a_mother_who_is_to_be_dressed_wants_no_clothes_for_children(talk):
    asked = await talk.say("kermesse de l'école samedi, maman de 2 enfants, il fera chaud")
    assert asked["brief"]["presentation"] == "women"
    assert asked["looks"]


@pytest.mark.parametrize("text", ["An outfit with a navy overcoat", "une tenue avec un pardessus bleu marine"])
async def test_a_long_coat_of_a_colour_is_found_under_either_of_its_names(talk, text):
    coats = pieces(await talk.say(text), "outer")
    assert coats
    assert {coat["colour"]["family"] for coat in coats} == {"navy"}


async def test_another_person_gets_no_change_of_the_outfit_that_was_settled_on(talk):
    await talk.say("black tie dinner in Edinburgh 12 december, i own a tux already")
    await talk.say("what shirt and shoes do i need")
    hers = await talk.say("and my wife? she's 5'4 and hates heels")
    assert hers["brief"]["presentation"] == "women"
    assert not any(item["source"] == "wardrobe" for look in hers["looks"] for item in look["items"])
