"""The one accent of colour that an outfit is to have, and what only sounds like one."""

import pytest

from agents.house.lexicon import load_lexicon
from agents.house.reading.accents import accent_asked
from agents.house.reading.text import read
from stores.vocabulary import Language


@pytest.mark.parametrize(
    ("text", "language", "colours", "others"),
    [
        ("all black with a pop of red", "en", ["red"], ["black"]),
        ("a black outfit for a date with a touch of bright yellow", "en", ["yellow"], ["black"]),
        ("grey everything with red accents", "en", ["red"], ["grey"]),
        ("all white with just a dash of gold or silver", "en", ["gold", "silver"], ["white"]),
        ("navy outfit accented with cobalt blue", "en", ["blue"], ["navy"]),
        ("beige with pink as an accent", "en", ["pink"], ["beige"]),
        ("all black with a pop of colour", "en", [], ["black"]),
        ("office outfit in beige with a color pop", "en", [], ["beige"]),
        ("black with one colourful piece", "en", [], ["black"]),
        ("tout en noir avec une touche de rouge", "fr", ["red"], ["black"]),
        ("tenue noire avec une pointe de jaune", "fr", ["yellow"], ["black"]),
        ("total look noir, une note rouge", "fr", ["red"], ["black"]),
        ("du beige avec un soupçon de vert", "fr", ["green"], ["beige"]),
        ("du gris avec du rouge en petites touches", "fr", ["red"], ["grey"]),
        ("un accent de couleur sur du gris", "fr", [], ["grey"]),
        ("tout en noir avec une touche colorée", "fr", [], ["black"]),
        ("一身黑配一点红", "zh", ["red"], ["black"]),
        ("黑色穿搭，用红色点缀", "zh", ["red"], ["black"]),
        ("一身灰加一抹黄色", "zh", ["yellow"], ["grey"]),
        ("一身白，蓝色做点缀", "zh", ["blue"], ["white"]),
        ("全黑加点亮色点缀", "zh", [], ["black"]),
        ("一身灰加个跳色", "zh", [], ["grey"]),
    ],
)
def test_an_accent_is_the_colour_of_one_piece_and_not_of_the_rest(
    text: str, language: Language, colours: list[str], others: list[str]
) -> None:
    reading = read(text, load_lexicon(language))
    accent = accent_asked(reading)
    assert accent is not None and accent.colours == colours
    assert [mention.key for mention in reading.of("colour", "tone")] == others


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("a touch of formality, in black", "en"),
        ("I'm going to a pop concert in black", "en"),
        ("a black dress with a hint of red lace", "en"),
        ("a little red dress", "en"),
        ("soft to the touch red jumper", "en"),
        ("no pop of colour please, all black", "en"),
        ("all black, without a touch of red", "en"),
        ("une robe noire avec une touche de dentelle rouge", "fr"),
        ("une touche d'élégance en noir", "fr"),
        ("sans touche de couleur, tout en noir", "fr"),
        ("je note le rouge", "fr"),
        ("红一点的裙子", "zh"),
        ("来点红色的包", "zh"),
        ("早一点到，穿黑色", "zh"),
        ("不要跳色，全黑", "zh"),
    ],
)
def test_what_only_sounds_like_an_accent_is_none(text: str, language: Language) -> None:
    assert accent_asked(read(text, load_lexicon(language))) is None


@pytest.mark.parametrize(
    ("text", "language", "slots"),
    [
        ("all black with a pop of red in the shoes", "en", ["footwear"]),
        ("tout en noir avec une touche de rouge sur le sac", "fr", ["bag"]),
        ("all black with a pop of red and a skirt", "en", []),
    ],
)
def test_a_piece_may_be_named_that_brings_it(text: str, language: Language, slots: list[str]) -> None:
    accent = accent_asked(read(text, load_lexicon(language)))
    assert accent is not None and accent.slots == slots
