"""How a turn looks in a terminal: the reply, then each look as a table with its total and its reasons."""

from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table


def print_output(output: dict[str, Any]) -> None:
    console = Console()
    console.print(escape(text_of(output["messages"][-1]["content"])), highlight=False)
    print_looks(output.get("looks", []), console)
    if preview := output.get("preview"):
        console.print(f"Preview: {preview['url']}")
    for missing in output.get("degraded", []):
        console.print(f"[dim]{missing['role']}: {missing['model']} did not answer ({missing['reason']})[/dim]")


def print_looks(looks: list[dict[str, Any]], console: Console | None = None) -> None:
    console = console or Console()
    for number, look in enumerate(looks, start=1):
        console.print(look_table(number, look))


def look_table(number: int, look: dict[str, Any]) -> Table:
    table = Table(title=f"{number}. {escape(look['title'])}", caption=caption(look), title_justify="left")
    for column in ("slot", "article", "colour", "price"):
        table.add_column(column, justify="right" if column == "price" else "left")
    for item in look["items"]:
        table.add_row(item["slot"], escape(item["name"]), escape(item["colour"]["name"]), price_of(item))
    return table


def caption(look: dict[str, Any]) -> str:
    total = "total unknown" if look["total"] is None else f"total {look['total']:.2f} {look['currency']}"
    return escape("; ".join([total, *look["why"]]))


def price_of(item: dict[str, Any]) -> str:
    if item["source"] == "wardrobe":
        return "yours"
    return "unknown" if item["price"] is None else f"{item['price']:.2f} {item['currency']}"


def text_of(content: Any) -> str:
    """The text of a message, whose content is a text or a list of blocks."""
    if isinstance(content, str):
        return content
    return "".join(block.get("text", "") for block in content if isinstance(block, dict))
