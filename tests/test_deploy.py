"""The files in `deploy/` are read by programs that are not here, so what can be checked of them is: their sense."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from agents.models import is_here
from graph.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
FLAGS = yaml.safe_load((DEPLOY / "vllm.yaml").read_text("utf-8"))
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
# A value from the environment, with or without what stands in for it.
GIVEN = re.compile(r"\$\{\w+(?::[-?].*)?\}")
SECRET = re.compile(r"key|token|secret|password", re.IGNORECASE)


def pairs(node: Any) -> list[tuple[str, Any]]:
    """Every key of a document with its value."""
    if isinstance(node, list):
        return [pair for one in node for pair in pairs(one)]
    if isinstance(node, dict):
        return [*node.items(), *(pair for one in node.values() for pair in pairs(one))]
    return []


def test_vllm_is_held_to_the_schema() -> None:
    assert FLAGS["structured-outputs-config"] == {"backend": "guidance", "disable_any_whitespace": True}
    assert FLAGS["host"] == "127.0.0.1"


def test_ray_serves_with_the_same_flags() -> None:
    (application,) = yaml.safe_load((DEPLOY / "ray_serve.yaml").read_text("utf-8"))["applications"]
    (model,) = application["args"]["llm_configs"]
    engine = {name.replace("_", "-"): value for name, value in model["engine_kwargs"].items()}
    assert engine == {name: FLAGS[name] for name in engine} and len(engine) == 3
    assert model["model_loading_config"]["model_id"] == FLAGS["served-model-name"]


def test_compose_points_maison_at_its_vllm() -> None:
    vllm, maison = COMPOSE["services"]["vllm"], COMPOSE["services"]["maison"]
    spec = maison["environment"]["MAISON_MODEL"]
    name, _, url = spec.removeprefix("vllm:").partition("@")
    assert name == FLAGS["served-model-name"]
    assert (urlsplit(url).hostname, urlsplit(url).port) == ("vllm", FLAGS["port"])
    assert f":{FLAGS['port']}/health" in vllm["healthcheck"]["test"][-1]
    assert maison["depends_on"]["vllm"]["condition"] == "service_healthy"
    assert maison["environment"]["MAISON_VLLM_API_KEY"] == vllm["environment"]["VLLM_API_KEY"]
    assert not is_here(spec)


def test_compose_mounts_and_builds_what_is_there() -> None:
    folders = [mount for service in COMPOSE["services"].values() for mount in service["volumes"]]
    for source, *_ in (mount.split(":") for mount in folders):
        assert (DEPLOY / source).exists() if source.startswith(".") else source in COMPOSE["volumes"]
    build = COMPOSE["services"]["maison"]["build"]
    assert (DEPLOY / build["context"]).resolve() == ROOT and (ROOT / build["dockerfile"]).exists()
    made = re.findall(r"^RUN make (\S+)", (ROOT / build["dockerfile"]).read_text("utf-8"), re.MULTILINE)
    assert all(f"\n{target}:" in (ROOT / "Makefile").read_text("utf-8") for target in made) and made


def test_compose_sets_what_there_is_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    given = COMPOSE["services"]["maison"]["environment"]
    known = {f"MAISON_{name.upper()}" for name in Settings.model_fields} | {"MAISON_VLLM_API_KEY"}
    assert given.keys() <= known
    for name, value in given.items():
        monkeypatch.setenv(name, GIVEN.sub("false", str(value)))
    settings = Settings()
    assert (settings.auth, settings.host, settings.photos_leave) == ("keys", "0.0.0.0", False)


@pytest.mark.parametrize("file", sorted(DEPLOY.glob("*.yaml")), ids=lambda file: file.name)
def test_no_secret_is_written_down(file: Path) -> None:
    for name, value in pairs(yaml.safe_load(file.read_text("utf-8"))):
        if SECRET.search(name):
            assert GIVEN.fullmatch(str(value)), f"{file.name}: {name}"


def test_only_this_machine_reaches_what_is_published() -> None:
    published = [port for service in COMPOSE["services"].values() for port in service.get("ports", [])]
    assert published and all(port.startswith("127.0.0.1:") for port in published)
