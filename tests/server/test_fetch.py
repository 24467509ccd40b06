"""Pictures from the web: the public web only, from the address that was looked at, and nothing but pictures."""

import socket
import ssl
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from graph.services import Services
from graph.settings import Settings
from server import fetch, orders
from server.app import create_app
from server.fetch import Target, download, fetch_picture, is_public, vetted
from server.ingress import MOST_FETCHED
from server.problems import Problem
from tests.server.pictures import MARKER, kept, photo

HOST = "pictures.example"
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/coat.jpg": (200, {"content-type": "image/jpeg"}, b"pixels"),
    "/page": (200, {"content-type": "text/html"}, b"<html>"),
    "/untyped": (200, {}, b"pixels"),
    "/moved": (302, {"location": "https://169.254.169.254/latest"}, b""),
    "/gone": (404, {"content-type": "image/jpeg"}, b""),
    "/photo.jpg": (200, {"content-type": "image/jpeg"}, photo()),
    "/huge": (200, {"content-type": "image/png"}, b"x" * 2000),
}


class Web(NamedTuple):
    port: int
    trust: ssl.SSLContext
    asked: list[tuple[str, str | None]]


def write_certificate(path: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    start = datetime(2020, 1, 1)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), start)
        .not_valid_after(datetime(2099, 1, 1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(secret + certificate.public_bytes(Encoding.PEM))


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    """An https server on this machine that says it is HOST."""
    asked: list[tuple[str, str | None]] = []

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, self.headers["host"]))
            status, headers, body = ANSWERS[self.path]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            return

    pem = tmp_path_factory.mktemp("web") / "host.pem"
    write_certificate(pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield Web(server.server_port, ssl.create_default_context(cafile=str(pem)), asked)
    server.shutdown()
    server.server_close()
    thread.join()


def at(path: str) -> Target:
    """A target whose name was resolved, once, to this machine."""
    return Target(httpx.URL(f"https://{HOST}{path}"), "127.0.0.1")


async def test_a_picture_is_fetched_from_the_pinned_address_under_its_own_name(web: Web) -> None:
    assert await download(at("/coat.jpg"), 1000, web.trust, web.port) == b"pixels"
    assert web.asked[-1] == ("/coat.jpg", HOST)


@pytest.mark.parametrize(
    ("path", "why"),
    [("/page", "no picture"), ("/untyped", "no picture"), ("/moved", "302"), ("/gone", "404"), ("/huge", "over")],
)
async def test_what_is_no_picture_of_a_fair_size_is_refused(web: Web, path: str, why: str) -> None:
    before = len(web.asked)
    with pytest.raises(Problem, match=why) as error:
        await download(at(path), 1000, web.trust, web.port)
    assert (error.value.status_code, error.value.code) == (422, "not_fetched")
    assert len(web.asked) == before + 1


async def test_a_host_that_cannot_prove_its_name_is_not_read(web: Web) -> None:
    before = len(web.asked)
    for target, trust in (
        (Target(httpx.URL("https://other.example/coat.jpg"), "127.0.0.1"), web.trust),
        (at("/coat.jpg"), ssl.create_default_context()),
    ):
        with pytest.raises(Problem, match="did not answer"):
            await download(target, 1000, trust, web.port)
    assert len(web.asked) == before


async def test_a_host_that_is_silent_is_given_up(monkeypatch: pytest.MonkeyPatch, web: Web) -> None:
    monkeypatch.setattr(fetch, "STEP_S", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as mute, pytest.raises(Problem, match="did not answer"):
        await download(at("/coat.jpg"), 1000, web.trust, mute.getsockname()[1])


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_addresses_of_the_public_web(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "192.0.2.1", "198.18.0.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::a00:1", "2002:7f00:1::", "2002:a00:1::1", "hello", "",
    ],
)  # fmt: skip
def test_addresses_that_lead_inside(address: str) -> None:
    assert not is_public(address)


async def test_one_inner_address_among_many_is_enough_to_refuse() -> None:
    async def resolve(host: str) -> list[str]:
        return ["93.184.215.14", "10.0.0.1"]

    with pytest.raises(Problem, match="public web"):
        await vetted(f"https://{HOST}/coat.jpg", resolve)


@pytest.mark.parametrize(
    "url",
    [
        "http://pictures.example/a.jpg", "ftp://pictures.example/a.jpg", "file:///etc/passwd", "https://", "https:///a",
        "https://pictures.example:8443/a.jpg", "https://ada:pw@pictures.example/a.jpg", "gopher://x", "a.jpg", "",
        "https://[::1", "https://" + "a" * 70_000,
    ],
)  # fmt: skip
async def test_addresses_that_are_not_asked_for(url: str) -> None:
    async def never(host: str) -> list[str]:
        raise AssertionError

    with pytest.raises(Problem):
        await vetted(url, never)


@pytest.mark.parametrize(
    "host",
    ["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "[::1]", "[::ffff:7f00:1]", "0"],
)
async def test_names_and_spellings_of_this_machine_are_refused(host: str) -> None:
    with pytest.raises(Problem, match="not fetched"):
        await fetch_picture(f"https://{host}/a.jpg", 1000)


async def test_a_name_that_changes_its_mind_is_asked_once() -> None:
    answers = iter([["93.184.215.14"], ["127.0.0.1"]])

    async def resolve(host: str) -> list[str]:
        return next(answers)

    assert (await vetted(f"https://{HOST}/a.jpg", resolve)).address == "93.184.215.14"
    assert next(answers) == ["127.0.0.1"]


@pytest.fixture
async def fetching(services: Services, web: Web, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[httpx.AsyncClient]:
    """The application where photos are fetched, with HOST on this machine; every other name is as it is."""

    async def nearby(url: str, max_bytes: int) -> bytes:
        if httpx.URL(url).host == HOST:
            return await download(at(httpx.URL(url).path), max_bytes, web.trust, web.port)
        return await fetch_picture(url, max_bytes)

    monkeypatch.setattr(orders, "fetch_picture", nearby)
    services.settings = Settings(data_dir=services.settings.data_dir, fetch_photos=True)
    app = create_app(services.settings, services)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as http,
    ):
        yield http


async def show(http: httpx.AsyncClient, *urls: str, beside: Any = ()) -> httpx.Response:
    pictures = [{"type": "image_url", "image_url": {"url": url}} for url in urls]
    message = {"role": "user", "content": [{"type": "text", "text": "look"}, *pictures, *beside]}
    return await http.post("/runs/wait", json={"assistant_id": "stylist", "input": {"messages": [message]}})


def here(path: str) -> str:
    return f"https://{HOST}{path}"


async def test_a_picture_in_a_message_is_fetched_and_kept_as_any_photo(
    fetching: httpx.AsyncClient, services: Services
) -> None:
    answer = await show(fetching, here("/photo.jpg"), here("/photo.jpg"))
    _, first, second = answer.json()["messages"][0]["content"]
    assert (set(first), first) == ({"type", "file_id"}, second)
    assert (await fetching.get(f"/v1/photos/{first['file_id']}")).headers["content-type"] == "image/jpeg"
    for needle in (HOST, MARKER):
        assert [path for path, held in kept(services.settings.data_dir).items() if needle.encode() in held] == []


async def test_nothing_is_fetched_for_a_message_that_is_refused(fetching: httpx.AsyncClient, web: Web) -> None:
    before = len(web.asked)
    many = [here("/photo.jpg")] * (MOST_FETCHED + 1)
    answers = [await show(fetching, *many)]
    for beside in ({"type": "audio"}, {"type": "image", "file_id": "x"}, {"type": "text", "text": "a" * 5000}):
        answers.append(await show(fetching, here("/photo.jpg"), beside=[beside]))
    assert [answer.status_code for answer in answers] == [422] * 4
    assert str(MOST_FETCHED) in answers[0].json()["detail"]
    assert len(web.asked) == before


async def test_a_picture_that_cannot_be_fetched_keeps_the_others_out_too(
    fetching: httpx.AsyncClient, services: Services
) -> None:
    for url in (here("/gone"), here("/page"), "https://127.0.0.1/a.jpg", "http://pictures.example/a.jpg", "a.jpg"):
        answer = await show(fetching, here("/photo.jpg"), url)
        assert (answer.status_code, answer.json()["code"]) == (422, "not_fetched"), url
    services.photos.max_bytes = 100
    assert "over" in (await show(fetching, here("/photo.jpg"))).json()["detail"]
    assert list(services.settings.data_dir.rglob("*.jpg")) == []
    assert (await fetching.post("/threads/search", json={})).json() == []


async def test_where_the_operator_has_not_said_so_nothing_is_fetched(http: httpx.AsyncClient) -> None:
    answer = await show(http, here("/photo.jpg"))
    assert answer.status_code == 422
    assert "MAISON_FETCH_PHOTOS" in answer.json()["detail"]
