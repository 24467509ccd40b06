from typing import get_args

import pytest

from agents.house.evidence import evidence_text, fix_text
from agents.house.phrases import load_table
from stores.colours import family_colour
from stores.vocabulary import Fix, Language, Piece
from tools.fixes import ADDABLE, OTHER_FIT
from tools.hazards import Fault

LANGUAGES = get_args(Language)
SHOES = Piece(
    id="own-1",
    name="shoes",
    category="sneakers",
    slot="footwear",
    colours=[family_colour("white")],
    formality=2,
    clo=0.02,
)
EVIDENCE = [
    "occasion:taboo", "occasion:right", "occasion:mixed", "occasion:plain:own-1", "occasion:dressy:own-1",
    "weather:unfit:own-1", "weather:unknown", "weather:light", "weather:warm", "weather:open", "weather:right",
    "colour:neutral", "colour:mono", "colour:echo", "colour:analogous", "colour:complementary", "colour:split",
    "colour:triad", "colour:tetrad", "colour:led", "silhouette:hem", "silhouette:thick:own-1", "colour:accent:green",
    "colour:fair", "colour:clash", "colour:unknown", "silhouette:apart", "silhouette:balanced", "silhouette:alike",
    "silhouette:half", "silhouette:unknown",
    "completeness:no:base_top", "completeness:done", "completeness:open", "texture:patterns", "texture:season",
    "texture:contrast", "texture:one", "texture:unknown", "personal:refused:own-1", "personal:liked",
    "personal:neutral", "coherence:one", "coherence:apart", "feasibility:unpriced", "feasibility:ready",
]  # fmt: skip
FIXES = [
    *(Fix(what=f"add:{slot}", why="finish") for slot in ADDABLE),
    *(Fix(what=f"change:fit:{fit}", why="volumes", item="own-1") for fit in set(OTHER_FIT.values())),
    Fix(what="change:thin", why="layers", item="own-1"),
    Fix(what="add:outer", why="warmth"),
    Fix(what="change:dressier", why="off_code", item="own-1"),
    Fix(what="change:plainer", why="off_code", item="own-1"),
    Fix(what="change:colour:navy", why="colours", item="own-1"),
    Fix(what="change:solid", why="patterns", item="own-1"),
    *(Fix(what=f"change:{fault}", why=f"weather_{fault}", item="own-1") for fault in get_args(Fault)),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_the_rubric_has_words(language: Language) -> None:
    texts = [evidence_text(key, [SHOES], language) for key in EVIDENCE]
    fixes = [fix_text(fix, [SHOES], language) for fix in FIXES]
    texts += [text for fix in fixes for text in (fix.what, fix.why)]
    for text in texts:
        assert text and not set("{}_") & set(text) and "own-" not in text, text
        assert (language == "zh") == any(letter >= "\u4e00" for letter in text), text


def test_the_tables_of_all_languages_have_the_same_keys() -> None:
    for group in ("evidence", "fixes", "slots", "moves", "cuts"):
        assert len({tuple(sorted(load_table(f"names_{language}")[group])) for language in LANGUAGES}) == 1


def test_a_piece_is_named_in_the_language() -> None:
    assert evidence_text("occasion:plain:own-1", [SHOES], "fr") == "trop simple pour l'occasion : les baskets blanches"
    plainer = Fix(what="change:plainer", why="off_code", item="own-1")
    assert fix_text(plainer, [SHOES], "en").what.startswith("swap the white sneakers for")
    assert fix_text(Fix(what="change:colour:navy", why="colours", item="own-1"), [SHOES], "zh").what == (
        "白色运动鞋换成藏青色的"
    )


def test_words_that_are_no_key_stay() -> None:
    said = Fix(what="Roll the sleeves", why="it relaxes the look", item="own-1")
    assert fix_text(said, [SHOES], "fr") == said
    assert evidence_text("the colours sing", [], "fr") == "the colours sing"
