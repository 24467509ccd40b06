"""A long conversation in short: of what lies too far back to be shown whole, the sentences that decided something.

They are kept word for word, since a summary in other words may decide something else. What was agreed on is besides in
the brief, the profile and the looks that a request carries.
"""

from collections.abc import Iterator, Sequence

from agents.gate import split_sentences
from agents.house.lexicon import load_lexicon
from agents.house.reading_language import language_of
from agents.house.reading_mentions import ATTRIBUTES, GARMENTS
from agents.house.reading_text import read
from stores.vocabulary import Language

# Characters of all that is kept.
LONGEST = 1200
_DECIDING = {*GARMENTS, *ATTRIBUTES, "size", "currency", "limit", "occasion", "presentation", "culture", "activity"}


def decided(texts: Sequence[str], language: Language | None = None, longest: int = LONGEST) -> list[str]:
    """The deciding sentences of a person's messages, both oldest first; where they are too many, the latest."""
    said = list(dict.fromkeys(sentence for text in reversed(texts) for sentence in _reversed(text, language)))
    kept: list[str] = []
    for sentence in said:
        longest -= len(sentence)
        if longest < 0:
            break
        kept.append(sentence)
    return kept[::-1]


def _reversed(text: str, before: Language | None) -> Iterator[str]:
    language = language_of(text, before)
    whole, rest = split_sentences(text)
    for sentence in reversed([*whole, rest]):
        if sentence.strip() and _decides(sentence, language):
            yield sentence.strip()


def _decides(sentence: str, language: Language) -> bool:
    reading = read(sentence, load_lexicon(language))
    return bool(reading.facts) or bool(_DECIDING & {mention.kind for mention in reading.mentions})
