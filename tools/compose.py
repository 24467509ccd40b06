"""Composing: complete looks from what search found and what the person owns, within every hard constraint.

Gates decide what may be shown, scores what is best, and the budget only which of the good looks are affordable.
Knows no shop, no language and no model; writes no prose beyond a short English title.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from math import inf
from typing import NamedTuple

from stores.colours import with_shades
from stores.vocabulary import Brief, Conditions, Direction, Look, Piece, Profile, Taste, Unmet
from tools.accents import spots
from tools.choice import AS_IT_IS, Draft, Varying, choose, fit_budget
from tools.colour import NEUTRAL_FAMILIES
from tools.company import suits
from tools.demands import answers, at_best
from tools.exposure import TOLD, heeds
from tools.gates import Limits, build_limits, piece_breaks
from tools.likeness import common, seen_of
from tools.looks import build_look
from tools.money import RATES, Rates
from tools.palettes import in_tones, palettes
from tools.pool import build_articles, build_pool, worn
from tools.reasons import reasons
from tools.score import Aim, build_aim
from tools.seats import Candidate, Slate, Stock, build_stock
from tools.unchecked import contradicts, tells, wishes_of
from tools.unmet import unmet_article, unmet_budget, unmet_look
from tools.variation import Variation

__all__ = ["Candidate", "Composition", "Slate", "compose", "rank_articles"]


Pick = Callable[[Sequence[Draft], int], list[Draft]]

# What the sky demands, and what is said where a shop has nothing of the kind: a look without is better than none.
SKY = {
    "weather": Unmet(constraint="weather", asked="waterproof outer layer"),
    "warmth": Unmet(constraint="warmth", asked="coat"),
}

# How much worse an article may be and still come before one that goes by the name of a better one.
NAMESAKE_COST = 0.12
# How much worse, out of 100, a look within a budget may be and still answer the sky.
COVER_COST = 10.0
# What it counts beside all else that an article is said to be as is wished.
WISHED = 0.25
# What the pieces that an article is to be worn with count beside all else.
COMPANY = 0.5


class Composition(NamedTuple):
    """Looks, the reason keys of each by look id, and what could not be kept."""

    looks: list[Look]
    reasons: dict[str, list[str]]
    unmet: list[Unmet]


Make = Callable[[Limits], Composition]


class Likened(NamedTuple):
    """A candidate, and the piece that it is to resemble."""

    piece: Piece
    candidate: Candidate


class Terms(NamedTuple):
    """How looks are shown: the currency of the catalogue, the rates to others, the number to count looks from."""

    currency: str
    rates: Rates
    first_number: int


def compose(
    slates: Sequence[Slate],
    direction: Direction,
    brief: Brief,
    conditions: Conditions | None,
    profile: Profile,
    *,
    kept: Sequence[Piece] = (),
    count: int = 3,
    currency: str = "EUR",
    rates: Rates = RATES,
    taste: Taste | None = None,
    first_number: int = 1,
) -> Composition:
    """The best outfits, each with every kept piece; where none is possible, `unmet` says what stands in the way.

    A shop without anything waterproof or warm still dresses a wet walk or a frost, and `unmet` says what is missing;
    one whose only red is a coat's or a print's dresses in that; and `unmet` names dry shoes that it has not.
    """
    limits = build_limits(brief, conditions, profile, currency, rates)
    terms = Terms(currency, rates, first_number)

    def made(within: Limits) -> Composition:
        aim = build_aim(within, profile, direction, taste or Taste())
        stock = build_stock(slates, kept, aim)
        pool = build_pool(stock, aim)
        varying = AS_IT_IS if within.palettes else Variation(stock, aim)
        composition = _settle(stock, aim, pool, choose(pool, count, varying), terms, varying=varying)
        return composition if pool or within.palettes else composition._replace(unmet=unmet_look(stock, aim))

    offered = [*kept, *offered_in(slates)]
    for within in in_scheme(limits):
        if (best := _answered(within, offered, made)).looks:
            return best
    missed = [Unmet(constraint="scheme", asked=brief.scheme)] if brief.scheme else []
    if brief.accent:
        missed.append(Unmet(constraint="accent", asked=", ".join(brief.accent.colours) or "any"))
        limits = replace(limits, brief=brief.model_copy(update={"accent": None}))
    best = _answered(limits, offered, made)
    return best._replace(unmet=[*missed, *best.unmet]) if best.looks else best


def in_scheme(limits: Limits) -> Iterator[Limits]:
    """The limits of looks in the colours that the hosts or a scheme ask for, the strictest first; none where none is.

    Who is asked to come in white comes in it from head to toe; at a red wedding one red piece will do.
    """
    brief = limits.brief
    if brief.host_colours and {*brief.host_colours} <= {*NEUTRAL_FAMILIES}:
        yield replace(limits, clothed_in=in_tones(brief.host_colours))
    for ways in palettes(brief.scheme, limits.asked_colours) if brief.scheme else ():
        yield replace(limits, palettes=tuple(ways))
    for places in spots(brief) if brief.accent else ():
        yield replace(limits, palettes=tuple(places))


def _answered(limits: Limits, offered: Sequence[Piece], made: Make) -> Composition:
    """The best looks within these limits, and what of the sky and the frost they do not answer."""
    best = made(at_their_best(limits))
    best = best if best.looks or at_their_best(limits) == limits else made(limits)
    if best.looks and limits.sky:
        return _under_sky(best, limits, offered, made)
    asked = [SKY[demand.name] for demand in limits.demands if demand.name in SKY]
    if best.looks or not asked or any(gap.constraint == "budget" for gap in best.unmet):
        return best
    exposed = made(replace(limits, demands=tuple(one for one in limits.demands if one.name not in SKY)))
    return exposed._replace(unmet=[*asked, *exposed.unmet]) if exposed.looks else best


def _under_sky(bare: Composition, limits: Limits, offered: Sequence[Piece], made: Make) -> Composition:
    """The looks that answer as much as can be had of what the sky asks, and else those that answer nothing of it.

    Where money is short, what covers feet and head does not take it from all the rest.
    """
    least = bare.looks[0].score.total - COVER_COST if limits.ceiling is not None else 0.0
    for within in rungs(limits, offered):
        best = made(within)
        if best.looks and best.looks[0].score.total >= least:
            return best._replace(unmet=[*best.unmet, *_missed(limits, within)])
    return bare._replace(unmet=[*bare.unmet, *_missed(limits, limits)])


def _missed(limits: Limits, within: Limits) -> list[Unmet]:
    """What is told of that the sky asks and these limits do not; nobody is told of a shop that they do not buy from."""
    missed = [TOLD[one.name] for one in limits.sky if one.name in TOLD and one not in within.demands]
    return [] if limits.brief.own_only else missed


def rungs(limits: Limits, offered: Sequence[Piece]) -> Iterator[Limits]:
    """The limits as they are meant, with all that the sky asks and a shop has; then with ever less of that."""
    fitting = [piece for piece in offered if not piece_breaks(piece, limits)]
    sky = [demand for demand in limits.sky if any(answers(demand, piece) for piece in fitting)]
    meant = at_their_best(limits)
    for base in [meant] if meant == limits else [meant, limits]:
        for left in range(len(sky), 0, -1):
            yield replace(base, demands=(*base.demands, *sky[:left]))


def offered_in(slates: Sequence[Slate]) -> list[Piece]:
    return [candidate.piece for slate in slates for candidate in slate.candidates]


def at_their_best(limits: Limits) -> Limits:
    """The limits with each demand as it is meant where a shop can answer it."""
    return replace(limits, demands=at_best(limits.demands))


def rank_articles(
    slates: Sequence[Slate],
    brief: Brief,
    conditions: Conditions | None,
    profile: Profile,
    *,
    count: int = 3,
    currency: str = "EUR",
    rates: Rates = RATES,
    taste: Taste | None = None,
    first_number: int = 1,
    beside: Sequence[Piece] = (),
) -> Composition:
    """The best single articles for the wishes, in turn where there are several; each a look of kind `article`.

    Of what is to resemble a piece the likest comes first, whatever else speaks for another; `beside` are pieces that
    an article is to be worn with. What is nearly as it was asked, as a navy for a blue, comes after what is; what is
    in a colour that is only liked comes before the rest.
    """
    direction = Direction(wishes=[slate.wish for slate in slates])
    limits = build_limits(brief, conditions, profile, currency, rates)
    aim = build_aim(at_their_best(limits), profile, direction, taste or Taste())
    stock = build_stock(slates, (), aim)
    likened = {one.piece.id: Likened(slate.like, one) for slate in slates if slate.like for one in slate.candidates}
    pick = first if likened else choose
    pool, chosen = list[Draft](), list[Draft]()
    liked = () if brief.colours_must else with_shades(brief.colours)
    passes = ((aim, limits.sky, ()), (aim, (), ()), (replace(aim, limits=limits), (), ()))
    for within, sky, colours in ((aim, limits.sky, liked), *passes) if liked else passes:
        if len(chosen) < count:
            pools = [_by_likeness(_by_company(p, stock, beside), stock, likened) for p in build_articles(stock, within)]
            pools = [_by_wish(_liked(p, stock, colours, limits), stock, brief) for p in pools]
            pools = [[one for one in p if one not in pool and heeds(stock.pieces[one.rows[0]], sky)] for p in pools]
            pool += [draft for one in pools for draft in one]
            chosen += _in_turn([_choices(one, stock, count, pick) for one in pools])[: count - len(chosen)]
    composition = _settle(stock, aim, pool, chosen, Terms(currency, rates, first_number))
    composition = composition._replace(
        reasons={look.id: _why(look, composition, likened) for look in composition.looks}
    )
    return composition if pool else composition._replace(unmet=unmet_article(stock, aim))


def _liked(pool: Sequence[Draft], stock: Stock, colours: Sequence[str], limits: Limits) -> list[Draft]:
    """The articles in one of these colours that can be paid for; all of them where no colour is named."""
    most = inf if limits.ceiling is None else limits.ceiling
    return [
        one
        for one in pool
        if not colours or (stock.pieces[one.rows[0]].colours[0].family in colours and (one.cost or 0.0) <= most)
    ]


def _by_company(pool: Sequence[Draft], stock: Stock, beside: Sequence[Piece]) -> list[Draft]:
    """The articles by how they are and by how they go with what they are to be worn with; else as they are."""
    if not beside:
        return [*pool]
    scored = [
        replace(one, score=(1 - COMPANY) * one.score + COMPANY * suits(stock.pieces[one.rows[0]], beside))
        for one in pool
    ]
    return sorted(scored, key=lambda draft: -draft.score)


def _by_wish(pool: Sequence[Draft], stock: Stock, brief: Brief) -> list[Draft]:
    """The articles with those first that are said to be as is wished in words alone: waterproof, with a V-neck."""
    if not (wishes := wishes_of(brief)):
        return [*pool]

    def told(draft: Draft) -> float:
        piece = stock.pieces[draft.rows[0]]
        return sum(tells(wish, piece) - contradicts(wish, piece) for wish in wishes) / len(wishes)

    scored = [replace(one, score=max(0.0, (1 - WISHED) * one.score + WISHED * told(one))) for one in pool]
    return sorted(scored, key=lambda draft: -draft.score)


def _by_likeness(pool: Sequence[Draft], stock: Stock, likened: Mapping[str, Likened]) -> list[Draft]:
    """The articles by how much they resemble what they are to resemble; else as they are."""
    found = [likened.get(stock.pieces[draft.rows[0]].id) for draft in pool]
    scored = [
        replace(one, score=like.candidate.relevance) if like else one for one, like in zip(pool, found, strict=True)
    ]
    return sorted(scored, key=lambda draft: -draft.score)


def _why(look: Look, composition: Composition, likened: Mapping[str, Likened]) -> list[str]:
    """The reasons of an article, first what it has in common with what it is to resemble."""
    one = likened.get(look.items[0].id)
    alike = common(seen_of(one.piece), seen_of(one.candidate.piece)) if one else []
    return [*([f"like:{'_'.join(alike)}"] if alike else []), *composition.reasons[look.id]]


def first(pool: Sequence[Draft], count: int) -> list[Draft]:
    return [*pool[:count]]


def _choices(pool: Sequence[Draft], stock: Stock, count: int, pick: Pick) -> list[Draft]:
    """The best articles; of those that go by one name the best alone, while there are others nearly as good."""
    least = max((draft.score for draft in pool), default=0.0) - NAMESAKE_COST
    named: dict[tuple[str, ...], Draft] = {}
    for draft in pool:
        if draft.score >= least:
            named.setdefault(_name(stock.pieces[draft.rows[0]]), draft)
    chosen = pick([*named.values()], count)
    return [*chosen, *pick([draft for draft in pool if draft not in chosen], count - len(chosen))]


def _name(piece: Piece) -> tuple[str, ...]:
    """What an article is called by: its kind, colour, cloth and pattern."""
    return piece.category, piece.colours[0].name, *piece.fabrics[:1], piece.pattern


def _in_turn(rows: Sequence[Sequence[Draft]]) -> list[Draft]:
    return [draft for group in zip_longest(*rows) for draft in group if draft is not None]


def _settle(
    stock: Stock, aim: Aim, pool: Sequence[Draft], chosen: Sequence[Draft], terms: Terms, *, varying: Varying = AS_IT_IS
) -> Composition:
    """The chosen looks within the budget, as they are shown, with their reasons."""
    limits = aim.limits
    unmet: list[Unmet] = []
    if limits.ceiling is not None and chosen:
        if stock.is_priced:
            chosen = fit_budget(chosen, pool, limits.ceiling, varying)
        if not chosen or not stock.is_priced:
            cheapest = min((draft.cost for draft in pool if draft.cost is not None), default=None)
            unmet = unmet_budget(limits.brief, cheapest, terms.currency, terms.rates)
    looks = [
        build_look(worn(stock, draft.rows), draft, limits, terms.first_number + place, terms.currency)
        for place, draft in enumerate(chosen)
    ]
    why = {look.id: reasons(worn(stock, draft.rows), draft, aim) for look, draft in zip(looks, chosen, strict=True)}
    return Composition(looks, why, unmet)
