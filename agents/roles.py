"""The agents: for each role, which request it takes, which prompt it stands under, and what it answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
from agents.writer import Written, write
from prompts.loader import Prompt, load_prompt, with_text
from stores.vocabulary import Brief, Critique, Direction, Role


@dataclass(frozen=True)
class Agents:
    """Every agent of one run, at one desk; `texts` are prompts that this run replaces."""

    desk: Desk
    texts: Mapping[Role, str]

    def prompt(self, role: Role) -> Prompt:
        return with_text(load_prompt(role), self.texts.get(role))

    async def understand(self, request: UnderstandRequest) -> Answer[Brief]:
        return await ask(request, Brief, self.prompt("understand"), self.desk)

    async def style(self, request: StyleRequest) -> Answer[Direction]:
        return await ask(request, Direction, self.prompt("style"), self.desk)

    async def critique(self, request: CritiqueRequest) -> Answer[Critique]:
        return await ask(request, Critique, self.prompt("critique"), self.desk)

    async def advise(self, request: AdviseRequest) -> Answer[Advised]:
        return await ask(request, Advised, self.prompt("advise"), self.desk)

    async def check(self, request: CheckRequest) -> Answer[Verdict]:
        return await ask(request, Verdict, self.prompt("check"), self.desk)

    async def caption(self, request: CaptionRequest, images: Sequence[str] = ()) -> Answer[Caption]:
        return await ask(request, Caption, self.prompt("caption"), self.desk, images)

    async def merge(self, request: MergeRequest, facts: Facts) -> Written:
        return await write(request, self.prompt("merge"), self.desk, facts)
