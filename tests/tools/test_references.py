from typing import Any

import pytest

from stores.vocabulary import Brief, Item, ItemColour, Look, Refinement, Score, ShownLook, Slot, Wanted
from tools.references import alters, anchors, compared, last_seen, line, meant, newest, resolved, seen_before

SHOES = Wanted(slot="footwear", text="flat shoes")
OUTFIT: dict[Slot, str] = {"base_top": "blouse", "bottom": "midi_skirt", "footwear": "loafers", "bag": "tote"}


def look(number: int, turn: int, kinds: dict[Slot, str] | None = None, **brief: Any) -> ShownLook:
    items = [
        Item(
            slot=slot,
            source="catalog",
            id=f"{category}-{turn}-{number}",
            name=category,
            category=category,
            colour=ItemColour(name="black", family="black", hex="#000000"),
            price=40.0,
            currency="EUR",
        )
        for slot, category in (kinds or OUTFIT).items()
    ]
    kind: Any = "outfit" if len(items) > 1 else "article"
    shown = Look(
        id=f"look-{10 * turn + number}",
        kind=kind,
        title="",
        items=items,
        total=40.0,
        currency="EUR",
        score=Score(total=80),
    )
    return ShownLook(number=number, turn=turn, look=shown, brief=Brief(**brief))


def change(name: str, **more: Any) -> Refinement:
    return Refinement(change=name, **more)  # type: ignore[arg-type]


OFFICE = [look(1, 1), look(2, 1)]
DARKER = [look(1, 2, refinement=change("amend"))]
HATS = [look(number, 3, {"headwear": "sun_hat"}, intent="find") for number in (1, 2, 3)]


def test_the_newest_looks_are_those_of_the_last_turn() -> None:
    assert newest([*OFFICE, *DARKER]) == DARKER
    assert newest([]) == []


def test_a_line_of_talk_goes_back_to_the_turn_that_began_it() -> None:
    assert line([*OFFICE, *DARKER]) == [*OFFICE, *DARKER]
    assert line([*OFFICE, *DARKER, *HATS]) == HATS


def test_what_is_meant_is_a_look_else_the_one_that_has_most_of_the_pieces() -> None:
    shown = [*OFFICE, *DARKER, *HATS]
    assert meant(Brief(refers_to=["look-12"]), shown) == [OFFICE[1]]
    assert meant(Brief(refers_to=["blouse-1-2", "tote-1-2", "loafers-2-1"]), shown) == [OFFICE[1]]
    assert meant(Brief(refinement=change("swap", keep=["loafers-2-1"])), shown) == DARKER
    assert meant(Brief(refinement=change("cheaper", keep=["loafers-2-1"])), shown) == []
    assert meant(Brief(refers_to=["own-1"]), shown) == []


@pytest.mark.parametrize(
    "said", [{"wanted": [SHOES]}, {"colours": ["black"]}, {"avoid_slots": ["bag"]}, {"fabrics": ["linen"]}]
)
@pytest.mark.parametrize("intent", ["find", "outfit", "complete"])
def test_an_outfit_of_which_something_else_is_said_is_made_again(said: Any, intent: Any) -> None:
    brief = resolved(Brief(intent=intent, refers_to=["look-12"], **said), OFFICE)
    assert brief.intent == "outfit"
    assert brief.refinement == change("swap", looks=["look-12"])
    assert brief.colours_must == bool(brief.colours)


def test_a_question_or_a_search_of_its_own_is_left_alone() -> None:
    for brief in (
        Brief(intent="ask_advice", refers_to=["look-12"], wanted=[SHOES]),
        Brief(intent="find", wanted=[SHOES]),
        Brief(intent="outfit", refers_to=["look-12"]),
        Brief(intent="outfit", refers_to=["look-12"], colours=["red"], refinement=change("other")),
    ):
        assert resolved(brief, OFFICE) == brief


