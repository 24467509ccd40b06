"""What is done with a wardrobe beside dressing from it: finding a garment, wearing it, letting a photo of it go.

The conversation and the HTTP service do these things in this one way.
"""

import asyncio
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import Any, NamedTuple

from pydantic import ValidationError

from agents.ask import Desk
from agents.contracts import Caption
from agents.house.lexicon import languages, load_lexicon
from agents.house.prose.names import category_word, piece_name, worn_facts
from agents.house.reading.closet import Closet, Named
from agents.house.reading.text import read
from agents.house.reading.words import normalise, split_words
from agents.roles import Agents
from graph.captions import Captioner, garments_on, unsure_on
from graph.routes import DRESSING
from graph.services import Services
from graph.state import State
from stores.caller import Caller
from stores.catalog.shop import CatalogMissing
from stores.garments import GarmentEdit, renamed
from stores.vocabulary import Brief, Change, ColourFamily, Garment, GarmentState, Person, Photo, Slot
from tools.captioner import build_caption_photo
from tools.likeness import Seen, seen_of
from tools.resemblance import measured

# Words of a search that name nothing.
IDLE = frozenset({
    "a", "an", "the", "my", "in", "of", "de", "des", "du", "d", "la", "le", "les", "l", "un", "une", "mon",
    "ma", "mes", "en", "au", "aux", "的", "我",
})  # fmt: skip
LEAST_STEM = 3


class Hung(NamedTuple):
    """Garments of photos under their lasting ids, and notes on what may be one thing or another."""

    garments: list[Garment]
    notes: list[str]


async def captioner(services: Services, caller: Caller) -> Captioner:
    """Who makes out photos outside of a conversation, where nobody can be asked whether a photo may leave."""
    desk = Desk(
        models=services.models,
        chosen=services.settings.roles,
        deadline=time.time() + services.settings.turn_seconds,
        call_seconds=services.settings.call_seconds,
    )
    profile = await services.memory.profile(caller)
    allowed = services.settings.photos_leave and profile.photos_leave is True
    here = services.models.is_here(desk.name("caption"))
    return Captioner(Agents(desk, {}), Brief(), may_see=here or allowed)


async def hang_photos(
    services: Services, caller: Caller, numbers: Sequence[int], captioner: Captioner, *, guess: bool = False
) -> Hung:
    """Hang in what photos show, unconfirmed; a photo from which something hangs there is not made out again.

    With `guess` what may be several things hangs there as the likeliest. Raises PhotoMissing.
    """
    known = [one for one in await services.wardrobe.garments(caller) if one.state != "given_away"]
    there = [one for one in known if {*one.photos} & {*numbers}]
    fresh = [number for number in numbers if not any(number in one.photos for one in there)]
    tool = build_caption_photo(services.photos, caller, captioner.caption)
    rows = await asyncio.gather(*(tool.ainvoke({"number": number}) for number in fresh))
    seen = [(number, Caption.model_validate(row)) for number, row in zip(fresh, rows, strict=True)]
    garments = [one for number, caption in seen for one in garments_on(caption, number, guess=guess)]
    notes = [note for number, caption in seen for note in unsure_on(caption, number)]
    return Hung([*there, *await services.wardrobe.add(caller, garments)], notes)


def bare(person: Person) -> list[Photo]:
    """The photos from which nothing hangs in the wardrobe: nothing could be made out, or nobody has looked yet."""
    shown = {number for garment in person.wardrobe for number in garment.photos}
    return [photo for photo in person.photos if photo.number not in shown]


def found(
    garments: Sequence[Garment],
    *,
    words: str = "",
    slots: Sequence[Slot] = (),
    colours: Sequence[ColourFamily] = (),
    states: Sequence[GarmentState] = (),
) -> list[Garment]:
    """The garments that fit every condition; each word is looked for in what they are called in any language."""
    asked = [word for word in words_of(words) if word not in IDLE]
    kinds = _kinds(words, garments) if asked else {}
    return [
        one
        for one in garments
        if (not slots or one.slot in slots)
        and (not colours or {*colours} & {colour.family for colour in one.colours})
        and (not states or one.state in states)
        and _is_called(one, [word for word in asked if one.id not in kinds.get(word, ())])
    ]


def words_of(text: str) -> list[str]:
    """The words of a text without accents and capitals, Chinese sign by sign."""
    return [word.text for word in split_words(normalise(text)) if word.text.isalnum()]


def _kinds(text: str, garments: Sequence[Garment]) -> dict[str, set[str]]:
    """The ids of the garments that are of the kind which a word names in any language: a coat, « un manteau », 大衣."""
    found: dict[str, set[str]] = {}
    for language in languages():
        closet = Closet(read(text, load_lexicon(language)), garments)
        for named in (one for sentence in closet.sentences for one in sentence.named):
            ids = {one.id for one in closet.meant(Named(named.garment, ()))}
            for word in closet.reading.between(named.garment.first, named.garment.last):
                found.setdefault(word, set()).update(ids)
    return found


def _is_called(garment: Garment, asked: Sequence[str]) -> bool:
    """Whether every word is one of its names, or the beginning of one."""
    known = {word for name in _names(garment) for word in words_of(name.replace("_", " "))}
    return all(any(_is_form(word, name) for name in known) for word in asked)


def _is_form(word: str, name: str) -> bool:
    """Whether a word is a name, its plural, or its beginning."""
    singular = f"{word[:-3]}f" if word.endswith("ves") else word.removesuffix("s")
    begins = len(word) >= LEAST_STEM and (name.startswith(word) or name.startswith(singular) or singular == name + "e")
    return word == name or begins


