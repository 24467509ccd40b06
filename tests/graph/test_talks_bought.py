"""Conversations of several turns that end in a purchase: what is refused, compared, taken, or owned already."""

import pytest


def kinds(run):
    return {item["category"] for look in run["looks"] for item in look["items"]}


WARM_COATS = {"winter_coat", "overcoat", "down_jacket", "parka"}


@pytest.mark.parametrize("text", ["a thick coat, man", "un manteau vraiment chaud, homme", "要保暖的大衣，男，L码"])
async def test_a_coat_that_is_to_be_warm_is_no_trench(talk, text):
    found = await talk.say(text)
    assert set(found["brief"]["categories"]) == WARM_COATS
    assert found["brief"]["wanted"][0]["warm"]


async def test_who_is_always_cold_told_no_weather_and_no_usual_sum(talk):
    found = await talk.say("an overcoat, man, L, 150 max. I am always cold")
    assert found["brief"]["stated_weather"] == []
    assert [change["key"] for change in found["brief"]["changes"]] == ["warmth_offset_c"]


@pytest.mark.parametrize(
    ("first", "text", "refused"),
    [
        ("a winter coat, woman, M", "no down jackets, I look enormous in them", "down_jacket"),
        ("un manteau d'hiver, femme, M", "pas de parka, j'ai l'air énorme avec", "parka"),
        ("冬天的大衣，女，M码", "不要羽绒服，显得我很胖", "down_jacket"),
    ],
)
async def test_a_hard_word_that_tells_why_a_piece_is_refused_still_refuses_it(talk, first, text, refused):
    await talk.say(first)
    found = await talk.say(text)
    assert found["looks"]
    assert refused in found["brief"]["avoid_categories"]
    assert found["brief"]["refers_to"] == ["body"]
    assert refused not in kinds(found)


@pytest.mark.parametrize(
    ("first", "text", "says"),
    [
        ("a winter coat, man, L", "which one keeps me warmest?", "warmest"),
        ("un manteau d'hiver, homme, L", "lequel tient le plus chaud ?", "chaud"),
        ("冬天的大衣，男，L码", "哪件最保暖？", "暖"),
    ],
)
async def test_which_is_warmest_is_told_and_changes_nothing(talk, first, text, says):
    before = await talk.say(first)
    found = await talk.say(text)
    assert found["brief"]["about"] == ["compare"]
    assert [look["id"] for look in found["looks"]] == [look["id"] for look in before["looks"]]
    assert says in found["messages"][-1].text


@pytest.mark.parametrize(
    ("first", "text", "size"),
    [
        ("a winter coat, woman, M", "I'll take the second. which ankle boots with it? I take a 38", "in a 38"),
        ("un manteau d'hiver, femme, M", "je prends le deuxième. quelles bottines avec ? je chausse du 38", "38"),
        ("冬天的大衣，女，M码", "就要第二件。配什么短靴？我穿38码", "38 码"),
    ],
)
async def test_what_is_asked_for_beside_what_is_taken_is_found_in_the_size_of_the_feet(talk, first, text, size):
    await talk.say(first)
    found = await talk.say(text)
    assert {item["slot"] for look in found["looks"] for item in look["items"]} == {"footwear"}
    assert found["brief"]["sizes"] == {"clothes": "M", "shoes": "38"}
    assert {"shoes": "38"} in [change["value"] for change in found["brief"]["changes"]]
    assert size in found["messages"][-1].text
    assert " M" not in found["messages"][-1].text


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("a wedding outfit, man, L, 43", "ah, I do have brown derbies"),
        ("une tenue de mariage, homme, L, 43", "ah, des derbies marron j'en ai"),
        ("婚礼怎么穿？男，L码，鞋43", "对了，棕色德比鞋我有"),
    ],
)
async def test_shoes_that_are_there_after_all_come_into_the_look(talk, first, text):
    before = await talk.say(first)
    found = await talk.say(text)
    assert found["brief"]["owned"][0]["category"] == "derbies"
    rest = {item["id"] for item in before["looks"][0]["items"] if item["slot"] != "footwear"}
    assert rest <= {item["id"] for item in found["looks"][0]["items"]}


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("a party outfit, woman, M", "and what does my star sign say?"),
        ("une tenue de fête, femme, M", "et mon signe astro, il dit quoi ?"),
        ("派对穿什么？女，M码", "顺便帮我占卜一下"),
    ],
)
async def test_the_stars_are_no_matter_of_clothes(talk, first, text):
    await talk.say(first)
    found = await talk.say(text)
    assert (found["brief"]["intent"], found["looks"]) == ("off_topic", [])


