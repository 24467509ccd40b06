"""What a turn says of pieces, as keys of a brief: those that are wanted, refused and owned, and their attributes."""

from collections.abc import Iterable, Iterator
from typing import Any, cast

from agents.house.reading.accents import accent_asked
from agents.house.reading.described import families, garments_of, wanted_of
from agents.house.reading.facts import PRINTED, refuses_prints, spared
from agents.house.reading.flats import only_flats
from agents.house.reading.mentions import SENTENCE_ENDS, Mention
from agents.house.reading.occasions import reserved_of
from agents.house.reading.pieces import NamedPiece, either, of_one_slot
from agents.house.reading.pointing import colours_seen, last_turn
from agents.house.reading.schemes import scheme_asked
from agents.house.reading.swaps import dresses, gives_up
from agents.house.reading.turn import Turn
from agents.house.reading.whether import ends_asked
from stores.categories import load_categories
from stores.vocabulary import (
    ColourFamily,
    Fit,
    Garment,
    Pattern,
    Slot,
    Wanted,
)

THIN_HEELS = ("heels", "evening_sandals")
_SOFTENS, _BRIEFLY = 4, 6
_TAILORED = frozenset({"suit_jacket", "tuxedo_jacket", "tie", "bow_tie"})
_ALL_OVER = 2
_WORN_ANYWAY = frozenset({"black", "white"})
# That no other colours come beside a group of them.
_ALONE = frozenset({"only", "exclusively", "strictly", "uniquement", "exclusivement"})
# What says the same before a pair of colours: "just black and white".
_JUST = frozenset({"just", "simply", "juste", "simplement"})
# What an outfit does without.
_TAKEN_OFF = frozenset({"mid", "outer", "bag", "headwear", "hosiery"})


def pieces_said(turn: Turn) -> dict[str, Any]:
    """What is said of pieces, and of the whole look where no piece is named."""
    reading = turn.reading
    wanted = _distinct(_one_of(group) for group in _alternatives(turn))
    categories = _categories(turn)
    said = [attribute for piece in turn.asked for attribute in piece.attributes] + turn.loose
    return {
        "slots": list(dict.fromkeys(piece.slot for piece in wanted)),
        "categories": categories,
        "colours": _colours(said, turn),
        "colours_must": _must(said, turn),
        "colours_only": _all_over(turn),
        "scheme": scheme_asked(turn),
        "accent": accent_asked(turn.reading),
        "avoid_colours": [*families(_refused_of_all(said, turn), reading, denied=True), *_left_behind(said, turn)],
        "fabrics": _keys(said, "fabric"),
        "avoid_fabrics": list(dict.fromkeys([*_keys(said, "fabric", denied=True), *spared(reading)])),
        "avoid_categories": _avoided(turn),
        "avoid_slots": _avoided_slots(turn, wanted),
        "patterns": _patterns(said, turn),
        "avoid_patterns": _avoided_patterns(said, turn),
        "fit": next(iter(_keys(said, "fit")), None) or _eased(turn),
        "reserve": reserved_of(reading, categories),
        "wanted": wanted,
        "owned": _owned(turn),
    }


def _eased(turn: Turn) -> Fit | None:
    """Room, where what is tight is refused of no piece by name, or where somebody is expecting."""
    tight = "fitted" in _keys(turn.loose, "fit", denied=True)
    return "relaxed" if tight or turn.reading.has("expecting") else None


def _patterns(said: list[Mention], turn: Turn) -> list[str]:
    """The patterns that are wished for; colours that stand against each other in an outfit are none: 要撞色."""
    named = _keys(said, "pattern")
    if scheme_asked(turn):
        named = [one for one in named if one != "colour_block" or one in _keys(_of_pieces(turn), "pattern")]
    return ["solid"] if "solid" in named else named or _any_print(turn)


def _of_pieces(turn: Turn) -> list[Mention]:
    return [attribute for piece in turn.asked for attribute in piece.attributes]


