"""Keys from the command line, beside a server that knows them at once."""

import shutil
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from tests.cli.conftest import Said
from tests.server.processes import said, serving

Maison = Callable[..., Said]


def test_a_key_is_shown_once_listed_and_revoked(maison: Maison) -> None:
    code, out, err = maison("keys", "create", "phone", "--rights", "person,edit_prompts")
    token = out.strip()
    assert (code, token.startswith("maison_"), "cannot be shown again" in err) == (0, True, True)
    key = token.split("_")[1]
    code, out, _ = maison("keys", "list")
    assert (code, key in out, "phone" in out, "edit_prompts" in out, token in out) == (0, True, True, True, False)
    assert maison("keys", "revoke", key)[0] == 0
    code, _, err = maison("keys", "revoke", key)
    assert (code, "keys list" in err) == (1, True)
    assert key not in maison("keys", "list")[1]


def test_a_right_that_there_is_not_is_named(maison: Maison) -> None:
    assert maison("keys", "create", "phone", "--rights", "person,root")[0] == 2


def test_the_doctor_says_who_may_call(maison: Maison, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, _ = maison("doctor")
    assert (code, "MAISON_AUTH=keys" in out) == (0, True)
    monkeypatch.setenv("MAISON_AUTH", "keys")
    code, out, _ = maison("doctor")
    assert (code, "maison keys create NAME" in out) == (1, True)
    maison("keys", "create", "phone")
    assert maison("doctor")[0] == 0
    monkeypatch.setenv("MAISON_AUTH", "oidc")
    code, _, err = maison("doctor")
    assert (code, err.startswith("maison: MAISON_AUTH with oidc needs MAISON_OIDC_ISSUER")) == (1, True)


async def test_a_served_instance_takes_a_new_key_and_forgets_a_revoked_one(tmp_path: Path, demo_catalog: Path) -> None:
    shutil.copytree(demo_catalog, tmp_path / "data" / "catalog")
    with serving(tmp_path / "data", auth="keys") as served:
        token = (await served.maison("keys", "create", "phone")).strip()
        async with httpx.AsyncClient(base_url=served.url, headers={"X-Api-Key": token}, timeout=60) as http:
            run = {"assistant_id": "stylist", "input": said("I need a navy coat")}
            assert (await http.post("/runs/wait", json=run)).json()["looks"]
            assert (await http.get("/metrics")).status_code == 403
            served.env["MAISON_API_KEY"] = token
            assert "coat" in await served.maison("ask", "a navy coat")
            await served.maison("keys", "revoke", token.split("_")[1])
            assert (await http.post("/runs/wait", json=run)).status_code == 401
        with pytest.raises(AssertionError, match="not known here"):
            await served.maison("ask", "a navy coat")


def test_with_auth_every_address_is_served(tmp_path: Path, demo_catalog: Path) -> None:
    shutil.copytree(demo_catalog, tmp_path / "data" / "catalog")
    with serving(tmp_path / "data", auth="keys", host="0.0.0.0") as served:
        assert httpx.get(f"{served.url}/ok").status_code == 200
        assert httpx.get(f"{served.url}/v1/wardrobe").status_code == 401
