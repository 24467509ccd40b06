"""What a turn looks like, in three languages and in narrow windows."""

import pytest

from cli.display import print_output, print_table

AT = "http://127.0.0.1:8123"


def output(language: str, **item: object) -> dict[str, object]:
    piece = {"name": "Strap top", "colour": {"name": "black"}, "price": 39.9, "currency": "EUR", "source": "catalog"}
    look = {
        "kind": "outfit",
        "title": "A look",
        "items": [piece | item],
        "total": 39.9,
        "currency": "EUR",
        "why": ["x"],
    }
    messages = [{"content": "It reads \x1b[2Jwell\x07."}]
    return {
        "messages": messages, "brief": {"language": language}, "looks": [look], "preview": None, "degraded": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "shows"), [("en", ("total", "39.90 €")), ("fr", ("total", "39,90 €")), ("zh", ("合计", "39.90 欧"))]
)
def test_a_card_is_in_the_language_of_the_reply(
    capsys: pytest.CaptureFixture[str], language: str, shows: tuple[str, ...]
) -> None:
    print_output(output(language), AT)
    shown = capsys.readouterr().out
    assert all(text in shown for text in ("1. A look", "Strap top, black", *shows))


@pytest.mark.parametrize(("language", "yours"), [("en", "yours"), ("fr", "à vous"), ("zh", "您的")])
def test_what_is_owned_has_no_price(capsys: pytest.CaptureFixture[str], language: str, yours: str) -> None:
    print_output(output(language, source="wardrobe", price=None), AT)
    assert yours in capsys.readouterr().out


def test_a_price_that_is_not_known_is_called_that(capsys: pytest.CaptureFixture[str]) -> None:
    print_output(output("en", price=None), AT)
    assert "price unknown" in capsys.readouterr().out


def test_a_picture_is_named_by_its_whole_address(capsys: pytest.CaptureFixture[str]) -> None:
    print_output(output("fr") | {"preview": {"url": "/v1/previews/p1", "note": "Votre photo reste ici."}}, AT)
    shown = capsys.readouterr().out
    assert f"image: {AT}/v1/previews/p1" in shown and "Votre photo reste ici." in shown


def test_nothing_that_was_written_elsewhere_moves_the_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    print_output(output("en", name="Evil\x1b]0;title\x07 top :shoe: [red]", price=None), AT)
    shown = capsys.readouterr().out
    assert "It reads [2Jwell." in shown
    assert ":shoe: [red]" in shown
    assert not {"\x1b", "\x07"} & set(shown)


def test_a_column_that_is_copied_stays_whole_in_a_narrow_window(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    print_table(("id", "name"), [("winter-coat-26efec06", "Navy hooded wool coat with a belt")], whole=("id",))
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("winter-coat-26efec06 ") for line in lines)
    assert max(map(len, lines)) <= 40
