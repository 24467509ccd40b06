import pytest

from agents.spending import Price, spent_in


def call(role, model, usage=None, error=None, ms=100.0):
    message = {"type": "ai", "content": "x", "usage_metadata": usage}
    outputs = {"generations": [[{"text": "x", "message": message}]]}
    metadata = {"role": role, "model": model}
    named = {"run_type": "chat_model", "metadata": metadata, "duration_ms": ms, "children": []}
    return named | {"error": error, "outputs": None if error else outputs}


def chain(*children, **metadata):
    return {"run_type": "chain", "metadata": metadata, "children": list(children), "outputs": {}}


def test_calls_are_summed_up_by_role_wherever_they_were_made():
    usage = {"input_tokens": 1000, "output_tokens": 200}
    tree = chain(
        chain(call("style", "m", error="429"), chain(call("style", "m", usage))),
        chain(call("check", "house", usage), role="check"),
        call("merge", "n", usage),
    )
    spent = spent_in(tree, {"m": Price(input=2, output=10)})
    assert set(spent) == {"style", "merge"}
    style = spent["style"]
    assert (style.calls, style.failed, style.input_tokens, style.output_tokens) == (2, 1, 1000, 200)
    assert style.cost == pytest.approx((1000 * 2 + 200 * 10) / 1e6)
    assert spent["merge"].cost is None
    assert style.seconds == pytest.approx(0.2)
