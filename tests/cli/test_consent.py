"""A photo leaves this machine only after whoever sits at the terminal said so."""

import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Said
from tests.cli.eyes import Eyes, open_eyes
from tests.photos import red_square

Maison = Callable[..., Said]
pytestmark = pytest.mark.usefixtures("shop")
QUESTION = "May I show photo 1 to eyes?"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def eyes(monkeypatch: pytest.MonkeyPatch) -> Iterator[Eyes]:
    with open_eyes() as opened:
        for name, value in opened.env.items():
            monkeypatch.setenv(name, value)
        yield opened


@pytest.fixture
def photo(tmp_path: Path) -> str:
    (tmp_path / "coat.png").write_bytes(red_square())
    return str(tmp_path / "coat.png")


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda text: monkeypatch.setattr(sys, "stdin", Terminal(text))


@pytest.mark.parametrize(("answer", "pictures"), [("yes", 1), ("no", 0), ("perhaps\nOui", 1)])
def test_the_question_is_put_and_the_answer_counts(
    maison: Maison, eyes: Eyes, photo: str, types: Callable[[str], None], answer: str, pictures: int
) -> None:
    types(f"{answer}\n")
    said = maison("ask", "What goes with this?", "--photo", photo, "--json")
    assert said.code == 0
    assert said.err.count(QUESTION) == 1 + answer.count("\n")
    assert eyes.pictures_seen == pictures
    output = json.loads(said.out)
    assert (output["messages"][-1]["type"], len(output["degraded"])) == ("ai", 1 - pictures)


@pytest.mark.parametrize(("answer", "pictures"), [("always", 2), ("never", 0)])
def test_an_answer_for_good_is_asked_for_once(
    maison: Maison, eyes: Eyes, photo: str, types: Callable[[str], None], answer: str, pictures: int
) -> None:
    types(f"{answer}\n")
    assert QUESTION in maison("ask", "What goes with this?", "--photo", photo).err
    types("")
    Path(photo).write_bytes(red_square(230))
    again = maison("ask", "And with this?", "--photo", photo)
    assert (again.code, QUESTION in again.err, eyes.pictures_seen) == (0, False, pictures)


def test_without_a_terminal_the_photo_stays_and_the_way_is_said(
    maison: Maison, eyes: Eyes, photo: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("yes\n"))
    said = maison("ask", "What goes with this?", "--photo", photo)
    assert (said.code, eyes.asked) == (0, [])
    assert "photos_leave" in said.err
    assert QUESTION not in said.err


def test_a_chat_asks_in_the_persons_language(
    maison: Maison, eyes: Eyes, photo: str, types: Callable[[str], None]
) -> None:
    types(f"/photo '{photo}' Qu'est-ce qui va avec ce manteau ?\ntoujours\n\n")
    said = maison("chat", "--thread", "t")
    assert said.code == 0
    assert "Puis-je montrer la photo 1 à eyes ?" in said.err
    assert "oui / non / toujours / jamais" in said.err
    assert eyes.pictures_seen == 1
