"""Evaluators: plain functions that hold an answer against what a case asks for.

Each takes `(*, inputs, outputs, reference_outputs, trace=None)` and returns `{"key", "score", "comment"}`, so that
LangSmith, openevals and agentevals call it as it stands. `inputs` is `Case.inputs`, `outputs` the run's output,
`reference_outputs` the case's checks, of which each evaluator reads the one of its own name. The trace is also in
`outputs["trace"]`, for those who hand over no more than the first three. `registry.py` has them all by name.
"""

from typing import Any, Protocol, TypedDict

# Figures to compare between two runs, of which no case is passed or failed.
MEASURES = frozenset({"diversity"})


class Verdict(TypedDict):
    """`score` is 0 to 1, None where there is nothing to judge."""

    key: str
    score: float | None
    comment: str


class Evaluator(Protocol):
    def __call__(
        self,
        *,
        inputs: dict[str, Any],
        outputs: dict[str, Any],
        reference_outputs: dict[str, Any],
        trace: dict[str, Any] | None = None,
    ) -> Verdict: ...
