"""Whether a model server answers: it is asked for one word, which tells a wrong name and a missing key apart."""

import os
import time
from typing import Any

import httpx

PATIENCE_S = 20  # a server that has just started may still be warming up
MOST_NAMED = 5
KEY = "MAISON_VLLM_API_KEY"


class Silent(Exception):
    """The model gave no answer; the message says why, and what to do."""


def answered(spec: str) -> tuple[bool, str]:
    """Whether a model answers, and what to say of it; a provider's is not asked, since that would cost."""
    kind, _, rest = spec.partition(":")
    if kind != "vllm":
        return True, "" if kind in {"house", "hf"} else "; not asked, since that costs"
    name, _, url = rest.partition("@")
    try:
        return True, f"; replied in {ask_server(name, url.rstrip('/')):.1f} s"
    except Silent as error:
        return False, str(error)


def ask_server(name: str, url: str) -> float:
    """Seconds until a server of the OpenAI protocol has answered with one token. Raises Silent."""
    body = {"model": name, "messages": [{"role": "user", "content": "Hello"}], "max_tokens": 1}
    began = time.monotonic()
    try:
        answer = httpx.post(f"{url}/chat/completions", json=body, headers=_key(), timeout=PATIENCE_S)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Silent(f"{url} does not answer ({type(error).__name__})") from error
    if answer.is_success:
        return time.monotonic() - began
    if answer.status_code in {401, 403}:
        raise Silent(f"{url} wants another key: {KEY} holds {'one' if KEY in os.environ else 'none'}")
    named = _named(url)
    if named and name not in named:
        raise Silent(f"{url} has no model {name!r}; it has {', '.join(named[:MOST_NAMED])}")
    hint = "" if named else "; as a rule the address ends in /v1"
    raise Silent(f"{url} answers with status {answer.status_code}{hint}")


def _named(url: str) -> list[str]:
    """What the server lists as its models; nothing where it lists none."""
    try:
        listed: Any = httpx.get(f"{url}/models", headers=_key(), timeout=PATIENCE_S).json()
        return [str(row["id"]) for row in listed["data"]]
    except (httpx.HTTPError, ValueError, KeyError, TypeError):
        return []


def _key() -> dict[str, str]:
    return {"Authorization": f"Bearer {os.environ.get(KEY, 'none')}"}
