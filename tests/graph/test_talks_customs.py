"""Talks about what an invitation, a host or a custom asks for, against what is usual on such a day."""

import re

import pytest

from tools.events import bares


def kinds(told):
    return [{item["category"] for item in look["items"]} for look in told["looks"]]


@pytest.mark.parametrize(
    "text",
    [
        "casual wedding in Lyon on 12 June, man",
        "Un mariage à Lyon le 12 juin, le carton dit tenue décontractée. Je suis un homme",
        "六月十二日里昂的休闲婚礼，男",
    ],
)
async def test_a_card_that_is_plainer_than_the_day_is_dressed_for(talk, text):
    told = await talk.say(text)
    assert told["looks"] and told["conditions"]["dress_code"] == "festive"
    assert all(not look & {"suit_jacket", "tie", "tee", "jeans", "shorts", "cap"} for look in kinds(told))


@pytest.mark.parametrize(
    "text",
    [
        "Chinese wedding in Shanghai in May, the bride asked guests to wear red",
        "Mariage chinois à Shanghai en mai, la mariée a demandé aux invités de porter du rouge",
        "五月上海的中式婚礼，新娘让宾客穿红色",
    ],
)
async def test_what_the_hosts_ask_for_comes_before_their_custom(talk, text):
    told = await talk.say(text)
    assert told["looks"] and not told["brief"]["unmet"]
    assert all("red" in {item["colour"]["family"] for item in look["items"]} for look in told["looks"])
    assert "family:red" not in {taboo["what"] for taboo in told["conditions"]["taboos"]}


@pytest.mark.parametrize(
    "text",
    [
        "white tie ball in Vienna in February, woman",
        "bal en cravate blanche à Vienne en février, femme",
        "白领结舞会，二月维也纳，女",
    ],
)
async def test_white_tie_is_danced_in_a_gown_in_winter_too(talk, text):
    told = await talk.say(text)
    assert told["looks"] and not told["brief"]["unmet"]
    assert all("evening_gown" in look and not look & {"evening_sandals"} for look in kinds(told))


@pytest.mark.parametrize(
    "text",
    [
        "I'm a man, I want to wear a skirt to a party",
        "homme, une tenue avec une jupe pour une fête",
        "男生想穿裙子去派对",
    ],
)
async def test_a_skirt_is_anybodys_who_asks_for_one(talk, text):
    told = await talk.say(text)
    skirts = {"midi_skirt", "mini_skirt", "maxi_skirt"}
    dresses = {name for look in kinds(told) for name in look if name.endswith("dress")}
    assert told["looks"] and all(look & (skirts | dresses) for look in kinds(told))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("I use a wheelchair, outfit for a gala, woman", "wheels"),
        ("je suis en fauteuil roulant, une tenue pour un gala, femme", "roues"),
        ("我坐轮椅，参加晚宴穿什么，女", "轮子"),
        ("I'm six months pregnant, outfit for a wedding in June", "waist"),
        ("je suis enceinte de six mois, tenue pour un mariage en juin", "taille"),
        ("怀孕六个月，六月参加婚礼穿什么", "腰"),
        ("fancy dress, theme is the 80s, woman", "hire shop"),
        ("soirée déguisée années 80, homme", "louée"),
        ("周末化装舞会，女", "租"),
    ],
)
async def test_what_is_told_of_who_wears_it_is_thought_of(talk, text, says):
    told = await talk.say(text)
    assert says in told["messages"][-1].text or "location" in told["messages"][-1].text


@pytest.mark.parametrize(
    ("text", "family", "reason"),
    [
        ("a red outfit for a Chinese wedding in Shanghai in May, woman", "red", "bride"),
        ("I'd like a white dress for my cousin's wedding in June", "white", "bride"),
        ("Je voudrais une robe blanche pour le mariage de mon frère en juin", "white", "mariée"),
        ("六月去参加表姐的婚礼，我想穿一条白色连衣裙", "white", "新娘"),
        ("我要去参加中式婚礼，想穿红色的裙子", "red", "红色"),
        ("a bright pink dress for a funeral", "pink", "family"),
        ("une robe à paillettes pour un enterrement", "sequin", "retenue"),
    ],
)
async def test_what_custom_forbids_of_a_wish_is_told_of_before_a_look_without_it(talk, text, family, reason):
    told = await talk.say(text)
    items = [item for look in told["looks"] for item in look["items"]]
    assert items and {gap["constraint"] for gap in told["brief"]["unmet"]} == {"taboo"}
    assert family not in {item["colour"]["family"] for item in items}
    opening = re.split("[.。;；,，]", told["messages"][-1].text)
    assert reason in " ".join(opening[:3])


