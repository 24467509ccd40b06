"""What the merger may say of a wardrobe: what was done to it, what is asked of it, and what has to be asked back."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from agents.house.prose_names import piece_name, worn_facts
from agents.house.prose_pen import joined
from graph import turn
from graph.state import State
from graph.wardrobe_facts import counted
from graph.wording import date_text, photo_text, price_text
from stores.vocabulary import Brief, Change, Garment, Language, Person
from tools.likeness import duplicates

MOST_NAMED = 6
# Days after which a garment has not been worn for long.
LONG_DAYS = 30
ASKED = "wardrobe:"


def closet_rows(state: State, language: Language) -> Iterator[tuple[str, str]]:
    """`done.*` is what became of garments, `closet.*` answers a question, `seen` and `twins` are to be asked about."""
    yield from _done_rows(state, language)
    brief = Brief.model_validate(state["brief"])
    asked = next((key.removeprefix(ASKED) for key in brief.refers_to if key.startswith(ASKED)), "")
    answers = {"per_wear": _cost_rows, "last_worn": _worn_rows, "unworn": _unworn_rows}
    if asked in answers:
        yield from answers[asked](state, language)
    elif asked in {"in_wash", "gone"}:
        wanted = "in_wash" if asked == "in_wash" else "given_away"
        found = [one for one in turn.garments_of(state).values() if one.state == wanted]
        yield from _listed(f"closet.{asked}", found, language)
    if waiting := _waiting(state):
        yield "seen", _with_photos(waiting, language)
    if pair := _pair(state):
        yield "twins", _with_photos(pair, language)


def asks_of(state: State) -> dict[str, list[str]]:
    """The ids of what this turn's reply asks about, for the next turn to answer."""
    return {"unconfirmed": [one.id for one in _waiting(state)], "twins": [one.id for one in _pair(state)]}


def _waiting(state: State) -> list[Garment]:
    """What was made out on photos and has to be confirmed: of this turn's photos, what was left over, what is asked."""
    garments, brief = turn.garments_of(state), Brief.model_validate(state["brief"])
    known = [one for one in garments.values() if not one.is_certain]
    if f"{ASKED}waiting" in brief.refers_to:
        return known[:MOST_NAMED]
    fresh = _just_seen(state)
    answered = any(key in state["unconfirmed"] for key in _settled_ids(state)) or f"{ASKED}wrong" in brief.refers_to
    left = {*state["unconfirmed"]} if answered else set()
    return [one for one in known if one.id in fresh | left and one.id not in _removed(brief)][:MOST_NAMED]


def _just_seen(state: State) -> set[str]:
    """Ids of the garments on the photos that were looked at in this turn."""
    looked_at = turn.to_caption(state)
    return {row["id"] for row in state["garments"] if row["photo"] in looked_at}


def _removed(brief: Brief) -> set[str]:
    return {one.key for one in brief.changes if one.target == "wardrobe" and one.action == "remove"}


def _settled_ids(state: State) -> list[str]:
    """Garments that were confirmed or corrected in this turn."""
    changes = [change for change in map(Change.model_validate, state["changes"]) if change.target == "wardrobe"]
    return [one.key for one in changes if isinstance(one.value, dict) and "confirmed" in one.value]


def _pair(state: State) -> list[Garment]:
    """Two garments that may be one: one of them just seen, or because it is asked."""
    brief, fresh = Brief.model_validate(state["brief"]), _just_seen(state)
    asked = f"{ASKED}twins" in brief.refers_to
    if not (fresh or asked):
        return []
    pairs = duplicates([*turn.garments_of(state).values()])
    found = (pair for pair in pairs if asked or fresh & {pair.first.id, pair.second.id})
    return next(([pair.first, pair.second] for pair in found), [])


def _done_rows(state: State, language: Language) -> Iterator[tuple[str, str]]:
    """The garments to which one thing happened, by what happened; names are those that hold now."""
    brief, now = Brief.model_validate(state["brief"]), turn.garments_of(state)
    before = {one.id: one for one in Person.model_validate(state["person"]).wardrobe}
    rows = state["changes"] if brief.intent in turn.PERSONAL else [one.model_dump(mode="json") for one in brief.changes]
    groups: dict[str, list[Garment]] = {}
    for change in map(Change.model_validate, rows):
        garment = now.get(change.key) or before.get(change.key)
        if change.target == "wardrobe" and change.action == "set" and isinstance(change.value, dict) and garment:
            groups.setdefault(_kind(change.value), []).append(garment)
            yield from _detail_rows(change.value, state, language)
    for kind, garments in groups.items():
        yield from _listed(f"done.{kind}", garments, language)


