"""What a photo might have looked like: turned, nearer, in other light, half hidden; a batch at a time, on the device.

Pictures are n x 3 x side x side, 0..1. Draws come from the device's generator, which the seed of the run sets.
"""

from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional as fn

GROUND = 128 / 255
LUMA = (0.299, 0.587, 0.114)


class Strength(NamedTuple):
    """How far a picture is changed; 1 is what the classifier learns with."""

    zoom: tuple[float, float] = (0.6, 1.15)
    turn: float = 0.16  # radians, standard deviation
    tumble: float = 0.06  # share turned by any quarter
    squeeze: float = 0.22
    shear: float = 0.12
    light: float = 0.35
    hue: float = 0.35
    grey: float = 0.15
    swap: float = 0.1
    soft: float = 0.15
    noise: float = 0.04
    hidden: float = 0.2


def uniform(count: int, low: float, high: float, device: torch.device) -> Tensor:
    return torch.rand(count, device=device) * (high - low) + low


def chance(count: int, share: float, device: torch.device) -> Tensor:
    return torch.rand(count, device=device) < share


def vary(pictures: Tensor, strength: Strength, side: int) -> Tensor:
    """One variation of each picture, `side` pixels square."""
    moved = move(pictures - GROUND, strength, side) + GROUND
    return hide(recolour(moved, strength), strength).clamp(0, 1)


def move(pictures: Tensor, strength: Strength, side: int) -> Tensor:
    """Crop, turn, squeeze, shear and mirror, in one sampling; what comes in from outside is 0."""
    return sample(pictures, movement(len(pictures), strength, pictures.device), side)


def movement(count: int, strength: Strength, device: torch.device) -> Tensor:
    """Affine maps from the new picture into the old one, count x 2 x 3."""
    zoom = uniform(count, *strength.zoom, device)
    angle = torch.randn(count, device=device) * strength.turn
    quarter = torch.randint(0, 4, (count,), device=device) * (torch.pi / 2)
    angle = angle + quarter * chance(count, strength.tumble, device)
    squeeze = torch.exp(torch.randn(count, device=device) * strength.squeeze / 2)
    flip = torch.where(chance(count, 0.5, device), -1.0, 1.0)
    shear = torch.randn(count, device=device) * strength.shear
    cos, sin = torch.cos(angle), torch.sin(angle)
    across, down = zoom * squeeze * flip, zoom / squeeze
    rows = torch.stack([cos * across, (shear * cos - sin) * down, sin * across, (shear * sin + cos) * down], 1)
    room = (1.1 - zoom).clamp(min=0.08)[:, None]
    shift = (torch.rand(count, 2, device=device) * 2 - 1) * room
    return torch.cat([rows.view(count, 2, 2), shift[:, :, None]], 2)


def sample(pictures: Tensor, maps: Tensor, side: int) -> Tensor:
    grid = fn.affine_grid(maps, [len(pictures), 1, side, side], align_corners=False)
    return fn.grid_sample(pictures, grid, align_corners=False)


def recolour(pictures: Tensor, strength: Strength) -> Tensor:
    """Other light, other hue, grey, channels swapped, soft, noisy: a class does not depend on colour."""
    count, device = len(pictures), pictures.device
    luma = torch.tensor(LUMA, device=device).view(1, 3, 1, 1)

    def column(values: Tensor) -> Tensor:
        return values.view(-1, 1, 1, 1)

    pictures = turn_hue(pictures, torch.randn(count, device=device) * strength.hue)
    swapped = pictures[:, torch.randperm(3, device=device)]
    pictures = torch.where(column(chance(count, strength.swap, device)), swapped, pictures)
    grey = (pictures * luma).sum(1, keepdim=True)
    vivid = column(uniform(count, 1 - strength.light, 1 + strength.light, device))
    vivid = torch.where(column(chance(count, strength.grey, device)), torch.zeros_like(vivid), vivid)
    pictures = grey + (pictures - grey) * vivid
    mean = pictures.mean((1, 2, 3), keepdim=True)
    contrast = column(uniform(count, 1 - strength.light, 1 + strength.light, device))
    pictures = (mean + (pictures - mean) * contrast).clamp(1e-3, 1)
    pictures = pictures ** column(torch.exp(torch.randn(count, device=device) * strength.light * 0.6))
    pictures = soften(pictures, column(chance(count, strength.soft, device)))
    grain = column(torch.rand(count, device=device) * strength.noise)
    return pictures + torch.randn_like(pictures) * grain


