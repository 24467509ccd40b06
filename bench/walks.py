"""Whether talks put together by chance hold: `python -m bench.walks [--split S] [--talks N] [--moves N] [--seed S]`.

Draws talks of a first turn and some moves (`evals/walks.py`) and plays each in three languages, as `bench.talks` does
and with its figures. The moves combine in more ways than anybody has read; their wordings are few: those of `dev` were
mended by, those of `test` were not, and only figures are told of them. `--failed` tells what was wrong in `dev`.
"""

import argparse
import asyncio

from bench.report import publish
from bench.talks import figures, tell
from evals.walks import Split, draw


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=["dev", "test"])
    parser.add_argument("--talks", type=int, default=60, help="of each split")
    parser.add_argument("--moves", type=int, default=4)
    parser.add_argument("--seed", default="a")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--failed", action="store_true", help="tell what was wrong with turns of dev")
    chosen = parser.parse_args()
    splits: list[Split] = [chosen.split] if chosen.split else ["dev", "test"]
    drawn = [draw(split, f"{chosen.seed}{number}", chosen.moves) for split in splits for number in range(chosen.talks)]
    told = asyncio.run(tell(drawn))
    for turn in told if chosen.failed else ():
        if turn.wrong and turn.case.split == "dev":
            print(turn.case.id, repr(turn.case.say.text), "; ".join(turn.wrong))
    publish(figures(told) | {"seed": chosen.seed}, as_json=chosen.json)


if __name__ == "__main__":
    main()
