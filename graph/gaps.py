"""What the wardrobe lacks: the settings that it has to serve, what the shop has for them, and what would do most."""

import asyncio
from collections.abc import Sequence
from typing import Any

from graph import turn
from graph.composing import worded
from graph.context import Context
from graph.services import Services
from graph.state import State
from stores.vocabulary import Article, Brief, Conditions, Gap, Person, Season, Slot, Wanted, Wish
from tools.catalog import Found
from tools.events import at_event
from tools.gaps import Lacks, Setting, find_gaps, slots_to_search
from tools.taste import spared
from tools.warmth import mean_temperature, wanted_clo
from tools.wishes import build_wish

# Where nobody lives anywhere known: a hot day, a mild one and a cold one.
DAYS = tuple(Conditions(temp_min_c=mean - 4, temp_max_c=mean + 4, source="stated") for mean in (24, 14, 4))
SEASON_DAY: dict[Season, int] = {"summer": 0, "spring": 1, "autumn": 1, "winter": 2}
MONTHS = ("01", "04", "07", "10")
# Months whose means are nearer to each other than this are one weather, in C.
ONE_WEATHER_C = 5.0
OUT = "dinner"
EVERYDAY = "everyday"
# Articles of each slot that are tried for each setting.
TRIED = 8


async def find_lacks(services: Services, context: Context, state: State) -> dict[str, Any]:
    """The articles that make most new outfits with what is owned; none where nothing is owned or nothing lacks."""
    brief, person = Brief.model_validate(state["brief"]), Person.model_validate(state["person"])
    owned, info = turn.own_pieces(state), await services.catalog.info()
    settings = await _settings(services, state) if owned else []
    candidates = await _candidates(services, context, state, settings) if settings else []
    made = Lacks([], [])
    if candidates:
        made = await asyncio.to_thread(
            find_gaps,
            owned,
            candidates,
            settings,
            person.profile,
            taste=person.taste,
            currency=info.currency,
            rates=services.settings.rates,
            count=min(3, brief.looks_wanted or 3),
            first_number=turn.next_look_number(state),
        )
    enough = ["already:nothing_to_buy"] if made.served and made.is_ample else []
    notes = [*enough, *([] if info.priced else ["price_unknown"])]
    return {**await _told(services, state, made), "notes": notes}


async def _settings(services: Services, state: State) -> list[Setting]:
    """What the wardrobe has to serve: the occasion that the turn names, else every day of the year, and a dinner."""
    brief = Brief.model_validate(state["brief"])
    skies = await _skies(services, state)
    mildest = min(skies, key=lambda sky: abs((mean_temperature(sky) or 0.0) - 15))
    asked = [brief.occasion] if brief.occasion else [EVERYDAY]
    pairs = [(occasion, sky) for occasion in asked for sky in skies] + ([] if brief.occasion else [(OUT, mildest)])
    return [await _setting(services, state, occasion, sky) for occasion, sky in pairs]


async def _skies(services: Services, state: State) -> list[Conditions]:
    """The weather that was spoken of, else that of the seasons where the person lives, else of any year."""
    brief = Brief.model_validate(state["brief"])
    said, place = turn.conditions_of(state), Person.model_validate(state["person"]).profile.place
    if said is not None and mean_temperature(said) is not None:
        return [said]
    if not place:
        return [DAYS[SEASON_DAY[brief.season]]] if brief.season else [*DAYS]
    today = turn.date_of(state)
    whens = [f"{today.year}-{month}" for month in MONTHS]
    tool = services.tools["read_weather"]
    read = await asyncio.gather(*(tool.ainvoke({"place": place, "when": w, "today": today}) for w in whens))
    known = [Conditions.model_validate(one.model_dump(exclude={"degraded"})) for one in read if one]
    return _apart([one for one in known if mean_temperature(one) is not None]) or [*DAYS]


def _apart(skies: Sequence[Conditions]) -> list[Conditions]:
    """The weathers that differ."""
    found: list[Conditions] = []
    for sky in skies:
        means = [mean_temperature(one) or 0.0 for one in found]
        if all(abs((mean_temperature(sky) or 0.0) - mean) >= ONE_WEATHER_C for mean in means):
            found.append(sky)
    return found


async def _setting(services: Services, state: State, occasion: str, sky: Conditions) -> Setting:
    brief, profile = Brief.model_validate(state["brief"]), Person.model_validate(state["person"]).profile
    person = brief.presentation or profile.presentation
    event = await services.tools["read_event"].ainvoke(
        {"occasion": occasion, "presentation": person, "trade": brief.trade}
    )
    conditions = at_event(sky, event).model_copy(update={"clo": None})
    update = {"occasion": occasion, "wanted": [], "slots": [], "categories": [], "colours": [], "fabrics": []}
    plain = brief.model_copy(update={**update, "gap": False, "intent": "outfit"})
    return Setting(plain, conditions.model_copy(update={"clo": wanted_clo(conditions, profile)}))


async def _candidates(services: Services, context: Context, state: State, settings: Sequence[Setting]) -> list[Article]:
    """What the shop has for each setting, a few articles of each slot in which something could lack."""
    brief, person = Brief.model_validate(state["brief"]), Person.model_validate(state["person"])
    slots = slots_to_search(turn.own_pieces(state), brief)
    wishes = [_wish(slot, brief, setting, person) for setting in settings for slot in slots]
    tool = services.tools["search_catalog"]
    rows = await tool.ainvoke({"wishes": spared(wishes, person.taste, context.exclude), "mode": context.retrieval})
    found = [Found.model_validate(row) for row in rows]
    ids = dict.fromkeys(key for one in found for key, _ in one.articles[:TRIED])
    articles = await services.catalog.articles(list(ids))
    return [articles[key] for key in ids if key in articles]


def _wish(slot: Slot, brief: Brief, setting: Setting, person: Person) -> Wish:
    """What to look for in a slot: what was said of it, as the setting wants it."""
    rules = turn.rules_for(setting.brief, setting.conditions, person.profile)
    named: Wanted | None = next((one for one in brief.wanted if one.slot == slot), None)
    asked = setting.brief.model_copy(update={"colours": brief.colours, "fabrics": brief.fabrics})
    return build_wish(slot, asked, setting.conditions, person.profile, rules, wanted=named)


async def _told(services: Services, state: State, made: Lacks) -> dict[str, Any]:
    """What was found as the turn hands it out, in the person's language."""
    brief = Brief.model_validate(state["brief"])
    shown = [look for lack in made.articles for look in (lack.article, lack.example)]
    pieces = await turn.pieces_of(services.catalog, state, shown)
    gaps = [
        Gap(id=lack.article.items[0].id, outfits=lack.outfits, example=worded(lack.example, [], pieces, brief))
        for lack in made.articles
    ]
    looks = [worded(lack.article, [], pieces, brief) for lack in made.articles]
    return {
        "looks": [look.model_dump(mode="json") for look in looks],
        "gaps": [gap.model_dump(mode="json") for gap in gaps],
    }
