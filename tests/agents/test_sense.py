"""What no schema can hold a reply to: days that there are, kinds of pieces that there are."""

import json
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from agents.ask import ask
from agents.contracts import UnderstandRequest
from agents.replies import reply_schema
from agents.sense import is_day, senseless
from prompts.loader import load_prompt
from stores.vocabulary import Brief, Change, Colour, Filters, Garment, Wanted, Wish
from tests.agents.scripted import Scripted

RED = Colour(name="red", family="red", hex="#b3202a")
COAT = Garment(
    id="g-1", name="", category="overcoat", slot="outer", presentation="unisex", colours=[RED], formality=5, clo=0.6
)


TOGA = {"category": "toga"}


@pytest.mark.parametrize("day", ["2027-06-12", "2027-06", "2028-02-29"])
def test_a_day_or_a_month_of_the_calendar(day: str) -> None:
    assert is_day(day)


@pytest.mark.parametrize("day", ["12 June", "2027-02-29", "2027-13", "2027-6-1", "2027-06-12T10:00", "", "Saturday"])
def test_what_is_no_day(day: str) -> None:
    assert not is_day(day)
    assert senseless(Brief(date=day)) == "date: write YYYY-MM-DD, or YYYY-MM for a month."


@pytest.mark.parametrize(
    ("brief", "place"),
    [
        (Brief(categories=["overcoat", "toga"]), "categories"),
        (Brief(avoid_categories=["toga"]), "avoid_categories"),
        (Brief(wanted=[Wanted(slot="outer", category="toga")]), "wanted.category"),
        (Brief(owned=[COAT, COAT.model_copy(update={"category": " "})]), "owned.category"),
        (Brief(changes=[Change(target="wardrobe", action="add", key="g", value=TOGA)]), "changes.value.category"),
    ],
)
def test_a_kind_of_piece_that_there_is_not(brief: Brief, place: str) -> None:
    assert senseless(brief) == f"{place}: use the categories of the schema."


def test_what_can_be_is_let_through() -> None:
    assert (
        senseless(Brief(date="2027-06", categories=["overcoat"], owned=[COAT], wanted=[Wanted(slot="outer")])) is None
    )
    assert senseless(Wish(slot="outer", query="a coat", filters=Filters(categories=["parka"]))) is None


def test_a_backend_that_holds_to_the_schema_can_name_no_other(desk_of) -> None:
    allowed = Draft202012Validator(reply_schema(Brief))
    good = {"intent": "outfit", "language": "en", "date": "2027-06-12", "categories": ["overcoat"]}
    assert allowed.is_valid(good)
    for wrong in ({"date": "12 June"}, {"categories": ["toga"]}, {"wanted": [{"slot": "outer", "category": "toga"}]}):
        assert not allowed.is_valid(good | wrong)


async def test_a_model_is_told_and_then_the_house_reads(desk_of) -> None:
    request = UnderstandRequest(text="a green dress for a wedding", today=date(2027, 5, 1))
    wrong = json.dumps({"intent": "outfit", "language": "en", "date": "12 June"})
    right = json.dumps({"intent": "outfit", "language": "en", "date": "2027-06-12"})
    model = Scripted(script=[wrong, right])
    answer = await ask(request, Brief, load_prompt("understand"), desk_of(model))
    assert (answer.failure, answer.reply.date) == (None, "2027-06-12")
    assert "date: write YYYY-MM-DD" in model.seen[1][-1].text
    answer = await ask(request, Brief, load_prompt("understand"), desk_of(Scripted(script=[wrong, wrong])))
    assert (answer.model, answer.failure.reason) == ("house", "invalid reply")
