"""The door that every message comes through: one human message, its photos stored before anybody else sees it.

What leaves here holds text and photo ids only, so neither a run record, nor a checkpoint, nor a trace can hold pixels.
Knows no graph and no HTTP beyond the problem it answers with.
"""

import asyncio
import base64
import binascii
import re
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from server.problems import Problem
from stores.caller import Caller
from stores.photos import Photos

MESSAGE_KEYS = {"type", "role", "content", "id", "name", "example", "additional_kwargs", "response_metadata"}
SHAPE = 'Send {"messages": [{"role": "user", "content": "..."}]}.'
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # all but tab and line feed: they move cursors, not readers
MOST_PHOTOS = 12  # in one message; more are uploaded one by one
MOST_FETCHED = 4  # addresses in one message, so that a small request cannot set off many large ones

Block = dict[str, Any]
Fetch = Callable[[str], Awaitable[bytes]]


class Door(NamedTuple):
    """Where photos go, how long a message may be, and how a picture on the web is fetched; None where it is not."""

    photos: Photos
    max_chars: int
    fetch: Fetch | None


async def receive(value: Any, caller: Caller, door: Door) -> Block:
    """The one human message of a run's input, as text and photo ids.

    Everything is checked before the first photo is stored. Raises `Problem` (422), `BadPhoto`.
    """
    message = human_message(value)
    blocks = [read_block(block) for block in content_blocks(message)]
    check_text(blocks, door.max_chars)
    check_number(blocks)
    for block in blocks:
        if "file_id" in block and await door.photos.photo(caller, block["file_id"]) is None:
            raise refusal(f"No photo has the id {block['file_id']!r}. Upload it with POST /v1/photos first.")
    content = [await store(block, caller, door.photos) for block in await fetched(blocks, door.fetch)]
    return {"type": "human", "id": message_id(message), "content": plain(content)}


async def receive_update(values: Block, caller: Caller, door: Door) -> Block:
    """Values for a state, what is said in them as text and photo ids. Raises `Problem` (422), `BadPhoto`."""
    messages = values.get("messages", [])
    said = messages if isinstance(messages, list) else [messages]
    for message in said:
        if not isinstance(message, dict) or kind_of(message) is None:
            raise refusal(f"A message has to be an object with a role. {SHAPE}")
        if not is_human(message) and not isinstance(message.get("content"), str):
            raise refusal("What others than the person say has to be a text.")
    if "messages" in values:
        values = values | {"messages": [await taken(message, caller, door) for message in said]}
    return values


async def taken(message: Block, caller: Caller, door: Door) -> Block:
    return await receive({"messages": [message]}, caller, door) if is_human(message) else message


def human_message(value: Any) -> Block:
    """The single message in an input that has nothing else in it."""
    if not isinstance(value, dict):
        raise refusal(f"`input` has to be an object. {SHAPE}")
    if others := sorted(set(value) - {"messages"}):
        raise refusal(f"`input` takes `messages` only, not {', '.join(others)}: looks and prices come from the server.")
    messages = value.get("messages")
    if not isinstance(messages, list) or len(messages) != 1 or not isinstance(messages[0], dict):
        raise refusal(f"`input.messages` has to hold exactly one message; the thread keeps the earlier ones. {SHAPE}")
    message: Block = messages[0]
    if others := sorted(set(message) - MESSAGE_KEYS):
        raise refusal(f"The message has keys that are not taken: {', '.join(others)}. {SHAPE}")
    if not is_human(message):
        raise refusal(f"The message has to be the person's (role `user` or type `human`), not {kind_of(message)!r}.")
    return message


def is_human(message: Block) -> bool:
    return kind_of(message) in {"user", "human"}


def kind_of(message: Block) -> Any:
    return message.get("role", message.get("type"))


def content_blocks(message: Block) -> list[Block]:
    content = message.get("content")
    if isinstance(content, str):
        return [{"type": "text", "text": content}]
    if not isinstance(content, list) or not all(isinstance(block, dict | str) for block in content):
        raise refusal(f"`content` has to be a text or a list of text and image blocks. {SHAPE}")
    return [{"type": "text", "text": block} if isinstance(block, str) else block for block in content]


