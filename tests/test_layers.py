"""The rules of AGENTS.md on who may import whom, read from the source of every module."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ALLOWED = {
    "stores": set(),
    "tools": {"stores"},
    "prompts": {"stores"},
    "agents": {"prompts", "tools", "stores"},
    "graph": {"agents", "prompts", "tools", "stores"},
    "server": {"graph", "agents", "prompts", "tools", "stores"},
    "evals": {"graph", "agents", "prompts", "tools", "stores"},
    "training": {"graph", "agents", "prompts", "tools", "stores"},
    "cli": {"server", "evals", "training", "graph", "agents", "prompts", "tools", "stores"},
}
FENCED = {
    "fastapi": {"server"},
    "starlette": {"server"},
    "sse_starlette": {"server"},
    "chromadb": {"stores"},
    "langgraph.graph": {"graph"},
}
HEAVY = {"torch", "transformers", "diffusers", "onnx"}
# Its modules are about torch from end to end; who wants them imports them inside a function, as one does torch.
STEEPED = ROOT / "training/eyes"
HOUSE_MAY = {"contracts", "house"}


def modules() -> list[Path]:
    return sorted(path for layer in ALLOWED for path in (ROOT / layer).rglob("*.py"))


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def top_level(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from imports(node)


def heavy(tree: ast.Module) -> set[str]:
    return HEAVY & {name.split(".")[0] for name in top_level(tree)}


def steeped() -> set[str]:
    """The modules that need torch as soon as they are imported."""
    return {f"training.eyes.{path.stem}" for path in STEEPED.glob("*.py") if heavy(ast.parse(path.read_text("utf-8")))}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_its_layer_may(path: Path) -> None:
    layer = path.relative_to(ROOT).parts[0]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for name in imports(tree):
        first = name.split(".")[0]
        if first in ALLOWED and first != layer:
            assert first in ALLOWED[layer], f"{layer} imports {name}"
        for fence, homes in FENCED.items():
            if name == fence or name.startswith(fence + "."):
                assert layer in homes, f"{fence} belongs to {homes}"
    if path.parent != STEEPED:
        assert not set(top_level(tree)) & steeped(), "imports torch by way of training.eyes"
        assert not heavy(tree)


@pytest.mark.parametrize("path", sorted((ROOT / "agents/house").glob("*.py")), ids=lambda path: path.name)
def test_the_house_knows_no_agent(path: Path) -> None:
    for name in imports(ast.parse(path.read_text(encoding="utf-8"))):
        if name.startswith("agents."):
            assert name.split(".")[1] in HOUSE_MAY, f"the house imports {name}"
        if name.startswith("stores."):
            assert name.split(".")[1] in {"vocabulary", "categories", "colours"}, f"the house imports {name}"
