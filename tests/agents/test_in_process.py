"""What a model in this process reads and tells, without one; `tests/local/test_chats.py` has real ones."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

from agents.in_process import InProcess, warm
from agents.models import UnknownModel, is_here, load_model
from agents.structure import way_of
from agents.transformer import Telling, turns_of
from graph.captions import data_uri
from tests.photos import red_square


class Ids(list[int]):
    """What `generate` puts, as far as it is looked at."""

    def flatten(self) -> "Ids":
        return self

    def tolist(self) -> list[int]:
        return [*self]


def told(*pieces: bytes) -> list[str]:
    """What is told of a prompt and these pieces of a reply, a byte to a token."""
    said: list[str] = []
    telling = Telling(lambda tokens: bytes(tokens).decode(errors="replace"), said.append)
    for piece in (b"the prompt", *pieces):
        telling.put(Ids(piece))
    telling.end()
    return said


def test_a_character_is_told_when_it_is_whole() -> None:
    coat = "外套".encode()
    assert told(b"a ", coat[:2], coat[2:4], coat[4:], b"!") == ["a ", "外", "套", "!"]


def test_what_never_becomes_a_character_is_told_in_the_end() -> None:
    assert told(b"a", b"\xe5") == ["a", "\ufffd"]


def test_nothing_is_told_of_an_empty_reply() -> None:
    assert told() == []


def test_messages_are_turns_with_pictures_opened() -> None:
    picture = {"type": "image_url", "image_url": {"url": data_uri(red_square())}}
    question = HumanMessage([{"type": "text", "text": "What is it?"}, picture])
    system, human, ai = turns_of([SystemMessage("Be brief."), question, AIMessage("A skirt.")])
    assert [turn["role"] for turn in (system, human, ai)] == ["system", "user", "assistant"]
    assert system["content"] == [{"type": "text", "text": "Be brief."}]
    assert human["content"][1]["image"].size == (300, 400)


def test_it_finds_the_schema_in_its_prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agents.in_process.config_of", lambda folder, packages: {})
    assert way_of(InProcess(folder=Path("nowhere"))) == "prompt"


def test_what_is_in_this_process_is_here() -> None:
    assert is_here("hf:models/qwen")


def test_a_folder_without_a_model_is_told_at_once(tmp_path: Path) -> None:
    reason = "make local" if find_spec("torch") is None else "no config.json"
    with pytest.raises(UnknownModel, match=reason):
        load_model(f"hf:{tmp_path}")


def test_weights_that_cannot_be_read_do_not_stop_a_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agents.in_process.config_of", lambda folder, packages: {})
    model = InProcess(folder=Path("nowhere"))
    warm({"ours": model}.__getitem__, ["unknown", "ours"])
    assert model._model is None
