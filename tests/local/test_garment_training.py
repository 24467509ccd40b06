"""The whole training of the garment classifier, small: from photos to weights that the service opens."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from PIL import Image

pytest.importorskip("torch", reason="`make local-test` runs these, in an environment with torch")

import torch

from stores.eyes import Eyes
from training.eyes.augment import Strength, lay, mingle, movement, sample, turn_hue, vary
from training.eyes.export import LEAST, temperature_for, write_onnx
from training.eyes.fit import Recipe, learn, lesson_of, scores_of
from training.eyes.network import EMBEDDING, Committee, Network, Shape
from training.eyes.photos import Album, classes
from training.garments import Options, train

pytestmark = pytest.mark.local

STILL = Strength(
    zoom=(1.0, 1.0), turn=0, tumble=0, squeeze=0, shear=0, light=0, hue=0, grey=0, swap=0, soft=0, noise=0, hidden=0
)  # fmt: skip
SMALL = Shape(width=16, blocks=(1, 1, 1, 1), drop=0)
CPU = torch.device("cpu")


@pytest.fixture(autouse=True)
def seeded() -> None:
    torch.manual_seed(0)
    torch.set_num_threads(1)


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What training writes from three photos of each class, in the colours of the class."""
    folder = tmp_path_factory.mktemp("garments")
    for half in ("train", "validation"):
        for place, name in enumerate(classes()):
            (folder / half / name).mkdir(parents=True)
            for number in range(3):
                photo = Image.new("RGB", (60, 80), (25 * place, 90 * number, 40))
                photo.save(folder / half / name / f"{number}.jpg")
    out = folder / "garments.onnx"
    train(Options(data=folder, out=out, epochs=2, drawn=2, members=2, seed=1, threads=1))
    return out


def test_nothing_changes_where_no_strength_is_but_left_and_right() -> None:
    pictures = torch.rand(8, 3, 32, 32)
    varied = vary(pictures, STILL._replace(zoom=(1.0, 1.0)), 32)
    assert varied.shape == pictures.shape
    moved = movement(1, STILL, CPU)
    assert moved[0, :, :2].abs().tolist() == [[1, 0], [0, 1]]


def test_a_picture_is_sampled_where_the_map_points() -> None:
    pictures = torch.zeros(1, 3, 8, 8)
    pictures[:, :, :4, :4] = 1
    quarter = torch.tensor([[[0.5, 0, -0.5], [0, 0.5, -0.5]]])
    assert sample(pictures, quarter, 8)[0, 0, 1:7, 1:7].min() == 1


def test_grey_has_no_hue_to_turn() -> None:
    grey, red = torch.full((1, 3, 2, 2), 0.5), torch.tensor([1.0, 0, 0]).view(1, 3, 1, 1)
    angle = torch.tensor([1.5])
    assert torch.allclose(turn_hue(grey, angle), grey, atol=1e-2)
    assert (turn_hue(red, angle) - red).abs().max() > 0.3


def test_mixed_pictures_have_mixed_targets() -> None:
    pictures, targets = torch.rand(16, 3, 32, 32), torch.eye(16)
    for _ in range(6):
        mixed, shares = mingle(pictures, targets)
        assert torch.allclose(shares.sum(1), torch.ones(16))
        assert mixed.shape == pictures.shape


def test_drawings_hide_the_floor_they_lie_on() -> None:
    drawn = torch.zeros(1, 4, 32, 32)
    drawn[:, :, 8:24, 8:24] = 1
    laid = lay(drawn, torch.full((1, 3, 32, 32), 0.2), 32)
    assert laid[0, :, 12:20, 12:20].min() == 1
    assert laid[0, :, :2, :2].max() < 0.25


def test_a_network_learns_what_can_be_told_apart() -> None:
    pixels = np.zeros((20, 32, 32, 3), np.uint8)
    labels = np.arange(20) % 2
    pixels[labels == 1, :, ::4] = 255
    album = Album(pixels, labels, np.arange(20))
    recipe = Recipe(sides=((0, 32),), epochs=60, batch=20, drawn=0, mixed=0, strength=STILL)
    lesson = lesson_of(album, None, 2, CPU)
    network = learn(Network(2, SMALL), lesson, recipe)
    assert (scores_of(network, lesson.photos, 32).argmax(1) == lesson.targets.argmax(1)).all()


def test_the_temperature_cools_who_is_too_sure() -> None:
    scores = torch.tensor([[4.0, 0.0]] * 10)
    labels = torch.tensor([0] * 8 + [1] * 2)
    assert temperature_for(scores, labels) == pytest.approx(4 / np.log(4), abs=0.02)


def test_a_committee_says_the_same_of_a_picture_and_its_mirror_image() -> None:
    committee = Committee([Network(len(classes()), SMALL) for _ in range(2)]).eval()
    pictures = torch.rand(3, 3, 32, 32)
    (scores, seen), (mirrored, seen_mirrored) = committee(pictures), committee(pictures.flip(3))
    assert torch.allclose(scores, mirrored, atol=1e-5)
    assert torch.allclose(seen, seen_mirrored, atol=1e-5)
    assert torch.allclose(seen.norm(dim=1), torch.ones(3), atol=1e-5)


def test_the_file_says_what_the_committee_says(tmp_path: Path) -> None:
    committee = Committee([Network(len(classes()), SMALL) for _ in range(2)]).eval()
    file = tmp_path / "garments.onnx"
    write_onnx(committee, 1.5, classes(), 32, file)
    pictures = torch.rand(1, 3, 32, 32)
    found = onnxruntime.InferenceSession(file).run(None, {"pixels": pictures.numpy()})
    scores, embedding = committee(pictures)
    assert np.allclose(found[0], torch.softmax(scores / 1.5, 1).detach(), atol=2e-3)
    assert np.allclose(found[1], embedding.detach(), atol=2e-2)
    weights = [tensor for tensor in onnx.load(file).graph.initializer if np.prod(tensor.dims) >= LEAST]
    assert {tensor.data_type for tensor in weights if not tensor.name.endswith(".steps")} == {onnx.TensorProto.INT8}


def test_the_service_opens_what_training_wrote(weights: Path) -> None:
    eyes = Eyes(weights)
    guess = eyes.classify(np.zeros((50, 40, 3), np.uint8))
    assert sorted(guess.probabilities) == classes()
    assert sum(guess.probabilities.values()) == pytest.approx(1, abs=1e-4)
    assert guess.embedding.shape == (2 * EMBEDDING,)
    card = weights.with_suffix(".md").read_text(encoding="utf-8")
    assert "validation | 30 |" in card
