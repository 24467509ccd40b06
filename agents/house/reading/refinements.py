"""How a turn changes an earlier answer: "cheaper", "only shoes", "what about a jacket instead?"."""

from collections.abc import Callable
from typing import Literal

from agents.house.reading.about import about_of, seen_again
from agents.house.reading.amending import amends, dresses_another, is_aside, likes_fit, tells, turns_to_me
from agents.house.reading.beside import adds, comes_beside, stays_over
from agents.house.reading.brought_back import brought_back, is_put_back
from agents.house.reading.facts import refuses_prints
from agents.house.reading.flats import only_flats
from agents.house.reading.lengths import resizes_bag
from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Mention
from agents.house.reading.missing import lacks_but_this
from agents.house.reading.photos import is_of_photo, relooks_closet
from agents.house.reading.picks import is_praise, picked
from agents.house.reading.pointing import STEPS, Step, last_turn
from agents.house.reading.returns import returned, without_it
from agents.house.reading.schemes import scheme_asked
from agents.house.reading.scope import is_of_another_trade
from agents.house.reading.sleeves import sleeves_asked
from agents.house.reading.swaps import (
    FEW,
    IN_PLACE_OF,
    SHORT,
    around_article,
    as_before,
    asks_for,
    asks_which,
    brings,
    dresses,
    finishing,
    gives_up,
    is_plain,
    layer_worn,
    layers_up,
    may_be_coloured,
    recolours,
    says_what_for,
    stepped,
    suggests,
    traded,
    tries_on,
    wants_in_place,
    wants_other_colour,
    wants_other_piece,
)
from agents.house.reading.turn import Turn
from agents.house.reading.unclear import unknown_words
from agents.house.reading.whether import is_put
from agents.house.reading.whose import tells_only_sizes
from agents.house.reading.worn_already import worn_already
from stores.vocabulary import Refinement, ShownLook

Kind = Literal[Step, "more_like", "swap", "only", "again", "amend", "other"]
_DESCRIBING = {"colour", "tone", "warmth", "style"}
_OF_THE_FIRST = frozenset({"livelier", "quieter"})


def refinement_of(turn: Turn) -> Refinement | None:
    """The change that is asked for; None for a turn that stands alone, unless it is about what the person has on."""
    anew = turn.doubts or relooks_closet(turn) or _turns_to_me(turn) or around_article(turn)
    if anew or picked(turn) or is_praise(turn) or (turn.follows and is_of_photo(turn) and not turn.references.ids):
        return None
    if about := about_of(turn):
        return seen_again(turn, about)
    if _asks_elsewhere(turn):
        return None
    if not turn.follows:
        step = _step(turn) if turn.owned or is_of_photo(turn) else None
        alone: Kind | None = step or ("only" if lacks_but_this(turn) else None)
        return Refinement(change=alone) if alone else None
    if before := brought_back(turn) or worn_already(turn) or _as_it_was(turn) or _of_a_piece(turn):
        return before
    change = _change(turn)
    stands = _as_it_stands(turn) if change == "amend" else None
    return stands or (_pointed(turn, change) if change else None)


def is_unclear(turn: Turn) -> bool:
    """Whether a few words right after an answer are taken for a wish, and one of them is unknown."""
    aside = bool(turn.request.shown) and not turn.details and is_aside(turn) and bool(unknown_words(turn.reading))
    return aside and not any(rule(turn) for _, rule in _RULES[:-1])


def _as_it_stands(turn: Turn) -> Refinement | None:
    """What was shown, as it is, where it is right for what comes next that day or nothing is understood."""
    goes_on = turn.goes_on_to and turn.occasion is None
    if not (goes_on or is_unclear(turn)):
        return None
    return Refinement(change="again", looks=[row.look.id for row in last_turn(turn.request.shown)])


def _as_it_was(turn: Turn) -> Refinement | None:
    looks = returned(turn) or without_it(turn)
    return Refinement(change="again", looks=looks) if looks else None


def _asks_elsewhere(turn: Turn) -> bool:
    """Whether a question after an answer is of another trade: "and the traffic on Friday?", 股票怎么样?"""
    news = traded(turn) or turn.venue or turn.goes_on_to or turn.owned
    asks = is_put(turn.reading) or any(cue.last == len(turn.reading.words) for cue in turn.reading.cues.get("swap", ()))
    return turn.follows and asks and not news and is_of_another_trade(turn)


