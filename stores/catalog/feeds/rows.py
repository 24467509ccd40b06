"""What reading one row of a feed gives: an article, or why there is none."""

from dataclasses import dataclass

from stores.vocabulary import Article


@dataclass(frozen=True)
class FeedRow:
    """A row by its line (1 = first line of the file): an article, a `problem`, or `left_out` as it is not clothing."""

    line: int
    article: Article | None
    problem: str | None = None
    left_out: bool = False
