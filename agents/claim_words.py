"""The words of the rules on claims, per language, from `claims.toml`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from stores.vocabulary import Language

# Rules whose words nothing in a turn can make true.
NEVER = (
    "an_offer", "a_review", "a_deed", "a_person_it_is_not", "a_claim_of_the_label", "a_memory",
    "another_age", "a_price_compared", "an_invitation",
)  # fmt: skip
# Chinese signs stand right beside Latin words.
LETTER = r"[A-Za-zÀ-ÿ0-9-]"


@dataclass(frozen=True)
class ClaimWords:
    """Words of one language by rule, and those that make a case of a sentence."""

    never: Mapping[str, re.Pattern[str]]
    brands: re.Pattern[str]
    maybe: re.Pattern[str]
    denies: re.Pattern[str]
    foretells: re.Pattern[str]
    names: frozenset[str]
    owned: re.Pattern[str]
    relations: re.Pattern[str]
    did: re.Pattern[str]
    may_do: frozenset[str]
    will: re.Pattern[str]
    will_do: frozenset[str]
    counted: re.Pattern[str]
    definite: frozenset[str]
    spared: re.Pattern[str]
    quoted: re.Pattern[str]


@cache
def load_claims(language: Language) -> ClaimWords:
    table: dict[str, Any] = tomllib.loads(files("agents").joinpath("claims.toml").read_text(encoding="utf-8"))
    own = table[language]
    return ClaimWords(
        never={name: _any_of(own[name], language) for name in NEVER},
        brands=_any_of(table["brands"]["any"], "en", han=True),
        maybe=_any_of(own["maybe"], language),
        denies=_any_of(own["denies"], language),
        foretells=_any_of(own["foretells"], language),
        names=frozenset(own["names"]),
        owned=re.compile(own["owned"], re.IGNORECASE),
        relations=_any_of(own["relations"], language),
        did=re.compile(own["did"]),
        may_do=frozenset(own["may_do"]),
        will=re.compile(own["will"]),
        will_do=frozenset(own["will_do"]),
        counted=re.compile(own["counted"]),
        definite=frozenset(own["definite"]),
        spared=_any_of(own["spared"], language),
        quoted=re.compile(own["quoted"], re.IGNORECASE),
    )


def _any_of(listed: list[str], language: Language, *, han: bool = False) -> re.Pattern[str]:
    """Whole words of Latin script; Chinese ones wherever they stand."""
    plain = "|".join(re.escape(word) for word in listed if word.isascii() or language != "zh")
    signs = "|".join(re.escape(word) for word in listed if re.search(r"[\u3400-\u9fff]", word))
    latin = rf"(?<!{LETTER})(?:{plain})(?!{LETTER})" if language != "zh" and plain else ""
    return re.compile(
        "|".join(part for part in (latin, signs if han or language == "zh" else "") if part), re.IGNORECASE
    )
