"""What a captioner answers: the garments on a photo in words of our tables, and nothing in words of its own.

A picture may hold print, and a model may obey it. So every field but one is a word from a list or a number, whatever is
in none of them is unknown, and names are made here. `text` is what was read in the picture: it is kept for a person to
look at, and no code reads it.
"""

from collections.abc import Collection
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, computed_field

from stores.catalog.feeds.words import load_table
from stores.categories import load_categories
from stores.colours import NOT_IN_PIXELS, colour_named, family_colour, family_of_hex
from stores.vocabulary import (
    COLOUR_FAMILIES,
    Colour,
    Condition,
    Fit,
    Formality,
    Length,
    Neckline,
    Pattern,
    Season,
    Share,
    Sleeve,
    Slot,
)

UNKNOWN = "unknown"
MOST_GARMENTS = 12
LONGEST_TEXT = 200
People = Literal["none", "one", "several", "unknown"]
Scene = Literal["worn", "hanging", "laid_out", "folded", "packshot", "unknown"]
Quality = Literal["good", "dark", "bright", "blurred", "unknown"]


def said(value: Any) -> str:
    """A word as our tables write it."""
    return value.strip().lower().replace(" ", "_").replace("-", "_") if isinstance(value, str) else UNKNOWN


def word_of(words: Collection[str]) -> BeforeValidator:
    return BeforeValidator(lambda value: found if (found := said(value)) in words else UNKNOWN)


def words_of(words: Collection[str]) -> BeforeValidator:
    def kept(value: Any) -> list[str]:
        return (
            list(dict.fromkeys(word for word in map(said, value) if word in words)) if isinstance(value, list) else []
        )

    return BeforeValidator(kept)


def known_fabrics() -> list[str]:
    return [fabric for fabric in load_table("attributes")["fabrics"] if fabric]


def closed_colour(value: Any) -> Any:
    """A colour as our table has it: its name by the table, its value only where that is of the family.

    Raises ValueError where neither the family nor the name is known.
    """
    if not isinstance(value, dict):
        return value
    named = colour_named(str(value.get("name"))[:60])
    family = said(value.get("family"))
    if family not in COLOUR_FAMILIES:
        if named is None:
            raise ValueError(f"the family is one of {', '.join(COLOUR_FAMILIES)}")
        family = named.family
    known = named if named and named.family == family else family_colour(family)
    share = value.get("share", 1.0)
    shown = value.get("hex")
    return {
        "name": known.name,
        "family": family,
        "hex": shown if shows(shown, family) else known.hex,
        "share": min(max(float(share), 0.0), 1.0) if isinstance(share, int | float) else 1.0,
    }


def shows(value: Any, family: str) -> bool:
    """Whether a value is sRGB (#rrggbb) of a family; of a metal or of many colours any is."""
    written = isinstance(value, str) and len(value) == 7 and value[0] == "#" and {*value[1:]} <= {*"0123456789abcdef"}
    return written and (family in NOT_IN_PIXELS or family_of_hex(value) == family)


def bounded(value: Any) -> Any:
    return min(max(value, 0.0), 9.0) if isinstance(value, int | float) else None


def shortened(value: Any) -> str:
    return value[:LONGEST_TEXT] if isinstance(value, str) else ""


class Seen(BaseModel):
    """A key that is not asked for is not looked at."""

    model_config = ConfigDict(extra="ignore", allow_inf_nan=False)


class Sureness(Seen):
    """How sure the captioner is of each field, 0 to 1; 0 of what is unknown."""

    category: Share = 0.0
    colours: Share = 0.0
    pattern: Share = 0.0
    fabrics: Share = 0.0
    fit: Share = 0.0
    length: Share = 0.0
    sleeve: Share = 0.0
    neckline: Share = 0.0
    formality: Share = 0.0
    seasons: Share = 0.0
    condition: Share = 0.0


class CaptionedGarment(Seen):
    """One garment. Its colours are by share, the largest first."""

    category: Annotated[str, word_of(load_categories())] = UNKNOWN
    colours: list[Annotated[Colour, BeforeValidator(closed_colour)]] = Field(min_length=1, max_length=6)
    pattern: Annotated[Pattern | Literal["unknown"], word_of(get_args(Pattern))] = "unknown"
    fabrics: Annotated[list[str], words_of(known_fabrics())] = Field([], max_length=4)
    fit: Annotated[Fit | Literal["unknown"], word_of(get_args(Fit))] = "unknown"
    length: Annotated[Length, word_of(get_args(Length))] = "unknown"
    sleeve: Annotated[Sleeve, word_of(get_args(Sleeve))] = "unknown"
    neckline: Annotated[Neckline, word_of(get_args(Neckline))] = "unknown"
    formality: Annotated[Formality | None, BeforeValidator(bounded)] = None
    seasons: Annotated[list[Season], words_of(get_args(Season))] = []
    condition: Annotated[Condition, word_of(get_args(Condition))] = "unknown"
    confidence: Sureness = Sureness()
    alternatives: Annotated[list[str], words_of(load_categories())] = Field(
        [], max_length=3, description="what it could be, the likeliest first, where the category is unknown"
    )

    @computed_field  # type: ignore[prop-decorator]
    @property
    def slot(self) -> Slot | None:
        row = load_categories().get(self.category)
        return row.slot if row else None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def name(self) -> str:
        """Colour, cloth and category in English."""
        kind = "garment" if self.category == UNKNOWN else self.category.replace("_", " ")
        cloth = [fabric.replace("_", " ") for fabric in self.fabrics[:1]]
        return " ".join([self.colours[0].family, *cloth, kind])

    @computed_field  # type: ignore[prop-decorator]
    @property
    def sentence(self) -> str:
        """All that is known of it, in one English sentence."""
        return f"{described(self)}."


class Caption(Seen):
    """All that was made out on one photo."""

    garments: list[CaptionedGarment] = Field(max_length=MOST_GARMENTS)
    people: Annotated[People, word_of(get_args(People))] = "unknown"
    minors: Annotated[Literal["none", "some", "unknown"], word_of(("none", "some"))] = Field(
        "unknown", description="whether somebody on it looks under eighteen"
    )
    scene: Annotated[Scene, word_of(get_args(Scene))] = "unknown"
    quality: Annotated[Quality, word_of(get_args(Quality))] = "unknown"
    text: Annotated[str, BeforeValidator(shortened)] = Field("", description="words that can be read in the picture")


def described(garment: CaptionedGarment) -> str:
    """A garment by its known attributes, without a stop."""
    others = [colour.family for colour in garment.colours[1:3]]
    details = (
        (garment.pattern, "{} pattern"),
        (garment.sleeve, "{} sleeves"),
        (garment.length, "{} length"),
        (garment.neckline, "{} neckline"),
        (garment.fit, "{} fit"),
        (garment.condition, "{} condition"),
    )
    parts = [garment.name.capitalize() + (f" with {' and '.join(others)}" if others else "")]
    parts += [form.format(word.replace("_", " ")) for word, form in details if word not in {UNKNOWN, "solid"}]
    return ", ".join(parts).replace("sleeveless sleeves", "sleeveless")
