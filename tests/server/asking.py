"""Requests drawn from the API's description: what an operation should take, and what nobody should send it."""

import json
from typing import Any
from urllib.parse import quote

import httpx
from hypothesis import strategies as st

from tests.server.pictures import photo

URL = "http://localhost"

Schema = dict[str, Any]
Document = dict[str, Any]
Known = dict[str, list[Any]]

SPITEFUL = ["", " ", "..", "\0", "x" * 3000, "👗", "-1", "null", "9" * 40, "nan", "1e400", "'; DROP TABLE store", "[]"]
USUAL = ("input", "thread_id", "look_id")  # may be left out, but little is done without
HALF_A_PAIR = "\ud83d"
JUNK = st.recursive(
    st.sampled_from([None, True, -1, 2**70, 1e308, HALF_A_PAIR, *SPITEFUL]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "id", "name"]), inner, max_size=2)
    ),
    max_leaves=5,
)


class Asking:
    """Draws requests from a description; `known` are ids that are there, by the name of a field or a parameter."""

    def __init__(self, document: Document, known: Known) -> None:
        self._document = document
        self._known = known

    def request(self, method: str, path: str, described: Schema) -> st.SearchStrategy[httpx.Request]:
        """One operation's requests, a good part of them faulty."""
        inside, asked, beside = (self._parameters(described, place) for place in ("path", "query", "header"))
        return st.builds(
            lambda ids, query, headers, body: httpx.Request(
                method, URL + filled(path, ids), params=query, **body | {"headers": headers | body.get("headers", {})}
            ),
            st.fixed_dictionaries({name: value.filter(is_segment) for name, value in inside.items()}),
            some_of(asked).flatmap(st.fixed_dictionaries),
            some_of({name: value.filter(is_line) for name, value in beside.items()}).flatmap(st.fixed_dictionaries),
            self._body(described.get("requestBody", {}).get("content", {})),
        )

    def _parameters(self, described: Schema, place: str) -> dict[str, st.SearchStrategy[Any]]:
        return {one["name"]: self._parameter(one) for one in described.get("parameters", []) if one["in"] == place}

    def _parameter(self, described: Schema) -> st.SearchStrategy[Any]:
        meant = self._named(described["name"], described["schema"]).filter(lambda value: value is not None)
        return mostly(meant, st.sampled_from(SPITEFUL)).map(spelled)

    def _body(self, content: dict[str, Schema]) -> st.SearchStrategy[dict[str, Any]]:
        if "multipart/form-data" in content:
            return self.value(content["multipart/form-data"]["schema"]).map(form)
        if "application/json" not in content:
            return st.just({})
        meant = self.value(content["application/json"]["schema"])
        text = mostly(meant.map(json.dumps), JUNK.map(json.dumps) | st.sampled_from(["", "{", "\xff"]))
        return text.map(
            lambda text: {"content": text.encode("latin-1"), "headers": {"content-type": "application/json"}}
        )

    def _named(self, name: str, schema: Schema) -> st.SearchStrategy[Any]:
        meant = self.value(schema)
        known = self._known.get(name)
        return mostly(st.sampled_from(known), meant) if known else meant

    def value(self, schema: Schema) -> st.SearchStrategy[Any]:
        """What a schema allows, as far as it is read here: no formats, no numbers of properties."""
        if reference := schema.get("$ref"):
            return st.deferred(
                lambda: self.value(self._document["components"]["schemas"][reference.rpartition("/")[2]])
            )
        if several := schema.get("anyOf") or schema.get("oneOf"):
            return st.one_of(*map(self.value, several))
        if "const" in schema or "enum" in schema:
            return st.sampled_from(schema.get("enum") or [schema["const"]])
        match schema.get("type"):
            case "object":
                return self._object(schema)
            case "array":
                items = self.value(schema.get("items", {}))
                return st.lists(items, min_size=schema.get("minItems", 0), max_size=min(3, schema.get("maxItems", 3)))
            case "string":
                return text(schema)
            case "integer":
                return st.integers(schema.get("minimum", -3), schema.get("maximum", 2**40))
            case "number":
                return st.floats(schema.get("minimum", -1e6), schema.get("maximum", 1e6), allow_nan=False)
            case "boolean":
                return st.booleans()
            case "null":
                return st.none()
        return JUNK

    def _object(self, schema: Schema) -> st.SearchStrategy[dict[str, Any]]:
        fields = {name: self._named(name, inner) for name, inner in schema.get("properties", {}).items()}
        required = {name: fields.pop(name) for name in (*schema.get("required", []), *USUAL) if name in fields}
        if not required and not fields:
            return st.dictionaries(st.sampled_from(["a", "label", HALF_A_PAIR]), JUNK, max_size=2)
        return some_of(fields).flatmap(lambda some: st.fixed_dictionaries(required | some))


def mostly(usual: st.SearchStrategy[Any], seldom: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Nine times in ten the one, else the other."""
    return st.integers(0, 9).flatmap(lambda number: seldom if number == 0 else usual)


def some_of(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, st.SearchStrategy[Any]]]:
    """A few of the fields that may be left out: with all of them, one would always be at fault."""
    if not fields:
        return st.just({})
    names = st.lists(st.sampled_from(sorted(fields)), max_size=3, unique=True)
    return names.map(lambda chosen: {name: fields[name] for name in chosen})


def text(schema: Schema) -> st.SearchStrategy[Any]:
    if schema.get("format") == "binary" or "contentMediaType" in schema:
        return st.sampled_from([b"", b"\x00\xff", photo()])
    if pattern := schema.get("pattern"):
        return st.from_regex(pattern, fullmatch=True)
    return st.text(min_size=schema.get("minLength", 0), max_size=min(20, schema.get("maxLength", 20)))


def spelled(value: Any) -> Any:
    """A value as a parameter spells it."""
    if isinstance(value, list):
        return [spelled(one) for one in value]
    return json.dumps(value) if isinstance(value, bool) else str(value)


def is_segment(value: str) -> bool:
    """Whether it leads to another address of the same route."""
    return value not in {"", ".", ".."}


def is_line(value: str) -> bool:
    """Whether a header can hold it."""
    return value.isascii() and value.isprintable()


def filled(path: str, ids: dict[str, str]) -> str:
    for name, value in ids.items():
        path = path.replace(f"{{{name}}}", quote(value, safe=""))
    return path


def form(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        "files": {name: value for name, value in fields.items() if isinstance(value, bytes)},
        "data": {name: value for name, value in fields.items() if not isinstance(value, bytes)},
    }
