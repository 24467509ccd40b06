"""A talk is told in each language turn by turn; what is wrong with a turn is told of dev alone."""

from bench.talks import Told, failures, figures, tell
from evals.cases import Case, Said
from evals.parallel import ParallelTalk, SpokenTurn

TALK = ParallelTalk(
    id="office",
    split="dev",
    turns=[
        SpokenTurn(
            say={"en": "an outfit for the office, I'm a man", "fr": "une tenue de bureau, homme", "zh": "男士上班穿搭"},
            checks={"orders": {"outfit": True, "presentation": "men"}},
        ),
        SpokenTurn(
            say={"en": "cheaper please", "fr": "moins cher", "zh": "便宜一点"},
            checks={"orders": {"outfit": True, "presentation": "men", "than": "cheaper"}},
        ),
    ],
)


async def test_a_talk_is_told_in_each_language_turn_by_turn():
    told = await tell([TALK])
    assert [turn.case.language for turn in told] == ["en"] * 2 + ["fr"] * 2 + ["zh"] * 2
    assert all(turn.looks for turn in told)
    assert figures(told)["dev"] == {
        "turns": {"en": 1, "fr": 1, "zh": 1},
        "behind": {"fr": 0, "zh": 0},
        "talks": {"en": 1, "fr": 1, "zh": 1},
        "alike": {"fr": 1, "zh": 1},
        "n": {"talks": 1, "turns": 2},
    }


def told_of(split, language, *turns):
    """A talk of turns, each with the looks it shows and what was wrong."""
    said = [Said(text=f"turn {number}") for number in range(len(turns))]
    return [
        Told(
            "a",
            Case(id=f"a-{n}", language=language, split=split, history=said[:n], say=said[n], checks={}),
            [looks],
            wrong,
        )
        for n, (looks, wrong) in enumerate(turns)
    ]


def test_a_talk_is_right_when_all_its_turns_are():
    english = told_of("test", "en", (["x"], []), (["y"], []))
    french = told_of("test", "fr", (["x"], []), (["z"], ["orders: dear"]))
    found = figures([*english, *french, *told_of("test", "zh", (["w"], ["money: off"]), (["y"], []))])["test"]
    assert found["turns"] == {"en": 1, "fr": 0.5, "zh": 0.5}
    assert found["behind"] == {"fr": 0.5, "zh": 0.5}
    assert found["talks"] == {"en": 1, "fr": 0, "zh": 0}
    assert found["alike"] == {"fr": 0.5, "zh": 0.5}


def test_failures_tell_what_is_wrong_and_what_differs_of_dev_alone():
    turns = [(["x"], []), (["y"], ["orders: dear"])]
    dev = [*told_of("dev", "en", *turns), *told_of("dev", "fr", (["x"], []), (["z"], []))]
    assert [*failures(dev)] == ["a-1 'turn 1' orders: dear", "a-1 'turn 1'  (other looks)"]
    assert not [*failures(told_of("test", "en", *turns))]
