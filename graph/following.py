"""What a follow-up is settled to: what it is measured from, how the conditions move, and the outfit it makes again."""

from collections.abc import Sequence
from itertools import islice

from graph import turn
from graph.services import Services
from graph.state import State
from stores.feedback import liking_of
from stores.vocabulary import (
    CORE_SLOTS,
    Article,
    Brief,
    Conditions,
    Direction,
    Item,
    Look,
    Person,
    Piece,
    Slot,
    Unmet,
    Wanted,
    Wish,
)
from tools.levels import adapt
from tools.references import SINGLE, compared, meant, named_slots, remakes, steps_piece
from tools.remake import as_worn, is_refused, needs_hosiery, remake
from tools.steps import STEPS, beyond, reach, step_of, step_of_piece
from tools.warmth import wanted_clo
from tools.wishes import accent_wishes, build_wish

USUAL_CLO = 0.7
# What is to draw the eye more, or less, is not drawn to the colours of what was shown.
COMPARING = frozenset({"cheaper", *STEPS}) - {"livelier", "quieter"}
# Pieces of which it is told that they could not stay; nobody misses their socks.
TOLD: frozenset[Slot] = CORE_SLOTS | {"outer", "bag", "accessory", "headwear"}

# A piece that was to stay and could not beside what came.
KEPT = "kept"


async def followed(services: Services, brief: Brief, state: State) -> tuple[Brief, Conditions | None]:
    """The brief with what its step starts from and what may not come again; the conditions as the step moves them."""
    profile = Person.model_validate(state["person"]).profile
    brief = faulted(await measured(services, brief, state))
    conditions = adapt(turn.conditions_of(state), brief, wanted_clo(turn.conditions_of(state), profile) or USUAL_CLO)
    step = step_of(brief)
    if step is None or conditions is None or brief.intent in SINGLE or step.attribute in (None, "price"):
        return brief, conditions
    return brief.model_copy(update={step.attribute: getattr(conditions, step.attribute)}), conditions


async def measured(services: Services, brief: Brief, state: State) -> Brief:
    """The brief with the figure its step has to pass: of what is worn, of the looks meant, else of those seen last."""
    step, shown = step_of(brief) or step_of_piece(brief), turn.shown_looks(state)
    if step is None or brief.refinement is None:
        return brief
    worn = [key for key in brief.refers_to if key in turn.garments_of(state)] if brief.intent == "relook" else []
    groups = [worn] if worn else [brief.refinement.items] if steps_piece(brief) else compared(brief, shown)
    known = await turn.kept_pieces(services.catalog, state, [key for group in groups for key in group])
    pieces = {piece.id: piece for piece in known}
    looks = [[pieces[key] for key in group if key in pieces] for group in groups]
    return brief.model_copy(update={"refinement": brief.refinement.model_copy(update={"than": reach(step, looks)})})


def faulted(brief: Brief) -> Brief:
    """The brief with what this very turn finds fault with among the pieces that may not come again."""
    keys = [change.key for change in brief.changes if change.target == "feedback" and liking_of(change.value) < 0]
    return _without(brief, keys)


def _without(brief: Brief, keys: Sequence[str]) -> Brief:
    if brief.refinement is None or not keys:
        return brief
    without = list(dict.fromkeys([*brief.refinement.without, *keys]))
    return brief.model_copy(update={"refinement": brief.refinement.model_copy(update={"without": without})})