def _names(garment: Garment) -> list[str]:
    """Everything that a garment may be called."""
    facts = worn_facts(garment)
    told = [piece_name(facts, language) for language in languages()]
    told += [category_word(garment.category, language) for language in languages()]
    attributes = [garment.category, garment.slot, garment.pattern, *garment.fabrics]
    colours = [word for colour in garment.colours for word in (colour.family, colour.name)]
    return [garment.name, *told, *attributes, *colours]


async def seen_on(services: Services, caller: Caller, identity: str) -> Seen | None:
    """What a photo shows: the garment that hangs there from it, else what is measured; None where there is no photo."""
    photo, pixels = await services.photos.photo(caller, identity), await services.photos.pixels(caller, identity)
    if photo is None or pixels is None:
        return None
    hung = (one for one in await services.wardrobe.garments(caller) if photo.number in one.photos)
    if garment := next(hung, None):
        return seen_of(garment)
    return await asyncio.to_thread(measured, pixels)


async def wear(services: Services, caller: Caller, identity: str, days: Sequence[date]) -> Garment | None:
    """Note that a garment was worn; what was worn of late is not the first that is shown."""
    worn = await services.wardrobe.wear(caller, identity, days)
    if worn and worn.worn[-1] in days:
        await services.memory.note_worn(caller, worn.worn[-1], [identity])
    return worn


async def edit(services: Services, caller: Caller, identity: str, asked: GarmentEdit) -> Garment | None:
    """Correct a garment; None where there is none."""
    garment = await services.wardrobe.garment(caller, identity)
    if garment is None:
        return None
    fields = await price(services, caller, renamed(garment, asked.changes()))
    return await services.wardrobe.update(caller, identity, fields)


async def change(services: Services, caller: Caller, told: Change) -> list[Garment]:
    """Do what a turn says of one garment; the garments as they are now, none where nothing came of it.

    `set` corrects the fields of `value`, of which `worn` holds days to add, `merge` the id of the same garment and
    `apart` of another that looks like it, `was` what it is to be again; one that is not there yet is hung in as told.
    """
    value = told.value if isinstance(told.value, dict) else {}
    try:
        if told.action == "add" or (told.action == "set" and value.get("id") == told.key):
            garment = await coloured(services, caller, Garment.model_validate(value))
            return await services.wardrobe.add(caller, [garment])
        return [one for one in [await _set(services, caller, told.key, value)] if one]
    except ValidationError:  # a model may write down what no garment has
        return []


async def coloured(services: Services, caller: Caller, garment: Garment) -> Garment:
    """A garment whose colour nobody said, in the colours of its photo."""
    photo = await services.photos.numbered(caller, garment.photo) if garment.photo else None
    if garment.colours[0].name or photo is None or not (seen := await seen_on(services, caller, photo.id)):
        return garment
    return garment.model_copy(update={"colours": [*seen.colours], "pattern": seen.pattern})


async def _set(services: Services, caller: Caller, identity: str, value: dict[str, Any]) -> Garment | None:
    if "was" in value:
        return await restore(services, caller, Garment.model_validate(value["was"]))
    if "merge" in value:
        return await services.wardrobe.merge(caller, identity, str(value["merge"]))
    if "apart" in value:
        return await services.wardrobe.part(caller, identity, str(value["apart"]))
    asked = GarmentEdit.model_validate(value)
    if "worn" in value:
        return await wear(services, caller, identity, asked.worn)
    return await edit(services, caller, identity, asked)


async def restore(services: Services, caller: Caller, garment: Garment) -> Garment:
    """A garment as it was, but for the photos that were deleted since."""
    here = {photo.number for photo in await services.photos.photos(caller)}
    photos = [number for number in garment.photos if number in here]
    shown = {"photo": next(iter(photos), None), "also_on": photos[1:]}
    return await services.wardrobe.restore(caller, garment.model_copy(update=shown))


async def price(services: Services, caller: Caller, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with a currency beside a sum that names none: the person's, else the shop's."""
    if fields.get("paid") is None or fields.get("currency"):
        return fields
    profile = await services.memory.profile(caller)
    with suppress(CatalogMissing):
        return fields | {"currency": profile.currency or (await services.catalog.info()).currency}
    return fields


async def forget_photo(services: Services, caller: Caller, identity: str) -> Photo | None:
    """Delete a photo, and what it alone showed where nobody has said that it is right; None where there is none."""
    photo = await services.photos.remove(caller, identity)
    if photo:
        await services.wardrobe.leave_photo(caller, photo.number)
    return photo


async def asked_for(services: Services, caller: Caller, brief: Brief) -> list[Garment]:
    """What was given away, where it is asked for; all else is known from the beginning of the turn."""
    if "wardrobe:gone" not in brief.refers_to:
        return []
    return [one for one in await services.wardrobe.garments(caller) if one.state == "given_away"]


async def keep_apart(services: Services, caller: Caller, brief: Brief, twins: Sequence[str]) -> None:
    """Note that what was asked about is two garments; they are not proposed as one again."""
    if "wardrobe:two" in brief.refers_to and len(twins) > 1:
        await services.wardrobe.part(caller, twins[0], twins[1])


async def use(services: Services, caller: Caller, state: State) -> None:
    """Take for right what was made out on an earlier photo and is dressed with in this turn."""
    brief = Brief.model_validate(state["brief"])
    if brief.intent not in DRESSING:
        return
    fresh = {row["id"] for row in state["garments"]}
    for garment in Person.model_validate(state["person"]).wardrobe:
        if garment.id in brief.refers_to and garment.id not in fresh and not garment.is_certain:
            await services.wardrobe.update(caller, garment.id, {"used": True})
