"""What becomes of each reply of a model, in the shape that learning takes: what stood, and what was said instead.

Nothing is told unless a desk has somebody who keeps it. Knows neither persons nor where records are kept.
"""

import logging
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from langchain_core.messages import BaseMessage

from prompts.loader import Prompt
from stores.training_records import Outcome, Reply, Told

log = logging.getLogger(__name__)

Keep = Callable[[Reply], Awaitable[None]]
ROLES: dict[str, Literal["system", "user", "assistant"]] = {"system": "system", "ai": "assistant"}
MENDED = "its JSON had to be mended"


@dataclass(frozen=True)
class Try:
    """One reply: what was said, how it was read where that is something else, and what was wrong with it."""

    said: str
    read: str = ""
    wrong: str = ""


@dataclass(frozen=True)
class Asked:
    """What a model was asked, under which prompt, and who keeps what it said."""

    keep: Keep
    model: str
    prompt: Prompt
    messages: Sequence[BaseMessage]

    async def tell(self, outcome: Outcome, chosen: str, rejected: str | None = None, reason: str = "") -> None:
        """Never raises: a record that cannot be written is none."""
        reply = Reply(
            role=self.prompt.role,
            model=self.model,
            prompt_hash=self.prompt.version,
            outcome=outcome,
            messages=[Told(role=ROLES.get(one.type, "user"), content=one.text) for one in self.messages],
            chosen=chosen,
            rejected=rejected,
            reason=reason,
        )
        try:
            await self.keep(reply)
        except OSError as error:
            log.warning("a reply of %s could not be kept: %s", self.prompt.role, type(error).__name__)

    async def tell_tries(self, tries: Sequence[Try], house: str | None) -> None:
        """Of one question: the tries, and the house's answer where none of them stood."""
        for outcome, chosen, one in judged(tries, house):
            await self.tell(outcome, chosen, one.said if outcome != "accepted" else None, one.wrong)


def judged(tries: Sequence[Try], house: str | None) -> Iterator[tuple[Outcome, str, Try]]:
    """Of each try what came of it, and what stood: the house's answer, else what the last one came to."""
    if house is not None:
        yield from (("rejected", house, one) for one in tries)
        return
    *before, last = tries
    chosen = last.read or last.said
    yield from (("repaired", chosen, one) for one in before)
    if last.read:
        yield "repaired", chosen, Try(last.said, wrong=MENDED)
    elif not before:
        yield "accepted", chosen, last
