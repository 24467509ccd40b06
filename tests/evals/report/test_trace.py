import re
from typing import Any

from evals.report.trace import route, show_trace
from tests.evals.made import made_run, made_trace
from tests.evals.report.reading import Read


def bars(html: str) -> list[tuple[float, float]]:
    return [(float(left), float(wide)) for left, wide in re.findall(r"--l:([\d.]+);--w:([\d.]+)", html)]


def test_bars_lie_where_the_calls_were_in_time() -> None:
    assert bars(show_trace(made_trace(), arguments=False)) == [(0, 100), (0, 40), (5, 30), (42, 50), (45, 40)]


def test_kinds_are_told_apart() -> None:
    read = Read(show_trace(made_trace(), arguments=False))
    assert [one.get("class") for one in read.named("li")] == [None, None, "model", None, "tool"]


def test_arguments_are_folded_away_and_read_as_values() -> None:
    read = Read(show_trace(made_trace(), arguments=True))
    assert len(read.named("details")) == 2
    assert "querynavy" in read.text
    assert not Read(show_trace(made_trace(), arguments=False)).named("details")


def test_where_the_graph_went_on_stands_beside_the_node() -> None:
    after = made_run("after_understand", 39, 1, outputs={"output": ["read_conditions"]})
    shown = Read(show_trace(made_trace(children=[made_run("understand", 0, 40, children=[after])]), arguments=True))
    assert "understand → read_conditions" in shown.text
    assert "after_understand" not in shown.text


def test_what_only_looks_like_a_route_is_shown() -> None:
    assert not route(made_run("search", 0, 1, outputs={"output": ["settle"]}))
    assert not route(made_run("after_check", 0, 1, outputs={"output": ["two words"]}))
    assert not route(made_run("after_check", 0, 1, outputs={"output": [{"x": 1}]}))


def test_a_model_is_named_with_its_role_and_tokens() -> None:
    message = {"content": "{}", "usage_metadata": {"total_tokens": 1234}}
    answered = {"generations": [[{"text": "{}", "message": message}]]}
    call = made_run("Chat", 0, 9, run_type="chat_model", model="big", metadata={"role": "merge"}, outputs=answered)
    assert "merge · big · 1,234 tokens" in Read(show_trace(call, arguments=True)).text


def test_a_prompt_is_cut_and_a_request_is_read() -> None:
    messages = [[{"type": "system", "content": "Write. " * 200}, {"type": "human", "content": '{"kind": "merge"}'}]]
    call = made_run("Chat", 0, 9, run_type="chat_model", inputs={"messages": messages})
    shown = Read(show_trace(call, arguments=True))
    assert "(1,400 characters)" in shown.text
    assert "kindmerge" in shown.text


def test_an_error_is_named() -> None:
    shown = Read(show_trace(made_run("search", 0, 1, error="KeyError: <b>"), arguments=False))
    assert shown.text.endswith("KeyError: <b>")


def test_a_trace_of_elsewhere_that_knows_less_is_shown_as_far_as_it_goes() -> None:
    step = {"name": "step", "start": "yesterday", "metadata": None}
    poor: dict[str, Any] = {"name": "run", "children": [step, "odd"]}
    assert Read(show_trace(poor, arguments=True)).text == "runstep"
    assert show_trace({}, arguments=True) == ""


def test_a_trace_without_end_ends() -> None:
    deep = made_run("leaf", 0, 1)
    for _ in range(300):
        deep = made_run("node", 0, 1, children=[deep])
    assert "1 call deeper down left out" in Read(show_trace(deep, arguments=True)).text
