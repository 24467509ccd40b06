"""A tiny run over turns in a folder has every figure; the figures are right on answers made by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from bench import language
from bench.constraints import FILE, LANGUAGES, Answered, answers, figures, measure, turns_in
from evals.turns import Turn, load_turns

TURN = {
    "id": "t1",
    "split": "dev",
    "say": {
        "en": "a men's coat under 300 euros",
        "fr": "un manteau homme à moins de 300 €",
        "zh": "男士大衣，300欧以内",
    },
    "expect": {"presentation": "men", "budget": {"max": 300, "currency": "EUR", "per": "item"}},
}
IMPOSSIBLE = TURN | {"id": "t2", "split": "test", "expect": {"pieces": [{"of": ["swimsuit"]}]}}


def answered(tongue: Any, reply: str = "", broken: tuple[str, ...] = (), **expect: Any) -> Answered:
    turn = Turn.model_validate(TURN | {"expect": expect})
    return Answered(turn, tongue, reply, [*broken])


def test_a_folder_of_the_same_shape_is_played_instead(tmp_path: Path) -> None:
    assert turns_in(tmp_path) == load_turns()
    (tmp_path / FILE).write_text(json.dumps(TURN), encoding="utf-8")
    assert [turn.id for turn in turns_in(tmp_path)] == ["t1"]


async def test_a_tiny_run_has_every_figure() -> None:
    found = await measure([Turn.model_validate(TURN), Turn.model_validate(IMPOSSIBLE)], [7])
    assert {key: found[key] for key in LANGUAGES} == {"en": 0.5, "fr": 0.5, "zh": 0.5}
    assert found["splits"] == {"dev": dict.fromkeys(LANGUAGES, 1.0), "test": dict.fromkeys(LANGUAGES, 0.0)}
    assert {row["id"] for row in found["failures"]} == {"t2"}
    assert found["constraints"]["en"]["budget"] == [1.0, 1]


async def test_a_second_message_goes_on_from_the_first() -> None:
    turn = Turn.model_validate(TURN | {
        "before": TURN["say"],
        "say": {"en": "cheaper", "fr": "moins cher", "zh": "便宜点"},
        "expect": {"than": "cheaper", "only": ["outer"]},
    })  # fmt: skip
    assert [one.broken for one in await answers([turn], 7)] == [[], [], []]


def test_a_share_counts_what_breaks_nothing() -> None:
    rows = [answered(tongue) for tongue in LANGUAGES] + [
        answered(tongue, broken=("budget",), outfit=True, code="casual", budget={"max": 9, "currency": "EUR"})
        for tongue in LANGUAGES
    ]
    found = figures(rows)
    assert found["en"] == 0.5
    assert found["constraints"]["en"] == {"budget": [0.0, 1], "dress_code": [1.0, 1], "slot": [1.0, 1]}


@pytest.mark.parametrize(
    ("reply", "tongue"),
    [
        ("I'd take the navy coat (Maison Aurelle), 99 €.", "en"),
        ("Prenez le manteau bleu marine avec les bottes.", "fr"),
        ("先看藏青色大衣（Wren Street），99 欧。", "zh"),
    ],
)
def test_the_language_of_a_reply_is_told(reply: str, tongue: str) -> None:
    assert language.language_of_reply(reply) == tongue


def test_a_reply_in_another_language_counts_against_the_person_s() -> None:
    replies = {"en": "Take the coat with the boots.", "fr": "Take the coat with the boots.", "zh": "大衣配靴子。"}
    found = language.figures([answered(tongue, replies[tongue], ("slot",) * (tongue == "zh")) for tongue in LANGUAGES])
    assert {tongue: found[tongue] for tongue in LANGUAGES} == {"en": 1.0, "fr": 0.0, "zh": 1.0}
    assert found["behind"] == {"fr": 0.0, "zh": 1.0}
    assert found["failures"] == [{"id": "t1", "language": "fr"}]
