from dataclasses import dataclass
from typing import get_args

import pytest

from agents.contracts import PieceFacts
from agents.house.phrases import load_names
from agents.house.prose.names import (
    category_word,
    colour_word,
    coloured,
    fabric_noun,
    fabric_word,
    indefinite,
    look_title,
    one_of,
    pattern_nouns,
    piece_label,
    piece_name,
)
from stores.categories import load_categories
from stores.vocabulary import COLOUR_FAMILIES, PATTERNS, Language, Pattern, Slot

LANGUAGES: tuple[Language, ...] = get_args(Language)
FABRICS = [
    "cotton", "linen", "wool", "merino", "cashmere", "silk", "satin", "velvet", "denim", "leather", "suede",
    "faux_leather", "faux_fur", "polyester", "nylon", "viscose", "tencel", "jersey", "knit", "corduroy", "tweed",
    "flannel", "fleece", "down", "gore_tex", "canvas", "lace", "chiffon", "tulle", "modal", "elastane", "rayon",
    "chambray", "seersucker", "straw", "rubber", "metal", "latex", "fur",
]  # fmt: skip


@dataclass
class Shown:
    slot: Slot
    category: str
    colour: str
    fabric: str | None = None
    pattern: Pattern = "solid"
    colour_name: str = ""


@pytest.mark.parametrize(
    ("piece", "english", "french", "chinese"),
    [
        (
            Shown("mid", "blazer", "navy", "linen"),
            "the navy linen blazer",
            "le blazer en lin bleu marine",
            "藏青色亚麻西装外套",
        ),
        (
            Shown("base_top", "shirt", "white", "cotton", "stripe"),
            "the white striped cotton shirt",
            "la chemise blanche en coton à rayures",
            "白色条纹棉质衬衫",
        ),
        (
            Shown("accessory", "shawl", "black", "silk"),
            "the black silk shawl",
            "l'étole noire en soie",
            "黑色真丝披肩",
        ),
        (
            Shown("footwear", "ankle_boots", "green", "suede"),
            "the green suede ankle boots",
            "les bottines vertes en daim",
            "绿色麂皮短靴",
        ),
        (
            Shown("outer", "leather_jacket", "black", "leather"),
            "the black leather jacket",
            "le blouson en cuir noir",
            "黑色皮夹克",
        ),
        (
            Shown("outer", "leather_jacket", "black", "faux_leather"),
            "the black faux-leather jacket",
            "le blouson noir en simili cuir",
            "黑色仿皮夹克",
        ),
        (
            Shown("footwear", "leather_sneakers", "white", "leather"),
            "the white leather sneakers",
            "les baskets blanches en cuir",
            "白色真皮板鞋",
        ),
        (
            Shown("one_piece", "maxi_dress", "multi", None, "floral"),
            "the floral long dress",
            "la robe longue à fleurs",
            "碎花长裙",
        ),
        (
            Shown("base_top", "tee", "grey", "cotton"),
            "the grey cotton T-shirt",
            "le T-shirt gris en coton",
            "灰色棉质 T 恤",
        ),
        (
            Shown("one_piece", "cocktail_dress", "green", None, "solid", "Sage"),
            "the sage cocktail dress",
            "la robe de cocktail vert sauge",
            "灰绿色小礼服裙",
        ),
    ],
)
def test_a_piece_is_named_from_its_attributes(piece: Shown, english: str, french: str, chinese: str) -> None:
    assert (piece_name(piece, "en"), piece_name(piece, "fr"), piece_name(piece, "zh")) == (english, french, chinese)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_ours_is_known(language: Language) -> None:
    names = load_names(language)
    assert set(load_categories()) <= set(names.garments)
    assert set(COLOUR_FAMILIES) == set(names.colours)
    assert set(FABRICS) <= set(names.fabrics)
    assert set(get_args(Pattern)) - {"solid"} == set(names.patterns)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_category_takes_every_colour(language: Language) -> None:
    for category, row in load_categories().items():
        for family in COLOUR_FAMILIES:
            name = piece_name(Shown(row.slot, category, family, "silk"), language)
            assert "  " not in name
            noun = load_names(language).bare.get(category, category_word(category, language))
            assert noun.split(" ")[-1] in name


def test_french_colours_agree() -> None:
    assert [colour_word("white", "fr", form) for form in ("ms", "fs", "mp", "fp")] == [
        "blanc", "blanche", "blancs", "blanches",
    ]  # fmt: skip
    assert colour_word("navy", "fr", "fp") == "bleu marine"


