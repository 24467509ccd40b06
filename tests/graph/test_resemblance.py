"""What resembles a garment and what goes with it are two searches; photos are drawn garments on a floor."""

import io
from statistics import fmean
from typing import Any

import numpy as np
import pytest
from PIL import Image

from graph.resemblance import alike_in_wardrobe, features_of, seen_on_photo
from graph.settling import like_garment
from graph.turn import rules_for
from stores.demo.generator import generate
from stores.drawing.article import draw_article
from stores.drawing.raster import render
from stores.gallery import Blind
from stores.garments import GarmentRow
from stores.vocabulary import Article, Brief, Garment, Profile
from tests.photos import red_square
from tools.likeness import kin_of, load_kin, palette_gap

KINDS = ("midi_skirt", "jeans", "shirt", "overcoat", "sneakers", "summer_dress")


def photo_of(article: Article) -> bytes:
    """The article as somebody might have photographed it: on a floor, not quite in the middle."""
    with Image.open(io.BytesIO(render(draw_article(article), 320))) as drawn:
        floor = Image.new("RGBA", (360, 400), "#d8cfc2")
        floor.alpha_composite(drawn.convert("RGBA"), (24, 36))
    out = io.BytesIO()
    floor.convert("RGB").save(out, "JPEG", quality=88)
    return out.getvalue()


def of_kind(category: str) -> Article:
    return next(one for one in generate(7) if one.category == category and one.pattern == "solid")


async def hang(talk: Any, *articles: Article, origin: str = "photo") -> list[Garment]:
    """Confirmed garments, each on a photo of its own."""
    rows = []
    for one in articles:
        photo = await talk.services.photos.add(talk.caller, photo_of(one))
        row = {"category": one.category, "colours": one.colours, "photo": photo.number, "confirmed": True}
        rows.append(GarmentRow.model_validate({**row, "origin": origin}).garment())
    return list(await talk.services.wardrobe.add(talk.caller, rows))


async def sold(talk: Any, output: dict[str, Any]) -> list[Article]:
    ids = [item["id"] for look in output["looks"] for item in look["items"] if item["source"] == "catalog"]
    return list((await talk.services.catalog.articles(ids)).values())


async def test_what_resembles_is_of_its_kind_and_colour_and_what_goes_with_it_need_not_be(talk: Any) -> None:
    hung = await hang(talk, *map(of_kind, KINDS))
    near, apart = [], []
    for garment in hung:
        resembling = await talk.say(f"looks like image {garment.photo}")
        alike = await sold(talk, resembling)
        beside = await sold(talk, await talk.say(f"what goes with image {garment.photo}?"))
        assert alike and {one.category for one in alike} <= {*kin_of(garment.category)}
        assert beside and not {one.category for one in beside} & {*kin_of(garment.category)}
        assert any(key.startswith("close in ") for key in resembling["looks"][0]["why"])
        near.append(min(palette_gap(garment.colours, one.colours) for one in alike))
        apart.append(fmean(palette_gap(garment.colours, one.colours) for one in beside))
    assert fmean(near) < fmean(apart) / 2


async def test_the_likest_comes_first_whatever_else_speaks_for_another(talk: Any) -> None:
    (garment,) = await hang(talk, of_kind("midi_skirt"))
    output = await talk.say("looks like image 1")
    scores = [look["score"]["total"] for look in output["looks"]]
    assert scores == sorted(scores, reverse=True) and scores[0] > 50
    again = await talk.say("looks like image 1")
    assert [look["items"][0]["id"] for look in again["looks"]] == [look["items"][0]["id"] for look in output["looks"]]
    assert (garment.category, output["degraded"]) == ("midi_skirt", [])


@pytest.mark.parametrize(("origin", "kinds"), [("photo", kin_of("chinos")), ("stated", ["chinos"])])
async def test_what_a_photo_shows_goes_by_its_kind_and_what_was_told_by_its_category(
    talk: Any, origin: str, kinds: list[str]
) -> None:
    (garment,) = await hang(talk, of_kind("chinos"), origin=origin)
    brief, profile = Brief(intent="similar"), Profile()
    wish = like_garment(garment, brief, None, profile, rules_for(brief, None, profile))
    assert wish.filters.categories == kinds


@pytest.mark.parametrize("text", ["something like this", "quelque chose qui ressemble à ça", "有类似的吗"])
async def test_a_photo_in_the_turn_is_what_this_means(talk: Any, text: str) -> None:
    photo = await talk.services.photos.add(talk.caller, photo_of(of_kind("sneakers")))
    output = await talk.say([{"type": "text", "text": text}, {"type": "image", "file_id": photo.id}])
    assert output["brief"]["intent"] == "similar"
    assert {one.slot for one in await sold(talk, output)} == {"footwear"}


async def test_where_nothing_can_be_seen_attributes_decide_and_it_is_noted(talk: Any, monkeypatch: Any) -> None:
    await hang(talk, of_kind("midi_skirt"))

    def blind(pictures: Any) -> Any:
        raise Blind("no eyes")

    monkeypatch.setattr(talk.services.gallery.encoder, "pictures", blind)
    output = await talk.say("looks like image 1")
    assert [row["role"] for row in output["degraded"]] == ["image_encoder"]
    assert {one.category for one in await sold(talk, output)} <= {*kin_of("midi_skirt")}


async def test_a_photo_of_several_garments_is_not_what_one_of_them_looks_like(talk: Any) -> None:
    photo = await talk.services.photos.add(talk.caller, red_square())
    rows = [{"category": kind, "colours": ["red"], "photo": photo.number} for kind in ("tee", "jeans")]
    pair = await talk.services.wardrobe.add(talk.caller, [GarmentRow.model_validate(row).garment() for row in rows])
    (alone,) = await hang(talk, of_kind("shirt"))
    features = await features_of(talk.services, talk.caller, [*pair, alone])
    assert [*features] == [alone.id]
    seen = await seen_on_photo(talk.services, talk.caller, photo.id)
    assert seen is not None and seen.features is None


async def test_a_wardrobe_is_searched_by_a_photo(talk: Any) -> None:
    hung = await hang(talk, *map(of_kind, KINDS))
    photos = {photo.number: photo.id for photo in await talk.services.photos.photos(talk.caller)}
    for garment in hung:
        seen = await seen_on_photo(talk.services, talk.caller, photos[garment.photo])
        assert seen is not None and np.asarray(seen.features).ndim == 1
        assert (await alike_in_wardrobe(talk.services, talk.caller, seen, hung))[0] == garment
    assert await seen_on_photo(talk.services, talk.caller, "none") is None
    assert {*KINDS} <= {*load_kin()}