def _any_print(turn: Turn) -> list[str]:
    """Every pattern, where one is wished for and none is named: "something with a pattern", 要有花纹的."""
    r, short = turn.reading, turn.reading.length <= _BRIEFLY
    refused = bool(r.of("negation", "pattern")) or r.has("dislike", "question", "excess")
    return [*PRINTED] if r.has("prints") and short and turn.follows and not (refused or turn.asked) else []


def _refused_of_all(said: list[Mention], turn: Turn) -> list[Mention]:
    """What is said, but for the black that a piece of a look is not to have any more: "navy rather than black".

    The shoes may be black all the same.
    """
    exchanged = [piece for piece in turn.asked if dresses(turn) and families(piece.attributes, turn.reading)]
    spared = [one for piece in exchanged for one in piece.attributes if one.denied and one.key in _WORN_ANYWAY]
    return [one for one in said if one not in spared]


def _left_behind(said: list[Mention], turn: Turn) -> list[ColourFamily]:
    """The colours that were shown, where another is asked for and none is named."""
    named, r = families(said, turn.reading), turn.references
    pieces = [r.named[piece.garment] for piece in turn.asked if piece.garment in r.named]
    return colours_seen(turn.request.shown, pieces) if turn.reading.has("other_colour") and not named else []


def _alternatives(turn: Turn) -> Iterator[list[Wanted]]:
    """The pieces to look for, those together of which one is enough: "a trench or a raincoat".

    Of two slots the first is looked for: of "a jumper or a tee" the jumper.
    """
    groups: list[list[NamedPiece]] = []
    for piece in turn.asked:
        if groups and either(groups[-1][-1], piece, turn.reading):
            groups[-1] += [piece] if of_one_slot(groups[-1][-1], piece, turn.reading) else []
        else:
            groups.append([piece])
    for group in groups:
        found = [wanted for piece in group for wanted in wanted_of(piece, turn.reading)]
        yield from [found] if len(group) > 1 else ([one] for one in found)


def _one_of(wanted: list[Wanted]) -> Wanted:
    """Several pieces as one that may be of either kind, in either colour."""
    if len(wanted) == 1:
        return wanted[0]
    joined = {
        key: list(dict.fromkeys(value for one in wanted for value in getattr(one, key)))
        if all(getattr(one, key) for one in wanted)
        else []
        for key in ("colours", "fabrics", "patterns")
    }
    words = " or ".join(one.text for one in wanted)
    return wanted[0].model_copy(update={**joined, "category": None, "text": words})


def _distinct(wanted: Iterable[Wanted]) -> list[Wanted]:
    """The pieces, each said once, in whatever words."""
    found = {piece.model_copy(update={"text": ""}).model_dump_json(): piece for piece in reversed([*wanted])}
    return [*reversed(found.values())]


def _categories(turn: Turn) -> list[str]:
    """The categories that are asked for, less those of a kind that are refused: "a jacket, but not a down jacket"."""
    meanings = turn.reading.meanings
    denied = (m for m in turn.reading.garments if m.denied and m not in turn.disliked)
    refused = [{*meanings.categories(m.kind, m.key)} for m in denied]
    kinds = [meanings.categories(piece.garment.kind, piece.garment.key) for piece in turn.asked]
    named = [c for kind in kinds for c in kind if not any(c in narrow and narrow < {*kind} for narrow in refused)]
    return [category for category in dict.fromkeys(named) if category not in (*_bare(turn), *_too_high(turn))]


def _bare(turn: Turn) -> list[str]:
    """What is left out where there have to be sleeves."""
    return turn.reading.meanings.bare["shoulders"] if turn.reading.has("sleeved") else []


