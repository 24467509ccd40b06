"""How the demo shop words a piece: its name and the sentence on how it is made."""

from random import Random

from stores.demo.tables import Cloth
from stores.vocabulary import Fit, Pattern

PATTERN_WORDS: dict[Pattern, str] = {
    "stripe": "striped",
    "check": "checked",
    "floral": "floral",
    "dot": "dotted",
    "animal": "leopard-print",
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
    "animal": "leopard-printed",
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
    words = [colour, PATTERN_WORDS.get(pattern, ""), _not_said_twice(word, cut), cut]
    return _sentence_case(" ".join(word for word in words if word))


def describe_make(draw: Random, cloth: Cloth, fit: Fit | None, pattern: Pattern, detail: str) -> str:
    """One sentence on pattern, cut, cloth and the detail to notice."""
    lead = [PATTERN_LEADS[pattern]] if pattern != "solid" else []
    made = " and ".join([*lead, draw.choice(FIT_CLAUSES[fit])])
    return _sentence_case(f"{made} {cloth.phrase}, with {detail}.")


def _not_said_twice(cloth: str, cut: str) -> str:
    """What of a cloth's name the cut does not say: "stretch denim" of a "denim jacket" is "stretch"."""
    said = cut.lower().split()
    words = cloth.split()
    return "" if words and words[0] in said else " ".join(word for word in words if word not in said)


def _sentence_case(text: str) -> str:
    return text[0].upper() + text[1:]
