"""A file from the service, on disk whole or not at all."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx


async def download(http: "httpx.AsyncClient", path: str, file: Path) -> None:
    """Writes beside the file first, so that what is cut off is never taken for it.

    Raises httpx.HTTPError, OSError.
    """
    draft = file.with_name(f"{file.name}.part")
    try:
        with draft.open("wb") as out:
            async with http.stream("GET", path) as answer:
                if answer.is_error:
                    await answer.aread()
                answer.raise_for_status()
                async for part in answer.aiter_bytes():
                    out.write(part)
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
