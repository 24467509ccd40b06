import pytest

from agents.ask import Desk, messages_of
from agents.contracts import LookFacts, MergeRequest, PieceFacts
from agents.gate import Facts
from agents.house.model import WRITERS
from agents.writer import GatedWriter, write
from prompts.loader import Voice, load_prompt
from stores.vocabulary import Brief
from tests.agents.scripted import Scripted

RENDERED = {
    "1.1": "the sage dress, 59 €",
    "1.1.name": "the sage dress",
    "1.2": "the tan sandals, 39 €",
    "1.2.name": "the tan sandals",
    "1.total": "98 €",
}
FACTS = Facts("en", RENDERED, {"1.1": frozenset({"green"}), "1.2": frozenset({"brown"})})


def piece(slot: str, category: str, colour: str) -> PieceFacts:
    return PieceFacts(slot=slot, source="catalog", category=category, colour=colour, formality=4, clo=0.2)


REQUEST = MergeRequest(
    language="en",
    voice=Voice(),
    text="what do I wear?",
    brief=Brief(text="what do I wear?"),
    looks=[
        LookFacts(
            number=1,
            kind="outfit",
            title="",
            pieces={"1.1": piece("one_piece", "summer_dress", "green"), "1.2": piece("footwear", "sandals", "brown")},
        )
    ],
    facts=RENDERED,
)
PROMPT = load_prompt("merge")


async def test_the_house_writes_with_every_token_filled_in(desk_of):
    written = await write(REQUEST, PROMPT, desk_of(), FACTS)
    assert (written.model, written.failure) == ("house", None)
    assert "[[" not in written.text
    assert "sage dress" in written.text
    assert written.id


async def test_what_the_house_says_is_whole_however_it_ends(desk_of, monkeypatch):
    monkeypatch.setitem(WRITERS, "merge", lambda request: iter(["Take [[1.1.name]]. And where is ", "Lyon (Rhône"]))
    written = await write(REQUEST, PROMPT, desk_of(), FACTS)
    assert written.text == "Take the sage dress. And where is Lyon (Rhône"


async def test_a_model_speaks_while_its_sentences_are_true(desk_of):
    model = Scripted(script=["[[1.1]] does the work. Add [[1.2.name]] and go."])
    written = await write(REQUEST, PROMPT, desk_of(model, role="merge"), FACTS)
    assert written.text == "The sage dress, 59 € does the work. Add the tan sandals and go."
    assert (written.model, written.failure) == ("fake", None)


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        ("It costs 59 euros.", "the reply held a digit outside a token"),
        ("Your blazer goes over it.", "the reply held a thing the person does not own"),
        ("The purple dress is stunning.", "the reply held a blocked word"),
    ],
)
async def test_from_the_first_bad_sentence_on_the_house_finishes(desk_of, second, reason):
    model = Scripted(script=[f"Wear [[1.1.name]]. {second} More lies."])
    written = await write(REQUEST, PROMPT, desk_of(model, role="merge"), FACTS)
    assert written.text.startswith("Wear the sage dress. ")
    assert second not in written.text
    assert "More lies" not in written.text
    assert "tan sandals" in written.text
    assert (written.model, written.failure.role, written.failure.reason) == ("house", "merge", reason)


@pytest.mark.parametrize("outcome", [30, ConnectionError("x")])
async def test_a_model_that_never_begins_is_replaced(desk_of, outcome):
    written = await write(REQUEST, PROMPT, desk_of(Scripted(script=[outcome]), role="merge", call=0.05), FACTS)
    assert written.model == "house"
    assert written.failure.reason in {"timeout", "error: ConnectionError"}
    assert "sage dress" in written.text


async def test_a_stream_cut_in_the_middle_is_finished_by_the_house(desk_of):
    desk = desk_of(Scripted(script=["Wear [[1.1.name]]. And then", ConnectionError("cut")]), role="merge")
    desk.models.habit("fake").begins_thinking = False  # so that it is streamed
    written = await write(REQUEST, PROMPT, desk, FACTS)
    assert written.text.startswith("Wear the sage dress. ")
    assert "And then" not in written.text
    assert written.failure.reason == "error: ConnectionError"


async def spoken_by(desk: Desk) -> list[str]:
    """What leaves, piece by piece."""
    writer = GatedWriter(house=desk.models.house, desk=desk, facts=FACTS, prompt=PROMPT)
    return [chunk.text async for chunk in writer.astream(messages_of(REQUEST, PROMPT)) if chunk.text]


THOUGHT = "A dress is what she wants. [[1.1.name]] could do, I think.</think>\n"
SAID = "Wear [[1.1.name]]. Add [[1.2.name]] and go."


async def test_of_a_thought_that_the_template_opened_nothing_leaves(desk_of):
    desk = desk_of(Scripted(script=[THOUGHT + SAID, THOUGHT + SAID, SAID]), role="merge")
    for _ in range(2):
        assert "".join(await spoken_by(desk)) == "Wear the sage dress. Add the tan sandals and go."
    # Once it is known to think first, what has no end to its thought is one.
    whole = "".join(await spoken_by(desk))
    assert "sage dress" in whole and "and go" not in whole


async def test_a_thought_that_is_cut_off_leaves_nothing_either(desk_of):
    desk = desk_of(Scripted(script=[THOUGHT.partition("<")[0], ConnectionError("cut")]), role="merge")
    assert "she wants" not in "".join(await spoken_by(desk))


async def test_a_model_that_is_known_to_speak_at_once_is_streamed(desk_of):
    cut = ["Wear [[1.1.name]] for once. And then", ConnectionError("cut")]
    desk = desk_of(Scripted(script=[SAID, *cut]), role="merge")
    await spoken_by(desk)
    assert (await spoken_by(desk))[0] == "Wear the sage dress for once."


async def test_a_model_that_begins_to_think_later_is_believed_no_more(desk_of):
    desk = desk_of(Scripted(script=[SAID, "Hm. " + THOUGHT + SAID, THOUGHT + SAID]), role="merge")
    for _ in range(2):
        await spoken_by(desk)
    assert "she wants" not in "".join(await spoken_by(desk))
