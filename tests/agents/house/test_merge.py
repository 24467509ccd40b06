import re
from typing import get_args

import pytest

from agents.contracts import Voice
from agents.gate import CURRENCY, DIGIT, TOKEN, Facts, load_words, objection
from agents.house.merge import LOOKING, PLANS, write
from agents.known import known_of, worn_of
from stores.vocabulary import (
    Advice,
    Budget,
    Change,
    Conditions,
    Garment,
    Intent,
    Language,
    Refinement,
    Swap,
    Taboo,
    Unmet,
)
from tests.agents.house.merge_requests import (
    BLAZERS,
    CRITIQUES,
    DRESS,
    LANGUAGES,
    OWNED,
    SKIES,
    SUIT,
    grid,
    piece,
    rendered,
    request,
    stated,
)


def words(text: str, language: Language) -> int:
    return len(re.findall(r"[\u3400-\u9fff]", text)) if language == "zh" else len(text.split())


def test_every_intent_has_a_plan() -> None:
    assert {*PLANS, *LOOKING} == set(get_args(Intent))
    assert not LOOKING & set(PLANS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_facts_appear_only_as_known_tokens(language: Language) -> None:
    for name, asked in grid(language):
        reply = "".join(write(asked))
        assert set(TOKEN.findall(reply)) <= set(asked.facts), name
        bare = TOKEN.sub("", reply)
        assert not (DIGIT.search(bare) or CURRENCY.search(bare) or "[" in bare or "{" in bare), (name, reply)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_prose_is_clean(language: Language) -> None:
    for name, asked in grid(language):
        text = rendered(asked)
        assert text.strip(), name
        assert not load_words(language).blocked.search(text), (name, text)
        assert not re.search(r"  |\s[,.]|\.\.|,,|，，|。。|[,;:，；：][.。]", text), (name, text)
        assert text.count("(") == text.count(")") and text.count("«") == text.count("»"), (name, text)
        assert text.count("!") + text.count("！") <= 1, (name, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gate_lets_every_sentence_leave(language: Language) -> None:
    for name, asked in grid(language):
        worn = {key: worn_of(each) for look in asked.looks for key, each in look.pieces.items()}
        colours = {key: each.colours for key, each in worn.items()}
        known = known_of(asked, worn, frozenset())
        facts = Facts(language, asked.facts, colours, frozenset(asked.brief.colours), known=known)
        for sentence in write(asked):
            assert objection(sentence.strip(), facts) is None, (name, sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sentence_is_whole(language: Language) -> None:
    ends = ("。", "？", "！") if language == "zh" else (". ", "? ", "! ")
    for name, asked in grid(language):
        for sentence in write(asked):
            assert sentence.endswith(ends), (name, sentence)
            assert sentence.startswith("[[") or not sentence[0].islower(), (name, sentence)


def test_english_articles_and_numbers_agree() -> None:
    for name, asked in grid("en"):
        text = rendered(asked)
        assert not re.search(r"\b[Aa] [aeio]\w|\b[Aa]n [^aeiouh\W]", text), (name, text)
        assert not re.search(r"\b(jeans|trousers|boots|loafers|sandals|shoes) (is|does|has|goes|needs)\b", text), text


def test_french_contracts_and_elides() -> None:
    for name, asked in grid("fr"):
        text = rendered(asked)
        assert not re.search(r"\b(de|à) (le|les)\b(?! (mettre|porter))", text), (name, text)
        assert not re.search(r"(?<![-\w])(le|la|de|que|ne|se|je) [aeéèêiouh]\w*(?<!haut)(?<!huit)\b", text.lower()), (
            name,
            text,
        )


@pytest.mark.parametrize(("language", "least", "most"), [("en", 45, 120), ("fr", 40, 125), ("zh", 60, 230)])
def test_an_outfit_takes_a_short_paragraph(language: Language, least: int, most: int) -> None:
    for name, asked in grid(language):
        if name.startswith("outfit"):
            assert least <= words(rendered(asked), language) <= most, (name, rendered(asked))


@pytest.mark.parametrize("language", LANGUAGES)
def test_off_topic_is_one_sentence(language: Language) -> None:
    for number in range(20):
        asked = request(language, intent="off_topic", text=f"capital {number}")
        assert len(list(write(asked))) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_request_gives_the_same_words(language: Language) -> None:
    for _, asked in grid(language):
        assert list(write(asked)) == list(write(asked.model_copy(deep=True)))


@pytest.mark.parametrize(("language", "least"), [("en", 40), ("fr", 40), ("zh", 40)])
def test_replies_to_the_same_facts_begin_differently(language: Language, least: int) -> None:
    firsts = {next(write(request(language, [SUIT, DRESS], text=f"text {n}", occasion="wedding"))) for n in range(100)}
    assert len(firsts) >= least


def test_a_reply_does_not_begin_as_the_last_ones_did() -> None:
    openings = ["I'd wear the", "For the wedding", "Wear the", "Go with"]
    for number in range(50):
        first = next(write(request("en", [SUIT], text=f"text {number}", occasion="wedding", openings=openings)))
        assert first.split()[0] not in {"I'd", "For", "Wear", "Go"}


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8])
def test_the_voice_caps_the_sentences(count: int) -> None:
    asked = request("en", [DRESS, SUIT, OWNED], sky=SKIES["spring"], voice=Voice(sentences=count), occasion="wedding")
    sentences = list(write(asked))
    assert len(sentences) <= count
    assert "[[1.1.name]]" in sentences[0]


def test_the_voice_may_begin_with_the_reason_and_end_with_an_emoji() -> None:
    voice = Voice(lead="reason", emoji=True)
    sentences = list(write(request("en", [DRESS], why=["colour:neutral", "texture:contrast"], voice=voice)))
    assert "[[1.1.name]]" not in sentences[0]
    assert "[[1.1.name]]" in sentences[1]
    assert sentences[-1].strip()[-1] not in ".?!"


def test_an_absent_fact_is_not_spoken_of() -> None:
    asked = request("en", [DRESS], sky=SKIES["summer"])
    for key in ("temp_min", "temp_max", "place", "1.total", "rain_chance", "budget"):
        asked.facts.pop(key)
    assert set(TOKEN.findall("".join(write(asked)))) <= set(asked.facts)


def test_a_coat_is_named_in_full_where_it_first_comes_up() -> None:
    for number in range(30):
        reply = rendered(request("en", [SUIT], sky=SKIES["spring"], text=str(number)))
        assert reply.index("the olive rain jacket") <= reply.index("rain jacket")


def test_a_piece_is_named_in_full_once() -> None:
    for number in range(30):
        reply = "".join(write(request("en", [SUIT], why=["asked:blazer", "shoes:walkable"], text=str(number))))
        assert reply.count("[[1.1.name]]") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_care_names_somebody_to_talk_to_and_shows_no_clothes(language: Language) -> None:
    helper = {"en": "doctor", "fr": "médecin", "zh": "医生"}[language]
    for number in range(10):
        reply = "".join(write(request(language, [DRESS], text=f"{number}", refers_to=["care"], intent="smalltalk")))
        assert helper in reply
        assert "[[" not in reply


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "more", [{}, {"intent": "find", "categories": ["winter_coat"]}, {"refinement": {"change": "cheaper"}}]
)
def test_a_budget_that_cannot_be_met_is_the_answer(language: Language, more: dict[str, object]) -> None:
    gap = [Unmet(constraint="budget", asked="20 EUR", nearest="174 EUR")]
    for number in range(10):
        asked = request(language, text=str(number), unmet=gap, **more)
        if "refinement" in more:
            del asked.facts["budget"]
        assert "[[near.total]]" in next(write(asked))


