"""`python -m tests.fuzz.run SCHEMATHESIS`: an independent referee tries every route by the OpenAPI document.

It looks for server errors, undocumented statuses, content types, headers and bodies, and for what is still served after
its deletion. The server is `maison serve` as it is, over a demo catalogue of its own. Exit 1 where something was found.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import httpx

from bench.servers import maison_serve

CONFIG = Path(__file__).with_name("schemathesis.toml")
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "unsupported_method",
    "use_after_free",
)
LONGEST_S = 60


def main(tool: str) -> int:
    with tempfile.TemporaryDirectory() as folder, maison_serve(Path(folder, "data")) as served:
        found = subprocess.run(command(tool, f"{served.url}/openapi.json"), cwd=folder, check=False).returncode
        return found or int(httpx.get(f"{served.url}/ok").status_code != 200)


def command(tool: str, document: str) -> list[str]:
    how = ["--phases", "coverage,fuzzing,stateful", "--max-examples", "4", "--max-time", str(LONGEST_S), "--seed", "1"]
    checks = [part for check in CHECKS for part in ("--checks", check)]
    return [tool, "--config-file", str(CONFIG), "run", document, *how, *checks, "--continue-on-failure"]


if __name__ == "__main__":
    sys.exit(main(str(Path(sys.argv[1]).resolve())))
