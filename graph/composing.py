"""From candidates to looks, and from looks to what the critic sees of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from langgraph.config import get_config

from agents.contracts import LookReview
from agents.house.prose.names import look_title
from agents.house.reasons import reason_text
from graph import turn
from graph.facts import piece_facts
from graph.following import let_go
from graph.owning import (
    Own,
    bought_beside,
    chosen_among,
    from_own,
    is_own,
    is_own_first,
)
from graph.paring import EXCHANGED
from graph.relooking import Asked, answered, staying
from graph.resemblance import resembling
from graph.services import Services
from graph.shades import missing_shades, shades_of
from graph.shortfalls import below_code, beyond, stifling, unbridal, unliked, unnamed
from graph.shown_facts import reasons_of
from graph.sparing import worn_over
from graph.state import State
from graph.ways import Making, try_each
from stores.caller import caller_in
from stores.catalog.shop import ShopSearch
from stores.vocabulary import (
    Advice,
    Article,
    Brief,
    Conditions,
    Direction,
    Look,
    Person,
    Piece,
    Unmet,
)
from tools.catalog import Found
from tools.compose import Candidate, Slate
from tools.customs import refused_by_custom
from tools.gates import Limits, article_breaks, budget_breaks, build_limits, look_breaks, piece_breaks
from tools.references import meant, remakes
from tools.remake import REPLACED, likest
from tools.rubric import rubric
from tools.unchecked import unanswered

OWN_RELEVANCE = 0.6
MOST_LOOKS = 5
WITH_OWN = {"outfit", "complete", "relook"}


async def compose_turn(services: Services, state: State, count: int) -> dict[str, Any]:
    """Looks from this turn's candidates, with titles and reasons in the person's language."""
    brief, person = Brief.model_validate(state["brief"]), Person.model_validate(state["person"])
    direction = Direction.model_validate(state["direction"])
    info = await services.catalog.info()
    asked: Asked = (brief, turn.conditions_of(state), person.profile)
    limits = build_limits(*asked, info.currency, services.settings.rates)
    slates, degraded = await _alike(services, state, await _slates(services.catalog, state, limits))
    options: dict[str, Any] = {
        "count": min(MOST_LOOKS, brief.looks_wanted or count),
        "currency": info.currency,
        "rates": services.settings.rates,
        "taste": person.taste,
        "first_number": turn.next_look_number(state),
    }
    slates, kept = chosen_among(slates, await turn.kept_pieces(services.catalog, state, direction.keep))
    whole = Own(slates, direction, kept, [])
    if is_own(brief):
        whole = from_own(slates, direction, kept)
        asked = (worn_over(brief, whole.lacking), *asked[1:])
    making = await try_each(Making(services, state, brief, asked, limits, whole, options))
    return await _told(making, priced=info.priced, degraded=degraded)


async def _told(making: Making, *, priced: bool, degraded: list[dict[str, Any]]) -> dict[str, Any]:
    """What was made, as the state keeps it: looks in words, what they do not meet, and what is to be noted."""
    services, state, brief, made = making.services, making.state, making.brief, making.made
    pieces = await turn.pieces_of(services.catalog, state, made.looks)
    looks = [worded(look, made.reasons.get(look.id, []), pieces, brief) for look in made.looks]
    slots = {garment.id: garment.slot for garment in turn.garments_of(state).values()}
    advice = answered(Advice.model_validate(state["advice"]), looks, slots) if state["advice"] else None
    rates = _rates(brief, making.options["currency"], services) if priced else ["price_unknown"]
    return {
        "advice": advice.model_dump(mode="json") if advice else None,
        "looks": [look.model_dump(mode="json") for look in looks],
        "reasons": made.reasons,
        "brief": brief.model_copy(update={"unmet": _unmet(making, pieces)}).model_dump(mode="json"),
        "notes": [
            *rates,
            *stifling(brief, making.asked[1], pieces),
            *unbridal(making.asked, made, pieces),
            *(f"{EXCHANGED}:{slot}" for slot in making.exchanged),
        ],
        "degraded": degraded,
    }


def _unmet(making: Making, pieces: Mapping[str, Piece]) -> list[Unmet]:
    """What the looks do not meet of the brief, as it stands once they are made."""
    brief, made, asked, lacking = making.brief, making.made, making.asked, making.whole.lacking
    worn = [pieces[item.id] for look in made.looks[:1] for item in look.items if item.id in pieces]
    return [
        *(one for one in brief.unmet if one.constraint == "photo"),
        *(made.unmet if making.whole.slates and not lacking else ()),
        *unnamed(brief, made, pieces),
        *unliked(brief, made, pieces),
        *beyond(brief, made),
        *below_code(asked, made, pieces),
        *let_go(brief, made.looks, making.state),
        *lacking,
        *(bought_beside(made.looks[0]) if made.looks and is_own_first(brief) else ()),
        *(one for one in brief.unmet if one.constraint in {"brand", "described"}),
        *missing_shades(shades_of(brief, turn.previous_texts(making.state["messages"])), pieces),
        *unanswered(brief.unmet, worn),
        *refused_by_custom(brief, asked[1]),
    ]


def _rates(brief: Brief, currency: str, services: Services) -> list[str]:
    """The rate to say where the person counts in another currency than the shop: what one of the dearer comes to."""
    if brief.budget is None or brief.budget.currency == currency:
        return []
    rates = services.settings.rates
    dearer, cheaper = sorted((currency, brief.budget.currency), key=rates.__getitem__)
    return [f"rates:{dearer}:{cheaper}:{rates[cheaper] / rates[dearer]:.2f}"]


async def _slates(shop: ShopSearch, state: State, limits: Limits) -> list[Slate]:
    """The candidates for each wish, the person's own pieces among them."""
    found = [Found.model_validate(row) for row in state["candidates"]]
    likes = [one.wish.like for one in found if one.wish.like]
    ids = [*likes, *(key for one in found for key, _ in one.articles)]
    articles = await shop.articles(list(dict.fromkeys(ids)))
    own = staying(state) if limits.brief.intent in WITH_OWN else ()
    relevance = 1.0 if is_own_first(limits.brief) else OWN_RELEVANCE
    return [
        Slate(
            one.wish,
            [
                *(Candidate(garment, relevance) for garment in own if garment.slot == one.wish.slot),
                *_offered(one, articles, limits),
            ],
        )
        for one in found
    ]


