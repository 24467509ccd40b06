"""A tiny run has every figure, and a suitcase holds fewer pieces than its looks are made of."""

from bench.packing import measure


async def test_two_trips_are_packed() -> None:
    figures = await measure(trips=2, seed=7)
    assert set(figures) == {"seed", "trips", "packed", "pieces", "worn", "broken", "clo_error", "p50_ms"}
    assert figures["trips"] == figures["packed"] == 2
    assert figures["pieces"] < figures["worn"]
    assert figures["broken"] == []
    assert figures["clo_error"] < 0.3
