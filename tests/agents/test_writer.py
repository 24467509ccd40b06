import pytest

from agents.contracts import LookFacts, MergeRequest, PieceFacts
from agents.gate import Facts
from agents.house.model import WRITERS
from agents.writer import write
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
    model = Scripted(script=["Wear [[1.1.name]]. And then", ConnectionError("cut")])
    written = await write(REQUEST, PROMPT, desk_of(model, role="merge"), FACTS)
    assert written.text.startswith("Wear the sage dress. ")
    assert "And then" not in written.text
    assert written.failure.reason == "error: ConnectionError"
