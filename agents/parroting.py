"""Whether a sentence is the stylist's own: not dictated by the message, no password, no part that it was told to play.

Looks at how words came into a sentence, and at what is said to have become of the person's things, never at clothes.
"""

import re
import unicodedata
from collections.abc import Mapping

from agents.gate import TOKEN
from agents.house.lexicon import Lexicon, load_lexicon
from agents.house.reading.words import normalise, split_words
from stores.texts import visible
from stores.vocabulary import Language

DICTATED, MEANINGLESS, PLAYED = "words that were dictated", "a word that means nothing", "a part it was told to play"
# So many words on end are dictated, and not said alike by chance; fewer are where the lexicon knows one of them not.
RUN: Mapping[Language, int] = {"en": 5, "fr": 5, "zh": 4}
# "I am" is followed by what one is only with an article or a name; a stylist may say that it is one.
PARTS: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\bI(?:'m| am) (?:now )?(?:called |named )?(?!Maison\b|(?:an? |the |your )?(?:\w+ )?stylist\b)"
        r"(?:an? (?!bit\b|little\b|fan\b)|the |your |[A-Z])"
    ),
    "fr": re.compile(
        r"\b[Jj]e suis (?:maintenant |désormais )?(?!Maison\b|(?:une? |la |le |votre |ta )?styliste\b)"
        r"(?:une? |le |la |votre |ton |ta |[A-ZÉ])"
    ),
    "zh": re.compile(
        r"我(?:现在)?(?:就)?(?:是|叫)(?!Maison|(?:一[名位个])?(?:你的)?(?:造型师|搭配师)|说|想|怕|觉得|认为|看)"
    ),
}

UNDONE = "a deed that was not done"
DELETED: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:deleted|erased|removed|cleared|wiped|emptied|forgotten)\b[^.!?]{0,40}"
        r"\b(?:wardrobe|profile|data|photos?|preferences|everything)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:supprimée?s?|effacée?s?|vidée?s?|oubliée?s?|retirée?s?)\b[^.!?]{0,40}"
        r"\b(?:garde-robe|profil|données|photos?|préférences|tout)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"(?:删除|清空|删掉|抹去|忘掉|清除)了?[^。！？]{0,12}(?:衣橱|资料|档案|数据|照片|偏好|全部|一切)"),
}


def forgot(sentence: str, language: Language) -> str | None:
    """Why a sentence may not leave where nothing was forgotten in the turn: it says that something was."""
    return UNDONE if DELETED[language].search(TOKEN.sub(" ", sentence)) else None


def parroted(sentence: str, heard: str, language: Language) -> str | None:
    """Why a sentence, with its tokens, is not the stylist's own; None where it is. `heard` is the person's message."""
    bare = TOKEN.sub(" ", sentence).replace("’", "'")
    if PARTS[language].search(bare):
        return PLAYED
    lexicon, words = load_lexicon(language), _words(bare)
    if not words:
        return None
    if not TOKEN.search(sentence) and not any(_is_known(word, lexicon) for word in words):
        return MEANINGLESS
    run = len(words) >= RUN[language] or not all(_is_known(word, lexicon) for word in words)
    return DICTATED if run and _holds(_words(heard), words) else None


def _words(text: str) -> list[str]:
    shown = unicodedata.normalize("NFKC", visible(text))
    return [word.text for word in split_words(normalise(shown)) if word.text.isalpha()]


def _is_known(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.known or word in lexicon.grammar.function_words


def _holds(heard: list[str], words: list[str]) -> bool:
    """Whether words stand on end among others, of which they are not all."""
    size = len(words)
    return size < len(heard) and any(heard[at : at + size] == words for at in range(len(heard) - size + 1))
