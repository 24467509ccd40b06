"""What the merger may say of a wardrobe: what was done to it, what is asked of it, and what has to be asked back."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from graph import turn
from graph.captions import UNSURE, doubt_in
from graph.closet_answers import ASKED, answer_rows
from graph.closet_names import MOST_NAMED, day_text, list_rows, with_photos
from graph.comparing import best_of
from graph.state import State
from graph.wording import photo_text, price_text
from stores.vocabulary import Brief, Change, Garment, Language, Person
from tools.likeness import duplicates


def closet_rows(state: State, language: Language) -> Iterator[tuple[str, str]]:
    """`done.*` is what became of garments, `closet.*` answers a question, `seen` and `twins` are to be asked about."""
    yield from _done_rows(state, language)
    yield from answer_rows(state, language)
    if waiting := [one for one in _waiting(state) if not {*one.photos} & {*unsure_photos(state)}]:
        yield "seen", with_photos(waiting, language)
    if best := best_of(Brief.model_validate(state["brief"])):
        yield "best", photo_text(best, language)
        shown = [one for one in turn.garments_of(state).values() if best in one.photos]
        yield from list_rows("best.shows", shown, language)
    if pair := _pair(state):
        yield "twins", with_photos(pair, language)


def asks_of(state: State) -> dict[str, Any]:
    """What this turn's reply asks about, for the next turn to answer."""
    return {
        "unconfirmed": [one.id for one in _waiting(state)],
        "twins": [one.id for one in _pair(state)],
        "unsure": unsure_photos(state)[:1],
        "choices": [change for change in state["brief"]["changes"] if change["among"]],
    }


def unsure_photos(state: State) -> list[int]:
    """Numbers of the photos of which this turn asks what they show."""
    asked = [doubt_in(note)[0] for note in state["notes"] if note.startswith(UNSURE)]
    bare = [one["asked"] for one in state["brief"]["unmet"] if one["constraint"] == "photo" and one["nearest"] is None]
    known = {photo["number"] for photo in state["person"]["photos"]}
    return [number for number in (*asked, *map(int, bare)) if number in known]


def _waiting(state: State) -> list[Garment]:
    """What was made out on photos and has to be confirmed: of this turn's photos, what was left over, what is asked."""
    garments, brief = turn.garments_of(state), Brief.model_validate(state["brief"])
    known = [one for one in garments.values() if not one.is_certain]
    asked = {f"{ASKED}waiting", f"{ASKED}which", *(() if state["unconfirmed"] else (f"{ASKED}wrong",))}
    if asked & {*brief.refers_to}:
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
    removed = [before[key] for key in _removed_ids(state) if key in before]
    yield from list_rows("done.removed", removed, language)
    yield from list_rows("done.hung", [now[key] for key in _hung_ids(state, before)], language)
    rows = state["changes"] if brief.intent in turn.PERSONAL else [one.model_dump(mode="json") for one in brief.changes]
    groups: dict[str, list[Garment]] = {}
    for change in map(Change.model_validate, rows):
        garment = now.get(change.key) or before.get(change.key)
        if change.target == "wardrobe" and change.action == "set" and isinstance(change.value, dict) and garment:
            groups.setdefault(_kind(change.value), []).append(garment)
            yield from _detail_rows(change.value, state, language)
    for kind, garments in groups.items():
        yield from list_rows(f"done.{kind}", garments, language)


def _hung_ids(state: State, before: Collection[str]) -> list[str]:
    """Ids of the garments of which it was told in this turn what photo shows them."""
    added = [change for change in map(Change.model_validate, state["changes"]) if change.action == "add"]
    told = {change.value.get("photo") for change in added if isinstance(change.value, dict)} - {None}
    return [row["id"] for row in state["garments"] if row["photo"] in told and row["id"] not in before]


def _removed_ids(state: State) -> list[str]:
    changes = [change for change in map(Change.model_validate, state["changes"]) if change.target == "wardrobe"]
    return [one.key for one in changes if one.action == "remove"]


def _kind(value: dict[str, object]) -> str:
    """What a change is told as."""
    for key in ("was", "merge", "worn", "paid"):
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
