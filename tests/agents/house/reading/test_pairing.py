"""Which pieces it is asked of if they go together; what only sounds like it is a wish, or the critic's matter."""

from datetime import date

import pytest

from agents.contracts import UnderstandRequest
from agents.house.lexicon import load_lexicon
from agents.house.merge import write
from agents.house.phrases import load_phrases
from agents.house.reading.pairing import pairing_asked, pairing_of
from agents.house.reading.text import read
from agents.house.understand import understand
from stores.vocabulary import Language
from tests.agents.house.merge_requests import request


def asked(text: str, language: Language) -> list[str]:
    return [one.garment.category for one in pairing_asked(read(text, load_lexicon(language)))]


ASKED = [
    ("en", "does a red blouse go with green trousers?", ["blouse", "trousers"]),
    ("en", "gold earrings with a silver necklace?", ["earrings", "necklace"]),
    ("en", "can I wear a denim jacket with a pencil skirt", ["denim_jacket", "midi_skirt"]),
    ("en", "would a burgundy jumper clash with a blue skirt?", ["sweater", "midi_skirt"]),
    ("en", "do brown boots go with a navy suit?", ["ankle_boots", "suit_jacket"]),
    ("fr", "un manteau camel va avec un costume bleu marine ?", ["overcoat", "suit_jacket"]),
    ("zh", "粉色衬衫配藏青西装可以吗？", ["shirt", "suit_jacket"]),
    ("fr", "est-ce qu'une chemise rose va avec un pantalon gris ?", ["shirt", "trousers"]),
    ("fr", "un blouson en cuir va bien avec une robe de soirée ?", ["leather_jacket", "evening_gown"]),
    ("zh", "红色上衣配绿色裤子好看吗？", ["tee", "trousers"]),
    ("en", "brown loafers with a navy suit, good idea?", ["loafers", "suit_jacket"]),
    ("fr", "un pull bordeaux jure avec une jupe bleue ?", ["sweater", "midi_skirt"]),
    ("zh", "红上衣和绿裤子会不会撞？", ["tee", "trousers"]),
    ("zh", "黑色裙子和棕色靴子搭吗", ["casual_dress", "ankle_boots"]),
]


@pytest.mark.parametrize(("language", "text", "categories"), ASKED, ids=[text for _, text, _ in ASKED])
def test_it_is_asked_of_pieces_if_they_go_together(language, text, categories):
    found = asked(text, language)
    assert len(found) == len(categories)
    assert found[0] == categories[0] or language == "zh"
    brief = understand(UnderstandRequest(text=text, today=date(2026, 11, 21)))
    assert (brief.intent, brief.about) == ("ask_advice", ["guide"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "what shoes go with a green dress?"),
        ("en", "I need a blazer that goes with grey trousers"),
        ("en", "does my navy blazer go with grey chinos?"),
        ("en", "show me a white shirt with black trousers"),
        ("en", "do trainers go with a suit at a wedding?"),
        ("en", "does a backpack go with a suit?"),
        ("fr", "quelles chaussures vont avec une robe verte ?"),
        ("fr", "trouve-moi un pull qui va avec un jean"),
        ("zh", "绿色连衣裙配什么鞋？"),
        ("zh", "我的藏青西装配灰裤子行吗"),
    ],
)
def test_what_is_to_be_found_or_is_ones_own_is_not_asked_so(language, text):
    assert asked(text, language) == []


def test_what_was_but_called_by_its_kind_is_told_apart():
    found = pairing_asked(read("does a white top go with black oxfords?", load_lexicon("en")))
    assert [one.is_kind for one in found] == [True, False]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "does a red blouse go with green trousers?", ("red blouse", "green trousers")),
        ("en", "can I wear a skirt with jeans?", ("the skirt", "the jeans")),
        ("fr", "est-ce qu'une chemise rose va avec un pantalon gris ?", ("la chemise rose", "le pantalon gris")),
        ("en", "would a grey jumper clash with a green skirt?", ("the grey sweater", "neutral", "Not at all")),
        ("zh", "黑色裙子和棕色靴子搭吗？", ("黑色裙子", "棕色靴子")),
        ("en", "do brown shoes go with a navy suit?", ("brown shoes", "the navy suit")),
        ("fr", "un manteau camel va avec un costume bleu marine ?", ("manteau camel", "le costume bleu marine")),
        ("zh", "粉色衬衫配藏青西装可以吗？", ("粉色衬衫", "藏青色西装")),
    ],
)
def test_the_answer_names_the_pieces_as_they_were_called(language, text, words):
    reply = "".join(write(request(language, text=text, intent="ask_advice", about=["guide"])))
    assert all(word in reply for word in words)


def test_loafers_with_a_linen_suit_are_a_question_and_no_search():
    brief = understand(UnderstandRequest(text="do black loafers go with a linen suit?", today=date(2026, 11, 21)))
    assert (brief.intent, brief.about, brief.owned) == ("ask_advice", ["guide"], [])


@pytest.mark.parametrize("language", ["fr", "zh"])
def test_every_verdict_has_words_in_each_language(language):
    def keys(of: Language) -> set[str]:
        return {key for key in load_phrases(of) if key.startswith("pairing.")}

    assert keys(language) == keys("en")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "does my navy blazer go with grey chinos?"),
        ("en", "my brown ankle boots, do they go with black jeans?"),
        ("fr", "mes bottines cognac vont avec un jean noir ?"),
        ("fr", "ma veste verte ça va avec un jean ?"),
        ("zh", "我的藏青西装配灰裤子行吗"),
    ],
)
def test_of_ones_own_it_is_asked_so_before_a_look_is_made(language, text):
    assert len(pairing_of(read(text, load_lexicon(language)))) == 2


def test_what_points_at_what_was_shown_names_no_two_pieces():
    assert pairing_of(read("ça va avec mon jean ?", load_lexicon("fr"))) == []
