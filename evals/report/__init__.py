"""One HTML file that tells what evaluations came to: charts, every case with its trace, and what changed between two.

The file needs nothing beside it and asks no network. What it shows was partly written by attackers, so all of it is
escaped by `markup`, and the page's own policy runs no script but the one that is in it.
"""

import base64
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from string import Template

from evals.measures import load_evaluation
from evals.report.markup import escape
from evals.report.runs import by_suite
from evals.report.sections import show_report, title_of
from evals.results import BrokenResults


def build_report(paths: Sequence[Path]) -> str:
    """The page for result files. Raises BrokenResults for one that holds none, and where no case was played at all."""
    runs = [(path, load_evaluation(path)) for path in paths]
    if not any(found.results for _, found in runs):
        raise BrokenResults(f"no case was played yet in {', '.join(map(str, paths)) or 'any file'}")
    suites = by_suite(runs)
    script = _text("report.js")
    return Template(_text("page.html")).substitute(
        title=escape(title_of(suites)),
        body=show_report(suites),
        style=_text("report.css"),
        script=script,
        script_hash=f"sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}",
        font=_font(),
    )


def _text(name: str) -> str:
    return files("evals.report").joinpath(name).read_text(encoding="utf-8")


def _font() -> str:
    return base64.b64encode(files("tools.preview").joinpath("newsreader.woff2").read_bytes()).decode()
