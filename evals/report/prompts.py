"""Prompts side by side: what was taken out on the left, what came in on the right, word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any, NamedTuple

from evals.report.markup import NOTHING, Safe, fold, join, tag
from evals.report.wording import counted
from evals.results import Header

CJK = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{CJK}]|[^\W{CJK}]+|\s+|[^\w\s]")
AROUND = 2  # lines that stand beside what changed


class Pair(NamedTuple):
    """Two lines that stand beside each other; None where one side has none."""

    old: str | None
    new: str | None
    changed: bool


def show_prompts(header: Header) -> Safe:
    """All prompts of one run, folded."""
    return join(_whole(name, text, header.prompts.get(name, "")) for name, text in sorted(header.prompt_texts.items()))


def _whole(name: str, text: str, version: str) -> Safe:
    return fold(join(tag("b", name), " ", tag("span", version, class_="soft")), tag("pre", text), class_="prompt")


def show_changes(old: Header, new: Header, labels: tuple[str, str]) -> Safe:
    """The prompts that differ, and how many do not."""
    names = sorted({*old.prompt_texts, *new.prompt_texts})
    texts = {name: (old.prompt_texts.get(name, ""), new.prompt_texts.get(name, "")) for name in names}
    changed = {name: pair for name, pair in texts.items() if pair[0] != pair[1]}
    same = tag("p", f"{counted(len(names) - len(changed), 'prompt')} the same word for word.", class_="soft")
    return join([_change(name, *pair, labels) for name, pair in changed.items()], same)


def _change(name: str, old: str, new: str, labels: tuple[str, str]) -> Safe:
    head = tag("tr", *(tag("th", f"in {label}", scope="col") for label in labels))
    body = [_group(group) for group in grouped(list(aligned(old, new)))]
    table = tag("table", tag("thead", head), body, class_="diff")
    return tag("figure", tag("figcaption", name), table, class_="change")


def aligned(old: str, new: str) -> Iterator[Pair]:
    """Lines beside each other, those that were rewritten beside what they became."""
    before, after = old.splitlines(), new.splitlines()
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for left, right in zip_longest(before[a:b], after[c:d]):
            yield Pair(left, right, kind != "equal")


def grouped(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Stretches that are shown, and stretches far from any change, which are folded."""
    near = [any(one.changed for one in pairs[max(0, at - AROUND) : at + AROUND + 1]) for at in range(len(pairs))]
    start = 0
    for at in range(1, len(pairs) + 1):
        if at == len(pairs) or near[at] != near[start]:
            yield list(pairs[start:at])
            start = at


def _group(pairs: list[Pair]) -> Safe:
    if any(pair.changed for pair in pairs):
        return tag("tbody", [_line(pair) for pair in pairs])
    same = "\n".join(pair.old or "" for pair in pairs)
    text = fold(counted(len(pairs), "line") + " unchanged", tag("div", same, class_="unchanged"))
    return tag("tbody", tag("tr", tag("td", text, colspan=2, class_="between")))


def _line(pair: Pair) -> Safe:
    if pair.old is None or pair.new is None:
        old = tag("del", pair.old) if pair.old is not None else NOTHING
        new = tag("ins", pair.new) if pair.new is not None else NOTHING
    else:
        old, new = words(pair.old, pair.new)
    return tag("tr", tag("td", old), tag("td", new), class_="changed" if pair.changed else None)


def words(old: str, new: str) -> tuple[Safe, Safe]:
    """Both lines with the words that differ marked; Chinese is told apart character by character."""
    before, after = WORD.findall(old), WORD.findall(new)
    left, right = list[Any](), list[Any]()
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = "".join(before[a:b]), "".join(after[c:d])
        left.append(gone if kind == "equal" else tag("del", gone) if gone else NOTHING)
        right.append(come if kind == "equal" else tag("ins", come) if come else NOTHING)
    return join(left), join(right)
