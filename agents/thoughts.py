"""What a model thinks aloud before it speaks, taken out: `<think>...</think>` and its kin."""

import re

_NAMES = "think|thinking|thought|thoughts|reasoning|reflection"
OPENS = re.compile(rf"<(?:{_NAMES})>", re.IGNORECASE)
CLOSES = re.compile(rf"</(?:{_NAMES})>", re.IGNORECASE)
TAG = re.compile(rf"</?(?:{_NAMES})>", re.IGNORECASE)
# The beginning of a tag that the next piece of a stream may complete.
_HALF = re.compile(r"<[a-z]{0,10}$", re.IGNORECASE)


def spoken(text: str) -> str:
    """What a whole reply says: what follows its last thought. A thought that never ends leaves nothing.

    A model whose template has opened the thought already only closes it.
    """
    rest = CLOSES.split(text)[-1]
    opened = OPENS.search(rest)
    return (rest[: opened.start()] if opened else rest).strip()


class Aloud:
    """The spoken part of a stream. A closing tag without its opening is let through, for the gate to see."""

    def __init__(self) -> None:
        self._held = ""
        self._thinks = False

    def heard(self, piece: str) -> str:
        """What may be passed on now that another piece has come."""
        self._held += piece
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
        return said

    def left(self) -> str:
        """What was held back when the stream ended."""
        return "" if self._thinks else self._held
