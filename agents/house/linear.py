"""Linear scores over what a text holds; their weights were fitted by `training/` and lie in the lexicon."""

import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files


@cache
def load_weights(name: str) -> dict[str, float]:
    """The weight of each feature, a line each in `lexicon/<name>.toml`."""
    table = tomllib.loads(files("agents.house").joinpath(f"lexicon/{name}.toml").read_text(encoding="utf-8"))
    lines = (line.partition(" ") for line in table["weights"].strip().splitlines())
    return {feature: float(weight) for weight, _, feature in lines}


def scored(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return sum(value * weights.get(name, 0.0) for name, value in features.items())


def shared(names: Collection[str], length: float) -> dict[str, float]:
    """Features of equal value that are together as long as `length`."""
    return dict.fromkeys(names, length * len(names) ** -0.5 if names else 0.0)