@pytest.mark.parametrize(
    "text",
    [
        "a day in Rome in july, how do I dress in such heat? man, L",
        "un jour à Rome en juillet, comment m'habiller par cette chaleur ? homme, L",
        "七月去罗马一天，这么热怎么穿？男，L码",
    ],
)
async def test_a_heat_that_is_pointed_at_is_weather(talk, text):
    assert (await talk.say(text))["brief"]["stated_weather"] == ["hot"]


@pytest.mark.parametrize(
    ("texts", "worn_by", "colour"),
    [
        (["a cardigan for my wife's birthday, she wears M, under 90 euros", "in navy"], "women", "navy"),
        (
            ["un gilet pour l'anniversaire de ma femme, elle fait du M, 90 euros", "en bleu marine"],
            "women",
            "navy",
        ),
        (["老婆过生日想送她一件开衫，M码，90欧以内", "要藏青色的"], "women", "navy"),
        (["a shirt as a present for my brother, he takes an L, 90 euros at most", "in white"], "men", "white"),
        (["une chemise à offrir à mon frère, il porte du L, 90 euros maximum", "en blanc"], "men", "white"),
        (["想送我哥哥一件衬衫，他穿L码，90欧以内", "白色的"], "men", "white"),
    ],
)
async def test_a_piece_to_give_is_found_alone_for_who_gets_it(talk, texts, worn_by, colour):
    for text in texts:
        found = await talk.say(text)
        assert {look["kind"] for look in found["looks"]} == {"article"}
        assert (found["brief"]["presentation"], found["brief"]["budget"]["per"]) == (worn_by, "item")
        assert found["brief"]["occasion"] is None
        assert not [change for change in found["brief"]["changes"] if change["key"] in ("sizes", "presentation")]
    assert colour in {item["colour"]["family"] for look in found["looks"] for item in look["items"]}


@pytest.mark.parametrize(
    "text",
    [
        "a dress for my husband's birthday, I'm a woman and I wear M",
        "une robe pour l'anniversaire de mon mari, je fais du M",
        "老公过生日，我想买条连衣裙，我穿M码",
    ],
)
async def test_a_dress_for_his_birthday_is_worn_by_who_goes(talk, text):
    found = await talk.say(text)
    assert (found["brief"]["presentation"], found["brief"]["occasion"]) == ("women", "birthday")
    assert {look["kind"] for look in found["looks"]} == {"outfit"}


@pytest.mark.parametrize(
    ("texts", "size"),
    [
        (["a jumper as a gift for my dad, he's an XL", "in navy", "and a skirt for me, I'm an S"], "S"),
        (["un pull à offrir à mon père, il fait du XL", "en bleu marine", "et une jupe pour moi, je fais du S"], "S"),
        (["想送我爸一件毛衣，他穿XL码", "藏青色的", "再给我自己找条半身裙，我穿S码"], "S"),
    ],
)
async def test_what_is_asked_for_oneself_next_has_nothing_of_the_present(talk, texts, size):
    for text in texts:
        found = await talk.say(text)
    assert (found["brief"]["presentation"], found["brief"]["colours"]) == ("women", [])
    assert found["brief"]["sizes"]["clothes"] == size
    assert {"clothes": size} in [change["value"] for change in found["brief"]["changes"]]
    assert found["looks"]