def read_block(block: Block) -> Block:
    """A block as one of `text`, `file_id`, decoded `pixels`, or the `url` of a picture on the web."""
    match block:
        case {"type": "text", "text": str(text)}:
            return {"text": sound(text)}
        case {"type": "image_url", "image_url": str(url) | {"url": str(url)}} | {"type": "image", "url": str(url)}:
            return {"pixels": decode_data_url(url)} if url.startswith("data:") else {"url": url}
        case {"type": "image", "file_id": str(identity)}:
            return {"file_id": identity}
        case {"type": "image", "base64": str(data)} | {"type": "image", "data": str(data)}:
            return {"pixels": decode(data)}
    raise refusal(
        f"A content block of type {block.get('type')!r} is not taken as it is. Send text blocks, and image blocks with "
        "`file_id`, `base64` or a data URL; audio, video and other files cannot be read."
    )


def sound(text: str) -> str:
    """Text that can be written as UTF-8, kept in any database and printed on any terminal."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise refusal("The text is not valid Unicode (half of a surrogate pair). Send UTF-8.") from error
    return CONTROL.sub("", text)


def decode_data_url(url: str) -> bytes:
    head, _, data = url.partition(",")
    if not (head.startswith("data:image/") and head.endswith(";base64")):
        raise refusal("The data URL is not one of a picture. Write `data:image/jpeg;base64,` and the file's bytes.")
    return decode(data)


def decode(data: str) -> bytes:
    try:
        return base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError) as error:
        raise refusal("The image block is not valid base64. Encode the file's bytes as standard base64.") from error


def check_text(blocks: list[Block], max_chars: int) -> None:
    text = "".join(block.get("text", "") for block in blocks)
    if len(text) > max_chars:
        fault = f"The message has {len(text)} characters; {max_chars} are taken. Say it shorter."
        raise refusal(fault, "message_too_long")
    if not text.strip() and all("text" in block for block in blocks):
        raise refusal("The message is empty. Write a sentence, or send a photo.", "empty_message")


def check_number(blocks: list[Block]) -> None:
    photos = sum("text" not in block for block in blocks)
    if photos > MOST_PHOTOS:
        fault = f"The message has {photos} photos; {MOST_PHOTOS} are taken. Send the others in a second one."
        raise refusal(fault, "message_too_many_photos")


async def fetched(blocks: Sequence[Block], fetch: Fetch | None) -> list[Block]:
    """The blocks, with pixels in the place of addresses. Raises `Problem` (422)."""
    urls = [block["url"] for block in blocks if "url" in block]
    if not urls:
        return list(blocks)
    if fetch is None:
        raise refusal(
            "Pictures are not fetched from the web here. Send the photo itself, as a base64 data URL or an upload. "
            "The server's operator can turn fetching on: MAISON_FETCH_PHOTOS=true."
        )
    if len(urls) > MOST_FETCHED:
        raise refusal(f"At most {MOST_FETCHED} pictures of a message are fetched from the web. Send fewer, or uploads.")
    pixels = iter(await asyncio.gather(*map(fetch, urls)))
    return [{"pixels": next(pixels)} if "url" in block else block for block in blocks]


async def store(block: Block, caller: Caller, photos: Photos) -> Block:
    """The block as it may be kept."""
    if "text" in block:
        return {"type": "text", "text": block["text"]}
    identity = block.get("file_id") or (await photos.add(caller, block["pixels"])).id
    return {"type": "image", "file_id": identity}


def plain(content: list[Block]) -> str | list[Block]:
    """A message of text alone is kept as that text."""
    only = content[0] if len(content) == 1 else {}
    return only["text"] if only.get("type") == "text" else content


def message_id(message: Block) -> str:
    """The client's id where it is a UUID, else a new one: no other shape can meet the id of a reply."""
    try:
        return str(UUID(str(message.get("id"))))
    except ValueError:
        return str(uuid4())


def refusal(fault: str, code: str = "bad_input") -> Problem:
    return Problem(422, code, fault)
