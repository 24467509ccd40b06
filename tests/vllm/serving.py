"""Real vLLM over a tiny model, served on loopback with the flags that we recommend."""

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.server.processes import free_port

ROOT = Path(__file__).resolve().parents[2]
FLAGS = ROOT / "deploy/vllm.yaml"
HERE = Path(__file__).with_name("tiny.py")
LEARNED = [*sorted(ROOT.glob("prompts/*.md")), ROOT / "stores/vocabulary.py", ROOT / "agents/contracts.py"]
# For a small machine without a network: few sequences, no compiling, one thread beside the tests.
SMALL = ("--served-model-name", "tiny", "--dtype", "float32", "--enforce-eager", "--max-num-seqs", "4")
QUIET = {
    "HF_HUB_OFFLINE": "1",
    "VLLM_NO_USAGE_STATS": "1",
    "VLLM_CPU_KVCACHE_SPACE": "1",
    "VLLM_CPU_OMP_THREADS_BIND": "nobind",
    "OMP_NUM_THREADS": "1",
}
PATIENCE_S = 300


@dataclass(frozen=True)
class Vllm:
    """A living server of one tiny model."""

    url: str

    @property
    def spec(self) -> str:
        return f"vllm:tiny@{self.url}/v1"

    def counted(self, metric: str) -> float:
        """The sum of a counter of its own metrics over all labels."""
        lines = httpx.get(f"{self.url}/metrics").text.splitlines()
        found = (re.fullmatch(rf"vllm:{metric}(?:{{.*}})? (\S+)", line) for line in lines)
        return sum(float(row[1]) for row in found if row)


def build(vllm: str, kind: str, folder: Path) -> Path:
    """A tiny model of a kind, built by the environment that vLLM is in."""
    command = [Path(vllm).with_name("python"), HERE, kind, folder, *LEARNED]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


@contextmanager
def serving(vllm: str, model: Path, log: Path) -> Iterator[Vllm]:
    """`vllm serve` until the block ends. Fails with the end of its log where it does not come up."""
    port = free_port()
    command = [vllm, "serve", str(model), "--config", str(FLAGS), "--port", str(port), *SMALL]
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, stdout=out, stderr=subprocess.STDOUT, env=os.environ | QUIET, start_new_session=True
        )
    try:
        wait_for(process, f"http://127.0.0.1:{port}", log)
        yield Vllm(f"http://127.0.0.1:{port}")
    finally:
        stop(process)


def wait_for(process: "subprocess.Popen[bytes]", url: str, log: Path) -> None:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until and process.poll() is None:
        with suppress(httpx.HTTPError):
            if httpx.get(f"{url}/health").status_code == httpx.codes.OK:
                return
        time.sleep(0.5)
    raise AssertionError(f"vLLM does not answer at {url}:\n{log.read_text(errors='replace')[-5000:]}")


def stop(process: "subprocess.Popen[bytes]") -> None:
    """Its engine is a process of its own, so whatever is left of the group goes too."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(30)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
