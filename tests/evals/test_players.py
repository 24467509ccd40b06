"""Who answers, by name: where they are, and what they take notice of."""

import pytest

from agents.models import is_here
from evals.players import away, open_player, reads_prose
from graph.settings import Settings


@pytest.mark.parametrize(("name", "here"), [("scripted", True), ("scripted:merge=cut", True), ("elsewhere", False)])
async def test_the_scripted_server_is_here_unless_it_is_to_be_elsewhere(name, here):
    async with open_player(name, Settings()) as settings:
        assert is_here(settings.model) is here
        assert settings.photos_leave is not here


def test_a_model_elsewhere_may_be_shown_photos_by_the_operator_s_word():
    assert away(Settings(), "vllm:good@http://127.0.0.1:9/v1").model == "vllm:good@http://0.0.0.0:9/v1"


@pytest.mark.parametrize(("name", "reads"), [("house", False), ("elsewhere", False), ("obedient", True)])
def test_a_script_reads_no_prose(name, reads):
    assert reads_prose(name) is reads