def _avoided(turn: Turn) -> list[str]:
    meanings = turn.reading.meanings
    denied = [mention for mention in turn.reading.garments if mention.denied and mention not in turn.disliked]
    worn = [m for m in turn.had if meanings.slot(m.kind, m.key) == "accessory"]
    refused = dict.fromkeys(c for m in (*denied, *turn.dropped, *worn) for c in meanings.categories(m.kind, m.key))
    if turn.reading.lexicon.language == "zh":
        refused |= dict.fromkeys(c for m in denied if m.kind == "kind" for c in meanings.alike.get(m.key, ()))
    if any(meanings.categories(m.kind, m.key) == meanings.kinds["jacket"] for m in (*denied, *turn.dropped)):
        refused |= dict.fromkeys(_jackets_seen(turn))
    left_out = dict.fromkeys([*refused, *_bare(turn), *_too_high(turn), *_sinking(turn)])
    return [category for category in left_out if category not in _categories(turn)]


def _too_high(turn: Turn) -> list[str]:
    """The kinds of shoe that go where those that were shown are too high, or easier ones are asked for."""
    meanings, r = turn.reading.meanings, turn.reading
    shoes = any(meanings.slot(piece.kind, piece.key) == "footwear" for piece in turn.disliked)
    asked = any(meanings.slot(p.garment.kind, p.garment.key) == "footwear" for p in turn.asked)
    named = {c for p in turn.asked for c in meanings.categories(p.garment.kind, p.garment.key)}
    easier = asked and turn.follows and r.has("easy_shoes") and not named & {*meanings.kinds["high_heels"]}
    return meanings.kinds["high_heels"] if easier or (shoes and r.has("too_high")) or only_flats(turn) else []


def _sinking(turn: Turn) -> list[str]:
    """The shoes whose heels sink into soft ground, and in mud all but boots, unless they are what is asked for."""
    meanings, r = turn.reading.meanings, turn.reading
    asked = {c for p in turn.asked for c in meanings.categories(p.garment.kind, p.garment.key)}
    shoes = [one.name for one in load_categories().values() if one.slot == "footwear"]
    low = [one for one in shoes if one not in meanings.kinds["boots"]] if r.has("mud") else []
    unfit = low or (THIN_HEELS if r.has("soft_ground") else ())
    return [] if asked & {*unfit} else [*unfit]


def _jackets_seen(turn: Turn) -> Iterator[str]:
    """The blazers and suit jackets that were shown, which are jackets too: « et sans veste ? »."""
    seen = {item.category for shown in last_turn(turn.request.shown) for item in shown.look.items}
    yield from (category for category in turn.reading.meanings.kinds["dress_jacket"] if category in seen)


def _avoided_patterns(said: list[Mention], turn: Turn) -> list[Pattern]:
    """The patterns that are refused; every one where all is to be plain."""
    plain = any(mention.key == "solid" and not mention.denied for mention in turn.loose if mention.kind == "pattern")
    refused = cast(list[Pattern], _keys(said, "pattern", denied=True))
    return [*PRINTED] if plain or refuses_prints(turn.reading) else refused


def _avoided_slots(turn: Turn, wanted: list[Wanted]) -> list[Slot]:
    meanings = turn.reading.meanings
    denied = [m for m in turn.reading.of("slot") if m.denied and m not in turn.disliked]
    had = [slot for m in turn.had if (slot := meanings.slot(m.kind, m.key)) != "accessory"]
    dropped = [cast(Slot, m.key) for m in (*denied, *turn.dropped) if m.kind == "slot"]
    # What is taken off leaves no gap to be filled: "remove the cardigan" asks for no jumper.
    gone = [*turn.dropped, *(() if gives_up(turn) else turn.taken_off)]
    taken_off = [slot for m in gone if (slot := meanings.slot(m.kind, m.key)) in _TAKEN_OFF]
    left_out = dict.fromkeys([*dropped, *taken_off, *had])
    return [slot for slot in left_out if slot not in {piece.slot for piece in wanted}]


def _must(said: list[Mention], turn: Turn) -> bool:
    """An order, unless a group of colours or a softening word before or behind makes it a liking.

    « Plutôt en noir » softens nothing where it answers what was shown, nor does "in green maybe?" that says no more.
    """
    named = any(mention.kind == "colour" and not mention.denied for mention in said)
    asked = turn.follows and turn.reading.length <= _BRIEFLY and ends_asked(turn.reading)
    return bool(_ordered(said, turn) or _toned(turn)) or (named and asked)


