from datetime import UTC, datetime

import pytest

from stores.factors import Factors
from stores.feedback import Entry
from stores.vocabulary import Colour, Garment, Taste, Wish
from tools.taste import liking, spared, taste_of, traits_of, welcome

GREEN = Colour(name="green", family="green", hex="#2e8b57")
ABOUT_A_SKIRT = ("family:green", "fabric:silk", "category:midi_skirt", "dress:2")


def entry(minute: int, liking: float, *attributes: str, **about: str) -> Entry:
    at = datetime(2027, 5, 3, 12, minute, tzinfo=UTC)
    return Entry.model_validate({"at": at, "liking": liking, "attributes": list(attributes), **about})


def skirt(identity: str = "s", colour: Colour = GREEN) -> Garment:
    return Garment(
        id=identity, name="", category="midi_skirt", slot="bottom", colours=[colour], fabrics=["silk"],
        formality=3, clo=0.2,
    )  # fmt: skip


def test_one_opinion_leans_and_many_convince() -> None:
    told = [[entry(n, -1, *ABOUT_A_SKIRT, item=f"a{n}") for n in range(count)] for count in (1, 3, 9)]
    values = [liking(skirt(), taste_of(one)) for one in told]
    assert values == sorted(values, reverse=True)
    assert -0.5 < values[0] < 0 and values[-1] < -0.65


def test_what_is_liked_is_told_apart_from_what_it_came_with() -> None:
    told = [entry(n, 1, "family:green", f"category:c{n}", item=f"g{n}") for n in range(4)]
    told += [entry(10 + n, -1, "family:red", f"category:c{n}", item=f"r{n}") for n in range(4)]
    likes = taste_of(told).likes
    assert likes["family:green"] > 0.3 and likes["family:red"] < -0.3
    assert all(abs(likes.get(f"category:c{n}", 0)) < 0.05 for n in range(4))


def test_who_likes_everything_likes_nothing_in_particular() -> None:
    """b_u: praise for everything is the person's way, and tells less of what is praised."""
    families = ("green", "red", "blue", "navy", "grey")
    praise = taste_of([entry(n, 1, f"family:{family}", item=family) for n, family in enumerate(families)])
    choosy = taste_of([entry(n, 1 - 2 * (n > 0), f"family:{one}", item=one) for n, one in enumerate(families)])
    assert 0 < praise.likes["family:green"] < choosy.likes["family:green"]


def test_the_half_step_is_the_ridge_regression_of_the_formula() -> None:
    """One opinion r = 1 on one attribute with spread .15, b_u .1 and noise .4: .15 / (.15 + .1 + .4)."""
    assert taste_of([entry(1, 1, "family:green", item="a")]).likes["family:green"] == pytest.approx(0.15 / 0.65)


def test_attributes_that_people_share_are_learned_together() -> None:
    """With latent factors 1 and -1 for two attributes, liking the one is disliking the other, though never met."""
    tied = Factors(factors={"family:green": [1.0], "family:red": [-1.0], "family:blue": [0.0]})
    likes = taste_of([entry(1, 1, "family:green", item="a")], tied).likes
    assert likes["family:red"] == pytest.approx(-1 / (1.15 + 0.5))
    assert "family:blue" not in likes


def test_what_everybody_likes_is_liked_until_somebody_says_otherwise() -> None:
    popular = Factors(bias={"family:grey": 0.2}, factors={"family:grey": [0.0]})
    likes = [
        taste_of([entry(1, -1, f"family:{one}", item="a")], popular).likes["family:grey"] for one in ("red", "grey")
    ]
    assert likes[0] == pytest.approx(0.2) and likes[1] < 0


def test_opinions_against_each_other_cancel_out() -> None:
    said = [entry(1, 1, "fabric:silk", item="a"), entry(2, -1, "fabric:silk", item="b")]
    assert "fabric:silk" not in taste_of(said).likes


@pytest.mark.parametrize("about", [{"item": "a"}, {"look": "look-1", "thread": "t"}, {"run": "r"}])
def test_of_one_thing_the_last_word_counts(about: dict[str, str]) -> None:
    said = [entry(1, -1, "family:green", **about), entry(2, 1, "family:green", **about)]
    assert taste_of(said).likes["family:green"] > 0
    assert taste_of(said).evidence == taste_of(said[1:]).evidence


def test_looks_of_the_same_name_in_two_threads_are_two() -> None:
    said = [entry(n, 1, "family:green", look="look-1", thread=thread) for n, thread in enumerate("tu")]
    assert taste_of(said).evidence == pytest.approx(1.0), "an opinion on a look counts half"


def test_a_word_on_a_piece_outweighs_one_on_a_look_it_is_in() -> None:
    said = [entry(1, 1, "item:s", "family:red", item="s"), entry(2, -1, "item:s", "item:t", look="look-1", thread="t")]
    likes = taste_of(said).likes
    assert (likes["item:s"], likes["item:t"]) == (1, -0.5)


@pytest.mark.parametrize(
    ("more", "less"), [("said", "ordered"), ("bought", "worn"), ("worn", "swapped"), ("saved", "shown")]
)
def test_what_was_said_counts_more_than_what_was_done_and_being_shown_next_to_nothing(more: str, less: str) -> None:
    clear, faint = (taste_of([entry(1, 1, "family:green", item="a", how=how)]) for how in (more, less))
    assert clear.likes["family:green"] > faint.likes["family:green"] > 0
    assert clear.evidence > faint.evidence


def test_a_piece_is_liked_for_what_it_is_and_for_itself() -> None:
    taste = Taste(likes={"family:green": 0.3, "fabric:silk": 0.1, "family:red": -1, "item:t": -0.5})
    assert liking(skirt(), taste) == pytest.approx(0.4)
    assert liking(skirt("t"), taste) == pytest.approx(-0.1)
    assert liking(skirt(), Taste()) == 0
    assert "pattern:solid" not in traits_of(skirt())


def test_the_same_liking_weighs_more_the_more_it_stands_on() -> None:
    likes = {"family:green": 0.5}
    weights = [welcome(skirt(), Taste(likes=likes, evidence=evidence)) for evidence in (0, 1, 3, 10)]
    assert weights[0] == 0 and weights == sorted(set(weights)) and weights[-1] < 0.35


def test_what_was_worn_of_late_rests_and_shoes_do_not() -> None:
    taste = Taste(recent={"s": 1.0})
    shoes = skirt().model_copy(update={"slot": "footwear"})
    assert welcome(skirt(), taste) < welcome(skirt("other"), taste) == welcome(shoes, taste) == 0


def test_only_what_was_refused_by_itself_is_left_out() -> None:
    wishes = [Wish(slot="bottom", query="skirt")]
    taste = Taste(likes={"item:a": -1, "item:b": -0.5, "item:c": 1, "family:green": -1})
    assert [wish.filters.exclude for wish in spared(wishes, taste)] == [["a"]]
    assert wishes[0].filters.exclude == []


def test_what_a_run_leans_to_moves_a_welcome_without_any_opinion() -> None:
    red = skirt(colour=Colour(name="red", family="red", hex="#b3202a"))
    leaning = Taste(leaning={"family:red": 0.4, "pattern:stripe": -1})
    assert (welcome(red, leaning), welcome(skirt(), leaning)) == (0.4, 0)
    assert welcome(red, Taste(leaning={"family:red": 1, "category:midi_skirt": 1})) == 1
