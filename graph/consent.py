"""Whether a caption model may see a person's photos, and how they are asked where the photos would leave this machine.

The answer resumes the run: `{"allow": true}`, with `"remember": true` where it is meant for every photo to come.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from langgraph.types import interrupt
from pydantic import BaseModel, ConfigDict

from graph.services import Services
from graph.wording import photo_text
from stores.caller import Caller
from stores.vocabulary import Change, Language, Profile

QUESTIONS: dict[Language, str] = {
    "en": (
        "May I show {photos} to {model}? It runs on another machine. If not, I go by the colours that I measure here."
    ),
    "fr": (
        "Puis-je montrer {photos} à {model} ? Ce modèle tourne sur une autre machine. "
        "Sinon, je m'en tiens aux couleurs que je mesure ici."
    ),
    "zh": "可以把{photos}给 {model} 看吗？它在另一台机器上。不给的话，我只看在这里量到的颜色。",
}
AND: dict[Language, str] = {"en": " and ", "fr": " et ", "zh": "和"}


class Consent(BaseModel):
    """What a person answers."""

    model_config = ConfigDict(extra="forbid")

    allow: bool
    remember: bool = False


class Permission(NamedTuple):
    """`asked` when the person was asked just now, however long they took to answer."""

    given: bool
    asked: bool = False


async def permission(
    services: Services, caller: Caller, profile: Profile, model: str, *, numbers: Sequence[int], language: Language
) -> Permission:
    """Whether `model` may see these photos: the operator's word, then the person's.

    Stops the run to ask where the person has not decided. Raises GraphInterrupt.
    """
    if services.models.is_here(model):
        return Permission(True)
    if not services.settings.photos_leave:
        return Permission(False)
    if profile.photos_leave is not None:
        return Permission(profile.photos_leave)
    consent = Consent.model_validate(interrupt(question(numbers, model, language), response_schema=Consent))
    if consent.remember:
        change = Change(target="profile", action="set", key="photos_leave", value=consent.allow)
        await services.memory.change_profile(caller, [change])
    return Permission(consent.allow, asked=True)


def question(numbers: Sequence[int], model: str, language: Language) -> dict[str, Any]:
    """What is shown to the person, and what a program needs to ask it in words of its own."""
    photos = AND[language].join(photo_text(number, language) for number in numbers)
    text = QUESTIONS[language].format(photos=photos, model=model)
    return {"kind": "photo_consent", "photos": list(numbers), "model": model, "question": text}
