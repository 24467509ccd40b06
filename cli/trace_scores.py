"""How scores of traces look in a terminal: what failed of each, then the mean of every evaluator."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import typer

from cli.display import print_table
from cli.trace_view import LONGEST_ID, cut

if TYPE_CHECKING:
    from evals.kept_scoring import Scored

SAID = 36


def print_scores(scored: "Sequence[Scored]") -> None:
    from evals.kept_scoring import ANOTHER_SHOP

    rows = [row for one in scored for row in rows_of(one)]
    print_table(("run", "said", "score", "why"), rows, whole=("run",), right=("score",))
    typer.echo()
    print_table(("evaluator", "mean", "n"), means(scored), right=("mean", "n"))
    if left := sorted({score.key for one in scored for score in one.scores if score.comment == ANOTHER_SHOP}):
        typer.echo(f"\nNot judged, since {ANOTHER_SHOP}: {', '.join(left)}. --seed names a demo catalogue instead.")


def rows_of(scored: "Scored") -> Iterator[tuple[str, str, str, str]]:
    """A row for each evaluator that found something wrong; one alone where none did."""
    from evals import traces

    name, said = scored.kept.run[-LONGEST_ID:], cut(traces.said(scored.kept.document), SAID)
    failed = [one for one in scored.scores if one.is_failure]
    if not failed:
        yield name, said, "", "good"
    for number, one in enumerate(failed):
        shown = (name, said) if number == 0 else ("", "")
        yield *shown, f"{one.score:.2f}", f"{one.key}: {one.comment}"


def means(scored: "Sequence[Scored]") -> Iterator[tuple[str, str, str]]:
    found: dict[str, list[float]] = {}
    for one in scored:
        for score in one.scores:
            if score.score is not None:
                found.setdefault(score.key, []).append(score.score)
    yield from ((key, f"{sum(values) / len(values):.3f}", str(len(values))) for key, values in sorted(found.items()))
