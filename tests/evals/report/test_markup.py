import pytest

from evals.report.markup import escape, fold, join, swatch, tag
from tests.evals.report.reading import Read

HOSTILE = "</p><script>alert(1)</script><img src=x onerror=\"alert('1')\">&amp;"


def test_what_is_put_into_a_tag_is_escaped_once() -> None:
    inner = tag("b", HOSTILE)
    read = Read(tag("p", inner, [HOSTILE, tag("i", "x")], None))
    assert [name for name, _ in read.elements] == ["p", "b", "i"]
    assert read.text == HOSTILE + HOSTILE + "x"


def test_attributes_are_escaped_and_named_as_html_has_them() -> None:
    read = Read(tag("p", class_="a", data_tags=f'"{HOSTILE}', hidden=True, lang=None, open_=False))
    assert read.elements == [("p", {"class": "a", "data-tags": f'"{HOSTILE}', "hidden": None})]


def test_svg_has_elements_that_end_themselves() -> None:
    assert tag("line", x1="5%") == '<line x1="5%"/>'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "a⟨U+0000⟩b"),
        ("\x1b[2J", "⟨U+001B⟩[2J"),
        ("price \u202e09", "price ⟨U+202E⟩09"),
        ("\u2066x", "⟨U+2066⟩x"),
        ("\ud800", "⟨U+D800⟩"),
        ("two\nlines\t", "two\nlines\t"),
        ("女士 👩‍💻 é", "女士 👩‍💻 é"),
    ],
)
def test_what_hides_text_is_shown_by_its_number(text: str, shown: str) -> None:
    assert escape(text) == shown


@pytest.mark.parametrize("colour", ["red;background:url(//x)", "#12345", "#1f2a44;x", None, 7])
def test_a_swatch_is_of_a_colour_or_not_there(colour: object) -> None:
    assert swatch(colour) == ""
    assert "--dot:#1F2a44" in swatch("#1F2a44")


def test_a_fold_opens_without_a_script() -> None:
    assert fold("More", "text", open_=True) == "<details open><summary>More</summary>text</details>"


def test_nothing_joined_is_nothing() -> None:
    assert join(None, [], "") == ""
