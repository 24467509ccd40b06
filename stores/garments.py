"""What a person may say of a garment of theirs, and how the category table fills in the rest.

Colours may be given by name; category, colours and fabrics have to be words of the tables. This module does not know
where garments are kept.
"""

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from stores.catalog.feeds.words import load_table
from stores.categories import load_categories
from stores.colours import colour_named
from stores.texts import plain
from stores.told import Told
from stores.vocabulary import (
    COLOUR_FAMILIES,
    WORKED_OUT,
    Clo,
    Colour,
    Currency,
    Fit,
    Formality,
    Garment,
    GarmentState,
    Pattern,
    Presentation,
    Price,
    Season,
    Slot,
)
from stores.wardrobe import NEW

MOST_WEARS = 4000
DEFAULTS = ("slot", "formality", "clo", "seasons", "presentation")


def known_category(name: str) -> str:
    """Raises ValueError with the nearest categories there are."""
    return known(name, "category", load_categories())


def known_fabric(name: str) -> str:
    """Raises ValueError with the nearest fabrics there are."""
    return known(name, "fabric", [fabric for fabric in load_table("attributes")["fabrics"] if fabric])


def known(name: str, kind: str, names: Mapping[str, Any] | list[str]) -> str:
    if name in names:
        return name
    near = get_close_matches(name, names, 5, 0.5) or sorted(names)[:12]
    raise ValueError(f"there is no {kind} {name!r}; there are, for example: {', '.join(near)}")


def whole_colour(value: Any) -> Any:
    """A colour's name as the colour itself. Raises ValueError for words that name none."""
    if not isinstance(value, str):
        return value
    if colour := colour_named(value[:60]):
        return colour
    raise ValueError(f"no colour is called {value!r}; the families are: {', '.join(COLOUR_FAMILIES)}")


Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=120),
    AfterValidator(plain),
    StringConstraints(min_length=1),
]
CategoryName = Annotated[str, AfterValidator(known_category)]
FabricName = Annotated[str, AfterValidator(known_fabric)]
PhotoNumber = Annotated[int, Field(ge=1)]
AnyColour = Annotated[Colour, BeforeValidator(whole_colour, json_schema_input_type=Colour | str)]


class GarmentEdit(Told):
    """What may be corrected in a garment; what is left out stays. A new category brings its slot and its warmth."""

    name: Text = ""
    category: CategoryName = ""
    colours: list[AnyColour] = Field([], min_length=1, max_length=6)
    fabrics: list[FabricName] = Field([], max_length=10)
    pattern: Pattern = "solid"
    fit: Fit | None = None
    presentation: Presentation = "unisex"
    formality: Formality = 0
    clo: Clo = 0
    waterproof: bool = False
    seasons: list[Season] = Field(default_factory=list)
    size: Text | None = None
    confirmed: bool = True
    state: GarmentState = "here"
    paid: Price | None = None
    currency: Currency | None = None
    worn: list[date] = Field([], max_length=MOST_WEARS, description="all the days on which it was worn")

    def changes(self) -> dict[str, Any]:
        """The fields that were named, and those that follow from a new category."""
        named = self.model_dump(mode="json", exclude_unset=True)
        if "worn" in named:
            named["worn"] = sorted({*named["worn"]})
        return {**(category_fields(self.category) if "category" in named else {}), **named}


class GarmentRow(GarmentEdit):
    """A garment to hang in, as an export gives it or as a person writes it; category and colours say enough."""

    id: Annotated[str, StringConstraints(min_length=1, max_length=128)] = NEW
    category: CategoryName
    colours: list[AnyColour] = Field(min_length=1, max_length=6)
    slot: Slot | None = None
    photo: PhotoNumber | None = None
    also_on: list[PhotoNumber] = Field([], max_length=20)
    apart: list[Annotated[str, StringConstraints(max_length=128)]] = Field([], max_length=50)
    used: bool = False
    origin: Literal["photo", "stated", "import"] = "import"
    image: None = None

    @model_validator(mode="before")
    @classmethod
    def _without_what_is_worked_out(cls, value: Any) -> Any:
        return {key: one for key, one in value.items() if key not in WORKED_OUT} if isinstance(value, dict) else value

    def garment(self) -> Garment:
        """Raises ValueError where the slot is not the category's."""
        fields = self.changes()
        own = load_categories()[self.category].slot
        if self.slot not in {None, own}:
            raise ValueError(f"slot: {self.category} belongs to {own}, not {self.slot}")
        name = self.name or f"{self.colours[0].name} {self.category.replace('_', ' ')}"
        # Who types a garment in, or sends an export back, has seen it: confirmed, unless they say otherwise.
        return Garment.model_validate(
            {"id": self.id, "origin": self.origin, "confirmed": self.confirmed, **fields, "slot": own, "name": name}
        )


def renamed(garment: Garment, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with a name that says what is corrected, where the old name said otherwise and none is given."""
    name, new = garment.name, Garment.model_validate(garment.model_dump() | dict(fields))
    old = garment.colours[0]
    for word in {old.name, old.family} - {new.colours[0].name, new.colours[0].family, ""}:
        name = re.sub(rf"\b{re.escape(word)}\b", new.colours[0].name, name, count=1, flags=re.IGNORECASE)
    if new.category != garment.category:
        name = name.replace(garment.category.replace("_", " "), new.category.replace("_", " "))
    return dict(fields) if "name" in fields or name == garment.name else {**fields, "name": name}


def category_fields(name: str) -> dict[str, Any]:
    """What a category alone tells of a garment."""
    category = load_categories()[name]
    return {field: getattr(category, field) for field in DEFAULTS}
