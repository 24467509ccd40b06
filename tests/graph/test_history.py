"""What a model is told of a conversation that is longer than it is shown."""

from graph.running import run_config
from graph.understanding import to_understand


async def test_what_was_decided_long_ago_is_still_told(talk):
    await talk.say("Hello there! I'm a woman. I never wear heels.")
    for number in range(7):
        await talk.say(f"What do I wear to a party in {number + 2} days?")
    state = (await talk.services.graph.aget_state(run_config(talk.caller, talk.thread, "x", talk.services))).values
    request = to_understand(state, "EUR")
    assert "I never wear heels." in request.earlier
    assert "Hello there!" not in request.earlier
    assert not {*request.earlier} & {*request.previous}
