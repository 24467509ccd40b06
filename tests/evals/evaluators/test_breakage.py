import pytest

from evals.evaluators.breakage import unbroken
from tests.evals.evaluators.answered import judged, outputs

BROKE = {"role": "compose", "model": "tool", "reason": "error: NameError"}
LATE = {"role": "merge", "model": "vllm", "reason": "timeout"}


@pytest.mark.parametrize(("rows", "score"), [([], 1), ([BROKE], 0), ([LATE], 1), ([LATE, BROKE], 0)])
def test_a_node_that_failed_is_noticed_and_a_late_model_is_not_ours(rows, score):
    assert judged(unbroken, {}, outputs(degraded=rows)) == score


def test_so_is_one_in_a_turn_before():
    assert judged(unbroken, {}, outputs(earlier=[outputs(degraded=[BROKE])])) == 0
