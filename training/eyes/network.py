"""The network of the garment classifier: residual nets with channel attention that vote, small enough for a processor.

He et al. 2016 (residual blocks), He et al. 2019 (stem and shortcuts of ResNet-D), Hu et al. 2018 (squeeze and
excitation).
"""

from collections.abc import Iterable
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as fn

EMBEDDING = 128
CENTRE, SPREAD = 0.5, 0.25  # of pictures in 0..1


class Shape(NamedTuple):
    """Channels of the first of the four stages, each next has twice as many; and blocks in each stage."""

    width: int = 24
    blocks: tuple[int, int, int, int] = (2, 2, 2, 2)
    drop: float = 0.05


def convolution(into: int, out: int, size: int = 3, stride: int = 1) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(into, out, size, stride, size // 2, bias=False), nn.BatchNorm2d(out))


class Attention(nn.Module):
    """A weight per channel, from the means of all."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.squeeze = nn.Conv2d(channels, max(8, channels // 8), 1)
        self.excite = nn.Conv2d(max(8, channels // 8), channels, 1)

    def forward(self, features: Tensor) -> Tensor:
        mean = features.mean((2, 3), keepdim=True)
        return features * torch.sigmoid(self.excite(fn.relu(self.squeeze(mean))))


class Block(nn.Module):
    """Two convolutions and attention beside a shortcut, which is now and then all that is left (stochastic depth)."""

    def __init__(self, into: int, out: int, stride: int, drop: float) -> None:
        super().__init__()
        self.first, self.second = convolution(into, out, stride=stride), convolution(out, out)
        self.attention, self.drop = Attention(out), drop
        nn.init.zeros_(self.second[1].weight)
        pool = nn.AvgPool2d(2, ceil_mode=True) if stride == 2 else nn.Identity()
        self.shortcut = nn.Identity() if into == out else nn.Sequential(pool, convolution(into, out, 1))

    def forward(self, features: Tensor) -> Tensor:
        found = self.attention(self.second(fn.relu(self.first(features))))
        if self.training and self.drop:
            kept = torch.rand(len(features), 1, 1, 1, device=features.device) >= self.drop
            found = found * kept / (1 - self.drop)
        return fn.relu(self.shortcut(features) + found)


class Network(nn.Module):
    """Pictures (n x 3 x side x side, 0..1) to scores by class and to embeddings (n x EMBEDDING)."""

    def __init__(self, classes: int, shape: Shape) -> None:
        super().__init__()
        width, half = shape.width, shape.width // 2
        stem = [convolution(3, half, stride=2), nn.ReLU(), convolution(half, half), nn.ReLU()]
        layers: list[nn.Module] = [*stem, convolution(half, width), nn.ReLU(), nn.MaxPool2d(3, 2, 1)]
        total, place, into = sum(shape.blocks), 0, width
        for stage, blocks in enumerate(shape.blocks):
            for number in range(blocks):
                out = width * 2**stage
                stride = 2 if stage and not number else 1
                layers.append(Block(into, out, stride, shape.drop * place / total))
                into, place = out, place + 1
        self.features = nn.Sequential(*layers)
        self.embed = nn.Sequential(nn.Linear(into, EMBEDDING), nn.BatchNorm1d(EMBEDDING))
        self.score = nn.Sequential(nn.ReLU(), nn.Dropout(0.2), nn.Linear(EMBEDDING, classes))

    def forward(self, pictures: Tensor) -> tuple[Tensor, Tensor]:
        embedding = self.embed(self.features((pictures - CENTRE) / SPREAD).mean((2, 3)))
        return self.score(embedding), embedding


class Committee(nn.Module):
    """Networks that look at a picture and at its mirror image: their mean scores, their embeddings end to end.

    Each member's embedding has unit length, so the whole has one over all.
    """

    def __init__(self, members: Iterable[Network]) -> None:
        super().__init__()
        self.members = nn.ModuleList(members)

    def forward(self, pictures: Tensor) -> tuple[Tensor, Tensor]:
        both = torch.cat([pictures, pictures.flip(3)])
        scores, embeddings = zip(*(member(both) for member in self.members), strict=True)
        told = torch.stack(scores).mean(0)
        one, other = told.chunk(2)
        seen = torch.cat([fn.normalize(sum(found.chunk(2)), dim=1) for found in embeddings], 1)
        return (one + other) / 2, seen / len(self.members) ** 0.5
