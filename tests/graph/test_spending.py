"""What a run took of its models is in its trace, by role."""

import pytest

from evals.scripted.server import open_backend
from tests.conftest import Talk

WEDDING = "What do I wear to a wedding in Lyon on 12 June? I'm a woman."


async def test_tokens_and_cost_are_told_by_role(open_house):
    async with open_backend() as backend:
        spec = backend.spec()
        prices = {spec: {"input": 1.0, "output": 4.0}}
        async with open_house(model=spec, prices=prices, unread_words=-1) as services:
            seen = []
            services.observers.append(seen.append)
            output = await Talk(services).say(WEDDING)
        assert output["degraded"] == []
        usage = seen[0]["metadata"]["usage"]
        assert {"understand", "style", "merge"} <= set(usage)
        for role, spent in usage.items():
            calls = [call for call in backend.calls if call.role == role]
            assert (spent["calls"], spent["models"]) == (len(calls), [spec])
            assert spent["output_tokens"] == sum(call.tokens for call in calls)
            taken = sum(call.prompt_tokens for call in calls)
            assert spent["cost"] == pytest.approx((taken + 4 * spent["output_tokens"]) / 1e6)