@pytest.mark.parametrize(
    ("first", "then", "asks"),
    [
        ("What do I wear to a wedding in June, woman?", "I'd like a white dress instead", True),
        ("Chinese wedding in Shanghai in May, woman", "in red please", False),
    ],
)
async def test_a_forbidden_colour_of_a_shown_look_is_refused_and_a_forbidden_piece_exchanged(talk, first, then, asks):
    await talk.say(first)
    told = await talk.say(then)
    assert bool(told["looks"]) is asks
    assert "bride" in told["messages"][-1].text


@pytest.mark.parametrize(
    "text",
    [
        "job interview outfit with a skirt suit, woman",
        "un tailleur jupe pour un entretien, femme",
        "面试想穿西装套裙，女",
    ],
)
async def test_a_skirt_suit_is_a_jacket_and_a_skirt_of_one_colour(talk, text):
    told = await talk.say(text)
    assert told["looks"]
    for look in told["looks"]:
        worn = {item["category"]: item["colour"]["family"] for item in look["items"]}
        assert worn["suit_jacket"] == worn["midi_skirt"]


@pytest.mark.parametrize(
    "text",
    [
        "Wedding in Mumbai, the couple are English Christians, I'm a woman",
        "Mariage à Bombay, les mariés sont anglais, je suis une femme",
        "孟买的婚礼，新人是英国人，我是女生",
    ],
)
async def test_whose_wedding_it_is_counts_before_where_it_is(talk, text):
    told = await talk.say(text)
    assert told["brief"]["occasion"] == "wedding" and told["looks"]
    assert all(not look & {"saree", "lehenga", "anarkali", "juttis"} for look in kinds(told))


async def test_a_wedding_in_india_is_an_indian_one_where_nobody_says_otherwise(talk):
    told = await talk.say("wedding in Mumbai in December, woman")
    assert told["brief"]["occasion"] == "indian_wedding"


@pytest.mark.parametrize(
    ("text", "head", "covered"),
    [
        ("去泰国参观寺庙，七月，女生", "头", False),
        ("Vatican visit in August, woman", "scarf over the hair", False),
        ("une visite du Vatican en août, femme", "foulard", False),
        ("mosque visit in Istanbul in May, woman", "scarf", True),
        ("visiting a gurdwara in Amritsar in March, woman", "scarf", True),
    ],
)
async def test_heads_are_covered_by_the_custom_of_the_house(talk, text, head, covered):
    told = await talk.say(text)
    assert all(("headscarf" in look) == covered for look in kinds(told))
    assert (head in told["messages"][-1].text) == covered


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("synagogue on Saturday, I'm a man", "head"),
        ("À la synagogue samedi, je suis un homme", "tête"),
        ("周六去犹太会堂，男", "头"),
    ],
)
async def test_a_man_is_told_of_his_head_in_a_synagogue(talk, text, says):
    told = await talk.say(text)
    assert told["looks"] and says in told["messages"][-1].text


@pytest.mark.parametrize(
    "text", ["my own wedding, bride, June, Lyon", "je me marie en juin à Lyon, je suis la mariée", "我是新娘，六月结婚"]
)
async def test_a_bride_is_no_guest_at_her_wedding(talk, text):
    told = await talk.say(text)
    assert told["brief"]["occasion"] == "own_wedding" and told["looks"]
    assert not told["conditions"]["taboos"]
    assert all(not look & {"blazer", "tie"} for look in kinds(told))


@pytest.mark.parametrize("text", ["athleisure look for a Saturday in May, woman", "运动休闲风的周末穿搭，五月，男"])
async def test_athleisure_is_worn_to_no_gym_and_in_no_jeans(talk, text):
    told = await talk.say(text)
    assert told["looks"] and told["conditions"]["dress_code"] == "athleisure"
    assert all(look & {"joggers", "leggings"} and not look & {"jeans", "running_shoes"} for look in kinds(told))


@pytest.mark.parametrize(
    "text",
    [
        "I'm a Muslim guest at a nikah in June, a dress",
        "une robe pour une nikah en juin, femme",
        "六月参加穆斯林婚礼，想穿连衣裙，女",
        "a cocktail dress for an Eid dinner, woman",
        "mosque visit in Istanbul in July, a dress, woman",
    ],
)
async def test_no_bare_shoulders_under_an_open_layer_by_muslim_custom(talk, text):
    told = await talk.say(text)
    assert told["looks"]
    assert "bare:arms" in {taboo["what"] for taboo in told["conditions"]["taboos"]}
    shown = await talk.services.catalog.articles([item["id"] for look in told["looks"] for item in look["items"]])
    assert not any("shoulders" in bares(article) for article in shown.values())


