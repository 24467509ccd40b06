from typing import Any, Literal

import pytest

from stores.vocabulary import (
    Brief,
    Budget,
    Conditions,
    Figures,
    Item,
    ItemColour,
    Look,
    Profile,
    Refinement,
    Score,
    ShownLook,
    Sizes,
    Wanted,
)
from tools.carry import carry
from tools.levels import adapt

LAST = Brief(
    occasion="dinner",
    place="Lyon",
    date="2027-06-12",
    budget=Budget(max=200, currency="EUR"),
    sizes=Sizes(clothes="M", shoes="39"),
    avoid_colours=["red"],
    avoid_fabrics=["wool"],
    colours=["navy"],
    presentation="women",
)


def look(
    number: int, total: float | None, *, kind: Literal["outfit", "article"] = "outfit", turn: int = 1
) -> ShownLook:
    item = Item(
        slot="mid",
        source="catalog",
        id=f"item-{number}",
        name="navy blazer",
        category="blazer",
        colour=ItemColour(name="navy", family="navy", hex="#1f2a44"),
        price=total,
    )
    score = Score(total=80)
    shown = Look(id=f"look-{number}", kind=kind, title="", items=[item], total=total, currency="EUR", score=score)
    return ShownLook(number=number, turn=turn, look=shown, brief=LAST)


def follow(change: str, **said: Any) -> Brief:
    refinement = Refinement(change=change, looks=said.pop("looks", []), items=said.pop("items", []))  # type: ignore[arg-type]
    return Brief(refinement=refinement, **said)


def carried(brief: Brief, *shown: ShownLook, last: Brief = LAST, profile: Profile | None = None) -> Brief:
    return carry(brief, last, shown, profile or Profile())


def test_a_follow_up_keeps_the_setting_and_the_refusals() -> None:
    brief = carried(follow("other", avoid_colours=["black"]))
    assert (brief.occasion, brief.place, brief.date, brief.presentation) == ("dinner", "Lyon", "2027-06-12", "women")
    assert brief.sizes == LAST.sizes
    assert brief.avoid_colours == ["red", "black"]
    assert brief.avoid_fabrics == ["wool"]
    assert brief.budget == LAST.budget
    assert brief.colours == ["navy"]


def test_a_refused_pattern_stays_refused_until_it_is_asked_for() -> None:
    last = LAST.model_copy(update={"avoid_patterns": ["stripe"]})
    assert carried(follow("other", avoid_patterns=["check"]), last=last).avoid_patterns == ["stripe", "check"]
    assert carried(follow("amend", patterns=["stripe"]), last=last).avoid_patterns == []


def test_what_is_said_now_comes_first() -> None:
    brief = carried(
        follow("again", place="Nice", colours=["red"], budget=Budget(max=90, currency="USD"), sizes=Sizes(shoes="40"))
    )
    assert (brief.place, brief.colours, brief.avoid_colours) == ("Nice", ["red"], [])
    assert brief.budget == Budget(max=90, currency="USD")
    assert brief.sizes == Sizes(clothes="M", shoes="40")


def test_without_a_refinement_nothing_is_carried() -> None:
    brief = carried(Brief(occasion="gym"))
    assert (brief.place, brief.budget, brief.colours) == (None, None, [])
    assert carry(follow("cheaper"), None, [], Profile()).budget is None


def test_only_shoes_leaves_the_other_pieces_behind() -> None:
    blazer = Wanted(slot="mid", category="blazer", colours=["navy"])
    last = LAST.model_copy(update={"wanted": [blazer], "categories": ["blazer"]})
    brief = carried(follow("only", intent="find", slots=["footwear"]), last=last)
    assert (brief.slots, brief.categories, brief.wanted, brief.colours) == (["footwear"], [], [], [])
    assert brief.occasion == "dinner"


def test_a_swap_asks_for_the_new_piece_alone() -> None:
    last = LAST.model_copy(update={"wanted": [Wanted(slot="mid", category="cardigan")], "categories": ["cardigan"]})
    brief = carried(follow("swap", categories=["blazer"], wanted=[Wanted(slot="mid", category="blazer")]), last=last)
    assert [one.category for one in brief.wanted] == ["blazer"]
    assert brief.categories == ["blazer"]
    assert brief.date == LAST.date


def test_what_is_refused_now_is_no_longer_asked_for() -> None:
    brief = carried(follow("other", avoid_colours=["navy"]))
    assert (brief.colours, brief.avoid_colours) == ([], ["red", "navy"])


