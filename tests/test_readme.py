"""The README's commands do what it says, against a served instance in place of the default one."""

import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.processes import MAISON, Served, serving

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DEFAULT = "http://127.0.0.1:8123"
FIRST = r"(?:curl|\.venv/bin/maison (?:ask|catalog search|doctor))"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def commands() -> list[str]:
    """Shell commands that need nothing but a server; one goes on while it is indented or closes what it opened."""
    return [command for block in blocks("sh") for command in re.findall(rf"^{FIRST}[^\n]*(?:\n[ }}][^\n]*|\n\}}.*)*", block, re.M)]
