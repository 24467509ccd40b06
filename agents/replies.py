"""What a reply has to look like: a JSON Schema with an end to everything, and how many tokens that may take.

A schema without bounds lets a small model write digits or spaces until its limit; a backend that is held to this one
always comes to an end. What code works out is not asked for at all.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from jsonschema.protocols import Validator
from jsonschema.validators import create
from pydantic import BaseModel

from agents.captions import Caption
from agents.contracts import Advised, Verdict
from agents.sense import DAY
from stores.categories import load_categories
from stores.vocabulary import COLOUR_FAMILIES, PATTERNS, SLOTS, Brief, Critique, Direction, Role
from tools.rubric import DIMENSIONS

REPLIES: Mapping[Role, type[BaseModel]] = {
    "understand": Brief,
    "style": Direction,
    "critique": Critique,
    "check": Verdict,
    "advise": Advised,
    "caption": Caption,
}
# Some twice of what an answer takes that says all it has to.
TOKENS: Mapping[Role, int] = {
    "understand": 1500,
    "style": 2000,
    "critique": 1200,
    "check": 1500,
    "advise": 2500,
    "merge": 800,
    "caption": 2500,
    "judge": 500,
}
LONGEST, MOST, LEAST_NUMBER, LARGEST_NUMBER = 240, 12, -1000, 100_000
# What stands in many fields of a schema, and is written in it once: words to choose from, and a text of any words.
SHARED: Mapping[str, dict[str, Any]] = {
    "Family": {"type": "string", "enum": [*COLOUR_FAMILIES]},
    "Slot": {"type": "string", "enum": [*SLOTS]},
    "Pattern": {"type": "string", "enum": [*PATTERNS]},
    "Text": {"type": "string", "maxLength": LONGEST},
}
_WORKED_OUT = {
    "Brief": {"text", "unmet", "clo"},
    "Refinement": {"than", "without"},
    "Direction": {"palette", "formality", "clo"},
    "Wish": {"required", "anchor"},
    "Filters": {
        *("slots", "avoid_colours", "avoid_fabrics", "avoid_categories", "seasons", "presentations"),
        *("sizes", "price", "formality", "clo", "reserve", "exclude"),
    },
    "Garment": {"also_on", "apart", "used", "image"},
}
# Said in any case, so that a reply that says nothing is known from one with nothing to add.
_SAID = {"Brief": ["intent", "language"], "Direction": ["idea", "wishes"]}
_NOISE = ("title", "default")
_SIZES = ("maxLength", "maxItems", "minimum", "maximum")
_STRUCTURE = ("type", "$ref", "anyOf", "properties", "items", "prefixItems")


class Unbounded(TypeError):
    """A field of a reply that may grow without end."""


@cache
def reply_schema(reply: type[BaseModel]) -> dict[str, Any]:
    """The bounded JSON Schema of a reply. Raises Unbounded."""
    schema = reply.model_json_schema()
    defined = schema.pop("$defs", {})
    name = str(schema["title"])
    shapes = {key: _bounded(_asked_for(shape, key), key) for key, shape in defined.items()}
    bounded = _bounded(_asked_for(schema, name), name)
    bounded, shapes = cast("list[dict[str, Any]]", _once([bounded, shapes]))
    shapes |= SHARED
    shapes["Kind"] = {"type": "string", "enum": sorted(load_categories())}
    pointed = json.dumps([bounded, shapes])
    shapes = {key: shape for key, shape in shapes.items() if f'"#/$defs/{key}"' in pointed}
    return bounded | ({"$defs": shapes} if shapes else {})


def _once(shape: Any) -> Any:
    """A schema that points to what is `SHARED` wherever it would repeat it."""
    if isinstance(shape, list):
        return [_once(one) for one in shape]
    if not isinstance(shape, dict):
        return shape
    key = next((key for key, shared in SHARED.items() if shape == shared), None)
    return {"$ref": f"#/$defs/{key}"} if key else {name: _once(one) for name, one in shape.items()}


def as_asked(reply: BaseModel) -> str:
    """A reply as a model would be asked to say it: JSON without what code works out and what goes without saying."""
    schema = reply_schema(type(reply))
    always = reply.model_dump(mode="json", include={*schema.get("required", [])}, by_alias=True)
    said = always | reply.model_dump(mode="json", exclude_defaults=True, by_alias=True)
    return json.dumps(as_shaped(said, schema, schema.get("$defs", {})), ensure_ascii=False)


def as_shaped(said: Any, shape: Mapping[str, Any], defined: Mapping[str, Any]) -> Any:
    """A value without the keys that its schema does not know."""
    shape = _pointed(shape, defined)
    if isinstance(said, list):
        return [as_shaped(one, shape.get("items", {}), defined) for one in said]
    if not isinstance(said, dict):
        return said
    choices = [one for one in shape.get("anyOf", [shape]) if "$ref" in one or "properties" in one]
    known = _pointed(choices[0] if choices else {}, defined).get("properties", {})
    return {key: as_shaped(value, known[key], defined) for key, value in said.items() if key in known}


def _pointed(shape: Mapping[str, Any], defined: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in shape:
        shape = defined[shape["$ref"].rpartition("/")[2]]
    return shape


def beyond(parsed: BaseModel) -> str | None:
    """What of a reply is longer or larger than its schema allows, in words for its author; None where nothing is."""
    said = parsed.model_dump(mode="json", by_alias=True, exclude_unset=True)
    error = best_match(_measure(type(parsed)).iter_errors(said))
    return (
        f"{'.'.join(map(str, error.absolute_path))}: breaks {error.validator} {error.validator_value}."
        if error
        else None
    )


@cache
def _measure(reply: type[BaseModel]) -> Validator:
    """Looks at sizes alone: pydantic has looked at the rest, and mended what may be mended."""
    known = {word: Draft202012Validator.VALIDATORS[word] for word in (*_SIZES, *_STRUCTURE)}
    build = cast("Callable[..., Callable[[Any], Validator]]", create)
    return build(meta_schema={}, validators=known)(reply_schema(reply))


def _asked_for(shape: dict[str, Any], name: str) -> dict[str, Any]:
    """A shape without the fields that code works out, and with those that are always said."""
    gone = _WORKED_OUT.get(name, set())
    properties = {key: value for key, value in shape.get("properties", {}).items() if key not in gone}
    required = {"required": _SAID[name]} if name in _SAID else {}
    return shape | ({"properties": properties} if properties else {}) | required


def _bounded(node: dict[str, Any], at: str) -> dict[str, Any]:
    """A node of a schema with a bound wherever it has none; `at` is its place, as in `Brief.text`."""
    if at in _SPECIAL:
        return _SPECIAL[at]
    bounded = {key: value for key, value in node.items() if key not in _NOISE}
    if "description" in bounded:
        bounded["description"] = bounded["description"].partition("\n")[0]
    for key in ("anyOf", "oneOf", "allOf", "prefixItems"):
        if key in bounded:
            bounded[key] = [_bounded(one, f"{at}[]") for one in bounded[key]]
    if "enum" in bounded or "const" in bounded:
        return bounded
    if "type" in bounded:
        return bounded | _LIMITS[bounded["type"]](bounded, at)
    if not {"$ref", "anyOf", "oneOf", "allOf"} & set(bounded):
        raise Unbounded(f"{at} may be anything")
    return bounded


def _limit_object(node: dict[str, Any], at: str) -> dict[str, Any]:
    if "properties" not in node:
        raise Unbounded(f"{at} has keys of any name")
    inner = {key: _bounded(value, f"{at}.{key}") for key, value in node["properties"].items()}
    return {"properties": inner, "additionalProperties": False}


def _limit_array(node: dict[str, Any], at: str) -> dict[str, Any]:
    items = {"items": _bounded(node["items"], f"{at}[]")} if isinstance(node.get("items"), dict) else {}
    return items | {"maxItems": node.get("maxItems", MOST)}


def _limit_string(node: dict[str, Any], _: str) -> dict[str, Any]:
    closed = {"maxLength", "pattern", "format"} & set(node)
    return {} if closed else {"maxLength": LONGEST}


def _limit_number(node: dict[str, Any], _: str) -> dict[str, Any]:
    low, high = node.get("minimum", LEAST_NUMBER), node.get("maximum", LARGEST_NUMBER)
    return {"minimum": low, "maximum": high}


_LIMITS: Mapping[str, Callable[[dict[str, Any], str], dict[str, Any]]] = {
    "object": _limit_object,
    "array": _limit_array,
    "string": _limit_string,
    "number": _limit_number,
    "integer": _limit_number,
    "boolean": lambda node, at: {},
    "null": lambda node, at: {},
}
_KIND = {"$ref": "#/$defs/Kind"}  # once for all the places where it stands: it is long
_TEXT = {"type": "string", "maxLength": LONGEST}
_AMOUNT = {"type": "number", "minimum": 0, "maximum": LARGEST_NUMBER}
_NUMBER = {"type": "number", "minimum": LEAST_NUMBER, "maximum": LARGEST_NUMBER}
_FLAG = {"type": "boolean"}
_WORDS = {"type": "array", "items": _TEXT, "maxItems": MOST}
# What a change sets: a plain value, several words, a garment, or some fields of one.
_FIELDS = {
    "category": _KIND,
    **dict.fromkeys(("id", "name", "slot", "size", "state", "currency", "fit", "pattern"), _TEXT),
    **dict.fromkeys(("merge", "clothes", "shoes", "per", "presentation", "origin"), _TEXT),
    **dict.fromkeys(("paid", "max", "formality", "clo", "photo"), _AMOUNT),
    **dict.fromkeys(("confirmed", "waterproof"), _FLAG),
    **dict.fromkeys(("fabrics", "seasons", "worn"), _WORDS),
    "colours": {
        "type": "array",
        "maxItems": 6,
        "items": {
            "type": "object",
            "properties": {"name": _TEXT, "family": _TEXT, "hex": _TEXT, "share": {**_AMOUNT, "maximum": 1}},
            "additionalProperties": False,
        },
    },
}
_SPECIAL: Mapping[str, dict[str, Any]] = {
    **dict.fromkeys(("Garment.category", "Filters.categories[]", "Brief.categories[]"), _KIND),
    "Brief.avoid_categories[]": _KIND,
    "Wanted.category": {"anyOf": [{"type": "null"}, _KIND]},
    "Brief.date": {"anyOf": [{"type": "null"}, {"type": "string", "pattern": DAY}]},
    "Critique.sub": {
        "type": "object",
        "properties": {name: {"$ref": "#/$defs/SubScore"} for name in DIMENSIONS},
        "additionalProperties": False,
    },
    "Change.value": {
        "anyOf": [
            {"type": "null"},
            {"type": "boolean"},
            _NUMBER,
            _TEXT,
            _WORDS,
            {"type": "object", "properties": _FIELDS, "additionalProperties": False},
        ]
    },
    "Brief.stated_temp_c": {"anyOf": [{"type": "null"}, {"type": "number", "minimum": -60, "maximum": 60}]},
}