@pytest.mark.parametrize(
    ("brief", "budget"),
    [
        (follow("cheaper", looks=["look-2"]), Budget(max=119.99, currency="EUR")),
        (follow("cheaper", refers_to=["look-1"]), Budget(max=159.99, currency="EUR")),
        (follow("cheaper"), Budget(max=89.99, currency="EUR")),
        (follow("cheaper", items=["item-3"]), Budget(max=89.99, currency="EUR", per="item")),
        (follow("cheaper", budget=Budget(max=50, currency="EUR")), Budget(max=50, currency="EUR")),
        (follow("cheaper", budget=Budget(max=110, currency="USD")), Budget(max=89.99, currency="EUR")),
        (follow("dearer"), None),
    ],
)
def test_cheaper_is_below_what_is_referred_to(brief: Brief, budget: Budget | None) -> None:
    shown = [look(1, 160), look(2, 120), look(3, 90)]
    assert carried(brief, *shown).budget == budget


def test_cheaper_than_single_articles_is_per_item_and_only_the_last_turn_counts() -> None:
    shown = [look(1, 20, turn=1), look(2, 80, kind="article", turn=2), look(3, 60, kind="article", turn=2)]
    assert carried(follow("cheaper"), *shown).budget == Budget(max=59.99, currency="EUR", per="item")


def test_cheaper_without_any_price_keeps_the_last_budget() -> None:
    assert carried(follow("cheaper"), look(1, None)).budget == LAST.budget


def test_the_profile_fills_what_is_unsaid_and_yields_to_what_is_asked() -> None:
    profile = Profile(
        presentation="men",
        sizes=Sizes(clothes="L", shoes="43"),
        avoid_colours=["green", "pink"],
        avoid_categories=["jeans"],
        budget=Budget(max=300, currency="EUR"),
    )
    brief = carry(Brief(colours=["green"], sizes=Sizes(clothes="XL")), None, [], profile)
    assert (brief.presentation, brief.sizes) == ("men", Sizes(clothes="XL", shoes="43"))
    assert (brief.avoid_colours, brief.avoid_categories) == (["pink"], ["jeans"])
    assert brief.budget == profile.budget
    assert carry(Brief(intent="smalltalk"), None, [], profile).budget is None


def test_a_pattern_that_is_never_worn_is_refused_until_it_is_asked_for() -> None:
    profile = Profile(avoid_patterns=["stripe", "check"])
    assert carry(Brief(), None, [], profile).avoid_patterns == ["stripe", "check"]
    assert carry(Brief(patterns=["stripe"]), None, [], profile).avoid_patterns == ["check"]
    asked = Brief(wanted=[Wanted(slot="base_top", patterns=["check"])])
    assert carry(asked, None, [], profile).avoid_patterns == ["stripe"]


def test_dressier_and_warmer_move_the_conditions_a_step() -> None:
    day = Conditions(formality=(3, 5))
    dressier, plainer = (adapt(day, follow(change), None) for change in ("dressier", "plainer"))
    assert dressier is not None and dressier.formality == (4, 6)
    assert plainer is not None and plainer.formality == (2, 4)
    warmer, cooler = (adapt(day, follow(change), 1.0) for change in ("warmer", "cooler"))
    assert warmer is not None and warmer.clo == 1.25
    assert cooler is not None and cooler.clo == 0.75
    assert adapt(day, Brief(), 1.0) is day


def test_a_step_starts_from_what_was_shown_where_that_is_further_on() -> None:
    day = Conditions(formality=(3, 5))

    def stepped(change: Any, than: float, **said: Any) -> Conditions:
        found = adapt(day, Brief(refinement=Refinement(change=change, than=than), **said), 1.0)
        assert found is not None
        return found

    assert stepped("dressier", 5.5).formality == (5.5, 6.5)
    assert stepped("plainer", 2.5).formality == (1.5, 2.5)
    assert stepped("warmer", 2.0).clo == pytest.approx(0.161 + 0.835 * 2 + 0.25)
    assert stepped("cooler", 0.1).clo == pytest.approx(0.2)
    assert stepped("warmer", 0.1, clo=1.5).clo == 1.75


def test_a_warmth_that_was_asked_for_stays() -> None:
    moved = adapt(Conditions(clo=1.0), Brief(clo=1.4), 1.0)
    assert moved is not None and moved.clo == 1.4
    assert carried(follow("amend", colours=["navy"]), last=LAST.model_copy(update={"clo": 1.4})).clo == 1.4