def _turns_to_me(turn: Turn) -> bool:
    """Whether a piece is asked for oneself after pieces for somebody else: "and a dress for me"."""
    articles = bool(turn.request.shown) and not dresses(turn)
    return articles and bool(turn.asked) and turn.reading.has("turns_to_me")


def _of_a_piece(turn: Turn) -> Refinement | None:
    """What is said of the piece that was just exchanged, or asks for one more: "white ones?", "the hall's freezing"."""
    finished = finishing(turn) is not None
    if not (as_before(turn) or layers_up(turn) or finished):
        return None
    look, worn = last_turn(turn.request.shown)[0].look.id, [] if as_before(turn) or finished else layer_worn(turn)
    return Refinement(change="warmer" if worn else "swap", looks=[look], items=worn)


def _pointed(turn: Turn, change: Kind) -> Refinement:
    """A change with the looks and the items that it is of."""
    if change in STEPS and (pieces := stepped(turn)):
        return Refinement(change=change, looks=_holding(turn, pieces), items=pieces)
    looks, items = _meant(turn, change)
    if turn.references.missing and not (looks or items):
        return Refinement(change=change)
    if change == "again" and not looks:
        looks = _holding(turn, items)
    if not (looks or items) and (points_vaguely(turn, change) or change in ("more_like", "again")):
        seen = [shown.look.id for shown in last_turn(turn.request.shown)]
        # "Make it dressier" starts from the first look and has to pass them all; "a bit dull" is said of the first.
        looks = seen if change in STEPS and change not in _OF_THE_FIRST else seen[:1]
    gone = [id_ for ids in turn.taken_off.values() for id_ in ids]
    named = turn.references.named
    gone += [named[garment] for garment in turn.dropped if garment in named]
    if gone and (change == "amend" or gives_up(turn)):
        items, looks = gone if change == "amend" else items, looks or _holding(turn, gone)
    kept = [] if gone else turn.kept  # "Keep the shirt, lose the jumper" changes nothing else.
    keep = kept or (stays_over(turn) if change == "swap" else [])
    return Refinement(change=change, looks=looks, items=items, keep=keep)


def _meant(turn: Turn, change: Kind) -> tuple[list[str], list[str]]:
    """The looks and the items that are pointed to; where a piece pleases, those of the look that wears it."""
    items = [item for item in turn.references.items if change not in STEPS or item not in turn.kept]
    if not turn.praised:
        return turn.references.looks, items
    looks = turn.references.looks or _holding(turn, [*turn.praised.values()])
    worn = {item.id for row in turn.request.shown if row.look.id in looks for item in row.look.items}
    return looks, [item for item in items if item in worn]


def points_vaguely(turn: Turn, change: Kind | None) -> bool:
    """Whether "it" is what was shown first; of several articles it is their kind: "do you have it in green?"."""
    seen = last_turn(turn.request.shown)
    kind = change == "amend" and len(seen) > 1 and all(shown.look.kind == "article" for shown in seen)
    return turn.references.vague and not kind


def _holding(turn: Turn, items: list[str]) -> list[str]:
    """The first of the looks seen last that holds one of these pieces; the very first where none is named."""
    return [row.look.id for row in last_turn(turn.request.shown) if not items or _holds(row, items)][:1]


def _holds(shown: ShownLook, items: list[str]) -> bool:
    return any(item.id in items for item in shown.look.items)


def _step(turn: Turn) -> Step | None:
    return next((step for step in STEPS if turn.reading.has(step)), None)


def _change(turn: Turn) -> Kind | None:
    if turn.sizes.own and tells_only_sizes(turn.reading):
        return "amend"
    if turn.adds_to_trip or turn.swims or turn.dropped_from_trip or turn.nightfall or turn.goes_light:
        return "amend"
    if turn.reading.has("senior") and dresses(turn) and not turn.asked:
        return "dressier" if is_plain(turn) else "amend"
    fixed = turn.replaces or turn.references.described
    added = turn.reading.has("add") and adds(turn)
    step = _step(turn)
    if step == "plainer" and turn.budget is not None:
        step = "cheaper"  # "Too much" is said of the price where a sum is named.
    if step == "cheaper" and _refuses_cloth(turn):
        step = None  # « La laine, ça pique » speaks of no price.
    if step == "livelier" and turn.reading.apart("other", turn.reading.cues["livelier"]):
        step = None  # 太普通了，换点别的 asks for something else.
    if step and not (fixed or added or _starts_anew(turn)):
        return step
    return next((kind for kind, holds in _RULES if holds(turn)), None)


