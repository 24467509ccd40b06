"""How a bench prints: a table, or with `--json` one object; versions and date come along."""

import json
import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

PACKAGES = ("langgraph", "langchain-core", "chromadb", "bm25s", "onnxruntime", "numpy")


def data_folder() -> Path:
    return Path(os.environ.get("MAISON_SHARED_DATA", "../shared/data"))


def percentile(values: list[float], share: float) -> float:
    return float(np.percentile(values, share)) if values else float("nan")


def provenance() -> dict[str, Any]:
    """The date, the machine and the versions that a figure belongs to."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "packages": {name: version(name) for name in PACKAGES},
    }


def publish(figures: dict[str, Any], *, as_json: bool) -> None:
    """Print the figures; numbers are rounded to three decimals."""
    if as_json:
        print(json.dumps(rounded(figures | {"provenance": provenance()})))
        return
    for key, value in flat(rounded(figures)):
        print(f"{key:<40} {value}")


def rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: rounded(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [rounded(inner) for inner in value]
    return round(value, 3) if isinstance(value, float) else value


def flat(figures: dict[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = []
    for key, value in figures.items():
        name = f"{prefix}{key}"
        rows += flat(value, f"{name}.") if isinstance(value, dict) else [(name, value)]
    return rows
