"""How a turn changes an earlier answer: "cheaper", "only shoes", "what about a jacket instead?"."""

from collections.abc import Callable
from typing import Literal

from agents.house.reading_about import about_of, seen_again
from agents.house.reading_facts import facts_told
from agents.house.reading_mentions import COMMAS, SENTENCE_ENDS, Mention
from agents.house.reading_missing import lacks_but_this
from agents.house.reading_photos import is_of_photo, relooks_closet
from agents.house.reading_pointing import STEPS, Step, last_turn
from agents.house.reading_turn import Turn
from stores.vocabulary import Refinement, ShownLook, Sizes, Slot

Kind = Literal[Step, "more_like", "swap", "only", "again", "amend", "other"]
_DESCRIBING = {"colour", "tone", "warmth", "style"}
# Slots that one piece takes from another: "no dress, trousers".
_IN_PLACE_OF: dict[Slot, tuple[Slot, ...]] = {"one_piece": ("bottom",), "bottom": ("one_piece",)}
_SHORT = 12
# What a person tells of themselves that a look is made for.
_OF_LOOKS = frozenset({"presentation", "sizes", "warmth_offset_c"})
_FEW = 5


def refinement_of(turn: Turn) -> Refinement | None:
    """The change that is asked for; None for a turn that stands alone, unless it is about what the person has on."""
    if turn.doubts or relooks_closet(turn) or (turn.follows and is_of_photo(turn) and not turn.references.ids):
        return None
    if about := about_of(turn):
        return seen_again(turn, about)
    if not turn.follows:
        step = _step(turn) if turn.owned or is_of_photo(turn) else None
        alone: Kind | None = step or ("only" if lacks_but_this(turn) else None)
        return Refinement(change=alone) if alone else None
    change = _change(turn)
    if change is None:
        return None
    looks = turn.references.looks
    items = [item for item in turn.references.items if change not in STEPS or item not in turn.kept]
    if turn.references.missing and not (looks or items):
        return Refinement(change=change)
    if change == "again" and not looks:
        looks = [shown.look.id for shown in last_turn(turn.request.shown) if _holds(shown, items)][:1]
    if not (looks or items) and (points_vaguely(turn, change) or change in ("more_like", "again")):
        seen = [shown.look.id for shown in last_turn(turn.request.shown)]
        # "Make it dressier" starts from the first look and has to pass them all.
        looks = seen if change in STEPS else seen[:1]
    return Refinement(change=change, looks=looks, items=items, keep=turn.kept)


def points_vaguely(turn: Turn, change: Kind | None) -> bool:
    """Whether "it" is what was shown first; of several articles it is their kind: "do you have it in green?"."""
    seen = last_turn(turn.request.shown)
    kind = change == "amend" and len(seen) > 1 and all(shown.look.kind == "article" for shown in seen)
    return turn.references.vague and not kind


def _holds(shown: ShownLook, items: list[str]) -> bool:
    return not items or any(item.id in items for item in shown.look.items)


def _step(turn: Turn) -> Step | None:
    return next((step for step in STEPS if turn.reading.has(step)), None)


def _change(turn: Turn) -> Kind | None:
    if turn.adds_to_trip:
        return "amend"
    fixed = turn.replaces or turn.references.described
    adds = turn.reading.has("add") and _adds(turn)
    if (step := _step(turn)) and not (fixed or adds or _starts_anew(turn)):
        return step
    return next((kind for kind, holds in _RULES if holds(turn)), None)


def _wants_like(turn: Turn) -> bool:
    likes = turn.reading.apart("more_like", turn.reading.cues.get("incorporate", []))
    return bool(likes) and bool(turn.references.ids or turn.references.vague or not turn.asked)


def _wants_again(turn: Turn) -> bool:
    pointed = bool(turn.references.ids or turn.references.missing)
    return bool(turn.references.looks and turn.reading.has("again")) or (pointed and _only_points(turn))


