"""The nodes of a turn: each reads the state, calls one agent or tool, and returns the keys it changed."""

import time
from typing import Any

from langchain_core.messages import AIMessage
from langchain_core.runnables import RunnableConfig
from langgraph.config import get_config
from langgraph.runtime import Runtime
from langgraph.types import Overwrite

from agents.contracts import (
    AdviseRequest,
    CheckRequest,
    CritiqueRequest,
    StyleRequest,
)
from graph import (
    asking,
    changing,
    closet,
    comparing,
    facts,
    following,
    learning,
    relooking,
    revising,
    settling,
    turn,
    undoing,
)
from graph.brands import missing_brands
from graph.captions import Captioner
from graph.closet_facts import asks_of
from graph.composing import MOST_LOOKS, review, shown_again
from graph.consent import permission
from graph.context import Context
from graph.failures import degrades, noted
from graph.gaps import find_lacks
from graph.held import compose_held
from graph.onlookers import Asking
from graph.packing import pack_trip
from graph.previewing import drawn, failures, ordered, photos_to_wear
from graph.routes import DRESSING
from graph.running import agents_of
from graph.services import Services
from graph.shades import in_words, shades_of
from graph.state import State
from graph.understanding import to_understand
from graph.wording import limits_told
from stores.caller import caller_in
from stores.profile import changed
from stores.vocabulary import Brief, Critique, Direction, Person
from tools.carry import carry
from tools.fixes import fixes
from tools.odd_jacket import with_odd_jacket
from tools.preview.tool import telling
from tools.raised import for_more, is_too_dear
from tools.references import SINGLE
from tools.rubric import rubric
from tools.taste import spared

Update = dict[str, Any]


