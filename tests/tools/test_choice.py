from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tools.choice import Draft, choose, fit_budget


def draft(number: int, score: float, price: float, lead: int, colour: int = 0) -> Draft:
    traits = frozenset({f"piece {number}", f"colour {colour}", f"lead {lead}"})
    return Draft("outfit", (number,), score, {}, frozenset({str(lead)}), traits, price, price)


drafts = st.lists(
    st.tuples(st.floats(0.5, 1), st.integers(10, 300), st.integers(0, 5), st.integers(0, 3)), min_size=1, max_size=30
).map(lambda rows: [draft(n, s, float(p), lead, colour) for n, (s, p, lead, colour) in enumerate(rows)])


@given(drafts)
def test_the_best_comes_first_and_no_lead_twice(pool: list[Draft]) -> None:
    chosen = choose(pool, 3)
    assert chosen[0].score == max(one.score for one in pool)
    leads = [lead for one in chosen for lead in one.leads]
    assert len(leads) == len(set(leads)) == min(3, len({next(iter(one.leads)) for one in pool}))


def test_of_two_alike_the_unlike_one_is_shown_unless_it_is_much_worse() -> None:
    best, twin, other = draft(0, 0.90, 50, 0, 1), draft(1, 0.89, 50, 1, 1), draft(2, 0.88, 50, 2, 2)
    assert choose([best, twin, other], 2) == [best, other]
    assert choose([best, twin, draft(2, 0.6, 50, 2, 2)], 2) == [best, twin]


@given(drafts)
def test_totals_only_fall_with_the_budget(pool: list[Draft]) -> None:
    chosen, earlier = choose(pool, 3), None
    for ceiling in range(310, 0, -10):
        now = [one.total or 0.0 for one in fit_budget(chosen, pool, ceiling)]
        assert all(amount <= ceiling for amount in now)
        assert bool(now) == any((one.total or 0.0) <= ceiling for one in pool)
        if earlier is not None:
            assert len(now) <= len(earlier)
            assert all(a <= b for a, b in zip(now, earlier, strict=False))
        earlier = now


def test_a_look_is_replaced_by_the_best_that_can_be_afforded() -> None:
    dear, good, poor = draft(0, 0.9, 200, 0), draft(1, 0.8, 90, 1), draft(2, 0.6, 40, 2)
    assert fit_budget([dear], [dear, good, poor], 100) == [good]
    assert fit_budget([dear], [dear, good, poor], 50) == [poor]
    assert fit_budget([dear], [dear, good, poor], 30) == []


def test_both_cuts_are_shown_where_nobody_said_for_whom() -> None:
    women = [replace(draft(n, 0.9 - n / 100, 50, n, n), cut="women") for n in range(3)]
    man = replace(draft(3, 0.86, 50, 3, 3), cut="men")
    assert [one.cut for one in choose([*women, man], 3)] == ["women", "men", "women"]
    assert choose(women, 3) == women
