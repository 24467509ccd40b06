"""How verdicts are put: the share of what was asked that holds, with what does not."""

from collections.abc import Iterable

from evals.evaluators import Verdict

UNTOLD = "what the shop really has was not handed over"


def verdict(key: str, failures: Iterable[str], asked: int) -> Verdict:
    """1 where nothing failed, less by each failure of `asked` checks; nothing to judge where there were none."""
    found = list(failures)
    if not asked:
        return nothing(key)
    return Verdict(key=key, score=max(0.0, 1 - len(found) / asked), comment="; ".join(found))


def nothing(key: str, why: str = "") -> Verdict:
    return Verdict(key=key, score=None, comment=why)


def held(key: str, failure: str) -> Verdict:
    """1 where there is no failure, else 0."""
    return Verdict(key=key, score=0.0 if failure else 1.0, comment=failure)
