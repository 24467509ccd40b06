"""`maison serve`: sets up what is missing, then serves until it is stopped."""

import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.directory import ready
from cli.failure import Failure, load_settings, require_models

if TYPE_CHECKING:
    from graph.settings import Settings

GRACE_S = 3  # for answers to leave, once the runs behind them have ended


def serve(
    host: Annotated[str | None, typer.Option(help="Address to serve on; without auth, one of this machine.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to serve on.")] = None,
) -> None:
    """Serve the HTTP API; the first start makes a demo catalogue."""
    from stores.lock import Owned, own

    settings = load_settings(host=host, port=port)
    require_models(settings)
    with bound(settings) as listener:
        try:
            with own(ready(settings.data_dir), address(settings)):
                ensure_catalog(settings.data_dir)
                run(settings, listener)
        except Owned as error:
            raise Failure(str(error)) from error


def bound(settings: "Settings") -> socket.socket:
    """A socket on the address to serve on. Raises `Failure` where others could reach it unasked, or it is taken."""
    from stores.addresses import is_loopback

    if settings.auth == "none" and not is_loopback(settings.host):
        raise Failure(
            f"{settings.host} can be reached from other machines, and without auth whoever calls is taken for you. "
            "Turn auth on: MAISON_AUTH=keys, and a key with `maison keys create NAME`. Or serve on 127.0.0.1."
        )
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host.strip("[]"), settings.port))
    except OSError as error:
        listener.close()
        raise Failure(f"{address(settings)}: {error.strerror}. Choose another port with --port.") from error
    return listener


def address(settings: "Settings") -> str:
    """Where commands on this machine reach the server."""
    host = settings.host.strip("[]")
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"


def ensure_catalog(data_dir: Path) -> None:
    """Ingests the demo catalogue where there is none."""
    from stores.catalog.versions import Versions

    if Versions(data_dir / "catalog").current() is None:
        from cli.catalog import ingest_feed, open_feed

        typer.echo("No catalogue yet: making the demo catalogue, once.")
        ingest_feed(open_feed("demo"), data_dir)


def run(settings: "Settings", listener: socket.socket) -> None:
    """Serves until a signal says to stop; runs under way get a moment to end. What happens is logged to stderr."""
    import uvicorn

    from server.app import create_app
    from server.draining import DrainingServer
    from server.logs import write_logs

    class Announcing(DrainingServer):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                announce(address(settings), settings.auth != "none")

    write_logs(sys.stderr)
    app = create_app(settings)
    config = uvicorn.Config(
        app, log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=GRACE_S
    )
    server = Announcing(config, lambda: app.state.admission.close(settings.drain_seconds))
    with suppress(SystemExit):  # how uvicorn ends when it could not start
        server.run([listener])
    if not server.started:
        raise Failure("The server did not start; the lines above say why.")


def announce(at: str, with_auth: bool) -> None:
    body = (
        '{"assistant_id": "stylist", "input": {"messages": [{"role": "user", "content": "a navy coat under 200 €"}]}}'
    )
    key = ' -H "X-Api-Key: $MAISON_API_KEY"' if with_auth else ""
    typer.echo(f"Maison is serving on {at} (API at {at}/docs, Ctrl-C stops it). Try:")
    typer.echo(f"  curl {at}/runs/wait{key} -H 'Content-Type: application/json' -d '{body}'")
