"""What a funeral and a deep frost ask: dark leather, and a coat that the reply names."""

import pytest

from agents.house.prose.names import category_word
from stores.colours import lab_of_hex
from tools.dress import DARK_BROWN_L


@pytest.mark.parametrize(
    "said",
    ["A funeral on Friday in Leeds, man", "Enterrement vendredi à Lille, homme", "周五去参加葬礼，女，穿什么"],
)
async def test_leather_is_dark_at_a_funeral(talk, said):
    output = await talk.say(said)
    assert output["looks"]
    for item in (item for look in output["looks"] for item in look["items"]):
        if item["slot"] in {"footwear", "bag", "accessory"} and item["colour"]["family"] == "brown":
            assert lab_of_hex(item["colour"]["hex"])[0] <= DARK_BROWN_L


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "-20 °C in Oslo, walk in the park, man"),
        ("fr", "-20 °C à Oslo, balade au parc, homme"),
        ("zh", "零下20度，去公园走走，男"),
    ],
)
async def test_the_coat_of_a_deep_frost_is_named(talk, language, said):
    output = await talk.say(said)
    [coat] = [item["category"] for item in output["looks"][0]["items"] if item["slot"] == "outer"]
    assert category_word(coat, language) in output["messages"][-1].text
