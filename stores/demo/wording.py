"""How the demo shop words a piece: its name and the sentence on how it is made."""

from random import Random

from stores.demo.tables import Cloth
from stores.vocabulary import Fit, Pattern

PATTERN_WORDS: dict[Pattern, str] = {
    "stripe": "striped",
    "check": "checked",
    "floral": "floral",
    "dot": "dotted",
    "paisley": "paisley",
    "geometric": "Fair Isle",
    "graphic": "printed",
    "embroidered": "embroidered",
    "sequin": "sequinned",
    "colour_block": "colour-block",
}
PATTERN_LEADS: dict[Pattern, str] = {
    "stripe": "striped",
    "check": "checked",
    "floral": "flower-printed",
    "dot": "dotted",
    "paisley": "paisley-printed",
    "geometric": "patterned all over",
    "graphic": "printed at the front",
    "embroidered": "embroidered",
    "sequin": "sequinned",
    "colour_block": "blocked in two colours",
}
FIT_CLAUSES: dict[Fit | None, list[str]] = {
    "fitted": ["cut close to the body in", "made with a close fit in"],
    "regular": ["cut in", "made in"],
    "relaxed": ["cut with room to move in", "made with an easy fit in"],
    "oversized": ["cut wide in", "made with a roomy shape in"],
    None: ["made of"],
}


def name_piece(colour: str, pattern: Pattern, fabric: str, cloth: Cloth, cut: str) -> str:
    """A shop's name: "Sage floral voile wrap dress"."""
    word = fabric if cloth.word is None else cloth.word
    words = [colour, PATTERN_WORDS.get(pattern, ""), "" if word.lower() in cut.lower() else word, cut]
    return _sentence_case(" ".join(word for word in words if word))


def describe_make(draw: Random, cloth: Cloth, fit: Fit | None, pattern: Pattern, detail: str) -> str:
    """One sentence on pattern, cut, cloth and the detail to notice."""
    lead = [PATTERN_LEADS[pattern]] if pattern != "solid" else []
    made = " and ".join([*lead, draw.choice(FIT_CLAUSES[fit])])
    return _sentence_case(f"{made} {cloth.phrase}, with {detail}.")


def _sentence_case(text: str) -> str:
    return text[0].upper() + text[1:]
