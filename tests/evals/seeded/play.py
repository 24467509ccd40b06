"""`python play.py SUITE MODEL OUT SHOPS CASE ...`: plays cases with whatever source comes first on the path."""

import asyncio
import sys
from pathlib import Path

from evals.run import Plan, evaluate
from graph.settings import Settings


def main() -> None:
    suite, model, out, shops, *cases = sys.argv[1:]
    plan = Plan(suite, model, cases=tuple(cases), concurrency=2, traces="failed")
    asyncio.run(evaluate(plan, Settings(), Path(out), shops=Path(shops)))


if __name__ == "__main__":
    main()
