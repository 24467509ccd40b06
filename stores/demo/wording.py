"""How the demo shop words a piece: its name and two plain sentences."""

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
FIT_CLAUSES: dict[Fit, list[str]] = {
    "fitted": ["cut close to the body", "with a neat, close cut"],
    "regular": ["cut straight", "with a regular cut"],
    "relaxed": ["cut with room to move", "with an easy, loose cut"],
    "oversized": ["cut wide", "with a roomy, dropped shape"],
}


def name_piece(colour: str, pattern: Pattern, fabric: str, cloth: Cloth, cut: str) -> str:
    """A shop's name: "Sage floral voile wrap dress"."""
    word = fabric if cloth.word is None else cloth.word
    words = [colour, PATTERN_WORDS.get(pattern, ""), "" if word.lower() in cut.lower() else word, cut]
    name = " ".join(word for word in words if word)
    return name[0].upper() + name[1:]


def describe(draw: Random, cloth: Cloth, fit: Fit | None, pattern: Pattern, detail: str, uses: list[str]) -> str:
    """Two sentences: cloth, cut and detail; then what it is for."""
    made = [cloth.phrase]
    if pattern != "solid":
        made.append(f"{PATTERN_WORDS[pattern]}")
    if fit:
        made.append(draw.choice(FIT_CLAUSES[fit]))
    first = ", ".join(made)
    return f"{first[0].upper()}{first[1:]}; {detail}. {draw.choice(uses)}"
