"""What a model thinks aloud before it speaks, taken out: `<think>...</think>` and its kin."""

import re
from dataclasses import dataclass

_NAMES = "think|thinking|thought|thoughts|reasoning|reflection"
OPENS = re.compile(rf"<(?:{_NAMES})>", re.IGNORECASE)
CLOSES = re.compile(rf"</(?:{_NAMES})>", re.IGNORECASE)
TAG = re.compile(rf"</?(?:{_NAMES})>", re.IGNORECASE)
# The beginning of a tag that the next piece of a stream may complete.
_HALF = re.compile(r"</?[a-z]{0,10}$", re.IGNORECASE)


def spoken(text: str) -> str:
    """What a whole reply says: what follows its last thought. A thought that never ends leaves nothing.

    A model whose template has opened the thought already only closes it.
    """
    rest = CLOSES.split(text)[-1]
    opened = OPENS.search(rest)
    return (rest[: opened.start()] if opened else rest).strip()


@dataclass
class Habit:
    """Whether a model's replies begin within a thought, as they do where its template opens one; None until known.

    It goes with the template, so that one reply tells it for all that follow.
    """

    begins_thinking: bool | None = None


class Aloud:
    """The spoken part of a stream.

    Of a model whose habit is not known, or that begins within a thought, nothing is passed on before a tag has come or
    the stream has ended. Where a known habit turns out wrong, the closing tag is let through for the gate to see.
    """

    def __init__(self, habit: Habit | None = None) -> None:
        self._habit = habit or Habit(begins_thinking=False)
        self._waits = self._habit.begins_thinking is not False
        self._held = ""
        self._thinks = False

    def heard(self, piece: str) -> str:
        """What may be passed on now that another piece has come."""
        self._held += piece
        if self._waits and not self._is_told():
            return ""
        said = ""
        while found := (CLOSES if self._thinks else OPENS).search(self._held):
            said += "" if self._thinks else self._held[: found.start()]
            self._held, self._thinks = self._held[found.end() :], not self._thinks
        if self._thinks:
            self._held = self._held[-20:]  # enough for a tag that comes in two pieces
            return said
        half = _HALF.search(self._held)
        keep = half.start() if half else len(self._held)
        said, self._held = said + self._held[:keep], self._held[keep:]
        if CLOSES.search(said):
            self._habit.begins_thinking = True
        return said

    def left(self) -> str:
        """What was held back when the stream ended; of a thought that never did, nothing."""
        return "" if self._thinks or (self._waits and self._habit.begins_thinking) else self._held

    def settle(self) -> None:
        """Note that a whole reply has come; one without any tag shows that the model does not begin with a thought."""
        if self._waits and not self._habit.begins_thinking:
            self._habit.begins_thinking = False

    def _is_told(self) -> bool:
        """Whether a tag tells by now where the reply began; a thought that was closed is dropped."""
        tag = TAG.search(self._held)
        if tag is None:
            return False
        self._waits, closes = False, tag[0].startswith("</")
        self._habit.begins_thinking = closes
        self._held = self._held[tag.end() :] if closes else self._held
        return True
