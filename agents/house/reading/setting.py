"""Who is dressed for what, when and where, and what it may cost: what a turn says around the pieces it names."""

from typing import Any, Literal

from agents.house.reading.changes import dresses_another, wearers
from agents.house.reading.facts import traits, votes
from agents.house.reading.figures import figures_of, is_unlikely
from agents.house.reading.occasions import culture_of, done, formality_of, host_colours_of, is_modest, trade_of
from agents.house.reading.sleeves import sleeves_asked
from agents.house.reading.swaps import traded
from agents.house.reading.taken_up import code_before
from agents.house.reading.turn import Turn
from agents.house.reading.unsaid import ceremonial
from agents.house.reading.whose import turns_back
from stores.categories import load_categories
from stores.vocabulary import Presentation
from tools.trips import day_of


def setting_of(turn: Turn) -> dict[str, Any]:
    """Who is dressed for what, when and where, and what it may cost."""
    reading = turn.reading
    return {
        "occasion": turn.occasion if turn.trip is None else day_of(turn.trip),
        "culture": culture_of(reading),
        "trade": trade_of(reading, turn.occasion) or traded(turn),
        "modest": is_modest(reading),
        "burns": reading.has("burns"),
        "host_colours": host_colours_of(reading),
        "outdoors": reading.has("outdoors"),
        "sleeves": sleeves_asked(reading),
        "looks_wanted": None if turn.at_most else turn.looks_wanted,
        "place": turn.place,
        "date": turn.date,
        "days": turn.days,
        "trip": turn.trip,
        "at_most": [*turn.at_most],
        "gap": turn.asks_for_gap,
        "season": turn.season,
        "stated_temp_c": turn.temperature,
        "stated_weather": _skies(turn),
        "stated_figures": figures_of(turn.reading),
        "activities": [*done(reading), *_danced(turn)],
        "formality": formality_of(reading) or code_before(turn) or ceremonial(turn),
        "budget": turn.budget,
        "no_budget": reading.has("no_budget"),
        "own_only": turn.own_only,
        "own_first": reading.has("own_first"),
        "wearer": _wearer(turn),
        "sizes": turn.sizes.sizes,
        "presentation": turn.presentation or _worn_by(turn),
    }


def _wearer(turn: Turn) -> Literal["self", "other"] | None:
    """Who is dressed, where that is somebody else, or the person again after somebody else."""
    r = turn.reading
    # « Ce que porte ma mère » dresses no mother.
    worn = {one.last for one in r.of("aside") if one.key == "wears"}
    if dresses_another(r) and not worn & {m.first for m in wearers(r)}:
        return "other"
    return "self" if (r.has("turns_to_me") and turn.request.last) or turns_back(r, turn.request.last) else None


def _skies(turn: Turn) -> list[str]:
    """The skies that are spoken of, but for the cold of a hall and that of "I'm always cold", which are no weather."""
    r, inside = turn.reading, turn.reading.cues.get("cold_inside", ())
    skies = [m for m in r.of("sky") if not any(cue.first <= m.first <= cue.last + 1 for cue in inside)]
    told = [*traits(r), *votes(r)]  # nor is "I was freezing yesterday" any news of today
    skies = [m for m in skies if not any(cue.first <= m.first < cue.last for cue in told)]
    skies = [m for m in skies if not (m.key == "rain" and is_unlikely(figures_of(r)))]
    return list(dict.fromkeys(mention.key for mention in skies))


def _worn_by(turn: Turn) -> Presentation | None:
    """Whom clothes of one's own are for, where nobody told: "shoes to go with my velvet dress".

    And those for oneself, where somebody else was dressed: "and a dress for me". A hijab is worn by women.
    A bride and a groom are dressed as such.
    """
    turned = turn.reading.has("turns_to_me")
    known = turn.request.profile.presentation or (turn.request.last and not turned and turn.request.last.presentation)
    categories = [
        c
        for one in (turn.asked if turned else turn.owned)
        for c in turn.reading.meanings.categories(one.garment.kind, one.garment.key)
    ]
    worn_by = {load_categories()[category].presentation for category in categories} - {"unisex"}
    worn_by |= {"women"} if turn.reading.has("veiled") else set[Presentation]()
    worn_by |= _marrying(turn)
    return None if known or len(worn_by) != 1 or wearers(turn.reading) else worn_by.pop()


def _marrying(turn: Turn) -> set[Presentation]:
    """Whom a bride or a groom dresses as on their own day."""
    said: tuple[tuple[str, Presentation], ...] = (("as_bride", "women"), ("as_groom", "men"))
    return {cut for cue, cut in said if turn.occasion == "own_wedding" and turn.reading.has(cue)}


def _danced(turn: Turn) -> list[str]:
    """Dancing that is told of an occasion, and that is none by itself: "I'll be dancing all night"."""
    return ["dancing"] if (turn.venue or turn.dances_in) and "clubbing" in turn.reading.keys("occasion") else []
