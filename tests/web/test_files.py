"""The page's files as they lie there: nothing inline, nothing that reads a string as HTML or code, no other origin."""

import re
from pathlib import Path

WEB = Path(__file__).parents[2] / "server" / "web"
LONGEST = 300


def test_the_document_has_nothing_inline() -> None:
    document = (WEB / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*src=)|<style|\son\w+=|style=", document)
    scripts = "".join(file.read_text(encoding="utf-8") for file in WEB.glob("js/*.js"))
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", scripts)
    assert not re.search(r"[\"'`]https?://(?!www\.w3\.org/2000/svg)", scripts)


def test_every_file_can_be_read_at_a_sitting() -> None:
    lengths = {file.name: len(file.read_text(encoding="utf-8").splitlines()) for file in WEB.glob("[cj]s*/*.*s")}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}
