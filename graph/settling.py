"""What a turn settles before it is styled: conditions, references, plain searches, changes to a person."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from langchain_core.tools import BaseTool

from agents.contracts import StyleRules
from graph import closet, turn
from graph.captions import UNSURE, doubt_in
from graph.failures import failure
from graph.state import State
from stores.vocabulary import (
    Brief,
    Conditions,
    Degraded,
    Direction,
    Garment,
    Item,
    Person,
    Profile,
    ShownLook,
    Unmet,
    Wanted,
    Wish,
)
from tools.dress import invited
from tools.events import conditions_of, granted, in_cold
from tools.likeness import kin_of
from tools.modesty import covered
from tools.places import home_country
from tools.references import SINGLE
from tools.skies import as_said, in_figures, skies_of
from tools.steps import beyond
from tools.warmth import wanted_clo
from tools.wishes import build_wish, build_wishes

MID_SEASON = {"spring": 4, "summer": 7, "autumn": 10, "winter": 1}


async def read_conditions(tools: Mapping[str, BaseTool], brief: Brief, today: date, profile: Profile) -> dict[str, Any]:
    """Weather and event side by side; one that fails is noted, the other still counts."""
    currency = brief.budget.currency if brief.budget else None
    where = {"place": brief.place or profile.place, "country": home_country(brief.language, profile.place, currency)}
    weather_args = {**where, "when": when(brief, today), "today": today}
    event_args = {
        "occasion": brief.occasion,
        "culture": brief.culture,
        "presentation": brief.presentation or profile.presentation,
        "trade": brief.trade,
        "activities": brief.activities,
        **where,
    }
    results = await asyncio.gather(
        tools["read_weather"].ainvoke(weather_args), tools["read_event"].ainvoke(event_args), return_exceptions=True
    )
    named = zip(("read_weather", "read_event"), results, strict=True)
    degraded = [failure(name, error) for name, error in named if isinstance(error, Exception)]
    weather, event = (None if isinstance(result, BaseException) else result for result in results)
    told = brief.stated_figures
    stated = {"stated_temp_c": brief.stated_temp_c, "low_c": told.low_c if told else None}
    known = conditions_of(weather, event, **stated)
    if instead := in_cold(event.occasion if event else None, known):
        event = await tools["read_event"].ainvoke({**event_args, "occasion": instead})
        known = conditions_of(weather, event, **stated)
    conditions = in_figures(as_said(known, skies_of(brief, known)), told)
    conditions = granted(conditions, brief.host_colours)
    conditions = covered(conditions, brief.culture) if brief.modest else conditions
    conditions = conditions.model_copy(update={"indoors": False}) if brief.outdoors else conditions
    conditions = conditions if brief.intent in SINGLE else invited(conditions, brief.formality)
    if weather and weather.degraded:
        degraded.append(Degraded(role="read_weather", model="forecast", reason=weather.degraded).model_dump())
    day = conditions.date or when(brief, today) or today.isoformat()
    warm = conditions.model_copy(update={"clo": wanted_clo(conditions, profile), "date": day})
    # Where the degrees are the person's own, nothing is to be said of where a reading has its own from.
    own = brief.stated_temp_c is not None
    sources = [note for note in (weather.notes if weather else []) if not (own and note.startswith("weather:"))]
    return {
        "conditions": warm.model_dump(mode="json"),
        "occasion": event.occasion if event else None,
        "degraded": degraded,
        "notes": [*sources, *(event.notes if event else [])],
    }


def when(brief: Brief, today: date) -> str | None:
    """The day or month the turn speaks of; a season stands for its middle month, the next one to come."""
    if brief.date or not brief.season:
        return brief.date
    month = MID_SEASON[brief.season]
    return f"{today.year + (month < today.month)}-{month:02d}"


def settled(brief: Brief, person: Person, state: State) -> Brief:
    """The brief with "image 7" resolved to garments; photos, looks and pieces that do not exist are asked about.

    What a photo of this turn shows is known from there, and no longer as it was only named.
    """
    known = {photo.number for photo in person.photos}
    there = [number for number in brief.photos if number in known]
    meant = on_photos(there, person.wardrobe, brief.refers_to)
    told = brief.owned or brief.intent == "preview" or forgets_photos(brief) or names_photos(brief)
    bare = [] if told else unread(there, person, state)
    pictured = {row["category"] for row in state["garments"]}
    strange = [number for number in brief.photos if number not in known]
    there = [number for number in there if number not in bare]
    unmet = [Unmet(constraint="photo", asked=str(number), nearest=_numbers(known)) for number in strange]
    unmet += [Unmet(constraint="photo", asked=str(number)) for number in bare]
    asks = [*(f"photo:{number}" for number in strange), *(f"bare:{number}" for number in bare)]
    return brief.model_copy(
        update={
            "photos": there,
            "refers_to": list(dict.fromkeys([*brief.refers_to, *meant, *(row["id"] for row in state["garments"])])),
            "occasion": state["occasion"] or brief.occasion,
            "unmet": [*brief.unmet, *unmet],
            "questions": [*brief.questions, *asks],
            "colours_must": brief.colours_must or (brief.intent == "similar" and bool(there and brief.colours)),
            "owned": [one for one in brief.owned if one.category not in pictured],
        }
    )


def forgets_photos(brief: Brief) -> bool:
    """Whether photos are to be deleted, of which nobody need know what they show."""
    return any(change.target == "photo" and change.action == "forget" for change in brief.changes)


def names_photos(brief: Brief) -> bool:
    """Whether it is said what photos show on which nothing was made out."""
    return any(isinstance(change.value, dict) and change.value.get("photo") for change in brief.changes)


def on_photos(numbers: Sequence[int], wardrobe: Sequence[Garment], named: Collection[str]) -> list[str]:
    """Ids of the garments on these photos; of a photo that a piece is named of, nothing but that piece."""
    told = {number for garment in wardrobe if garment.id in named for number in garment.photos}
    wanted = {number for number in numbers if number not in told}
    return [garment.id for garment in wardrobe if {*garment.photos} & wanted]


def unread(numbers: Sequence[int], person: Person, state: State) -> list[int]:
    """Those of the photos, looked at in earlier turns, on which nothing was made out."""
    fresh = {photo.number for photo in person.photos if photo.id in turn.new_photos(state)}
    fresh |= {row["photo"] for row in state["garments"]}
    asked = {doubt_in(note)[0] for note in state["notes"] if note.startswith(UNSURE)}
    looked_at = [photo.number for photo in closet.bare(person) if photo.captioned]
    return [number for number in looked_at if number in numbers and number not in fresh | asked]


def _numbers(known: set[int]) -> str | None:
    return ", ".join(map(str, sorted(known))) or None


def direction(
    brief: Brief,
    conditions: Conditions | None,
    profile: Profile,
    shown: Sequence[dict[str, Any]],
    garments: Mapping[str, Garment],
) -> Direction:
    """The wishes of a plain search: the named piece dressed whole for its occasion, or single articles."""
    rules = turn.rules_for(brief, conditions, profile)
    if turn.asks_around(brief):
        wishes = build_wishes([*rules.slots, *rules.optional], brief, conditions, profile, rules, required=rules.slots)
    elif liked := meant_items(brief, shown):
        wishes = [
            like_garment(garments[item.id], brief, conditions, profile, rules)
            if item.id in garments
            else _close_to(item, brief, conditions, profile, rules)
            for item in liked
        ]
    elif pictured := alike(brief, garments):
        wishes = [like_garment(one, brief, conditions, profile, rules) for one in pictured]
    else:
        named = brief.wanted or [Wanted(slot=slot) for slot in brief.slots]
        wishes = [build_wish(one.slot, brief, conditions, profile, rules, wanted=one) for one in named]
    return Direction(
        wishes=[beyond(wish, brief) for wish in wishes],
        palette=rules.palette,
        formality=rules.formality,
        clo=rules.clo,
    )


def meant_items(brief: Brief, shown: Sequence[dict[str, Any]]) -> list[Item]:
    """The shown items that a "more like this" speaks of: those pointed at, or all items of the looks pointed at."""
    if brief.intent != "similar":
        return []
    meant = {*brief.refers_to, *(brief.refinement.items if brief.refinement else [])}
    looks = [ShownLook.model_validate(row).look for row in shown]
    pointed = {item.id: item for look in looks for item in look.items if item.id in meant}
    whole = {item.id: item for look in looks if look.id in meant for item in look.items}
    return list((pointed or whole).values())


def _close_to(item: Item, brief: Brief, conditions: Conditions | None, profile: Profile, rules: StyleRules) -> Wish:
    """A wish for the like of a shown item: its category and colour unless this turn says otherwise."""
    said = {"colours": brief.colours, "fabrics": brief.fabrics, "patterns": brief.patterns}
    wanted = Wanted(slot=item.slot, category=item.category, **(said if amends(brief) else {}))
    wish = build_wish(item.slot, brief, conditions, profile, rules, wanted=wanted)
    liked = wish.prefer_colours or [item.colour.family]
    return wish.model_copy(update={"like": item.id if item.source == "catalog" else None, "prefer_colours": liked})


def alike(brief: Brief, garments: Mapping[str, Garment]) -> list[Garment]:
    """The person's own garments that "looks like image 3" speaks of; of the kind that is named where one is."""
    if brief.intent != "similar":
        return []
    meant = [garments[key] for key in brief.refers_to if key in garments]
    named = {*brief.slots, *(one.slot for one in brief.wanted)}
    return [one for one in meant if one.slot in named] or meant


