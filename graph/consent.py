"""Whether a model may see a person's photos, and how they are asked where the photos would leave this machine.

The answer resumes the run: `{"allow": true}`, with `"remember": true` where it is meant for every photo to come.
"""

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from langgraph.types import interrupt
from pydantic import BaseModel, ConfigDict

from graph.services import Services
from graph.wording import photo_text
from stores.caller import Caller
from stores.vocabulary import Change, Language, Profile

Purpose = Literal["caption", "preview"]

QUESTIONS: dict[Language, str] = {
    "en": "May I show {photos} to {model}? It runs on another machine. If not, {otherwise}.",
    "fr": "Puis-je montrer {photos} à {model} ? Ce modèle tourne sur une autre machine. Sinon, {otherwise}.",
    "zh": "可以把{photos}给 {model} 看吗？它在另一台机器上。不给的话，{otherwise}。",
}
OTHERWISE: dict[Purpose, dict[Language, str]] = {
    "caption": {
        "en": "I go by the colours that I measure here",
        "fr": "je m'en tiens aux couleurs que je mesure ici",
        "zh": "我只看在这里量到的颜色",
    },
    "preview": {
        "en": "I lay the pieces out beside each other",
        "fr": "je pose les pièces côte à côte",
        "zh": "我就把单品摆在一起给您看",
    },
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
    services: Services,
    caller: Caller,
    profile: Profile,
    model: str,
    *,
    here: bool,
    numbers: Sequence[int],
    language: Language,
    purpose: Purpose = "caption",
) -> Permission:
    """Whether `model`, which is `here` or elsewhere, may see these photos: the operator's word, then the person's.

    Stops the run to ask where the person has not decided. Raises GraphInterrupt.
    """
    if here:
        return Permission(True)
    if not services.settings.photos_leave:
        return Permission(False)
    if profile.photos_leave is not None:
        return Permission(profile.photos_leave)
    consent = Consent.model_validate(interrupt(question(numbers, model, language, purpose), response_schema=Consent))
    if consent.remember:
        change = Change(target="profile", action="set", key="photos_leave", value=consent.allow)
        await services.memory.change_profile(caller, [change])
    return Permission(consent.allow, asked=True)


def question(numbers: Sequence[int], model: str, language: Language, purpose: Purpose = "caption") -> dict[str, Any]:
    """What is shown to the person, and what a program needs to ask it in words of its own."""
    photos = AND[language].join(photo_text(number, language) for number in numbers)
    text = QUESTIONS[language].format(photos=photos, model=model, otherwise=OTHERWISE[purpose][language])
    return {"kind": "photo_consent", "photos": list(numbers), "model": model, "question": text}
