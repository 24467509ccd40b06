"""How fast a feed becomes a catalogue: `python -m bench.ingest [--data DIR] [--articles N] [--json]`.

From an empty directory, then the same feed once more.
"""

import tempfile
from pathlib import Path

from bench.feed import load_rows, parse_options, rss_mb
from bench.report import publish
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
        "articles_per_s": first.added / first.seconds,
        "articles": first.added,
        "embedded": first.embedded,
        "rejected": first.rejected,
        "left_out": first.left_out,
        "seconds": first.seconds,
        "again_s": again.seconds,
        "disk_mb": disk / 1e6,
        "rss_mb": rss_mb(),
    }


if __name__ == "__main__":
    options = parse_options("Speed of an ingest.", articles=2000)
    publish(measure(options.data, options.articles), as_json=options.json)
