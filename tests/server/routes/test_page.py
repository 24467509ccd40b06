import re

import httpx
import pytest

HTML = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


async def test_a_browser_gets_the_page_and_a_program_the_addresses(http: httpx.AsyncClient) -> None:
    page, addresses = await http.get("/", headers=HTML), await http.get("/")
    assert page.headers["content-type"].startswith("text/html")
    assert "script-src 'self'" in page.headers["content-security-policy"]
    assert (page.headers["cache-control"], page.headers["vary"]) == ("no-cache", "Accept")
    assert addresses.json()["links"]["docs"] == "/docs"


async def test_every_file_that_the_page_names_is_there(http: httpx.AsyncClient) -> None:
    document = (await http.get("/", headers=HTML)).text
    named = re.findall(r'(?:href|src)="(/page/[^"]+)"', document)
    assert len(named) > 6
    for path in named:
        answer = await http.get(path)
        assert answer.status_code == 200
        assert answer.headers["x-content-type-options"] == "nosniff"


async def test_a_file_that_has_not_changed_is_not_sent_again(http: httpx.AsyncClient) -> None:
    first = await http.get("/page/js/main.js")
    assert (first.headers["cache-control"], first.headers["content-encoding"]) == ("no-cache", "gzip")
    again = await http.get("/page/js/main.js", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", ["nothing.js", "..%2fapp.py", "%2e%2e/app.py", "js", "js/"])
async def test_what_is_no_file_of_the_page_is_a_problem(http: httpx.AsyncClient, path: str) -> None:
    answer = await http.get(f"/page/{path}")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
