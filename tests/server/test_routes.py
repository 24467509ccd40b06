"""Maison's own routes: catalogue, photos, wardrobe, previews, and what the server says of itself."""

import io
from itertools import islice
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from PIL import Image

from graph.settings import Settings
from stores.addresses import is_loopback
from stores.caller import LOCAL
from stores.catalog.feeds.rows import FeedRow
from stores.catalog.ingest import ingest
from stores.demo.feed import demo_rows
from stores.embeddings import MiniLM
from stores.vocabulary import Article, Colour, Garment

NAVY, RED = Colour(name="navy", family="navy", hex="#1f2a44"), Colour(name="red", family="red", hex="#c0392b")


def article(identity: str, colour: Colour, price: float | None, image: Path | None = None) -> Article:
    return Article(
        id=identity, name=f"{colour.name} wool coat", category="coat", slot="outer", colours=[colour], formality=5,
        clo=0.6, price=price, image=str(image) if image else None,
    )  # fmt: skip


@pytest.fixture
def shop(settings: Settings, tmp_path: Path) -> None:
    picture = tmp_path / "coat.jpg"
    Image.new("RGB", (20, 20), "navy").save(picture)
    passwords = tmp_path / "passwords"
    passwords.write_text("secret")
    articles = [article("c1", NAVY, 120, picture), article("c2", RED, 80), article("c3", RED, None, passwords)]
    rows = [FeedRow(line, entry) for line, entry in enumerate(articles, start=1)]
    ingest(rows, settings.data_dir / "catalog", MiniLM())


async def test_the_server_says_that_it_lives_and_where_to_start(http: httpx.AsyncClient) -> None:
    assert (await http.get("/ok")).json() == {"ok": True}
    assert (await http.get("/info")).json()["version"]
    assert (await http.get("/")).json()["links"]["docs"] == "/docs"
    assert (await http.get("/docs")).status_code == 200
    assert (await http.get("/v1/capabilities")).json()["languages"] == ["en", "fr", "zh"]


@pytest.mark.usefixtures("shop")
async def test_the_catalogue_is_searched_within_filters(http: httpx.AsyncClient) -> None:
    async def ids(query: str) -> set[str]:
        return {hit["article"]["id"] for hit in (await http.get(f"/v1/catalog/search?{query}")).json()["results"]}

    assert await ids("q=wool+coat") == {"c1", "c2", "c3"}
    assert await ids("q=coat&colour=red&price_max=100") == {"c2"}
    assert await ids("q=coat&slot=footwear") == set()
    for wrong in ("slot=elbow", "color=red", "price_max=inf", "price_min=-1", "limit=0"):
        answer = await http.get(f"/v1/catalog/search?{wrong}")
        assert (answer.status_code, answer.json()["code"]) == (422, "bad_input")
    assert (await http.get("/v1/catalog/search?like=none")).json()["code"] == "no_article"
    assert await ids("like=c2&limit=1") <= {"c1", "c2", "c3"}


@pytest.mark.usefixtures("shop")
async def test_an_article_and_its_picture(http: httpx.AsyncClient) -> None:
    found = (await http.get("/v1/catalog/c1")).json()
    assert (found["price"], found["currency"], found["slot"]) == (120, "EUR", "outer")
    picture = await http.get("/v1/catalog/c1/image")
    assert picture.headers["content-type"] == "image/jpeg"
    assert found["image"] == "/v1/catalog/c1/image"
    for other in ("c2", "c3"):
        assert (await http.get(f"/v1/catalog/{other}/image")).json()["code"] == "no_image"
    assert (await http.get("/v1/catalog/none")).json()["code"] == "no_article"


async def test_the_picture_of_an_article_of_the_demo_is_drawn_when_it_is_asked_for(
    http: httpx.AsyncClient, settings: Settings
) -> None:
    ingest(islice(demo_rows(), 3), settings.data_dir / "catalog", MiniLM())
    hit = (await http.get("/v1/catalog/search?limit=1")).json()["results"][0]["article"]
    assert hit["image"] == f"/v1/catalog/{hit['id']}/image"
    assert not (settings.data_dir / "pictures").exists()
    picture = await http.get(hit["image"])
    assert picture.headers["content-type"] == "image/png"
    with Image.open(io.BytesIO(picture.content)) as image:
        assert (image.size, image.getchannel("A").getextrema()) == ((600, 600), (0, 255))
    (kept,) = (settings.data_dir / "pictures").iterdir()
    written = kept.stat().st_mtime_ns
    assert (await http.get(hit["image"])).content == picture.content
    assert kept.stat().st_mtime_ns == written


async def test_without_a_catalogue_the_answer_says_how_to_make_one(http: httpx.AsyncClient) -> None:
    answer = await http.get("/v1/catalog/search?q=coat")
    assert (answer.status_code, answer.json()["code"]) == (503, "no_catalog")
    assert "maison catalog ingest" in answer.json()["detail"]


async def test_photos_are_taken_given_back_and_deleted(http: httpx.AsyncClient) -> None:
    out = io.BytesIO()
    Image.new("RGB", (40, 40), "olive").save(out, "PNG")
    taken = await http.post("/v1/photos", files={"file": ("a.png", out.getvalue(), "image/png")})
    path = f"/v1/photos/{taken.json()['id']}"
    assert taken.status_code == 201
    assert (await http.get(path)).headers["content-type"] == "image/jpeg"
    assert [(await http.delete(path)).status_code for _ in range(2)] == [204, 404]
    assert (await http.get(path)).json()["code"] == "no_photo"
    assert (await http.post("/v1/photos", files={"picture": b"x"})).json()["code"] == "bad_input"


async def test_wardrobe_and_previews(http: httpx.AsyncClient, app: FastAPI) -> None:
    services = app.state.desk.services
    skirt = Garment(id="g", name="skirt", category="skirt", slot="bottom", colours=[RED], formality=4, clo=0.2)
    await services.wardrobe.add(LOCAL, [skirt])
    assert [garment["name"] for garment in (await http.get("/v1/wardrobe")).json()] == ["skirt"]
    identity = await services.previews.add(LOCAL, b"\x89PNG")
    assert (await http.get(f"/v1/previews/{identity}")).content == b"\x89PNG"
    assert (await http.get("/v1/previews/none")).json()["code"] == "no_preview"


async def test_an_unforeseen_error_is_a_problem_that_quotes_nothing(
    http: httpx.AsyncClient, app: FastAPI, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("secret words")

    monkeypatch.setattr(app.state.desk.services.wardrobe, "garments", broken)
    answer = await http.get("/v1/wardrobe")
    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    assert "secret words" not in answer.text + caplog.text
    assert "RuntimeError" in caplog.text


def test_loopback_addresses() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.8.8.8", "::1", "[::1]", "localhost")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "192.168.1.5", "example.org", "")))
