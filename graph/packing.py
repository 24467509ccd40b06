"""A trip: what each of its occasions asks for, styled and searched for side by side, then packed as one."""

import asyncio
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from agents.contracts import StyleRequest
from agents.roles import Agents
from graph import turn
from graph.composing import worded
from graph.context import Context
from graph.services import Services
from graph.state import State
from stores.categories import load_categories
from stores.vocabulary import Article, Brief, Conditions, Direction, Garment, Person, Wanted
from tools.catalog import Found
from tools.events import at_event
from tools.modesty import covered
from tools.packing import Suitcase, pack
from tools.racks import Stage
from tools.seats import Candidate, Slate
from tools.shape import SWIM
from tools.taste import spared
from tools.trips import day_of, load_packing, plan_stops
from tools.warmth import mean_temperature, wanted_clo
from tools.wishes import presentations_for

OWN_RELEVANCE = 0.7
# Below this mean nobody swims out of doors.
SWIM_C = 20.0


class Leg(NamedTuple):
    """One occasion of a trip, as it was styled."""

    brief: Brief
    conditions: Conditions | None
    direction: Direction
    degraded: list[dict[str, Any]]


async def pack_trip(services: Services, agents: Agents, context: Context, state: State) -> dict[str, Any]:
    """A look for every day and event of a trip, out of few pieces, the person's own first."""
    brief, person = Brief.model_validate(state["brief"]), Person.model_validate(state["person"])
    stops = plan_stops(brief.trip or [], brief.days)
    occasions = list(dict.fromkeys(stop.occasion for stop in stops))
    styled = await asyncio.gather(*(_leg(services, agents, state, occasion) for occasion in occasions))
    legs = dict(zip(occasions, styled, strict=True))
    slates = await _slates(services, context, state, legs)
    info = await services.catalog.info()
    made = await asyncio.to_thread(
        pack,
        stops,
        {name: Stage(leg.brief, leg.conditions, leg.direction, slates[name]) for name, leg in legs.items()},
        person.profile,
        currency=info.currency,
        rates=services.settings.rates,
        taste=person.taste,
        first_number=turn.next_look_number(state),
    )
    return {
        **await _told(services, state, made),
        "conditions": _dumped(styled[0].conditions),
        "notes": [] if info.priced else ["price_unknown"],
        "degraded": [row for leg in styled for row in leg.degraded],
    }


async def _leg(services: Services, agents: Agents, state: State, occasion: str) -> Leg:
    """What an occasion of the trip asks for in the trip's weather, and the stylist's idea for it."""
    brief, person = Brief.model_validate(state["brief"]), Person.model_validate(state["person"])
    is_day = occasion == day_of(brief.trip or [])
    update: dict[str, Any] = {"occasion": occasion, "activities": [], "refers_to": [], "trip": None}
    if occasion != _worn_on(brief):
        update |= {"wanted": [], "categories": [], "slots": []}
    if not is_day:
        update |= await _to_swim(services, state, occasion)
    elif any(event.occasion in load_packing().beside for event in brief.trip or []):
        update["formality"] = None
    brief = brief.model_copy(update=update)
    conditions = await _conditions(services, state, brief)
    # The days of a trip are spent out of doors, whatever is done on them.
    conditions = conditions.model_copy(update={"indoors": conditions.indoors and not is_day})
    request = StyleRequest(
        brief=brief,
        conditions=conditions,
        profile=person.profile,
        rules=turn.rules_for(brief, conditions, person.profile),
        seen=turn.seen_articles(state["shown"]),
        catalog=await turn.digest(services),
    )
    answer = await agents.style(request)
    return Leg(brief, conditions, answer.reply, [answer.failure.model_dump()] if answer.failure else [])


def _worn_on(brief: Brief) -> str | None:
    """The occasion of a trip for which the pieces are named: its days, or what is added with them later.

    "And a dress for going out" is not worn by day.
    """
    added = brief.trip[-1:] if brief.trip and brief.refinement and brief.refinement.change == "amend" else []
    return next((event.occasion for event in added), day_of(brief.trip or []))


