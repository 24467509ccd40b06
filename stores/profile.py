"""How a profile takes in what a person tells about themselves, and how each fact in it can be traced and taken back.

Keys are the fields of `Profile`, dotted where they are nested: `place`, `avoid_colours`, `sizes.shoes`, `budget.max`.
A key that is unknown and a value that does not fit change nothing. This module does not know where profiles are kept.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from pydantic import Field, ValidationError

from stores.vocabulary import Change, Profile, Shape

OPPOSITES = {
    name: opposite
    for liked in ("colours", "fabrics", "patterns", "categories")
    for name, opposite in ((liked, f"avoid_{liked}"), (f"avoid_{liked}", liked))
}
EVERYTHING = "all"

Fields = dict[str, Any]


class Source(Shape):
    """Where a fact comes from: the sentence and the thread it was said in, or "" where it was set by hand."""

    said: str
    at: datetime
    thread: str | None = None


class Sources(Shape):
    """Sources by the id of a fact."""

    known: dict[str, Source] = Field(default_factory=dict)


class Fact(Shape):
    """One thing that a profile holds; `key` is dotted, a list gives a fact for each of its values."""

    id: str
    key: str
    value: Any
    said: str | None = None
    learned_at: datetime | None = None
    thread_id: str | None = None


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
        case "add" if isinstance(current, int | float) and isinstance(change.value, int | float):
            holder[name] = current + change.value
        case "set" if isinstance(current, dict) and isinstance(change.value, dict):
            holder[name] = current | change.value
        case _:
            holder[name] = change.value


def initial(name: str, current: Any) -> Any:
    """What a field holds before anybody has said anything."""
    known = Profile().model_dump(mode="json")
    return known.get(name, [] if isinstance(current, list) else None)


def outbid(holder: Fields, name: str, entries: list[Any]) -> None:
    """What is liked is no longer refused, and the other way round: the last word counts."""
    if opposite := OPPOSITES.get(name):
        holder[opposite] = [entry for entry in holder[opposite] if entry not in entries]


def edited(profile: Profile, fields: Mapping[str, Any]) -> Profile:
    """The profile with fields set by hand; parts of a nested field leave its rest. Raises ValidationError."""
    known = profile.model_dump(mode="json")
    for key, value in fields.items():
        both = isinstance(known.get(key), dict) and isinstance(value, dict)
        known[key] = known[key] | value if both else value
        if isinstance(value, list):
            outbid(known, key, value)
    return Profile.model_validate(known)


def facts_of(profile: Profile, sources: Sources) -> list[Fact]:
    """What the profile holds beyond what everybody's holds, in the order of its fields."""
    return [
        Fact(
            id=identity,
            key=key,
            value=value,
            said=source.said if source else None,
            learned_at=source and source.at,
            thread_id=source and source.thread,
        )
        for identity, key, value in entries(profile)
        for source in [sources.known.get(identity)]
    ]


def traced(before: Profile, after: Profile, sources: Sources, source: Source) -> Sources:
    """Sources of what a profile holds after a change: `source` for what is new, nothing of what is gone."""
    old, new = ({identity for identity, _, _ in entries(profile)} for profile in (before, after))
    kept = {identity: source for identity, source in sources.known.items() if identity in new}
    return Sources(known=kept | dict.fromkeys(new - old, source))


def unset(fact: Fact) -> Change:
    """The change that takes a fact out of a profile."""
    if is_list(fact.key):
        return Change(target="profile", action="remove", key=fact.key, value=fact.value)
    return Change(target="profile", action="forget", key=fact.key)


def taken_back(before: Profile, after: Profile) -> Iterator[Change]:
    """The changes that make of a profile what it was before."""
    old, new = ({identity: (key, value) for identity, key, value in entries(one)} for one in (before, after))
    gone = [fact for identity, fact in old.items() if identity not in new]
    for identity, (key, value) in new.items():
        if identity not in old and (is_list(key) or key not in dict(gone)):
            yield unset(Fact(id=identity, key=key, value=value))
    for key, value in gone:
        yield Change(target="profile", action="add" if is_list(key) else "set", key=key, value=value)


def is_list(key: str) -> bool:
    """Whether a profile holds several values under a key."""
    return isinstance(getattr(Profile(), key.partition(".")[0]), list)


def entries(profile: Profile) -> Iterator[tuple[str, str, Any]]:
    """(id, key, value) of everything in a profile that is not as in an empty one."""
    for key, value in leaves(profile.model_dump(mode="json", exclude_defaults=True)):
        yield "p" + sha256(json.dumps([key, value]).encode()).hexdigest()[:12], key, value


def leaves(fields: Mapping[str, Any], within: str = "") -> Iterator[tuple[str, Any]]:
    """Every value under its dotted key, lists value by value; a budget is whole, since its parts need each other."""
    for name, value in fields.items():
        if isinstance(value, list):
            yield from ((within + name, one) for one in value)
        elif isinstance(value, dict) and name != "budget":
            yield from leaves(value, f"{within}{name}.")
        elif value is not None:
            yield within + name, value