def test_a_change_is_answered_without_the_weather_and_the_customs_again() -> None:
    for number in range(20):
        told = {
            "text": str(number),
            "occasion": "wedding",
            "sky": SKIES["spring"],
            "notes": ["weather:normals", "host_wins"],
        }
        first = "".join(write(request("en", [SUIT], **told)))
        later = "".join(write(request("en", [SUIT], refinement=Refinement(change="other"), **told)))
        assert "[[temp_max]]" in first
        assert not re.search(r"temp_|forecast|usual|invitation|host|[Ss]ay |[Tt]ell me", later), later


def test_a_rate_is_said_in_the_turn_that_names_a_sum() -> None:
    given = {"notes": ["rates:EUR:USD:1.10"], "turn": 3}
    for text, said in (("under 60 dollars", True), ("something similar", False)):
        asked = request("en", [DRESS], text=text, **given)
        asked.facts["rate"] = "1 EUR = 1.10 USD"
        assert ("[[rate]]" in "".join(write(asked))) is said


def test_no_rate_is_said_where_nothing_has_a_price() -> None:
    gap = Unmet(constraint="colour", asked="white", nearest="cream kurta")
    asked = request(
        "en", text="a white kurta under 50 dollars", intent="find", unmet=[gap], notes=["rates:EUR:USD:1.10"]
    )
    asked.facts |= {"rate": "1 EUR = 1.10 USD", "near.piece": "a cream kurta"}
    assert "[[rate]]" not in "".join(write(asked))


