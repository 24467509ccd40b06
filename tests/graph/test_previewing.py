from graph.previewing import board_arguments
from stores.categories import load_categories
from stores.colours import family_colour
from stores.vocabulary import Garment, Item, ItemColour, Look, Score

KNOWN = load_categories()["blazer"]
OWN = Garment(
    id="own-1",
    name="x",
    category="blazer",
    slot="mid",
    colours=[family_colour("navy")],
    formality=KNOWN.formality,
    clo=KNOWN.clo,
)
COLOUR = ItemColour(name="navy", family="navy", hex="#1f2a44")
ITEM = Item(slot="mid", source="wardrobe", id="own-1", name="x", category="blazer", colour=COLOUR)
LOOK = Look(
    id="look-1", kind="outfit", title="藏青色西装外套", items=[ITEM], total=20, currency="EUR", score=Score(total=1)
)


def test_a_chinese_board_has_its_words_in_latin_letters_too() -> None:
    words = board_arguments(LOOK, {"own-1": OWN}, "zh")
    assert (words["title"], words["lines"][0].name, words["total"]) == ("藏青色西装外套", "藏青色西装外套", "20 欧")
    latin = words["latin"]
    assert (latin.title, latin.lines[0].name, latin.total) == ("Navy blazer", "Navy blazer", "20 €")


def test_a_board_in_latin_letters_has_one_set_of_words() -> None:
    words = board_arguments(LOOK, {"own-1": OWN}, "fr")
    assert words["lines"][0].name == "Blazer bleu marine"
    assert "latin" not in words
