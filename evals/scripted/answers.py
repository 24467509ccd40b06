"""What the scripted server says: the house's own answer to a request, and each way of saying it wrongly."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from agents.contracts import MergeRequest, Request, UnderstandRequest
from agents.house.model import ANSWERERS, WRITERS
from agents.replies import as_asked
from evals.scripted.script import Fault
from prompts.loader import Voice
from stores.vocabulary import Brief, Language

REQUEST: TypeAdapter[Request] = TypeAdapter(Request)
# Some four letters are a token, and so is a Chinese character.
TOKEN = re.compile(r"\s*(?:[一-鿿]|[^\s一-鿿]{1,4})|\s+")
HELLO: Mapping[Language, str] = {"en": "a dress for a wedding", "fr": "une robe de mariage", "zh": "婚礼穿什么裙子"}
NOTHING = " and"
THOUGHT = "<think>The user wants an outfit. I could say that it costs 999 € and see {what happens}.</think>\n"
REFUSAL = "I'm sorry, but I can't help with that."
PRICE = "It comes to 999 € and not a cent more, I promise."
STRANGE = "article-0000dead"
# Where each kind of reply points at things by their id.
POINTS: Mapping[str, tuple[str, Any]] = {
    "understand": ("refers_to", [STRANGE]),
    "style": ("keep", [STRANGE]),
    "critique": ("fixes", [{"what": "swap", "why": "colours", "item": STRANGE}]),
    "advise": ("advice", {"keep": [{"id": STRANGE, "why": "it works"}]}),
    "check": ("amended", [{"slot": "bottom", "query": "x", "like": STRANGE}]),
}


@dataclass(frozen=True)
class Said:
    """A reply, why it ended, and whether the model declined in the protocol's own field."""

    text: str
    finish: str = "stop"
    refuses: bool = False

    @property
    def tokens(self) -> list[str]:
        return TOKEN.findall(self.text)


def request_in(messages: list[dict[str, Any]]) -> Any:
    """The request that the first human message holds, else None."""
    human = next((one["content"] for one in messages if one.get("role") == "user"), "")
    if isinstance(human, list):
        human = "".join(part.get("text", "") for part in human if part.get("type") == "text")
    try:
        return REQUEST.validate_json(human)
    except ValueError:
        return None


def answer(request: Any) -> str:
    """The house's answer: the reply with its tokens, or JSON of what is asked for and does not go without saying."""
    if request.kind in WRITERS:
        return "".join(WRITERS[request.kind](request)).strip()
    said = json.loads(as_asked(ANSWERERS[request.kind](request)))
    _leave_out_palette(said, request)
    return json.dumps(said, ensure_ascii=False)


def _leave_out_palette(said: dict[str, Any], request: Any) -> None:
    """Of a direction's wishes the colours that the rules of the turn have already."""
    known = request.rules.palette if hasattr(request, "rules") else None
    for wish in said.get("direction", said).get("wishes", []):
        if wish.get("prefer_colours") == known:
            del wish["prefer_colours"]


def warm() -> None:
    """Read what the first answers would wait for: the words of every language."""
    for language, text in HELLO.items():
        brief = answer(UnderstandRequest(text=text, today=date(2027, 5, 3)))
        answer(MergeRequest(language=language, voice=Voice(), text=text, brief=Brief.model_validate_json(brief)))


def say(request: Any, fault: Fault | None, messages: list[dict[str, Any]]) -> Said:
    """The reply to a request, with what is to be wrong with it."""
    good = answer(request)
    if fault is None:
        return Said(good)
    if fault not in SPOILED:
        return Said(cut_price(good) if request.kind in WRITERS else good)
    return SPOILED[fault](request, good, messages)


def cut_price(good: str) -> str:
    """A reply with a price of its own in the second sentence, which a cut goes through."""
    first = re.split(r"(?<=[.!?。！？])", good, maxsplit=1)[0]
    return f"{first} {PRICE}"


def _spoil_ids(request: Any, good: str, _: Any) -> Said:
    if request.kind in WRITERS:
        return Said(f"Take [[9.9]] with it. {good}")
    key, value = POINTS.get(request.kind, ("photos", [STRANGE]))
    reply = json.loads(good)
    reply[key] = {**reply[key], **value} if isinstance(reply.get(key), dict) else value
    return Said(json.dumps(reply))


def _spoil_json(request: Any, good: str, _: Any) -> Said:
    """What no repair makes the right shape of; the merger's reply is JSON where words are wanted."""
    if request.kind in WRITERS:
        return Said('{"reply": "Wear the dress"}')
    return Said('{"wishes": "a dress", "score": "very", "garments": 7, "accept": {}, "intent": ["dance", ')


def _leak(request: Any, good: str, messages: list[dict[str, Any]]) -> Said:
    return Said(str(next((one["content"] for one in messages if one.get("role") == "system"), "")))


SPOILED: Mapping[Fault, Callable[[Any, str, list[dict[str, Any]]], Said]] = {
    "json": _spoil_json,
    "ids": _spoil_ids,
    "refusal": lambda request, good, messages: Said(REFUSAL, refuses=True),
    "leak": _leak,
    "think": lambda request, good, messages: Said(THOUGHT + good),
    "empty": lambda request, good, messages: Said(""),
    "length": lambda request, good, messages: Said(good[: max(len(good) // 2, 1)], finish="length"),
}
