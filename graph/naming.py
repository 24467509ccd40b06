"""What a person calls a garment outside of a conversation: what a photo shows, what stands in a table of theirs."""

from collections.abc import Iterator, Mapping
from typing import Any

from agents.house.lexicon import languages, load_lexicon, load_meanings
from agents.house.reading.closet import families
from agents.house.reading.mentions import GARMENTS, Mention
from agents.house.reading.text import read
from graph.closet import coloured, edit
from graph.services import Services
from stores.caller import Caller
from stores.categories import load_categories
from stores.colours import colour_named, family_colour
from stores.garments import GarmentEdit, GarmentRow
from stores.vocabulary import Garment, Language, Photo

MOST_SAID = 100


def kind_called(words: str) -> str | None:
    """The category that words of any language name: "a shirt", « une chemise », 衬衫; None where they name none."""
    plain = words.strip().lower().replace(" ", "_")
    if plain in load_categories():
        return plain
    named = (load_meanings().categories(one.kind, one.key) for one in _mentions(words, *GARMENTS))
    return next((categories[0] for categories in named if categories), None)


def in_our_words(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of a table with its category, colours and cloths as we call them; what names none stays as it is."""
    told = dict(row)
    if isinstance(said := row.get("category"), str):
        told["category"] = _kind_in(said, _language_of(row)) or kind_called(said) or said
    for key, known in (("colours", _colour_called), ("fabrics", _fabric_called)):
        if isinstance(parts := row.get(key), list):
            told[key] = [known(part) if isinstance(part, str) else part for part in parts]
    return told


def _kind_in(words: str, language: Language) -> str | None:
    """The category that words name in a language that is not English: a « robe » is a dress."""
    found = [] if language == "en" else read(words[:MOST_SAID], load_lexicon(language)).of(*GARMENTS)
    named = (load_meanings().categories(one.kind, one.key) for one in found)
    return next((categories[0] for categories in named if categories), None)


def _language_of(row: Mapping[str, Any]) -> Language:
    """The language whose words for colours and cloths the row is written in; English where that cannot be told."""
    told = [row[key] for key in ("colours", "fabrics") if isinstance(row.get(key), list)]
    parts = [part for several in told for part in several if isinstance(part, str)]
    text = ". ".join(parts)[:MOST_SAID]
    counts = {language: len(read(text, load_lexicon(language)).of("colour", "fabric")) for language in languages()}
    return max(counts, key=lambda language: (counts[language], language == "en"))


def _colour_called(words: str) -> Any:
    """A colour by its English name as it is told; one of another language as the family that it is of."""
    if colour_named(words[:60]):
        return words
    found = (family_colour(family) for family in families(_mentions(words, "colour", "tone")))
    return next((colour.model_dump(mode="json") for colour in found), words)


def _fabric_called(words: str) -> str:
    plain = words.strip().lower().replace(" ", "_")
    return next((one.key for one in _mentions(words, "fabric")), plain)


def _mentions(words: str, *kinds: str) -> Iterator[Mention]:
    for language in languages():
        yield from read(words[:MOST_SAID], load_lexicon(language)).of(*kinds)


async def name_photo(services: Services, caller: Caller, photo: Photo, category: str) -> Garment | None:
    """Note what the person says that a photo shows: of what hangs there from it, else of a new garment."""
    there = [one for one in await services.wardrobe.garments(caller) if photo.number in one.photos]
    slot = load_categories()[category].slot
    meant = there if len(there) == 1 else [one for one in there if one.slot == slot]
    if meant:
        asked = GarmentEdit(category=category, confirmed=True)
        return await edit(services, caller, meant[0].id, asked)
    grey = family_colour("grey").model_copy(update={"name": ""})
    row = GarmentRow(category=category, colours=[grey], photo=photo.number, origin="photo", name=category)
    garment = await coloured(services, caller, row.garment())
    named = f"{garment.colours[0].name} {category.replace('_', ' ')}".strip()
    return (await services.wardrobe.add(caller, [garment.model_copy(update={"name": named})]))[0]
