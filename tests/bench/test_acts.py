"""The acts of turns of our own, and every figure from a tiny folder of the same shape."""

import json
from pathlib import Path

import pytest

from bench.acts import act_of, load_turns, measure, read_turn, wrong

TURNS = {
    "I need a raincoat for the weekend.": "REQUEST:GET",
    "Are there any pleated skirts?": "REQUEST:GET",
    "Could you put the green scarf in my cart?": "REQUEST:ADD_TO_CART",
    "I'll take the wide trousers.": "REQUEST:ADD_TO_CART",
    "How do those two parkas compare?": "REQUEST:COMPARE",
    "What's the difference between the loafers and the derbies?": "REQUEST:COMPARE",
    "What is the price of that parka?": "ASK:GET",
    "Who makes those loafers?": "ASK:GET",
    "Anything in linen?": "INFORM:REFINE",
    "Do you have any others?": "INFORM:REFINE",
    "Is there anything like that scarf, but longer?": "INFORM:GET",
    "Do you have one in the same size as that?": "INFORM:GET",
    "The striped one by the door.": "INFORM:DISAMBIGUATE",
    "Sorry, I mean the left one.": "INFORM:DISAMBIGUATE",
}


@pytest.mark.parametrize(("text", "act"), TURNS.items())
def test_an_act_by_its_meaning(text: str, act: str) -> None:
    assert act_of(read_turn(text)) == act


@pytest.fixture
def data(tmp_path: Path) -> Path:
    rows = [
        {"dialogue_idx": at // 2, "turn": 0, "user": text, "act": act} for at, (text, act) in enumerate(TURNS.items())
    ]
    rows[0]["act"] = "ASK:GET"
    (tmp_path / "simmc2").mkdir()
    lines = "\n".join(json.dumps(row) for row in rows)
    (tmp_path / "simmc2/dev_user_turns.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_figures_over_all_and_over_either_half(data: Path) -> None:
    figures = measure(load_turns(data))
    assert figures["accuracy"] == 13 / 14
    assert figures["f1"]["INFORM:GET"] == 1
    assert figures["f1"]["REQUEST:GET"] == pytest.approx(2 / 3)
    assert (figures["seen"]["n"], figures["unseen"]["n"]) == (8, 6)
    assert figures["unseen"]["accuracy"] == 1


def test_mistakes_are_listed(data: Path) -> None:
    assert wrong(load_turns(data)) == ["ASK:GET read as REQUEST:GET: I need a raincoat for the weekend."]
