import httpx
import pytest

from stores.categories import load_categories
from stores.vocabulary import COLOUR_FAMILIES


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
async def test_everything_that_is_counted_has_a_name(http: httpx.AsyncClient, language: str) -> None:
    words = (await http.get("/v1/words", params={"language": language})).json()
    assert set(words["categories"]) == set(words["mine"]) == set(load_categories())
    assert set(words["colours"]) == set(COLOUR_FAMILIES)
    assert all(name for table in words.values() for name in table.values())


@pytest.mark.parametrize(
    ("language", "mine"),
    [
        ("en", {"jeans": "my jeans", "blazer": "my blazer"}),
        ("fr", {"jeans": "mon jean", "midi_skirt": "ma jupe midi", "espadrilles": "mes espadrilles"}),
        ("zh", {"jeans": "我的牛仔裤"}),
    ],
)
async def test_owners_say_mine(http: httpx.AsyncClient, language: str, mine: dict[str, str]) -> None:
    words = (await http.get("/v1/words", params={"language": language})).json()
    assert mine.items() <= words["mine"].items()


async def test_a_piece_is_spoken_of_by_its_article(http: httpx.AsyncClient) -> None:
    english, french, chinese = [
        (await http.get("/v1/words", params={"language": language})).json() for language in ("en", "fr", "zh")
    ]
    assert [english["one"][kind] for kind in ("overcoat", "blazer", "jeans")] == ["an overcoat", "a blazer", "jeans"]
    assert [french["the"][kind] for kind in ("jeans", "midi_skirt", "espadrilles")] == [
        "le jean", "la jupe midi", "les espadrilles",
    ]  # fmt: skip
    assert french["one"]["sneakers"] == "des baskets"
    assert french["the"]["scarf"] == "l’écharpe"
    assert chinese["one"]["jeans"] == chinese["the"]["jeans"] == "牛仔裤"


async def test_a_language_that_nobody_speaks_here_is_refused(http: httpx.AsyncClient) -> None:
    assert (await http.get("/v1/words", params={"language": "tlh"})).json()["code"] == "bad_input"