def _ordered(said: list[Mention], turn: Turn) -> list[Mention]:
    """The colours that are ordered; one softening word softens all that its clause names."""
    colours = [mention for mention in said if mention.kind == "colour" and not mention.denied]
    swaps = [(cue.first, cue.last) for cue in turn.reading.cues.get("swap", ()) if turn.follows]
    soft = [cue for cue in turn.reading.cues.get("soft", []) if (cue.first, cue.last) not in swaps]
    gaps = {(a, b): max(a.first, b.first) - min(a.last, b.last) for a in colours for b in soft}
    near = [pair for pair, gap in gaps.items() if gap <= _SOFTENS]
    softened = {_clause(colour, turn) for colour, cue in near if _clause(cue, turn) == _clause(colour, turn)}
    return [colour for colour in colours if _clause(colour, turn) not in softened]


def _clause(mention: Mention, turn: Turn) -> int:
    """Where the clause begins that holds a mention: behind the end of a sentence, a "so" or a "but"."""
    parts = SENTENCE_ENDS | turn.reading.lexicon.grammar.contrasts
    return next((i for i in range(mention.first, 0, -1) if turn.reading.word(i - 1) in parts), 0)


def _all_over(turn: Turn) -> bool:
    """Whether a colour of no piece is said of everything: "all black", "tout en noir", 一身黑."""
    colours = [mention for mention in turn.loose if mention.kind == "colour" and not mention.denied]
    # The "all" of "we are all to come in white" are the guests.
    hosts = [one for one in turn.reading.of("aside") if one.key == "hosts"]
    said = [cue for cue in turn.reading.cues.get("all_over", []) if not any(one.holds(cue) for one in hosts)]
    just = any(turn.reading.word(colour.first - 1) in _JUST for colour in colours) and len(colours) > 1
    return just or any(_is_all_in(colour, turn, said) for colour in [*colours, *_toned(turn)])


def _is_all_in(colour: Mention, turn: Turn, cues: Iterable[Mention]) -> bool:
    gaps = [
        0 if cue.holds(colour) else max(colour.first, cue.first) - min(colour.last, cue.last)
        for cue in cues
        if (said := turn.reading.at("negation", cue.first)) is None or said.key == "none"
    ]
    return any(0 <= gap <= _ALL_OVER for gap in gaps)


def _toned(turn: Turn) -> list[Mention]:
    """The groups of colours that alone will do: "light colours only", but not "full of bright colours"."""
    tones = [mention for mention in turn.loose if mention.kind == "tone" and not mention.denied]
    only = [cue for cue in turn.reading.cues.get("all_over", []) if turn.reading.word(cue.last - 1) in _ALONE]
    return [tone for tone in tones if _is_all_in(tone, turn, only)]


def _colours(said: list[Mention], turn: Turn) -> list[ColourFamily]:
    """The colours that are wished for; of a group those that are not refused: "dark, but not black"."""
    named = {mention.key for mention in said if mention.kind == "colour" and not mention.denied}
    refused = {*families(said, turn.reading, denied=True)} - named
    meant = _ordered(said, turn) or said
    return [family for family in families(meant, turn.reading) if family not in refused]


def _keys(said: list[Mention], kind: str, denied: bool = False) -> list[str]:
    return list(dict.fromkeys(m.key for m in said if m.kind == kind and m.denied == denied))


def _owned(turn: Turn) -> list[Garment]:
    """The pieces of one's own; a shirt beside a suit or a tie is a dress shirt, whatever it is called."""
    hung = [(piece, turn.hung_as(piece)) for piece in turn.owned]
    garments = [one for piece, known in hung for one in ([known] if known else garments_of(piece, turn.reading))]
    if not any(one.category in _TAILORED for one in garments):
        return garments
    dress = load_categories()["dress_shirt"]
    called = {"category": dress.name, "formality": dress.formality}
    return [one.model_copy(update=called) if one.category == "shirt" and not one.fabrics else one for one in garments]