def test_an_offer_stands_in_about_half_of_the_first_answers() -> None:
    replies = [rendered(request("en", [SUIT], text=str(number), occasion="wedding")) for number in range(60)]
    offered = sum(bool(re.search(r"[Tt]ell me|say so|[Ss]ay |name it|Name a sum", reply)) for reply in replies)
    assert 15 <= offered <= 45


def test_what_is_worn_is_told_piece_by_piece() -> None:
    worn = [stated("own-a", "sneakers", "white", "footwear"), stated("own-b", "shirt", "grey", "base_top")]
    advice = Advice(swap=[Swap(out="own-a", in_=None, why="")])
    for number in range(10):
        asked = request("en", text=str(number), intent="relook", owned=worn, critique=CRITIQUES[1], advice=advice)
        assert "the white sneakers" in next(write(asked))


def test_articles_of_one_name_are_told_apart_by_price() -> None:
    reply = rendered(request("en", [BLAZERS[0]] * 3, intent="find", text="blazers"))
    assert reply.count("the black wool blazer") == 1


def test_unknown_prices_are_said_and_never_promised() -> None:
    gap = [Unmet(constraint="budget", asked="150 EUR", nearest="price unknown")]
    asked = request(
        "en", [SUIT], unmet=gap, notes=["price_unknown"], priced=False, budget=Budget(max=9, currency="EUR")
    )
    reply = "".join(write(asked))
    assert "price" in reply
    assert "near.total" not in reply


def test_jeans_at_the_opera_are_too_plain_and_a_gown_at_the_office_too_dressed() -> None:
    opera = Conditions(formality=(6.5, 8))
    office = Conditions(formality=(3.5, 5))
    no = rendered(request("en", intent="ask_advice", categories=["jeans"], occasion="opera", sky=opera))
    much = rendered(request("en", intent="ask_advice", categories=["evening_gown"], occasion="office", sky=office))
    assert re.match(r"I wouldn't|Better not|No,", no)
    assert re.match(r"You could|A bit much", much)


def test_a_taboo_that_was_asked_for_is_said_with_who_decides() -> None:
    sky = Conditions(taboos=[Taboo(what="family:red", why="the bride's", hard=True)])
    for number in range(10):
        reply = rendered(request("en", [SUIT], text=str(number), colours=["red"], occasion="chinese_wedding", sky=sky))
        assert re.search(r"[Rr]ed\b.*\bhosts", reply)


def test_an_owned_look_says_that_nothing_is_to_be_bought() -> None:
    asked = request("en", [[each.model_copy(update={"source": "wardrobe"}) for each in OWNED]])
    asked.looks[0].owned = True
    assert re.search(r"own|wardrobe|home|have it all|buy|what you have", rendered(asked))


