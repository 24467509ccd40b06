"""The suites: every file of cases in `datasets`, and the datasets of another shape, read as cases.

`constraints` are the turns of `evals/turns.py` in three languages, `metamorphic` sentences that come to the same,
`parallel` talks told in each language, `scope` what is and is not a stylist's matter, `distress` what wants care. Knows
nothing of how a case is played.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any

from pydantic import ValidationError

from evals.cases import LANGUAGES, Case, Said, World, faults_in
from evals.constraints import ordered
from evals.parallel import load_parallel
from evals.turns import load_turns
from stores.vocabulary import Language

# Files of cases: as they are, one case to a line.
WRITTEN = (
    "routing", "retrieval", "grounding", "relooking", "talks", "refusals", "memory", "language", "injection",
    "safety", "privacy",
)  # fmt: skip
# What a relation says of the answers to its sentences.
SAME: Mapping[str, str] = {
    "paraphrase": "brief", "order": "brief", "lower_case": "brief", "polite": "brief", "language": "brief_across",
    "budget": "totals", "currency": "looks", "absent": "looks", "twice": "looks", "city": "whole", "seed_2": "whole",
}  # fmt: skip
RESPELLED = ("paraphrase", "order", "language")
POLITE: Mapping[str, str] = {"en": "Hi! {} Thanks!", "fr": "Bonjour ! {} Merci !", "zh": "你好！{} 谢谢！"}
METAMORPHIC_SEED, OTHER_SEED = 1, 2
IN_SCOPE: Mapping[str, dict[str, Any]] = {
    "off_topic": {"intent": "off_topic"},
    "ours": {"brief": {"intent": {"$not": "off_topic"}}},
    "care": {"brief": {"refers_to": {"$has": "care"}}},
    "not_care": {"brief": {"refers_to": {"$lacks": "care"}}},
}


class UnknownSuite(ValueError):
    """A name that no suite has."""


class BrokenSuite(ValueError):
    """A line that is no case; says which, and what is wrong with it."""


def load_suite(name: str) -> list[Case]:
    """The cases of a suite, or of a file of cases. Raises UnknownSuite, BrokenSuite."""
    own = Path(name)
    if own.suffix == ".jsonl":
        cases = list(_read(own))
    elif name in SUITES:
        cases = list(SUITES[name]())
    else:
        raise UnknownSuite(f"no suite is called '{name}': {', '.join(SUITES)}, or a file of cases (NAME.jsonl)")
    if not cases:
        raise BrokenSuite(f"{name} holds no case: one is a line of JSON with id, language, say and checks")
    if twice := [key for key, times in Counter(case.id for case in cases).items() if times > 1]:
        raise BrokenSuite(f"suite {name} has several cases of the id {', '.join(sorted(twice))}")
    return cases


def draw_cases(cases: list[Case], seed: int, limit: int | None) -> list[Case]:
    """The cases in an order drawn by the seed, at most `limit` of them."""
    drawn = Random(seed).sample(cases, len(cases))
    return drawn if limit is None else drawn[:limit]


def _lines(file: str) -> Iterator[tuple[int, str]]:
    return _numbered(files("evals").joinpath("datasets", file).read_text(encoding="utf-8"))


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    return ((number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip())


def _written(name: str) -> Iterator[Case]:
    return _cases(f"{name}.jsonl", _lines(f"{name}.jsonl"))


def _read(own: Path) -> Iterator[Case]:
    try:
        text = own.read_text(encoding="utf-8")
    except OSError as error:
        raise UnknownSuite(f"{own} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BrokenSuite(f"{own} holds no cases, but bytes that are no UTF-8") from error
    return _cases(str(own), _numbered(text))


def _cases(file: str, lines: Iterable[tuple[int, str]]) -> Iterator[Case]:
    for number, line in lines:
        try:
            yield Case.model_validate_json(line)
        except ValidationError as error:
            raise BrokenSuite(f"line {number} of {file} is no case: {faults_in(error)}") from error


def _constraints() -> Iterator[Case]:
    for turn in load_turns():
        expect = turn.expect.model_dump(mode="json", exclude_defaults=True)
        for language in LANGUAGES:
            yield Case(
                id=f"{turn.id}-{language}",
                language=language,
                split=turn.split,
                tags=ordered(turn.expect),
                history=[Said(text=turn.before[language])] if turn.before else [],
                say=Said(text=turn.say[language]),
                checks={"orders": expect},
            )


def _parallel() -> Iterator[Case]:
    every = (case for talk in load_parallel() for language in LANGUAGES for case in talk.cases(language))
    return (case for case in every if case.checks)


def _metamorphic() -> Iterator[Case]:
    for number, line in _lines("metamorphic.jsonl"):
        row = json.loads(line)
        for name, texts in _relations(row["relation"], row["language"], row["texts"]):
            first, *others = (Said(text=text) for text in texts)
            yield Case(
                id=f"{name}-{number}",
                language=row["language"],
                tags=[name],
                say=first,
                variants=others,
                world=World(seed=OTHER_SEED if name == "seed_2" else METAMORPHIC_SEED),
                checks={"relation": {"same": SAME[name]}},
            )


def _relations(relation: str, language: str, texts: list[str]) -> Iterator[tuple[str, list[str]]]:
    """What a row asks for: its own relation, and what follows from it; the renamed shop of `brand` is bench's."""
    text = texts[0]
    if relation == "brand":
        yield from (("twice", [text, text]), ("seed_2", [text]))
        return
    yield relation, texts
    if relation in RESPELLED:
        yield "polite", [text, POLITE[language].format(text)]
        if text != text.lower():
            yield "lower_case", [text, text.lower()]


def _scope() -> Iterator[Case]:
    for language in LANGUAGES:
        for number, line in _lines(f"scope_{language}.jsonl"):
            yield _labelled(f"scope-{language}-{number}", language, json.loads(line))


def _distress() -> Iterator[Case]:
    for number, line in _lines("distress.jsonl"):
        row = json.loads(line)
        yield _labelled(f"distress-{number}", row["language"], row | {"split": "test"})


def _labelled(name: str, language: Language, row: Mapping[str, Any]) -> Case:
    label = row["label"]
    said = Said(text=row["text"])
    return Case(id=name, language=language, split=row["split"], tags=[label], say=said, checks=IN_SCOPE[label])


SUITES: Mapping[str, Callable[[], Iterator[Case]]] = {
    **{name: partial(_written, name) for name in WRITTEN},
    "constraints": _constraints,
    "parallel": _parallel,
    "metamorphic": _metamorphic,
    "scope": _scope,
    "distress": _distress,
}
