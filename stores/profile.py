"""How a profile takes in what a person tells about themselves.

Keys are the fields of `Profile`, dotted where they are nested: `place`, `avoid_colours`, `sizes.shoes`, `budget.max`.
A key that is unknown and a value that does not fit change nothing. This module does not know where profiles are kept.
"""

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from stores.vocabulary import Change, Profile

OPPOSITES = {"colours": "avoid_colours", "avoid_colours": "colours"}
EVERYTHING = "all"

Fields = dict[str, Any]


def changed(profile: Profile, changes: Sequence[Change]) -> tuple[Profile, list[Change]]:
    """The profile after `changes` to it, and those of them that made a difference."""
    made = []
    for change in changes:
        if change.target != "profile":
            continue
        after = applied(profile, change)
        if after != profile:
            profile = after
            made.append(change)
    return profile, made


def applied(profile: Profile, change: Change) -> Profile:
    """The profile after one change, or the same profile where the change does not fit it."""
    if change.action == "forget" and change.key == EVERYTHING:
        return Profile()
    fields = profile.model_dump(mode="json")
    holder, name = find(fields, change.key)
    if holder is None:
        return profile
    edit(holder, name, change)
    try:
        return Profile.model_validate(fields)
    except ValidationError:
        return profile


def find(fields: Fields, key: str) -> tuple[Fields | None, str]:
    """The dict that holds `key`, and the key's last part; None for a key that no profile has."""
    outer, _, inner = key.partition(".")
    if not inner:
        return (fields if outer in fields else None), outer
    if outer == "budget" and fields["budget"] is None:
        fields["budget"] = {"currency": fields["currency"] or "EUR"}
    holder = fields.get(outer)
    return (holder if isinstance(holder, dict) else None), inner


def edit(holder: Fields, name: str, change: Change) -> None:
    """Change one entry of `holder`, which is part of a dumped profile."""
    current = holder.get(name)
    several = change.value if isinstance(change.value, list) else [change.value]
    match change.action:
        case "forget":
            holder[name] = initial(name, current)
        case "remove" if isinstance(current, list):
            holder[name] = [entry for entry in current if entry not in several]
        case "remove":
            holder[name] = None if current in several else current
        case "add" | "set" if isinstance(current, list):
            kept = current if change.action == "add" else []
            holder[name] = list(dict.fromkeys([*kept, *several]))
            outbid(holder, name, several)
        case "set" if isinstance(current, dict) and isinstance(change.value, dict):
            holder[name] = current | change.value
        case _:
            holder[name] = change.value


def initial(name: str, current: Any) -> Any:
    """What a field holds before anybody has said anything."""
    known = Profile().model_dump(mode="json")
    return known.get(name, [] if isinstance(current, list) else None)


def outbid(holder: Fields, name: str, entries: list[Any]) -> None:
    """A colour that is liked is no longer refused, and the other way round: the last word counts."""
    if opposite := OPPOSITES.get(name):
        holder[opposite] = [entry for entry in holder[opposite] if entry not in entries]
