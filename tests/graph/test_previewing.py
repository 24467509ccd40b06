import pytest

from agents.contracts import Caption
from graph.onlookers import judged
from graph.previewing import board_arguments, is_reserved, photos_of
from stores.categories import load_categories
from stores.colours import family_colour
from stores.vocabulary import Article, Garment, Item, ItemColour, Look, Person, Score

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


def test_what_is_reserved_by_its_kind_or_by_the_feed_is_not_painted() -> None:
    assert not is_reserved(LOOK, {"own-1": OWN})
    swim = ITEM.model_copy(update={"category": "bikini"})
    assert is_reserved(LOOK.model_copy(update={"items": [ITEM, swim]}), {})
    told = OWN.model_dump(include={"id", "name", "category", "slot", "colours", "formality", "clo"})
    assert is_reserved(LOOK, {"own-1": Article(**told, reserve="children")})


def test_a_garment_is_cut_out_of_a_photo_that_shows_it_alone() -> None:
    shared = [OWN.model_copy(update={"id": key, "photo": number}) for key, number in (("a", 1), ("b", 1), ("c", 2))]
    person = Person(wardrobe=shared)
    assert photos_of({one.id: one for one in shared}, person) == {"c": 2}
    assert photos_of({"a": shared[0]}, person) == {}
    seen_again = shared[0].model_copy(update={"also_on": [3]})
    assert photos_of({"a": seen_again}, person) == {"a": 3}


@pytest.mark.parametrize(
    ("people", "minors", "refusal"),
    [
        ("one", "none", None),
        ("one", "some", "minor"),
        ("one", "unknown", "unseen"),
        ("several", "none", "several"),
        ("none", "unknown", "no person"),
        ("unknown", "none", "unseen"),
    ],
)
def test_only_one_grown_up_is_dressed(people: str, minors: str, refusal: str | None) -> None:
    assert judged(Caption.model_validate({"garments": [], "people": people, "minors": minors})) == refusal
    assert judged(None) == "unseen"
