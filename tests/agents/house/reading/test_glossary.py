"""Words of dress that somebody asks the meaning of, and cloths that are asked of a season or an occasion."""

import re
from datetime import date
from typing import get_args

import pytest

from agents.contracts import UnderstandRequest
from agents.house.lexicon import load_lexicon
from agents.house.phrases import load_phrases, load_table
from agents.house.reading.cloth import cloth_asked
from agents.house.reading.glossary import load_names, terms_of
from agents.house.reading.text import read
from agents.house.understand import understand
from stores.vocabulary import Brief, Language
from tests.agents.house.merge_requests import rendered, request

LANGUAGES: tuple[Language, ...] = get_args(Language)
ASKED: dict[str, tuple[Language, list[str]]] = {
    "what is a tuxedo?": ("en", ["tuxedo"]),
    "what's a midi skirt": ("en", ["midi"]),
    "what does smart casual mean for a man?": ("en", ["smart_casual"]),
    "what's a blazer and how is it different from a sport coat?": ("en", ["blazer", "sport_coat"]),
    "what's the difference between oxfords and derbies?": ("en", ["oxfords", "derbies"]),
    "c'est quoi une veste croisée ?": ("fr", ["double_breasted"]),
    "le tencel, c'est quoi ?": ("fr", ["tencel"]),
    "que veut dire black tie optional ?": ("fr", ["black_tie_optional"]),
    "quelle est la différence entre un mocassin et un derby ?": ("fr", ["loafers", "derbies"]),
    "什么叫双排扣西装": ("zh", ["double_breasted"]),
    "什么是小香风": ("zh", ["tweed_jacket"]),
    "what is a peplum?": ("en", ["peplum"]),
    "c'est quoi un col Claudine ?": ("fr", ["peter_pan"]),
    "what's a cummerbund for?": ("en", ["cummerbund"]),
    "开衫是什么": ("zh", ["cardigan"]),
    "天丝是什么面料？": ("zh", ["tencel"]),
    "羊绒和羊毛有什么区别": ("zh", ["cashmere", "wool"]),
}
NOT_ASKED: list[tuple[str, Language]] = [
    ("what is the best fabric for a tuxedo?", "en"),
    ("a tuxedo for my son's prom, please", "en"),
    ("what shoes go with a midi skirt?", "en"),
    ("what's the price difference between the loafers and the derbies?", "en"),
    ("une veste croisée pour un mariage", "fr"),
    ("c'est quoi le plus habillé pour un mariage ?", "fr"),
    ("卡其裤是什么颜色", "zh"),
    ("运动鞋能配西装吗", "zh"),
    ("西装和马甲颜色要一样吗", "zh"),
]
CLOTHS = {
    "is linen ok for an interview?": "creases",
    "can I wear denim to a cocktail party?": "below_code",
    "is satin ok for a funeral?": "shines",
    "is velvet only for winter?": "in_season",
    "le lin, ça va pour un mariage ?": "right",
    "le velours côtelé, ça se porte en été ?": "out_of_season",
    "亚麻适合秋天吗": "out_of_season",
    "雪纺夏天穿热不热": "any_season",
    "真丝能穿去面试吗": "right",
    "is suede ok in the rain?": "rain_spoils",
    "is wool too warm for summer?": "out_of_season",
    "le satin, c'est trop pour le bureau ?": "shines",
    "丝绒裙夏天能穿吗": "out_of_season",
    "le cuir en été, c'est possible ?": "any_season",
}
WISHES = [
    "du lin pour un mariage ?",
    "something in linen for a wedding",
    "给我找亚麻的，夏天穿",
    "a linen suit for the summer",
]


def asked(text: str) -> Brief:
    return understand(UnderstandRequest(text=text, today=date(2026, 11, 21)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_explained_and_means_one_thing(language: Language) -> None:
    rows = load_table("glossary")
    said = {key.split(".")[1] for key in load_phrases(language) if key.startswith("glossary.")}
    assert said == {name for name, row in rows.items() if "code" not in row}
    assert all(f"define.{row['code']}.means" in load_phrases(language) for row in rows.values() if "code" in row)
    names = [name.strip() for row in rows.values() for name in row[language].split("|")]
    assert len(load_names(language)) >= len(names) - 1


@pytest.mark.parametrize(("text", "meant"), ASKED.items())
def test_the_meaning_of_a_word_is_asked_and_told(text: str, meant: tuple[Language, list[str]]) -> None:
    language, names = meant
    assert terms_of(text, language) == names
    brief = asked(text)
    assert (brief.intent, brief.about, brief.wanted) == ("ask_advice", ["guide"], [])
    told = rendered(request(language, text=text, intent="ask_advice", about=["guide"])).replace("\u202f", " ")
    rows = load_table("glossary")
    keys = [f"define.{rows[n]['code']}.means" if "code" in rows[n] else f"glossary.{n}.says" for n in names]
    plain = told.replace("\xa0", " ")
    assert all(any(one[1:30] in plain for one in load_phrases(language)[key]) for key in keys)


@pytest.mark.parametrize(("text", "language"), NOT_ASKED)
def test_what_only_names_a_word_does_not_ask_for_it(text: str, language: Language) -> None:
    assert terms_of(text, language) == []


@pytest.mark.parametrize(("text", "kind"), CLOTHS.items())
def test_a_cloth_is_weighed_by_the_season_or_the_code(text: str, kind: str) -> None:
    brief = asked(text)
    assert (brief.intent, brief.about) == ("ask_advice", ["guide"])
    told = rendered(request(brief.language, text=text, intent="ask_advice", about=["guide"])).replace("\u202f", " ")
    parts = [re.split(r"\{\w+\}", phrase) for phrase in load_phrases(brief.language)[f"fabric.{kind}.says"]]
    plain = told.replace("\xa0", " ")
    assert any(all(part[1:] in plain for part in listed) for listed in parts)


@pytest.mark.parametrize("text", WISHES)
def test_a_wish_for_a_cloth_is_no_question(text: str) -> None:
    assert cloth_asked(read(text, load_lexicon(asked(text).language))) is None


@pytest.mark.parametrize(
    "text",
    [
        "on peut mettre du marron avec du noir ?",
        "le rose et le rouge, ça va ensemble ?",
        "藏青色和黑色能一起穿吗",
        "can I wear navy with black?",
    ],
)
def test_whether_two_colours_go_together_is_answered_in_words(text: str) -> None:
    assert (asked(text).intent, len(asked(text).colours)) == ("ask_advice", 2)


def test_whether_jeans_will_do_is_asked_behind_them_in_french() -> None:
    assert asked("un jean pour un entretien, ça passe ?").intent == "ask_advice"
    assert asked("un jean pour un entretien").intent != "ask_advice"
