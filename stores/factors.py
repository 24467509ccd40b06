"""What everybody's opinions taught together, in one small file: how each attribute is liked, and which go together.

It holds attributes alone, no person and no article, and only those that several people spoke of. Without the file an
attribute says nothing of any other. This module does not know how it is fitted.
"""

from pathlib import Path

from pydantic import Field, ValidationError

from stores.files import read_if_there, write_whole
from stores.vocabulary import Shape

NAME = "taste.json"


class Factors(Shape):
    """`mean` of all opinions, a `bias` and a row of latent `factors` per attribute, how many `people` were heard."""

    mean: float = 0.0
    bias: dict[str, float] = Field(default_factory=dict)
    factors: dict[str, list[float]] = Field(default_factory=dict)
    people: int = 0


def load_factors(directory: Path) -> Factors:
    """The factors in a data directory, empty where it has none. Raises ValueError for a file that cannot be read."""
    data = read_if_there(directory / NAME)
    try:
        return Factors.model_validate_json(data) if data else Factors()
    except ValidationError as error:
        raise ValueError(f"{directory / NAME} cannot be read; fit it again with python -m training.taste") from error


def save_factors(directory: Path, factors: Factors) -> Path:
    write_whole(directory / NAME, factors.model_dump_json().encode())
    return directory / NAME