def _refuses_cloth(turn: Turn) -> bool:
    """Whether all that is said of a price refuses a cloth."""
    denials = {(one.first, one.last) for one in turn.reading.of("negation")}
    said = {(cue.first, cue.last) for cue in turn.reading.cues.get("cheaper", ())}
    return bool(said) and said <= denials and any(cloth.denied for cloth in turn.reading.of("fabric"))


def _wants_like(turn: Turn) -> bool:
    likes = turn.reading.apart("more_like", turn.reading.cues.get("incorporate", []))
    return bool(likes) and bool(turn.references.ids or turn.references.vague or not turn.asked)


def _wants_again(turn: Turn) -> bool:
    pointed = bool(turn.references.ids or turn.references.missing)
    again = turn.reading.has("again") and not turn.reading.has("feedback_bad")
    return bool(turn.references.looks and again) or (pointed and _only_points(turn))


def _starts_anew(turn: Turn) -> bool:
    """Whether the turn names a piece and an occasion of its own."""
    return bool(turn.asked) and turn.reading.has("find") and turn.occasion is not None


def _asks_for_others(turn: Turn) -> bool:
    """Whether something else is asked for, or what was shown makes look old; 会不会显老 only asks whether it does."""
    r = turn.reading
    doubted = [one for one in r.of("negation") if one.key == "none"]
    return bool(r.apart("other", doubted) or r.has("other_colour")) and not r.has("again")


def _finds_usual(turn: Turn) -> bool:
    """Whether pieces that were shown alone are there already, or too much like any: "she has loads of those"."""
    alone = bool(turn.request.shown) and not dresses(turn) and not (turn.asked or turn.owned)
    return alone and turn.reading.has("has_plenty", "less_usual") and turn.reading.length <= SHORT


def _dislikes_all(turn: Turn) -> bool:
    """Whether what was shown does not please, and no piece of it is named: "not really my style"."""
    r = turn.reading
    spared = turn.asked or turn.disliked or turn.references.refused or turn.references.items or turn.owned
    denied = any(mention.denied for mention in r.mentions) or refuses_prints(r)
    told = r.has("feedback_good", "taking", "ask", "advice", "keep", "incorporate") or turn.details - _DESCRIBING
    return r.has("feedback_bad") and not (spared or denied or told) and r.length <= SHORT


def _exchanges(turn: Turn) -> bool:
    replaced = any(denial.key == "replace" for denial in turn.reading.of("negation"))
    scene = turn.occasion or turn.place or turn.date
    goes_on = turn.reading.lexicon.language == "zh" and not scene  # 其实鞋要40的，要穿厚袜子
    led = [cue for cue in turn.reading.opening("one_with") if not cue.first or _is_bare(cue) or goes_on]
    begins = any(_leads(cue, turn) for cue in led)
    begins = begins or _names_variant(turn) or _contrasts(turn)
    begins = begins or any(is_put_back(piece.garment, turn) for piece in turn.asked)
    return begins or turn.reading.has("swap") or (replaced and any(garment.denied for garment in turn.reading.garments))


def _leads(cue: Mention, turn: Turn) -> bool:
    """Whether pieces are asked for, and all of them behind a "with"; "something with flowers" is asked of any."""
    return bool(turn.asked) and all(piece.garment.first >= cue.last for piece in turn.asked)


def _is_bare(cue: Mention) -> bool:
    return cue.last - cue.first == 1


def _names_variant(turn: Turn) -> bool:
    """要裤子的, 要平底鞋: the same with trousers, with flats; 要一双 asks for a pair."""
    words = turn.reading.words
    return 2 < len(words) <= SHORT and words[0].text == "要" and words[1].text != "一"


def _contrasts(turn: Turn) -> bool:
    """Whether a piece is asked for in the place of one that is refused: "no shirt, a T-shirt"."""
    slot = turn.reading.meanings.slot
    refused = {slot(garment.kind, garment.key) for garment in turn.reading.garments if garment.denied}
    refused |= {other for one in refused for other in IN_PLACE_OF.get(one, ())}
    allows = bool(refused) and any(one.key == "allows" for one in turn.reading.of("negation"))
    return allows or bool(refused & {slot(piece.garment.kind, piece.garment.key) for piece in turn.asked})


