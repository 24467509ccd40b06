"""Who answers in an evaluation, by name: the house, the scripted server started beside it, or a configured model."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from agents.models import HOUSE, Models, UnknownModel
from evals.scripted.answers import warm
from evals.scripted.script import parse_script
from evals.scripted.server import open_backend
from graph.settings import Settings
from stores.vocabulary import ROLES

SCRIPTED, GOOD, ELSEWHERE = "scripted", "good", "elsewhere"
# Scripts that have a name of their own.
NAMED = ("obedient",)
# This machine by addresses that say so, and by one that does not: what is shown there counts as sent away.
HERE, AWAY = "127.0.0.1", "0.0.0.0"  # noqa: S104


@asynccontextmanager
async def open_player(name: str, settings: Settings) -> AsyncIterator[Settings]:
    """The settings under which a model of this name answers every role.

    `house`; `scripted`, `scripted:merge=cut` and the like, `obedient`; `elsewhere`, which is `scripted` as on another
    machine; a registered name, or a spec. Raises UnknownModel, BadScript.
    """
    kind, _, script = name.partition(":")
    if kind in {SCRIPTED, ELSEWHERE} or name in NAMED:
        script = name if name in NAMED else script or GOOD
        parse_script(script)
        warm()
        async with open_backend() as backend:
            spec = backend.spec(script)
            yield answering(settings, spec) if kind != ELSEWHERE else away(settings, spec)
        return
    chosen = answering(settings, name)
    require(chosen, name)
    yield chosen


def away(settings: Settings, spec: str) -> Settings:
    """The settings of an operator who lets photos leave for a model that is not on this machine."""
    return answering(settings, spec.replace(HERE, AWAY)).model_copy(update={"photos_leave": True})


def answering(settings: Settings, model: str) -> Settings:
    """The settings with one model in every role."""
    return settings.model_copy(update={"model": model, **{f"model_{role}": None for role in ROLES}})


def require(settings: Settings, name: str) -> None:
    """Raises UnknownModel."""
    try:
        Models(settings.registry).model(name)
    except UnknownModel:
        raise
    except Exception as error:  # whatever a provider's package has against its settings, a key that is not set first
        raise UnknownModel(f"model '{name}' cannot be asked: {error}") from error


def reads_prose(name: str) -> bool:
    """Whether a prompt's words can change what a model of this name says; the others obey its voice alone."""
    return name != HOUSE and name.partition(":")[0] not in {SCRIPTED, ELSEWHERE}
