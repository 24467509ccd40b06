"""Assistants that come with Maison: what their runs set, and who may find them under which id."""

import hashlib
import json
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple
from uuid import NAMESPACE_DNS, UUID, uuid5

from graph.context import Context
from prompts.loader import FENCE


class Variant(NamedTuple):
    """A named setting of runs. The id follows from the name, so that making it twice makes it once."""

    name: str
    description: str
    context: dict[str, Any]

    @property
    def assistant_id(self) -> UUID:
        return uuid5(NAMESPACE_DNS, f"{self.name}.stylist")

    @property
    def digest(self) -> str:
        return digest(self.context)


def digest(context: Any) -> str:
    """12 digits of the SHA-256 of what runs are set to, by which it is known whether somebody changed it."""
    return hashlib.sha256(json.dumps(context, sort_keys=True).encode()).hexdigest()[:12]


@cache
def load_variants() -> tuple[Variant, ...]:
    """What is shipped. Raises ValidationError for what a run may not set."""
    told = tomllib.loads(files("graph").joinpath("variants.toml").read_text(encoding="utf-8"))
    return tuple(_variant(name, row) for name, row in told.items())


def _variant(name: str, row: dict[str, Any]) -> Variant:
    context = {key: value.lstrip() if _is_file(value) else value for key, value in row["context"].items()}
    return Variant(name, row["description"], Context(**context).model_dump(mode="json", exclude_unset=True))


def _is_file(value: Any) -> bool:
    return isinstance(value, str) and value.lstrip().startswith(FENCE)
