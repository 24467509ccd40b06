"""What comes from outside, checked before anything else: whether it can be written down at all.

Python reads JSON that it cannot write again: half of a surrogate pair, numbers of any length.
"""

from typing import Any

import orjson
from pydantic import model_validator

from stores.vocabulary import Shape


class Told(Shape):
    """A shape that a client sends."""

    @model_validator(mode="before")
    @classmethod
    def _can_be_kept(cls, value: Any) -> Any:
        try:
            orjson.dumps(value, str)
        except TypeError as error:
            raise ValueError(f"cannot be kept as JSON: {error}") from error
        return value