def test_colours_of_an_owned_piece_are_read_for_advice() -> None:
    shape = {"id": "own-1", "name": "x", "category": "trousers", "slot": "bottom", "formality": 4, "clo": 0.2}
    colours = [{"name": "grey", "family": "grey", "hex": "#888888"}]
    owned = [Garment.model_validate({**shape, "colours": colours})]
    assert "grey" in rendered(request("en", intent="ask_advice", owned=owned)).lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_comes_twice_in_a_thread(language: Language) -> None:
    asked = request(language, [SUIT], why=["colour:neutral", "texture:contrast"], sky=SKIES["summer"])
    first = list(write(asked))
    second = list(write(asked.model_copy(update={"turn": 2, "said": ["".join(first)]})))
    assert not set(first) & set(second)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_taboo_is_said_once(language: Language) -> None:
    white = {"en": "hite", "fr": "blanc", "zh": "白色"}[language]
    asked = request(language, [DRESS], colours=["white"], occasion="wedding", sky=SKIES["spring"])
    first = "".join(write(asked))
    assert white in first
    assert white not in "".join(write(asked.model_copy(update={"said": [first]})))


def test_french_says_tu_to_somebody_who_does() -> None:
    for _, asked in grid("fr"):
        reply = "".join(write(asked.model_copy(update={"familiar": True})))
        assert not re.search(r"\b(?<!rendez-)(vous|votre|vos)\b", reply, re.IGNORECASE), reply


def test_two_reasons_are_not_about_one_piece() -> None:
    why = ["colour:accent:green", "asked:cocktail_dress"]
    told = rendered(request("en", [DRESS], why=why, categories=["cocktail_dress"]))
    assert told.count("cocktail dress") == 2, told


def test_a_kind_of_many_was_not_asked_for_by_name() -> None:
    why, kinds = ["asked:trousers"], ["trousers", "chinos", "jeans", "cargo_trousers"]
    assert "asked" not in rendered(request("en", [SUIT], why=why, categories=kinds))


def test_a_dinner_jacket_is_said_to_be_short_of_white_tie() -> None:
    evening = [piece("mid", "tuxedo_jacket", "black"), piece("bottom", "tuxedo_trousers", "black")]
    sky = Conditions(dress_code="white_tie", formality=(7.5, 9))
    assert "tailcoat" in rendered(request("en", [evening], sky=sky, occasion="white_tie", why=["code:white_tie"]))
    black = sky.model_copy(update={"dress_code": "black_tie"})
    assert "tailcoat" not in rendered(request("en", [evening], sky=black, occasion="black_tie"))


def test_a_fascinator_is_no_shelter_from_the_sun() -> None:
    hat = [piece("headwear", "fascinator", "green")]
    asked = request("en", [hat], intent="ask_advice", slots=["headwear"], occasion="wedding", sky=Conditions(uv=7))
    assert "fascinator" in rendered(asked) and "sun" not in rendered(asked)


def test_jeans_that_are_too_plain_are_not_offered() -> None:
    sky = Conditions(formality=(5, 7), dress_code="cocktail")
    asked = request(
        "en",
        [[piece("bottom", "jeans", "blue")]],
        intent="ask_advice",
        categories=["jeans"],
        occasion="theatre",
        sky=sky,
    )
    assert "[[1.1" not in "".join(write(asked))


def test_dislikes_of_one_look_are_one_opinion() -> None:
    dislikes = [Change(target="feedback", action="set", key=f"family:{one}", value=-1) for one in ("red", "blue")]
    assert len(list(write(request("en", intent="feedback", changes=dislikes)))) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_known_of_a_person_is_told_from_facts(language: Language) -> None:
    nothing = request(language, intent="profile")
    known = nothing.model_copy(update={"facts": {"known.clothes": "M", "known.place": "Lyon", "wardrobe": "X"}})
    reply = "".join(write(known))
    assert {"known.clothes", "known.place", "wardrobe"} == set(TOKEN.findall(reply))
    assert not TOKEN.findall("".join(write(nothing)))


def test_a_warmer_look_is_named_by_its_warmest_layer() -> None:
    worn = [piece("base_top", "shirt", "blue", clo=0.25), piece("mid", "blazer", "grey", clo=0.35), *SUIT[2:4]]
    asked = request("en", [worn], refinement=Refinement(change="warmer"), colours=["blue"])
    first = next(iter(write(asked)))
    assert first.index("[[1.2") < first.index("[[1.1")


def test_no_sleeve_is_rolled_at_an_interview() -> None:
    for text in map(str, range(20)):
        asked = request("en", [SUIT], text=text, occasion="job_interview")
        assert not re.search(r"roll|half-tuck|undone", rendered(asked), re.IGNORECASE)
