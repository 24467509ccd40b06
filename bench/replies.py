"""Replies to be read by somebody whose language it is: `python -m bench.replies [--seed N] [--count N]`.

Draws turns of the constraint set by a seed, other ones for each language and none of its test half, and prints what was
said and answered as Markdown.
"""

import argparse
import asyncio
import random
from collections.abc import Sequence

from bench.constraints import LANGUAGES, SEEDS, Answered, open_shop, play
from evals.turns import Turn, load_turns
from stores.vocabulary import Language


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=10)
    chosen = parser.parse_args()
    print(page(asyncio.run(played(chosen.seed, chosen.count)), chosen.seed))


def drawn(seed: int, count: int) -> list[tuple[Turn, Language]]:
    chance, turns = random.Random(seed), [turn for turn in load_turns() if turn.split == "dev"]
    return [(turn, language) for language in LANGUAGES for turn in chance.sample(turns, count)]


async def played(seed: int, count: int) -> list[Answered]:
    async with open_shop(SEEDS[0]) as shop:
        return [await play(shop, turn, language) for turn, language in drawn(seed, count)]


def page(answered: Sequence[Answered], seed: int) -> str:
    titles = {"en": "English", "fr": "French", "zh": "Chinese"}
    lines = [f"# Replies drawn by seed {seed}"]
    for language in LANGUAGES:
        lines += ["", f"## {titles[language]}"]
        for one in answered:
            if one.language == language:
                lines += ["", *told(one)]
    return "\n".join(lines)


def told(one: Answered) -> list[str]:
    """A turn as a quotation under what was said."""
    said = [text[one.language] for text in (one.turn.before, one.turn.say) if text]
    return [f"**{one.turn.id}** {' → '.join(said)}", "", *(f"> {line}" for line in one.reply.splitlines())]


if __name__ == "__main__":
    main()
