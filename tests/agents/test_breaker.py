import asyncio

import pytest

from agents.breaker import Breaker, Resting


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


def fail(breaker, error=ConnectionError, **how):
    with pytest.raises(error), breaker.watched(**how):
        raise error


def test_it_opens_after_so_many_failures_in_a_row(clock):
    breaker = Breaker(failures=2, rest=30, clock=clock)
    fail(breaker)
    with breaker.watched():
        pass
    fail(breaker)
    assert breaker.state == "closed"
    fail(breaker)
    assert breaker.state == "open"
    with pytest.raises(Resting), breaker.watched():
        raise AssertionError("no call goes through")


def test_after_its_rest_one_call_tries_and_others_wait(clock):
    breaker = Breaker(failures=1, rest=30, clock=clock)
    fail(breaker)
    clock.now = 31
    with breaker.watched(), pytest.raises(Resting), breaker.watched():
        raise AssertionError("one is enough")
    assert breaker.state == "closed"


def test_a_try_that_fails_opens_it_for_another_rest(clock):
    breaker = Breaker(failures=1, rest=30, clock=clock)
    fail(breaker)
    clock.now = 31
    fail(breaker)
    assert breaker.state == "open"
    clock.now = 62
    assert breaker.state == "half open"


def test_what_was_answered_is_no_failure_of_the_backend(clock):
    breaker = Breaker(failures=1, clock=clock)
    fail(breaker, ValueError, answered=(ValueError,))
    assert breaker.state == "closed"


def test_a_call_with_too_little_time_and_one_that_was_given_up_tell_nothing(clock):
    breaker = Breaker(failures=1, rest=30, clock=clock)
    fail(breaker, TimeoutError, fair=False)
    with pytest.raises(asyncio.CancelledError), breaker.watched():
        raise asyncio.CancelledError
    assert breaker.state == "closed"
    fail(breaker)
    clock.now = 31
    with pytest.raises(asyncio.CancelledError), breaker.watched():
        raise asyncio.CancelledError
    assert breaker.state == "half open"
    with breaker.watched():
        pass
    assert breaker.state == "closed"
