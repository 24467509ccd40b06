"""Conversations that are gone on from in few words: thanks drawn out, the next day, what is taken, what is kept."""

import pytest

from stores.categories import load_categories


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("office outfit, woman", "thaaanks"),
        ("une tenue de bureau, femme", "merciii"),
        ("une tenue de bureau, femme", "merci t'es top"),
    ],
)
async def test_thanks_in_any_spelling_ask_for_nothing(talk, first, text):
    await talk.say(first)
    thanked = await talk.say(text)
    assert (thanked["brief"]["intent"], thanked["looks"]) == ("smalltalk", [])


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("office outfit, man", "and the next day?"),
        ("une tenue de bureau, homme", "et le deuxième jour ?"),
        ("上班穿什么，男", "第二天呢"),
    ],
)
async def test_the_day_after_is_dressed_otherwise(talk, first, text):
    before = await talk.say(first)
    after = await talk.say(text)
    assert after["looks"]
    assert not {look["id"] for look in before["looks"]} & {look["id"] for look in after["looks"]}


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("wedding in June, woman, with a hat", "I'll take the first hat"),
        ("mariage en juin, femme, avec un chapeau", "je prends le premier chapeau"),
        ("想送我妈一条围巾", "那就买第一条"),
    ],
)
async def test_what_is_taken_by_its_number_is_not_looked_for_anew(talk, first, text):
    await talk.say(first)
    assert (await talk.say(text))["brief"]["intent"] == "feedback"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("衣服S码，鞋37码，帮我记一下", {"clothes": "S", "shoes": "37"}),
        ("note que je fais du 39 en chaussures", {"shoes": "39"}),
    ],
)
async def test_sizes_that_are_to_be_noted_are_kept_and_dress_nobody(talk, text, kept):
    told = await talk.say(text)
    assert told["brief"]["intent"] == "profile"
    assert [change["value"] for change in told["brief"]["changes"]] == [kept]


@pytest.mark.parametrize(
    "text", ["I only wear flat shoes", "je ne porte que des chaussures plates", "记住我只穿平底鞋"]
)
async def test_who_wears_flats_alone_is_offered_no_heels(talk, text):
    await talk.say("cocktail party in Paris in June, woman")
    flat = await talk.say(text)
    worn = {item["category"] for look in flat["looks"] for item in look["items"]}
    assert not worn & {"heels", "block_heels", "evening_sandals"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "j'ai une jupe verte"),
        ("zh", "我有一条绿裙子"),
    ],
)
async def test_what_is_to_be_deleted_goes_from_the_wardrobe(talk, language, text):
    await talk.say(text)
    gone = await talk.say({"fr": "tu peux supprimer la jupe verte", "zh": "把绿裙子删掉吧"}[language])
    assert [(change["target"], change["action"]) for change in gone["brief"]["changes"]] == [("wardrobe", "remove")]


async def test_air_conditioning_in_summer_asks_for_a_layer_and_no_coat(talk):
    cool = await talk.say("夏天太热了，办公室空调又冷，怎么穿")
    worn = {item["slot"] for look in cool["looks"] for item in look["items"]}
    assert "mid" in worn
    assert "outer" not in worn


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("find me a scarf and gloves, man", "how much is it altogether?"),
        ("il me faut une écharpe et des gants, homme", "combien ça fait en tout ?"),
        ("给我找一条围巾和一双手套，男", "一共多少钱"),
    ],
)
async def test_pieces_of_several_kinds_are_summed_one_of_each(talk, first, text):
    found = await talk.say(first)
    prices = {look["items"][0]["category"]: look["total"] for look in reversed(found["looks"])}
    said = (await talk.say(text))["messages"][-1].text
    whole = f"{round(sum(prices.values()), 2):g}"
    assert whole in said.replace(",", ".")


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("wedding on Saturday, man, M, 120 euros max", "no tie"),
        ("mariage samedi, mec, M, 120e max", "sans cravate"),
        ("周六参加婚礼，男，M码，120欧以内", "不要领带"),
    ],
)
async def test_what_an_outfit_never_had_can_be_refused_without_losing_it(talk, first, text):
    before = await talk.say(first)
    after = await talk.say(text)
    worn = {item["category"] for look in before["looks"] for item in look["items"]}
    assert after["looks"]
    if "tie" not in worn:
        assert [look["items"] for look in after["looks"]] == [look["items"] for look in before["looks"]]


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("funeral in Rennes on Wednesday, woman", "do I have to wear black?"),
        ("obsèques mercredi à Rennes, femme", "il faut forcément du noir ?"),
        ("周三去雷恩参加葬礼，女", "一定要穿黑色吗"),
    ],
)
async def test_whether_a_colour_is_needed_is_answered(talk, first, text):
    await talk.say(first)
    assert (await talk.say(text))["brief"]["intent"] == "ask_advice"


