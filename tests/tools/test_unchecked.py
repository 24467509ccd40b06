"""Wishes that no field of a feed answers are known in each language, and named where nothing shown tells of them."""

from datetime import date

import pytest

from agents.contracts import UnderstandRequest
from agents.house.lexicon import languages, load_lexicon
from agents.house.phrases import load_phrases
from agents.house.reading.text import read
from agents.house.understand import understand
from stores.demo.generator import generate
from stores.vocabulary import Language, Unmet
from tools.unchecked import CONSTRAINT, load_unchecked, unanswered

POCKETS = Unmet(constraint=CONSTRAINT, asked="pockets")


def test_what_a_description_tells_is_answered() -> None:
    plain = next(article for article in generate() if "pocket" not in f"{article.name} {article.description}")
    told = plain.model_copy(update={"description": "With two side pockets"})
    assert unanswered([POCKETS], [plain]) == [POCKETS]
    assert unanswered([POCKETS], [plain, told]) == unanswered([POCKETS], []) == []


@pytest.mark.parametrize("language", languages())
def test_each_wish_is_answered_in_each_language(language: Language) -> None:
    assert {f"unmet.unchecked_{wish}" for wish in load_unchecked()} <= set(load_phrases(language))
    assert {f"unchecked_{wish}" for wish in load_unchecked()} <= {
        key for _, meanings in load_lexicon(language).cues.items() for _, key in meanings
    }


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("a black dress with pockets", "pockets"),
        ("une chemise sans repassage", "ironing"),
        ("可机洗的裤子", "washable"),
        ("un manteau fabriqué en Europe", "made_here"),
        ("a waterproof but smart coat", "waterproof"),
        ("a windproof coat", "windproof"),
        ("un pull qui ne gratte pas", "itching"),
        ("不扎的毛衣", "itching"),
        ("要一件防风的外套", "windproof"),
        ("耐脏的裤子", "stains"),
    ],
)
def test_such_a_wish_is_read(text: str, wish: str) -> None:
    brief = understand(UnderstandRequest(text=text, today=date(2026, 11, 21)))
    assert (brief.intent, brief.place, brief.unmet) == ("find", None, [Unmet(constraint=CONSTRAINT, asked=wish)])


def test_nothing_of_it_is_read_where_nothing_is_wished() -> None:
    assert not read("a black dress", load_lexicon("en")).has(*(f"unchecked_{wish}" for wish in load_unchecked()))
