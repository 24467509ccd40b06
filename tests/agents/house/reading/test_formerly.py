"""What was worn once is no wish; what is wished for now is."""

import pytest

from agents.house.lexicon import load_lexicon
from agents.house.reading.text import read
from stores.vocabulary import Language


@pytest.mark.parametrize(
    ("text", "language", "colours"),
    [
        ("L'an dernier tout était rose, cette fois je veux du vert", "fr", ["green"]),
        ("La dernière fois, une robe rouge et un sac doré. Maintenant du bleu", "fr", ["blue"]),
        ("comme l'an dernier, je voudrais du rouge", "fr", ["red"]),
        ("以前为了藏肉都穿黑的，现在想穿红的", "zh", ["red"]),
        ("去年婚礼上一条绿裙子，今年想要蓝色", "zh", ["blue"]),
    ],
)
def test_colours_of_a_time_gone_by_are_only_told(text: str, language: Language, colours: list[str]) -> None:
    assert [m.key for m in read(text, load_lexicon(language)).of("colour") if not m.denied] == colours
