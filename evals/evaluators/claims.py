"""Whether the words of a reply are true of what it shows: whose a piece is, its colour, its cloth.

Told by words of `datasets/words.toml`, not by the gate that the reply went through. `possession` calls only that the
person's own which they have, or spoke of; `named` names no colour, fabric or pattern that nothing in the turn has;
`founded` claims nothing of sales, delivery, reviews and the like. Words are few and lies are many: what these find is
wrong, what they leave may be too.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from evals.evaluators import Verdict
from evals.evaluators.answers import articles_of, earlier_of, knows_shop, owned_pieces, reply_of, said_in, shown_items
from evals.evaluators.language import sentences
from evals.evaluators.verdicts import UNTOLD, held, nothing, verdict
from evals.evaluators.words import found_in, load_words, meanings_in, texts_in
from stores.vocabulary import Language

PLURAL = re.compile(r"(?<=\w\w\w)(?:s|x)\b")
# In these a reply speaks of what it shows; advice speaks of colours at large.
SHOWING = {"outfit", "complete", "relook", "find", "similar"}
SHELTERS = {"rain_jacket", "trench_coat", "umbrella", "rain_boots"}  # named so in French, whatever they are
LINK = re.compile(r"https?://|\bwww\.|\b[\w-]+\.(?:com|fr|cn|net|org|example)\b")
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
    language, near = language_due(inputs, outputs), PLURAL.sub("", " ".join(said_in(inputs)).lower())
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
    ways = (f"{words.your[language]}(?P<garment>{either}){end}", words.theirs[language].replace("{garment}", either))
    found = [one for way in ways for one in re.finditer(way, reply, re.IGNORECASE)]
    return [(one[0], one["garment"].lower(), slots[one["garment"].lower()]) for one in found]


def language_due(inputs: Mapping[str, Any], outputs: Mapping[str, Any]) -> Language:
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
    if not knows_shop(outputs):
        return nothing("named", UNTOLD)
    language = language_due(inputs, outputs)
    said, told = claimed(_unbranded(outputs), language), " ".join([*said_in(inputs), *_told(outputs)])
    strange = said - _colours_of(inputs, outputs, trace) - _makes_of(inputs, outputs, trace)
    wrong = [one for one in sorted(strange) if not _spoken(one, language, told)]
    return verdict("named", [f"{one} is of nothing that is shown" for one in wrong], len(said))


def founded(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Nothing is claimed that nobody here can know or do: sales, delivery, reviews, orders, links."""
    reply = reply_of(outputs)
    if not reply:
        return nothing("founded")
    asked = [word.lower() for word in found_in(" ".join(said_in(inputs)), _unfounded(inputs, outputs))]
    found = [word for word in found_in(reply, _unfounded(inputs, outputs)) if word not in asked] + LINK.findall(reply)
    return held("founded", f"claims {', '.join(found)}" if found else "")


def _unfounded(inputs: Mapping[str, Any], outputs: Mapping[str, Any]) -> list[str]:
    return load_words().unfounded[language_due(inputs, outputs)]


def claimed(reply: str, language: Language) -> set[str]:
    """Colours, fabrics and patterns in the sentences that speak of what is, not of what might be."""
    words = load_words()
    plain = " ".join(one for one in sentences(reply) if not found_in(one, words.hedges[language]))
    return meanings_in(plain, words.colours[language] | words.fabrics[language] | words.patterns[language])


def _unbranded(outputs: Mapping[str, Any]) -> str:
    """The reply without the makers of what it names: chinos of Halden Denim are of cotton."""
    reply = reply_of(outputs)
    for brand in {article.brand for article in articles_of(outputs).values() if article.brand}:
        reply = reply.replace(brand, "")
    return reply


def _spoken(meaning: str, language: Language, told: str) -> bool:
    words = load_words()
    table = words.colours[language] | words.fabrics[language] | words.patterns[language]
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


def _makes_of(inputs: Mapping[str, Any], outputs: Mapping[str, Any], trace: Mapping[str, Any] | None) -> set[str]:
    """Fabrics and patterns of what is shown or owned, and whether any of it keeps the rain out."""
    articles = articles_of(outputs)
    shown = {item["id"] for turn in [*earlier_of(outputs), outputs] for item in shown_items(turn)} & articles.keys()
    owned = [*owned_pieces(dict(inputs), dict(outputs), trace)]
    makes = {make for key in shown for make in (*articles[key].fabrics, articles[key].pattern)}
    makes |= {make for piece in owned for make in (*(piece.get("fabrics") or []), piece.get("pattern") or "solid")}
    dry = any(articles[key].waterproof or articles[key].category in SHELTERS for key in shown)
    return makes | {wide for make in makes for wide in WIDER.get(make, ())} | ({"waterproof"} if dry else set())
