"""Who is asking. Every store of people's things takes the caller first and shows nobody else's.

This module does not know how a caller is authenticated; the server decides that.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

Right = Literal["person", "edit_prompts", "admin"]


@dataclass(frozen=True, repr=False)
class Caller:
    """A person, and what they may do. An object, so that LangGraph does not copy it into checkpoint metadata."""

    id: str
    rights: frozenset[Right] = frozenset({"person"})

    @property
    def key(self) -> str:
        """The name under which stores keep this person's things: 32 hex characters, safe in paths and namespaces."""
        return sha256(self.id.encode()).hexdigest()[:32]

    def __repr__(self) -> str:
        return f"Caller({self.key})"  # the id may be an e-mail address, and reprs end up in logs


LOCAL = Caller("local", frozenset({"person", "edit_prompts", "admin"}))


def caller_in(config: Mapping[str, Any]) -> Caller:
    """Who a run belongs to; LOCAL where nobody was named.

    Raises PermissionError for anything but a Caller object, which only the server can put there.
    """
    caller = config.get("configurable", {}).get("caller", LOCAL)
    if not isinstance(caller, Caller):
        raise PermissionError("a client cannot say who it is")
    return caller