def _starts_anew(turn: Turn) -> bool:
    """Whether the turn names a piece and an occasion of its own."""
    return bool(turn.asked) and turn.reading.has("find") and turn.occasion is not None


def _adds(turn: Turn) -> bool:
    """Whether a piece is to come beside an outfit that was shown: "and a bag", "add a scarf"."""
    outfits = any(shown.look.kind == "outfit" for shown in last_turn(turn.request.shown))
    r = turn.reading
    asks_on = bool(r.opening("also")) or r.text.rstrip("?!。 ").endswith("呢")
    return outfits and bool(turn.asked) and len(r.words) <= _SHORT and (asks_on or r.has("add") or _adds_last(turn))


def _adds_last(turn: Turn) -> bool:
    """ "A belt too", but not "the belt is too short"."""
    said = [word for word in turn.reading.words if word.text not in SENTENCE_ENDS]
    return any(cue.last >= len(said) for cue in turn.reading.cues.get("adds", ()))


def _wants_other_piece(turn: Turn) -> bool:
    """Whether a piece of an outfit that was shown is to be another, and the rest to stay: "other shoes please"."""
    seen = [item for shown in last_turn(turn.request.shown) if shown.look.kind == "outfit" for item in shown.look.items]
    r, slots = turn.reading, {item.slot for item in seen}
    led = [p for p in turn.asked if any(0 <= p.garment.first - cue.last <= 1 for cue in r.cues.get("other", ()))]
    named = all(r.meanings.slot(piece.garment.kind, piece.garment.key) in slots for piece in turn.asked)
    return bool(led) and named and len(r.words) <= _SHORT and turn.occasion is None


def _suggests(turn: Turn) -> bool:
    """Whether a few words put a piece into an outfit that was shown: "ok jeans then", "a skirt?"."""
    outfits = any(shown.look.kind == "outfit" for shown in last_turn(turn.request.shown))
    r = turn.reading
    put = r.has("suggests") or r.text.rstrip().endswith(("?", "？"))
    alone = not (turn.occasion or turn.owned or r.has("find", "other", "only", "ask", "question", "advice"))
    return outfits and bool(turn.asked) and put and alone and len(r.words) <= _FEW + 1


def _may_be_coloured(turn: Turn) -> bool:
    """Whether a piece that was shown is asked for in another colour: "can the jacket be navy?"."""
    r = turn.reading
    told = len(turn.asked) == 1 and any(a.kind == "colour" and not a.denied for a in turn.asked[0].attributes)
    definite = told and r.word(turn.asked[0].garment.first - 1) in r.lexicon.grammar.definite
    outfits = any(shown.look.kind == "outfit" for shown in last_turn(turn.request.shown))
    return outfits and definite and bool(r.opening("may_one"))


def _tries_on(turn: Turn) -> bool:
    """Whether it is asked if a piece would go with an outfit that was shown: "would brown loafers go with it?"."""
    outfits = any(shown.look.kind == "outfit" for shown in last_turn(turn.request.shown))
    return outfits and len(turn.asked) == 1 and turn.reading.has("matching") and "?" in turn.reading.text


def _brings(turn: Turn) -> bool:
    """Whether a piece of the person's own comes into an outfit that was shown: "I already have black pumps"."""
    outfits = any(shown.look.kind == "outfit" for shown in last_turn(turn.request.shown))
    r = turn.reading
    alone = not (turn.asked or turn.occasion or turn.kept or is_of_photo(turn))
    # 一套 is a suit here and an outfit elsewhere.
    starts = {min([p.garment.first, *(a.first for a in p.attributes)]) for p in turn.owned}
    asks = any(cue.last not in starts for cue in r.cues.get("outfit", ()))
    asks |= r.has("find", "complete", "other", "ask", "advice", "question", "relook", "opinion", "wardrobe_add")
    worn = all(piece.worn for piece in turn.owned)
    return outfits and bool(turn.owned) and alone and not asks and not worn and len(r.words) <= _SHORT