async def remade(
    services: Services, brief: Brief, conditions: Conditions | None, state: State
) -> tuple[Brief, Direction] | None:
    """An outfit made again: the brief without the pieces that go, and the pieces to keep with a wish for each new one.

    None for any other turn.
    """
    if not (remakes(brief) and brief.intent in {"outfit", "complete"}):
        return None
    looks = [row.look for row in meant(brief, turn.shown_looks(state))[:1]]
    base = list((await turn.pieces_of(services.catalog, state, looks)).values())
    if not base:
        return None
    brief = as_worn(brief, base)
    back = [piece for piece in await _back(services, brief, state) if piece not in base]
    made, profile = remake(brief, base, back), Person.model_validate(state["person"]).profile
    rules = turn.rules_for(brief, conditions, profile)
    recast = [build_wish(p.slot, brief, conditions, profile, rules, wanted=_as_asked(p, brief)) for p in made.recast]
    wanted = [beyond(build_wish(one.slot, brief, conditions, profile, rules, wanted=one), brief) for one in made.wanted]
    legs = (
        [build_wish("hosiery", brief, conditions, profile, rules)] if needs_hosiery(brief, base, rules.optional) else []
    )
    direction = Direction(
        wishes=[
            *(_like(wish, p) for wish, p in zip(recast, made.recast, strict=True)),
            *wanted,
            *(wish.model_copy(update={"required": False}) for wish in legs),
            *accent_wishes(brief, conditions, profile, rules),
        ],
        keep=[*(piece.id for piece in made.keep), *(one.id for one in brief.owned if not is_refused(one, brief))],
        palette=rules.palette,
        formality=rules.formality,
        clo=rules.clo,
    )
    return _without(brief, [piece.id for piece in made.gone]), direction


async def _back(services: Services, brief: Brief, state: State) -> list[Piece]:
    """The pieces that a turn both speaks of and keeps, of whichever look they were."""
    change = brief.refinement
    ids = [key for key in change.items if key in change.keep] if change else []
    return await turn.kept_pieces(services.catalog, state, ids)


def let_go(brief: Brief, looks: Sequence[Look], state: State) -> list[Unmet]:
    """The clothes of the outfit meant that could not stay with what came into it: no loafers under a gown."""
    rows = meant(brief, turn.shown_looks(state))[:1] if remakes(brief) and named_slots(brief) else []
    if not rows or not looks or brief.refinement is None:
        return []
    worn, gone = {item.id for item in looks[0].items}, set(brief.refinement.without)
    left = [item for item in rows[0].look.items if item.slot in TOLD and item.id not in worn | gone]
    seen = {item.id for item in rows[0].look.items}
    came = [item for item in looks[0].items if item.slot in TOLD - named_slots(brief) and item.id not in seen]
    pairs = ((old, new) for old in left for new in came if old.slot == new.slot)
    return [Unmet(constraint=KEPT, asked=_called(old), nearest=_called(new)) for old, new in islice(pairs, 1)]


def _called(item: Item) -> str:
    return f"{item.colour.family} {item.category.replace('_', ' ')}"


def _as_asked(piece: Piece, brief: Brief) -> Wanted:
    return Wanted(slot=piece.slot, category=piece.category, colours=brief.colours, fabrics=brief.fabrics)


def _like(wish: Wish, piece: Piece) -> Wish:
    """The wish for a piece as the turn has it, near to it; of its slot, since its very kind may not be had so.

    Where the shop has no like of it, the look does without, since nothing is left to choose from.
    """
    filters = wish.filters.model_copy(update={"categories": []})
    return wish.model_copy(update={"like": piece.id, "anchor": False, "filters": filters, "required": True})


async def near(
    services: Services, direction: Direction, brief: Brief, conditions: Conditions | None, state: State
) -> Direction:
    """The direction drawn towards the look that is meant, piece by piece, where a turn asks for its like."""
    change = brief.refinement
    similar = change is not None and change.change == "more_like"
    if change is None or not (similar or (change.change in COMPARING and change.looks)):
        return direction
    looks = [row.look for row in meant(brief, turn.shown_looks(state))[:1]]
    base = {piece.slot: piece for piece in (await turn.pieces_of(services.catalog, state, looks)).values()}
    if not similar:
        drawn = [_drawn(wish, base[wish.slot]) if wish.slot in base else wish for wish in direction.wishes]
        return direction.model_copy(update={"wishes": drawn})
    profile = Person.model_validate(state["person"]).profile
    rules = turn.rules_for(brief, conditions, profile)
    kinds = [Wanted(slot=piece.slot, category=piece.category) for piece in base.values()]
    wishes = [build_wish(one.slot, brief, conditions, profile, rules, wanted=one) for one in kinds]
    return direction.model_copy(update={"wishes": [_drawn(wish, base[wish.slot]) for wish in wishes]})


def _drawn(wish: Wish, piece: Piece) -> Wish:
    liked = list(dict.fromkeys(colour.family for colour in piece.colours))
    return wish.model_copy(update={"like": piece.id if isinstance(piece, Article) else None, "prefer_colours": liked})
