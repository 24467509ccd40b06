"""Whether one's own piece may be worn somewhere: what custom forbids is not dressed, and what it allows is."""

import pytest

from tests.conftest import Talk


@pytest.mark.parametrize(
    ("text", "worn"),
    [
        ("I have a red jumper, can I wear it to a funeral?", False),
        ("j'ai un pull rouge, je peux le mettre pour un enterrement ?", False),
        ("我有件红毛衣，能穿去葬礼吗？", False),
        ("I have a navy jumper, can I wear it to a funeral?", True),
        ("j'ai un pull bleu marine, je peux le mettre pour un enterrement ?", True),
        ("我有件藏青色毛衣，能穿去葬礼吗？", True),
    ],
)
async def test_a_piece_of_ones_own_is_worn_where_custom_lets_it(talk: Talk, text: str, worn: bool) -> None:
    looks = (await talk.say(text))["looks"]
    assert looks
    assert all(any(item["source"] == "wardrobe" for item in look["items"]) is worn for look in looks)
