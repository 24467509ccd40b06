import pytest

from bench.orchestration import CHAINS, TURNS, Timed, calls_of, figures, open_server, replay, union


def call(role: str, began: float, ended: float) -> dict:
    return {"role": role, "tokens": 10, "began": began, "ended": ended, "model": "m"}


def test_calls_at_once_are_waited_for_once():
    assert union([(0, 2), (1, 3), (5, 6)]) == 4
    assert union([(0, 5), (1, 2)]) == 5
    assert union([]) == 0


def test_a_turn_is_measured_by_its_own_calls():
    outfit = Timed("outfit", 4.4, 2.5, [call("style", 0, 2), call("merge", 2, 4)])
    relook = Timed("relook", 6.0, 4.0, [call("critique", 0, 2), call("advise", 2, 4), call("merge", 4, 6)])
    found = figures([outfit, relook], {"relookx": 24.0, "notebook": 12.0})
    assert found["ratio"] == pytest.approx(1.05)
    assert (found["critical_calls"], found["critical_calls_relook"]) == (2, 3)
    assert (found["first_token_ms"], found["speedup_over_chain"]) == (2500, 4)


async def test_the_server_answers_in_its_own_process_in_its_time():
    async with open_server(20, 1) as url:
        seconds = await replay(url, (5, 5))
        calls = await calls_of(url)
    assert seconds >= 2 * 0.025
    assert [call["tokens"] for call in calls["say=5"]] == [5, 5]


def test_every_kind_of_turn_is_there_and_relookx_has_seven_calls():
    assert set(TURNS) == {"outfit", "unsure", "relook"}
    assert len(CHAINS["relookx"]) == 7
