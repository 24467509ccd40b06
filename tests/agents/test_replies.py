"""Every schema that a model is held to comes to an end, and takes what the house answers."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from agents.replies import REPLIES, TOKENS, Unbounded, beyond, reply_schema
from stores.vocabulary import ROLES, Brief, Direction, Wish


def nodes(node: Any, at: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema within a schema, with its place."""
    if isinstance(node, list):
        for number, inner in enumerate(node):
            yield from nodes(inner, f"{at}[{number}]")
    elif isinstance(node, dict):
        yield at, node
        for key in ("properties", "$defs"):
            for name, inner in node.get(key, {}).items():
                yield from nodes(inner, f"{at}.{name}")
        for key in ("items", "anyOf", "oneOf", "allOf", "prefixItems"):
            yield from nodes(node.get(key, []), f"{at}.{key}")


@pytest.mark.parametrize("role", REPLIES)
def test_nothing_in_a_reply_may_grow_without_end(role):
    schema = reply_schema(REPLIES[role])
    Draft202012Validator.check_schema(schema)
    for at, node in nodes(schema):
        kind = node.get("type")
        closed = {"enum", "const", "$ref", "anyOf", "oneOf", "allOf"} & set(node)
        assert kind or closed, f"{at} may be anything"
        if kind == "string" and not closed:
            assert {"maxLength", "pattern", "format"} & set(node), f"{at} may be any length"
        if kind == "array":
            assert "maxItems" in node, f"{at} may hold any number"
            assert "items" in node or "prefixItems" in node, f"{at} may hold anything"
        if kind in {"number", "integer"}:
            assert {"minimum", "maximum"} <= set(node), f"{at} may be any number"
        if kind == "object":
            assert node["additionalProperties"] is False, f"{at} may have any key"


def test_every_role_that_answers_has_a_schema_and_every_role_a_limit():
    assert set(TOKENS) == set(ROLES)
    assert set(REPLIES) == set(ROLES) - {"merge", "judge"}


def test_what_code_works_out_is_not_asked_for():
    assert not {"text", "unmet", "clo"} & set(reply_schema(Brief)["properties"])


@pytest.mark.parametrize("shape", [dict[str, int], Any, list[Any]])
def test_a_reply_without_bounds_is_refused(shape):
    class Loose(BaseModel):
        field: shape

    with pytest.raises((Unbounded, KeyError)):
        reply_schema(Loose)


def test_what_is_too_long_is_told_by_its_place():
    assert beyond(Direction(title="short")) is None
    assert beyond(Direction(title="x" * 1000)).startswith("title: breaks maxLength")
    many = [Wish(slot="bottom", query="x")] * 50
    assert beyond(Direction(wishes=many)).startswith("wishes: breaks maxItems")
    assert beyond(Brief(stated_temp_c=900)) is not None


def test_a_schema_is_small_enough_to_be_read():
    assert max(len(json.dumps(reply_schema(reply))) for reply in REPLIES.values()) < 16_500
