"""What a person reads on a picture that a model made, and beside a board that stands in for one."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

from stores.vocabulary import Language

# Why a look is not painted, decided before any painter is asked.
Refusal = Literal["reserved", "minor", "several", "no person", "unseen", "kept here", "no painter"]


def label_of(language: Language) -> list[str]:
    """That a model made it, in this language, and in Latin letters for want of a font."""
    labels = load_notes()["label"]
    return [labels[language], labels["en"]]


def note_of(missing: str, language: Language) -> str:
    """A sentence for a refusal, or for what became of a painting: `not kept: face`, `not painted: timeout`."""
    return str(load_notes()["why"][missing.partition(":")[0]][language])


def is_refusal(missing: str) -> bool:
    return missing in get_args(Refusal)


@cache
def load_notes() -> dict[str, Any]:
    return tomllib.loads(files("tools.preview").joinpath("notes.toml").read_text(encoding="utf-8"))
