from typing import Any

import pytest

from stores.colours import load_colours
from stores.drawing.cloth import cloth_of, finishes
from stores.drawing.textures import TEXTURES
from stores.drawing.tones import lightness, mixed, to_hex, to_oklab, tone
from stores.vocabulary import Colour


@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#c01f28", "#1b2540", "#7f97b0"])
def test_a_colour_survives_oklab(colour: str) -> None:
    assert to_hex(to_oklab(colour)) == colour
    assert tone(colour, lightness(colour)) == colour


def test_grey_half_way_between_black_and_white() -> None:
    assert mixed("#000000", "#ffffff", 0.5) == "#636363"


@pytest.mark.parametrize("colour", sorted({colour.hex for colour in load_colours().values()}))
def test_lines_show_on_the_cloth_and_contours_on_paper(colour: str, make: Any) -> None:
    cloth = cloth_of(make("shirt", colours=[Colour(name="it", family="multi", hex=colour)]), "plain")
    assert abs(lightness(cloth.seam) - lightness(colour)) > 0.1
    assert lightness(cloth.line) < 0.75
    assert lightness(cloth.inside.base) < lightness(colour) or lightness(colour) < 0.01


def test_the_words_of_an_article_choose_how_it_takes_the_light(make: Any) -> None:
    def finish(name: str, *fabrics: str) -> str:
        one = cloth_of(make("shirt", name=name, fabrics=[*fabrics]), "plain").finish
        return next(known for known, row in finishes().items() if row is one)

    assert finish("red corduroy shirt", "cotton") == "corduroy"
    assert finish("red shirt", "cotton", "denim") == "denim"
    assert finish("red shirt", "cotton", "fleece") == "plain"
    assert finish("red fleece", "polyester", "fleece") == "fleece"
    assert finish("red shirt", "cotton") == "plain"


def test_every_finish_names_a_texture_that_there_is() -> None:
    assert {finish.texture for finish in finishes().values() if finish.texture} == {*TEXTURES}
