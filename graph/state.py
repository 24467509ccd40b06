"""One thread's memory: what lives on from turn to turn, and what belongs to this turn alone.

Values are JSON-like; nodes validate them into the vocabulary's models and dump them back.
"""

import operator
from typing import Annotated, Any

from langchain_core.messages import AnyMessage
from langgraph.graph.message import add_messages
from typing_extensions import TypedDict

SHOWN_KEPT = 12
HISTORY_KEPT = 12


class TurnInput(TypedDict):
    """One human message; nothing else that a client sends enters the state."""

    messages: Annotated[list[AnyMessage], add_messages]


class TurnOutput(TypedDict):
    """Section by section what a run returns; every key is always there."""

    messages: Annotated[list[AnyMessage], add_messages]
    brief: dict[str, Any]
    conditions: dict[str, Any] | None
    critique: dict[str, Any] | None
    advice: dict[str, Any] | None
    looks: list[dict[str, Any]]
    packing: dict[str, Any] | None
    gaps: list[dict[str, Any]]
    preview: dict[str, Any] | None
    degraded: Annotated[list[dict[str, Any]], operator.add]


class State(TurnOutput):
    shown: list[dict[str, Any]]
    turn: int
    last: dict[str, Any] | None
    too_dear: dict[str, Any] | None
    unconfirmed: list[str]
    twins: list[str]
    unsure: list[int]
    choices: list[dict[str, Any]]
    undo: dict[str, Any]
    # this turn's, reset by `recall`
    today: str
    deadline: float
    person: dict[str, Any]
    garments: list[dict[str, Any]]
    occasion: str | None
    direction: dict[str, Any]
    candidates: list[dict[str, Any]]
    reasons: dict[str, list[str]]
    round: int
    revise: bool
    before: dict[str, Any] | None
    changes: list[dict[str, Any]]
    asked: Annotated[list[str], operator.add]
    notes: Annotated[list[str], operator.add]