def test_a_colour_that_its_owner_has_not_said_is_not_named() -> None:
    own = {
        "slot": "footwear",
        "source": "wardrobe",
        "category": "sneakers",
        "colour": "grey",
        "formality": 2,
        "clo": 0.02,
    }
    assert piece_name(PieceFacts.model_validate(own), "en") == "the sneakers"
    assert piece_name(PieceFacts.model_validate({**own, "colour_name": "grey"}), "en") == "the grey sneakers"


def test_a_cloth_is_a_noun() -> None:
    assert [fabric_word("gore_tex", language) for language in LANGUAGES] == ["Gore-Tex"] * 3
    assert fabric_word("linen", "fr") == "lin"
    assert [fabric_noun("wool", language) for language in LANGUAGES] == ["wool", "la laine", "羊毛"]
    assert fabric_noun("linen", "fr") == "le lin" and fabric_noun("elastane", "fr") == "l'élasthanne"


@pytest.mark.parametrize(
    ("language", "stripes", "every"),
    [("en", "stripes", "patterns"), ("fr", "les rayures", "les motifs"), ("zh", "条纹", "带图案的")],
)
def test_patterns_are_things_that_one_likes_and_all_of_them_one_thing(
    language: Language, stripes: str, every: str
) -> None:
    assert pattern_nouns(["stripe"], language) == [stripes]
    assert pattern_nouns([one for one in PATTERNS if one != "solid"], language) == [every]
    assert len(pattern_nouns(PATTERNS[:4], language)) == 4


def test_a_french_colour_of_one_word_stays_beside_its_noun() -> None:
    skirt = Shown("bottom", "midi_skirt", "brown", "wool")
    assert piece_name(skirt, "fr") == "la jupe midi marron en laine"  # type: ignore[arg-type]
    navy = Shown("bottom", "midi_skirt", "navy", "wool")
    assert piece_name(navy, "fr") == "la jupe midi en laine bleu marine"  # type: ignore[arg-type]


def test_a_category_in_a_colour_agrees() -> None:
    assert [coloured("blouse", "white", language) for language in LANGUAGES] == [
        "white blouse", "blouse blanche", "白色女式衬衫",
    ]  # fmt: skip


def test_indefinite_articles_follow_the_sound() -> None:
    assert [indefinite(noun) for noun in ("evening gown", "blazer", "umbrella", "unisex coat", "hour")] == [
        "an evening gown", "a blazer", "an umbrella", "a unisex coat", "an hour",
    ]  # fmt: skip


def test_a_title_names_the_two_pieces_that_make_the_look() -> None:
    pieces = [
        Shown("footwear", "sandals", "beige", "leather", colour_name="tan"),
        Shown("accessory", "belt", "black"),
        Shown("one_piece", "casual_dress", "green", colour_name="sage"),
    ]
    assert look_title(pieces, "en") == "Sage dress, tan sandals"
    assert look_title(pieces, "fr") == "Robe vert sauge, sandales fauves"
    assert look_title(pieces, "zh") == "灰绿色连衣裙配浅棕色凉鞋"
    assert look_title(pieces[1:2], "en") == "Black belt"


@pytest.mark.parametrize(
    ("piece", "english", "french", "chinese"),
    [
        (
            Shown("mid", "blazer", "navy", "linen"),
            "a navy linen blazer",
            "un blazer en lin bleu marine",
            "藏青色亚麻西装外套",
        ),
        (Shown("bottom", "trousers", "grey"), "grey trousers", "un pantalon gris", "灰色长裤"),
        (Shown("footwear", "loafers", "brown"), "brown loafers", "des mocassins marron", "棕色乐福鞋"),
        (Shown("bottom", "midi_skirt", "orange"), "an orange midi skirt", "une jupe midi orange", "橙色中长半裙"),
    ],
)
def test_a_piece_is_one_of_its_kind_in_a_list(piece: Shown, english: str, french: str, chinese: str) -> None:
    assert [one_of(piece, language) for language in LANGUAGES] == [english, french, chinese]  # type: ignore[arg-type]


def test_a_label_has_no_article_and_a_capital() -> None:
    coat = Shown("outer", "overcoat", "navy", "wool")
    assert piece_label(coat, "en") == "Navy wool overcoat"  # type: ignore[arg-type]
    assert piece_label(coat, "fr").startswith("Pardessus")  # type: ignore[arg-type]
