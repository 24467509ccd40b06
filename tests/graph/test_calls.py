"""How many calls of models a person waits for, counted where they arrive: three, or four where an outfit is judged."""

from typing import Any

import pytest

from evals.scripted.server import open_backend
from stores.caller import LOCAL
from tests.conftest import Talk
from tests.photos import red_square

WEDDING = "What do I wear to a wedding in Lyon on 12 June? I'm a woman."
WORN = "I'm wearing a red skirt and an orange blouse to the office, how can I improve?"
HUNG = "Add this to my wardrobe, and dress me for a gala"
ALONG = "What goes with this?"
ALWAYS, WHEN_UNSURE = -1.0, 1.0


@pytest.mark.parametrize(
    ("text", "photo", "unread", "roles"),
    [
        (WEDDING, False, ALWAYS, ["understand", "style", "merge"]),
        (HUNG, True, WHEN_UNSURE, ["caption", "style", "merge"]),
        (HUNG, True, ALWAYS, ["understand", "caption", "merge"]),
        (WORN, False, ALWAYS, ["understand", "critique", "advise", "merge"]),
        (ALONG, True, WHEN_UNSURE, ["caption", "critique", "advise", "merge"]),
        (ALONG, True, ALWAYS, ["understand", "caption", "advise", "merge"]),
    ],
)
async def test_no_turn_waits_for_more_models(
    open_house: Any, text: str, photo: bool, unread: float, roles: list[str]
) -> None:
    async with open_backend() as backend, open_house(models={"m": backend.spec()}, unread_words=unread) as services:
        content: Any = text
        if photo:
            sent = await services.photos.add(LOCAL, red_square())
            content = [{"type": "text", "text": text}, {"type": "image", "file_id": sent.id}]
        output = await Talk(services).say(content, model="m")
    assert [call.role for call in backend.calls] == roles
    assert output["degraded"] == []
    assert output["looks"]
    assert (output["critique"] is not None) == ("advise" in roles)


async def test_who_tries_a_prompt_has_it_asked_all_the_same(open_house: Any) -> None:
    async with open_backend() as backend, open_house(models={"m": backend.spec()}, unread_words=ALWAYS) as services:
        sent = await services.photos.add(LOCAL, red_square())
        content = [{"type": "text", "text": ALONG}, {"type": "image", "file_id": sent.id}]
        await Talk(services).say(content, model="m", prompt_critique="Judge what is worn.")
    assert "critique" in [call.role for call in backend.calls]
