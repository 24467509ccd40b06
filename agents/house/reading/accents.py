"""The one accent of colour that an outfit is to have: "a pop of red", « une touche de couleur », 一点红色点缀.

What is named so is the colour of one piece, and not of the outfit.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from agents.house.lexicon import Lexicon
from agents.house.reading.mentions import COMMAS, GARMENTS, SENTENCE_ENDS, Mention, Reading, scan_all
from agents.house.reading.words import Word
from stores.vocabulary import COLOUR_FAMILIES, Accent, Intent, Slot

ACCENT, ANY = "accent", "any"
# What is dressed from head to toe, and can have one.
ACCENTED: frozenset[Intent] = frozenset({"outfit", "complete"})
# A "bright", or an article, may part a colour from the words that lead to it; an "or" parts it from another.
_REACH = 1
_CUES = frozenset({"accent_of", "accent_behind", "accent_any"})
_NAMING = ("colour", "tone")
_WORN = (*GARMENTS, "fabric", "pattern")


def with_accents(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """The mentions with the colours of accents as such; one of a piece that is named with it stays that piece's."""
    cues = [cue for cue in scan_all(words, lexicon.cues) if cue.key in _CUES]
    if not cues:
        return mentions
    named = {colour for cue in cues for colour in _coloured(cue, words, mentions)}
    unnamed = [cue for cue in cues if cue.key == "accent_any"]
    kept = [m for m in mentions if not _is_part(m, unnamed, cues)]
    no = [m for m in mentions if m.kind == "negation"]
    told = [replace(m, kind=ACCENT) if m in named else m for m in kept]
    told += [replace(cue, kind=ACCENT, key=ANY, denied=_is_refused(cue, no)) for cue in unnamed]
    return sorted(told, key=lambda mention: (mention.first, -mention.last))


def _is_part(said: Mention, unnamed: list[Mention], cues: list[Mention]) -> bool:
    """Whether a "colour" or "bright" is but a part of these words; or the "a pop" that may close the price of each."""
    if said.kind == "limit":
        return any(cue.key != "accent_behind" and said.first < cue.last and cue.first < said.last for cue in cues)
    return said.kind in _NAMING and any(cue.holds(said) for cue in unnamed)


def accent_asked(reading: Reading) -> Accent | None:
    """The accent that is asked for, in the colours that are named for it."""
    said = [mention for mention in reading.of(ACCENT) if not mention.denied]
    colours = [family for family in COLOUR_FAMILIES if family in {one.key for one in said}]
    return Accent(colours=colours, slots=_places(said, reading)) if said else None


def _places(said: list[Mention], reading: Reading) -> list[Slot]:
    """The slots of the pieces that are to bring it: "a pop of red in the shoes"."""
    ends = {mention.last for mention in said}
    led = {cue.last for cue in reading.cues.get("accent_in", ()) if cue.first in ends}
    slots = [reading.meanings.slot(one.kind, one.key) for one in reading.garments if one.first in led]
    return list(dict.fromkeys(slots))


def names_accent(said: Mapping[str, Any]) -> bool:
    """Whether a colour for an accent is all that is said of clothes: what was shown stays, with that brought in."""
    named = bool(said["accent"] and said["accent"].colours)
    return named and not (said["colours"] or said["wanted"] or said["avoid_slots"] or said["avoid_categories"])


def without_accent(said: Mapping[str, Any]) -> dict[str, Any]:
    """What is said of colours where no outfit is dressed: a scarf with a touch of red is red too."""
    colours = said["accent"].colours if said["accent"] else []
    must = said["colours_must"] or bool(colours)
    return {"accent": None, "colours": [*said["colours"], *colours], "colours_must": must}


def _coloured(cue: Mention, words: list[Word], mentions: list[Mention]) -> Iterator[Mention]:
    """The colours before or behind a cue, and those that stand beside them: "a pop of red or orange"."""
    colours = [m for m in mentions if m.kind in _NAMING]
    last = cue.last
    if cue.key == "accent_behind":
        yield from (
            m for m in colours if _leads(m.last, cue.first, words, mentions) and not _is_of_piece(cue, words, mentions)
        )
    elif cue.key == "accent_of":
        for colour in colours:
            if _leads(last, colour.first, words, mentions) and not _is_of_piece(colour, words, mentions):
                yield colour
                last = colour.last


def _leads(last: int, first: int, words: list[Word], mentions: list[Mention]) -> bool:
    """Whether at most a word, which is no sign and nothing that is worn, stands between."""
    between = {word.text for word in words[last:first]}
    worn = any(last <= m.first < first for m in mentions if m.kind in _WORN)
    return 0 <= first - last <= _REACH and not worn and not between & (SENTENCE_ENDS | COMMAS)


def _is_of_piece(said: Mention, words: list[Word], mentions: list[Mention]) -> bool:
    """Whether something that is worn stands right behind: "a hint of red lace", 来点红色的包."""
    last = said.last + (said.last < len(words) and words[said.last].text == "的")
    return any(m.first == last for m in mentions if m.kind in _WORN)


def _is_refused(cue: Mention, refusals: list[Mention]) -> bool:
    return any(0 <= cue.first - no.last <= _REACH for no in refusals)
