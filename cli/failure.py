"""What a command says when it fails: a sentence for a person, never a stack trace."""

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.settings import Settings
    from stores.embeddings import TextEncoder


class Failure(Exception):
    """What is wrong and what to do."""


def load_settings(**overrides: Any) -> "Settings":
    """The settings of the environment, with what the command line says above them. Raises `Failure`."""
    from pydantic import ValidationError
    from pydantic_settings import SettingsError

    from graph.settings import Settings

    try:
        return Settings(**{key: value for key, value in overrides.items() if value is not None})
    except ValidationError as error:
        faults = "; ".join(fault(found["loc"], found["msg"]) for found in error.errors())
        raise Failure(f"{faults}. `maison doctor` lists every setting.") from error
    except SettingsError as error:
        raise Failure(f"{unread(error)}. `maison doctor` lists every setting.") from error


def require_models(settings: "Settings") -> None:
    """Raises `Failure` for a model that nobody could ask, so that the house does not answer for a slip of the pen."""
    from agents.models import Models

    models = Models(settings.registry)
    for name in settings.registry:
        try:
            models.model(name)
        except Exception as error:  # whatever a provider's package has against its settings
            raise Failure(f"model {name}: {first_line(error)} `maison doctor` shows what is configured.") from error
    text_encoder(settings)
    require_encoder(settings)


def text_encoder(settings: "Settings") -> "TextEncoder":
    """What texts are compared by. Raises `Failure` where it is not there."""
    from stores.text_encoders import build_text_encoder
    from stores.weights import NoWeights

    try:
        return build_text_encoder(settings.text_encoder)
    except NoWeights as error:
        raise Failure(f"MAISON_TEXT_ENCODER: {error}. `maison doctor` shows what is configured.") from error


def require_encoder(settings: "Settings") -> None:
    """Raises `Failure` for an encoder of pictures that is not there."""
    if settings.image_encoder is None:
        return
    from stores.gallery import Blind
    from tools.encoders import build_encoder

    try:
        build_encoder(settings.image_encoder)
    except Blind as error:
        raise Failure(f"MAISON_IMAGE_ENCODER: {error}. `maison doctor` shows what is configured.") from error


def first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]


def fault(place: tuple[int | str, ...], message: str) -> str:
    """What is wrong with a setting, or with several together."""
    said = message.removeprefix("Value error, ")
    return f"MAISON_{'_'.join(map(str, place)).upper()}: {said}" if place else said


def unread(error: Exception) -> str:
    """Which variable is not the JSON that it has to be."""
    field = re.search(r'"(\w+)"', str(error))
    return f"MAISON_{field[1].upper()}: Input should be valid JSON" if field else str(error)
