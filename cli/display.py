"""How a turn looks in a terminal: the reply, then each look as a card with its pieces, its total and its reasons.

What a feed, a model or a person wrote is printed without its control characters, which could repaint the terminal.
"""

import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.wording import price_text
from stores.vocabulary import Language

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

    Cell = str | Text

INDENT = (0, 0, 0, 3)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class Labels(NamedTuple):
    total: str
    yours: str
    unknown: str
    preview: str


LABELS: dict[Language, Labels] = {
    "en": Labels("total", "yours", "price unknown", "picture"),
    "fr": Labels("total", "à vous", "prix inconnu", "image"),
    "zh": Labels("合计", "您的", "价格未知", "图片"),
}


def print_output(output: dict[str, Any], address: str) -> None:
    """A whole turn; pictures are to be seen at the server's `address`."""
    # A terminal breaks Chinese anywhere, as it should be; rich would look for spaces.
    console().print(plain(text_of(output["messages"][-1]["content"])), soft_wrap=output["brief"]["language"] == "zh")
    print_cards(output, address)


def print_piece(text: str) -> None:
    """A piece of a reply, as it comes."""
    sys.stdout.write(plain(text))
    sys.stdout.flush()


def print_cards(output: dict[str, Any], address: str) -> None:
    """What belongs to a reply: the looks, the picture, and who did not answer."""
    language: Language = output["brief"]["language"]
    page = console()
    for number, look in enumerate(output["looks"], start=1):
        page.print()
        page.print(card(number, look, language))
    if preview := output["preview"]:
        page.print(f"{LABELS[language].preview}: {address}{preview['url']}", soft_wrap=True)
        if note := preview.get("note"):
            page.print(note, style="italic", markup=False)
    for missing in output["degraded"]:
        page.print(f"{missing['role']}: {missing['model']} did not answer ({missing['reason']})", style="dim")


def card(number: int, look: dict[str, Any], language: Language) -> "RenderableType":
    """A look: its title over its pieces, its total and its reasons."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    pieces = Table.grid(padding=(0, 2))
    pieces.add_column()
    pieces.add_column(justify="right", no_wrap=True)
    for item in look["items"]:
        pieces.add_row(name_of(item["name"], item["colour"]["name"]), Text(price_of(item, language)))
    if look["kind"] == "outfit":
        total = look["total"]
        spent = LABELS[language].unknown if total is None else price_text(total, look["currency"], language)
        pieces.add_row(Text(LABELS[language].total, "bold"), Text(spent, "bold"))
    reasons = Text(plain(" · ".join(look["why"])), "dim")
    title = Text(plain(f"{number}. {look['title']}"), "bold")
    return Group(title, Padding(pieces, INDENT, expand=False), Padding(reasons, INDENT, expand=False))


def name_of(name: str, colour: str) -> str:
    """What the shop calls a thing, with its colour where that is not in the name."""
    return plain(name if colour.lower() in name.lower() else f"{name}, {colour}")


def price_of(item: dict[str, Any], language: Language) -> str:
    if item["source"] == "wardrobe":
        return LABELS[language].yours
    if item["price"] is None:
        return LABELS[language].unknown
    return price_text(item["price"], item["currency"], language)


def print_table(
    columns: Sequence[str], rows: "Iterable[Sequence[Cell]]", *, whole: Sequence[str] = (), right: Sequence[str] = ()
) -> None:
    """Rows under headings; columns in `whole` are never broken, those in `right` stand flush right."""
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in columns:
        table.add_column(name, justify="right" if name in right else "left", no_wrap=name in whole, overflow="fold")
    for row in rows:
        table.add_row(*[plain(cell) if isinstance(cell, str) else cell for cell in row])
    console().print(table)


def console(*, stderr: bool = False) -> "Console":
    """Where commands print: names stay as they are, without markup, emoji codes or colours of their own."""
    from rich.console import Console

    return Console(stderr=stderr, markup=False, emoji=False, highlight=False)


def plain(text: str) -> str:
    return CONTROL.sub("", text)


def text_of(content: Any) -> str:
    """The text of a message, whose content is a text or a list of blocks."""
    if isinstance(content, str):
        return content
    return "".join(block.get("text", "") for block in content if isinstance(block, dict))
