"""`python -m evals.scripted [--port 8400] [--first-token-ms 300] [--token-ms 30]`: runs until it is stopped."""

import argparse
import asyncio
from contextlib import suppress

from evals.scripted.answers import warm
from evals.scripted.script import FAULTS
from evals.scripted.server import open_backend


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evals.scripted", description=__doc__)
    parser.add_argument("--port", type=int, default=8400)
    parser.add_argument("--first-token-ms", type=float, default=0, help="time to the first token")
    parser.add_argument("--token-ms", type=float, default=0, help="time of each further token")
    parser.add_argument("--hang-s", type=float, default=3600, help="how long `hang` keeps silent")
    parser.add_argument("--retry-after-s", type=float, default=0, help="what `429` asks to wait")
    arguments = parser.parse_args()
    with suppress(KeyboardInterrupt):
        asyncio.run(serve(arguments))


async def serve(told: argparse.Namespace) -> None:
    warm()
    first, token = told.first_token_ms / 1000, told.token_ms / 1000
    async with open_backend(
        told.port, first_token=first, per_token=token, hang=told.hang_s, retry_after=told.retry_after_s
    ) as backend:
        print(f"MAISON_MODEL={backend.spec()}", flush=True)
        print(f"Or a model that fails, such as {backend.spec('merge=cut')}: {', '.join(FAULTS)}", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    main()