async def test_a_dinner_is_added_to_the_suitcase_and_is_no_other_outfit(talk):
    await talk.say("voyage à Bali en août, 10 jours, femme, que mettre dans la valise ?")
    added = await talk.say("rajoute un dîner chic")
    assert "dinner" in [event["occasion"] for event in added["brief"]["trip"]]


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("what is business casual?", "ok give me an outfit then, man"),
        ("c'est quoi une tenue business casual ?", "montrez-moi une tenue alors, homme"),
    ],
)
async def test_a_dress_code_that_was_explained_is_dressed_for(talk, first, text):
    await talk.say(first)
    dressed = await talk.say(text)
    assert dressed["brief"]["formality"] is not None
    assert not {"jeans", "hoodie"} & {item["category"] for item in dressed["looks"][0]["items"]}


async def test_a_skirt_comes_for_trousers_where_one_word_means_a_dress_as_well(talk):
    await talk.say("上班穿什么，女，裤装")
    changed = await talk.say("裤子换成裙子")
    assert {item["slot"] for item in changed["looks"][0]["items"]} >= {"base_top", "bottom"}


@pytest.mark.parametrize(
    ("told", "wish", "other", "forget"),
    [
        ("I only wear black", "dinner in Lyon on Saturday, woman", "a red skirt", "forget that I only wear black"),
        (
            "je ne porte que du noir",
            "un dîner à Lyon samedi, femme",
            "une jupe rouge",
            "oublie que je ne porte que du noir",
        ),
        ("我只穿黑色", "周六去里昂吃晚饭，女", "来条红裙子", "忘了我只穿黑色"),
    ],
)
async def test_who_wears_one_colour_alone_is_dressed_in_it_until_another_is_asked_for(talk, told, wish, other, forget):
    await talk.say(told)
    assert colours(await talk.say(wish)) == {"black"}
    assert "red" in colours(await talk.say(other))
    await talk.say(forget)
    assert not (await talk.services.person(talk.caller)).profile.only_colours


def colours(output):
    return {item["colour"]["family"] for look in output["looks"] for item in look["items"]}


@pytest.mark.parametrize(
    ("first", "high", "shiny"),
    [
        ("wedding in Lyon on Saturday, under 150 euros, woman", "the heels are too high", "too sparkly"),
        ("un mariage à Lyon samedi, moins de 150 euros, femme", "les talons sont trop hauts", "moins de paillettes"),
        ("周六去里昂参加婚礼穿什么，150欧以内？女", "鞋跟太高了", "不要那么闪"),
    ],
)
async def test_heels_that_are_too_high_go_and_what_shines_is_toned_down(talk, first, high, shiny):
    await talk.say(first)
    flat = await talk.say(high)
    worn = {item["category"] for look in flat["looks"] for item in look["items"]}
    assert flat["looks"] and not worn & {"heels", "block_heels", "evening_sandals"}
    quiet = await talk.say(shiny)
    assert (quiet["brief"]["refinement"]["change"], bool(quiet["looks"])) == ("quieter", True)


async def test_what_could_not_stay_is_told_beside_what_came_in_its_place(talk):
    await talk.say("a cocktail party, woman")
    brief = (await talk.say("white sneakers instead"))["brief"]
    (gone,) = [one for one in brief["unmet"] if one["constraint"] == "kept"]
    kinds = ["_".join(gone[key].split()[1:]) for key in ("asked", "nearest")]
    assert len({load_categories()[kind].slot for kind in kinds}) == 1


async def test_a_colour_refused_beside_a_piece_of_another_is_refused_of_all(talk):
    await talk.say("a casual lunch, man, in grey")
    told = await talk.say("a burgundy jumper instead, no grey")
    assert told["brief"]["avoid_colours"] == ["grey"]
    assert told["looks"]
    assert not [item for look in told["looks"] for item in look["items"] if item["colour"]["family"] == "grey"]
