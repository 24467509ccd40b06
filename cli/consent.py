"""The question whether a photo may leave this machine, put to whoever sits at the terminal.

What may be answered is `graph.consent.Consent`. Where nobody sits there the photo stays.
"""

import sys
from collections.abc import Mapping
from typing import Any

import typer

from stores.vocabulary import Language

Answer = dict[str, bool]

ANSWERS: tuple[Answer, ...] = (
    {"allow": True, "remember": False},
    {"allow": False, "remember": False},
    {"allow": True, "remember": True},
    {"allow": False, "remember": True},
)
WORDS: dict[Language, tuple[str, ...]] = {
    "en": ("yes", "no", "always", "never"),
    "fr": ("oui", "non", "toujours", "jamais"),
    "zh": ("可以", "不行", "总是", "从不"),
}
SHORT = {"y": ANSWERS[0], "o": ANSWERS[0], "n": ANSWERS[1]}
REFUSED = ANSWERS[1]


def ask_consent(question: Mapping[str, Any], language: Language) -> Answer:
    """The person's answer, in whatever language they give it; it is asked for until it is one."""
    if not sys.stdin.isatty():
        typer.echo(unasked(question["model"]), err=True)
        return REFUSED
    known = SHORT | {word: answer for words in WORDS.values() for word, answer in zip(words, ANSWERS, strict=True)}
    while True:
        typer.echo(f"{question['question']} [{' / '.join(WORDS[language])}]", err=True)
        try:
            said = input().strip().lower()
        except EOFError:
            return REFUSED
        if said in known:
            return known[said]


def unasked(model: str) -> str:
    return (
        f"maison: The photo stayed here: nobody is at a terminal to say whether {model}, on another machine, may see "
        'it. Answer `always` at a terminal once, or send {"photos_leave": true} to PATCH /v1/profile.'
    )
