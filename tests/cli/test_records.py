"""Replies for learning, from the command line: a person's word, and the operator's file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stores.training_records import RECORDS, Record, Told
from tests.cli.conftest import Said

Maison = Callable[..., Said]

PROMPT = [Told(role="system", content="You are a stylist."), Told(role="user", content='{"kind": "style"}')]


def record(**changes: Any) -> Record:
    known = {
        "at": "2027-05-03T09:00:00Z", "thread": "t", "run": "r", "role": "style", "model": "m", "prompt_hash": "x",
        "outcome": "accepted", "messages": PROMPT, "chosen": "good", **changes,
    }  # fmt: skip
    return Record(**known)


@pytest.fixture
def kept(data_dir: Path) -> None:
    """Records of two people: one reply that was accepted, one that was not, one of which nothing was said."""
    rows = [
        ("ada", record()),
        ("ada", record(outcome="rejected", rejected="bad", reason="invalid reply")),
        ("bea", record(outcome="rejected", rejected="", reason="an empty reply")),
    ]
    for number, (person, row) in enumerate(rows):
        folder = data_dir / RECORDS / person / "t"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number}.json").write_text(row.model_dump_json())


def lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text().splitlines()]


def test_a_person_agrees_and_withdraws(maison: Maison, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "MAISON_RECORDS_KEPT" in maison("records", "show").out
    refused = maison("records", "allow")
    assert (refused.code, "MAISON_RECORDS_KEPT" in refused.err) == (1, True)
    monkeypatch.setenv("MAISON_RECORDS_KEPT", "10")
    assert "allow" in maison("records", "show").out
    assert "0 so far" in maison("records", "allow").out
    assert "0 so far" in maison("records", "show").out
    assert "No reply" in maison("records", "withdraw").out
    assert "No reply" in maison("records", "show").out


@pytest.mark.usefixtures("kept")
def test_pairs_are_written_as_preference_tuning_takes_them(maison: Maison, tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    assert (maison("records", "export", str(file)).out, len(lines(file))) == (f"1 pairs in {file}.\n", 1)
    (pair,) = lines(file)
    assert [message["role"] for message in pair["prompt"]] == ["system", "user"]
    assert pair["chosen"] == [{"role": "assistant", "content": "good"}]
    assert pair["rejected"] == [{"role": "assistant", "content": "bad"}]
    assert (pair["role"], pair["model"], pair["prompt_hash"], pair["reason"]) == ("style", "m", "x", "invalid reply")
    assert "ada" not in file.read_text()


@pytest.mark.usefixtures("kept")
def test_good_replies_are_written_for_supervised_tuning(maison: Maison, tmp_path: Path) -> None:
    file = tmp_path / "good.jsonl"
    assert maison("records", "export", str(file), "--kind", "good").code == 0
    assert {row["completion"][0]["content"] for row in lines(file)} == {"good"}
    again = maison("records", "export", str(file))
    assert (again.code, "--force" in again.err) == (1, True)
    assert maison("records", "export", str(file), "--force").code == 0
    nowhere = maison("records", "export", str(tmp_path / "no" / "file"))
    assert (nowhere.code, "cannot be written" in nowhere.err) == (1, True)


def test_where_nobody_agreed_it_is_told_what_is_kept(maison: Maison, tmp_path: Path) -> None:
    said = maison("records", "export", str(tmp_path / "pairs.jsonl"))
    assert (said.code, "0 pairs" in said.out, "MAISON_RECORDS_KEPT" in said.out) == (0, True, True)
