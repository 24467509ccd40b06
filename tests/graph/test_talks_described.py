"""Talks about two pieces of which the shop has but one as it was described."""

import pytest


@pytest.mark.parametrize(
    ("text", "missing", "kept"),
    [
        ("I'd like a floral shirt with checked trousers", "floral shirt", "checked"),
        ("Je voudrais une robe à pois avec des bottes violettes", "bottes violettes", "dotted"),
        ("碎花衬衫配格纹裤", "碎花衬衫", "checked"),
        ("I want a polka-dot dress with purple boots", "purple boots", "dotted"),
    ],
)
async def test_what_the_shop_has_of_a_wish_is_dressed_and_what_it_lacks_is_named(talk, text, missing, kept):
    told = await talk.say(text)
    assert [(gap["constraint"], gap["asked"]) for gap in told["brief"]["unmet"]] == [("described", missing)]
    assert missing in told["messages"][-1].text
    assert told["looks"] and all(any(kept in item["name"].lower() for item in look["items"]) for look in told["looks"])


async def test_a_wish_of_which_nothing_is_there_is_refused_as_it_was(talk):
    told = await talk.say("a pink velvet blazer with orange corduroy trousers")
    assert not told["looks"] and {gap["constraint"] for gap in told["brief"]["unmet"]} == {"category"}
