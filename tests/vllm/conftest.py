"""`make test-vllm` names the command; without one these tests are skipped, as a server takes minutes."""

import os
from collections.abc import AsyncIterator, Iterator

import pytest
from langchain_core.language_models import BaseChatModel

from agents.models import HOUSE, Models
from tests.vllm.serving import Vllm, build, serving

NAMED = "TEST_VLLM"


@pytest.fixture(scope="session")
def vllm() -> str:
    command = os.environ.get(NAMED)
    if not command:
        pytest.skip(f"`make test-vllm` runs these: it installs vLLM and names its command in {NAMED}")
    return command


@pytest.fixture(scope="module")
def server(request: pytest.FixtureRequest, vllm: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vllm]:
    """The module's `KIND` of tiny model, served: one server at a time is what a small machine holds."""
    at = tmp_path_factory.mktemp("vllm")
    with serving(vllm, build(vllm, request.module.KIND, at / "model"), at / "log.txt") as served:
        yield served


@pytest.fixture
async def models(server: Vllm) -> AsyncIterator[Models]:
    """The registry of a house beside this server, whose lines are closed in the end."""
    models = Models({HOUSE: HOUSE, "tiny": server.spec})
    yield models
    await models.close()


@pytest.fixture
def model(models: Models) -> BaseChatModel:
    return models.model("tiny")
