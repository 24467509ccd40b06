"""Chinese of other scripts and of Hong Kong, read as the lexicon writes it."""

import pytest

from agents.house.reading.scripts import load_scripts, simplified


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("預算人民幣三千，紅色連身裙", "预算人民币三千，红色连身裙"),
        ("我想搵條褲，唔好黑色", "我想找条裤，不要黑色"),
        ("聽日返工着咩", "明天上班穿什么"),
        ("听日落雨", "明天下雨"),
        ("我穿着裙子，想着怎么搭", "我穿着裙子，想着怎么搭"),
        ("a coat, 20 €", "a coat, 20 €"),
    ],
)
def test_a_text_is_read_in_simplified_characters(written: str, read: str) -> None:
    assert simplified(written) == read


def test_each_traditional_character_stands_once_beside_its_own() -> None:
    scripts = load_scripts()
    assert len(scripts.traditional) == len(scripts.simplified) == len({*scripts.traditional})
    assert all(old != new for old, new in zip(scripts.traditional, scripts.simplified, strict=True))
    assert simplified(scripts.simplified) == scripts.simplified