def _kind(value: dict[str, object]) -> str:
    """What a change is told as."""
    for key in ("merge", "worn", "paid"):
        if key in value:
            return key
    if "state" in value:
        return str(value["state"])
    return "confirmed" if {*value} == {"confirmed"} else "corrected"


def _detail_rows(value: dict[str, object], state: State, language: Language) -> Iterator[tuple[str, str]]:
    if isinstance(days := value.get("worn"), list) and days:
        yield "done.day", day_text(date.fromisoformat(str(days[0])), turn.date_of(state), language)
    if isinstance(paid := value.get("paid"), int | float):
        yield "done.price", price_text(float(paid), str(value.get("currency") or "EUR"), language)


def day_text(day: date, today: date, language: Language) -> str:
    """A day that has been: "today", "yesterday", "on 3 May"."""
    words = {"en": ("today", "yesterday"), "fr": ("aujourd'hui", "hier"), "zh": ("今天", "昨天")}[language]
    ago = (today - day).days
    if 0 <= ago < len(words):
        return words[ago]
    told = date_text(day.isoformat(), language) + (
        f" {day.year}" if day.year != today.year and language != "zh" else ""
    )
    return {"en": f"on {told}", "fr": f"le {told}", "zh": told}[language]


def _cost_rows(state: State, language: Language) -> Iterator[tuple[str, str]]:
    """Of the garment asked about: what a wear has cost so far, and what that is made of."""
    if (garment := _meant(state)) is None:
        return
    yield "closet.name", name_of(garment, language)
    if garment.paid is not None:
        yield "closet.paid", price_text(garment.paid, garment.currency or "EUR", language)
    if garment.worn:
        yield "closet.times", counted(len(garment.worn), "wear", language)
    if garment.cost_per_wear is not None:
        yield "closet.each", price_text(garment.cost_per_wear, garment.currency or "EUR", language)


def _worn_rows(state: State, language: Language) -> Iterator[tuple[str, str]]:
    if (garment := _meant(state)) is None:
        return
    yield "closet.name", name_of(garment, language)
    if garment.last_worn:
        yield "closet.day", day_text(garment.last_worn, turn.date_of(state), language)
        yield "closet.times", counted(len(garment.worn), "wear", language)


def _meant(state: State) -> Garment | None:
    garments = turn.garments_of(state)
    return next((garments[key] for key in state["brief"]["refers_to"] if key in garments), None)


def _unworn_rows(state: State, language: Language) -> Iterator[tuple[str, str]]:
    """What was not worn for a month, the longest first; what was never noted as worn is told apart."""
    here = [one for one in turn.garments_of(state).values() if one.is_sure]
    if not any(one.worn for one in here):
        return
    today = turn.date_of(state)
    rested = sorted((one for one in here if one.last_worn), key=lambda one: one.last_worn or today)
    long = [one for one in rested if (today - (one.last_worn or today)).days >= LONG_DAYS]
    yield "closet.noted", counted(len(rested), "piece", language)
    yield from _listed("closet.rested", long, language)
    yield from _listed("closet.never", [one for one in here if not one.worn], language)
    if long:
        yield "closet.day", day_text(long[0].last_worn or today, today, language)


def _listed(key: str, garments: Sequence[Garment], language: Language) -> Iterator[tuple[str, str]]:
    if garments:
        names = list(dict.fromkeys(name_of(one, language) for one in garments))
        yield key, joined([*names[:MOST_NAMED], *_more(names, language)], language)


def _more(names: Sequence[str], language: Language) -> list[str]:
    left = len(names) - MOST_NAMED
    return [{"en": f"{left} more", "fr": f"{left} autres", "zh": f"另外 {left} 件"}[language]] if left > 0 else []


def name_of(garment: Garment, language: Language) -> str:
    return piece_name(worn_facts(garment), language)


def _with_photos(garments: Iterable[Garment], language: Language) -> str:
    """Names with the photos that show them: "the navy blazer (photo 4)"."""
    return joined([_with_photo(one, language) for one in garments], language)


def _with_photo(garment: Garment, language: Language) -> str:
    name = name_of(garment, language)
    if not garment.photos:
        return name
    photo = photo_text(garment.photos[0], language).removeprefix("la ")
    return f"{name}（{photo}）" if language == "zh" else f"{name} ({photo})"
