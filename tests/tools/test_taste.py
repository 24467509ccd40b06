from datetime import UTC, datetime

import pytest

from stores.feedback import Entry
from stores.vocabulary import Colour, Garment, Taste, Wish
from tools.taste import liking, spared, taste_of, traits_of

GREEN = Colour(name="green", family="green", hex="#2e8b57")


def entry(minute: int, liking: float, *attributes: str, **about: str) -> Entry:
    at = datetime(2027, 5, 3, 12, minute, tzinfo=UTC)
    return Entry.model_validate({"at": at, "liking": liking, "attributes": list(attributes), **about})


def skirt(identity: str = "s", colour: Colour = GREEN) -> Garment:
    return Garment(
        id=identity, name="", category="midi_skirt", slot="bottom", colours=[colour], fabrics=["silk"],
        formality=3, clo=0.2,
    )  # fmt: skip


def test_one_opinion_leans_and_many_convince() -> None:
    likes = [taste_of([entry(n, -1, "family:green", item=f"a{n}") for n in range(count)]).likes for count in (1, 3, 9)]
    values = [each["family:green"] for each in likes]
    assert values == sorted(values, reverse=True)
    assert -0.5 < values[0] < 0 and values[-1] < -0.75


def test_opinions_against_each_other_cancel_out() -> None:
    said = [entry(1, 1, "fabric:silk", item="a"), entry(2, -1, "fabric:silk", item="b")]
    assert taste_of(said).likes["fabric:silk"] == 0


@pytest.mark.parametrize("about", [{"item": "a"}, {"look": "look-1", "thread": "t"}, {"run": "r"}])
def test_of_one_thing_the_last_word_counts(about: dict[str, str]) -> None:
    said = [entry(1, -1, "family:green", **about), entry(2, 1, "family:green", **about)]
    assert taste_of(said).likes["family:green"] > 0


def test_looks_of_the_same_name_in_two_threads_are_two() -> None:
    said = [entry(n, 1, "family:green", look="look-1", thread=thread) for n, thread in enumerate("tu")]
    assert (
        taste_of(said).likes["family:green"]
        == taste_of([entry(n, 1, "family:green", item=f"{n}") for n in (1, 2)]).likes["family:green"]
    )


def test_a_word_on_a_piece_outweighs_one_on_a_look_it_is_in() -> None:
    said = [entry(1, 1, "item:s", item="s"), entry(2, -1, "item:s", "item:t", look="look-1", thread="t")]
    assert taste_of(said).likes == {"item:s": 1, "item:t": -0.5}


def test_a_piece_is_liked_for_what_it_is_and_for_itself() -> None:
    likes = {"family:green": 0.6, "fabric:silk": 0.2, "family:red": -1, "item:t": -0.5}
    assert liking(skirt(), likes) == pytest.approx(0.4)
    assert liking(skirt("t"), likes) == pytest.approx(-0.1)
    assert liking(skirt(), {}) == 0
    assert "pattern:solid" not in traits_of(skirt())


def test_only_what_was_refused_by_itself_is_left_out() -> None:
    wishes = [Wish(slot="bottom", query="skirt")]
    taste = Taste(likes={"item:a": -1, "item:b": -0.5, "item:c": 1, "family:green": -1})
    assert [wish.filters.exclude for wish in spared(wishes, taste)] == [["a"]]
    assert wishes[0].filters.exclude == []