def turn_hue(pictures: Tensor, angle: Tensor) -> Tensor:
    """Turn chroma about the grey axis of YIQ."""
    to_yiq = torch.tensor([[0.299, 0.587, 0.114], [0.596, -0.274, -0.322], [0.211, -0.523, 0.312]], device=angle.device)
    cos, sin = torch.cos(angle), torch.sin(angle)
    zero, one = torch.zeros_like(angle), torch.ones_like(angle)
    turn = torch.stack([one, zero, zero, zero, cos, -sin, zero, sin, cos], 1).view(-1, 3, 3)
    whole = torch.linalg.inv(to_yiq) @ turn @ to_yiq
    return torch.einsum("nij,njhw->nihw", whole, pictures)


def soften(pictures: Tensor, which: Tensor) -> Tensor:
    return torch.where(which, fn.avg_pool2d(pictures, 3, 1, 1, count_include_pad=False), pictures)


def hide(pictures: Tensor, strength: Strength) -> Tensor:
    """Cover a rectangle of some pictures with one colour (Zhong et al. 2017, random erasing)."""
    count, _, height, width = pictures.shape
    device = pictures.device
    top, left = uniform(count, 0, 0.8, device), uniform(count, 0, 0.8, device)
    tall, wide = uniform(count, 0.1, 0.45, device), uniform(count, 0.1, 0.45, device)
    down = torch.linspace(0, 1, height, device=device).view(1, -1, 1)
    across = torch.linspace(0, 1, width, device=device).view(1, 1, -1)

    def within(at: Tensor, start: Tensor, length: Tensor) -> Tensor:
        return (at > start.view(-1, 1, 1)) & (at < (start + length).view(-1, 1, 1))

    covered = within(down, top, tall) & within(across, left, wide)
    covered &= chance(count, strength.hidden, device).view(-1, 1, 1)
    return torch.where(covered[:, None], torch.rand(count, 3, 1, 1, device=device), pictures)


def mingle(pictures: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
    """Half of the batches mixed with another order of themselves (mixup), half with a window of it (CutMix)."""
    other = torch.randperm(len(pictures), device=pictures.device)
    if torch.rand(()) < 0.5:
        share = float(torch.distributions.Beta(0.4, 0.4).sample())
        mixed = share * pictures + (1 - share) * pictures[other]
        return mixed, share * targets + (1 - share) * targets[other]
    side = pictures.shape[-1]
    cut = int(side * float(torch.rand(())) ** 0.5 * 0.8)
    top, left = (int(torch.randint(0, side - cut + 1, ())) for _ in range(2))
    mixed = pictures.clone()
    mixed[:, :, top : top + cut, left : left + cut] = pictures[other, :, top : top + cut, left : left + cut]
    share = 1 - cut**2 / side**2
    return mixed, share * targets + (1 - share) * targets[other]


def lay(drawn: Tensor, floors: Tensor, side: int) -> Tensor:
    """Drawn garments (n x 4) on a stretch of the border of photos (n x 3), with a soft shadow."""
    count, device = len(drawn), drawn.device
    ground = sample(floors, floor_window(count, device), side)
    cloth, alpha = drawn[:, :3], drawn[:, 3:]
    shadow = fn.avg_pool2d(alpha.roll((4, 3), (2, 3)), 13, 1, 6) * uniform(count, 0, 0.5, device).view(-1, 1, 1, 1)
    return cloth * alpha + ground * (1 - shadow) * (1 - alpha)


def floor_window(count: int, device: torch.device) -> Tensor:
    """A small window at one of the four edges, blown up."""
    zoom = uniform(count, 0.05, 0.14, device)
    edge = torch.randint(0, 4, (count,), device=device)
    along, away = uniform(count, -0.6, 0.6, device), 0.98 - zoom
    x = torch.where(edge < 2, along, torch.where(edge == 2, -away * 0.7, away * 0.7))
    y = torch.where(edge < 2, torch.where(edge == 0, -away, away), along)
    maps = torch.zeros(count, 2, 3, device=device)
    maps[:, 0, 0], maps[:, 1, 1], maps[:, 0, 2], maps[:, 1, 2] = zoom, zoom, x, y
    return maps
