"""How well turns that are not about clothes are declined, and how seldom others are.

`python -m bench.scope [--data DIR] [--json]`: `refused` is the share declined of assistant questions on other matters
(CLINC val and oos_val, xSID English), `false_refusals` the share declined of shopping turns (SIMMC 2 first turns,
WebShop goals that name a garment). Which rows count stands in the data folder's README.
"""

import argparse
import csv
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from agents.contracts import UnderstandRequest
from agents.house.understand import understand

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


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    foreign = {"clinc": list(load_clinc(chosen.data)), "xsid": list(load_xsid(chosen.data))}
    ours = {"simmc2": list(load_simmc2(chosen.data)), "webshop": list(load_webshop(chosen.data))}
    if chosen.json:
        print(json.dumps({"refused": declined(foreign), "false_refusals": declined(ours)}))
        return
    for name, texts in {**foreign, **ours}.items():
        print(f"{name:8} {len(texts):5} rows, declined {declined({name: texts}):.4f}")
    print(f"refused {declined(foreign)}, false refusals {declined(ours)}")


def declined(sources: dict[str, list[str]]) -> float:
    """The share of texts whose brief is `off_topic`."""
    texts = [text for rows in sources.values() for text in rows]
    off = sum(understand(UnderstandRequest(text=text, today=TODAY)).intent == "off_topic" for text in texts)
    return round(off / len(texts), 4)


def load_clinc(data: Path) -> Iterator[str]:
    splits = json.loads((data / "clinc/data_train_val.json").read_text(encoding="utf-8"))
    rows = [*splits["val"], *splits["oos_val"]]
    return (text for text, intent in rows if not NOT_COUNTED.fullmatch(intent))


def load_xsid(data: Path) -> Iterator[str]:
    with (data / "xsid/en.valid.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return (row["text"] for row in rows if row["intent"] != "weather/find")


def load_simmc2(data: Path) -> Iterator[str]:
    lines = (data / "simmc2/dev_user_turns.jsonl").read_text(encoding="utf-8").splitlines()
    return (turn["user"] for line in lines if (turn := json.loads(line))["turn"] == 0)


def load_webshop(data: Path) -> Iterator[str]:
    goals = json.loads((data / "webshop/human_goals_fashion.json").read_text(encoding="utf-8"))
    return (goal for goal in goals if GARMENT.search(goal.lower()))


if __name__ == "__main__":
    main()
