"""HTML as values: whatever is not `Safe` is escaped when it is put into a tag, so that nothing has to be remembered.

What a person, a shop or a model wrote is shown as it is, but for control characters and marks that turn the direction
of reading: they can hide what a text says, so their number stands in their place.
"""

import html
import re
from collections.abc import Iterable

HIDING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
VOID = frozenset({"input", "line", "rect", "circle"})  # written as `<line/>`, which SVG needs and HTML allows
HEX = re.compile(r"#[0-9a-fA-F]{6}")


class Safe(str):
    """HTML that is finished."""

    __slots__ = ()


Child = str | Iterable["str"] | None
Attribute = str | int | float | bool | None

NOTHING = Safe()


def escape(text: str) -> Safe:
    if isinstance(text, Safe):
        return text
    return Safe(html.escape(HIDING.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)))


def join(*children: Child) -> Safe:
    """Texts, tags, and lists of them, one after the other."""
    return Safe("".join(_joined(child) for child in children))


def _joined(child: Child) -> str:
    if child is None:
        return ""
    return escape(child) if isinstance(child, str) else "".join(escape(one) for one in child)


def tag(name: str, /, *children: Child, **attributes: Attribute) -> Safe:
    """An element. `class_` is written class, `data_x` data-x; None and False leave an attribute out."""
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    return Safe(f"<{name}{written}/>" if name in VOID else f"<{name}{written}>{join(*children)}</{name}>")


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'


def fold(summary: Child, *inside: Child, class_: str | None = None, open_: bool = False) -> Safe:
    """What is read on demand, without a script."""
    return tag("details", tag("summary", summary), *inside, class_=class_, open_=open_)


def swatch(colour: object) -> Safe:
    """A dot of a colour; nothing where it is none."""
    found = colour if isinstance(colour, str) and HEX.fullmatch(colour) else None
    return tag("i", class_="swatch", style=f"--dot:{found}") if found else NOTHING