def _only_these_change(turn: Turn) -> bool:
    """Whether a piece is all that is to change of an outfit: "just the shoes need changing"."""
    return dresses(turn) and bool(turn.asked) and turn.reading.has("only") and turn.reading.has("to_be_changed")


def _only_one_kind(turn: Turn) -> bool:
    pieces = [piece.garment.first for piece in turn.asked]
    held = turn.reading.cues.get("own", ())
    also = any(cue.first == 0 for cue in turn.reading.cues.get("also", ()))
    if also and pieces and len(turn.reading.words) <= FEW:
        return True
    only = [cue for cue in turn.reading.cues.get("only", ()) if not any(own.holds(cue) for own in held)]
    led = any(0 <= first - cue.last <= 1 for cue in only for first in pieces)
    return led or any(piece.garment.last == cue.first and _closes(cue, turn) for cue in only for piece in turn.asked)


def _closes(cue: Mention, turn: Turn) -> bool:
    """Whether nothing stands behind what a piece is the only one by: « les chaussures seulement »."""
    return turn.reading.word(cue.last) in {"", *SENTENCE_ENDS, *COMMAS}


def _only_points(turn: Turn) -> bool:
    """ "The second one", "the blue one" or "the coat", and nothing else."""
    named = all(piece.garment in turn.references.named for piece in turn.asked)
    described = turn.references.described or bool(turn.references.named)
    told = turn.details - (_DESCRIBING if described else set())
    told |= (
        {"refusal"} if turn.dropped or turn.had or any(mention.denied for mention in turn.reading.mentions) else set()
    )
    spoken_of = turn.reading.has("feedback_good", "feedback_bad", "complete", "ask", "keep", "bought", "wore")
    few = FEW * (1 + (turn.reading.lexicon.language == "zh"))
    others = {cue.last for cue in turn.reading.cues.get("other", ())}  # "not those shoes" wants other ones
    exchanged = any(garment.first in others for garment in turn.references.named)
    return len(turn.reading.words) <= few and named and not (told or spoken_of or exchanged)


_RULES: tuple[tuple[Kind, Callable[[Turn], bool]], ...] = (
    ("only", lambda turn: turns_to_me(turn) and bool(turn.asked)),
    ("amend", lambda turn: turns_to_me(turn) and not turn.owned),
    ("amend", lambda turn: turn.resized is not None or turn.goes_on_to),
    ("swap", lambda turn: turn.replaces),
    ("amend", lambda turn: bool(turn.at_most) and not turn.asked),
    ("amend", lambda turn: turn.reading.is_all("go_on") or says_what_for(turn)),
    ("amend", lambda turn: turn.venue is not None),
    ("amend", lambda turn: traded(turn) is not None),
    ("swap", brings),
    ("swap", recolours),
    ("swap", tries_on),
    ("swap", may_be_coloured),
    ("swap", wants_other_colour),
    ("amend", lambda turn: bool(turn.kept) or turn.own_only or turn.reading.has("own_first")),
    ("amend", lambda turn: turn.reading.has("same_event")),
    ("amend", lambda turn: turn.reading.has("outdoors", "mud") and not turn.asked and turn.occasion is None),
    ("more_like", _wants_like),
    ("swap", adds),
    ("swap", suggests),
    ("swap", only_flats),
    ("swap", resizes_bag),
    ("swap", _only_these_change),
    ("only", _only_one_kind),
    ("swap", lambda turn: bool(turn.asked) and _exchanges(turn)),
    ("amend", lambda turn: turn.reading.has("longer", "shorter")),
    ("amend", lambda turn: not turn.asked and sleeves_asked(turn.reading) is not None),
    ("amend", lambda turn: not turn.asked and scheme_asked(turn) is not None),
    ("other", lambda turn: turn.reading.is_all("not_this")),
    ("other", _finds_usual),
    ("again", _wants_again),
    ("swap", gives_up),
    ("swap", wants_other_piece),
    ("swap", wants_in_place),
    ("swap", asks_which),
    ("swap", asks_for),
    ("swap", comes_beside),
    ("other", _asks_for_others),
    ("other", _dislikes_all),
    ("amend", dresses_another),
    ("amend", amends),
    ("amend", lambda turn: turn.reading.has("at_night") and not (turn.asked or turn.owned)),
    ("amend", tells),
    ("amend", likes_fit),
    ("amend", lambda turn: turn.tells_of_life and not (turn.asked or turn.owned)),
    ("amend", is_aside),
)
