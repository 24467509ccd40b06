"""SVG to PNG, square, on a transparent ground.

resvg keeps the interpreter's lock while it draws, a fifth of a second, in which a server would answer nobody. So it
can be asked to draw in a process of its own: this file, run as a program, which imports nothing else of ours.
"""

import asyncio
import json
import sys
from base64 import b64decode, b64encode
from collections.abc import Sequence

SIDE = 600


class Undrawable(RuntimeError):
    """The drawing process failed."""


def render(svg: str, width: int = SIDE) -> bytes:
    """PNG of a drawing, `width` pixels square. Blocks every thread of the process."""
    from resvg_py import svg_to_bytes

    return bytes(svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True))


async def render_apart(svgs: Sequence[str], width: int = SIDE) -> list[bytes]:
    """The same for several drawings, in another process. Raises Undrawable."""
    pipe = asyncio.subprocess.PIPE
    command = (sys.executable, "-I", __file__, str(width))
    child = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, stderr=pipe)
    drawn, problem = await child.communicate(json.dumps(svgs).encode())
    if child.returncode:
        raise Undrawable(problem.decode(errors="replace").strip().rpartition("\n")[2])
    return [b64decode(png) for png in drawn.split()]


if __name__ == "__main__":
    for drawing in json.load(sys.stdin):
        sys.stdout.write(f"{b64encode(render(drawing, int(sys.argv[1]))).decode()}\n")
