"""Replies beside each other in a terminal: what the shipped prompts made of a case, and what a variant does."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cli.display import console, plain

if TYPE_CHECKING:
    from rich.table import Table

    from evals.trying import Reworded


def print_replies(reworded: "Sequence[Reworded]", of: int, most: int | None) -> None:
    """The replies that changed, `most` of them, None for all; `of` is how many cases could have changed."""
    page = console()
    page.print(f"\n{len(reworded)} of {of} replies changed." if reworded else "\nNo reply changed.", style="bold")
    shown = reworded[:most]
    for one in shown:
        page.print(plain(f"\n{one.case} · {one.said}"), style="bold", soft_wrap=True)
        page.print(beside(one))
    if rest := len(reworded) - len(shown):
        page.print(f"\nand {rest} more; --all-replies shows them", style="dim")


def beside(one: "Reworded") -> "Table":
    """Both replies, each in half of the width."""
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", expand=True)
    for name in ("as shipped", "variant"):
        table.add_column(name, ratio=1, overflow="fold")
    table.add_row(plain(one.shipped) or "(no reply)", plain(one.variant) or "(no reply)")
    return table
