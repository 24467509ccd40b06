"""A fit that is asked for comes first, also where it is said of a search that stands."""

import pytest

from tests.conftest import Talk


@pytest.mark.parametrize(
    "turns",
    [
        ["find me a white shirt, men's", "slim fit"],
        ["a slim-fit white shirt for men"],
        ["une chemise blanche homme", "coupe ajustée"],
        ["男款白衬衫", "修身的"],
    ],
)
async def test_a_fit_comes_first(talk: Talk, turns: list[str]) -> None:
    for said in turns:
        output = await talk.say(said)
    first = output["looks"][0]["items"][0]["id"]
    assert (await talk.services.catalog.articles([first]))[first].fit == "fitted"
