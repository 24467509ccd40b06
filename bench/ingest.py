"""How fast a feed becomes a catalogue: `python -m bench.ingest [--data DIR] [--articles N] [--json]`.

From an empty directory, then the same feed once more.
"""

import tempfile
from pathlib import Path

from bench.feed import load_rows, parse_options, rss_mb, show
from stores.catalog.ingest import ingest
from stores.embeddings import MiniLM


def measure(data: Path, articles: int) -> dict[str, float]:
    """Articles per second, seconds of the first and of the second time, disk and memory."""
    embeddings = MiniLM()
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder)
        first = ingest(load_rows(data, articles), directory, embeddings)
        again = ingest(load_rows(data, articles), directory, embeddings)
        disk = sum(path.stat().st_size for path in directory.rglob("*") if path.is_file())
    return {
        "articles_per_s": round(first.added / first.seconds, 1),
        "articles": first.added,
        "embedded": first.embedded,
        "rejected": first.rejected,
        "left_out": first.left_out,
        "seconds": first.seconds,
        "again_s": again.seconds,
        "disk_mb": round(disk / 1e6, 1),
        "rss_mb": rss_mb(),
    }


if __name__ == "__main__":
    options = parse_options("Speed of an ingest.", articles=2000)
    show(measure(options.data, options.articles), options.json)
