import pytest

from stores.catalog.feeds.words import WordTable

TABLE = WordTable({"coat": ["coat", "trench coat"], "dress": ["dress"], "": ["dress code"]})


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Two coats and a Dress", ["coat", "dress"]),
        ("coated dresser", []),
        ("a dress code for dresses", ["dress"]),
        ("dress-code", []),
        ("", []),
    ],
)
def test_words_match_whole_with_a_plural(text: str, keys: list[str]) -> None:
    assert TABLE.keys_in(text) == keys


def test_the_first_key_is_the_tables_first_not_the_texts() -> None:
    assert TABLE.first("a dress over a coat") == "coat"
    assert TABLE.first("trousers") is None


def test_the_last_and_the_first_word_may_be_swallowed() -> None:
    assert TABLE.last_word("coat with dress code") == ""
    assert TABLE.last_word("dress coat") == "coat"
    assert TABLE.first_word("dress coat") == "dress"
    assert TABLE.first_word("hat") is None


def test_an_empty_table_names_nothing() -> None:
    assert WordTable({}).keys_in("coat") == []