async def _alike(services: Services, state: State, slates: Sequence[Slate]) -> tuple[list[Slate], list[dict[str, Any]]]:
    """The slates, of which one that is for the like of a garment of the person has what looks most like it."""
    garments, caller = turn.garments_of(state), caller_in(get_config())
    made, degraded = list[Slate](), list[dict[str, Any]]()
    for slate in slates:
        if garment := garments.get(slate.wish.like or ""):
            offered = [one.piece for one in slate.candidates if isinstance(one.piece, Article)]
            found = await resembling(services, caller, garment, offered, slate.wish.filters)
            made.append(Slate(slate.wish, found.candidates, garment))
            degraded += found.degraded
        else:
            made.append(slate)
    return made, degraded[:1]


def _is_swap(brief: Brief) -> bool:
    return remakes(brief) and brief.intent in WITH_OWN


def _offered(found: Found, articles: Mapping[str, Article], limits: Limits) -> list[Candidate]:
    """What was found; in an outfit made again, what comes nearest to the piece before it, else that piece itself.

    Where nothing comes near to a garment that is refused now, anything of its slot will do.
    """
    offered = [Candidate(articles[key], score) for key, score in found.articles if key in articles]
    base = articles.get(found.wish.like or "") if _is_swap(limits.brief) else None
    if base is None:
        return offered
    fitting = [one.piece for one in offered if not piece_breaks(one.piece, limits)]
    nearest = likest(base, fitting, found.wish.filters)
    stays = [] if piece_breaks(base, limits) else [Candidate(base, 1.0)]
    rest = offered if base.slot in REPLACED else []
    return [one for one in offered if one.piece in nearest] or stays or rest


def worded(look: Look, reasons: list[str], pieces: Mapping[str, Piece], brief: Brief) -> Look:
    """The look with its title and reasons in the person's language."""
    worn = [piece_facts(pieces[item.id], item.source) for item in look.items if item.id in pieces]
    why = [reason_text(key, brief.language) for key in reasons]
    return look.model_copy(update={"title": look_title(worn, brief.language), "why": [text for text in why if text]})


async def shown_again(services: Services, brief: Brief, state: State) -> list[dict[str, Any]]:
    """The very looks that "show me the second again" asks for, worded in the language of this turn."""
    if not (brief.refinement and brief.refinement.change == "again"):
        return []
    rows = {row.look.id: row for row in meant(brief, turn.shown_looks(state))}
    pieces = await turn.pieces_of(services.catalog, state, [row.look for row in rows.values()])
    looks = [
        row.look
        if row.brief.language == brief.language
        else worded(row.look, reasons_of(row.look, state), pieces, brief)
        for row in rows.values()
    ]
    return [look.model_dump(mode="json") for look in looks]


async def review(
    services: Services, state: State, brief: Brief, conditions: Conditions | None, person: Person
) -> tuple[list[LookReview], list[str]]:
    """The looks that pass every gate, each with its rubric, and the names of the gates that dropped the others."""
    looks = [Look.model_validate(row) for row in state["looks"]]
    pieces = await turn.pieces_of(services.catalog, state, looks)
    kept = {*state["direction"]["keep"], *turn.garments_of(state)}
    priced = (await services.catalog.info()).priced
    # Where the whole shop cannot, no look is blamed for it: `unmet` says so.
    excused = {"weather", "warmth"} & {one.constraint for one in brief.unmet} | ({"budget"} if not priced else set())
    brief = worn_over(brief, brief.unmet)
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
