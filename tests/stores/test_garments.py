from typing import Any

import pytest
from pydantic import ValidationError

from stores.categories import load_categories
from stores.garments import GarmentEdit, GarmentRow, renamed
from stores.vocabulary import Garment


def test_every_category_makes_a_garment_of_its_own_slot() -> None:
    for name, category in load_categories().items():
        garment = GarmentRow.model_validate({"category": name, "colours": ["navy"]}).garment()
        assert (garment.slot, garment.clo, garment.formality) == (category.slot, category.clo, category.formality)


def test_a_garment_written_out_comes_back_as_it_was() -> None:
    row = {"category": "loafers", "colours": ["camel", "black"], "fabrics": ["suede"], "size": "42", "confirmed": False}
    garment = GarmentRow.model_validate({**row, "id": "own-1", "photo": 3, "clo": 0.07}).garment()
    assert GarmentRow.model_validate(garment.model_dump(mode="json")).garment() == garment
    assert [colour.family for colour in garment.colours] == ["beige", "black"]


def test_an_edit_names_only_what_changes() -> None:
    assert GarmentEdit(size="M").changes() == {"size": "M"}
    assert GarmentEdit(size=None).changes() == {"size": None}
    coat = GarmentEdit(category="overcoat", clo=0.8).changes()
    assert (coat["slot"], coat["clo"]) == ("outer", 0.8)
    assert set(coat) <= set(Garment.model_fields)


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"category": "sneeker"}, "sneakers"),
        ({"fabrics": ["velvt"]}, "velvet"),
        ({"colours": ["blurple-ish"]}, "purple"),
    ],
)
def test_an_unknown_word_is_answered_with_known_ones(fields: dict[str, object], word: str) -> None:
    with pytest.raises(ValidationError, match=word):
        GarmentEdit.model_validate(fields)


@pytest.mark.parametrize(
    ("name", "fields", "expected"),
    [
        ("black overcoat", {"colours": ["navy"]}, "navy overcoat"),
        ("black overcoat", {"category": "blazer"}, "black blazer"),
        ("Grandma's coat", {"colours": ["navy"]}, "Grandma's coat"),
        ("black overcoat", {"colours": ["navy"], "name": "the good one"}, "the good one"),
        ("blackberry black overcoat", {"colours": ["navy"]}, "blackberry navy overcoat"),
    ],
)
def test_a_name_that_says_otherwise_is_corrected_too(name: str, fields: dict[str, Any], expected: str) -> None:
    coat = GarmentRow.model_validate({"category": "overcoat", "colours": ["black"], "name": name}).garment()
    named = renamed(coat, GarmentEdit.model_validate(fields).changes())
    assert named.get("name", name) == expected


def test_days_are_kept_in_order_and_once() -> None:
    days = GarmentEdit.model_validate({"worn": ["2026-02-01", "2026-01-01", "2026-02-01"]}).changes()["worn"]
    assert days == ["2026-01-01", "2026-02-01"]


def test_what_is_worked_out_is_taken_for_nothing() -> None:
    row = {"category": "overcoat", "colours": ["black"], "last_worn": "2026-01-01", "cost_per_wear": 3, "paid": 10}
    coat = GarmentRow.model_validate(row).garment()
    assert (coat.last_worn, coat.cost_per_wear) == (None, None)
    assert GarmentRow.model_validate(coat.model_dump(mode="json")).garment() == coat


def test_a_name_holds_no_markup_and_no_address() -> None:
    told = {"category": "overcoat", "colours": ["grey"], "name": "<b>grey coat</b> https://evil.example/x"}
    assert GarmentRow.model_validate(told).name == "grey coat"
    with pytest.raises(ValidationError):
        GarmentRow.model_validate({**told, "name": "<b></b>"})
