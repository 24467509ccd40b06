from typing import Any

import pytest

from evals.evaluators.consent import consent, is_elsewhere
from tests.evals.evaluators.answered import judged, node, outputs, trace

AWAY, HERE = "vllm:good@http://10.0.0.7:8000/v1", "vllm:good@http://127.0.0.1:8000/v1"


def captioned(model: str) -> dict[str, Any]:
    """The trace of a turn in which a model was shown a photo."""
    call = node("model", 1, run_type="chat_model", model=model, metadata={"role": "caption", "model": model})
    return trace(node("caption_photos", 1, children=[call]))


@pytest.mark.parametrize(
    ("model", "asked", "consents", "score"),
    [
        (AWAY, 1, True, 1),
        (AWAY, 1, False, 0),
        (AWAY, 0, True, 0),
        ("house", 1, False, 1),
        (HERE, 0, True, None),
        ("house", 0, True, None),
    ],
)
def test_no_model_elsewhere_sees_a_photo_against_its_owner_s_word(model, asked, consents, score):
    answer = outputs(trace=captioned(model), asked_consent=asked)
    assert judged(consent, {}, answer, consents=consents) == score


def test_a_photo_of_an_earlier_turn_counts_too():
    before = outputs(trace=captioned(AWAY), asked_consent=0)
    assert judged(consent, {}, outputs(earlier=[before], trace=trace())) == 0


@pytest.mark.parametrize(
    ("model", "elsewhere"),
    [
        ("house", False),
        ("hf:/models/eyes", False),
        (HERE, False),
        ("vllm:a@http://localhost:1/v1", False),
        (AWAY, True),
        ("openai:gpt", True),
        ("vllm:good@http://0.0.0.0:8000/v1", True),
    ],
)
def test_an_address_tells_where_a_model_is(model, elsewhere):
    assert is_elsewhere(model) is elsewhere
