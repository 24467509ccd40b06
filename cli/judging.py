"""How `maison eval judge` prints what a model thinks of replies, beside how far it agrees with people."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from cli.display import print_table
from evals.intervals import score_interval

if TYPE_CHECKING:
    from evals.evaluators.judge import Agreement
    from evals.judging import Judged

WORST = 5


def show_agreement(found: "Agreement") -> None:
    share = f"{found.accuracy:.0%} of {found.n} labelled pairs"
    typer.echo(f"Agrees with people on {share}, kappa {found.kappa:.2f} (0 is chance).")


def show_scores(found: "Sequence[Judged]", metric: str) -> None:
    """The mean with its interval, then the answers that it thinks least of."""
    scores = [one.score for one in found]
    low, high = score_interval(scores)
    typer.echo(
        f"\n{metric}: {sum(scores) / len(scores):.3f}, between {low:.3f} and {high:.3f}, of {len(scores)} replies"
    )
    worst = sorted((one for one in found if one.score < 1), key=lambda one: one.score)[:WORST]
    if worst:
        typer.echo()
        rows = [(one.case.id, f"{one.score:.2f}", one.why) for one in worst]
        print_table(("case", "score", "why"), rows, whole=("case",), right=("score",))
