"""A thread that a command talks on. The prompt stays with the main thread, so that Ctrl-C ends what is under way."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from cli.catalog import require_catalog
from cli.client import open_client, refusals
from cli.consent import ask_consent
from cli.display import text_of
from cli.failure import Failure, load_settings
from cli.serve import address

if TYPE_CHECKING:
    from anyio.from_thread import BlockingPortal
    from langgraph_sdk.client import LangGraphClient

T = TypeVar("T")
Output = dict[str, Any]
Tell = Callable[[str], None]


class Conversation:
    """Turns on one thread, which is made with the first of them. Pictures are to be seen at `address`."""

    def __init__(
        self, portal: "BlockingPortal", client: "LangGraphClient", address: str, thread_id: str, model: str | None
    ) -> None:
        self.address = address
        self._portal = portal
        self._client = client
        self._thread_id = thread_id
        self._context = {"model": model} if model else None

    def say(self, text: str, photos: Sequence[Path] = (), tell: Tell = lambda _: None) -> Output:
        """The output of a turn, whose reply is told while it is written; a question in it is put to the person.

        Raises `Failure`.
        """
        content = [{"type": "text", "text": text}, *[self._upload(photo) for photo in photos]]
        output = self._take(tell, input={"messages": [{"role": "user", "content": content}]})
        while asked := output.get("__interrupt__"):
            answer = ask_consent(asked[0]["value"], output["brief"]["language"])
            output = self._take(tell, command={"resume": answer})
        return output

    def _upload(self, photo: Path) -> dict[str, str]:
        try:
            pixels = photo.read_bytes()
        except OSError as error:
            raise Failure(f"{photo} cannot be read: {error.strerror}.") from error
        return {"type": "image", "file_id": self._run(lambda: upload(self._client, photo.name, pixels))}

    def _take(self, tell: Tell, **asked: Any) -> Output:
        return self._run(lambda: take(self._client, self._thread_id, tell, context=self._context, **asked))

    def _run(self, work: Callable[[], Awaitable[T]]) -> T:
        """What `work` comes to; Ctrl-C ends it."""
        future = self._portal.start_task_soon(work)
        try:
            return future.result()
        except KeyboardInterrupt:
            future.cancel()
            raise


@contextmanager
def open_conversation(thread_id: str, model: str | None) -> Iterator[Conversation]:
    """Raises `Failure`."""
    from anyio.from_thread import start_blocking_portal

    from stores.lock import owner

    settings = load_settings()
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(open_client(settings)) as client:
        require_catalog(settings.data_dir / "catalog")
        # Without a server this is where one would be.
        at = owner(settings.data_dir) or address(settings)
        yield Conversation(portal, client, at, thread_id, model)


async def upload(client: "LangGraphClient", name: str, pixels: bytes) -> str:
    """The id of a photo that is the person's from here on. Raises `Failure`."""
    with refusals():
        answer = await client.http.client.post("/v1/photos", files={"file": (name, pixels)})
        answer.raise_for_status()
    return str(answer.json()["id"])


async def take(client: "LangGraphClient", thread_id: str, tell: Tell, **asked: Any) -> Output:
    """The output of one run. Raises `Failure`."""
    output: Output = {}
    order = {"assistant_id": "stylist", "if_not_exists": "create", "on_disconnect": "cancel", **asked}
    events = client.runs.stream(thread_id, stream_mode=["messages-tuple", "values"], **order)
    with refusals():
        async for event in events:
            match event.event, event.data:
                case "messages", [message, _]:
                    tell(text_of(message["content"]))
                case "values", values:
                    output = dict(values)
                case "error", fault:
                    raise Failure(fault["message"])
    return output
