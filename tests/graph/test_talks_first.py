"""First turns as people write them: what they ask is dressed whole, examples keep to what was asked, gaps are told."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "sightseeing on foot in Helsinki in January, -10, man, allergic to wool",
        "Helsinki à pied en janvier, -10, femme, allergique à la laine",
        "零下十度去赫尔辛基玩，男，对羊毛过敏",
    ],
)
async def test_a_warm_hat_that_the_shop_has_not_is_told_of(talk, text):
    told = await talk.say(text)
    worn = {item["category"] for look in told["looks"] for item in look["items"]}
    assert worn and not worn & {"fedora", "sun_hat"}
    assert "warm_hat" in {one["constraint"] for one in told["brief"]["unmet"]}
    assert any(word in told["messages"][-1].text for word in ("warm hat", "bonnet", "保暖帽"))


@pytest.mark.parametrize(
    ("text", "colours"),
    [
        ("does navy go with black?", {"navy", "black"}),
        ("camel et bleu marine, ça va ensemble ?", {"beige", "navy"}),
        ("藏青色能配黑色吗？", {"navy", "black"}),
    ],
)
async def test_every_example_of_two_colours_has_both(talk, text, colours):
    looks = (await talk.say(text))["looks"]
    assert looks
    assert all(colours <= {item["colour"]["family"] for item in look["items"]} for look in looks)


@pytest.mark.parametrize(
    "text",
    [
        "Can I wear white to a wedding? If not, what colour would you pick?",
        "je peux mettre du blanc à un mariage ? sinon quelle couleur ?",
        "婚礼可以穿白色吗？",
    ],
)
async def test_what_is_better_left_at_home_is_not_shown(talk, text):
    assert (await talk.say(text))["looks"] == []


@pytest.mark.parametrize(
    "text", ["c'est quoi une tenue de soirée exactement ?", "what is formal attire?", "什么是晚宴着装？"]
)
async def test_a_code_that_is_explained_comes_with_no_looks_off_it(talk, text):
    told = await talk.say(text)
    assert (told["brief"]["about"], told["looks"]) == (["guide"], [])


@pytest.mark.parametrize(
    "text",
    [
        "we're moving house on Saturday, clothes I can lift boxes in, woman",
        "je déménage samedi, que mettre pour porter des cartons ? femme",
        "周六搬家，穿什么方便搬东西，女",
    ],
)
async def test_boxes_are_lifted_in_trousers_and_closed_shoes(talk, text):
    looks = (await talk.say(text))["looks"]
    worn = [{item["category"] for item in look["items"]} for look in looks]
    trousers = {"jeans", "cargo_trousers", "trousers", "hiking_trousers", "overalls", "chinos", "joggers"}
    assert worn and all(one & trousers for one in worn)
    assert not any(one & {"ballet_flats", "sandals", "heels", "shirt_dress", "casual_dress"} for one in worn)


@pytest.mark.parametrize(
    "text",
    [
        "interview for a job as a nurse in a hospital, woman, I only wear flat shoes",
        "entretien pour un poste d'infirmière à l'hôpital, je ne porte que des chaussures plates",
        "面试医院的护士，女，只穿平底鞋",
    ],
)
async def test_who_works_in_a_hospital_is_dressed_whole_and_not_ill(talk, text):
    told = await talk.say(text)
    reply = told["messages"][-1].text
    assert all(len(look["items"]) > 2 for look in told["looks"]) and told["looks"]
    assert not any(
        word in reply for word in ("well soon", "Get well", "Remettez", "rétablissement", "Prenez soin", "早日")
    )


@pytest.mark.parametrize(
    "text",
    [
        "one thing to brighten up my all-black outfits, 50 euros",
        "une seule pièce pour égayer mes tenues noires, 50 euros, femme",
        "想要一件单品提亮我的一身黑，五十欧以内，女",
    ],
)
async def test_what_livens_up_black_is_one_piece_of_another_colour(talk, text):
    looks = (await talk.say(text))["looks"]
    assert looks and all(len(look["items"]) == 1 for look in looks)
    assert not {item["colour"]["family"] for look in looks for item in look["items"]} & {"black", "grey", "white"}
