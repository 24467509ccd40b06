import re
from random import Random

import pytest

from stores.demo.generator import generate
from stores.demo.tables import load_cloths
from stores.demo.wording import describe_make, name_piece

EMPTY_PRAISE = re.compile(
    r"\b(timeless|effortless\w*|elevate\w*|versatil\w*|perfect\w*|stunning|flattering|slimming)\b", re.IGNORECASE
)


def test_a_name_says_colour_pattern_cloth_and_cut() -> None:
    cloths = load_cloths()
    assert name_piece("sage", "floral", "voile", cloths["voile"], "wrap dress") == "Sage floral voile wrap dress"
    assert name_piece("navy", "solid", "denim", cloths["denim"], "denim jacket") == "Navy denim jacket"
    assert (
        name_piece("ecru", "solid", "stretch denim", cloths["stretch denim"], "denim jacket")
        == "Ecru stretch denim jacket"
    )
    assert name_piece("sand", "solid", "linen blend", cloths["linen blend"], "linen trousers") == "Sand linen trousers"
    assert name_piece("gold", "solid", "metal", cloths["metal"], "bangle") == "Gold bangle"


def test_a_description_tells_pattern_cut_and_cloth() -> None:
    told = describe_make(Random(1), load_cloths()["poplin"], "oversized", "stripe", "a curved hem")
    assert told in {
        "Striped and cut wide in crisp cotton poplin, with a curved hem.",
        "Striped and made with a roomy shape in crisp cotton poplin, with a curved hem.",
    }


@pytest.mark.parametrize("seed", [1, 2])
def test_prose_is_short_and_plain(seed: int) -> None:
    for article in generate(seed):
        assert re.fullmatch(r"[A-Z0-9][^.]+\.( [A-Z][^.]+\.)", article.description), article.description
        assert not EMPTY_PRAISE.search(article.description)
        assert article.description.partition(".")[0].count(", with ") == 1
        assert len(article.name) < 70
        assert "  " not in article.name + article.description