class Nodes:
    """The nodes over one set of services."""

    def __init__(self, services: Services) -> None:
        self.services = services

    def _deadline(self) -> float:
        return time.time() + self.services.settings.turn_seconds

    async def recall(self, state: State, *, runtime: Runtime[Context]) -> Update:
        turn.require_turn(state["messages"])
        person = await self.services.person(caller_in(get_config()))
        person.taste.leaning = (runtime.context or Context()).leaning
        return turn.blank(state) | {
            "person": person.model_dump(mode="json"),
            "today": self.services.clock().date().isoformat(),
            "deadline": self._deadline(),
            "degraded": Overwrite([]),
            "notes": Overwrite([]),
            "asked": Overwrite([]),
        }

    async def understand(self, state: State, *, runtime: Runtime[Context]) -> Update:
        currency = await turn.currency_of(self.services)
        request = to_understand(state, currency)
        answer = await agents_of(self.services, runtime.context, state).understand(request)
        told, _ = changed(request.profile, answer.reply.changes)
        rates = self.services.settings.rates
        dear = Brief.model_validate(state["too_dear"]) if state["too_dear"] else None
        brief = carry(for_more(answer.reply, dear), request.last, request.shown, told, currency=currency, rates=rates)
        brief = turn.without_gone(brief, answer.reply.owned, Person.model_validate(state["person"]))
        brief = with_odd_jacket(asking.told_which(brief, request.last, request.profile.place))
        return {"brief": brief.model_dump(mode="json"), **noted(answer, "understand")}

    @degrades("caption_photos")
    async def caption_photos(self, state: State, *, runtime: Runtime[Context]) -> Update:
        caller, brief = caller_in(get_config()), Brief.model_validate(state["brief"])
        person = Person.model_validate(state["person"])
        numbers = turn.to_caption(state)
        agents = agents_of(self.services, runtime.context, state)
        model = agents.desk.name("caption")
        here = self.services.models.is_here(model)
        whose = (self.services, caller, person.profile, model)
        seeing = await permission(*whose, here=here, numbers=numbers, language=brief.language)
        deadline = self._deadline() if seeing.asked else state["deadline"]
        agents = agents_of(self.services, runtime.context, {**state, "deadline": deadline})
        captioner = Captioner(agents, brief, may_see=seeing.given, numbers=numbers)
        guess = brief.intent in DRESSING  # who wants to wear something gets a proposal beside the question
        hung = await closet.hang_photos(self.services, caller, numbers, captioner, guess=guess)
        return {
            "garments": [garment.model_dump(mode="json") for garment in hung.garments],
            "deadline": deadline,
            "degraded": [row.model_dump() for row in captioner.failures],
            "asked": ["caption"] if captioner.asked else [],
            "notes": [f"photos:stored:{len(numbers)}", *hung.notes],
        }

    @degrades("read_conditions")
    async def read_conditions(self, state: State) -> Update:
        brief, person = Brief.model_validate(state["brief"]), Person.model_validate(state["person"])
        return await settling.read_conditions(self.services.tools, brief, turn.date_of(state), person.profile)

    async def settle(self, state: State) -> Update:
        person = Person.model_validate(state["person"])
        brief = settling.settled(Brief.model_validate(state["brief"]), person, state)
        brief = await asking.asked(self.services, await missing_brands(self.services, brief), state)
        brief, conditions = await following.followed(self.services, brief, state)
        brief = comparing.narrowed(brief, conditions, state)
        brief = await relooking.looked_at(brief, conditions, state)
        direction, looks = None, []
        if not asking.is_lost(brief):
            if made := await following.remade(self.services, brief, conditions, state):
                brief, direction = made
            elif brief.intent in SINGLE:
                direction = settling.direction(
                    brief, conditions, person.profile, state["shown"], turn.garments_of(state)
                )
            looks = await shown_again(self.services, brief, state)
        return {
            "brief": brief.model_dump(mode="json"),
            "conditions": conditions.model_dump(mode="json") if conditions else None,
            "direction": (direction or Direction()).model_dump(mode="json"),
            "looks": looks,
        }

    @degrades("style")
    async def style(self, state: State, *, runtime: Runtime[Context]) -> Update:
        brief, person = Brief.model_validate(state["brief"]), Person.model_validate(state["person"])
        conditions = turn.conditions_of(state)
        request = StyleRequest(
            brief=brief,
            conditions=conditions,
            profile=person.profile,
            rules=turn.rules_for(brief, conditions, person.profile),
            keep=await turn.kept_pieces(self.services.catalog, state, turn.to_keep(brief, state)),
            seen=turn.seen_articles(state["shown"]),
            catalog=await turn.digest(self.services),
        )
        answer = await agents_of(self.services, runtime.context, state).style(request)
        direction = await following.near(self.services, answer.reply, brief, conditions, state)
        return {"direction": direction.model_dump(mode="json"), **noted(answer, "style")}

    @degrades("critique")
    async def critique(self, state: State, *, runtime: Runtime[Context]) -> Update:
        brief, person = Brief.model_validate(state["brief"]), Person.model_validate(state["person"])
        conditions, worn = turn.conditions_of(state), turn.worn(state)
        if not worn:
            return {}
        scores = rubric(worn, brief, conditions, person.profile)
        request = CritiqueRequest(
            brief=brief,
            conditions=conditions,
            pieces=worn,
            scores=scores,
            fixes=fixes(worn, scores, brief, conditions, person.profile),
        )
        answer = await agents_of(self.services, runtime.context, state).critique(request)
        return {"critique": answer.reply.model_dump(mode="json"), **noted(answer, "critique")}

    @degrades("advise")
    async def advise(self, state: State, *, runtime: Runtime[Context]) -> Update:
        if not state["critique"]:
            return {}
        brief, person = Brief.model_validate(state["brief"]), Person.model_validate(state["person"])
        conditions = turn.conditions_of(state)
        request = AdviseRequest(
            brief=brief,
            conditions=conditions,
            pieces=turn.worn(state),
            owned=[*turn.own_pieces(state)],
            profile=person.profile,
            critique=Critique.model_validate(state["critique"]),
            rules=turn.rules_for(brief, conditions, person.profile),
            catalog=await turn.digest(self.services),
        )
        answer = await agents_of(self.services, runtime.context, state).advise(request)
        return {
            "advice": answer.reply.advice.model_dump(mode="json"),
            "direction": answer.reply.direction.model_dump(mode="json"),
            **noted(answer, "advise"),
        }

    @degrades("pack")
    async def pack(self, state: State, *, runtime: Runtime[Context]) -> Update:
        context = runtime.context or Context()
        return await pack_trip(self.services, agents_of(self.services, context, state), context, state)

    @degrades("find_gaps")
    async def find_gaps(self, state: State, *, runtime: Runtime[Context]) -> Update:
        return await find_lacks(self.services, runtime.context or Context(), state)

    @degrades("search_catalog")
    async def search_catalog(self, state: State, *, runtime: Runtime[Context]) -> Update:
        context = runtime.context or Context()
        brief = Brief.model_validate(state["brief"])
        shades = shades_of(brief, turn.previous_texts(state["messages"]))
        wishes = in_words(Direction.model_validate(state["direction"]).wishes, shades)
        person = Person.model_validate(state["person"])
        owned = [garment.id for garment in person.wardrobe]
        wishes = spared(wishes, person.taste, [*context.exclude, *owned])
        found = await self.services.tools["search_catalog"].ainvoke({"wishes": wishes, "mode": context.retrieval})
        return {"candidates": found, "revise": False}

    @degrades("compose")
    async def compose(self, state: State, *, runtime: Runtime[Context]) -> Update:
        return await compose_held(self.services, state, (runtime.context or Context()).looks)

    @degrades("check")
    async def check(self, state: State, *, runtime: Runtime[Context]) -> Update:
        context = runtime.context or Context()
        brief, person = Brief.model_validate(state["brief"]), Person.model_validate(state["person"])
        direction, conditions = Direction.model_validate(state["direction"]), turn.conditions_of(state)
        reviews, dropped = await review(self.services, state, brief, conditions, person)
        request = CheckRequest(
            brief=brief,
            conditions=conditions,
            direction=direction,
            reviews=reviews,
            dropped=dropped,
            wanted=min(MOST_LOOKS, brief.looks_wanted or context.looks),
            round=state["round"],
        )
        answer = await agents_of(self.services, runtime.context, state).check(request)
        return noted(answer, "check") | revising.revised(state, request, answer.reply, person.profile, context)

    @degrades("update_person")
    async def update_person(self, state: State, config: RunnableConfig) -> Update:
        brief = Brief.model_validate(state["brief"])
        made, garments = await changing.apply_changes(self.services, caller_in(config), brief, state)
        undo = undoing.noted(state, made, garments)
        await closet.keep_apart(self.services, caller_in(config), brief, state["twins"])
        garments += await closet.asked_for(self.services, caller_in(config), brief)
        touched = [garment.model_dump(mode="json") for garment in garments]
        return {
            "undo": undo,
            "changes": [change.model_dump(mode="json") for change in made],
            "garments": [*state["garments"], *touched],
        }

    async def merge(self, state: State, *, runtime: Runtime[Context]) -> Update:
        agents = agents_of(self.services, runtime.context, state)
        request, known = await facts.merge_request(self.services, state, agents.prompt("merge"))
        written = await agents.merge(request, known)
        message = AIMessage(written.text.strip(), id=written.id)
        return {
            "messages": [message],
            "shown": turn.remembered(state),
            **asks_of(state),
            "degraded": [written.failure.model_dump()] if written.failure else [],
            **limits_told(request.brief, request.conditions),
        }

    @degrades("preview")
    async def preview(self, state: State, *, runtime: Runtime[Context]) -> Update:
        config = get_config()
        look = turn.look_to_preview(state)
        if look is None:
            return {}
        brief, person = Brief.model_validate(state["brief"]), Person.model_validate(state["person"])
        agents = agents_of(self.services, runtime.context, {**state, "deadline": self._deadline()})
        asking = Asking(caller_in(config), person, agents, brief.language)
        named, meant = photos_to_wear(state, person)
        pieces = await turn.pieces_of(self.services.catalog, state, [look])
        order = await ordered(self.services, look, pieces, asking, named=named, meant=meant)
        told = telling(config, runtime.stream_writer)
        made = await drawn(self.services, look, pieces, asking=asking, order=order, config=told)
        return {"preview": made.preview.model_dump(mode="json"), "degraded": failures(self.services, made.missing)}

    @degrades("remember")
    async def remember(self, state: State, config: RunnableConfig) -> Update:
        brief = Brief.model_validate(state["brief"])
        caller = caller_in(config)
        undo = state["undo"]
        if brief.intent not in turn.PERSONAL:
            made, garments = await changing.apply_changes(self.services, caller, brief, state)
            undo = undoing.noted(state, made, garments)
        if brief.owned and not brief.about and brief.wearer != "other":
            await self.services.wardrobe.add(caller, brief.owned)
        await closet.use(self.services, caller, state)
        await learning.show(self.services, caller, config, state)
        # What a change came to nothing with is not asked for again, and a question about a look changes nothing.
        answered = (brief.refinement is None or bool(state["looks"])) and not brief.about
        last = state["brief"] if brief.intent in DRESSING and answered else turn.refusing(state["last"], brief)
        too_dear = state["brief"] if is_too_dear(brief) and not state["looks"] else None
        return {"last": last, "too_dear": too_dear, "undo": undo}
