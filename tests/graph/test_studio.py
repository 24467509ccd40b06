"""The graph under LangGraph's own development server, where people sign in. What Studio does: `test_workshop.py`."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from stores.caller import LOCAL
from stores.keys import open_keys
from stores.memory import Memory, open_memory

ROOT = Path(__file__).resolve().parents[2]
START_S = 90


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def developing(folder: Path, **settings: str) -> Iterator[str]:
    """`langgraph dev` on the project's own langgraph.json, working in a directory of its own."""
    port, log = free_port(), folder / "log.txt"
    command = [str(Path(sys.executable).with_name("langgraph")), "dev", "--no-browser", "--no-reload"]
    environment = os.environ | {"MAISON_DATA_DIR": str(folder / "data"), "LANGSMITH_TRACING": "false"} | settings
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--config", str(ROOT / "langgraph.json"), "--port", str(port)],
            cwd=folder,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            yield wait_for(f"http://127.0.0.1:{port}", process, log)
        finally:
            process.terminate()
            process.wait(20)


def wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> str:
    for _ in range(START_S * 2):
        assert process.poll() is None, log.read_text()[-3000:]
        try:
            if httpx.get(f"{url}/ok", timeout=1).status_code == 200:
                return url
        except httpx.HTTPError:
            time.sleep(0.5)
    raise AssertionError(log.read_text()[-3000:])


def saying(text: str) -> dict[str, Any]:
    messages = [{"role": "user", "content": text}]
    return {"assistant_id": "stylist", "input": {"messages": messages}, "if_not_exists": "create"}


async def test_with_auth_each_user_is_a_person_of_their_own(tmp_path: Path) -> None:
    async with open_keys(tmp_path / "data" / "keys.db") as keys:
        ada_key, ada_token = await keys.create("ada", ["person"])
        bea_key, bea_token = await keys.create("bea", ["person", "edit_prompts"])
    asked, other = saying("My shoe size is 41"), saying("My shoe size is 39")
    with developing(tmp_path, MAISON_AUTH="keys") as url:
        async with (
            httpx.AsyncClient(base_url=url, timeout=120) as nobody,
            httpx.AsyncClient(base_url=url, timeout=120, headers={"X-Api-Key": ada_token}) as ada,
            httpx.AsyncClient(base_url=url, timeout=120, headers={"X-Api-Key": bea_token}) as bea,
        ):
            for headers in ({}, {"x-auth-scheme": "langsmith"}):
                assert (await nobody.post("/threads/search", json={}, headers=headers)).status_code == 401
            thread = (await ada.post("/threads", json={"metadata": {"kept": 1}})).json()
            assert thread["metadata"]["kept"] == 1
            path = f"/threads/{thread['thread_id']}"
            output = (await ada.post(f"{path}/runs/wait", json=asked)).json()
            assert output["brief"]["intent"] == "profile"
            assert [(await one.get(f"{path}/state")).status_code for one in (ada, bea)] == [200, 404]
            assert [len((await one.post("/threads/search", json={})).json()) for one in (ada, bea)] == [1, 0]
            assert (await bea.post(f"{path}/runs/wait", json=asked)).status_code == 404
            edited = other | {"context": {"prompt_style": "Be brief."}}
            for taken in (edited, other | {"stream_mode": ["events"]}):
                assert [(await one.post("/runs/wait", json=taken)).status_code for one in (ada, bea)] == [403, 200]
            made = [await one.post("/assistants", json={"graph_id": "stylist"}) for one in (ada, bea)]
            assert [answer.status_code for answer in made] == [403, 200]
            known = {one["name"]: one["assistant_id"] for one in (await ada.post("/assistants/search", json={})).json()}
            assert {"minimal", "bold", "budget"} <= set(known)
            assert (await ada.post("/runs/wait", json=asked | {"assistant_id": known["bold"]})).status_code == 200
            item = {"namespace": ["n"], "key": "k", "value": {"a": 1}}
            assert (await ada.put("/store/items", json=item)).status_code == 204
            assert (await bea.get("/store/items", params={"namespace": "n", "key": "k"})).json() is None
    async with open_memory(tmp_path / "data-studio" / "memory.db") as store:
        profiles = [await Memory(store).profile(caller) for caller in (ada_key.caller, bea_key.caller, LOCAL)]
    assert [profile.sizes.shoes for profile in profiles] == ["41", "39", None]
