"""How a reply speaks: not too long, no word that nobody wants to read, no emoji unasked, nothing of the machinery.

`manners` reads `{"most": n, "emoji": true}`: the most words, or for Chinese characters, instead of what the kind of
answer allows; whether emoji are asked for. Without it the merger's own voice decides.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from evals.evaluators import Verdict
from evals.evaluators.answers import reply_of, trace_of
from evals.evaluators.claims import language_due
from evals.evaluators.verdicts import nothing, verdict
from evals.evaluators.words import HAN, found_in, load_words
from evals.traces import model_calls, text_of

# Words; a Chinese word is some 1.7 characters long. Voice: 60-120 for an outfit, 20-50 for a small question; a packed
# suitcase or a critique says more.
MOST_OUTFIT, MOST_SMALL, MOST_LONG = 150, 110, 200
OUTFITS, LONG = {"outfit", "complete", "find", "similar"}, {"relook", "ask_advice"}
PER_WORD = 1.7
EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u26ff\u2700-\u27bf\ufe0f]")
MACHINERY = re.compile(
    r"\[\[|\]\]|[{}<>|`]|\*\*|^\s*(?:[-*•]|\d+[.)])\s|\blook-\d+\b|\b[a-z]+(?:-[a-z]+)+-[0-9a-f]{8}\b", re.MULTILINE
)
BARE = re.compile(r"\b[a-z]+_[a-z]+\b|\bNone\b|\bnan\b")
SHINGLE = 8  # so many words of a prompt in a row are a quotation


def manners(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Whether the reply is there, and reads as a stylist's and not as a machine's or a brochure's."""
    if "messages" not in outputs:
        return nothing("manners")
    reply, expected = reply_of(outputs), reference_outputs.get("manners") or {}
    failures = _failures(reply, outputs, expected, trace_of(outputs, trace), language_due(inputs, outputs))
    return verdict("manners", failures, 7)


def _failures(
    reply: str, outputs: Mapping[str, Any], expected: Mapping[str, Any], trace: Mapping[str, Any], language: Any
) -> Iterator[str]:
    if not reply.strip():
        yield "there is no reply"
        return
    length, most = length_of(reply), expected.get("most", _most(outputs))
    words = load_words()
    yield from [f"{length} words, not {most}"] if length > most else []
    yield from [f"says {', '.join(found)}"] if (found := found_in(reply, words.blocked[language])) else []
    yield from [f"says {', '.join(found)}"] if (found := found_in(reply, words.machine[language])) else []
    if not expected.get("emoji", voice_of(trace).get("emoji", False)) and EMOJI.search(reply):
        yield "has an emoji"
    if found := MACHINERY.findall(reply) + BARE.findall(reply):
        yield f"shows {found[0]!r}"
    if len(re.findall("[!！]", reply)) > 1:
        yield "exclaims twice"
    if quoted := quoted_prompt(reply, trace):
        yield f"quotes a prompt: {quoted}"


def length_of(reply: str) -> int:
    """In words, Chinese ones by the mean of their characters."""
    han = len(HAN.findall(reply))
    return round(han / PER_WORD) + len(re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", HAN.sub(" ", reply)))


def _most(outputs: Mapping[str, Any]) -> int:
    if outputs.get("packing") or outputs.get("critique") or (outputs.get("brief") or {}).get("intent") in LONG:
        return MOST_LONG
    return MOST_OUTFIT if (outputs.get("brief") or {}).get("intent") in OUTFITS else MOST_SMALL


def voice_of(trace: Mapping[str, Any]) -> dict[str, Any]:
    """The voice that the merger was told to speak with; empty where it was not asked."""
    for call in model_calls(trace, "merge"):
        for message in call.messages:
            if '"voice"' in (text := text_of(message)):
                try:
                    return dict(json.loads(text).get("voice") or {})
                except ValueError:
                    continue
    return {}


def quoted_prompt(reply: str, trace: Mapping[str, Any]) -> str:
    """A run of words of a system prompt that the reply says, empty where there is none."""
    words = re.findall(r"\w+", reply.lower())
    runs = {" ".join(words[place : place + SHINGLE]) for place in range(len(words) - SHINGLE + 1)}
    for call in model_calls(trace):
        told = [text_of(message) for message in call.messages if message.get("type") == "system"]
        prompt = re.findall(r"\w+", " ".join(told).lower())
        for place in range(len(prompt) - SHINGLE + 1):
            if (run := " ".join(prompt[place : place + SHINGLE])) in runs:
                return run
    return ""
