"""Who is on a photo, before anybody is dressed on it: one grown-up, or it is left alone.

Pixels cannot tell that; the captioning model is asked, if there is one and it may see the photo. What it does not know
counts as no.
"""

from dataclasses import dataclass

from agents.contracts import Caption, CaptionRequest
from agents.models import HOUSE
from agents.roles import Agents
from graph.captions import data_uri
from graph.consent import Purpose, permission
from graph.services import Services
from stores.caller import Caller
from stores.categories import load_categories
from stores.vocabulary import Language, Person
from tools.preview.notes import Refusal


@dataclass(frozen=True)
class Asking:
    """Who asks for a picture, with which agents, in which language, and whether the person can be asked back."""

    caller: Caller
    person: Person
    agents: Agents
    language: Language
    may_ask: bool = True


async def unfit(services: Services, asking: Asking, number: int) -> Refusal | None:
    """Why nobody may be dressed on photo `number`; None where they may.

    Stops the run to ask where the photo would leave this machine. Raises GraphInterrupt.
    """
    painter, captioner = services.painter, asking.agents.desk.name("caption")
    if painter is None:
        return "no painter"
    if captioner == HOUSE:
        return "unseen"
    captioner_here = services.models.is_here(captioner)
    if not await may_see(services, asking, painter.name, number, here=painter.here, purpose="preview"):
        return "kept here"
    if not await may_see(services, asking, captioner, number, here=captioner_here, purpose="caption"):
        return "unseen"
    return judged(await captioned(services, asking, number))


async def may_see(services: Services, asking: Asking, model: str, number: int, *, here: bool, purpose: Purpose) -> bool:
    """The operator's word, then the person's; who cannot be asked has said no."""
    profile = asking.person.profile
    if not (here or asking.may_ask or profile.photos_leave):
        return False
    seeing = await permission(
        services, asking.caller, profile, model, here=here, numbers=[number], language=asking.language, purpose=purpose
    )
    return seeing.given


async def captioned(services: Services, asking: Asking, number: int) -> Caption | None:
    """What the captioning model makes out; None where the house had to stand in, which sees nobody."""
    photo = await services.photos.numbered(asking.caller, number)
    pixels = await services.photos.pixels(asking.caller, photo.id) if photo else None
    if pixels is None:
        return None
    request = CaptionRequest(photo=number, measured=[], categories=sorted(load_categories()))
    answer = await asking.agents.caption(request, [data_uri(pixels)])
    return None if answer.failure else answer.reply


def judged(caption: Caption | None) -> Refusal | None:
    if caption is None or caption.people == "unknown":
        return "unseen"
    if caption.people != "one":
        return "no person" if caption.people == "none" else "several"
    if caption.minors != "none":
        return "minor" if caption.minors == "some" else "unseen"
    return None
