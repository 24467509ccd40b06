"""What a run was made with: package versions, the revision of the source, the prompts."""

import platform
import subprocess
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import distributions, version
from pathlib import Path

from prompts.loader import Prompt, source_of
from stores.vocabulary import Role

ROOT = Path(__file__).resolve().parents[1]
DIGITS = 12


def versions() -> dict[str, str]:
    """Every installed distribution and Python itself, by name."""
    found = {one.metadata["Name"].lower(): one.version for one in distributions() if one.metadata["Name"]}
    return {"python": platform.python_version(), **dict(sorted(found.items()))}


def revision(root: Path = ROOT) -> str:
    """The commit of the source, with a hash of what was changed since; of an installed package its version."""
    package = f"maison {version('maison')}"
    if _git(root, "ls-files", "--error-unmatch", "evals/provenance.py") is None:
        return package
    head, changed = _git(root, "rev-parse", "HEAD"), _git(root, "diff", "HEAD")
    if head is None:
        return package
    return head.strip() + (f"+{sha256(changed.encode()).hexdigest()[:DIGITS]}" if changed else "")


def _git(root: Path, *asked: str) -> str | None:
    try:
        said = subprocess.run(  # noqa: S603
            ["git", "-C", str(root), *asked],  # noqa: S607
            capture_output=True, timeout=30, check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    return said.stdout.decode(errors="replace")


def hashes(prompts: Mapping[Role, Prompt]) -> dict[str, str]:
    return {role: prompt.version for role, prompt in prompts.items()}


def texts(prompts: Mapping[Role, Prompt]) -> dict[str, str]:
    """Each prompt as the file that it could have come from, its voice and its guides in it."""
    return {role: source_of(prompt) for role, prompt in prompts.items()}
