"""Who is calling. Without keys everybody on this machine is the local person, so nobody else may reach the server."""

from ipaddress import ip_address

from stores.caller import LOCAL, Caller


async def caller_of() -> Caller:
    """The caller of a request; the one place that decides it."""
    return LOCAL


def is_loopback(host: str) -> bool:
    """Whether an address to serve on can be reached from this machine alone."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"
