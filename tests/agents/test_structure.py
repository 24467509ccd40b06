import json

import pytest
from langchain_core.language_models import FakeListChatModel
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage
from langchain_openai import ChatOpenAI
from pydantic import Field

from agents.structure import Unusable, asked, understood, way_of
from stores.vocabulary import Brief, Direction, Garment
from tests.agents.scripted import Scripted

GOOD = '{"intent": "find", "occasion": "wedding"}'


def test_each_backend_is_asked_by_its_strongest_way():
    assert way_of(ChatOpenAI(model="x", api_key="x", base_url="http://127.0.0.1:9")) == "schema"
    assert way_of(Scripted(script=[])) == "own"
    assert way_of(FakeListChatModel(responses=[])) == "prompt"


async def test_a_model_without_a_way_finds_the_schema_in_its_system_prompt():
    class Listening(FakeListChatModel):
        heard: list = Field(default_factory=list)

        def _call(self, messages, *args, **kwargs):
            self.heard.append(messages)
            return super()._call(messages, *args, **kwargs)

    model = Listening(responses=[f"Here you are:\n```json\n{GOOD}\n```"])
    message = await asked(model, [SystemMessage("You read."), HumanMessage("{}")], Brief, 100, {})
    assert understood(message, Brief).occasion == "wedding"
    system, human = model.heard[0]
    assert system.text.startswith("You read.")
    assert json.loads(system.text[system.text.index("{") :])["additionalProperties"] is False
    assert human.text == "{}"


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        f"<think>{{maybe}}</think>{GOOD}",
        f"Sure!\n```json\n{GOOD}\n```",
        "{'intent': 'find', 'occasion': 'wedding',}",
        '{"intent": "find", "occasion": "wedding"',
        '{intent: "find", occasion: "wedding"} // done',
    ],
)
def test_json_is_found_and_mended(text):
    assert understood(AIMessage(text), Brief) == Brief(intent="find", occasion="wedding")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "no JSON object"),
        ("I'm sorry, but no.", "no JSON object"),
        ("{}", "not one JSON object with something in it"),
        ('{"intent": "dance"}', "intent"),
        ('{"mood": "good"}', "mood"),
        (json.dumps({"occasion": "x" * 500}), "occasion: breaks maxLength 240"),
    ],
)
def test_what_is_no_reply_is_told_without_its_words(text, wrong):
    with pytest.raises(Unusable, match=wrong) as caught:
        understood(AIMessage(text), Brief)
    assert "sorry" not in str(caught.value)


def test_a_date_in_a_garment_is_read_as_json_has_it():
    garment = {"id": "g", "name": "n", "category": "shirt", "slot": "base_top", "formality": 3, "clo": 0.2}
    colour = {"name": "red", "family": "red", "hex": "#aa0000"}
    text = json.dumps({"owned": [garment | {"colours": [colour], "worn": ["2026-11-01"]}]})
    assert isinstance(understood(AIMessage(text), Brief).owned[0], Garment)


def test_an_empty_direction_is_none():
    with pytest.raises(Unusable):
        understood(AIMessage("{}"), Direction)