@pytest.mark.parametrize(
    ("text", "reason", "instead"),
    [
        ("summer dress for a garden party with stilettos", "grass", "block heel or a wedge"),
        ("robe d'été pour une garden-party avec des talons aiguilles", "herbe", "talon carré ou compensé"),
        ("夏天花园派对穿连衣裙配细高跟", "草地", "粗跟"),
        ("can I wear stilettos to a garden party?", "grass", "block heel or a wedge"),
        ("花园派对可以穿细高跟吗？", "草地", "粗跟"),
        ("wedding on a lawn in June, a dress with stilettos, woman", "grass", "block heel or a wedge"),
        ("mariage dans un jardin en juin, une robe avec des talons aiguilles", "herbe", "talon carré ou compensé"),
    ],
)
async def test_thin_heels_are_told_of_the_grass_and_of_what_stays_on_it(talk, text, reason, instead):
    told = (await talk.say(text))["messages"][-1].text
    assert reason in told and instead in told


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("safari in Kenya in July, navy trousers, man", "tsetse"),
        ("une randonnée demain en jean, homme", "mouillés"),
        ("明天爬山想穿牛仔裤，男", "不干"),
    ],
)
async def test_what_nature_frowns_on_is_put_down_to_no_host(talk, text, reason):
    assert reason in (await talk.say(text))["messages"][-1].text


async def test_heels_that_stay_on_the_grass_are_warned_of_nothing(talk):
    told = await talk.say("city trip to Rome in May with high heels, woman")
    assert not {"heels", "evening_sandals"} & kinds(told)[0]
    assert "block heel or flats" not in told["messages"][-1].text


@pytest.mark.parametrize(
    ("text", "white"),
    [
        ("my own wedding, I'm the bride, June, Lyon", "no white gown"),
        ("C'est mon mariage, je suis la mariée, juin, Lyon", "robe blanche"),
        ("我自己的婚礼，我是新娘，六月，里昂", "白色"),
    ],
)
async def test_a_bride_is_told_why_she_is_not_in_white(talk, text, white):
    told = (await talk.say(text))["messages"][-1].text.lower()
    assert white in told


@pytest.mark.parametrize(
    "text",
    [
        "my own wedding, bride, June, I'd like a navy dress",
        "I'm the bride at my own Chinese wedding in May, a red dress",
        "my own wedding in June, I'm the groom",
    ],
)
async def test_who_chose_another_colour_or_is_no_bride_is_told_of_no_white_gown(talk, text):
    assert "white gown" not in (await talk.say(text))["messages"][-1].text


@pytest.mark.parametrize(
    "text",
    [
        "I'm invited to a wedding and the invitation says everyone in white please, I'm a woman",
        "L'invitation demande à tout le monde de venir en blanc, mariage en juillet, femme",
        "请柬上要求宾客都穿白色，七月的婚礼，女士",
        "婚礼主题是白色，女士",
    ],
)
async def test_guests_who_are_asked_to_come_in_white_are_in_white_from_head_to_toe(talk, text):
    told = await talk.say(text)
    assert told["looks"] and not told["brief"]["unmet"]
    clothes = {"one_piece", "base_top", "bottom", "mid"}
    worn = [item for look in told["looks"] for item in look["items"] if item["slot"] in clothes]
    assert {item["colour"]["family"] for item in worn} <= {"white", "cream"}
    assert not {"family:white", "family:cream"} & {taboo["what"] for taboo in told["conditions"]["taboos"]}


@pytest.mark.parametrize(
    "text",
    [
        "Chinese wedding, the theme is red, woman",
        "le thème du mariage est le rouge, mariage chinois, femme",
        "中式婚礼，主题色是红色，女士",
    ],
)
async def test_a_theme_of_a_wedding_is_what_its_hosts_ask_for(talk, text):
    told = await talk.say(text)
    assert told["looks"] and told["brief"]["host_colours"] == ["red"]


@pytest.mark.parametrize(
    "text",
    [
        "The card says cocktail, I want to wear white to the wedding, woman",
        "Le carton dit cocktail, je voudrais porter du blanc au mariage, femme",
        "婚礼请柬写着鸡尾酒会，我想穿白色，女士",
    ],
)
async def test_what_a_guest_wants_beside_the_card_is_no_wish_of_the_hosts(talk, text):
    assert not (await talk.say(text))["brief"]["host_colours"]
