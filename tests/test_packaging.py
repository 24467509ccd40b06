"""The folders are plain import names: each must be ours, and all of them must be listed."""

import tomllib
from importlib import import_module
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FOLDERS = ["graph", "agents", "tools", "prompts", "stores", "server", "evals", "training", "cli"]


@pytest.mark.parametrize("name", FOLDERS)
def test_the_name_resolves_to_this_checkout(name: str) -> None:
    assert Path(str(import_module(name).__file__)).parent == ROOT / name


@pytest.mark.parametrize("name", FOLDERS)
def test_no_other_distribution_owns_the_name(name: str) -> None:
    assert set(packages_distributions().get(name, ())) <= {PROJECT["project"]["name"]}


def test_every_package_is_listed() -> None:
    found = {".".join(i.parent.relative_to(ROOT).parts) for f in FOLDERS for i in (ROOT / f).rglob("__init__.py")}
    assert set(PROJECT["tool"]["setuptools"]["packages"]) == found


@pytest.mark.parametrize("lock", sorted((ROOT / "locks").glob("*.lock")), ids=lambda path: path.name)
def test_a_lock_pins_by_hash_and_names_no_host(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert text.count("==") <= text.count("--hash=sha256:")


def test_tests_are_no_package() -> None:
    assert not list((ROOT / "tests").rglob("__init__.py"))
