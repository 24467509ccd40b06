"""What a wardrobe lacks: for each candidate, the new outfits that it makes with what is owned.

An outfit is a dress, or a top and a bottom, in the shoes and layers that go with it best; it passes every gate and is
good. It counts once, however many settings it serves. A setting with outfits enough lacks nothing. Knows no shop.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from stores.vocabulary import Article, Brief, Conditions, Direction, Garment, Look, Piece, Profile, Slot, Taste, Wish
from tools.choice import Draft
from tools.gates import Limits, build_limits, look_breaks
from tools.looks import build_item, build_look, title
from tools.money import RATES, Rates
from tools.pool import build_draft, worn
from tools.score import FIT_SHARE, WEIGHTS, Aim, build_aim, build_score
from tools.seats import Candidate, Slate, Stock, build_stock
from tools.warmth import clo_error, look_clo, warmth_fit
from tools.worth import NEVER

# A fortnight without wearing the same twice.
AMPLE = 14
# The least score of an outfit that is worth counting, and how far its warmth may be off, in clo.
GOOD, WARMTH_OFF = 0.72, 0.3
# Nobody asked for a piece: all that is owned or could be is as relevant as anything else.
RELEVANCE = 0.7
# Bags and belts make no outfit.
MAKES: tuple[Slot, ...] = ("one_piece", "base_top", "bottom", "mid", "outer", "footwear")
# A second answer has to make this share of the outfits of the first.
WORTH_NAMING = 0.5

Rows = tuple[int, ...]


class Setting(NamedTuple):
    """An occasion and a weather that a wardrobe has to serve."""

    brief: Brief
    conditions: Conditions


class Lack(NamedTuple):
    """An article as it is shown, the number of new outfits that it makes with what is owned, and the best of these."""

    article: Look
    outfits: int
    example: Look


class Lacks(NamedTuple):
    """The articles that would do most, the best first, and how many outfits each setting has without them."""

    articles: list[Lack]
    served: list[int]

    @property
    def is_ample(self) -> bool:
        return all(count >= AMPLE for count in self.served)


@dataclass(frozen=True)
class _Room:
    """A setting with all that could be worn in it, as rows; `own` are those that are owned, by slot."""

    stock: Stock
    aim: Aim
    row: dict[str, int]
    own: dict[Slot, list[int]]


class _Outfit(NamedTuple):
    """An outfit by what it is told apart by, its dress or its top and bottom."""

    core: frozenset[str]
    draft: Draft
    room: _Room


def find_gaps(
    owned: Sequence[Garment],
    candidates: Sequence[Article],
    settings: Sequence[Setting],
    profile: Profile,
    *,
    taste: Taste | None = None,
    currency: str = "EUR",
    rates: Rates = RATES,
    count: int = 3,
    first_number: int = 1,
) -> Lacks:
    """The articles of most use, each of another slot, with the number of outfits that each makes possible.

    Looks are numbered from `first_number`, the articles first. A budget is for the article.
    """
    limits = [build_limits(one.brief, one.conditions, profile, currency, rates) for one in settings]
    rooms = [_room(owned, candidates, build_aim(one, profile, Direction(), taste or Taste())) for one in limits]
    served = [{one.core for one in _outfits(room)} for room in rooms]
    poor = [(room, there) for room, there in zip(rooms, served, strict=True) if len(there) < AMPLE]
    made = [
        (article, outfits)
        for article in candidates
        if (outfits := _made(article, poor)) and _is_affordable(article, limits[0])
    ]
    made.sort(key=lambda pair: (-len(pair[1]), -_best(pair[1]).draft.score, pair[0].price or 0.0))
    chosen = _distinct(made, count)
    lacks = [
        Lack(
            build_article(article, _best(outfits).draft, limits[0], first_number + place, currency),
            len(outfits),
            _example(_best(outfits), first_number + len(chosen) + place, currency),
        )
        for place, (article, outfits) in enumerate(chosen)
    ]
    return Lacks(lacks, [len(there) for there in served])


def _room(owned: Sequence[Garment], candidates: Sequence[Article], aim: Aim) -> _Room:
    pieces: list[Garment | Article] = [*owned, *candidates]
    slates = [
        Slate(Wish(slot=slot, query=slot), [Candidate(piece, RELEVANCE) for piece in pieces if piece.slot == slot])
        for slot in MAKES
    ]
    stock = build_stock(slates, (), aim)
    row = {piece.id: place for place, piece in enumerate(stock.pieces)}
    own = {slot: [row[g.id] for g in owned if g.slot == slot and not stock.breaks[row[g.id]]] for slot in MAKES}
    return _Room(stock, aim, row, own)


def _outfits(room: _Room) -> Iterator[_Outfit]:
    """What can be worn of what is owned."""
    yield from _dressed(room, _cores(room.own), room.own)


def _made(article: Article, poor: Sequence[tuple[_Room, set[frozenset[str]]]]) -> list[_Outfit]:
    """The new outfits that an article makes in the settings that have few: each core once, the best of it."""
    found: dict[frozenset[str], _Outfit] = {}
    for room, served in poor:
        row = room.row[article.id]
        if not room.stock.breaks[row]:
            rows = {**room.own, article.slot: [row]}
            new = [core for core in _cores(rows) if _core_ids(room, core) not in served]
            for outfit in _dressed(room, new, rows):
                before = found.get(outfit.core)
                found[outfit.core] = outfit if before is None else max(before, outfit, key=lambda one: one.draft.score)
    return [one for one in found.values() if any(one.room.row[article.id] == row for row in one.draft.rows)]


def _cores(rows: dict[Slot, list[int]]) -> Iterator[Rows]:
    """Dresses, and every top with every bottom; what stands in for a slot stands in for the whole of it."""
    yield from ((row,) for row in rows["one_piece"])
    yield from product(rows["base_top"], rows["bottom"])


def _core_ids(room: _Room, core: Rows) -> frozenset[str]:
    return frozenset(room.stock.pieces[row].id for row in core)


def _dressed(room: _Room, cores: Sequence[Rows] | Iterator[Rows], rows: dict[Slot, list[int]]) -> Iterator[_Outfit]:
    """The cores that make a good outfit with the best of the shoes and layers there are."""
    for core in cores:
        look = _completed(room, core, rows)
        if look is None or look_breaks(worn(room.stock, look), room.aim.limits):
            continue
        draft = build_draft(room.stock, tuple(sorted(look)), room.aim)
        if draft.score >= GOOD and _is_warm(room, look):
            yield _Outfit(_core_ids(room, core), draft, room)


def _is_warm(room: _Room, look: Rows) -> bool:
    band = room.aim.band
    return band is None or clo_error(look_clo(worn(room.stock, look)), band) <= WARMTH_OFF


def _completed(room: _Room, core: Rows, rows: dict[Slot, list[int]]) -> Rows | None:
    """A core in the shoes that go with it best, then in the layers that do; None where none go with it."""
    shoes = [(*core, row) for row in rows["footwear"]] or ([core] if room.aim.limits.barefoot else [])
    shod = max(shoes, key=lambda look: _merit(room, look), default=None)
    if shod is None:
        return None
    layered = [
        (*shod, *mid, *outer)
        for mid in [(), *((row,) for row in rows["mid"])]
        for outer in [(), *((row,) for row in rows["outer"])]
    ]
    best = max(layered, key=lambda look: _merit(room, look))
    return best if _merit(room, best) > NEVER / 2 else None


def _merit(room: _Room, look: Rows) -> float:
    """What a look promises: its pieces, its pairs and its warmth."""
    stock = room.stock
    alone = sum(stock.worth[row] for row in look)
    pairs = sum(stock.pairs[row, other] for at, row in enumerate(look) for other in look[:at])
    fit = warmth_fit(look_clo(worn(stock, look)), room.aim.band)
    return float(alone + pairs + FIT_SHARE * WEIGHTS["warmth"] * fit)


def _is_affordable(article: Article, limits: Limits) -> bool:
    return limits.ceiling is None or (article.price is not None and article.price <= limits.ceiling)


def _best(outfits: Sequence[_Outfit]) -> _Outfit:
    return max(outfits, key=lambda one: one.draft.score)


def _distinct(made: Sequence[tuple[Article, list[_Outfit]]], count: int) -> list[tuple[Article, list[_Outfit]]]:
    """The first of each slot, as long as they are of nearly as much use as the very first."""
    by_slot: dict[Slot, tuple[Article, list[_Outfit]]] = {}
    for article, outfits in made:
        if len(outfits) >= WORTH_NAMING * len(made[0][1]):
            by_slot.setdefault(article.slot, (article, outfits))
    return list(by_slot.values())[:count]


def build_article(article: Article, draft: Draft, limits: Limits, number: int, currency: str) -> Look:
    """An article as a look of its own, scored as the best outfit that it makes."""
    return Look(
        id=f"look-{number}",
        kind="article",
        title=title([article]),
        items=[build_item(article, limits)],
        total=article.price,
        currency=currency,
        score=build_score(draft.parts, draft.score),
    )


def _example(outfit: _Outfit, number: int, currency: str) -> Look:
    room = outfit.room
    return build_look(worn(room.stock, outfit.draft.rows), outfit.draft, room.aim.limits, number, currency)


def slots_to_search(pieces: Sequence[Piece], brief: Brief) -> list[Slot]:
    """The slots in which something could be missing: those that were asked about, else all that make an outfit."""
    asked = [slot for slot in dict.fromkeys([*brief.slots, *(one.slot for one in brief.wanted)]) if slot in MAKES]
    dresses = any(piece.presentation == "women" for piece in pieces) and brief.presentation != "men"
    return asked or [slot for slot in MAKES if slot != "one_piece" or dresses]
