"""What a model is shown of texts that others wrote: a shop's piece by its attributes, one's own by its name alone.

An order that somebody wrote into a name reaches no model that way. The house takes no orders, and reads names whole.
"""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from stores.texts import name_in, plain, visible
from stores.vocabulary import Article, Item, Piece

R = TypeVar("R", bound=BaseModel)
LONGEST = 60
SIZED = 12
COMMA = re.compile(r"[,，、]")
# Fields in which somebody speaks, and what nobody reads aloud in them: a text that is written out in code.
SPOKEN = frozenset({"text", "previous", "earlier", "said"})
ENCODED = re.compile(r"(?<![\w/+])[A-Za-z0-9+/]{24,}={0,2}")


def guarded(request: R) -> R:
    """The request with every name in it made again or cut to what a name is, and nothing invisible in any text."""
    changed = {key: _guarded(getattr(request, key), spoken=key in SPOKEN) for key in type(request).model_fields}
    return request.model_copy(update=changed)


def _guarded(value: Any, *, spoken: bool = False) -> Any:
    if isinstance(value, str):
        return ENCODED.sub("…", visible(value)) if spoken else visible(value)
    if isinstance(value, Item | Piece):
        return _named(value)
    if isinstance(value, BaseModel):
        return guarded(value)
    if isinstance(value, list):
        return [_guarded(one, spoken=spoken) for one in value]
    if isinstance(value, Mapping):
        return {key: _guarded(one) for key, one in value.items()}
    return value


def _named(piece: Item | Piece) -> Item | Piece:
    sold = isinstance(piece, Article) or (isinstance(piece, Item) and piece.source == "catalog")
    name = piece.name and (called(piece) if sold else owned_name(piece.name) or called(piece))
    told: dict[str, Any] = {"name": name}
    told |= {key: None for key in ("url", "image") if getattr(piece, key, None)}
    told |= {"description": ""} if isinstance(piece, Article) else {}
    if size := getattr(piece, "size", None):
        told["size"] = plain(str(size), SIZED)
    return piece.model_copy(update=told)


def owned_name(name: str) -> str:
    """What a person calls a thing of theirs, as far as it is a name."""
    return COMMA.split(name_in(name, LONGEST), maxsplit=1)[0].strip()


def called(piece: Item | Piece) -> str:
    """A piece by its colour, cloth and category, in English."""
    colour = piece.colour.family if isinstance(piece, Item) else piece.colours[0].family
    cloth = [] if isinstance(piece, Item) else piece.fabrics[:1]
    return " ".join([colour, *cloth, piece.category]).replace("_", " ")
