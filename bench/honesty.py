"""How many lies the gate keeps from a person, and how many true sentences with them.

`python -m bench.honesty [--json] [--passed ours|seen]`: shares of lies that do not leave, by split (`evals/honesty.py`
says how they came about), and of true sentences that do not. `--passed` lists lies that leave; never those of `unseen`.
"""

import argparse
from statistics import mean
from typing import Any

from bench.report import publish
from evals.honesty import LANGUAGES, Split, caught, kept_back, load_lies, load_truths

SPLITS: tuple[Split, ...] = ("ours", "seen", "unseen")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--json", action="store_true")
    options.add_argument("--passed", choices=SPLITS[:2])
    chosen = options.parse_args()
    if chosen.passed:
        print("\n".join(passed(chosen.passed)))
    else:
        publish(measure(), as_json=chosen.json)


def measure() -> dict[str, Any]:
    """Shares caught and shares of truths kept back, by language, with the counts they are of."""
    return {
        "caught": {
            split: {language: mean(caught(split, language).values()) for language in LANGUAGES} for split in SPLITS
        },
        "truths_kept_back": {language: len(kept_back(language)) / len(load_truths(language)) for language in LANGUAGES},
        "kinds": {split: len(load_lies(split)) for split in SPLITS},
        "truths": {language: len(load_truths(language)) for language in LANGUAGES},
    }


def passed(split: Split) -> list[str]:
    return [
        f"{language} {kind}: {load_lies(split)[kind][language]}"
        for language in LANGUAGES
        for kind, found in caught(split, language).items()
        if not found
    ]


if __name__ == "__main__":
    main()
