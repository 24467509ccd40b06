"""The limit on the size of a request body, enforced while it is read. Knows nothing of what a body means."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.problems import Problem, render


class BodyLimit:
    """ASGI middleware: a body over `max_bytes` is answered with 413, announced or not."""

    def __init__(self, app: ASGIApp, max_bytes: int) -> None:
        self.app = app
        self.max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        announced = dict(scope["headers"]).get(b"content-length", b"0")
        if announced.isdigit() and int(announced) > self.max_bytes:
            await render(self.problem())(scope, receive, send)
            return
        await self.app(scope, self.counted(receive), send)

    def counted(self, receive: Receive) -> Receive:
        """`receive`, raising the problem once more than the limit has come in."""
        seen = 0

        async def count() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.max_bytes:
                raise self.problem()
            return message

        return count

    def problem(self) -> Problem:
        limit = self.max_bytes / 2**20
        return Problem(413, "too_large", f"The request is over {limit:g} MB. Send a smaller photo, or one at a time.")
