import time
from typing import Any

import pytest

from agents.ask import Desk
from agents.models import Models


@pytest.fixture
def desk_of():
    """A desk whose model `fake` is the given one, with the turn's time in seconds."""

    def build(model: Any = None, *, seconds: float = 5, call: float = 2, role: str = "understand", **more: Any) -> Desk:
        models = Models({"house": "house", "fake": "fake:"})
        if model is not None:
            models._loaded["fake"] = model
        chosen = {role: "fake"} if model is not None else {}
        return Desk(models, chosen, time.time() + seconds, call, **more)

    return build
