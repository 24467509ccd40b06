"""Going back to an outfit after something else was looked at."""

import pytest

from tests.conftest import Talk


@pytest.mark.parametrize(
    ("first", "aside", "back"),
    [
        ("I'm a woman, dinner with friends on Friday", "show me some bags", "nah, the first outfit after all"),
        ("je suis une femme, dîner entre amis vendredi", "montre-moi des sacs", "non, la première tenue finalement"),
        ("周末跟闺蜜去看展，给我搭一身", "包也要绿的吗", "算了还是第一套"),
    ],
)
async def test_the_first_outfit_is_counted_before_what_was_looked_for_since(
    talk: Talk, first: str, aside: str, back: str
) -> None:
    outfit = (await talk.say(first))["looks"][0]
    await talk.say(aside)
    again = (await talk.say(back))["looks"]
    assert [look["id"] for look in again] == [outfit["id"]]
