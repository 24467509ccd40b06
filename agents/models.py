"""Which chat model a name stands for.

Kinds of spec: `house`, `vllm:NAME@URL` (any server of the OpenAI protocol), `hf:FOLDER` (transformers in this process),
and whatever `init_chat_model` reads (`openai:...`, `mistralai:...`). A client may only name what is registered.
"""

import os
import warnings
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

from langchain_core.caches import InMemoryCache
from langchain_core.language_models import BaseChatModel
from langchain_core.rate_limiters import BaseRateLimiter, InMemoryRateLimiter

from agents.breaker import Breaker
from agents.house.model import HouseModel
from agents.thoughts import Habit
from stores.addresses import is_loopback

HOUSE = "house"
NOSTREAM = ["nostream"]


class UnknownModel(ValueError):
    """A name that is neither registered nor a spec."""


def load_house(_: str) -> BaseChatModel:
    return HouseModel(tags=NOSTREAM)


def load_vllm(rest: str) -> BaseChatModel:
    """`NAME@URL`; the key, where the server wants one, is MAISON_VLLM_API_KEY."""
    name, _, url = rest.partition("@")
    if not (name and url):
        raise UnknownModel(
            f"'vllm:{rest}' is no model spec: write vllm:NAME@URL, e.g. vllm:qwen@http://localhost:8000/v1"
        )
    from langchain_openai import ChatOpenAI
    from openai import DefaultAsyncHttpxClient
    from pydantic import SecretStr

    return ChatOpenAI(
        model=name,
        base_url=url,
        api_key=SecretStr(os.environ.get("MAISON_VLLM_API_KEY", "none")),
        # langchain-openai would share one client among all event loops and never close it.
        http_async_client=DefaultAsyncHttpxClient(),
        max_retries=0,
        stream_usage=True,
        tags=NOSTREAM,
    )


def load_hf(folder: str) -> BaseChatModel:
    """A folder that transformers reads, in this process."""
    from agents.in_process import InProcess
    from stores.weights import NoWeights

    try:
        return InProcess(folder=Path(folder), tags=NOSTREAM)
    except NoWeights as error:
        raise UnknownModel(f"model 'hf:{folder}' cannot be loaded: {error}") from error


def load_provider(spec: str) -> BaseChatModel:
    from langchain.chat_models import init_chat_model

    try:
        model: BaseChatModel = init_chat_model(spec, max_retries=0, tags=NOSTREAM)
    except (ImportError, ValueError) as error:
        raise UnknownModel(f"model '{spec}' cannot be loaded: {error}") from error
    return model


LOADERS: dict[str, Callable[[str], BaseChatModel]] = {HOUSE: load_house, "vllm": load_vllm, "hf": load_hf}


def load_model(spec: str) -> BaseChatModel:
    """The chat model of a spec, tagged `nostream`. Raises UnknownModel."""
    # langchain-openai dumps a parsed reply through a field declared as None; the warning of it would quote the reply.
    warnings.filterwarnings("ignore", "Pydantic serializer warnings", UserWarning)
    kind, _, rest = spec.partition(":")
    return LOADERS[kind](rest) if kind in LOADERS else load_provider(spec)


def is_here(spec: str) -> bool:
    """Whether what a model of this spec is shown stays on this machine."""
    kind, _, rest = spec.partition(":")
    if kind == "vllm":
        return is_loopback(urlsplit(rest.partition("@")[2]).hostname or "")
    return kind in {HOUSE, "hf"}


def backend_of(spec: str) -> str:
    """What fails and is limited as one: a server by its address, a provider by its name, anything else by itself."""
    kind, _, rest = spec.partition(":")
    if kind == "vllm":
        return rest.partition("@")[2]
    return spec if kind in LOADERS or not rest else kind


@dataclass(frozen=True)
class Policy:
    """How backends are treated: calls per second, retries of a call, when one is let be and how long (seconds)."""

    per_second: float | None = None
    retries: int = 2
    failures: int = 5
    rest: float = 30.0
    cached: int = 0

    def limiter(self) -> BaseRateLimiter | None:
        """A bucket of one second's calls."""
        if self.per_second is None:
            return None
        rate = self.per_second
        return InMemoryRateLimiter(
            requests_per_second=rate, check_every_n_seconds=min(0.1, 0.5 / rate), max_bucket_size=max(1.0, rate)
        )


@dataclass
class Models:
    """The registry: name to spec, loaded at first use."""

    specs: Mapping[str, str]
    policy: Policy = Policy()
    _loaded: dict[str, BaseChatModel] = field(default_factory=dict)
    _breakers: dict[str, Breaker] = field(default_factory=dict)
    _limiters: dict[str, BaseRateLimiter | None] = field(default_factory=dict)
    _habits: dict[str, Habit] = field(default_factory=dict)
    _cache: InMemoryCache | None = None
    _loading: AbstractContextManager[Any] = field(default_factory=Lock)

    def __post_init__(self) -> None:
        # In this process alone: it holds what people wrote, and is gone with it.
        self._cache = InMemoryCache(maxsize=self.policy.cached) if self.policy.cached else None

    def model(self, name: str) -> BaseChatModel:
        if name not in self._loaded and name not in self.specs:
            raise UnknownModel(f"no model is called '{name}'; registered: {', '.join(sorted(self.specs))}")
        with self._loading:
            if name not in self._loaded:
                self._loaded[name] = self._governed(load_model(self.specs[name]), self.specs[name])
        return self._loaded[name]

    def _governed(self, model: BaseChatModel, spec: str) -> BaseChatModel:
        """The model under the limits of its backend; the house has none."""
        if spec == HOUSE:
            return model
        backend = backend_of(spec)
        model.rate_limiter = self._limiters.setdefault(backend, self.policy.limiter())
        model.cache = self._cache
        return model

    async def close(self) -> None:
        """Hang up on every server that was called."""
        for model in self._loaded.values():
            if client := getattr(model, "http_async_client", None):
                await client.aclose()

    def breaker(self, name: str) -> Breaker:
        """The breaker of the backend behind a name."""
        backend = backend_of(self.specs.get(name, name))
        return self._breakers.setdefault(backend, Breaker(self.policy.failures, self.policy.rest))

    def habit(self, name: str) -> Habit:
        """What is known of how a model thinks aloud; it is learnt from its replies."""
        return self._habits.setdefault(name, Habit())

    def is_here(self, name: str) -> bool:
        """Whether the model of this name runs on this machine."""
        return is_here(self.specs.get(name, ""))

    @property
    def house(self) -> BaseChatModel:
        return self.model(HOUSE)
