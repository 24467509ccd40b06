"""What becomes of each reply of a model is told to whoever keeps it."""

import json
from datetime import date

import pytest

from agents.ask import ask
from agents.contracts import UnderstandRequest
from agents.replies import as_asked, reply_schema
from agents.writer import write
from prompts.loader import load_prompt
from stores.training_records import Reply
from stores.vocabulary import Brief
from tests.agents.scripted import Scripted
from tests.agents.test_writer import FACTS
from tests.agents.test_writer import REQUEST as TO_WRITE

REQUEST = UnderstandRequest(text="a green dress for a wedding", today=date(2027, 5, 1))
PROMPT, MERGE = load_prompt("understand"), load_prompt("merge")
GOOD = json.dumps({"intent": "find", "language": "en", "occasion": "wedding"})


@pytest.fixture
def told(desk_of):
    """Asks a script, and returns the records of it."""

    async def record(*script, role="understand", keep=True, **desk):
        kept: list[Reply] = []

        async def note(reply: Reply) -> None:
            kept.append(reply)

        desk = desk_of(Scripted(script=[*script]), role=role, keep=note if keep else None, **desk)
        if role == "merge":
            await write(TO_WRITE, MERGE, desk, FACTS)
        else:
            await ask(REQUEST, Brief, PROMPT, desk, ["data:image/jpeg;base64,abcd"])
        return kept

    return record


async def test_a_good_reply_is_accepted(told):
    (one,) = await told(f"<think>hm</think>{GOOD}")
    assert (one.outcome, one.chosen, one.rejected, one.reason) == ("accepted", GOOD, None, "")
    assert (one.role, one.model, one.prompt_hash) == ("understand", "fake", PROMPT.version)
    system, human = one.messages
    assert (system.role, system.content, human.role) == ("system", PROMPT.text, "user")
    assert UnderstandRequest.model_validate_json(human.content) == REQUEST


async def test_pictures_are_told_to_nobody(told):
    assert "abcd" not in (await told(GOOD))[0].model_dump_json()


async def test_json_that_had_to_be_mended_is_repaired(told):
    (one,) = await told(f"Here you are: {GOOD[:-1]},}}")
    assert (one.outcome, json.loads(one.chosen), one.rejected) == (
        "repaired",
        json.loads(GOOD),
        f"Here you are: {GOOD[:-1]},}}",
    )
    assert one.reason


async def test_a_reply_that_a_second_one_replaces_is_repaired(told):
    (one,) = await told('{"intent": "dance"}', GOOD)
    assert (one.outcome, one.chosen, one.rejected) == ("repaired", GOOD, '{"intent": "dance"}')
    assert "intent" in one.reason
    assert len(one.messages) == 2


async def test_the_house_stands_where_no_reply_could_be_used(told):
    kept = await told("no", "still no")
    assert [(one.outcome, one.rejected) for one in kept] == [("rejected", "no"), ("rejected", "still no")]
    chosen = json.loads(kept[0].chosen)
    assert chosen["occasion"] == "wedding"
    assert chosen.keys() <= reply_schema(Brief)["properties"].keys()


@pytest.mark.parametrize("outcome", [30, ConnectionError("x")])
async def test_a_model_that_said_nothing_leaves_no_record(told, outcome):
    assert await told(outcome, call=0.05) == []


async def test_a_true_text_is_accepted_with_its_tokens(told):
    said = "[[1.1]] does the work. Add [[1.2.name]] and go."
    (one,) = await told(said, role="merge")
    assert (one.outcome, one.chosen, one.rejected, one.role) == ("accepted", said, None, "merge")


async def test_a_text_that_may_not_leave_is_rejected_for_what_left(told):
    (one,) = await told("Wear [[1.1.name]]. It costs 59 euros. More lies.", role="merge")
    assert (one.outcome, one.rejected) == ("rejected", "Wear [[1.1.name]]. It costs 59 euros.")
    assert one.reason == "the reply held a digit outside a token"
    assert one.chosen.startswith("Wear [[1.1.name]]. ")
    assert "[[1.2" in one.chosen and "59 euros" not in one.chosen


async def test_nobody_is_told_where_nobody_keeps(told):
    assert await told(GOOD, keep=False) == []


async def test_a_record_that_cannot_be_written_costs_no_answer(desk_of):
    async def full(reply: Reply) -> None:
        raise OSError("no space left")

    answer = await ask(REQUEST, Brief, PROMPT, desk_of(Scripted(script=[GOOD]), keep=full))
    assert (answer.model, answer.failure) == ("fake", None)


def test_a_reply_as_asked_is_within_its_schema_and_reads_back():
    brief = Brief(intent="find", occasion="wedding", text="never said", clo=1)
    said = as_asked(brief)
    assert Brief.model_validate_json(said) == brief.model_copy(update={"text": "", "clo": None})
