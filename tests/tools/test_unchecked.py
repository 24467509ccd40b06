"""Wishes that no field of a feed answers are known in each language, and named where nothing shown tells of them."""

from datetime import date

import pytest

from agents.contracts import UnderstandRequest
from agents.house.lexicon import languages, load_lexicon
from agents.house.phrases import load_phrases
from agents.house.reading.text import read
from agents.house.understand import understand
from stores.demo.generator import generate
from stores.vocabulary import Brief, Language, Profile, Unmet, Wanted, Wish
from tools.compose import Candidate, Slate, rank_articles
from tools.gates import build_limits, piece_breaks
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
        ("a V-neck jumper", "v_neck"),
        ("a crew neck jumper, not polo neck", "round_neck"),
        ("un pull col rond", "round_neck"),
        ("圆领毛衣", "round_neck"),
        ("a summer dress, not long, not sheer", "opaque"),
        ("白衬衫，不要透的", "opaque"),
        ("une robe qui ne se froisse pas", "creasing"),
        ("a dress that doesn't crease", "creasing"),
    ],
)
def test_such_a_wish_is_read(text: str, wish: str) -> None:
    brief = understand(UnderstandRequest(text=text, today=date(2026, 11, 21)))
    assert (brief.intent, brief.place, brief.unmet) == ("find", None, [Unmet(constraint=CONSTRAINT, asked=wish)])


def test_nothing_of_it_is_read_where_nothing_is_wished() -> None:
    assert not read("a black dress", load_lexicon("en")).has(*(f"unchecked_{wish}" for wish in load_unchecked()))


def ranked(names: dict[str, str], wish: str) -> list[str]:
    """The names of knits in the order in which they are offered to who wishes for this."""
    plain = next(article for article in generate() if article.category == "sweater")
    knits = [plain.model_copy(update={"id": key, "name": name, "description": ""}) for key, name in names.items()]
    slates = [Slate(Wish(slot="mid", query=""), [Candidate(one, 0.9 - at / 10) for at, one in enumerate(knits)])]
    brief = Brief(intent="find", wanted=[Wanted(slot="mid")], unmet=[Unmet(constraint=CONSTRAINT, asked=wish)])
    return [look.items[0].id for look in rank_articles(slates, brief, None, Profile()).looks]


def test_what_is_said_to_be_as_wished_comes_first_and_its_opposite_last() -> None:
    names = {"v": "Navy V-neck knit", "plain": "Navy knit", "crew": "Navy crew-neck knit"}
    assert ranked(names, "round_neck") == ["crew", "plain", "v"]
    assert ranked(names, "v_neck")[0] == "v"


def test_an_outfit_that_may_not_crease_is_answered_by_the_cloth_of_all_its_clothes() -> None:
    linen, wool = (
        next(one for one in generate() if one.fabrics[:1] == [cloth] and one.slot == "bottom")
        for cloth in ("linen", "wool")
    )
    wish = Unmet(constraint=CONSTRAINT, asked="creasing")
    assert unanswered([wish], [wool]) == []
    assert unanswered([wish], [wool, linen]) == [wish]


def test_who_refuses_roll_necks_is_offered_no_jumper_that_is_called_one() -> None:
    knit = next(article for article in generate() if article.category == "sweater")
    limits = build_limits(Brief(avoid_categories=["turtleneck"]), None, Profile())
    named = [knit.model_copy(update={"name": name}) for name in ("Ecru roll-neck sweater", "Ecru crew-neck sweater")]
    assert [piece_breaks(one, limits) for one in named] == [["category"], []]
