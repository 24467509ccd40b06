import pytest

from graph.belongings import MOST_NAMED, known_rows
from graph.facts import piece_facts
from stores.categories import load_categories
from stores.colours import family_colour
from stores.vocabulary import Budget, Garment, Profile, Sizes, Taste


def garment(category, family, **more):
    known = load_categories()[category]
    colours = [family_colour(family)]
    values = {"slot": known.slot, "formality": known.formality, "clo": known.clo, **more}
    return Garment(id=f"{category}-{family}", name=category, category=category, colours=colours, **values)


def rows(profile=None, *owned, language="en"):
    return dict(known_rows(profile or Profile(), [piece_facts(one, "wardrobe") for one in owned], Taste(), language))


def test_nothing_known_is_no_fact():
    assert rows() == {}


@pytest.mark.parametrize(
    ("language", "wardrobe"),
    [
        ("en", "grey trousers and a navy blazer"),
        ("fr", "un pantalon gris et un blazer bleu marine"),
        ("zh", "灰色长裤和藏青色西装外套"),
    ],
)
def test_the_wardrobe_is_listed_newest_first(language, wardrobe):
    owned = (garment("blazer", "navy"), garment("trousers", "grey"))
    assert rows(None, *owned, language=language)["wardrobe"] == wardrobe


def test_a_large_wardrobe_is_counted():
    families = ["black", "white", "grey", "navy", "blue", "teal", "green", "olive", "yellow", "orange", "red"]
    owned = [garment("shirt", family) for family in families]
    assert rows(None, *owned)["wardrobe"].endswith(f" and {len(families) - MOST_NAMED} more")
    assert "an orange shirt" in rows(None, *owned)["wardrobe"]


def test_what_the_profile_says_is_told_in_the_persons_words():
    profile = Profile(
        presentation="women",
        sizes=Sizes(clothes="M", shoes="38"),
        colours=["green"],
        avoid_colours=["yellow", "orange"],
        fabrics=["linen"],
        avoid_fabrics=["wool"],
        patterns=["dot"],
        avoid_patterns=["stripe", "check"],
        categories=["midi_skirt", "mini_skirt", "maxi_skirt"],
        avoid_categories=["heels"],
        warmth_offset_c=2,
        place="lyon",
        budget=Budget(max=150, currency="EUR"),
    )
    assert rows(profile, language="fr") == {
        "known.presentation": "des pièces pour femme",
        "known.clothes": "M",
        "known.shoes": "38",
        "known.colours": "le vert",
        "known.avoid_colours": "le jaune et l'orange",
        "known.fabrics": "lin",
        "known.avoid_fabrics": "laine",
        "known.patterns": "les pois",
        "known.avoid_patterns": "les rayures et les carreaux",
        "known.categories": "les jupes",
        "known.avoid_categories": "les escarpins",
        "known.warmer": "2.0",
        "known.place": "Lyon",
        "known.budget": "150 €",
    }


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_the_contrast_that_was_told_is_known_by_its_level(language):
    assert rows(Profile(contrast="high"), language=language) == {"known.contrast_high": "high"}
