"""What a person told of themselves and of what they have and saw, done: profile, garments, photos, looks, opinions."""

from collections.abc import Collection

from langgraph.config import get_config

from graph import closet, turn
from graph.learning import learn
from graph.services import Services
from graph.state import State
from stores.caller import Caller
from stores.feedback import Entry, how_of, liking_of
from stores.looks import look_key
from stores.vocabulary import Brief, Change, Garment, Look, ShownLook


async def apply_changes(
    services: Services, caller: Caller, brief: Brief, state: State
) -> tuple[list[Change], list[Garment]]:
    """Do what the person told about themselves; returns what made a difference, and the garments as they are now."""
    made, garments = await services.memory.change_profile(caller, brief.changes, _thread()), list[Garment]()
    pictured = {row["category"] for row in state["garments"]}
    for change in (one for one in brief.changes if not one.among):
        if change.target == "wardrobe" and change.action in {"remove", "forget"}:
            keys = [key for key in _garments_meant(change, state) if await services.wardrobe.remove(caller, key)]
            made += [change.model_copy(update={"key": key}) for key in keys]
        elif change.target == "wardrobe" and not _is_pictured(change, pictured):
            garments += (now := await closet.change(services, caller, change))
            made += [change] if now else []
        elif change.target in ONCE and await ONCE[change.target](services, caller, change):
            made.append(change)
        elif change.target == "feedback":
            await learn(services, caller, _entry(change, services), _looks_meant(change, state))
            made.append(change)
    return made, garments


def _is_pictured(change: Change, categories: Collection[str]) -> bool:
    """Whether a garment that is to be hung in hangs there already, from a photo of this turn."""
    return change.action == "add" and isinstance(change.value, dict) and change.value.get("category") in categories


async def _save(services: Services, caller: Caller, change: Change) -> bool:
    """Whether a shown look is kept for good now; it was kept for a while when it was shown."""
    thread_id = _thread()
    if thread_id is None:
        return False
    return await services.looks.save(caller, look_key(thread_id, change.key), services.clock()) is not None


async def _forget_photo(services: Services, caller: Caller, change: Change) -> bool:
    number = str(change.value or change.key)
    photo = await services.photos.numbered(caller, int(number)) if number.isdigit() else None
    return photo is not None and await closet.forget_photo(services, caller, photo.id) is not None


def _garments_meant(change: Change, state: State) -> list[str]:
    """Garments by id, else by every word of what the person called it."""
    owned = list(turn.garments_of(state).values())
    if by_id := [garment.id for garment in owned if garment.id in {change.key, change.value}]:
        return by_id
    words = set(str(change.value or change.key).lower().split())
    return [garment.id for garment in owned if words and words <= _words(garment)]


def _words(garment: Garment) -> set[str]:
    told = f"{garment.name} {garment.category} {garment.slot}".replace("_", " ").lower()
    return {*told.split(), *(colour.family for colour in garment.colours)}


def _looks_meant(change: Change, state: State) -> list[Look]:
    """The shown look that an opinion is about, where it is about a look."""
    return [row.look for row in map(ShownLook.model_validate, state["shown"]) if row.look.id == change.key]


def _entry(change: Change, services: Services) -> Entry:
    """What the person thought of the look or the piece that `key` names; `value` is how much they like it."""
    look = change.key.startswith("look-")
    return Entry(
        at=services.clock(),
        liking=liking_of(change.value),
        how=how_of(change.value),
        look=change.key if look else None,
        item=None if look else change.key,
        thread=_thread(),
        said=change.said,
    )


def _thread() -> str | None:
    thread_id: str | None = get_config()["configurable"].get("thread_id")
    return thread_id


# What is done or not, and leaves nothing but the change itself.
ONCE = {"photo": _forget_photo, "look": _save}
