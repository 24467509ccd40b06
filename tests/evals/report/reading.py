"""A page as a browser would take it apart: its elements with their attributes, and whether each is closed."""

from html.parser import HTMLParser

VOID = {"meta", "input", "line", "rect", "circle"}
Attributes = dict[str, str | None]


class Read(HTMLParser):
    """Elements by name with their attributes, and all text outside of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, Attributes]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert not self._open, f"not closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open and self._open.pop() == tag, f"{tag} closes something else"

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self._open):
            self.text += data

    def named(self, name: str) -> list[Attributes]:
        return [attributes for tag, attributes in self.elements if tag == name]

    def classed(self, name: str) -> list[Attributes]:
        return [attributes for _, attributes in self.elements if name in (attributes.get("class") or "").split()]
