"""What may be worn at one occasion of a trip: its pieces as rows, the looks they make, and what does it justice.

Gates hold here as they do for any look. Knows no other occasion and no suitcase.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product

from stores.vocabulary import Brief, Conditions, Direction, Garment, Profile, Slot, Taste
from tools.beam import search_looks
from tools.choice import Draft
from tools.events import breaks
from tools.gates import ACTIVE_OCCASIONS, build_limits, look_breaks
from tools.idiom import ALSO
from tools.money import Rates, price_of
from tools.pool import build_draft, worn
from tools.score import Aim, build_aim
from tools.seats import Slate, Stock, build_plans, build_stock
from tools.warmth import COLD_C, THIN_SHOES_C, carries_layer, clo_error, look_clo, mean_temperature, needs
from tools.worth import NEVER

# What a piece that has to be bought costs more, beside scores from 0 to 1: much where there is a wardrobe to pack from.
BUYING, BUYING_BESIDE = 0.06, 0.25
TELLING: frozenset[Slot] = frozenset({"one_piece", "base_top", "bottom", "mid"})
# What the cold calls for beside clothes.
WRAPS: frozenset[Slot] = frozenset({"accessory", "headwear"})
UMBRELLA = "rain:umbrella"
# How much of what a stop could be worth by itself may be given up for pieces that are packed already.
SACRIFICE = 0.07
# How much colder or warmer than need be a look may be for that, in clo.
COLDER = 0.2
# From this score on a look of one's own is good enough, whatever could be bought.
DECENT = 0.74
# Pieces of a slot that are tried in each other's place.
WELCOME: dict[Slot, int] = {"one_piece": 5, "base_top": 5, "bottom": 4, "mid": 3, "outer": 2, "footwear": 2}
# Looks that are scored of those that are proposed.
TRIED = 24

Rows = tuple[int, ...]


@dataclass(frozen=True)
class Stage:
    """What the stops of one occasion ask for, and what may be worn there."""

    brief: Brief
    conditions: Conditions | None
    direction: Direction
    slates: Sequence[Slate]


@dataclass(frozen=True)
class Rack:
    """Everything that may be worn at one occasion, as rows, and what does it justice: a least score, a most clo off."""

    stock: Stock
    aim: Aim
    least: float = 0.0
    off: float = 0.0
    judged: dict[Rows, Draft | None] = field(default_factory=dict)

    @cached_property
    def buying(self) -> float:
        """What it costs to buy a piece for this occasion."""
        return BUYING_BESIDE if any(isinstance(piece, Garment) for piece in self.stock.pieces) else BUYING

    def draft(self, rows: Rows) -> Draft | None:
        """A look with its score, judged once; None for one that breaks something."""
        if rows not in self.judged:
            whole = not look_breaks(worn(self.stock, rows), self.aim.limits)
            self.judged[rows] = build_draft(self.stock, rows, self.aim) if whole else None
        return self.judged[rows]


def build_rack(stage: Stage, profile: Profile, taste: Taste, currency: str, rates: Rates) -> Rack:
    """The rack of one occasion, in the person's sizes and to their taste."""
    limits = build_limits(stage.brief, stage.conditions, profile, currency, rates)
    aim = build_aim(limits, profile, stage.direction, taste)
    rack = Rack(_at_home(build_stock(_weathered(stage), (), aim), aim), aim)
    looks = drafts(rack.stock, rack)
    best = max((one.score for one in looks), default=0.0)
    off = min((_clo_off(one, rack) for one in looks), default=0.0)
    return replace(rack, least=min(best - SACRIFICE, DECENT), off=off + COLDER)


def _clo_off(draft: Draft, rack: Rack) -> float:
    band = rack.aim.band
    return clo_error(look_clo(worn(rack.stock, draft.rows)), band) if band else 0.0


