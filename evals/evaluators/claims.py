"""Whether the words of a reply are true of what it shows: whose a piece is, its colour, its cloth.

Told by words of `datasets/words.toml`, not by the gate that the reply went through. `possession` calls only that the
person's own which they have, or spoke of; `named` names no colour and no fabric that nothing in the turn has.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from evals.evaluators import Verdict
from evals.evaluators.answers import articles_of, earlier_of, owned_pieces, reply_of, said_in, shown_items
from evals.evaluators.verdicts import nothing, verdict
from evals.evaluators.words import found_in, load_words, meanings_in, texts_in
from stores.vocabulary import Language

PLURAL = re.compile(r"(?<=\w\w\w)(?:s|x)\b")
# In these a reply speaks of what it shows; advice speaks of colours at large.
SHOWING = {"outfit", "complete", "relook", "find", "similar"}
WIDER: Mapping[str, tuple[str, ...]] = {
    "merino": ("wool",),
    "tweed": ("wool",),
    "flannel": ("wool",),
    "cashmere": ("wool",),
    "faux_leather": ("leather",),
    "suede": ("leather",),
    "chambray": ("denim",),
}


def possession(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Nothing is called the person's own that they neither own nor spoke of."""
    language, near = language_of(inputs, outputs), PLURAL.sub("", " ".join(said_in(inputs)).lower())
    owned = {piece.get("slot") for piece in owned_pieces(inputs, outputs, trace)}
    called = called_theirs(reply_of(outputs), language)
    wrong = [said for said, word, slots in called if PLURAL.sub("", word) not in near and not slots & owned]
    return verdict("possession", [f"“{said}” is not theirs" for said in wrong], len(called))


def called_theirs(reply: str, language: Language) -> list[tuple[str, str, set[str]]]:
    """What a reply calls the person's: the phrase, the word for the garment in it, the slots that this may be of."""
    words = load_words()
    slots: dict[str, set[str]] = {}
    for slot, garments in words.garments[language].items():
        for one in garments:
            slots.setdefault(one.lower(), set()).add(slot)
    either = "|".join(map(re.escape, sorted(slots, key=len, reverse=True)))
    end = "" if language == "zh" else r"(?:e?s|x)?(?![\w-])"
    found = re.finditer(f"{words.your[language]}(?P<garment>{either}){end}", reply, re.IGNORECASE)
    return [(one[0], one["garment"].lower(), slots[one["garment"].lower()]) for one in found]


def language_of(inputs: Mapping[str, Any], outputs: Mapping[str, Any]) -> Language:
    """The language whose words a reply is searched for: that of the brief, else of the case."""
    found: Language = (outputs.get("brief") or {}).get("language") or inputs.get("language") or "en"
    return found


def named(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Every colour and every fabric that the reply of looks names is of a piece that is shown, or was spoken of."""
    if not outputs.get("looks") or (outputs.get("brief") or {}).get("intent") not in SHOWING:
        return nothing("named")
    language, reply, words = language_of(inputs, outputs), reply_of(outputs), load_words()
    told = " ".join([*said_in(inputs), *_told(outputs)])
    colours = meanings_in(reply, words.colours[language]) - _colours_of(inputs, outputs, trace)
    fabrics = meanings_in(reply, words.fabrics[language]) - _fabrics_of(inputs, outputs, trace)
    wrong = [one for one in sorted(colours | fabrics) if not _spoken(one, language, told)]
    asked = len(meanings_in(reply, words.colours[language]) | meanings_in(reply, words.fabrics[language]))
    return verdict("named", [f"{one} is of nothing that is shown" for one in wrong], asked)


def _spoken(meaning: str, language: Language, told: str) -> bool:
    words = load_words()
    table = words.colours[language] | words.fabrics[language]
    return meaning in told or bool(found_in(told, table[meaning]))


def _told(outputs: Mapping[str, Any]) -> Iterator[str]:
    """What brief, conditions and critique speak of: a taboo, a palette, an order that could not be kept."""
    for key in ("brief", "conditions", "critique", "advice"):
        yield from texts_in(outputs.get(key))


def _colours_of(inputs: Mapping[str, Any], outputs: Mapping[str, Any], trace: Mapping[str, Any] | None) -> set[str]:
    articles = articles_of(outputs)
    shown = {item["id"] for turn in [*earlier_of(outputs), outputs] for item in shown_items(turn)}
    families: set[str] = {colour.family for key in shown & articles.keys() for colour in articles[key].colours}
    owned = owned_pieces(dict(inputs), dict(outputs), trace)
    return families | {colour["family"] for piece in owned for colour in piece.get("colours") or []}


def _fabrics_of(inputs: Mapping[str, Any], outputs: Mapping[str, Any], trace: Mapping[str, Any] | None) -> set[str]:
    """Fabrics by what the words for them mean; a faux leather may be called leather where it is called faux."""
    articles = articles_of(outputs)
    shown = {item["id"] for turn in [*earlier_of(outputs), outputs] for item in shown_items(turn)}
    cloths: set[str] = {cloth for key in shown & articles.keys() for cloth in articles[key].fabrics}
    cloths |= {
        cloth for piece in owned_pieces(dict(inputs), dict(outputs), trace) for cloth in piece.get("fabrics") or []
    }
    return cloths | {wide for cloth in cloths for wide in WIDER.get(cloth, ())}
