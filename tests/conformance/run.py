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
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bench.servers import ROOT, langgraph_dev, maison
from tests.conformance import checks_runs, checks_streams, checks_threads
from tests.conformance.client import Sight

Check = Callable[[Sight], Awaitable[Any]]
CHECKS: list[Check] = [*checks_threads.CHECKS, *checks_runs.CHECKS, *checks_streams.CHECKS]
REASONS: dict[str, str] = tomllib.loads(Path(__file__).with_name("differences.toml").read_text(encoding="utf-8"))
JAVASCRIPT = Path(__file__).with_name("js")
LIMIT_S = 60


async def observe(url: str) -> dict[str, str]:
    """What every check saw, by its name, as JSON."""
    return {check.__name__: await observed(check, Sight(url)) for check in CHECKS}


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
    with maison("tests.conformance.probe:build_probe") as served:
        ours = asyncio.run(observe(served.url))
        in_javascript = [javascript(served.url)]
    with langgraph_dev(f"{ROOT}/tests/conformance/probe.py:graph") as served:
        theirs = asyncio.run(observe(served.url))
        in_javascript.append(javascript(served.url))
    verdicts = {name: verdict(name, ours[name], theirs[name]) for name in ours}
    table = Table("check", "verdict", "maison", "langgraph dev", show_lines=True)
    for name, said in verdicts.items():
        table.add_row(name, said, *([""] * 2 if said == "same" else [escape(ours[name]), escape(theirs[name])]))
    console = Console(width=None if sys.stdout.isatty() else 160)
    console.print(table)
    for name, reason in REASONS.items():
        console.print(f"[bold]{name}[/]: {reason}")
    same = sum(said == "same" for said in verdicts.values())
    console.print(f"{same} of {len(verdicts)} the same, {len(REASONS)} with a reason")
    return int(any(in_javascript) or any(said not in {"same", "differs, with a reason"} for said in verdicts.values()))


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
