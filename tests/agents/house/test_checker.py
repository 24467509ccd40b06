from agents.contracts import CheckRequest, LookReview
from agents.house.checker import check, widened
from stores.vocabulary import Brief, Direction, Filters, Item, ItemColour, Look, Score, SubScore, Wish

FILTERS = Filters(categories=["blazer"], colours=["navy"], sizes=["M"], seasons=["winter"], formality=(3, 5))
WISH = Wish(slot="mid", query="blazer", filters=FILTERS)


def review(score: float) -> LookReview:
    colour = ItemColour(name="navy", family="navy", hex="#1f2a44")
    item = Item(slot="mid", source="catalog", id="a", name="a", category="blazer", colour=colour)
    look = Look(id="look-1", kind="outfit", title="", items=[item], total=None, currency="EUR", score=Score(total=50))
    return LookReview(look=look, scores={"colour": SubScore(score=score, why="")})


def asked(reviews: list[LookReview], wish: Wish = WISH, wanted: int = 1) -> CheckRequest:
    direction = Direction(wishes=[wish])
    return CheckRequest(brief=Brief(), conditions=None, direction=direction, reviews=reviews, wanted=wanted)


def test_one_good_look_is_enough() -> None:
    assert check(asked([review(3), review(9)], wanted=3)).accept


def test_no_look_and_poor_looks_send_for_more() -> None:
    assert not check(asked([])).accept
    (amended,) = check(asked([review(3)])).amended
    assert amended == widened(WISH)


def test_widening_gives_up_what_is_soft_and_keeps_what_was_ordered() -> None:
    wider = widened(WISH).filters
    assert (wider.seasons, wider.clo, wider.formality) == ([], None, (2, 6))
    assert (wider.categories, wider.colours, wider.sizes) == (["blazer"], ["navy"], ["M"])


def test_where_nothing_can_be_widened_what_is_there_is_accepted() -> None:
    open_wish = WISH.model_copy(update={"filters": Filters(formality=(0, 9))})
    assert check(asked([], open_wish)).accept


def test_all_wishes_of_a_slot_are_handed_on_where_one_is_widened() -> None:
    open_wish = WISH.model_copy(update={"filters": Filters(formality=(0, 9))})
    direction = Direction(wishes=[WISH, open_wish])
    request = CheckRequest(brief=Brief(), conditions=None, direction=direction, reviews=[], wanted=1)
    assert check(request).amended == [widened(WISH), open_wish]
