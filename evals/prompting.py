"""What prompts are held against beyond their files: the words of the gate, and what requests and replies hold."""

from functools import cache
from typing import Any, get_args

from agents.contracts import MergeRequest, Request
from agents.gate import load_words
from agents.replies import REPLIES
from graph.variants import load_variants
from prompts.lint import Known
from prompts.sources import included
from stores.vocabulary import Language

Fields = dict[str, frozenset[str]]


@cache
def known_to_prompts() -> Known:
    """The words that no reply may hold, and the fields of each role's request and reply."""
    requests = {one.model_fields["kind"].default: one for one in get_args(get_args(Request)[0])}
    fields = {
        role: _fields(request.model_json_schema()) | _fields(REPLIES.get(role, MergeRequest).model_json_schema())
        for role, request in requests.items()
    }
    blocked = tuple(load_words(language).blocked for language in get_args(Language))
    texts = [text for one in load_variants() for text in one.context.values() if isinstance(text, str)]
    return Known(blocked, fields, frozenset(name for text in texts for name in included(text)))


def _fields(schema: dict[str, Any]) -> Fields:
    """Of each field that holds fields of its own, their names; the same for those of a list's entries."""
    shapes, found = schema.get("$defs", {}), dict[str, frozenset[str]]()
    for key, value in schema.get("properties", {}).items():
        held = {name for one in _pointed(value) for name in shapes[one].get("properties", {})}
        if held:
            found[key] = frozenset(held)
    return found


def _pointed(value: Any) -> list[str]:
    """The shapes that a field's schema points at."""
    if isinstance(value, dict):
        own = [value["$ref"].rpartition("/")[2]] if "$ref" in value else []
        return own + [name for one in value.values() for name in _pointed(one)]
    return [name for one in value for name in _pointed(one)] if isinstance(value, list) else []