def _recolours(turn: Turn) -> bool:
    """Whether a piece that is liked is to come otherwise: "I like the dress, but in grey"."""
    r = turn.reading
    outfits = any(shown.look.kind == "outfit" for shown in last_turn(turn.request.shown))
    said = [one for one in (*turn.loose, *(a for p in turn.asked for a in p.attributes)) if not one.denied]
    changed = any(one.kind in {"colour", "fabric", "pattern"} for one in said)
    liked = r.has("feedback_good", "like") and bool(turn.references.named or turn.references.looks)
    return outfits and liked and changed and not turn.occasion and len(r.words) <= _SHORT


def _dislikes_all(turn: Turn) -> bool:
    """Whether what was shown does not please, and no piece of it is named: "not really my style"."""
    r = turn.reading
    spared = turn.asked or turn.disliked or turn.references.refused or turn.references.items or turn.owned
    told = r.has("feedback_good", "taking", "ask", "advice", "keep", "incorporate") or turn.details - _DESCRIBING
    return r.has("feedback_bad") and not (spared or told) and len(r.words) <= _SHORT


def _exchanges(turn: Turn) -> bool:
    replaced = any(denial.key == "replace" for denial in turn.reading.of("negation"))
    begins = any(_leads(cue, turn) for cue in turn.reading.opening("one_with") if not cue.first or _is_bare(cue))
    begins = begins or _names_variant(turn) or _contrasts(turn)
    return begins or turn.reading.has("swap") or (replaced and any(garment.denied for garment in turn.reading.garments))


def _leads(cue: Mention, turn: Turn) -> bool:
    """Whether all that is asked for comes behind a "with"."""
    return all(piece.garment.first >= cue.last for piece in turn.asked)


def _is_bare(cue: Mention) -> bool:
    return cue.last - cue.first == 1


def _names_variant(turn: Turn) -> bool:
    """要裤子的, 要平底鞋: the same with trousers, with flats; 要一双 asks for a pair."""
    words = turn.reading.words
    return 2 < len(words) <= _SHORT and words[0].text == "要" and words[1].text != "一"


def _contrasts(turn: Turn) -> bool:
    """Whether a piece is asked for in the place of one that is refused: "no shirt, a T-shirt"."""
    slot = turn.reading.meanings.slot
    refused = {slot(garment.kind, garment.key) for garment in turn.reading.garments if garment.denied}
    refused |= {other for one in refused for other in _IN_PLACE_OF.get(one, ())}
    allows = bool(refused) and any(one.key == "allows" for one in turn.reading.of("negation"))
    return allows or bool(refused & {slot(piece.garment.kind, piece.garment.key) for piece in turn.asked})


def _only_one_kind(turn: Turn) -> bool:
    pieces = [piece.garment.first for piece in turn.asked]
    also = any(cue.first == 0 for cue in turn.reading.cues.get("also", ()))
    if also and pieces and len(turn.reading.words) <= _FEW:
        return True
    return any(0 <= first - cue.last <= 1 for cue in turn.reading.cues.get("only", ()) for first in pieces)


def _only_points(turn: Turn) -> bool:
    """ "The second one", "the blue one" or "the coat", and nothing else."""
    named = all(piece.garment in turn.references.named for piece in turn.asked)
    described = turn.references.described or bool(turn.references.named)
    told = turn.details - (_DESCRIBING if described else set())
    told |= (
        {"refusal"} if turn.dropped or turn.had or any(mention.denied for mention in turn.reading.mentions) else set()
    )
    spoken_of = turn.reading.has("feedback_good", "feedback_bad", "complete", "ask", "keep")
    return len(turn.reading.words) <= _FEW and named and not told and not spoken_of


