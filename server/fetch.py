"""Pictures fetched from the web for a person, without becoming their way into this network (SSRF).

Only https, only public addresses, and the connection goes to the very address that was looked at: a name that resolves
anew, to something inside, changes nothing. Redirects are not followed. Knows nothing of what is on a picture.
"""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import NamedTuple

import httpx

from server.problems import Problem

TIMEOUT_S = 10.0  # in all
STEP_S = 4.0  # to connect, or to send the next piece
TAKEN = {"Accept": "image/jpeg, image/png, image/webp, image/heic, image/gif", "Accept-Encoding": "identity"}
TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))  # an IPv4 address inside one of IPv6 (NAT64)

Resolve = Callable[[str], Awaitable[list[str]]]


class Target(NamedTuple):
    """Where a picture is: its address on the web, and the address of the machine to ask."""

    url: httpx.URL
    address: str


async def fetch_picture(url: str, max_bytes: int) -> bytes:
    """The picture at an https address of the public web. Raises `Problem` (422)."""
    return await download(await vetted(url, resolved), max_bytes, ssl.create_default_context())


async def vetted(url: str, resolve: Resolve) -> Target:
    """Where to ask for a picture, if it may be asked for. Raises `Problem` (422)."""
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise refusal("the address cannot be read") from error
    if parsed.scheme != "https" or not parsed.host or parsed.userinfo or parsed.port not in {None, 443}:
        raise refusal("only plain https addresses are fetched")
    try:
        addresses = await resolve(parsed.host)
    except OSError as error:
        raise refusal("there is no such host") from error
    if not addresses or not all(map(is_public, addresses)):
        raise refusal("the host is not on the public web")
    return Target(parsed, addresses[0])


async def resolved(host: str) -> list[str]:
    """Every address of a host. Raises OSError."""
    found = await asyncio.get_running_loop().getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


def is_public(address: str) -> bool:
    """Whether an address is of the public web, also where it wraps one of IPv4."""
    try:
        found = ip_address(address)
    except ValueError:  # an address with a zone is of this link
        return False
    inner = within(found) if isinstance(found, IPv6Address) else found
    return all(entry.is_global and not entry.is_multicast for entry in (found, inner) if entry is not None)


def within(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that one of IPv6 leads to."""
    if any(address in network for network in TRANSLATED):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


async def download(target: Target, max_bytes: int, trust: ssl.SSLContext, port: int = 443) -> bytes:
    """The picture of a target, from its address alone. Raises `Problem` (422)."""
    host = target.url.host
    at = target.url.copy_with(host=target.address, port=port)
    try:
        async with (
            asyncio.timeout(TIMEOUT_S),
            httpx.AsyncClient(verify=trust, timeout=STEP_S, trust_env=False, follow_redirects=False) as http,
            http.stream("GET", at, headers={"Host": host} | TAKEN, extensions={"sni_hostname": host}) as answer,
        ):
            return await picture(answer, max_bytes)
    except (httpx.HTTPError, TimeoutError) as error:
        raise refusal("the host did not answer") from error


async def picture(answer: httpx.Response, max_bytes: int) -> bytes:
    """The body of an answer that is a picture. Raises `Problem` (422)."""
    if answer.status_code != 200:
        raise refusal(f"the host answered {answer.status_code}")
    if not answer.headers.get("content-type", "").startswith("image/"):
        raise refusal("what is there is no picture")
    body = bytearray()
    async for piece in answer.aiter_raw():
        body += piece
        if len(body) > max_bytes:
            raise refusal(f"the picture is over {max_bytes / 1e6:g} MB")
    return bytes(body)


def refusal(why: str) -> Problem:
    detail = f"The picture was not fetched: {why}. Send the photo itself, as a base64 data URL or an upload."
    return Problem(422, "not_fetched", detail)
