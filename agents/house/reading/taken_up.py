"""What a turn takes up of the one before without naming it: the piece just exchanged, the question just asked."""

from typing import Any

from agents.house.reading.guide import asks_guide, asks_meaning
from agents.house.reading.occasions import formality_of, trade_of
from agents.house.reading.pointing import last_turn
from agents.house.reading.swaps import SHORT, tells_what_for
from agents.house.reading.text import read
from agents.house.reading.turn import Turn
from agents.house.reading.wishes import pieces_said
from stores.vocabulary import Brief, Range, Wanted


def asked_before(turn: Turn) -> Turn | None:
    """The question of style right before, where only what for is told now: "it's for a Christmas party".

    Or where that is: "too formal, it's a start-up", said of what was advised for an interview.
    """
    request = turn.request
    if request.shown or request.last or not request.previous:
        return None
    earlier = request.model_copy(update={"text": request.previous[-1], "previous": request.previous[:-1]})
    asked = Turn(read(earlier.text, turn.reading.lexicon), earlier)
    told = tells_what_for(turn) or trade_after(turn, asked)
    return asked if told and asks_guide(asked) and not asks_meaning(asked) else None


def trade_after(turn: Turn, asked: Turn) -> str | None:
    """The trade that is told alone of the work that was asked about."""
    alone = turn.occasion is None and not turn.asked and not turn.owned and turn.reading.length <= SHORT
    return trade_of(turn.reading, asked.occasion) if alone else None


def code_before(turn: Turn) -> Range | None:
    """The dress code that was asked about right before, where only an outfit is asked for: "dress me, then"."""
    request, r = turn.request, turn.reading
    alone = r.has("outfit") and turn.empty_but("presentation")
    if request.shown or request.last or not request.previous or not alone:
        return None
    before = read(request.previous[-1], r.lexicon)
    earlier = request.model_copy(update={"text": request.previous[-1], "previous": request.previous[:-1]})
    return formality_of(before) if asks_meaning(Turn(before, earlier)) else None


def of_last(turn: Turn) -> dict[str, Any]:
    """The pieces of the turn before, in the colours, cloths and prints of this one."""
    last = turn.request.last or Brief()
    now = pieces_said(turn)
    update = {key: now[key] for key in ("colours", "fabrics", "patterns") if now[key]}
    wanted = [one.model_copy(update=update) for one in last.wanted]
    return {"wanted": wanted, "slots": last.slots, "categories": last.categories}


def of_kind_seen(turn: Turn, wanted: list[Wanted]) -> dict[str, Any]:
    """The piece of the look that is asked for alone, as the kind that was shown: "only the boots", said of a hike."""
    r, one = turn.reading, turn.asked[0] if len(turn.asked) == 1 else None
    if one is None or one.garment.kind != "kind" or one.attributes or len(wanted) != 1:
        return {}
    meant = r.lexicon.grammar.definite | r.lexicon.grammar.definite_plural
    kinds = r.meanings.categories(one.garment.kind, one.garment.key)
    worn = [item.category for row in last_turn(turn.request.shown)[:1] for item in row.look.items]
    seen = [category for category in worn if category in kinds]
    if not seen or not (r.word(one.garment.first - 1) in meant or r.lexicon.language == "zh"):
        return {}
    return {"categories": seen[:1], "wanted": [wanted[0].model_copy(update={"category": seen[0]})]}
