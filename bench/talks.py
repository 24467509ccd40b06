"""Whether talks hold from turn to turn, in each language: `python -m bench.talks [--split S] [--json] [--failed]`.

Plays the talks of `evals/datasets/parallel.jsonl` in three languages, each for a person of its own, on the demo shop.
A turn is right when no evaluator finds fault with its answer, those that judge every answer among them; a talk when all
its turns are. `alike` is the share of turns that show the very looks that the English turn shows, `behind` how far a
language lags English. `--failed` tells what was wrong with turns of `dev`; of `test` only figures are told.
"""

import argparse
import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import fmean
from typing import Any

from bench.report import publish
from evals.cases import LANGUAGES, Case, World
from evals.parallel import ParallelTalk, load_parallel
from evals.play import Outputs, Talk, complete
from evals.scoring import score
from evals.worlds import Place, open_worlds
from graph.settings import Settings
from stores.caller import Caller
from stores.vocabulary import Language


@dataclass(frozen=True)
class Told:
    """A turn of a talk in one language: the looks it showed, by their articles, and what evaluators found wrong."""

    talk: str
    case: Case
    looks: list[list[str]]
    wrong: list[str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=["dev", "test"])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--failed", action="store_true", help="tell what was wrong with turns of dev")
    chosen = parser.parse_args()
    told = asyncio.run(tell([talk for talk in load_parallel() if chosen.split in (None, talk.split)]))
    for line in failures(told) if chosen.failed else ():
        print(line)
    publish(figures(told), as_json=chosen.json)


async def tell(talks: Sequence[ParallelTalk]) -> list[Told]:
    """Every turn of the talks in every language, over one shop."""
    with open_worlds(Settings()) as worlds:
        async with worlds.open(World()) as place:
            return [turn for talk in talks for language in LANGUAGES for turn in await play(talk, language, place)]


async def play(talk: ParallelTalk, language: Language, place: Place) -> list[Told]:
    name = f"{talk.id}-{language}"
    speaker, earlier, told = Talk(place, Caller(name), name, {}), list[Outputs](), list[Told]()
    for case in talk.cases(language):
        output, _ = await speaker.say(case.say)
        scores = score(case, await complete(output, speaker, earlier))
        wrong = [f"{one.key}: {one.comment}" for one in scores if one.is_failure]
        looks = [[item["id"] for item in look["items"]] for look in output.get("looks") or []]
        told.append(Told(talk.id, case, looks, wrong))
        earlier.append(output)
    return told


def figures(told: Sequence[Told]) -> dict[str, Any]:
    """Per split and language the share of right turns and right talks, and of turns that show what English does."""
    splits = sorted({turn.case.split for turn in told})
    return {split: _figures([turn for turn in told if turn.case.split == split]) for split in splits}


def _figures(told: Sequence[Told]) -> dict[str, Any]:
    by_language = {language: [turn for turn in told if turn.case.language == language] for language in LANGUAGES}
    english = by_language["en"]
    right = {language: fmean(not turn.wrong for turn in turns) for language, turns in by_language.items()}
    return {
        "turns": right,
        "behind": {language: right["en"] - right[language] for language in ("fr", "zh")},
        "talks": {language: fmean(_whole(turns)) for language, turns in by_language.items()},
        "alike": {language: _alike(english, by_language[language]) for language in ("fr", "zh")},
        "n": {"talks": len({turn.talk for turn in told}), "turns": len(english)},
    }


def _whole(turns: Sequence[Told]) -> Iterator[bool]:
    """Of each talk, whether all its turns are right."""
    return (not any(turn.wrong for turn in talk) for _, talk in groupby(turns, key=lambda turn: turn.talk))


def _alike(english: Sequence[Told], other: Sequence[Told]) -> float:
    return fmean(one.looks == two.looks for one, two in zip(english, other, strict=True))


def failures(told: Sequence[Told]) -> Iterator[str]:
    """What was wrong with the turns of dev, and which of them show other looks than the English one."""
    english = {(turn.talk, len(turn.case.history)): turn.looks for turn in told if turn.case.language == "en"}
    for turn in told:
        same = turn.looks == english[turn.talk, len(turn.case.history)]
        if turn.case.split == "dev" and (turn.wrong or not same):
            yield f"{turn.case.id} {turn.case.say.text!r} {'; '.join(turn.wrong)}{'' if same else ' (other looks)'}"


if __name__ == "__main__":
    main()
