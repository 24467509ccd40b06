"""Heights, weights and waists that a person tells of themselves. None is kept: clothes are found by their sizes."""

import re

from agents.house.reading.turn import Turn
from stores.vocabulary import Sizes

MEASURES = "measures"
_TOLD = re.compile(
    r"\b[4-6] ?(?:['’′]|ft\b|feet\b|foot\b) ?\d{0,2}|\b[12] ?m ?\d{2}\b"
    r"|\b[12][.,]\d{1,2} ?(?:m\b|m[eè]tres?\b|meters?\b|米)"
    r"|\b1\d\d ?(?:cm\b|centim|厘米|公分)|(?<![\d.,])1米\d|身高\D{0,3}\d|体重\D{0,3}\d|三围"
    r"|\b\d{2,3} ?(?:kgs?\b|kilos?\b|kilogram|lbs?\b|公斤|千克|斤)"
    r"|\b(?:waist|hips?|bust|inseam|tour de (?:taille|hanches|poitrine))\b\D{0,12}\d{2,3}",
    re.IGNORECASE,
)
_OTHERS = ("find", "outfit", "request", "vague_wish", "advice", "ask", "appearance", "owns", "swap")


def tells_only_measures(turn: Turn) -> bool:
    """Whether how tall, heavy or wide somebody is is all that is said: "I'm 5'10 and 160 lbs", « je mesure 1m78 »."""
    r = turn.reading
    if not _TOLD.search(r.text) or "?" in r.text or r.garments or turn.sizes.sizes != Sizes():
        return False
    if r.opening("question"):
        return False
    said = (turn.occasion, turn.place, turn.date, turn.days, turn.budget, turn.temperature, turn.season)
    return not any(one is not None for one in said) and not (r.has(*_OTHERS) or r.of("style", "colour", "sky"))