def _weathered(stage: Stage) -> list[Slate]:
    """The slates with what the weather asks of every look: a layer for a cool evening; gloves and hose in the cold.

    An umbrella is packed where rain was spoken of, whatever room it takes.
    """
    mean = mean_temperature(stage.conditions)
    swims = "swim" in stage.brief.reserve
    slots: set[Slot] = {"mid"} if carries_layer(stage.conditions) and not swims else set()
    slots |= {"hosiery"} if mean is not None and mean <= THIN_SHOES_C else set()
    cold, told = mean is not None and mean <= COLD_C, "rain" in stage.brief.stated_weather
    active = stage.brief.occasion in ACTIVE_OCCASIONS
    asked = [need for need in needs(stage.conditions, active=active) if (told if need.reason == UMBRELLA else cold)]
    kinds = {name for need in asked if need.slot in WRAPS for name in need.categories}
    return [
        slate._replace(wish=slate.wish.model_copy(update={"required": True}))
        if slate.wish.slot in slots or kinds & {*slate.wish.filters.categories}
        else slate
        for slate in stage.slates
    ]


def _at_home(stock: Stock, aim: Aim) -> Stock:
    """The stock without what is strange to the occasion where there is better, as jeans on a hike, or too dear."""
    strange = {row for row in range(len(stock.pieces)) if _is_strange(stock, row, aim)} - stock.named
    left = {stock.pieces[row].slot for row, names in enumerate(stock.breaks) if not names and row not in strange}
    out = {row for row in strange if stock.pieces[row].slot in left} | _too_dear(stock, aim)
    return without(stock, [row in out for row in range(len(stock.pieces))])


def _too_dear(stock: Stock, aim: Aim) -> set[int]:
    """The rows that cost more than one piece may, where a budget is for each; an unknown price is never within it."""
    most = aim.limits.ceiling if aim.limits.per_item else None
    prices = enumerate(map(price_of, stock.pieces))
    return set() if most is None else {row for row, price in prices if price is None or price > most}


def _is_strange(stock: Stock, row: int, aim: Aim) -> bool:
    piece = stock.pieces[row]
    unwise = aim.limits.active and any(breaks(piece, taboo) for taboo in aim.soft)
    return unwise or (piece.slot == "footwear" and stock.merits[row].idiom < ALSO)


def without(stock: Stock, out: Sequence[bool]) -> Stock:
    """The stock without the pieces that are marked, row by row."""
    breaks = [names | {"packed"} if is_out else names for names, is_out in zip(stock.breaks, out, strict=True)]
    return replace(stock, breaks=breaks)


def does_justice(draft: Draft, rack: Rack) -> bool:
    """Whether a look is good enough for its occasion, and warm enough, whatever else is packed."""
    return draft.score >= rack.least and _clo_off(draft, rack) <= rack.off


def drafts(stock: Stock, rack: Rack) -> list[Draft]:
    """The looks that the search proposes for the rack's stock as it is now, and what they make recombined."""
    looks: dict[Rows, None] = {}
    for plan in build_plans(stock, rack.aim.limits):
        found = search_looks(stock, plan, rack.aim)
        looks |= dict.fromkeys(tuple(sorted(rows)) for rows in found[:TRIED])
        looks |= dict.fromkeys(_recombined(stock, found[0]) if found else ())
    return [draft for rows in looks if (draft := rack.draft(rows)) is not None]


def _recombined(stock: Stock, look: Rows) -> list[Rows]:
    """A look with its pieces exchanged for the most welcome others: what is packed, in every combination."""
    options = [_welcome(stock, row) for row in look]
    merits = {tuple(sorted(rows)): _merit(stock, rows) for rows in product(*options)}
    whole = [rows for rows, merit in merits.items() if merit > NEVER / 2]
    return sorted(whole, key=lambda rows: -merits[rows])[:TRIED]


def _welcome(stock: Stock, row: int) -> list[int]:
    slot = stock.pieces[row].slot
    rivals = [at for at, piece in enumerate(stock.pieces) if piece.slot == slot and not stock.breaks[at]]
    return sorted(rivals, key=lambda at: -stock.worth[at])[: WELCOME.get(slot, 0)] or [row]


def _merit(stock: Stock, rows: Rows) -> float:
    """What a look promises: what its pieces are worth alone and side by side."""
    pairs = sum(stock.pairs[row, other] for at, row in enumerate(rows) for other in rows[:at])
    return float(stock.worth[list(rows)].sum() + pairs)
