"""Splitting a text into words: Latin words, numbers, signs, and Chinese characters one by one.

Knows no language. Folded words carry neither case nor accents; hyphens and apostrophes only separate. A dash between
spaces is a pause, the end of a short line the end of a sentence.
"""

import re
import unicodedata
from dataclasses import dataclass

from agents.house.reading.scripts import simplified

_WORD = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}|(?:(?<![\w.)])-)?\d+(?:[.,:/]\d+)*|[一-鿿〇]|[^\W\d_一-鿿]+|[^\w\s'’\-–—\"“”«»]"
    r"|(?<=\s)[-–](?=\s+[^\d\s])|—+(?!\s*\d)|(?<=\S)(?<![^\n]{70})\n"
)
# Between Chinese clauses that are written without a comma: long ones, and short ones that a particle or a judgement
# ends, or that begin anew. 不要 黑色 is no two clauses.
_PAUSE = re.compile(
    r"(?<=[一-鿿]{4})(?<!的) +(?=[一-鿿]{4})"
    r"|(?:(?<=[吧啊呢吗呀哦啦嘛呗哈嘞了着])|(?<=不错|好看|漂亮|好的)|(?<=[一-鿿]可以)) +(?=[一-鿿])"
    r"|(?<=[一-鿿]{2}) +(?=[换加配来][双件条个顶套]|但|不过|还是|要不|别的|其他|其它|剩下)"
)
# "1 200,50", "CHF 1'200": what a space or an apostrophe parts is one number, but no date or other list.
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[ '’]\d{3})+(?![\d/])(?![.,]\d{3})")
_SIGNS = {"\n": ".", "-": ",", "–": ",", "—": ",", "——": ","}


@dataclass(frozen=True, slots=True)
class Word:
    """One word: folded, as it was written, and where (character offsets in the normalised text)."""

    text: str
    raw: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.raw[:1].isupper()


def normalise(text: str) -> str:
    """The text in NFKC and in simplified characters, thousands closed up, numbers that a Chinese comma parts kept
    apart; a space between Chinese clauses is a comma."""
    parted = _PAUSE.sub("，", re.sub(r"(?<=\d)[，、](?=\d)", ", ", text))
    folded = simplified(unicodedata.normalize("NFKC", parted))
    return _THOUSANDS.sub(lambda found: re.sub(r"\D", "", found[0]), folded)


def split_words(text: str) -> list[Word]:
    """The words of a normalised text."""
    return [Word(fold(found[0]), found[0], *found.span()) for found in _WORD.finditer(text)]


def fold(word: str) -> str:
    """A word in lower case and without accents."""
    lower = _SIGNS.get(word) or word.lower().replace("œ", "oe")
    if lower.isascii():
        return lower
    return "".join(c for c in unicodedata.normalize("NFD", lower) if not unicodedata.combining(c))
