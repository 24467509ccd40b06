import tomllib
from importlib.resources import files

import pytest

from agents.house.limits import custom_in, gap_in, nearest_piece
from agents.house.phrases import load_table
from stores.vocabulary import Language, Taboo, Unmet
from tools.modesty import COVERED

EVENTS = tomllib.loads(files("tools").joinpath("events.toml").read_text(encoding="utf-8"))
REASONS = {custom["why"] for custom in EVENTS["customs"].values()} | {taboo.why for taboo in COVERED}


@pytest.mark.parametrize("language", ["fr", "zh"])
def test_every_custom_is_told_in_every_language(language: Language) -> None:
    assert set(load_table(f"limits_{language}")["customs"]) >= REASONS


def test_a_custom_keeps_what_it_forbids() -> None:
    white = Taboo(what="family:white", why="white is for the bride", hard=True)
    told = custom_in(white, "fr")
    assert (told.what, told.hard, told.why) == ("family:white", True, "le blanc est pour la mariée")
    assert custom_in(white, "en") == white
    assert custom_in(white.model_copy(update={"why": "a model's own words"}), "zh").why == "a model's own words"


@pytest.mark.parametrize(
    ("text", "fr", "zh"),
    [
        ("blue dress shirt", "chemise habillée bleue", "蓝色正装衬衫"),
        ("black derbies in 38", "derbies noires en 38", "黑色德比鞋，38 码"),
        ("no wool, no green", "pas de laine, pas de vert", "不要羊毛、不要绿色"),
        ("a whole outfit", "une tenue complète", "一整套"),
        ("family:white", "blanc", "白色"),
        ("174.90 EUR", "174.90 EUR", "174.90 EUR"),
        ("something a model wrote", "something a model wrote", "something a model wrote"),
    ],
)
def test_what_was_not_met_reads_in_the_language(text: str, fr: str, zh: str) -> None:
    gap = Unmet(constraint="any", asked=text, nearest=text)
    assert gap_in(gap, "en") == gap
    assert (gap_in(gap, "fr").asked, gap_in(gap, "fr").nearest) == (fr, fr)
    assert (gap_in(gap, "zh").asked, gap_in(gap, "zh").nearest) == (zh, zh)
    assert gap_in(Unmet(constraint="any", asked="green"), "fr").nearest is None


def test_the_nearest_piece_is_one_of_its_kind() -> None:
    gap = Unmet(constraint="fabric", asked="linen", nearest="orange trousers, grey sweater")
    assert [nearest_piece(gap, language) for language in ("en", "fr", "zh")] == [
        "orange trousers", "un pantalon orange", "橙色长裤",
    ]  # fmt: skip
    size = Unmet(constraint="size", asked="M", nearest="grey sweater in L")
    assert nearest_piece(size, "en") == "a grey sweater"
    assert nearest_piece(Unmet(constraint="budget", asked="20 EUR", nearest="174 EUR"), "en") is None
