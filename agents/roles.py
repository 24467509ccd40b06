"""The agents: for each role, which request it takes, which prompt it stands under, and what it answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from pydantic import BaseModel

from agents import completing, prose
from agents.ask import Answer, Desk, ask
from agents.contracts import (
    Advised,
    AdviseRequest,
    Caption,
    CaptionRequest,
    CheckRequest,
    CritiqueRequest,
    MergeRequest,
    StyleRequest,
    UnderstandRequest,
    Verdict,
)
from agents.gate import Facts
from agents.grounding import grounded
from agents.history import in_short
from agents.house.checker import check
from agents.models import HOUSE
from agents.sureness import is_sure
from agents.writer import Written, write
from prompts.loader import Prompt, load_prompt, with_text
from stores.vocabulary import Brief, Critique, Direction, Role

R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True)
class Agents:
    """Every agent of one run, at one desk; `texts` are prompts that this run replaces."""

    desk: Desk
    texts: Mapping[Role, str]

    def prompt(self, role: Role) -> Prompt:
        return with_text(load_prompt(role), self.texts.get(role))

    async def understand(self, request: UnderstandRequest) -> Answer[Brief]:
        """By the house where it is sure, so that no call stands before all others; by the model where it is not."""
        prompt = self.prompt("understand")
        ours = prompt == load_prompt("understand")  # who tries another prompt wants to see what it does
        desk = self.desk.with_house("understand") if ours and is_sure(request, self.desk.unread_words) else self.desk
        answer = await ask(in_short(request), Brief, prompt, desk)
        return _settled(answer, lambda brief: _as_written(brief, request))

    async def style(self, request: StyleRequest) -> Answer[Direction]:
        answer = await ask(request, Direction, self.prompt("style"), self._while_calls_last("style"))
        return _settled(answer, lambda said: prose.worded(completing.styled(said, request), request.brief))

    async def critique(self, request: CritiqueRequest) -> Answer[Critique]:
        answer = await ask(request, Critique, self.prompt("critique"), self._while_calls_last("critique"))
        return _settled(answer, lambda critique: prose.judged(critique, request))

    async def advise(self, request: AdviseRequest) -> Answer[Advised]:
        answer = await ask(request, Advised, self.prompt("advise"), self.desk)
        return _settled(answer, lambda said: _led(said, request))

    async def check(self, request: CheckRequest) -> Answer[Verdict]:
        """By code; the model is asked where a gate or the score finds something, and the turn has a call left."""
        prompt = self.prompt("check")
        finds = bool(request.dropped) or not check(request).accept or prompt != load_prompt("check")
        desk = self.desk if finds and self.desk.calls_left > 0 else self.desk.with_house("check")
        answer = await ask(request, Verdict, prompt, desk)
        return _settled(answer, lambda verdict: _opened(verdict, request))

    async def caption(self, request: CaptionRequest, images: Sequence[str] = ()) -> Answer[Caption]:
        return await ask(request, Caption, self.prompt("caption"), self.desk, images)

    def _while_calls_last(self, role: Role) -> Desk:
        """The desk where the house answers once a turn has made its calls, as it does after a message that was hard to
        read and a photo; who tries another prompt wants to see what it does."""
        spent = self.desk.calls_left <= 0 and self.prompt(role) == load_prompt(role)
        return self.desk.with_house(role) if spent else self.desk

    async def merge(self, request: MergeRequest, facts: Facts) -> Written:
        return await write(request, self.prompt("merge"), self.desk, facts)


def _settled(answer: Answer[R], settle: Callable[[R], R]) -> Answer[R]:
    """A model's reply with what code works out; the house has worked it out already."""
    return answer if answer.model == HOUSE else replace(answer, reply=settle(answer.reply))


def _as_written(brief: Brief, request: UnderstandRequest) -> Brief:
    """The brief with the person's own words, without what only code can say and what they did not speak of."""
    change = brief.refinement and brief.refinement.model_copy(update={"than": None, "without": []})
    written = brief.model_copy(update={"text": request.text, "unmet": [], "clo": None, "refinement": change})
    return grounded(written, request)


def _led(said: Advised, request: AdviseRequest) -> Advised:
    direction = prose.worded(completing.advised(said.direction, request), request.brief)
    return Advised(advice=prose.counselled(said.advice, request), direction=direction)


def _opened(verdict: Verdict, request: CheckRequest) -> Verdict:
    return verdict.model_copy(update={"amended": completing.amended(verdict.amended, request)})
