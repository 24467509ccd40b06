"""A call that tells of another prompt than the run was started with is found, wherever it is in the trace."""

from typing import Any

from evals.evaluators.provenance import prompts


def call(role: str, version: str | None) -> dict[str, Any]:
    told = {"role": role, "model": "house"} | ({"prompt_version": version} if version else {})
    return {"run_type": "chat_model", "metadata": told, "children": []}


def judged(*calls: dict[str, Any], expected: dict[str, str] | None = None) -> Any:
    inner = {"run_type": "chain", "metadata": {}, "children": list(calls)}
    outputs = {"prompts": expected or {"style": "abc", "merge": "def"}, "trace": {"children": [inner]}}
    return prompts(inputs={}, outputs=outputs, reference_outputs={})


def test_the_versions_of_a_trace_are_those_of_the_run():
    assert judged(call("style", "abc"), call("merge", "def"))["score"] == 1
    found = judged(call("style", "abc"), call("merge", "abc"))
    assert (found["score"], found["comment"]) == (0.5, "merge under abc, not def")
    assert judged(call("style", None))["score"] == 0


def test_nothing_is_judged_of_outputs_that_were_not_told_which_prompts():
    assert prompts(inputs={}, outputs={"trace": {}}, reference_outputs={})["score"] is None
    assert judged()["score"] is None
