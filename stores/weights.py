"""Folders of weights that an operator brings: whether one can be loaded, and what tells its weights from others.

Such a folder is what `save_pretrained` wrote, or a copy of a model's repository.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

WEIGHTS = ("*.safetensors", "*.bin")
SAMPLES, SAMPLE = 64, 65_536  # places of the weights that tell them from others, and bytes at each


class NoWeights(RuntimeError):
    """The folder holds nothing that can be loaded here; the message says what is missing."""


def config_of(folder: Path, packages: Sequence[str]) -> dict[str, Any]:
    """The configuration of a model that these packages load and that brings no code of its own. Raises NoWeights."""
    if missing := [name for name in packages if find_spec(name) is None]:
        raise NoWeights(f"{', '.join(missing)} not installed; `make local` does, in .venv-local")
    try:
        config: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise NoWeights(f"{folder} holds no model (no config.json that can be read)") from error
    if "auto_map" in config:
        raise NoWeights(f"{folder} brings code of its own (auto_map in config.json), which is not run")
    if not weights_of(folder):
        raise NoWeights(f"{folder} holds no weights ({' or '.join(WEIGHTS)})")
    return config


def weights_of(folder: Path) -> list[Path]:
    return sorted(file for pattern in WEIGHTS for file in folder.glob(pattern))


def name_of(folder: Path) -> str:
    """Of a folder and its weights, in letters, digits and `-`: other weights in it have another name."""
    called = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in folder.name)
    return f"{called.strip('-')[:60] or 'model'}-{digest_of(folder)}"


def digest_of(folder: Path) -> str:
    """Tells weights apart by samples of them: to read gigabytes at every start would take seconds."""
    digest = sha256((folder / "config.json").read_bytes())
    for file in weights_of(folder):
        size = file.stat().st_size
        digest.update(f"{file.name} {size}".encode())
        with file.open("rb") as data:
            for place in range(SAMPLES):
                data.seek(place * size // SAMPLES)
                digest.update(data.read(SAMPLE))
    return digest.hexdigest()[:12]
