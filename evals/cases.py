"""A case: what somebody says, in which surroundings, and what has to hold of the answer.

`datasets/SUITE.jsonl` holds the cases of a suite, one to a line; `evals/suites.py` knows them all, those of another
shape too. A case is plain data: who plays it, and who scores it, are told by its fields alone.
"""

from datetime import datetime
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, ValidationError

from stores.vocabulary import Language

FAULTS = 3  # of one line that are told
LANGUAGES: tuple[Language, ...] = get_args(Language)
TODAY = datetime(2026, 11, 21, 9, 0)
SEED = 7


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Said(Strict):
    """One message. `photos` are drawn for it: a colour and a category each, as in `navy blazer`.

    `prints` are the words printed on each of them.
    In a history, what is said in another `thread` is known of the person alone, and `by` names somebody else.
    """

    text: str
    photos: list[str] = []
    prints: list[str] = []
    context: dict[str, Any] = {}
    thread: str = ""
    by: str = ""


class Planted(Strict):
    """A text that somebody wrote into the shop: a field of every article, of a category's, or of one by its id."""

    field: Literal["name", "brand", "description"]
    text: str
    category: str | None = None
    id: str | None = None


class World(Strict):
    """What surrounds a case: the demo catalogue of a seed, the day, and what was planted in the shop."""

    seed: int = SEED
    now: datetime = TODAY
    planted: list[Planted] = []


class Case(Strict):
    """What is played and what is checked.

    `history` is said before it in the same thread; `variants` are said in threads of their own by the same person's
    twins, to be compared. `consents` is their answer where a model on another machine would see their photos. `checks`
    names evaluators, each with what it is to hold the answer against.
    """

    id: str
    language: Language
    split: Literal["dev", "test"] = "dev"
    tags: list[str] = []
    profile: dict[str, Any] = {}
    wardrobe: list[dict[str, Any]] = []
    history: list[Said] = []
    say: Said
    variants: list[Said] = []
    consents: bool = True
    world: World = World()
    checks: dict[str, Any]

    @property
    def inputs(self) -> dict[str, Any]:
        """What evaluators are shown of the case: all but its checks, as JSON."""
        return self.model_dump(mode="json", exclude={"checks"})


def reason_of(error: Exception) -> str:
    """What a turn or an evaluator died of, its kind first."""
    return f"{type(error).__name__}: {faults_in(error) if isinstance(error, ValidationError) else error}"


def faults_in(error: ValidationError) -> str:
    """What is wrong with what was read, in one line: the first few faults, each by its field."""
    every = [f"{'.'.join(map(str, one['loc'])) or 'line'}: {one['msg']}" for one in error.errors()]
    return "; ".join(every[:FAULTS]) + (f", and {len(every) - FAULTS} more" if len(every) > FAULTS else "")
