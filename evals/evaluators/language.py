"""Whether the reply, and what its cards say, is in the person's language, by script and small words, line by line.

`language` reads `en`, `fr` or `zh`; without it the language is that of the case. Names of articles and brands are left
out, and so is what the reply puts in quotes. A sentence that gives no hint counts for neither side.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from evals.evaluators import Verdict
from evals.evaluators.answers import reply_of, shown_items
from evals.evaluators.verdicts import nothing, verdict
from evals.evaluators.words import HAN, small_words
from stores.vocabulary import Language

LATIN = re.compile(r"[A-Za-zÀ-ÿœŒ]+(?:['’][A-Za-zÀ-ÿœŒ]+)?")
SENTENCE = re.compile(r"[^.!?。！？;；\n]+[.!?。！？;；\n]*")
QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|「[^」]*」|《[^》]*》|\([^)]*\)|（[^）]*）|\[\[[^\]]*\]\]")
ELIDED = re.compile(r"^(?:[ldnjcsmt]|qu|jusqu|lorsqu|puisqu)['’]", re.IGNORECASE)
HAN_SHARE, FEWEST_HAN, FEWEST_WORDS = 0.5, 2, 3


def language(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """The share of the sentences, of titles and reasons too, that are in the language that is due."""
    expected = reference_outputs.get("language") or inputs.get("language")
    names = [name for item in shown_items(outputs) for name in (item.get("name"), item.get("brand")) if name]
    said = "\n".join([reply_of(outputs), *written_on(outputs)])
    found = [(sentence, language_of(sentence)) for sentence in sentences(without(said, names))]
    told = [(sentence, one) for sentence, one in found if one]
    if not expected or not told:
        return nothing("language", "the reply gives no hint")
    strange = [f"{one}: {sentence.strip()}" for sentence, one in told if one != expected]
    return verdict("language", strange, len(told))


def written_on(outputs: Mapping[str, Any]) -> Iterator[str]:
    """What the cards of the looks say beside the shop's own words."""
    for look in outputs.get("looks") or []:
        yield from (look.get("title") or "", *(look.get("why") or []))


def sentences(text: str) -> list[str]:
    return [sentence for sentence in SENTENCE.findall(text) if sentence.strip()]


def without(text: str, names: Iterable[str]) -> str:
    """The text without these names and without what stands in quotes or brackets."""
    for name in sorted({*names}, key=len, reverse=True):
        text = text.replace(name, " ")
    return QUOTED.sub(" ", text)


def language_of(sentence: str) -> Language | None:
    """Chinese by its characters, English and French by their small words; None where there is no telling."""
    han, words = len(HAN.findall(sentence)), [word.lower() for word in LATIN.findall(sentence)]
    if han >= FEWEST_HAN and han / (han + len(words) * 2) >= HAN_SHARE:
        return "zh"
    if len(words) < FEWEST_WORDS:
        return None
    plain = [word.replace("’", "'") for word in words]
    english = sum(word in small_words("en") for word in plain)
    french = sum(word in small_words("fr") or bool(ELIDED.match(word)) for word in plain)
    return None if english == french else "en" if english > french else "fr"
