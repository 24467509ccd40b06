"""What the README tells people to type works, against a served instance in the place of the default one."""

import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.processes import MAISON, Served, serving

README = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")
SERVES_AT = "http://127.0.0.1:8123"
NEED_ONLY_A_SERVER = r"curl|\.venv/bin/maison (?:ask|chat|doctor|catalog search)"
CHAT = "Hello\nWhat do I wear to a party?\n\n"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def commands() -> list[str]:
    """Shell commands of the README; a command goes on over lines that are indented or that begin with a brace."""
    command = re.compile(rf"^(?:{NEED_ONLY_A_SERVER}).*(?:\n[ }}].*)*", re.MULTILINE)
    return [found for block in blocks("sh") for found in command.findall(block)]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, demo_catalog: Path) -> Iterator[Served]:
    directory = tmp_path_factory.mktemp("readme")
    shutil.copytree(demo_catalog, directory / "catalog")
    with serving(directory) as server:
        yield server


def printed(command: list[str], served: Served) -> str:
    done = subprocess.run(command, env=served.env, input=CHAT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("begins", "shows"),
    [
        ("curl", '"looks":[{"id":"look-1"'),
        (".venv/bin/maison ask", "total"),
        (".venv/bin/maison chat", "total"),
        (".venv/bin/maison catalog search", "coat"),
        (".venv/bin/maison doctor", "MAISON_DATA_DIR"),
    ],
)
def test_a_shell_command_does_what_it_says(served: Served, begins: str, shows: str) -> None:
    (command,) = [command for command in commands() if command.startswith(begins)]
    if shutil.which(command.split()[0]) is None and begins == "curl":
        pytest.skip("there is no curl on this machine")
    here = command.replace(SERVES_AT, served.url).replace(".venv/bin/maison", shlex.join(MAISON))
    assert shows in printed(["bash", "-c", here], served)


def test_the_client_snippet_prints_the_reply(served: Served) -> None:
    (snippet,) = blocks("python")
    body = textwrap.indent(snippet.replace(SERVES_AT, served.url), "    ")
    program = f"import asyncio\nasync def main():\n{body}\nasyncio.run(main())"
    assert "blazer" in printed([sys.executable, "-c", program], served)
