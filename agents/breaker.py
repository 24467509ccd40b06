"""A backend that fails again and again is let be for a while, so that no turn waits for it.

Closed: calls go through. Open, after so many failures in a row: none does. Half open, once it has rested: one call goes
through, and what becomes of it decides. Knows nothing of models.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

State = Literal["closed", "open", "half open"]


class Resting(Exception):
    """The backend is let be."""


@dataclass
class Breaker:
    """Opens after `failures` in a row, for `rest` seconds."""

    failures: int = 5
    rest: float = 30.0
    clock: Callable[[], float] = time.monotonic
    _failed: int = field(default=0, init=False)
    _opened: float = field(default=0.0, init=False)
    _probing: bool = field(default=False, init=False)

    @property
    def state(self) -> State:
        if self._failed < self.failures:
            return "closed"
        return "half open" if self.clock() >= self._opened + self.rest else "open"

    @contextmanager
    def watched(self, answered: tuple[type[BaseException], ...] = (), *, fair: bool = True) -> Iterator[None]:
        """Let a call through and learn from it. Raises Resting.

        An exception of `answered` is the caller's own: the backend did answer. A call that was given up, or had too
        little time to be `fair`, tells nothing.
        """
        probes = self._admit()
        try:
            yield
        except answered:
            self._failed = 0
            raise
        except Exception:
            self._note_failure(counts=fair)
            raise
        else:
            self._failed = 0
        finally:
            if probes:
                self._probing = False

    def _admit(self) -> bool:
        """Whether the call that is let through is the one that tries whether the backend is back."""
        if self.state == "closed":
            return False
        if self.state == "open" or self._probing:
            raise Resting
        self._probing = True
        return True

    def _note_failure(self, *, counts: bool) -> None:
        if counts:
            self._failed += 1
            self._opened = self.clock()
