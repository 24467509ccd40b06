from typing import Any

import pytest

from agents.contracts import CatalogDigest, StyleRequest, StyleRules
from agents.house.stylist import style, wished_slots
from stores.categories import load_categories
from stores.colours import family_colour
from stores.vocabulary import Brief, Garment, Profile, Wanted

RULES = StyleRules(
    formality=(3, 5),
    clo=0.8,
    slots=["base_top", "bottom", "footwear"],
    optional=["one_piece", "mid", "bag"],
    palette=["navy", "white"],
)
SHOP = CatalogDigest(currency="EUR", priced=True, categories=sorted(load_categories()))


def request(brief: Brief, **more: Any) -> StyleRequest:
    return StyleRequest(brief=brief, conditions=None, profile=Profile(), rules=RULES, catalog=SHOP, **more)


def skirt() -> Garment:
    known = load_categories()["midi_skirt"]
    values = {"slot": known.slot, "formality": known.formality, "clo": known.clo}
    return Garment(id="own", name="my skirt", category="midi_skirt", colours=[family_colour("burgundy")], **values)  # type: ignore[arg-type]


def test_a_whole_look_has_a_wish_for_every_slot_and_the_rules_of_the_turn() -> None:
    direction = style(request(Brief(occasion="first_date")))
    assert {wish.slot for wish in direction.wishes} == {*RULES.slots, *RULES.optional}
    assert {wish.slot for wish in direction.wishes if wish.required} == set(RULES.slots)
    assert (direction.title, direction.palette, direction.clo) == ("first date", ["navy", "white"], 0.8)


def test_what_is_kept_is_not_wished_for() -> None:
    direction = style(request(Brief(intent="complete"), keep=[skirt()]))
    assert direction.keep == ["own"]
    assert "bottom" not in {wish.slot for wish in direction.wishes}


def test_a_refused_slot_is_not_wished_for() -> None:
    assert "bag" not in wished_slots(request(Brief(avoid_slots=["bag"])))


@pytest.mark.parametrize(
    ("brief", "slots"),
    [
        (Brief(intent="ask_advice", slots=["footwear"]), ["footwear"]),
        (Brief(intent="ask_advice", wanted=[Wanted(slot="mid", category="blazer")]), ["mid"]),
        (Brief(intent="ask_advice"), []),
        (Brief(intent="ask_advice", occasion="wedding"), [*RULES.slots, *RULES.optional]),
    ],
)
def test_a_question_is_answered_by_the_thing_it_is_about(brief: Brief, slots: list[str]) -> None:
    assert wished_slots(request(brief)) == slots
