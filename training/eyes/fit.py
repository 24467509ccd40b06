"""How a network learns from labels. Everything lies on the device from the first step."""

import copy
from collections.abc import Callable
from contextlib import nullcontext
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as fn

from training.eyes.augment import Strength, lay, mingle, vary
from training.eyes.photos import Album

WARM_UP = 0.05  # of all steps
EMA = 0.998
DRAWN_UNTIL = 0.6
SMOOTH = 0.1


class Recipe(NamedTuple):
    """`sides` are pixels and the progress from which they hold (Tan and Le 2021, progressive learning).

    `drawn` is the share of drawn garments in a batch until DRAWN_UNTIL, `mixed` the share of batches that are mixed.
    """

    sides: tuple[tuple[float, int], ...] = ((0, 64), (0.4, 96), (0.8, 128))
    epochs: int = 150
    batch: int = 64
    rate: float = 1.5e-3
    decay: float = 0.05
    drawn: float = 0.25
    mixed: float = 0.6
    strength: Strength = Strength()

    def side(self, progress: float) -> int:
        return [side for start, side in self.sides if start <= progress][-1]


class Lesson(NamedTuple):
    """Photos with soft targets, and drawings to lay on the photos' floors; 0..255, channels first."""

    photos: Tensor
    targets: Tensor
    drawings: Tensor | None = None
    drawn_targets: Tensor | None = None


def lesson_of(photos: Album, drawings: Album | None, count: int, device: torch.device) -> Lesson:
    def put(album: Album) -> tuple[Tensor, Tensor]:
        pixels = torch.from_numpy(album.pixels).permute(0, 3, 1, 2).contiguous().to(device)
        return pixels, fn.one_hot(torch.from_numpy(album.labels), count).float().to(device)

    return Lesson(*put(photos), *(put(drawings) if drawings else (None, None)))


def draw(lesson: Lesson, recipe: Recipe, progress: float) -> tuple[Tensor, Tensor]:
    """A batch of varied pictures and their targets."""
    device, count = lesson.photos.device, recipe.batch
    rows = torch.randint(0, len(lesson.photos), (count,), device=device)
    pictures, targets = lesson.photos[rows].float() / 255, lesson.targets[rows]
    if recipe.drawn and lesson.drawings is not None and lesson.drawn_targets is not None and progress < DRAWN_UNTIL:
        some = round(count * recipe.drawn)
        picks = torch.randint(0, len(lesson.drawings), (some,), device=device)
        laid = lay(lesson.drawings[picks].float() / 255, pictures[:some], pictures.shape[-1])
        pictures = torch.cat([laid, pictures[some:]])
        targets = torch.cat([lesson.drawn_targets[picks], targets[some:]])
    return vary(pictures, recipe.strength, recipe.side(progress)), targets


def run(network: nn.Module, steps: int, recipe: Recipe, step_loss: Callable[[float], Tensor]) -> nn.Module:
    """AdamW with warm-up and cosine (Loshchilov and Hutter 2019); returns the moving average of the weights."""
    decayed = [weight for weight in network.parameters() if weight.ndim > 1]
    free = [weight for weight in network.parameters() if weight.ndim <= 1]
    groups = [{"params": decayed, "weight_decay": recipe.decay}, {"params": free, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=recipe.rate)
    warm = max(1, int(steps * WARM_UP))

    def rate(step: int) -> float:
        if step < warm:
            return (step + 1) / warm
        return 0.5 * (1 + float(np.cos(np.pi * (step - warm) / max(1, steps - warm))))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    average = copy.deepcopy(network).eval()
    device = next(network.parameters()).device
    network.train()
    for step in range(steps):
        with half_precision(device):
            loss = step_loss(step / steps)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimizer.step()
        schedule.step()
        follow(average, network, min(EMA, (step + 1) / (step + 10)))
    return average


def half_precision(device: torch.device) -> "torch.autocast | nullcontext[None]":
    """bfloat16 where the device multiplies it in hardware; elsewhere it would be slower than float32."""
    quick = device.type == "cuda" or torch.cpu.get_capabilities().get("amx_bf16", False)
    return torch.autocast(device.type, torch.bfloat16) if quick else nullcontext()


@torch.no_grad()
def follow(average: nn.Module, network: nn.Module, keep: float) -> None:
    ours, theirs = list(average.state_dict().values()), list(network.state_dict().values())
    floats = [(own, new) for own, new in zip(ours, theirs, strict=True) if own.is_floating_point()]
    torch._foreach_lerp_([own for own, _ in floats], [new for _, new in floats], 1 - keep)


def steps_of(lesson: Lesson, recipe: Recipe) -> int:
    return max(1, recipe.epochs * len(lesson.photos) // recipe.batch)


def learn(network: nn.Module, lesson: Lesson, recipe: Recipe) -> nn.Module:
    """From labels, with mixed pictures and smoothed targets."""

    def step_loss(progress: float) -> Tensor:
        pictures, targets = draw(lesson, recipe, progress)
        if torch.rand(()) < recipe.mixed:
            pictures, targets = mingle(pictures, targets)
        smooth = targets * (1 - SMOOTH) + SMOOTH / targets.shape[1]
        return cross_entropy(network(pictures)[0], smooth)

    return run(network, steps_of(lesson, recipe), recipe, step_loss)


def cross_entropy(scores: Tensor, targets: Tensor) -> Tensor:
    return -(targets * fn.log_softmax(scores.float(), 1)).sum(1).mean()


@torch.no_grad()
def scores_of(network: nn.Module, photos: Tensor, side: int) -> Tensor:
    """Scores by class of photos (0..255) as they are, scaled to `side`."""
    found = []
    network.eval()
    for batch in photos.split(256):
        pictures = batch.float() / 255
        if pictures.shape[-1] != side:
            pictures = fn.interpolate(pictures, side, mode="bilinear", antialias=True, align_corners=False)
        found.append(network(pictures)[0].float())
    return torch.cat(found)
