"""Who is asking. Every store of people's things takes the caller first and shows nobody else's.

This module does not know how a caller is authenticated; the server decides that.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal, get_args

Right = Literal["person", "edit_prompts", "admin"]
RIGHTS: tuple[Right, ...] = get_args(Right)


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


LOCAL = Caller("local", frozenset(RIGHTS))


def caller_in(config: Mapping[str, Any]) -> Caller:
    """Who a run belongs to: a Caller from our server, a user from another LangGraph server, LOCAL for nobody.

    Both are keys that a client cannot set. Raises PermissionError for a `caller` that is no Caller object.
    """
    configurable = config.get("configurable", {})
    if "caller" not in configurable and (identity := configurable.get("langgraph_auth_user_id")):
        return known_caller(identity, configurable.get("langgraph_auth_permissions") or ())
    caller = configurable.get("caller", LOCAL)
    if not isinstance(caller, Caller):
        raise PermissionError("a client cannot say who it is")
    return caller


def known_caller(identity: str, permissions: Iterable[str]) -> Caller:
    """The caller for a user whom an `Auth` object has let in; permissions that are no rights count for nothing."""
    return Caller(identity, frozenset(right for right in RIGHTS if right in permissions))
