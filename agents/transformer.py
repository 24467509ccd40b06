"""A chat model of transformers, from what `save_pretrained` wrote or a copy of a repository. All of it blocks.

Models of text and those that see pictures alike. Nothing is fetched, and no code of the folder's is run.
"""

import base64
import io
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from langchain_core.messages import BaseMessage
from PIL import Image

from stores.weights import config_of

PACKAGES = ("torch", "transformers")
MOST_TOKENS = 2500  # of one reply; what is cut is asked for again, shorter
LONGEST = 4096  # of a model that does not say how much it can read
ROLES = {"system": "system", "human": "user", "ai": "assistant"}
UNFINISHED = "\ufffd"

Turn = dict[str, Any]


class Sightless(ValueError):
    """A picture was shown to a model of text."""


class TooLong(ValueError):
    """The conversation leaves no room for a reply."""


@dataclass(frozen=True)
class Spent:
    """Tokens that were read and written, and whether the limit ended the reply."""

    read: int = 0
    written: int = 0
    cut: bool = False


class Telling:
    """What `generate` puts its tokens into: tells the text as far as its last character is whole."""

    def __init__(self, decode: Callable[[list[int]], str], tell: Callable[[str], None]) -> None:
        self._decode, self._tell = decode, tell
        self._told = 0
        self._prompted = False
        self.tokens: list[int] = []

    def put(self, ids: Any) -> None:
        """The first that comes is the prompt."""
        if self._prompted:
            self.tokens += ids.flatten().tolist()
            self._say(self._decode(self.tokens).rstrip(UNFINISHED))
        self._prompted = True

    def end(self) -> None:
        self._say(self._decode(self.tokens))

    def _say(self, text: str) -> None:
        if len(text) > self._told:
            self._tell(text[self._told :])
            self._told = len(text)


class Transformer:
    """The model of a folder with its processor, in memory. Raises NoWeights."""

    def __init__(self, folder: Path) -> None:
        config = config_of(folder, PACKAGES)
        import torch
        from transformers import AutoModelForCausalLM, AutoModelForImageTextToText, AutoProcessor, AutoTokenizer, utils

        utils.logging.disable_progress_bar()
        utils.logging.set_verbosity_error()
        self.sees = "vision_config" in config
        kind, reader = (
            (AutoModelForImageTextToText, AutoProcessor) if self.sees else (AutoModelForCausalLM, AutoTokenizer)
        )
        device = "cuda" if torch.cuda.is_available() else "cpu"
        self._model = kind.from_pretrained(folder, local_files_only=True, dtype="auto").eval().to(device)
        self._reader = reader.from_pretrained(folder, local_files_only=True)
        words = self._model.config.get_text_config()
        self.longest: int = getattr(words, "max_position_embeddings", None) or LONGEST

    def reply(self, turns: Sequence[Turn], tell: Callable[[str], None], halt: threading.Event, **how: Any) -> Spent:
        """Tells the reply piece by piece; stops at the next token once `halt` is set. Raises Sightless, TooLong."""
        inputs = self._read(turns)
        read = inputs["input_ids"].shape[1]
        room = min(how.pop("max_tokens", MOST_TOKENS), self.longest - read)
        if room < 1:
            raise TooLong(f"{read} tokens, and the model takes {self.longest}")
        telling = Telling(self._written, tell)
        self._generate(inputs, telling, halt, {"max_new_tokens": room, **how})
        written = len(telling.tokens)
        return Spent(read, written, cut=written >= room)

    def _generate(self, inputs: dict[str, Any], telling: Telling, halt: threading.Event, how: dict[str, Any]) -> None:
        import torch
        from transformers import StoppingCriteriaList

        def halted(ids: Any, scores: Any, **_: Any) -> Any:
            return torch.full((ids.shape[0],), halt.is_set(), dtype=torch.bool, device=ids.device)

        with torch.inference_mode():
            self._model.generate(**inputs, streamer=telling, stopping_criteria=StoppingCriteriaList([halted]), **how)

    def _read(self, turns: Sequence[Turn]) -> dict[str, Any]:
        from jinja2 import TemplateError

        shown = [{**turn, "content": self._content(turn["content"])} for turn in turns]
        try:
            read = self._templated(shown)
        except TemplateError:  # a template without a place for the system's words
            read = self._templated(self._folded(shown))
        return {name: self._placed(tensor) for name, tensor in read.items()}

    def _templated(self, turns: Sequence[Turn]) -> Any:
        return self._reader.apply_chat_template(
            turns, add_generation_prompt=True, tokenize=True, return_dict=True, return_tensors="pt",
            enable_thinking=False,
        )  # fmt: skip

    def _content(self, parts: list[dict[str, Any]]) -> Any:
        """Parts for a model that sees, one text for another."""
        if self.sees:
            return parts
        if any(part["type"] == "image" for part in parts):
            raise Sightless("the model reads text alone")
        return "\n\n".join(part["text"] for part in parts)

    def _folded(self, turns: Sequence[Turn]) -> list[Turn]:
        """The system's words at the beginning of the first turn after them."""
        first, second, *rest = turns
        gap = [] if self.sees else "\n\n"
        return [{**second, "content": first["content"] + gap + second["content"]}, *rest]

    def _placed(self, tensor: Any) -> Any:
        kind = self._model.dtype if tensor.is_floating_point() else tensor.dtype
        return tensor.to(self._model.device, kind)

    def _written(self, tokens: list[int]) -> str:
        text: str = self._reader.decode(tokens, skip_special_tokens=True)
        return text


def turns_of(messages: Sequence[BaseMessage]) -> list[Turn]:
    """Messages as chat templates read them."""
    return [{"role": ROLES[message.type], "content": parts_of(message)} for message in messages]


def parts_of(message: BaseMessage) -> list[dict[str, Any]]:
    """The texts of a message, and its pictures (data URIs), opened."""
    content = message.content if isinstance(message.content, list) else [message.content]
    return [part_of(part) for part in content]


def part_of(part: Any) -> dict[str, Any]:
    if isinstance(part, str):
        return {"type": "text", "text": part}
    if part["type"] == "text":
        return {"type": "text", "text": part["text"]}
    data = part["image_url"]["url"].partition(",")[2]
    return {"type": "image", "image": Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB")}
