"""A talk in a terminal: how it is left, and what a line may send along."""

import io
import os
import pty
import select
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from cli.chat import read_line
from cli.failure import Failure
from tests.cli.conftest import Said
from tests.photos import red_square
from tests.server.processes import MAISON

Maison = Callable[..., Said]
PATIENCE_S = 60
CTRL_C, CTRL_D = "\x03", "\x04"


class Terminal:
    """A command that believes it is talking to a person."""

    def __init__(self, process: int, screen: int) -> None:
        self.process = process
        self._screen = screen
        self._shown = ""

    def wait_for(self, text: str) -> None:
        """Reads on until `text` is shown; fails where it is not."""
        assert self._shows(text, PATIENCE_S), f"{text!r} was not shown, but {self._shown!r}"

    def press(self, key: str, text: str) -> None:
        """Presses a key until `text` is shown: one that comes while a prompt is being drawn is lost."""
        for _ in range(PATIENCE_S):
            self.type(key)
            if self._shows(text, 1):
                return
        pytest.fail(f"{text!r} was not shown, but {self._shown!r}")

    def type(self, keys: str) -> None:
        os.write(self._screen, keys.encode())

    def exit_code(self) -> int:
        for _ in range(PATIENCE_S * 10):
            process, status = os.waitpid(self.process, os.WNOHANG)
            if process:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.1)
        pytest.fail("the command did not end")

    def _shows(self, text: str, patience_s: float) -> bool:
        """Whether `text` is shown before nothing more comes for so long, or the command ends."""
        while text not in self._shown:
            ready, _, _ = select.select([self._screen], [], [], patience_s)
            try:
                piece = os.read(self._screen, 4096) if ready else b""
            except OSError:  # the command has ended
                piece = b""
            if not piece:
                return False
            self._shown += piece.decode(errors="replace")
        self._shown = self._shown.partition(text)[2]
        return True


@contextmanager
def terminal(*arguments: str, **env: str) -> Iterator[Terminal]:
    process, screen = pty.fork()
    if process == 0:
        os.execve(MAISON[0], [*MAISON, *arguments], os.environ | env)
    try:
        yield Terminal(process, screen)
    finally:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        os.close(screen)


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize("leave", [CTRL_C, CTRL_D, "\r"])
def test_a_chat_is_left_at_its_prompt(leave: str) -> None:
    with terminal("chat", "--thread", "t") as chat:
        chat.wait_for("you> ")
        chat.type("hello\r")
        chat.wait_for("you> ")
        chat.press(leave, "--thread t")
        assert chat.exit_code() == 0


@pytest.mark.usefixtures("shop")
def test_ctrl_c_ends_a_reply_and_not_the_chat() -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        mute.settimeout(PATIENCE_S)
        slow = {"MAISON_MODEL": f"vllm:mute@http://127.0.0.1:{mute.getsockname()[1]}/v1", "MAISON_CALL_SECONDS": "300"}
        with terminal("chat", **slow, MAISON_TURN_SECONDS="300") as chat:
            chat.wait_for("you> ")
            chat.type("a navy coat\r")
            asked, _ = mute.accept()
            chat.type(CTRL_C)
            chat.wait_for("The reply was ended")
            chat.wait_for("you> ")
            chat.press(CTRL_C, "--thread")
            assert chat.exit_code() == 0
            asked.close()


@pytest.mark.usefixtures("shop")
def test_a_photo_is_sent_along(maison: Maison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a coat.png").write_bytes(red_square())
    lines = f"/photo '{tmp_path}/a coat.png' What goes with this?\n/photo\n/photo {tmp_path}/none.png hm\n\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
    said = maison("chat")
    assert (said.code, "total" in said.out) == (0, True)
    assert "/photo needs a file" in said.err
    assert "none.png cannot be read: No such file" in said.err


@pytest.mark.parametrize(
    ("line", "text", "photos"),
    [
        ("what's a blazer?", "what's a blazer?", []),
        ("/photo skirt.jpg what's this?", "what's this?", ["skirt.jpg"]),
        ("/photo 'my skirt.jpg'  and this", "and this", ["my skirt.jpg"]),
        ('/photo "a.jpg"', "", ["a.jpg"]),
        ("/photos please", "/photos please", []),
    ],
)
def test_a_line_may_begin_with_a_photo(line: str, text: str, photos: list[str]) -> None:
    assert read_line(line) == (text, [Path(photo) for photo in photos])


def test_a_photo_has_to_be_named() -> None:
    with pytest.raises(Failure):
        read_line("/photo")