def test_what_fits_one_person_is_not_carried_to_another() -> None:
    profile = Profile(presentation="women", sizes=Sizes(clothes="S", shoes="38"))
    brief = carried(follow("amend", presentation="men"), profile=profile)
    assert (brief.presentation, brief.sizes, brief.occasion) == ("men", Sizes(), "dinner")
    assert carried(follow("amend", presentation="women"), profile=profile).sizes == Sizes(clothes="M", shoes="39")


def test_a_look_that_is_pointed_at_brings_its_own_brief() -> None:
    party = look(1, 100, turn=2)
    party.brief = Brief(occasion="party", colours=["green"])
    shown = [party, look(2, 200, turn=3)]
    brief = carried(follow("cheaper", looks=["look-1"]), *shown)
    assert (brief.occasion, brief.colours) == ("party", ["green"])
    assert brief.avoid_fabrics == ["wool"]
    assert brief.refinement is not None and brief.refinement.than == 100


def test_what_was_asked_of_the_other_pieces_outlives_a_swap() -> None:
    blazer, flat = Wanted(slot="mid", category="blazer"), Wanted(slot="footwear", colours=["brown"])
    begun = Brief(categories=["blazer"], wanted=[blazer], colours=["navy"], colours_must=True)
    swap = Brief(
        refinement=Refinement(change="swap"),
        categories=["loafers"],
        wanted=[flat],
        colours=["brown"],
        colours_must=True,
    )
    first, second = look(1, 100, turn=1), look(2, 90, turn=2)
    first.brief, second.brief = begun, swap
    brief = carried(follow("cheaper"), first, second, last=swap)
    assert brief.wanted == [flat, blazer]
    assert brief.categories == ["loafers", "blazer"]
    assert (brief.colours, brief.colours_must) == (["navy"], True)


def test_cheaper_shoes_are_cheaper_than_the_shoes_that_were_shown() -> None:
    outfit = look(1, 160)
    shoes = outfit.look.items[0].model_copy(update={"id": "shoes", "slot": "footwear", "price": 60.0})
    outfit.look.items.append(shoes)
    wish = follow("cheaper", intent="find", wanted=[Wanted(slot="footwear")])
    assert carried(wish, outfit, look(2, 20, kind="article", turn=2)).budget == Budget(
        max=59.99, currency="EUR", per="item"
    )
    assert carried(wish, look(2, 20, kind="article")).budget == LAST.budget


def test_an_outfit_around_a_shown_piece_keeps_it_through_changes() -> None:
    begun = look(1, 100)
    begun.brief = Brief(intent="complete", refers_to=["item-1"])
    kept = [carried(follow(change), begun, last=begun.brief).refinement for change in ("dressier", "other", "swap")]
    assert [one.keep if one else None for one in kept] == [["item-1"], ["item-1"], []]


def test_a_piece_that_is_to_stay_stays_through_a_step() -> None:
    brief = carried(Brief(refinement=Refinement(change="cheaper", keep=["item-1"])), look(1, 100))
    assert brief.refinement is not None and brief.refinement.keep == ["item-1"]
    assert brief.budget == Budget(max=99.99, currency="EUR")


def test_news_of_the_same_evening_keep_the_budget() -> None:
    brief = carried(Brief(intent="outfit", occasion="black_tie", refers_to=["look-1"]), look(1, 90))
    assert (brief.occasion, brief.budget, brief.place) == ("black_tie", LAST.budget, "Lyon")
    bare = carried(Brief(intent="outfit", occasion="black_tie"), look(1, 90))
    assert bare.budget == LAST.budget
    apart = carried(Brief(intent="outfit", occasion="gala"), look(1, 90))
    assert (apart.budget, apart.place) == (None, None)


def test_a_wedding_in_a_church_is_the_same_wedding_and_covered() -> None:
    wedding = LAST.model_copy(update={"occasion": "wedding", "culture": "chinese"})
    told = Brief(intent="outfit", occasion="church", refers_to=["look-1"])
    brief = carried(told, look(1, 90).model_copy(update={"brief": wedding}), last=wedding)
    assert (brief.occasion, brief.culture, brief.modest) == ("wedding", "chinese", True)
    assert carried(told, look(1, 90)).occasion == "church"


def test_a_new_temperature_leaves_the_low_of_the_day_before_it() -> None:
    told = LAST.model_copy(update={"stated_temp_c": 20.0, "stated_figures": Figures(low_c=5.0)})
    amended = Brief(refinement=Refinement(change="amend"))
    assert carried(amended, look(1, 90), last=told).stated_figures == Figures(low_c=5.0)
    warmer = amended.model_copy(update={"stated_temp_c": 25.0})
    assert carried(warmer, look(1, 90), last=told).stated_figures is None
