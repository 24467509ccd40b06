"""Tu and vous: which of them a person says, and a French phrase written for vous turned into one for tu.

A phrase keeps its `{slots}`. Knows no request and no other language.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from agents.house.phrases import Phrases, load_phrases, load_table

CLITICS = r"(?:(?:ne|y|en|le|la|les|me|vous) |n'|l'|m'|t')*"
SUBJECT = re.compile(rf"\b(?P<you>vous) (?P<between>{CLITICS})(?P<verb>\w+)", re.IGNORECASE)
AFTER_VERB = re.compile(r"\b(?P<verb>\w+)-vous\b(?!-)", re.IGNORECASE)
VERB = re.compile(r"\b\w+\b")
BEFORE_EN = re.compile(r"\b([A-Z]?\w+e)-(en|y)\b")
ALONE = re.compile(r"(?P<lead>\b(?:à|chez|avec) |)\b(?P<you>vous)(?=(?P<next>-même|$| ?[^\w ]| \w))", re.IGNORECASE)
OWN = re.compile(r"\b(?P<own>votre|vos) (?P<noun>[\w-]+)", re.IGNORECASE)
VOWEL = re.compile(r" ([aeéèêiouyh])", re.IGNORECASE)


def says_tu(texts: Sequence[str]) -> bool:
    """Whether these messages (oldest first) say tu: as last asked for, else as most of them do, else the newest.

    One message that slips does not change the register of a thread.
    """
    asked = [says for text in texts if (says := _register(text, "ask_tu", "ask_vous")) is not None]
    if asked:
        return asked[-1]
    said = [says for text in texts if (says := _register(text, "tu", "vous")) is not None]
    return bool(said) and (said.count(True), said[-1]) > (said.count(False), not said[-1])


def _register(text: str, familiar: str, formal: str) -> bool | None:
    """True where a text has one of the familiar words, False where only a formal one, None for neither."""
    tu, vous = (any(re.search(one, text, re.IGNORECASE) for one in _words(name)) for name in (familiar, formal))
    return tu if tu or vous else None


@cache
def load_familiar() -> Phrases:
    """The French phrases as they speak to somebody who says tu."""
    return {key: tuple(familiar(phrase) for phrase in phrases) for key, phrases in load_phrases("fr").items()}


def familiar(phrase: str) -> str:
    """A phrase that says tu where it said vous."""
    text = SUBJECT.sub(_subject, phrase)
    text = AFTER_VERB.sub(_inverted, text)
    text = VERB.sub(lambda match: _verb(match.group(), imperative=True) or match.group(), text)
    text = BEFORE_EN.sub(r"\1s-\2", text)
    text = ALONE.sub(_object, text)
    text = re.sub(rf"\b([tT])e{VOWEL.pattern}", r"\1'\2", text)
    return OWN.sub(_own, text)


def _subject(match: re.Match[str]) -> str:
    verb = _verb(match["verb"])
    return f"{_cased('tu', match['you'])} {match['between']}{verb}" if verb else match.group()


def _inverted(match: re.Match[str]) -> str:
    """ "avez-vous ?" asks, "arrêtez-vous" orders."""
    asks = re.match(r"[^.;!?]*\?", match.string[match.end() :]) is not None
    verb = _verb(match["verb"], imperative=not asks)
    return f"{verb}-{'tu' if asks else 'toi'}" if verb else match.group()


def _object(match: re.Match[str]) -> str:
    stressed = bool(match["lead"]) or not match["next"].startswith(" ") or match["next"].strip(" ") in {":", ";", "?"}
    return match["lead"] + _cased("toi" if stressed else "te", match["you"])


def _own(match: re.Match[str]) -> str:
    if match["own"].lower() == "vos":
        return f"{_cased('tes', match['own'])} {match['noun']}"
    own = "ta" if match["noun"] in load_table("familiar_fr")["words"]["feminine"] else "ton"
    return f"{_cased(own, match['own'])} {match['noun']}"


def _verb(word: str, *, imperative: bool = False) -> str | None:
    """The form for tu of a verb in the form for vous, None for any other word."""
    low = word.lower()
    known: Mapping[str, str | list[str]] = load_table("familiar_fr")["verbs"]
    if low in known:
        form = known[low]
        found = form if isinstance(form, str) else form[imperative]
    elif low in _words("not_verbs") or not low.endswith("ez"):
        return None
    elif low.endswith("iez"):
        found = f"{low[:-3]}ais"
    elif low.endswith("erez"):
        found = f"{low[:-2]}as"
    else:
        found = f"{low[:-2]}{'e' if imperative else 'es'}"
    return _cased(found, word)


def _cased(word: str, like: str) -> str:
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def _words(name: str) -> list[str]:
    words: list[str] = load_table("familiar_fr")["words"][name]
    return words
