"""Which of seven acts a shopper's turn is, told by the house's reading of it.

`python -m bench.acts [--data DIR] [--json] [--wrong]`: turns of SIMMC 2 (`simmc2/dev_user_turns.jsonl`), each read
alone; `accuracy` and `macro_f1` over all of them. Nothing is learned: `act_of` says in rules what each act means,
over the cues and mentions that the house finds by its lexicon. While the rules were written, mistakes were read in
the first half of the dialogues (`seen`) and in no other (`unseen`). `--wrong` lists the mistakes of the first half.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from agents.house.lexicon import load_lexicon
from agents.house.reading.mentions import ATTRIBUTES, GARMENTS, Mention, Reading
from agents.house.reading.text import read
from bench.report import data_folder, publish

Act = Literal[
    "REQUEST:GET", "REQUEST:ADD_TO_CART", "REQUEST:COMPARE", "ASK:GET", "INFORM:REFINE", "INFORM:GET",
    "INFORM:DISAMBIGUATE",
]  # fmt: skip
_POINTING = frozenset({"the", "this", "that", "those", "these", "it", "them", "what", "both"})
# Before a trait that is asked for: "the price", "their sizes"; "with good ratings" and "in size L" are wishes.
_BEFORE_TRAIT = frozenset({"the", "what", "which", "their", "its", "and", "about", "of", "know"})
_OF_TRAIT = frozenset({"available", "customer"})
# After "that" these make a comment of what else would point to a piece: "That's not bad."
_VERBS = frozenset({"s", "is", "are", "aren", "look", "looks", "could", "re"})
_WISHED = frozenset({"from", "by", "in", "with", "same", "to"})
_TWO = frozenset({"both", "two", "2"})
_LIKING = frozenset({"i", "d", "would", "really", "do", "you", "actually", "also", "look", "looks", "ll", "did"})
_NOUNS = frozenset({"one", "ones", "pair"})
_JOINERS = frozenset({"and", "or", "to", "with", "as"})
_SORRY = frozenset(
    {"oh", "oops", "sorry", "yeah", "yes", "sure", "hm", "uh", "um", "well", "ok", "okay", "right", "no", "actually"}
)
_MEANT = re.compile(
    r"\b(i mean|i meant|talking about|referring to|i was asking|i'm asking about|"
    r"(it's|they're|that's) (the|that|those|this|on|in|one))\b"
)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=data_folder())
    options.add_argument("--json", action="store_true")
    options.add_argument("--wrong", action="store_true", help="list the mistakes of the first half")
    chosen = options.parse_args()
    turns = load_turns(chosen.data)
    if chosen.wrong:
        print("\n".join(wrong(halved(turns)["seen"])))
    else:
        publish(measure(turns), as_json=chosen.json)


def measure(turns: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Accuracy and macro F1 over all turns and over either half of the dialogues."""
    parts = {half: figures(rows) for half, rows in halved(turns).items()}
    return figures(turns) | parts | {"dialogues": len({turn["dialogue_idx"] for turn in turns})}


def figures(turns: Sequence[dict[str, Any]]) -> dict[str, Any]:
    pairs: Counter[tuple[str, str]] = Counter((turn["act"], act_of(read_turn(turn["user"]))) for turn in turns)
    f1 = {act: f1_of(act, pairs) for act in sorted({turn["act"] for turn in turns})}
    right = sum(count for (said, found), count in pairs.items() if said == found)
    return {"accuracy": right / len(turns), "macro_f1": sum(f1.values()) / len(f1), "n": len(turns), "f1": f1}


def f1_of(act: str, pairs: Counter[tuple[str, str]]) -> float:
    """Harmonic mean of precision and recall of an act."""
    both = pairs[act, act]
    either = sum(count * ((said == act) + (found == act)) for (said, found), count in pairs.items())
    return 2 * both / either if either else 0.0