@pytest.mark.parametrize(
    ("first", "text", "cloth"),
    [
        ("a merino jumper, man, L", "what's the first one made of?", "merino"),
        ("un pull en mérinos, homme, L", "et le premier, il est en quoi ?", "mérinos"),
        ("美利奴羊毛毛衣，男，L码", "第一件是什么料子？", "美利奴"),
    ],
)
async def test_what_it_is_made_of_is_told(talk, first, text, cloth):
    await talk.say(first)
    found = await talk.say(text)
    assert found["brief"]["about"] == ["fabric"]
    assert cloth in found["messages"][-1].text


@pytest.mark.parametrize(
    "texts",
    [
        [
            "a hike in the Alps in june, woman, S, 38",
            "I want a fleece with it",
            "I need a 39 actually, with wool socks",
        ],
        ["rando dans les Alpes en juin, femme, S, 38", "il me faut une polaire avec", "il me faut du 39 en fait"],
        ["六月去阿尔卑斯徒步，女，S码，鞋38", "要配一件抓绒衣", "其实鞋要39的，要穿羊毛袜"],
    ],
)
async def test_what_comes_along_is_added_and_a_size_of_shoes_put_right(talk, texts):
    first, added, resized = [await talk.say(text) for text in texts]
    assert "fleece" in kinds(added)
    assert {look["kind"] for look in added["looks"]} == {"outfit"}
    shown = {item["id"] for item in first["looks"][0]["items"]}
    assert shown <= {item["id"] for item in added["looks"][0]["items"]}
    assert resized["brief"]["sizes"] == {"clothes": "S", "shoes": "39"}
    assert resized["brief"]["occasion"] == "hike"


async def test_a_size_that_is_far_from_the_shoes_is_one_of_clothes(talk):
    await talk.say("une robe d'été, femme, 38 aux pieds")
    assert (await talk.say("il me faut du 44"))["brief"]["sizes"]["shoes"] == "38"


@pytest.mark.parametrize(
    ("first", "text", "kind"),
    [
        ("a hike in the Alps in june, woman, S, 38", "only the boots please", "hiking_boots"),
        ("rando dans les Alpes en juin, femme, S, 38", "juste les bottes", "hiking_boots"),
        ("六月去阿尔卑斯徒步，女，S码，鞋38", "只看靴子", "hiking_boots"),
    ],
)
async def test_the_boots_of_a_hike_are_boots_to_hike_in(talk, first, text, kind):
    await talk.say(first)
    found = await talk.say(text)
    assert kinds(found) == {kind}


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("black tie, man, L, 43", "the jacket in midnight blue, not in black"),
        ("black tie, homme, L, 43", "la veste plutôt bleu marine que noire"),
        ("black tie晚宴，男，L码，鞋43", "外套要藏青色，不要黑的"),
    ],
)
async def test_a_jacket_that_is_not_to_be_black_leaves_the_shoes_black(talk, first, text):
    await talk.say(first)
    look = (await talk.say(text))["looks"][0]
    worn = {item["category"]: item["colour"]["family"] for item in look["items"]}
    assert (worn["tuxedo_jacket"], worn["patent_shoes"]) == ("navy", "black")


@pytest.mark.parametrize(
    ("present", "text"),
    [
        ("a present for my mum, 50 euros max", "she has enough scarves"),
        ("a present for my mum, 50 euros max", "she already has lots of scarves"),
        ("un cadeau pour ma mère, 50 euros max", "elle a déjà plein de foulards"),
        ("un cadeau pour ma mère, 50 euros max", "elle a assez de foulards"),
        ("给我妈买个礼物，50欧以内", "她已经有很多围巾了"),
    ],
)
async def test_what_somebody_has_plenty_of_is_no_present_for_them(talk, present: str, text: str):
    await talk.say(present)
    told = await talk.say(text)
    assert told["looks"]
    assert "scarf" not in {item["category"] for look in told["looks"] for item in look["items"]}
