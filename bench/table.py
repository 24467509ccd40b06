"""The figures beside what is aimed at: `python -m bench.table > bench/results/README.md`.

Reads `aims.toml` and the results of the other benches as they stand in `bench/results/`; measures nothing itself.
"""

import json
import operator
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
AIMS, RESULTS = HERE / "aims.toml", HERE / "results"
HOLDS = {">=": operator.ge, "<=": operator.le}


@dataclass(frozen=True)
class Figure:
    """One figure of a result, at a dotted key of it, and what it should be; `aim` is empty where it is only told."""

    name: str
    at: str
    aim: str = ""

    def value(self, result: Mapping[str, Any]) -> float:
        """Raises KeyError where the result has no such figure."""
        found: Any = result
        for key in self.at.split("."):
            found = found[key]
        return float(found)

    def reached(self, value: float) -> bool | None:
        """Whether the aim is; None without one."""
        if not self.aim:
            return None
        sign, bound = self.aim.split()
        return bool(HOLDS[sign](value, float(bound)))


@dataclass(frozen=True)
class Aim:
    """What is measured on which data by which command, what is known of it, and what was tried to reach it."""

    what: str
    data: str
    result: str
    known: str
    figures: list[dict[str, str]]
    command: str = ""
    tried: str = ""

    @property
    def run(self) -> str:
        return self.command or f"python -m bench.{self.result} --json"

    def measured(self) -> list[tuple[Figure, float]]:
        result = json.loads((RESULTS / f"{self.result}.json").read_text())
        return [(figure, figure.value(result)) for figure in (Figure(**row) for row in self.figures)]

    @property
    def date(self) -> str:
        result = json.loads((RESULTS / f"{self.result}.json").read_text())
        return str(result["provenance"]["date"])


def main() -> None:
    print(table(load_aims()), end="")


def load_aims() -> list[Aim]:
    return [Aim(**row) for row in tomllib.loads(AIMS.read_text(encoding="utf-8"))["aim"]]


def table(aims: list[Aim]) -> str:
    """The whole page, as Markdown."""
    return "\n".join([*_opening(), *(line for aim in aims for line in _section(aim)), ""])


def _opening() -> Iterator[str]:
    yield "# Figures"
    yield ""
    yield "Made by `python -m bench.table` from the results in this folder and `bench/aims.toml`. `.98` is 98 %."


def _section(aim: Aim) -> Iterator[str]:
    yield from ("", f"## {aim.what}", "")
    yield f"On {aim.data}: `{aim.run}` ({aim.date}). Known: {aim.known}."
    yield from ("", "| figure | measured | aim | reached |", "|---|---|---|---|")
    for figure, value in aim.measured():
        word = {True: "yes", False: "no", None: ""}[figure.reached(value)]
        yield f"| {figure.name} | {shown(value)} | {figure.aim} | {word} |"
    if aim.tried:
        yield from ("", f"What was tried. {aim.tried.strip()}")


def shown(value: float) -> str:
    """A figure with three decimals at most, without those that say nothing."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


if __name__ == "__main__":
    main()