def test_an_article_with_something_changed_is_its_like() -> None:
    brief = resolved(Brief(intent="find", refers_to=["look-32"], colours=["red"]), HATS)
    assert (brief.intent, brief.colours_must) == ("similar", True)
    assert brief.refinement == change("amend", looks=["look-32"], items=["sun_hat-3-2"])
    cap = Brief(intent="find", refers_to=["look-32"], wanted=[Wanted(slot="headwear", category="cap")])
    assert resolved(cap, HATS) == cap


def test_a_swap_without_a_name_is_of_the_first_look_seen_last() -> None:
    brief = resolved(Brief(intent="find", wanted=[SHOES], refinement=change("swap")), [*OFFICE, *DARKER])
    assert brief.refinement == change("swap", looks=["look-21"])
    assert resolved(Brief(intent="find", wanted=[SHOES], refinement=change("swap")), HATS).intent == "find"


def test_what_is_added_is_of_the_one_outfit_that_is_talked_of() -> None:
    brief = Brief(avoid_categories=["tote"], refinement=change("amend"))
    assert resolved(brief, DARKER).refinement == change("swap", looks=["look-21"])
    assert resolved(brief, OFFICE) == brief
    variants = [look(number, 4, refinement=change("swap")) for number in (1, 2)]
    assert resolved(brief, variants).refinement == change("swap", looks=["look-41"])


def test_what_the_one_outfit_never_had_leaves_it_as_it_is() -> None:
    brief = Brief(avoid_categories=["scarf"], avoid_colours=["red"], refinement=change("amend"))
    assert resolved(brief, DARKER).refinement == change("again", looks=["look-21"])
    worn = brief.model_copy(update={"avoid_colours": ["black"]})
    assert resolved(worn, DARKER).refinement == change("swap", looks=["look-21"])
    assert resolved(brief, OFFICE) == brief


def test_only_what_is_said_of_pieces_alters_a_look() -> None:
    assert alters(Brief(avoid_colours=["red"]))
    assert alters(Brief(refinement=change("swap", keep=["blazer-1"])))
    assert not alters(Brief(place="Marseille", presentation="men"))


def test_something_else_is_none_of_the_core_of_this_talk() -> None:
    other = Brief(refinement=change("other"))
    seen = seen_before(other, [*OFFICE, *DARKER])
    assert set(seen) >= {"blouse-1-1", "midi_skirt-1-2", "loafers-2-1"}
    assert not any(key.startswith("tote") for key in seen)
    assert seen_before(other, [*OFFICE, *HATS]) == ["sun_hat-3-1", "sun_hat-3-2", "sun_hat-3-3"]
    assert seen_before(Brief(refinement=change("amend")), OFFICE) == []


def test_what_was_refused_before_stays_away_in_the_same_talk() -> None:
    again = look(1, 2, refinement=change("other", without=["jeans-0"]))
    assert seen_before(Brief(refinement=change("other")), [*OFFICE, again])[0] == "jeans-0"


def test_the_like_of_a_look_is_not_that_look() -> None:
    like = Brief(refinement=change("more_like", looks=["look-12"]))
    assert seen_before(like, OFFICE) == ["blouse-1-2", "midi_skirt-1-2", "loafers-1-2"]


def test_what_the_talk_is_built_around_may_come_again() -> None:
    begun = [look(1, 1, intent="complete", refers_to=["look-3", "blouse-1-1"])]
    assert anchors(begun) == ["blouse-1-1"]
    assert "blouse-1-1" not in seen_before(Brief(refinement=change("other")), begun)
    assert anchors(OFFICE) == anchors([]) == []


def test_a_step_compares_looks_with_looks_and_shoes_with_shoes() -> None:
    shown = [*OFFICE, *HATS]
    assert compared(Brief(), OFFICE) == [[item.id for item in row.look.items] for row in OFFICE]
    assert compared(Brief(intent="find"), shown) == [["sun_hat-3-1"], ["sun_hat-3-2"], ["sun_hat-3-3"]]
    assert compared(Brief(intent="find", wanted=[SHOES]), shown) == [["loafers-1-1"], ["loafers-1-2"]]
    assert compared(Brief(intent="find", slots=["outer"]), shown) == []
    assert last_seen(shown, {"bag"})[0].id == "tote-1-1"
