"""A tiny folder of the same shape gives every figure, and our own sets are whole and halved alike every time."""

import json
from pathlib import Path

import pytest

from agents.house.lexicon import languages
from bench.scope import HALVES, load_own, measure, wrong

LABELS = {"ours", "off_topic", "care", "not_care"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    questions = [["what's the tallest mountain", "mountains"], ["a red dress please", "shopping"], ["hi", "greeting"]]
    files = {
        "clinc/data_train_val.json": json.dumps({"val": questions, "oos_val": [["who wrote hamlet", "oos"]]}),
        "xsid/en.valid.tsv": "split\tintent\ttext\nv\tweather/find\twill it rain\nv\tAlarm\twake me at six\n",
        "simmc2/dev_user_turns.jsonl": json.dumps({"turn": 0, "user": "Do you have coats?"}),
        "webshop/human_goals_fashion.json": json.dumps(["a blue shirt", "a blue shirt", "a bag of oats"]),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_figures_by_source_and_language(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = {"ours": ["I look frumpy"], "off_topic": ["write a poem"], "care": ["I want to die"], "not_care": ["hi"]}
    monkeypatch.setattr("bench.scope.load_own", lambda language: dict.fromkeys(HALVES, own))
    figures = measure(data)
    assert figures["rows"] == {"clinc.en": 3, "xsid.en": 1, "simmc2.en": 1, "webshop.en": 1}
    assert figures["refused_by"] == {"clinc.en": 2 / 3, "xsid.en": 1}
    assert (figures["refused"], figures["false_refusals"]) == (3 / 4, 0)
    right = {"refused": 1, "false_refusals": 0, "cared_for": 1, "false_care": 0, "rows": 4}
    assert figures["own"]["test"]["en"] == right


def test_what_went_wrong_is_named(data: Path) -> None:
    assert list(wrong(data, "data")) == ["clinc.en: a red dress please"]


@pytest.mark.parametrize("language", languages())
def test_our_own_sets_are_whole(language: str) -> None:
    halves = load_own(language)
    for label in LABELS:
        one, other = (halves[half][label] for half in HALVES)
        assert one
        assert abs(len(one) - len(other)) <= 2  # old rows and new were halved apart
        assert not {*one} & {*other}
    assert halves == load_own(language)
