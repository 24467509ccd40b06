"""Talks of several turns, each turn said in every language: the same wish as a native of each would type it.

`datasets/parallel.jsonl` has them, with what has to hold of the answer to each turn, whichever the language. The talks
of `dev` were mended by; those of `test` were written by the same hands at the same time, and never looked at. What is
asked of the looks before may be answered with them beside the words: no case forbids it.
"""

from collections.abc import Iterator
from importlib.resources import files
from itertools import accumulate
from pathlib import Path
from typing import Any, Literal

from evals.cases import Case, Said, Strict
from stores.vocabulary import Language


class SpokenTurn(Strict):
    """One turn in every language, and the checks of its answer by evaluator."""

    say: dict[Language, str]
    checks: dict[str, Any]


class ParallelTalk(Strict):
    id: str
    split: Literal["dev", "test"]
    turns: list[SpokenTurn]

    def cases(self, language: Language) -> Iterator[Case]:
        """Each turn as a case, with the turns before it as its history."""
        said = [Said(text=turn.say[language]) for turn in self.turns]
        histories = accumulate(([one] for one in said), initial=list[Said]())
        for number, (turn, history) in enumerate(zip(self.turns, histories, strict=False), 1):
            yield Case(
                id=f"{self.id}-{language}-{number}",
                language=language,
                split=self.split,
                tags=[self.id],
                history=history,
                say=Said(text=turn.say[language]),
                checks=turn.checks,
            )


def load_parallel(path: Path | None = None) -> list[ParallelTalk]:
    """The talks of a file of the same shape, else ours. Raises ValidationError of a line that is none."""
    source = path or files("evals").joinpath("datasets/parallel.jsonl")
    return [ParallelTalk.model_validate_json(line) for line in source.read_text(encoding="utf-8").splitlines()]
