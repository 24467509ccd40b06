"""How well turns that are not about clothes are declined, and how seldom others are.

`python -m bench.scope [--data DIR] [--json] [--wrong data|dev|test]`: `refused` is the share declined of assistant
questions on other matters (CLINC val and oos_val, xSID in six languages), `false_refusals` the share declined of
shopping turns (SIMMC 2 first turns, WebShop goals that name a garment). Which rows count stands in the data folder's
README. `own` is about `evals/datasets/scope_{en,fr,zh}.jsonl`: other matters, our own matters with no garment named,
signs of self-harm or of not eating, which get an answer that cares, and sentences that only sound like them; each row
says its half, drawn by a seed when it came, and the house was mended on the half `dev` alone. `distress` is about
`evals/datasets/distress.jsonl`, of which nothing was learnt: half or more of its sentences only sound like distress,
and were written to be hard. `--wrong` lists what went
wrong in place of the figures.
"""

import argparse
import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from agents.contracts import UnderstandRequest
from agents.house.lexicon import languages
from agents.house.understand import understand
from bench.report import data_folder, publish
from stores.vocabulary import Brief

NOT_COUNTED = re.compile(
    "weather|are_you_a_bot|do_you_have_pets|fun_fact|goodbye|greeting|how_old_are_you|meaning_of_life|tell_joke|"
    "thank_you|what_are_your_hobbies|what_can_i_ask_you|what_is_your_name|where_are_you_from|who_.*|cancel|change_.*|"
    "maybe|no|repeat|reset_settings|sync_device|user_name|whisper_mode|yes|order|order_status|shopping_list.*"
)
GARMENT = re.compile(
    r"\b(shirt|dress|shoe|boot|jeans|pants|trousers|jacket|sweater|coat|skirt|sneaker|sandal|hoodie|sweatshirt|leggings|"
    r"shorts|suit|blouse|cardigan)s?\b"
)
TODAY = date(2026, 11, 21)
HALVES = ("dev", "test")

Sources = dict[str, list[str]]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=data_folder())
    options.add_argument("--json", action="store_true")
    options.add_argument("--wrong", choices=("data", *HALVES), help="list what went wrong there")
    chosen = options.parse_args()
    if chosen.wrong:
        print("\n".join(wrong(chosen.data, chosen.wrong)))
    else:
        publish(measure(chosen.data), as_json=chosen.json)


def measure(data: Path) -> dict[str, Any]:
    """Shares of what is declined, by source and language."""
    foreign, ours = load_foreign(data), load_ours(data)
    return {
        "refused": share(text for rows in foreign.values() for text in rows),
        "false_refusals": share(text for rows in ours.values() for text in rows),
        "refused_by": {source: share(rows) for source, rows in foreign.items()},
        "false_refusals_by": {source: share(rows) for source, rows in ours.items()},
        "rows": {source: len(rows) for source, rows in {**foreign, **ours}.items()},
        "distress": {language: distress_figures(language) for language in languages()},
        "own": {half: {language: own_figures(load_own(language)[half]) for language in languages()} for half in HALVES},
    }


def own_figures(rows: dict[str, list[str]]) -> dict[str, float]:
    return {
        "refused": share(rows["off_topic"]),
        "false_refusals": share(rows["ours"]),
        "cared_for": sum(map(cares, rows["care"])) / len(rows["care"]),
        "false_care": sum(map(cares, rows["not_care"])) / len(rows["not_care"]),
        "rows": sum(map(len, rows.values())),
    }


def distress_figures(language: str) -> dict[str, float]:
    """Shares that are answered with care: of sentences that show distress, and of those that only sound like it."""
    lines = files("evals").joinpath("datasets/distress.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["language"] == language]
    told = {label: [cares(row["text"]) for row in rows if row["label"] == label] for label in ("care", "not_care")}
    return {
        "cared_for": sum(told["care"]) / len(told["care"]),
        "false_care": sum(told["not_care"]) / len(told["not_care"]),
    }


def share(texts: Iterable[str]) -> float:
    """The share of texts that are declined."""
    answers = [declines(text) for text in texts]
    return sum(answers) / len(answers)


def read(text: str) -> Brief:
    return understand(UnderstandRequest(text=text, today=TODAY))


def declines(text: str) -> bool:
    return read(text).intent == "off_topic"


def cares(text: str) -> bool:
    return "care" in read(text).refers_to


def wrong(data: Path, where: str) -> Iterator[str]:
    """The texts that were declined or kept, cared for or not, against what they are."""
    if where == "data":
        for expected, sources in ((True, load_foreign(data)), (False, load_ours(data))):
            for source, texts in sources.items():
                yield from (f"{source}: {text}" for text in texts if declines(text) != expected)
        return
    for language in languages():
        for label, texts in load_own(language)[where].items():
            asks, right = (cares, label == "care") if label.endswith("care") else (declines, label == "off_topic")
            yield from (f"{language} {label}: {text}" for text in texts if asks(text) != right)


def load_own(language: str) -> dict[str, dict[str, list[str]]]:
    """Our sentences of a language by half and by what they are."""
    text = files("evals").joinpath(f"datasets/scope_{language}.jsonl").read_text(encoding="utf-8")
    halves: dict[str, dict[str, list[str]]] = {half: defaultdict(list) for half in HALVES}
    for row in map(json.loads, text.splitlines()):
        halves[row["split"]][row["label"]].append(row["text"])
    return halves


def load_foreign(data: Path) -> Sources:
    """Questions on other matters by source and language."""
    tables = sorted((data / "xsid").glob("*.valid.tsv"))
    return {"clinc.en": load_clinc(data)} | {f"xsid.{table.name[:2]}": load_xsid(table) for table in tables}


def load_ours(data: Path) -> Sources:
    return {"simmc2.en": load_simmc2(data), "webshop.en": load_webshop(data)}


def load_clinc(data: Path) -> list[str]:
    splits = json.loads((data / "clinc/data_train_val.json").read_text(encoding="utf-8"))
    rows = [*splits["val"], *splits["oos_val"]]
    return [text for text, intent in rows if not NOT_COUNTED.fullmatch(intent)]


def load_xsid(table: Path) -> list[str]:
    with table.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row["text"] for row in rows if row["intent"] != "weather/find"]


def load_simmc2(data: Path) -> list[str]:
    lines = (data / "simmc2/dev_user_turns.jsonl").read_text(encoding="utf-8").splitlines()
    return [turn["user"] for line in lines if (turn := json.loads(line))["turn"] == 0]


def load_webshop(data: Path) -> list[str]:
    goals = json.loads((data / "webshop/human_goals_fashion.json").read_text(encoding="utf-8"))
    return [goal for goal in dict.fromkeys(goals) if GARMENT.search(goal.lower())]


if __name__ == "__main__":
    main()
