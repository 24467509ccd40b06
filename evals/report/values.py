"""Arguments and outputs as something to read: keys and values, long lists and texts cut with a word that says so."""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from evals.report.markup import NOTHING, Safe, join, tag
from evals.report.wording import counted

LONGEST_TEXT = 400
MOST_WORDS = 16
MOST_ROWS = 6
MOST_KEYS = 24
DEEPEST = 5
ROOM = 2400  # characters of one value in all
SHORT = 3  # keys of a mapping that stand on one line


class Room:
    """How many characters are left for a value; what comes when nothing is left is left out."""

    def __init__(self, characters: int = ROOM) -> None:
        self.left = characters

    def take(self, text: str) -> str:
        """As much of a text as there is room for."""
        most = max(0, min(LONGEST_TEXT, self.left))
        self.left -= min(len(text), most)
        return text if len(text) <= most else f"{text[:most]}… ({len(text):,} characters)"


def show_value(value: Any, room: Room | None = None, depth: int = 0) -> Safe:
    """Anything that JSON can hold, and JSON written as a text; what is empty is left out."""
    room = room or Room()
    if isinstance(value, str):
        value = parsed(value)
    if isinstance(value, Mapping):
        told = {str(key): one for key, one in value.items() if not is_empty(one)}
        return _line(told, room, depth) if depth and _is_short(told) else _mapping(told, room, depth)
    if isinstance(value, list):
        return _list([one for one in value if not is_empty(one)], room, depth)
    return tag("span", room.take(_plain(value)))


def is_empty(value: Any, depth: int = 0) -> bool:
    """Nothing, no, and what holds nothing else, as far down as is shown."""
    if isinstance(value, Mapping) and depth <= DEEPEST:
        return all(is_empty(one, depth + 1) for one in value.values())
    return value is None or value is False or (isinstance(value, (str, list)) and not value)


def parsed(text: str) -> Any:
    """What a text that is JSON says, else the text."""
    if text[:1] not in {"{", "["}:
        return text
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "nothing" if value is None else str(value)


def _is_flat(value: Any) -> bool:
    return not isinstance(value, (Mapping, list))


def _is_short(told: Mapping[str, Any]) -> bool:
    return len(told) <= SHORT and all(_is_flat(one) for one in told.values())


def _mapping(told: Mapping[str, Any], room: Room, depth: int) -> Safe:
    if depth >= DEEPEST or room.left <= 0:
        return _left_out(len(told), "key")
    rows = [
        join(tag("dt", room.take(key)), tag("dd", show_value(one, room, depth + 1)))
        for key, one in islice(told.items(), MOST_KEYS)
    ]
    return join(tag("dl", rows), _more(len(told) - MOST_KEYS, "key"))


def _list(rows: Sequence[Any], room: Room, depth: int) -> Safe:
    if all(_is_flat(row) for row in rows):
        words = [room.take(_plain(row)) for row in rows[:MOST_WORDS]]
        return join(tag("span", ", ".join(words)), _more(len(rows) - MOST_WORDS, "entry", "entries"))
    if depth >= DEEPEST or room.left <= 0:
        return _left_out(len(rows), "entry", "entries")
    shown = [tag("li", _line(row, room, depth + 1)) for row in rows[:MOST_ROWS]]
    return join(tag("ol", shown), _more(len(rows) - MOST_ROWS, "entry", "entries"))


def _line(value: Any, room: Room, depth: int) -> Safe:
    """A value in running text, its keys before what they hold, what is nested in brackets."""
    if _is_flat(value):
        return tag("span", room.take(_plain(value)))
    if depth > DEEPEST or room.left <= 0:
        return _left_out(len(value), "part")
    if isinstance(value, Mapping):
        told = [(str(key), one) for key, one in value.items() if not is_empty(one)]
        return _commas(join(tag("i", room.take(key)), " ", _nested(one, room, depth)) for key, one in told[:MOST_KEYS])
    rest = _more(len(value) - MOST_WORDS, "entry", "entries")
    return join(_commas(_nested(one, room, depth) for one in value[:MOST_WORDS]), rest)


def _commas(parts: Iterable[Safe]) -> Safe:
    return Safe(", ".join(parts))


def _nested(value: Any, room: Room, depth: int) -> Safe:
    if isinstance(value, list) and len(value) == 1:
        return _nested(value[0], room, depth)
    shown = _line(value, room, depth + 1)
    return shown if _is_flat(value) else join("(", shown, ")")


def _left_out(count: int, one: str, many: str | None = None) -> Safe:
    return tag("span", f"({counted(count, one, many)} left out)", class_="cut") if count else NOTHING


def _more(count: int, one: str, many: str | None = None) -> Safe:
    return tag("span", f" and {counted(count, one, many)} more", class_="cut") if count > 0 else NOTHING