def like_garment(
    garment: Garment, brief: Brief, conditions: Conditions | None, profile: Profile, rules: StyleRules
) -> Wish:
    """A wish for what resembles a garment: its category, colours and pattern, unless this turn says otherwise.

    What a photo shows goes by its kind, since to tell jeans from trousers on it is more than can be asked.
    """
    asked = next((one for one in brief.wanted if one.category), None)
    wanted = asked or Wanted(slot=garment.slot, category=garment.category, fit=brief.fit or garment.fit)
    liked = brief.colours or list(dict.fromkeys(colour.family for colour in garment.colours))
    said = {"colours": brief.colours, "fabrics": brief.fabrics, "patterns": brief.patterns}
    wish = build_wish(wanted.slot, brief, conditions, profile, rules, wanted=wanted.model_copy(update=said))
    words = [*liked, *(garment.fabrics if not brief.fabrics else ()), wish.query]
    kinds = wish.filters.categories if asked or garment.origin != "photo" else kin_of(garment.category)
    looks = wish.filters.model_copy(
        update={"formality": None, "seasons": [], "colours": brief.colours, "categories": kinds}
    )
    return wish.model_copy(
        update={"like": garment.id, "prefer_colours": liked, "query": " ".join(words), "filters": looks}
    )


def amends(brief: Brief) -> bool:
    """Whether the like of an article is asked for with something changed ("the first one, but in red")."""
    return brief.refinement is not None and brief.refinement.change == "amend"
