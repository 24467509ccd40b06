"""`make conformance` as a test: clients see of Maison what they see of `langgraph dev`, or a reason says why not."""

import asyncio
from collections.abc import Iterator

import pytest

from tests.conformance.run import JAVASCRIPT, REASONS, both, compare, javascript, verdict


@pytest.fixture(scope="module")
def urls() -> Iterator[tuple[str, str]]:
    with both() as addresses:
        yield addresses


def test_the_servers_differ_where_a_reason_says_so_and_nowhere_else(urls: tuple[str, str]) -> None:
    compared = asyncio.run(compare(urls))
    assert {name: row for name, row in compared.items() if not row.in_order} == {}
    assert set(REASONS) <= set(compared)


@pytest.mark.skipif(
    not (JAVASCRIPT / "node_modules").exists(),
    reason="the JavaScript SDK is not installed; `make conformance` installs it where there is an npm",
)
def test_the_javascript_client_and_its_hook_work_on_maison(urls: tuple[str, str]) -> None:
    assert javascript(urls[0]) == 0


def test_a_reason_has_to_be_needed_and_a_difference_has_to_have_one() -> None:
    reasoned = next(iter(REASONS))
    assert verdict("no check", "1", "1") == "same"
    assert verdict("no check", "1", "2") == "DIFFERS"
    assert verdict(reasoned, "1", "2") == "differs, with a reason"
    assert verdict(reasoned, "1", "1") == "a reason that is not needed"
