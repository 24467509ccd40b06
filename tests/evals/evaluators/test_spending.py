from evals.evaluators.spending import calls, cost, latency, tokens
from tests.evals.evaluators.answered import judged, node, outputs, trace

USED = {"llm_output": {}, "generations": [[{"message": {"usage_metadata": {"input_tokens": 90, "output_tokens": 10}}}]]}
CALL = node("ask_merge", 1, run_type="chat_model", model="m", outputs=USED, metadata={"role": "merge", "model": "m"})
HOUSE = node("ask_check", 1, run_type="chat_model", model="h", metadata={"role": "check", "model": "house"})
RUN = trace(CALL, HOUSE) | {"metadata": {"usage": {"merge": {"cost": 0.5}}}}


def test_what_a_turn_took_is_held_against_what_it_may_take():
    answer = outputs(trace=RUN)
    assert judged(latency, {"latency": {"most": 1200}}, answer) == 1
    assert judged(latency, {"latency": {"most": 600}}, answer) == 0.5
    assert judged(calls, {"calls": {"most": 1}}, answer) == 1
    assert judged(calls, {"calls": {"most": 0}}, answer) == 0
    assert judged(tokens, {"tokens": {"most": 100}}, answer) == 1
    assert judged(tokens, {"tokens": {"most": 50}}, answer) == 0.5
    assert judged(cost, {"cost": {"most": 0.25}}, answer) == 0.5


def test_without_a_limit_or_a_price_there_is_nothing_to_judge():
    assert judged(latency, {}, outputs(trace=RUN)) is None
    unpriced = RUN | {"metadata": {"usage": {"merge": {"cost": None}}}}
    assert judged(cost, {"cost": {"most": 1}}, outputs(trace=unpriced)) is None
