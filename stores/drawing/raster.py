"""SVG to PNG, square, on a transparent ground.

resvg keeps the interpreter's lock while it draws, a fifth of a second, in which a server would answer nobody. So it
can be asked to draw in a process of its own: this file, run as a program, which imports nothing else of ours.
"""

import asyncio
import sys

SIDE = 600


class Undrawable(RuntimeError):
    """The drawing process failed."""


def render(svg: str, width: int = SIDE) -> bytes:
    """PNG of a drawing, `width` pixels square. Blocks every thread of the process."""
    from resvg_py import svg_to_bytes

    return bytes(svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True))


async def render_apart(svg: str, width: int = SIDE) -> bytes:
    """The same in another process. Raises Undrawable."""
    pipe = asyncio.subprocess.PIPE
    command = (sys.executable, "-I", __file__, str(width))
    child = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, stderr=pipe)
    png, problem = await child.communicate(svg.encode())
    if child.returncode:
        raise Undrawable(problem.decode(errors="replace").strip().rpartition("\n")[2])
    return png


if __name__ == "__main__":
    sys.stdout.buffer.write(render(sys.stdin.buffer.read().decode(), int(sys.argv[1])))
