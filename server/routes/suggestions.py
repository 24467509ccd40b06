"""Three looks for today, by the same stylist that answers a turn: the same all day, and others than the day before."""

from datetime import date
from uuid import uuid4

from fastapi import APIRouter

from server.desk import AtDesk, Desk, Person
from server.documented import ANYWHERE
from server.problems import Problem
from server.protocol.payloads import RunPayload
from server.routes.runs import start
from server.routes.threads import make_thread
from stores.caller import Caller
from stores.suggestions import Suggestions
from stores.vocabulary import Language

router = APIRouter(prefix="/v1/suggestions", tags=["suggestions"], responses=ANYWHERE)

LOOKS = 3
QUESTION: dict[Language, str] = {
    "en": "What should I wear today?",
    "fr": "Que porter aujourd'hui ?",
    "zh": "今天穿什么？",
}


@router.get("")
async def today(desk: AtDesk, caller: Person, language: Language | None = None) -> Suggestions:
    """The day's looks; the thread they come from can be gone on with, as any other.

    They are told in `language`, else in the profile's; asked for in another than they were made in, they are made anew.
    """
    store, day = desk.services.suggestions, desk.services.clock().date()
    language = language or (await desk.services.memory.profile(caller)).language or "en"
    async with store.turn(caller):
        last = await store.newest(caller)
        if last and (last.date, last.language) == (day, language):
            return last
        worn = [item.id for look in last.looks for item in look.items] if last and last.date != day else []
        made = await suggest(desk, caller, day, language, worn)
        if not made.looks and worn:
            made = await suggest(desk, caller, day, language, [])
        if made.looks:
            await store.keep(caller, made)
        return made


async def suggest(desk: Desk, caller: Caller, day: date, language: Language, exclude: list[str]) -> Suggestions:
    """A turn on a thread of its own, without these articles. Raises `Problem` (503), `CatalogMissing`."""
    await desk.services.catalog.info()
    thread_id = str(uuid4())
    await make_thread(desk, caller, thread_id, {"suggestions": day.isoformat()})
    message = {"role": "user", "content": QUESTION[language]}
    payload = RunPayload(
        assistant_id="stylist", input={"messages": [message]}, context={"looks": LOOKS, "exclude": exclude}
    )
    live = await start(payload, thread_id, desk, caller)
    await live.ends_within(None)
    output = live.result()
    if not output or "__error__" in output:
        raise Problem(503, "no_suggestions", "The stylist could not answer; the server's log says why. Try again.")
    return Suggestions(
        date=day,
        thread_id=thread_id,
        language=language,
        reply=str(output["messages"][-1].text),
        conditions=output["conditions"],
        looks=output["looks"],
    )
