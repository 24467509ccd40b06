"""A catalogue search as query parameters: every filter there is, and what to say of a value that nothing has."""

from difflib import get_close_matches
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from server.ingress import refusal
from stores.catalog.shop import Facets, Query, Retrieval, ShopSearch
from stores.vocabulary import (
    ColourFamily,
    Filters,
    Pattern,
    Presentation,
    Range,
    ReservedUse,
    Season,
    Slot,
)

Amount = Annotated[float, Field(ge=0, le=1e9)]
Words = Annotated[list[Annotated[str, Field(max_length=64)]], Field(max_length=64)]  # fit a request line of 64 KB

# Which of the counted values each parameter has to be one of.
COUNTED = {
    "category": "categories",
    "avoid_category": "categories",
    "fabric": "fabrics",
    "avoid_fabric": "fabrics",
    "brand": "brands",
    "size": "sizes",
}
NAMED = 20


class Narrowed(BaseModel):
    """Several values of one name mean any of them; a price that is not known is within no range."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    q: Annotated[str, Field(max_length=400)] = ""
    slot: list[Slot] = []
    category: Words = []
    avoid_category: Words = []
    colour: list[ColourFamily] = []
    avoid_colour: list[ColourFamily] = []
    prefer_colour: Annotated[list[ColourFamily], Field(description="liked, not ordered")] = []
    fabric: Words = []
    avoid_fabric: Words = []
    pattern: list[Pattern] = []
    brand: Words = []
    season: list[Season] = []
    presentation: list[Presentation] = []
    size: Words = []
    reserve: list[ReservedUse] = []
    price_min: Amount | None = None
    price_max: Amount | None = None
    formality_min: Amount | None = None
    formality_max: Amount | None = None
    clo_min: Amount | None = None
    clo_max: Amount | None = None
    waterproof: bool | None = None
    exclude: Words = []
    limit: Annotated[int, Field(ge=1, le=100)] = 24
    offset: Annotated[int, Field(ge=0, le=1000)] = 0

    @model_validator(mode="after")
    def _ranges_hold_something(self) -> "Narrowed":
        for name in ("price", "formality", "clo"):
            within = self.between(name)
            if within and within[0] > within[1]:
                raise ValueError(f"{name}_min is more than {name}_max")
        return self

    def between(self, name: str) -> Range | None:
        """The range asked of `price`, `formality` or `clo`."""
        low, high = getattr(self, f"{name}_min"), getattr(self, f"{name}_max")
        if low is None and high is None:
            return None
        return (low or 0.0, 1e9 if high is None else high)

    def query(self) -> Query:
        filters = Filters(
            slots=self.slot,
            categories=self.category,
            avoid_categories=self.avoid_category,
            colours=self.colour,
            avoid_colours=self.avoid_colour,
            fabrics=self.fabric,
            avoid_fabrics=self.avoid_fabric,
            patterns=self.pattern,
            brands=self.brand,
            seasons=self.season,
            presentations=self.presentation,
            sizes=self.size,
            reserve=self.reserve,
            price=self.between("price"),
            formality=self.between("formality"),
            clo=self.between("clo"),
            waterproof=self.waterproof,
            exclude=self.exclude,
        )
        return Query(text=self.q, filters=filters, prefer_colours=self.prefer_colour)


class Search(Narrowed):
    """What the best are like: words, an article, a photo."""

    like: Annotated[str | None, Field(max_length=200, description="id of an article to stay close to")] = None
    photo: Annotated[str | None, Field(max_length=200, description="id of a photo to resemble")] = None
    mode: Annotated[Retrieval | Literal["pictures"], Field(description="`pictures` looks for `q` in them")] = "hybrid"

    @model_validator(mode="after")
    def _one_thing_is_looked_for(self) -> "Search":
        if self.photo and self.like:
            raise ValueError("name a photo or an article to be like, not both")
        return self

    def query(self) -> Query:
        return super().query().model_copy(update={"like": self.like})


async def check_values(shop: ShopSearch, asked: Narrowed) -> None:
    """Raises `Problem` (422) naming a value that no article of the catalogue has, and what there is instead."""
    wanted = {name: values for name in COUNTED if (values := getattr(asked, name))}
    if not wanted:
        return
    there = await shop.facets(Filters(reserve=["swim", "underwear", "night", "children"]))
    faults = [fault for name, values in wanted.items() for fault in unknown(name, values, there)]
    if faults:
        raise refusal("; ".join(faults))


def unknown(name: str, values: list[str], there: Facets) -> list[str]:
    known = [*getattr(there, COUNTED[name])]
    return [
        f"{name}: nothing here has {value!r}. There is {', '.join(nearest(value, known)) or 'none of any kind'}"
        for value in values
        if value.casefold() not in known and value not in known
    ]


def nearest(value: str, known: list[str]) -> list[str]:
    """The values that look alike, else the commonest."""
    return get_close_matches(value.casefold(), known, 5, 0.6) or known[:NAMED]
