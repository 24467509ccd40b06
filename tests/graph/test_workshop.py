"""What a prompt engineer does in Studio, over the API of a real `langgraph dev`: one process for all of it.

It reads its prompts from a copy, so that a test may edit their files beneath it.
"""

import asyncio
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest

from graph.variants import load_variants
from prompts.loader import PROMPTED, SHIPPED, load_prompt, source_of, with_text
from stores.caller import LOCAL
from stores.folders import Folder
from stores.photos import Photos
from tests.graph.prose import OBEYED, ORDER, prose_model
from tests.graph.test_studio import developing
from tests.photos import red_square

WINTER = "An office outfit for January in Lyon, woman"
WEDDING = "What do I wear to a summer wedding in Lyon?"
CHEAPER = "Cheaper, please"
NODES = {role: "caption_photos" if role == "caption" else role for role in PROMPTED}
FAR = "vllm:eyes@http://eyes.invalid/v1"


class Call(NamedTuple):
    """A model call as the stream of events tells it."""

    node: str
    role: str
    version: str
    prompt: str


class Studio:
    """`langgraph dev` as its page uses it, and the folder of the prompts that it reads."""

    def __init__(self, http: httpx.Client, prompts: Path, photos: list[str]) -> None:
        self.http = http
        self.prompts = prompts
        self.photos = photos
        self.stylist = next(one["assistant_id"] for one in self.assistants() if one["name"] == "stylist")

    def post(self, path: str, **body: Any) -> Any:
        answer = self.http.post(path, json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def assistants(self) -> list[dict[str, Any]]:
        return list(self.post("/assistants/search", limit=100))

    def thread(self) -> str:
        return str(self.post("/threads")["thread_id"])

    def say(self, content: Any, thread: str | None = None, assistant: str = "", **run: Any) -> dict[str, Any]:
        given = {"messages": [{"role": "user", "content": content}]} if content else None
        path = f"/threads/{thread}/runs/wait" if thread else "/runs/wait"
        output: dict[str, Any] = self.post(path, assistant_id=assistant or self.stylist, input=given, **run)
        assert "__error__" not in output, output
        return output

    def traced(self, assistant: str = "", **run: Any) -> tuple[dict[str, Any], list[Call]]:
        """The output of a run, and every model call that its events tell of."""
        given = {"messages": [{"role": "user", "content": WEDDING}]}
        body = {"assistant_id": assistant or self.stylist, "input": given, "stream_mode": ["values", "events"]}
        output, calls, name = {}, list[Call](), ""
        with self.http.stream("POST", "/runs/stream", json=body | run) as answer:
            for line in answer.iter_lines():
                key, _, value = line.partition(": ")
                name = value if key == "event" else name
                told = json.loads(value) if key == "data" else {}
                output = told if key == "data" and name == "values" else output
                if told.get("event") == "on_chat_model_start":
                    calls.append(call_of(told))
        assert name != "error", output
        return output, calls

    def history(self, thread: str) -> list[dict[str, Any]]:
        return list(self.http.get(f"/threads/{thread}/history", params={"limit": 100}).json())


def call_of(event: dict[str, Any]) -> Call:
    about = event["metadata"]
    prompt = event["data"]["input"]["messages"][0][0]["content"]
    return Call(about["langgraph_node"], about["role"], about["prompt_version"], prompt)


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory, demo_catalog: Path) -> Iterator[Studio]:
    folder = tmp_path_factory.mktemp("workshop")
    prompts, data = folder / "lib/prompts", folder / "data-studio"
    shutil.copytree(SHIPPED, prompts, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(demo_catalog, data / "catalog")
    photos = Photos(data / "photos", Folder(f"{data}/photos"), 12_000_000, 200)
    with prose_model() as spec:
        settings = {
            "PYTHONPATH": str(prompts.parent),
            "MAISON_MODELS": json.dumps({"prose": spec, "eyes": FAR}),
            "MAISON_PHOTOS_LEAVE": "true",
            "MAISON_CALL_RETRIES": "0",
        }
        with developing(folder, **settings) as url, httpx.Client(base_url=url, timeout=120) as http:
            yield Studio(http, prompts, asyncio.run(stored(photos)))


async def stored(photos: Photos) -> list[str]:
    """The ids of two photos that are there before anybody asks."""
    return [(await photos.add(LOCAL, red_square(right))).id for right in (225, 210)]


def test_a_turn_runs_through_it(studio: Studio) -> None:
    output = studio.say("I need a black blazer for a professional meeting")
    assert output["looks"][0]["items"]
    assert output["degraded"] == []
    assert said(output["messages"][-1])


def test_what_a_run_may_set_is_checked(studio: Studio) -> None:
    for context, told in (
        ({"looks": 99}, "less than or equal to 6"),
        ({"leaning": {"colour:red": 1}}, "is no attribute of a piece"),
        ({"prompt_merge": "+++\nrole = "}, "prompt"),
    ):
        given = {"messages": [{"role": "user", "content": "hi"}]}
        failed = studio.post("/runs/wait", assistant_id=studio.stylist, input=given, context=context)
        assert told in failed["__error__"]["message"]


def test_each_role_is_edited_on_its_node(studio: Studio) -> None:
    fields = studio.http.get(f"/assistants/{studio.stylist}/schemas").json()["context_schema"]["properties"]
    drawn = {node["id"] for node in studio.http.get(f"/assistants/{studio.stylist}/graph").json()["nodes"]}
    for role, node in NODES.items():
        prompt, model = fields[f"prompt_{role}"], fields[f"model_{role}"]
        assert node in drawn
        assert (prompt["langgraph_nodes"], prompt["langgraph_type"]) == ([node], "prompt")
        assert prompt["default"] == load_prompt(role).text
        assert model["langgraph_nodes"] == [node]


def test_the_assistants_are_there_once_and_dress_in_other_ways(studio: Studio) -> None:
    names = [one["name"] for one in studio.assistants()]
    assert sorted(names) == ["bold", "budget", "minimal", "stylist"]
    known = {one["name"]: one for one in studio.assistants()}
    for variant in load_variants():
        assert known[variant.name]["context"] == variant.context
    said = {name: studio.say(WEDDING, assistant=one["assistant_id"]) for name, one in known.items()}
    assert {name: len(output["looks"]) for name, output in said.items()} == {
        "stylist": 3, "bold": 3, "budget": 3, "minimal": 1,
    }  # fmt: skip
    words = {name: len(output["messages"][-1]["content"].split()) for name, output in said.items()}
    assert words["minimal"] < words["stylist"]
    winter = {name: studio.say(WINTER, assistant=one["assistant_id"]) for name, one in known.items()}
    shown = {name: {item["id"] for item in items_of(output)} for name, output in winter.items()}
    assert {name for name in known if shown[name] == shown["stylist"]} == {"stylist"}


def test_a_prompt_edited_in_an_assistant_is_in_the_trace_and_heard(studio: Studio) -> None:
    """First as it is, then with a sentence more in version 2, then as it was."""
    made = studio.post("/assistants", graph_id="stylist", name="mine", context={"model_merge": "prose"})
    identity = made["assistant_id"]
    try:
        before, calls = studio.traced(identity)
        assert by_role(calls) == {role: load_prompt(role).version for role in by_role(calls)}
        assert set(by_role(calls)) == {"understand", "style", "check", "merge"}
        assert OBEYED not in before["messages"][-1]["content"]
        edited = {"model_merge": "prose", "prompt_merge": f"$prompt\n\n{ORDER}"}
        changed = studio.http.patch(f"/assistants/{identity}", json={"context": edited}).json()
        assert changed["version"] == 2
        after, calls = studio.traced(identity)
        assert after["messages"][-1]["content"].endswith(OBEYED)
        assert after["degraded"] == []
        told = with_text(load_prompt("merge"), edited["prompt_merge"])
        assert by_role(calls)["merge"] == told.version != load_prompt("merge").version
        assert {call.prompt for call in calls if call.role == "merge"} == {told.text}
        assert {call.node for call in calls if call.role == "merge"} == {"merge"}
        again, _ = studio.traced()
        assert OBEYED not in again["messages"][-1]["content"]
    finally:
        studio.http.delete(f"/assistants/{identity}")


def by_role(calls: list[Call]) -> dict[str, str]:
    return {call.role: call.version for call in calls}


def test_a_voice_is_edited_too_and_the_house_obeys_it(studio: Studio) -> None:
    quiet = source_of(load_prompt("merge")).replace("sentences = 6", "sentences = 2")
    usual, _ = studio.traced()
    short, calls = studio.traced(context={"prompt_merge": quiet})
    assert len(short["messages"][-1]["content"]) < 0.6 * len(usual["messages"][-1]["content"])
    assert by_role(calls)["merge"] == with_text(load_prompt("merge"), quiet).version


def test_an_edited_file_counts_from_the_next_run_on(studio: Studio) -> None:
    file = studio.prompts / "merge.md"
    shipped = file.read_text(encoding="utf-8")
    fields = f"/assistants/{studio.stylist}/schemas"
    try:
        file.write_text(f"{shipped}\n{ORDER}\n", encoding="utf-8")
        output, calls = studio.traced(context={"model_merge": "prose"})
        assert output["messages"][-1]["content"].endswith(OBEYED)
        assert by_role(calls)["merge"] != load_prompt("merge").version
        shown = studio.http.get(fields).json()["context_schema"]["properties"]["prompt_merge"]["default"]
        assert shown.endswith(ORDER)
        file.write_text(f"{shipped}\n$nowhere\n", encoding="utf-8")
        failed = studio.post("/runs/wait", assistant_id=studio.stylist, input={"messages": [("user", "hello")]})
        assert "merge.md: no guide is called 'nowhere'" in failed["__error__"]["message"]
        assert studio.http.get(fields).status_code == 200
    finally:
        file.write_text(shipped, encoding="utf-8")
    _, calls = studio.traced()
    assert by_role(calls)["merge"] == load_prompt("merge").version


def test_a_turn_is_forked_and_replayed(studio: Studio) -> None:
    thread = studio.thread()
    first, second = studio.say(WEDDING, thread), studio.say(CHEAPER, thread)
    history = studio.history(thread)
    begun = next(one for one in history if first["messages"][-1]["id"] == last_of(one).get("id") and not one["next"])
    forked = studio.say(
        "Without a dress, please", thread, checkpoint={"checkpoint_id": begun["checkpoint"]["checkpoint_id"]}
    )
    assert [said(one) for one in forked["messages"][:2]] == [said(one) for one in first["messages"]]
    assert [said(one) for one in forked["messages"]][2] == "Without a dress, please"
    assert forked["looks"] != second["looks"]
    assert "cocktail_dress" in forked["brief"]["avoid_categories"]
    assert not any(item["category"] in forked["brief"]["avoid_categories"] for item in items_of(forked))
    before_reply = next(one for one in history if "merge" in one["next"] and said(last_of(one)) == CHEAPER)
    again = {"checkpoint_id": before_reply["checkpoint"]["checkpoint_id"]}
    replayed = studio.say(None, thread, checkpoint=again)
    assert (replayed["looks"], said(replayed["messages"][-1])) == (second["looks"], said(second["messages"][-1]))
    louder = studio.say(
        None, thread, checkpoint=again, context={"model_merge": "prose", "prompt_merge": f"$prompt\n\n{ORDER}"}
    )
    assert (louder["looks"], said(louder["messages"][-1])[-len(OBEYED) :]) == (second["looks"], OBEYED)


def items_of(output: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for look in output["looks"] for item in look["items"]]


def last_of(state: dict[str, Any]) -> dict[str, Any]:
    return dict((state["values"].get("messages") or [{}])[-1])


def said(message: dict[str, Any]) -> str:
    return str(message.get("content"))


@pytest.mark.parametrize("allow", [False, True])
def test_the_question_of_consent_stops_a_run_and_its_answer_goes_on(studio: Studio, allow: bool) -> None:
    thread = studio.thread()
    seen = [{"type": "text", "text": "What goes with this?"}, {"type": "image", "file_id": studio.photos[allow]}]
    stopped = studio.say(seen, thread, context={"model_caption": "eyes"})
    (asked,) = stopped["__interrupt__"]
    assert (asked["value"]["kind"], asked["value"]["model"]) == ("photo_consent", "eyes")
    state = studio.http.get(f"/threads/{thread}/state").json()
    (waiting,) = [task for task in state["tasks"] if task["interrupts"]]
    assert waiting["name"] == "caption_photos"
    output = studio.say(None, thread, command={"resume": {"allow": allow}}, context={"model_caption": "eyes"})
    assert output["messages"][-1]["type"] == "ai"
    (missing,) = output["degraded"]
    assert (missing["role"], missing["reason"] == "photo kept here") == ("caption", not allow)
    assert studio.http.get(f"/threads/{thread}/state").json()["next"] == []


def test_the_state_is_read_at_a_glance(studio: Studio) -> None:
    """Titles, no blobs: nothing that a person would scroll past."""
    thread = studio.thread()
    studio.say(WEDDING, thread)
    values = studio.http.get(f"/threads/{thread}/state").json()["values"]
    assert all(look["title"] and look["why"] for look in values["looks"])
    assert [row["look"]["title"] for row in values["shown"]] == [look["title"] for look in values["looks"]]
    assert max(map(len, texts(values))) < 1000
    assert len(json.dumps(values)) < 60_000


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts(one)
