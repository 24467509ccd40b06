"""Models of pictures and words in process, over tiny ones with random weights: what they see is noise, how is real."""

import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

pytest.importorskip("transformers", reason="`make local-test` runs these, in an environment with torch")

from stores.gallery import Blind
from tests.conftest import Talk
from tests.local import encoders
from tests.photos import red_square
from tools.clip import Clip

pytestmark = [pytest.mark.local, pytest.mark.filterwarnings("ignore")]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    at = tmp_path_factory.mktemp("encoders")
    return {"clip": encoders.clip(at / "clip"), "siglip": encoders.siglip(at / "siglip")}


def png(colour: str, size: tuple[int, int] = (40, 60)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("name", ["clip", "siglip"])
def test_pictures_and_words_are_vectors_of_one_space(folders: dict[str, Path], name: str) -> None:
    model = Clip(folders[name])
    red, none, blue, again = model.pictures([png("red"), b"no picture", png("blue"), png("red")])
    words = model.words("a red coat " * 40)
    assert none is None and red is not None and blue is not None and again is not None and words is not None
    assert red.shape == blue.shape == words.shape
    assert np.linalg.norm([red, blue, words], axis=1) == pytest.approx(1, abs=1e-5)
    assert red == pytest.approx(again, abs=1e-5) and not np.allclose(red, blue, atol=1e-4)


def test_other_weights_have_another_name(folders: dict[str, Path], tmp_path: Path) -> None:
    one, same = Clip(folders["clip"]), Clip(folders["clip"])
    other = Clip(encoders.clip(tmp_path / "clip", seed=1))
    assert one.name == same.name != other.name
    assert one.name.startswith("clip-")


@pytest.mark.parametrize("fault", ["config", "weights", "kind", "code"])
def test_what_is_no_model_says_so_at_once(folders: dict[str, Path], tmp_path: Path, fault: str) -> None:
    folder = encoders.clip(tmp_path / "clip")
    config = json.loads((folder / "config.json").read_text())
    if fault == "config":
        (folder / "config.json").unlink()
    elif fault == "weights":
        (folder / "model.safetensors").unlink()
    elif fault == "kind":
        del config["vision_config"]
        (folder / "config.json").write_text(json.dumps(config))
    else:
        (folder / "config.json").write_text(json.dumps(config | {"auto_map": {"AutoModel": "strange.Model"}}))
    with pytest.raises(Blind, match=str(folder)):
        Clip(folder)


def test_broken_weights_are_told_when_they_are_looked_with(tmp_path: Path) -> None:
    folder = encoders.clip(tmp_path / "clip")
    (folder / "model.safetensors").write_bytes(b"\0" * 400)
    with pytest.raises(Blind, match="does not work"):
        Clip(folder).check()


async def filled(services: Any) -> None:
    articles = (await services.catalog.everything())[::8]
    async for _ in services.gallery.fill(articles, (await services.catalog.info()).version):
        pass


async def test_a_turn_finds_what_the_model_finds_near(open_house: Any, folders: dict[str, Path]) -> None:
    async with open_house(image_encoder=folders["clip"]) as services:
        await filled(services)
        talk = Talk(services)
        photo = await services.photos.add(talk.caller, red_square())
        await talk.say([{"type": "text", "text": "add this skirt"}, {"type": "image", "file_id": photo.id}])
        output = await talk.say("looks like image 1")
        assert output["degraded"] == []
        assert {item["category"] for look in output["looks"] for item in look["items"]} <= {
            "mini_skirt", "midi_skirt", "maxi_skirt",
        }  # fmt: skip
        vector = await services.photos.vector(talk.caller, photo.id, services.gallery.encoder)
        near = await services.gallery.nearest(vector, 5)
        assert len(near) == 5 and len(await services.catalog.articles(near)) == 5
        words = services.gallery.encoder.words("a red skirt")
        assert len(await services.gallery.nearest(words, 3)) == 3


async def test_a_model_that_breaks_in_a_turn_leaves_the_attributes(open_house: Any, tmp_path: Path) -> None:
    folder = encoders.clip(tmp_path / "clip")
    (folder / "model.safetensors").write_bytes(b"\0" * 400)
    async with open_house(image_encoder=folder) as services:
        await services.warm()
        talk = Talk(services)
        photo = await services.photos.add(talk.caller, red_square())
        await talk.say([{"type": "text", "text": "add this skirt"}, {"type": "image", "file_id": photo.id}])
        output = await talk.say("looks like image 1")
        assert output["looks"] and [row["role"] for row in output["degraded"]] == ["image_encoder"]
