"""Talks about two pieces of which the shop has but one as it was described, or none."""

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


@pytest.mark.parametrize(
    "text",
    [
        "A purple velvet shirt with orange leather trousers for a party",
        "Une chemise violette en velours avec un pantalon orange en cuir",
        "紫色丝绒衬衫配橙色皮裤",
    ],
)
async def test_where_the_shop_has_neither_of_two_pieces_both_are_told_of_beside_a_proposal(talk, text):
    told = await talk.say(text)
    assert {item["slot"] for item in told["looks"][0]["items"]} >= {"base_top", "bottom"}
    assert [gap["constraint"] for gap in told["brief"]["unmet"]] == ["described", "described"]