async def _to_swim(services: Services, state: State, occasion: str) -> dict[str, Any]:
    """What is asked for where people swim: swimwear of those who go, if there is any and the weather is for it."""
    brief, profile = Brief.model_validate(state["brief"]), Person.model_validate(state["person"]).profile
    table, mean = load_packing(), mean_temperature(turn.conditions_of(state))
    cold = mean is not None and mean < SWIM_C and occasion not in table.heated
    if occasion not in table.swim or cold or brief.modest:
        return {}
    cut = presentations_for(brief.presentation or profile.presentation)
    there = {*(await turn.digest(services)).categories, *(garment.category for garment in turn.own_pieces(state))}
    known = load_categories()
    kinds = sorted(name for name in SWIM & there if not cut or known[name].presentation in cut)
    slots = {known[name].slot for name in kinds}
    wanted = [Wanted(slot=slot) for slot in slots] if len(slots) == 1 else []
    return {"categories": kinds, "wanted": wanted, "reserve": ["swim"]} if kinds else {}


async def _conditions(services: Services, state: State, brief: Brief) -> Conditions:
    """The weather of the trip, and the customs of one of its occasions there."""
    profile = Person.model_validate(state["person"]).profile
    sky = turn.conditions_of(state) or Conditions()
    table, mean = load_packing(), mean_temperature(sky)
    usual = table.implied_c.get(brief.occasion or "")
    if usual is not None and (mean is None or (mean < SWIM_C and brief.occasion in table.heated)):
        sky = sky.model_copy(update={"temp_min_c": usual, "temp_max_c": usual, "source": "stated"})
    event = await services.tools["read_event"].ainvoke(
        {
            "occasion": brief.occasion,
            "culture": brief.culture,
            "presentation": brief.presentation or profile.presentation,
            "place": brief.place or profile.place,
            "country": sky.country,
            "trade": brief.trade,
            "activities": brief.activities,
        }
    )
    conditions = at_event(sky, event).model_copy(update={"clo": brief.clo})
    conditions = covered(conditions, brief.culture) if brief.modest else conditions
    return conditions.model_copy(update={"clo": wanted_clo(conditions, profile)})


async def _slates(
    services: Services, context: Context, state: State, legs: Mapping[str, Leg]
) -> dict[str, list[Slate]]:
    """The candidates for each wish of each occasion; all are searched for at once."""
    taste = Person.model_validate(state["person"]).taste
    wishes = {name: spared(leg.direction.wishes, taste, context.exclude) for name, leg in legs.items()}
    every = [wish for listed in wishes.values() for wish in listed]
    rows = await services.tools["search_catalog"].ainvoke({"wishes": every, "mode": context.retrieval})
    found = iter([Found.model_validate(row) for row in rows])
    articles = await services.catalog.articles(list(dict.fromkeys(key for row in rows for key, _ in row["articles"])))
    own = turn.own_pieces(state)
    return {name: [_slate(next(found), articles, own) for _ in listed] for name, listed in wishes.items()}


def _slate(found: Found, articles: Mapping[str, Article], own: Collection[Garment]) -> Slate:
    offered = [Candidate(articles[key], score) for key, score in found.articles if key in articles]
    kinds = found.wish.filters.categories
    fitting = [g for g in own if g.slot == found.wish.slot and (not kinds or g.category in kinds)]
    return Slate(found.wish, [*(Candidate(garment, OWN_RELEVANCE) for garment in fitting), *offered])


async def _told(services: Services, state: State, made: Suitcase) -> dict[str, Any]:
    """What was packed as the turn hands it out, in the person's language."""
    brief = Brief.model_validate(state["brief"])
    pieces = await turn.pieces_of(services.catalog, state, made.looks)
    looks = [worded(look, made.reasons.get(look.id, []), pieces, brief) for look in made.looks]
    return {
        "looks": [look.model_dump(mode="json") for look in looks],
        "reasons": made.reasons,
        "packing": made.packing.model_dump(mode="json") if made.packing else None,
        "brief": brief.model_copy(update={"unmet": [*brief.unmet, *made.unmet]}).model_dump(mode="json"),
    }


def _dumped(conditions: Conditions | None) -> dict[str, Any] | None:
    return conditions.model_dump(mode="json") if conditions else None