def _amends(turn: Turn) -> bool:
    """Whether a short turn adds a wish to what was asked before: "in blue?", "no heels", "under 100"."""
    r = turn.reading
    refuses = bool(turn.dropped or turn.had) or any(mention.denied for mention in r.mentions)
    if turn.references.refused or (r.has("feedback_bad") and not r.has("incorporate")):
        return False
    if refuses and not turn.asked:
        return not turn.occasion
    if turn.asked or turn.owned or len(r.words) > _SHORT * (1 + r.has("belated")) or r.has("outfit"):
        return False
    if turn.occasion:
        return _goes_on(turn) or r.has("belated")
    if r.has("advice", "ask") and not r.has("incorporate"):
        return False
    answers = bool(turn.request.last and turn.request.last.questions)
    resized = (not turn.sizes.own or r.has("belated", "another")) and turn.sizes.sizes != Sizes()
    wished = bool(turn.details or turn.looks_wanted) or resized or r.has("no_budget")
    told = (r.has("dislike", "self") or not _likes_aside(turn)) and not r.has("another")
    return answers or r.has("incorporate") or (wished and (r.has("belated") or not told))


def _likes_aside(turn: Turn) -> bool:
    """Whether nothing is said to be liked but, in a clause of its own, what was shown: 喜欢！不过要黑色的."""
    stops = SENTENCE_ENDS | COMMAS
    likes = turn.reading.cues.get("like", ())
    return all(turn.reading.word(like.last) in stops and like in turn.reading.opening("like") for like in likes)


def _goes_on(turn: Turn) -> bool:
    """Whether the same person is to be dressed for something else: "and for the wedding?", "what about a gala?"."""
    r = turn.reading
    asks_on = bool(r.opening("also") or r.opening("swap")) or r.text.rstrip("?!. ").endswith("呢")
    return asks_on and len(r.words) <= _SHORT and not r.has("self", "like", "dislike", "find")


def _tells(turn: Turn) -> bool:
    """Whether the person tells of themselves what the looks before them did not know: "I'm a man", "I never wear wool".

    How warm they were is told of the past, and what they do with a look is an opinion.
    """
    r = turn.reading
    known = {*turn.disliked}
    told = [change for change in facts_told(turn, known) if change.action == "add" or change.key in _OF_LOOKS]
    opinion = r.has("feedback_good", "taking", "wardrobe_add", "also_own") or turn.references.ids
    return bool(told and turn.request.shown) and not (opinion or turn.asked or turn.owned or turn.disliked)


def _is_aside(turn: Turn) -> bool:
    """A few words that are nothing by themselves, said right after an answer: "a longer one"."""
    r, changed = turn.reading, turn.sizes.own or turn.references.ids or turn.references.refused
    others = ("question", "ask", "advice", "elsewhere", "thanks", "greeting", "self", "like", "preview", "find")
    spoken = r.has(*others, "feedback_good", "feedback_bad", "wardrobe_show", "profile_show", "about_us", "register")
    return bool(r.words) and len(r.words) < _FEW and not spoken and not changed and not turn.asked and not turn.owned


_RULES: tuple[tuple[Kind, Callable[[Turn], bool]], ...] = (
    ("swap", lambda turn: turn.replaces),
    ("amend", lambda turn: turn.venue is not None),
    ("swap", _brings),
    ("swap", _recolours),
    ("swap", _tries_on),
    ("swap", _may_be_coloured),
    ("amend", lambda turn: bool(turn.kept)),
    ("amend", lambda turn: turn.reading.has("same_event")),
    ("more_like", _wants_like),
    ("swap", _adds),
    ("swap", _suggests),
    ("only", _only_one_kind),
    ("swap", lambda turn: bool(turn.asked) and _exchanges(turn)),
    ("amend", lambda turn: turn.reading.has("longer", "shorter")),
    ("again", _wants_again),
    ("swap", _wants_other_piece),
    ("other", lambda turn: turn.reading.has("other", "other_colour") and not turn.reading.has("again")),
    ("other", _dislikes_all),
    ("amend", _amends),
    ("amend", _tells),
    ("amend", _is_aside),
)
