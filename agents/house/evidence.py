"""The rubric's keys in the person's language: what was found (`occasion:plain:<id>`), what would help (`change:solid`).

A text that is no key of ours, such as another model's, stays as it is. Knows no request and judges nothing.
"""

from collections.abc import Sequence

from agents.house.phrases import Table, load_table
from agents.house.prose.names import colour_word, piece_name, worn_facts
from stores.vocabulary import Fix, Language, Piece


def evidence_text(key: str, pieces: Sequence[Piece], language: Language) -> str:
    """What a dimension of the rubric found, in a few words without capital or stop."""
    names = load_table(f"names_{language}")
    return _filled(key, {**names["cards"], **names["evidence"]}, pieces, language)


def fix_text(fix: Fix, pieces: Sequence[Piece], language: Language) -> Fix:
    """A fix with its words: what to change or add, and why."""
    fixes = load_table(f"names_{language}")["fixes"]
    what = f"{fix.what}:{fix.item}" if fix.item else fix.what
    said = _filled(what, fixes, pieces, language)
    return fix.model_copy(update={"what": fix.what if said == what else said, "why": fixes.get(fix.why, fix.why)})


def _filled(key: str, phrases: Table, pieces: Sequence[Piece], language: Language) -> str:
    """The phrase of the longest beginning of a key that has one, filled from the rest of the key."""
    parts = key.split(":")
    heads = (":".join(parts[:end]) for end in range(len(parts), 0, -1))
    phrase = next((phrases[head] for head in heads if head in phrases), None)
    if phrase is None:
        return key
    piece = next((one for one in pieces if one.id == parts[-1]), None)
    colours = load_table(f"names_{language}")["colours"]
    colour = next((part for part in parts[1:] if part in colours), None)
    word = colour_word(colour, language) if colour else ""
    return str(phrase).format(
        piece=piece_name(worn_facts(piece), language) if piece else "",
        slot=load_table(f"names_{language}")["slots"].get(parts[-1], ""),
        colour=word,
        what=word,
    )