def halved(turns: Sequence[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The turns of the first half of the dialogues, and those of the second."""
    order = list(dict.fromkeys(turn["dialogue_idx"] for turn in turns))
    first = {*order[: (len(order) + 1) // 2]}
    return {
        "seen": [turn for turn in turns if turn["dialogue_idx"] in first],
        "unseen": [turn for turn in turns if turn["dialogue_idx"] not in first],
    }


def wrong(turns: Sequence[dict[str, Any]]) -> list[str]:
    found = [(turn["act"], act_of(read_turn(turn["user"])), turn["user"]) for turn in turns]
    return [f"{said} read as {act}: {text}" for said, act, text in found if said != act]


def read_turn(text: str) -> Reading:
    return read(text, load_lexicon("en"))


def load_turns(data: Path) -> list[dict[str, Any]]:
    lines = (data / "simmc2/dev_user_turns.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def act_of(reading: Reading) -> Act:
    """The act of a turn; the first rule that holds decides, and who asks for nothing says which piece is meant."""
    return next((act for act, holds in _RULES if holds(reading)), "INFORM:DISAMBIGUATE")


def _compares(r: Reading) -> bool:
    """Two pieces beside each other, or the traits of two at once."""
    return r.has("compare") or ((_asks_traits(r) or _asks_about(r)) and _names_two(r))


def _asks_about(r: Reading) -> bool:
    return "about" in {w.text for w in r.words} and "tell" in {w.text for w in r.words}


def _names_two(r: Reading) -> bool:
    words = [word.text for word in r.words]
    pieces = [m.first for m in r.of(*GARMENTS)] + [i for i, word in enumerate(words) if word in _NOUNS]
    joined = any(_JOINERS & {*words[one + 1 : two]} for one, two in pairwise(sorted(pieces)))
    return bool(_TWO & {*words}) or joined


def _wants_alike(r: Reading) -> bool:
    """Something that shares a trait with a piece that is pointed to: "anything like those", "the same brand as"."""
    words = [word.text for word in r.words]
    like = any(
        word == "like" and r.word(i - 1) not in _LIKING and r.word(i + 1) in _POINTING for i, word in enumerate(words)
    )
    same = "same" in words and bool({"as", "that", "those"} & {*words})
    return (like or same or r.has("more_like")) and not r.has("taking")


def _asks_traits(r: Reading) -> bool:
    """Whether the price, the brand, a size or a rating is asked for, and not wished."""
    return any(_is_asked(r, trait) for trait in r.cues.get("trait", ()))


def _is_asked(r: Reading, trait: Mention) -> bool:
    first = trait.first - (r.word(trait.first - 1) in _OF_TRAIT)
    led = trait.last - trait.first > 1 or r.word(first - 1) in _BEFORE_TRAIT
    return led and r.word(first - 2) not in _WISHED


def _points(r: Reading) -> bool:
    """Whether a turn says which piece is meant: "The brown one on the left", "Oh, I mean the blue coat"."""
    first = next((i for i, w in enumerate(r.words) if w.text.isalpha() and w.text not in _SORRY), 0)
    leads = r.word(first) in _POINTING - {"what"} and r.word(first + 1) not in _VERBS
    return leads or bool(_MEANT.search(r.text.lower()))


def _takes(r: Reading) -> bool:
    return r.has("taking")


def _gets(r: Reading) -> bool:
    return bool(r.of(*GARMENTS))


def _refines(r: Reading) -> bool:
    """More of the same, or a trait that was not said before; no kind of piece is named."""
    return r.has("other", "find", "request", "question", "incorporate", "only") or bool(r.of(*ATTRIBUTES, "size"))


_RULES: tuple[tuple[Act, Callable[[Reading], bool]], ...] = (
    ("INFORM:GET", _wants_alike),
    ("INFORM:DISAMBIGUATE", _points),
    ("REQUEST:COMPARE", _compares),
    ("REQUEST:ADD_TO_CART", _takes),
    ("ASK:GET", _asks_traits),
    ("REQUEST:GET", _gets),
    ("INFORM:REFINE", _refines),
)


if __name__ == "__main__":
    main()
