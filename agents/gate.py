"""What a sentence must be to leave: facts only as known tokens, true colours, clean words, the right language.

The gate judges one sentence at a time and renders its tokens. It knows no model and no reply.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from agents.claims import GENERAL, false_claim, unquoted
from agents.known import Known
from agents.manner import out_of_part
from stores.vocabulary import ColourFamily, Language

TOKEN = re.compile(r"\[\[([a-z0-9_.]+)\]\]")
END = re.compile(r"(?<=[.!?…])[\"'»”)]*(?=\s)\s+|(?<=[。！？])[”」）]*")
CJK = re.compile(r"[\u3400-\u9fff]")
# Three Latin words on end are no Chinese.
RUN = re.compile(r"(?:[A-Za-z']{2,}[ ,.]+){2}[A-Za-z']{2,}")
MIXED = re.compile(r"(?<=[一-鿿])(?=[A-Za-z0-9¥$€£-])|(?<=[A-Za-z0-9%°])(?=[一-鿿])")
DIGIT = re.compile(r"[0-9０-９]")
CODES = re.compile(r"(?:black|white)[ -]tie")
CURRENCY = re.compile(r"[$€£¥￥]")
IDENTIFIER = re.compile(r"\b(?:look|own|[a-z]+)-[0-9a-f]{3,}\b|\b[0-9a-f]{8}-[0-9a-f]{4}")


@dataclass(frozen=True)
class GateWords:
    """Words of one language: blocked ones, currency words, `your`, and colour words with their families."""

    blocked: re.Pattern[str]
    money: re.Pattern[str]
    your: re.Pattern[str] | None
    colours: Mapping[str, ColourFamily]
    small: frozenset[str]


@dataclass(frozen=True)
class Facts:
    """What a reply may say: token to text, the colour families behind a token, and words for what the person owns."""

    language: Language
    rendered: Mapping[str, str]
    colours: Mapping[str, frozenset[ColourFamily]] = field(default_factory=dict)
    said: frozenset[ColourFamily] = frozenset()
    owned: frozenset[str] = frozenset()
    known: Known = field(default_factory=Known)


def objection(sentence: str, facts: Facts) -> str | None:
    """Why a sentence may not leave, or None. The reason names the rule, never the sentence."""
    words = load_words(facts.language)
    cited = TOKEN.findall(sentence)
    bare = TOKEN.sub(" ", sentence)
    own = unquoted(bare, facts.language)
    general = GENERAL in facts.known.about
    checks = {
        "an unknown token": any(key not in facts.rendered for key in cited) or "[[" in bare or "]]" in bare,
        "a digit outside a token": DIGIT.search(bare),
        "a currency outside a token": CURRENCY.search(bare) or words.money.search(own),
        "an id outside a token": IDENTIFIER.search(bare),
        "a blocked word": words.blocked.search(bare),
        "a thing the person does not own": not general and _claims_ownership(own, words, facts.owned),
        "a colour the piece has not": _false_colour(bare, cited, words, facts),
        "another language": not _speaks(bare, facts.language),
    }
    plain = next((reason for reason, found in checks.items() if found), None)
    return plain or out_of_part(own, facts.language) or false_claim(own, cited, facts.known, facts.language)


def render(sentence: str, facts: Facts) -> str:
    """The sentence with its tokens filled in, beginning with a capital; Chinese sets Latin words and sums apart."""
    text = TOKEN.sub(lambda match: facts.rendered[match.group(1)], sentence)
    if facts.language == "zh":
        text = MIXED.sub(" ", text)
    return text[:1].upper() + text[1:]


def split_sentences(text: str) -> tuple[list[str], str]:
    """Whole sentences of a text, each with the space behind it, and the rest that may still grow."""
    found, start = [], 0
    for match in END.finditer(text):
        if match.end() > start:
            found.append(text[start : match.end()])
            start = match.end()
    return found, text[start:]


def _claims_ownership(text: str, words: GateWords, owned: frozenset[str]) -> bool:
    if words.your is None:
        return False
    return any(match.group("thing").lower() not in owned for match in words.your.finditer(text))


def _false_colour(text: str, cited: list[str], words: GateWords, facts: Facts) -> bool:
    """Beside a cited piece a colour is that piece's, or one that the person spoke of; advice may name any."""
    if not any(key.removesuffix(".name") in facts.colours for key in cited):
        return False
    true = facts.said.union(*(facts.colours.get(key.removesuffix(".name"), frozenset()) for key in cited))
    return any(family not in true for family in colours_in(text, facts.language))


def colours_in(text: str, language: Language) -> set[ColourFamily]:
    """Families of the colour words in a text."""
    colours = load_words(language).colours
    if language == "zh":
        return {family for word, family in colours.items() if word in text}
    return {colours[word] for word in re.findall(r"[\w-]+", CODES.sub(" ", text.lower())) if word in colours}


def _speaks(text: str, language: Language) -> bool:
    """Whether a text can be of this language: by script, then by the small words that only one language has."""
    if language == "zh":
        return not RUN.search(text) and (bool(CJK.search(text)) or not re.search(r"[A-Za-z]{3}", text))
    if CJK.search(text):
        return False
    seen = set(re.findall(r"[^\W\d_]+", text.lower()))
    other: Language = "fr" if language == "en" else "en"
    return len(seen & load_words(other).small) <= len(seen & load_words(language).small)


@cache
def load_words(language: Language) -> GateWords:
    table: dict[str, Any] = tomllib.loads(files("agents").joinpath("gate.toml").read_text(encoding="utf-8"))[language]
    your = table.get("your")
    return GateWords(
        blocked=_any_of(table["blocked"], language),
        money=_any_of(table["money"], language),
        your=re.compile(your, re.IGNORECASE) if your else None,
        colours={word: family for family, listed in table["colours"].items() for word in listed},
        small=frozenset(table["small"]),
    )


def _any_of(listed: list[str], language: Language) -> re.Pattern[str]:
    joined = "|".join(map(re.escape, listed))
    return re.compile(joined if language == "zh" else rf"\b(?:{joined})\b", re.IGNORECASE)
