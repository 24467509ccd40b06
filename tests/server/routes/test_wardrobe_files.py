"""A wardrobe out as a file and in again, from one person to another."""

import io
import zipfile
from typing import Any

import httpx
import pytest

from stores.wardrobe_files import TABLE
from tests.photos import red_square
from tests.server.pictures import photo
from tests.server.routes.conftest import As
from tests.server.routes.test_wardrobe import COAT, SKIRT, hang


async def take_in(http: httpx.AsyncClient, data: bytes) -> dict[str, Any]:
    answer = await http.post("/v1/wardrobe/import/file", files={"file": ("wardrobe", data)})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def filled(http: httpx.AsyncClient) -> list[dict[str, Any]]:
    for data in (photo(), red_square()):
        await http.post("/v1/photos", files={"file": data})
    rows = [{**COAT, "photo": 2, "also_on": [1], "name": "=coat"}, {**SKIRT, "worn": ["2026-01-01"], "paid": 20}]
    return list((await hang(http, *rows))["garments"])


async def test_a_table_goes_out_and_comes_in_again(http: httpx.AsyncClient, ask_as: As) -> None:
    garments = await filled(http)
    answer = await http.get("/v1/wardrobe/export.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8" and answer.content.startswith(b"\xef\xbb\xbf")
    again = await take_in(http, answer.content)
    assert (again["added"], again["known"], again["garments"]) == (0, 2, garments)
    ask_as("bea")
    theirs = await take_in(http, answer.content)
    assert (theirs["added"], theirs["refused"]) == (2, [])
    assert theirs["garments"][0]["photo"] is None and theirs["garments"][1] == garments[1]


async def test_an_archive_brings_its_photos_under_their_new_numbers(http: httpx.AsyncClient, ask_as: As) -> None:
    garments = await filled(http)
    data = (await http.get("/v1/wardrobe/export.zip")).content
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert sorted(archive.namelist()) == ["photos/1.jpg", "photos/2.jpg", TABLE]
    again = await take_in(http, data)
    assert (again["added"], again["known"], again["photos"], again["garments"]) == (0, 2, 2, garments)
    assert len((await http.get("/v1/photos")).json()) == 2
    ask_as("bea")
    await http.post("/v1/photos", files={"file": photo()})
    theirs = await take_in(http, data)
    assert (theirs["added"], theirs["photos"]) == (2, 2)
    coat = theirs["garments"][0]
    assert {coat["photo"], *coat["also_on"]} == {2, 3} and coat["name"] == "=coat"
    assert len((await http.get("/v1/photos")).json()) == 3


async def test_faulty_lines_and_photos_are_named_and_the_rest_goes_in(http: httpx.AsyncClient) -> None:
    table = b"category,colours,photo\njeans,blue,1\ntoga,white,\ncuirass,red,\novercoat,red,2\n"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(TABLE, table)
        archive.writestr("photos/1.jpg", b"no photo")
        archive.writestr("photos/2.jpg", red_square())
    told = await take_in(http, out.getvalue())
    assert (told["added"], told["photos"]) == (2, 1)
    assert [one["where"] for one in told["refused"]] == ["photo 1", "line 3", "line 4"]
    assert "photo_unreadable" in told["refused"][0]["reason"]
    assert [one["photo"] for one in told["garments"]] == [None, 1]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "no_table"),
        (b"PK\x03\x04nothing", "bad_archive"),
        (b"name\nx\n", "no_table"),
        (red_square(), "no_table"),
    ],
)
async def test_what_is_no_wardrobe_is_refused(http: httpx.AsyncClient, data: bytes, code: str) -> None:
    answer = await http.post("/v1/wardrobe/import/file", files={"file": ("wardrobe", data)})
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert (await http.get("/v1/wardrobe")).json() == []


async def test_a_path_that_leads_out_takes_nothing(http: httpx.AsyncClient) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(TABLE, b"category,colours\njeans,blue\n")
        archive.writestr("../photos/1.jpg", red_square())
    answer = await http.post("/v1/wardrobe/import/file", files={"file": out.getvalue()})
    assert (answer.status_code, answer.json()["code"]) == (422, "unsafe_archive")
    assert (await http.get("/v1/wardrobe")).json() == (await http.get("/v1/photos")).json() == []


async def test_a_table_of_a_french_spreadsheet_is_taken(http: httpx.AsyncClient) -> None:
    head = "Catégorie;Couleur;Matière;Prix;Taille;Nom;Saison;État;Porté le"
    rows = [
        "chemise;bleu marine;lin;49,90 €;M;Chemise d'été;été;au lavage;03/11/2026",
        "robe;noir, blanc;soie;;;;hiver;;",
        "toge;blanc;;;;;;;",
        "pull;;laine;cher;;;;;",
    ]
    for encoding in ("utf-8-sig", "cp1252", "utf-16"):
        told = await take_in(http, "\r\n".join([head, *rows]).encode(encoding))
        assert {one["where"] for one in told["refused"]} == {"line 4", "line 5"}
        shirt, dress = told["garments"]
        assert (shirt["category"], shirt["colours"][0]["family"], shirt["fabrics"]) == ("shirt", "navy", ["linen"])
        assert (shirt["paid"], shirt["currency"], shirt["state"], shirt["worn"]) == (
            49.9,
            "EUR",
            "in_wash",
            ["2026-11-03"],
        )
        assert [colour["family"] for colour in dress["colours"]] == ["black", "white"] and "dress" in dress["category"]
    assert "there is no category" in told["refused"][0]["reason"] and "is missing" in told["refused"][1]["reason"]


async def test_a_chinese_table_is_taken(http: httpx.AsyncClient) -> None:
    table = "类别,颜色,面料,价格\n衬衫,藏青色,亚麻,200元\n".encode("gb18030")
    (shirt,) = (await take_in(http, table))["garments"]
    assert (shirt["category"], shirt["paid"], shirt["currency"]) == ("shirt", 200, "CNY")


async def test_sixty_garments_with_photos_go_from_one_person_to_another(http: httpx.AsyncClient, ask_as: As) -> None:
    numbers = [(await http.post("/v1/photos", files={"file": red_square(140 + n)})).json()["number"] for n in range(20)]
    kinds = ("shirt", "jeans", "sweater")
    rows = [
        {"category": kind, "colours": ["navy"], "photo": n, "name": f"{kind} {n}"} for n in numbers for kind in kinds
    ]
    assert (await http.post("/v1/wardrobe/import", json=rows)).json()["added"] == 60
    data = (await http.get("/v1/wardrobe/export.zip")).content
    ask_as("bea")
    theirs = await take_in(http, data)
    assert (theirs["added"], theirs["photos"], theirs["refused"]) == (60, 20, [])
    again = await take_in(http, data)
    assert (again["added"], again["known"]) == (0, 60)
