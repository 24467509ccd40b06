"""Which of our languages a text is written in.

Chinese by its characters; English and French by the words of either that the text holds.
"""

from agents.house.lexicon import Lexicon, languages, load_lexicon
from agents.house.reading.words import Word, normalise, split_words
from stores.vocabulary import Language

_ACCENTS = frozenset("éèêàùçôîûœë")
_SHORT = 3
_CLEAR = 2
_HAN_SHARE = 0.2


def language_of(text: str, before: Language | None) -> Language:
    """The language of a text; where it does not tell, or is short and tells little, the one `before`, else English."""
    letters = [c for c in text if c.isalpha()]
    han = sum("一" <= c <= "鿿" for c in letters)
    words = [word.text for word in split_words(normalise(text)) if word.text.isalpha() and not _is_size(word)]
    if han and (han / len(letters) >= _HAN_SHARE or 2 * han >= len(words)):
        return "zh"
    votes: dict[Language, float] = {
        language: _votes(words, load_lexicon(language)) for language in languages() if language != "zh"
    }
    votes["fr"] += 2 * bool(_ACCENTS & set(text.lower()))
    best = max(votes, key=lambda language: votes[language])
    lead = votes[best] - max(count for language, count in votes.items() if language != best)
    unclear = lead == 0 or (len(words) < _SHORT and lead < _CLEAR)
    return before if unclear and before else best


def _is_size(word: Word) -> bool:
    """Whether a word is a letter by itself that no language owns: the M of « taille M » is not that of "I'm"."""
    return len(word.raw) == 1 and word.raw in "SML"


def _votes(words: list[str], lexicon: Lexicon) -> float:
    function_words, ours = lexicon.grammar.function_words, lexicon.ours - lexicon.borrowed
    return sum(2 if word in function_words else word in ours for word in words)
