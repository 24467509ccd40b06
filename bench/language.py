"""Whether replies are in the person's language: `python -m bench.language [--data DIR] [--seed N] [--json]`.

Plays the turns of `bench.constraints`. The language of a reply is told by its script and its small words, not by the
stylist's own reading. `success` is the share of right turns per language, `behind` how far a language lags English.
"""

import argparse
import asyncio
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.constraints import LANGUAGES, SEEDS, Answered, answers, share, turns_in
from bench.report import data_folder, publish
from stores.vocabulary import Language

HAN = re.compile(r"[\u4e00-\u9fff]")
HAN_SHARE = 0.3
SMALL_WORDS = {
    "en": re.compile(r"\b(the|and|with|of|it|that|you|your|for|is|are|to|in|so|this|me|an?|if|or|from|have|not)\b"),
    "fr": re.compile(r"\b(le|la|les|et|avec|de|du|des|une?|vous|votre|pour|est|sont|à|au|en|dans|ce|si|ou|ne|pas)\b"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=data_folder())
    parser.add_argument("--seed", type=int, default=SEEDS[0])
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    answered = asyncio.run(answers(turns_in(chosen.data), chosen.seed))
    publish({"turns": len(answered) // len(LANGUAGES), "seed": chosen.seed} | figures(answered), as_json=chosen.json)


def figures(answered: Sequence[Answered]) -> dict[str, Any]:
    """Per language the share of replies that are in it; beside it the share of right turns, and who lags."""
    by_language = {language: [one for one in answered if one.language == language] for language in LANGUAGES}
    success = {language: share(ones) for language, ones in by_language.items()}
    strange = [one for one in answered if language_of_reply(one.reply) != one.language]
    right: dict[str, Any] = {
        language: 1 - sum(one.language == language for one in strange) / len(ones)
        for language, ones in by_language.items()
    }
    return {
        **right,
        "success": success,
        "behind": {language: success["en"] - success[language] for language in ("fr", "zh")},
        "failures": [{"id": one.turn.id, "language": one.language} for one in strange],
    }


def language_of_reply(text: str) -> Language:
    """Chinese by its characters; else whichever of English and French has more of its small words."""
    letters = [letter for letter in text if letter.isalpha()]
    if letters and len(HAN.findall(text)) / len(letters) >= HAN_SHARE:
        return "zh"
    french = len(SMALL_WORDS["fr"].findall(text.lower())) > len(SMALL_WORDS["en"].findall(text.lower()))
    return "fr" if french else "en"


if __name__ == "__main__":
    main()
