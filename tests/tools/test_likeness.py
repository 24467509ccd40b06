from typing import Any

import pytest

from stores.categories import load_categories
from stores.garments import GarmentRow
from stores.vocabulary import Garment
from tools.likeness import Seen, common, duplicates, kin_of, likeness, load_kin, palette_gap, ranked, seen_of


def garment(category: str, *colours: Any, **more: Any) -> Garment:
    photo = more.get("photo")
    key = f"{category}-{'-'.join(map(str, colours))}-{photo}"
    return GarmentRow(id=key, category=category, colours=[*colours], **more).garment()


def shade(name: str, value: str) -> dict[str, Any]:
    return {"name": name, "family": "navy", "hex": value, "share": 1.0}


def test_what_is_more_alike_comes_first() -> None:
    like = seen_of(garment("midi_skirt", "burgundy"))
    same, close, other = garment("midi_skirt", "red"), garment("mini_skirt", "burgundy"), garment("overcoat", "navy")
    assert ranked(like, [other, close, same])[-1] == other
    assert likeness(like, like) == pytest.approx(1.0)
    assert likeness(like, seen_of(same)) > likeness(like, seen_of(other))


def test_a_pattern_tells_apart_what_is_else_alike() -> None:
    plain, striped = garment("shirt", "white"), garment("shirt", "white", pattern="stripe")
    assert likeness(seen_of(plain), seen_of(striped)) < 1


def test_jeans_are_nearer_to_trousers_than_to_a_skirt() -> None:
    trousers, jeans, skirt = (seen_of(garment(kind, "navy")) for kind in ("trousers", "jeans", "midi_skirt"))
    assert likeness(trousers, trousers) > likeness(trousers, jeans) > likeness(trousers, skirt)
    assert {"jeans", "trousers"} <= {*kin_of("trousers")} and "midi_skirt" not in kin_of("trousers")
    assert kin_of("umbrella") == ["umbrella"]


def test_every_kind_is_of_categories_that_there_are() -> None:
    assert {*load_kin()} <= {*load_categories()}


def test_what_two_have_in_common_is_told() -> None:
    coat, other = seen_of(garment("overcoat", "navy")), seen_of(garment("parka", "navy"))
    assert common(coat, other) == ["shape", "colour"]
    assert common(coat, seen_of(garment("overcoat", "yellow"))) == ["shape"]
    assert common(coat, seen_of(garment("tee", "navy"))) == ["colour"]
    assert common(coat, seen_of(garment("tee", "yellow"))) == []


def test_what_is_not_known_counts_for_nothing() -> None:
    coat = garment("overcoat", "navy")
    unknown = Seen(coat.colours, coat.pattern)
    assert likeness(unknown, seen_of(coat)) == pytest.approx(1.0)


def test_where_a_category_is_not_known_the_slot_counts() -> None:
    boots, coat = seen_of(garment("ankle_boots", "black")), seen_of(garment("overcoat", "black"))
    some_shoes = boots._replace(category=None)
    assert likeness(some_shoes, boots) > likeness(some_shoes, coat)


def test_learnt_features_join_where_both_have_them() -> None:
    coat, other = garment("overcoat", "navy"), garment("overcoat", "navy", photo=2)
    features = {coat.id: [1.0, 0.0], other.id: [0.0, 1.0]}
    like = seen_of(coat, [0.0, 1.0])
    assert [one.id for one in ranked(like, [coat, other], features)] == [other.id, coat.id]
    assert ranked(like, [coat, other], {}) == [coat, other]


def test_colours_are_apart_as_the_eye_sees_them() -> None:
    navy, black, white = (garment("tee", colour).colours for colour in ("navy", "black", "white"))
    assert palette_gap(navy, navy) == 0
    assert palette_gap(navy, black) < palette_gap(navy, white)
    both = [*garment("tee", "navy", "white").colours]
    assert palette_gap(navy, both) == palette_gap(both, navy) > 0


def test_one_garment_on_two_photos_is_found() -> None:
    first = garment("overcoat", shade("navy", "#1b2540"), photo=1, origin="photo", confirmed=False)
    second = garment("overcoat", shade("navy", "#222c4a"), photo=2, origin="photo", confirmed=False)
    others = [garment("blazer", "navy", photo=3), garment("overcoat", "camel", photo=4)]
    (pair,) = duplicates([first, *others, second])
    assert (pair.first, pair.second) == (first, second) and pair.likeness > 0.9


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({"photo": 1}, {"photo": 1}),  # seen together
        ({}, {}),  # told of twice
        ({"photo": 1}, {"photo": 2, "pattern": "stripe"}),
        ({"photo": 1}, {"photo": 2, "state": "given_away"}),
    ],
)
def test_what_cannot_be_one_is_not_proposed(one: dict[str, Any], two: dict[str, Any]) -> None:
    assert duplicates([garment("tee", "white", **one), garment("tee", "white", **two)]) == []


def test_a_garment_whose_colour_nobody_said_is_no_double() -> None:
    nameless = garment("tee", {"name": "", "family": "grey", "hex": "#808080", "share": 1.0})
    assert duplicates([nameless, garment("tee", "grey", photo=1)]) == []
