"""From candidates to looks, and from looks to what the critic sees of them."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from agents.contracts import LookReview
from agents.house.prose_names import look_title
from agents.house.reasons import reason_text
from graph import turn
from graph.facts import piece_facts
from graph.services import Services
from graph.state import State
from stores.catalog.shop import ShopSearch
from stores.vocabulary import Advice, Brief, Conditions, Direction, Levels, Look, Person, Piece, Unmet
from tools.catalog import Found
from tools.compose import Candidate, Composition, Slate, compose, rank_articles
from tools.gates import Limits, article_breaks, budget_breaks, build_limits, look_breaks, piece_breaks
from tools.rubric import rubric

OWN_RELEVANCE = 0.6
WITH_OWN = {"outfit", "complete", "relook"}


async def compose_turn(services: Services, state: State, count: int) -> dict[str, Any]:
    """Looks from this turn's candidates, with titles and reasons in the person's language."""
    brief, person = Brief.model_validate(state["brief"]), Person.model_validate(state["person"])
    direction = Direction.model_validate(state["direction"])
    info = await services.catalog.info()
    slates = await _slates(services.catalog, state, brief)
    options: dict[str, Any] = {
        "count": count,
        "currency": info.currency,
        "rates": services.settings.rates,
        "taste": person.taste,
        "first_number": turn.next_look_number(state),
    }
    asked = (brief, turn.conditions_of(state), person.profile)
    made: Composition
    if turn.is_whole(brief, direction):
        kept = await turn.kept_pieces(services.catalog, state, direction.keep)
        made = await asyncio.to_thread(compose, slates, direction, *asked, kept=kept, **options)
    else:
        made = await asyncio.to_thread(rank_articles, slates, *asked, **options)
    pieces = await turn.pieces_of(services.catalog, state, made.looks)
    looks = [_worded(look, made.reasons.get(look.id, []), pieces, brief) for look in made.looks]
    unmet = [*(one for one in brief.unmet if one.constraint == "photo"), *made.unmet, *_unnamed(brief, made, pieces)]
    advice = _answered(Advice.model_validate(state["advice"]), looks) if state["advice"] else None
    return {
        "advice": advice.model_dump(mode="json") if advice else None,
        "looks": [look.model_dump(mode="json") for look in looks],
        "reasons": made.reasons,
        "brief": brief.model_copy(update={"unmet": unmet}).model_dump(mode="json"),
        "notes": [*([] if info.priced else ["price_unknown"]), *_rates(brief, info.currency, services)],
    }


def _answered(advice: Advice, looks: Sequence[Look]) -> Advice:
    """The advice with what was found: a piece for each addition, and a look for each level of spending."""
    if not looks:
        return advice
    best = {item.slot: item.id for item in looks[0].items if item.source == "catalog"}
    bought = {look.id: sum(item.source == "catalog" for item in look.items) for look in looks}
    levels = Levels(
        free=next((key for key, count in bought.items() if count == 0), None),
        small=next((key for key, count in bought.items() if count == 1), None),
        full=next((key for key, count in bought.items() if count > 1), None),
    )
    add = [one.model_copy(update={"id": one.id or best.get(one.slot)}) for one in advice.add]
    return advice.model_copy(update={"add": add, "levels": levels})


def _unnamed(brief: Brief, made: Composition, pieces: Mapping[str, Piece]) -> list[Unmet]:
    """A print that was asked for, where the shop only says that there is one."""
    shown = {pieces[item.id].pattern for look in made.looks for item in look.items if item.id in pieces}
    if not brief.patterns or shown & set(brief.patterns) or "other" not in shown:
        return []
    return [Unmet(constraint="pattern", asked=brief.patterns[0], nearest="a print that the shop does not name")]


def _rates(brief: Brief, currency: str, services: Services) -> list[str]:
    """The rate to say where the person counts in another currency than the shop."""
    if brief.budget is None or brief.budget.currency == currency:
        return []
    rates = services.settings.rates
    rate = rates[brief.budget.currency] / rates[currency]
    return [f"rates:{currency}:{brief.budget.currency}:{rate:.2f}"]


async def _slates(shop: ShopSearch, state: State, brief: Brief) -> list[Slate]:
    found = [Found.model_validate(row) for row in state["candidates"]]
    articles = await shop.articles(list(dict.fromkeys(key for one in found for key, _ in one.articles)))
    own = turn.garments_of(state).values() if brief.intent in WITH_OWN else ()
    return [
        Slate(
            one.wish,
            [
                *(Candidate(garment, OWN_RELEVANCE) for garment in own if garment.slot == one.wish.slot),
                *(Candidate(articles[key], score) for key, score in one.articles if key in articles),
            ],
        )
        for one in found
    ]


def _worded(look: Look, reasons: list[str], pieces: Mapping[str, Piece], brief: Brief) -> Look:
    """The look with its title and reasons in the person's language."""
    worn = [piece_facts(pieces[item.id], item.source) for item in look.items if item.id in pieces]
    why = [reason_text(key, brief.language) for key in reasons]
    return look.model_copy(update={"title": look_title(worn, brief.language), "why": [text for text in why if text]})


async def review(
    services: Services, state: State, brief: Brief, conditions: Conditions | None, person: Person
) -> tuple[list[LookReview], list[str]]:
    """The looks that pass every gate, each with its rubric, and the names of the gates that dropped the others."""
    looks = [Look.model_validate(row) for row in state["looks"]]
    pieces = await turn.pieces_of(services.catalog, state, looks)
    kept = {*state["direction"]["keep"], *turn.garments_of(state)}
    priced = (await services.catalog.info()).priced
    # Where the whole shop cannot, no look is blamed for it: `unmet` says so.
    excused = {"weather"} & {one.constraint for one in brief.unmet} | ({"budget"} if not priced else set())
    reviews, dropped = [], []
    for look in looks:
        worn = [pieces[item.id] for item in look.items if item.id in pieces]
        limits = build_limits(brief, conditions, person.profile, look.currency, services.settings.rates)
        gates = ["availability"] * (len(worn) < len(look.items)) or _broken(look, worn, limits, kept)
        gates = [gate for gate in gates if gate not in excused]
        if gates:
            dropped.extend(gates)
        else:
            reviews.append(LookReview(look=look, scores=rubric(worn, brief, conditions, person.profile)))
    return reviews, dropped


def _broken(look: Look, worn: list[Piece], limits: Limits, kept: set[str]) -> list[str]:
    if look.kind == "article":
        return [*article_breaks(worn[0], limits), *budget_breaks(worn, limits)]
    alone = [gate for piece in worn if piece.id not in kept for gate in piece_breaks(piece, limits)]
    return [*alone, *look_breaks(worn, limits), *budget_breaks(worn, limits)]
