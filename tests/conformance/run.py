"""`python -m tests.conformance.run`: the same checks against Maison and against `langgraph dev`, and where they differ.

The JavaScript SDK's checks (`js/`) follow where there is a node. Exit 1 where the servers differ without a reason in
`differences.toml`, where a reason there is no longer needed, or where a check of the JavaScript SDK fails.
"""

import asyncio
import json
import os
import shutil
import subprocess
import sys
import tomllib
import traceback
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bench.servers import ROOT, langgraph_dev, maison
from tests.conformance import checks_runs, checks_streams, checks_threads
from tests.conformance.client import Sight

Check = Callable[[Sight], Awaitable[Any]]
GROUPS: Sequence[Sequence[Check]] = (checks_threads.CHECKS, checks_runs.CHECKS, checks_streams.CHECKS)
REASONS: dict[str, str] = tomllib.loads(Path(__file__).with_name("differences.toml").read_text(encoding="utf-8"))
JAVASCRIPT = Path(__file__).with_name("js")
LIMIT_S = 60


class Compared(NamedTuple):
    """What a check saw of both servers, as JSON, and what is to be said of that."""

    verdict: str
    ours: str
    theirs: str

    @property
    def in_order(self) -> bool:
        return self.verdict in {"same", "differs, with a reason"}


@contextmanager
def both() -> Iterator[tuple[str, str]]:
    """The addresses of Maison and of `langgraph dev`, each around the probe."""
    with (
        maison("tests.conformance.probe:build_probe") as ours,
        langgraph_dev(f"{ROOT}/tests/conformance/probe.py:graph") as theirs,
    ):
        yield ours.url, theirs.url


async def compare(urls: tuple[str, str]) -> dict[str, Compared]:
    """Every check by its name."""
    ours, theirs = await asyncio.gather(*map(observe, urls))
    return {name: Compared(verdict(name, ours[name], theirs[name]), ours[name], theirs[name]) for name in ours}


async def observe(url: str) -> dict[str, str]:
    """What every check saw, by its name, as JSON. Groups go on side by side: none looks at what another makes."""

    async def in_turn(group: Sequence[Check]) -> dict[str, str]:
        return {check.__name__: await observed(check, Sight(url)) for check in group}

    return {name: saw for group in await asyncio.gather(*map(in_turn, GROUPS)) for name, saw in group.items()}


async def observed(check: Check, sight: Sight) -> str:
    try:
        async with asyncio.timeout(LIMIT_S):
            return json.dumps(await check(sight))
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)
        line = next((frame.lineno for frame in reversed(where) if "conformance" in frame.filename), 0)
        return f"failed in line {line}: {error!r}"[:300]


def verdict(name: str, ours: str, theirs: str) -> str:
    if ours == theirs:
        return "a reason that is not needed" if name in REASONS else "same"
    return "differs, with a reason" if name in REASONS else "DIFFERS"


def main() -> int:
    with both() as urls:
        compared = asyncio.run(compare(urls))
        in_javascript = [javascript(url) for url in urls]
    table = Table("check", "verdict", "maison", "langgraph dev", show_lines=True)
    for name, row in compared.items():
        seen = ("", "") if row.verdict == "same" else (escape(row.ours), escape(row.theirs))
        table.add_row(name, row.verdict, *seen)
    console = Console(width=None if sys.stdout.isatty() else 160)
    console.print(table)
    for name, reason in REASONS.items():
        console.print(f"[bold]{name}[/]: {reason}")
    same = sum(row.verdict == "same" for row in compared.values())
    console.print(f"{same} of {len(compared)} the same, {len(REASONS)} with a reason")
    return int(any(in_javascript) or not all(row.in_order for row in compared.values()))


def javascript(url: str) -> int:
    """How the JavaScript SDK's checks end; they are installed at their first use."""
    npm = shutil.which("npm")
    if npm is None:
        sys.stdout.write("no npm here: the checks of the JavaScript SDK are left out\n")
        return 0
    if not (JAVASCRIPT / "node_modules").exists():
        subprocess.run([npm, "ci", "--silent"], cwd=JAVASCRIPT, check=True)
    sys.stdout.write(f"\nThe JavaScript SDK against {url}\n")
    sys.stdout.flush()
    env = os.environ | {"NODE_ENV": "production"}
    return subprocess.run(["node", "check.mjs", url], check=False, cwd=JAVASCRIPT, env=env).returncode


if __name__ == "__main__":
    sys.exit(main())
