"""How a value of an answer is held against what a case says of it.

A plain value is equal; a list is equal whatever its order. A table whose one key begins with `$` says how else:
`{"$any": [..]}` one of these, `{"$has": x}` a list that holds it, `{"$lacks": x}` one that does not,
`{"$starts": ".."}` a text that begins so, `{"$not": x}`, `{"$within": [low, high]}`, `{"$some": true}` something rather
than nothing. Any other table is a subset: each of its keys has to match.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any


def matches(expected: Any, actual: Any) -> bool:
    """Whether a value is as expected; tables may hold more than is expected of them."""
    if isinstance(expected, Mapping):
        (name, told), *rest = expected.items() or [("", None)]
        if not rest and name in OPERATORS:
            return OPERATORS[name](told, actual)
        return isinstance(actual, Mapping) and all(matches(one, actual.get(key)) for key, one in expected.items())
    if isinstance(expected, list):
        return isinstance(actual, Sequence) and not isinstance(actual, str) and _same_entries(expected, actual)
    return _equal(expected, actual)


def holds(expected: Any, actual: Any) -> bool:
    """Whether a list holds an entry as expected, or a text the text."""
    if isinstance(actual, str):
        return isinstance(expected, str) and expected in actual
    return isinstance(actual, Sequence) and any(matches(expected, one) for one in actual)


def contains(expected: Any, actual: Any) -> bool:
    """As `matches`, but a list may hold more than is expected, at any depth."""
    if isinstance(expected, Mapping) and not (len(expected) == 1 and next(iter(expected)) in OPERATORS):
        return isinstance(actual, Mapping) and all(contains(one, actual.get(key)) for key, one in expected.items())
    if isinstance(expected, list):
        return isinstance(actual, Sequence) and all(any(contains(one, entry) for entry in actual) for one in expected)
    return matches(expected, actual)


def differences(expected: Mapping[str, Any], actual: Any) -> list[str]:
    """What is otherwise than expected, by path: `budget.max` looks into a table."""
    found = [(path, one, at(actual, path)) for path, one in expected.items()]
    return [f"{path} is {value!r}, not {one!r}" for path, one, value in found if not matches(one, value)]


def at(value: Any, path: str) -> Any:
    """What is under a path of keys with dots between them; None where there is nothing."""
    for key in path.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _same_entries(expected: list[Any], actual: Sequence[Any]) -> bool:
    left = list(actual)
    for one in expected:
        found = next((place for place, entry in enumerate(left) if matches(one, entry)), None)
        if found is None:
            return False
        del left[found]
    return not left


def _equal(expected: Any, actual: Any) -> bool:
    numbers = isinstance(expected, (int, float)) and isinstance(actual, (int, float))
    return abs(expected - actual) < 1e-6 if numbers else bool(expected == actual)


def _within(told: Any, actual: Any) -> bool:
    low, high = told
    return isinstance(actual, (int, float)) and (low is None or actual >= low) and (high is None or actual <= high)


OPERATORS: Mapping[str, Callable[[Any, Any], bool]] = {
    "$any": lambda told, actual: any(matches(one, actual) for one in told),
    "$has": holds,
    "$lacks": lambda told, actual: not holds(told, actual or []),
    "$starts": lambda told, actual: isinstance(actual, str) and actual.startswith(told),
    "$not": lambda told, actual: not matches(told, actual),
    "$within": _within,
    "$some": lambda told, actual: bool(actual) is bool(told),
}
