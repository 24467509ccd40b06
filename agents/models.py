"""Which chat model a name stands for.

Kinds of spec: `house`, `vllm:NAME@URL` (any server of the OpenAI protocol), `hf:FOLDER` (transformers in this process),
and whatever `init_chat_model` reads (`openai:...`, `mistralai:...`). A client may only name what the operator registered.
"""

import os
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from langchain_core.language_models import BaseChatModel

from agents.house.model import HouseModel
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
    from pydantic import SecretStr

    key = os.environ.get("MAISON_VLLM_API_KEY", "none")
    return ChatOpenAI(model=name, base_url=url, api_key=SecretStr(key), max_retries=0, stream_usage=True, tags=NOSTREAM)


def load_hf(folder: str) -> BaseChatModel:
    """A folder that transformers reads, in this process."""
    from agents.in_process import InProcess
    from agents.transformer import NoModel

    try:
        return InProcess(folder=Path(folder), tags=NOSTREAM)
    except NoModel as error:
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


@dataclass
class Models:
    """The registry: name to spec, loaded at first use."""

    specs: Mapping[str, str]
    _loaded: dict[str, BaseChatModel] = field(default_factory=dict)

    def model(self, name: str) -> BaseChatModel:
        if name not in self._loaded:
            if name not in self.specs:
                raise UnknownModel(f"no model is called '{name}'; registered: {', '.join(sorted(self.specs))}")
            self._loaded[name] = load_model(self.specs[name])
        return self._loaded[name]

    def is_here(self, name: str) -> bool:
        """Whether the model of this name runs on this machine."""
        return is_here(self.specs.get(name, ""))

    @property
    def house(self) -> BaseChatModel:
        return self.model(HOUSE)
