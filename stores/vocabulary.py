"""The words that every part of Maison shares: pieces, looks, briefs, people.

Shapes only. This module knows no store, no clock and no rule of style.
Colours are sRGB hex, prices are in the currency that stands beside them, warmth is in clo (1 clo = 0.155 m2K/W),
formality runs from 0 (lounge) to 9 (white tie), temperatures are in Celsius.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SerializationInfo,
    computed_field,
    field_serializer,
    model_validator,
)

from stores.texts import place_in

Slot = Literal["base_top", "bottom", "one_piece", "mid", "outer", "footwear", "hosiery", "bag", "headwear", "accessory"]
SLOTS: tuple[Slot, ...] = Slot.__args__  # type: ignore[attr-defined]
CORE_SLOTS: frozenset[Slot] = frozenset({"base_top", "bottom", "one_piece", "mid", "footwear"})

ColourFamily = Literal[
    "black", "white", "grey", "navy", "blue", "teal", "green", "olive", "yellow", "orange",
    "red", "burgundy", "pink", "purple", "brown", "beige", "cream", "gold", "silver", "multi",
]  # fmt: skip
COLOUR_FAMILIES: tuple[ColourFamily, ...] = ColourFamily.__args__  # type: ignore[attr-defined]

Language = Literal["en", "fr", "zh"]
Presentation = Literal["women", "men", "unisex"]
Season = Literal["spring", "summer", "autumn", "winter"]
Pattern = Literal[
    "solid", "stripe", "check", "floral", "dot", "animal", "paisley", "geometric", "graphic", "embroidered",
    "sequin", "colour_block", "other",
]  # fmt: skip
PATTERNS: tuple[Pattern, ...] = Pattern.__args__  # type: ignore[attr-defined]
Fit = Literal["fitted", "regular", "relaxed", "oversized"]
Length = Literal["cropped", "short", "knee", "midi", "long", "unknown"]
Sleeve = Literal["sleeveless", "short", "elbow", "long", "unknown"]
Sleeves = Literal["any", "long"]
Scheme = Literal["one_colour", "tonal", "analogous", "complementary"]
Contrast = Literal["low", "medium", "high"]
Neckline = Literal[
    "round", "v", "scoop", "square", "collar", "high", "hood", "off_shoulder", "halter", "strapless", "unknown"
]
Condition = Literal["new", "good", "worn", "damaged", "unknown"]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
ReservedUse = Literal["swim", "underwear", "night", "children"]
GarmentState = Literal["here", "in_wash", "given_away"]
WORKED_OUT = frozenset({"last_worn", "cost_per_wear"})
Sky = Literal["rain", "dry", "sun", "snow", "wind", "humid", "hot", "warm", "mild", "cool", "cold", "freezing"]

Intent = Literal[
    "outfit", "complete", "relook", "find", "similar", "ask_advice", "preview",
    "wardrobe", "profile", "feedback", "smalltalk", "off_topic",
]  # fmt: skip
Role = Literal["understand", "style", "critique", "check", "advise", "merge", "caption", "judge"]
ROLES: tuple[Role, ...] = Role.__args__  # type: ignore[attr-defined]

Formality = Annotated[float, Field(ge=0, le=9)]
Clo = Annotated[float, Field(ge=0, le=5)]
Share = Annotated[float, Field(ge=0, le=1)]
Price = Annotated[float, Field(ge=0)]
Range = tuple[float, float]


class Shape(BaseModel):
    """What all shapes agree on: no key that is not declared, no number that is not one."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)


def told(shape: Shape, info: SerializationInfo) -> dict[str, Any]:
    """What a shape within another one says, without what goes without saying: a thread keeps many of them."""
    return shape.model_dump(mode=info.mode, exclude_defaults=True)


class Colour(Shape):
    """A colour as it is named in a feed, the family it belongs to, and its sRGB value."""

    name: str
    family: ColourFamily
    hex: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
    share: Share = 1.0


class SizeStock(Shape):
    """A size (letters for clothes, EU numbers for shoes, ONE for one size) and how many are left."""

    size: str
    stock: Annotated[int, Field(ge=0)]


class Piece(Shape):
    """What an article and a garment have in common; everything that styling rules look at."""

    id: str
    name: str
    category: str
    slot: Slot
    presentation: Presentation = "unisex"
    colours: list[Colour] = Field(min_length=1)
    fabrics: list[str] = []
    pattern: Pattern = "solid"
    fit: Fit | None = None
    formality: Formality
    clo: Clo
    waterproof: bool = False
    seasons: list[Season] = []
    image: str | None = None


class Article(Piece):
    """A thing in the catalogue. `price` is None where the feed has none. `confidence` names each inferred key."""

    description: str = ""
    brand: str = ""
    price: Price | None = None
    currency: Currency = "EUR"
    sizes: list[SizeStock] = []
    url: str | None = None
    reserve: ReservedUse | None = None
    group: str | None = Field(None, description="product code: colourways of one model share it")
    confidence: dict[str, Share] = {}


class Garment(Piece):
    """A thing that a person owns. It is `confirmed` once the person has said that it is right.

    `last_worn` and `cost_per_wear` are worked out; whatever comes under these names is not looked at.
    """

    photo: int | None = None
    origin: Literal["photo", "stated", "import"] = "stated"
    confirmed: bool = False
    size: str | None = None
    also_on: list[int] = Field([], description="other photos that show it")
    used: bool = Field(False, description="dressed with before it was confirmed")
    state: GarmentState = "here"
    paid: Price | None = None
    currency: Currency | None = None
    worn: list[date] = Field([], description="the days on which it was worn, oldest first")
    apart: list[str] = Field([], description="ids of garments that only look like it")

    @model_validator(mode="before")
    @classmethod
    def _without_what_is_worked_out(cls, value: Any) -> Any:
        return {key: one for key, one in value.items() if key not in WORKED_OUT} if isinstance(value, dict) else value

    @computed_field  # type: ignore[prop-decorator]
    @property
    def last_worn(self) -> date | None:
        return max(self.worn, default=None)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def cost_per_wear(self) -> Price | None:
        """In `currency`; None where the price is not known or it was never worn."""
        return round(self.paid / len(self.worn), 2) if self.paid is not None and self.worn else None

    @property
    def photos(self) -> list[int]:
        """Numbers of all photos that show it."""
        return [*([self.photo] if self.photo is not None else []), *self.also_on]

    @property
    def is_certain(self) -> bool:
        """Whether it is what it is said to be: not what was only made out on a photo."""
        return self.confirmed or self.used or self.origin != "photo"

    @property
    def is_sure(self) -> bool:
        """Whether it may be dressed with unasked: what is certain, and to hand."""
        return self.state == "here" and self.is_certain


class ItemColour(Shape):
    name: str
    family: ColourFamily
    hex: str


class Item(Shape):
    """One piece in a look, as an app shows it."""

    slot: Slot
    source: Literal["catalog", "wardrobe"]
    id: str
    name: str
    category: str
    colour: ItemColour
    price: Price | None = None
    currency: Currency | None = None
    size: str | None = None
    url: str | None = None
    image: str | None = None


class Score(Shape):
    total: Annotated[float, Field(ge=0, le=100)]
    parts: dict[str, float] = {}


class Look(Shape):
    """An outfit, or one article. `total` is the sum of its catalogue prices, None where one is unknown."""

    id: str
    kind: Literal["outfit", "article"]
    title: str
    items: list[Item] = Field(min_length=1)
    total: Price | None
    currency: Currency
    score: Score
    why: list[str] = []


class Budget(Shape):
    max: Price
    currency: Currency
    per: Literal["look", "item"] = "look"


class Sizes(Shape):
    clothes: str | None = None
    shoes: str | None = None


class Unmet(Shape):
    """A wish that could not be kept: which, what was asked, and the nearest that can be had."""

    constraint: str
    asked: str
    nearest: str | None = None


class Wanted(Shape):
    """One piece that the person named, with what they said of that piece alone."""

    slot: Slot
    category: str | None = None
    colours: list[ColourFamily] = []
    avoid_colours: list[ColourFamily] = []
    fabrics: list[str] = []
    patterns: list[Pattern] = []
    fit: Fit | None = None
    warm: bool | None = None
    text: str = Field("", description="in their own words")


class Refinement(Shape):
    """How this turn changes an earlier answer: `amend` adds a wish to it, `other` wants nothing that was shown."""

    change: Literal[
        "again",
        "amend",
        "cheaper",
        "dearer",
        "more_like",
        "warmer",
        "cooler",
        "dressier",
        "plainer",
        "livelier",
        "quieter",
        "other",
        "only",
        "swap",
    ]
    looks: list[str] = Field([], description="ids of the shown looks it speaks of")
    items: list[str] = Field([], description="ids of the shown items it speaks of")
    keep: list[str] = Field([], description="ids of shown items that stay")
    # worked out by code
    than: float | None = Field(None, description="what a step is measured from")
    without: list[str] = Field([], description="ids of shown items that may not come again")


class Change(Shape):
    """Something that the person told about themselves, or asked to be forgotten."""

    target: Literal["profile", "wardrobe", "feedback", "photo", "look"]
    action: Literal["set", "add", "remove", "forget"]
    key: str
    value: Any = None
    said: str = ""
    among: list[str] = Field([], description="ids of garments of which one is meant")


class TripEvent(Shape):
    """What is done on a trip; `times` is None where it may be all that the trip is for."""

    occasion: str
    times: Annotated[int, Field(ge=1, le=99)] | None = None


class AtMost(Shape):
    """How many pieces of a kind a suitcase may hold, however long the trip."""

    slot: Slot
    categories: list[str] = Field([], description="of these alone; else of the slot")
    count: Annotated[int, Field(ge=1, le=9)]


About = Literal[
    "price", "fabric", "brand", "size", "warmth", "rain", "sky", "occasion", "comfort", "why", "compare", "pick",
    "care", "crease", "grip", "buy", "hair", "impression", "case", "colour", "guide",
]  # fmt: skip


class Figures(Shape):
    """The weather as a person tells it in figures."""

    low_c: Annotated[float, Field(ge=-60, le=60)] | None = Field(None, description="where a day has two ends")
    rain_chance: Share | None = None
    rain_mm: Annotated[float, Field(ge=0, le=500)] | None = None
    wind_kmh: Annotated[float, Field(ge=0, le=400)] | None = None
    uv: Annotated[float, Field(ge=0, le=20)] | None = None


class Accent(Shape):
    """The one piece of a look that stands out by its colour."""

    colours: list[ColourFamily] = Field([], description="in one of these; any lively one where none is named")
    slots: list[Slot] = Field([], description="in one of these; any small one where none is named")


class Brief(Shape):
    """What a turn asks for. `colours` are families; `colours_must` tells an order from a liking."""

    intent: Intent = "outfit"
    language: Language = "en"
    slots: list[Slot] = []
    categories: list[str] = []
    colours: list[ColourFamily] = []
    avoid_colours: list[ColourFamily] = []
    fabrics: list[str] = []
    avoid_fabrics: list[str] = []
    occasion: str | None = None
    place: str | None = None
    date: str | None = Field(None, description="ISO date, or YYYY-MM for a month")
    budget: Budget | None = None
    sizes: Sizes = Sizes()
    presentation: Presentation | None = None
    photos: list[int] = []
    refers_to: list[str] = []
    questions: list[str] = []
    unmet: list[Unmet] = []
    # keys of ours beyond the contract
    colours_must: bool = False
    colours_only: bool = Field(False, description="all pieces in these")
    avoid_categories: list[str] = []
    avoid_slots: list[Slot] = []
    patterns: list[Pattern] = []
    avoid_patterns: list[Pattern] = []
    fit: Fit | None = None
    formality: Range | None = None
    clo: Clo | None = Field(None, description="warmth, if moved")
    activities: list[str] = []
    days: int | None = None
    trip: list[TripEvent] | None = Field(None, description="events of a trip to pack for")
    at_most: list[AtMost] = Field([], description="of what a trip may take so many at most")
    gap: bool = Field(False, description="asks what the wardrobe lacks")
    stated_temp_c: float | None = None
    stated_weather: list[Sky] = []
    stated_figures: Figures | None = None
    season: Season | None = None
    culture: str | None = None
    trade: str | None = Field(None, description="work that is dressed for")
    modest: bool = Field(False, description="shoulders and knees covered")
    burns: bool = Field(False, description="burns in the sun: covered from it")
    host_colours: list[ColourFamily] = []
    sleeves: Sleeves | None = Field(None, description="of dresses, tops")
    scheme: Scheme | None = Field(None, description="how the colours of a look lie")
    accent: Accent | None = Field(None, description="one piece in this colour, the rest without it")
    outdoors: bool = Field(False, description="held in the open air")
    no_budget: bool = Field(False, description="an earlier sum counts no more")
    own_only: bool = False
    own_first: bool = False
    wearer: Literal["self", "other"] | None = None
    looks_wanted: Annotated[int, Field(ge=1, le=99)] | None = None
    reserve: list[ReservedUse] = []
    wanted: list[Wanted] = []
    owned: list[Garment] = []
    refinement: Refinement | None = None
    about: list[About] = Field([], description="what is asked of looks that were shown")
    changes: list[Change] = []
    text: str = ""


class Taboo(Shape):
    """Something not to wear: `family:red`, `category:jeans`, `fabric:leather`, `pattern:floral`, `bare:shoulders`."""

    what: str
    why: str
    hard: bool


class Conditions(Shape):
    """Weather and dress code that a look must answer. Month or normals: means of daily lows and highs."""

    place: str | None = None
    country: str | None = None
    date: str | None = None
    temp_min_c: float | None = None
    temp_max_c: float | None = None
    rain_mm: float | None = None
    rain_chance: float | None = Field(None, ge=0, le=1)
    wind_kmh: float | None = None
    snow: bool | None = None
    uv: float | None = None
    source: Literal["forecast", "normals", "stated"] = "normals"
    dress_code: str | None = None
    formality: Range | None = None
    taboos: list[Taboo] = []
    # keys of ours beyond the contract
    clo: Clo | None = Field(None, description="wanted warmth, outdoors")
    humidity: Share | None = Field(None, description="relative humidity of the day's air")
    indoors: bool = False
    met: float | None = Field(None, description="how active people are there, 58 W/m2 each")
    note: str | None = Field(None, description="what was assumed, e.g. the nearest city that was used")


class SubScore(Shape):
    score: Annotated[float, Field(ge=0, le=10)]
    why: str


class Fix(Shape):
    what: str
    why: str
    item: str | None = None


class Critique(Shape):
    """What the critic says of what is worn or owned. `sub` is keyed by the rubric's dimensions."""

    score: Annotated[float, Field(ge=0, le=100)]
    sub: dict[str, SubScore] = {}
    strengths: list[str] = []
    fixes: list[Fix] = Field([], max_length=3)
    verdict: Literal["keep", "refine", "rethink"]


class Keep(Shape):
    id: str
    why: str


class Swap(Shape):
    out: str
    in_: str | None = Field(None, alias="in")
    why: str

    model_config = ConfigDict(extra="forbid", populate_by_name=True, serialize_by_alias=True)


class Add(Shape):
    slot: Slot
    id: str | None = None
    why: str


class Levels(Shape):
    free: str | None = None
    small: str | None = None
    full: str | None = None


class Advice(Shape):
    """Keep, swap, add; free moves first. Levels name looks."""

    keep: list[Keep] = []
    swap: list[Swap] = []
    add: list[Add] = []
    moves: list[str] = []
    levels: Levels = Levels()


class Filters(Shape):
    """Exact conditions on articles. Empty means any. A price that is not known is never within a range."""

    slots: list[Slot] = []
    categories: list[str] = []
    colours: list[ColourFamily] = []
    avoid_colours: list[ColourFamily] = []
    fabrics: list[str] = []
    avoid_fabrics: list[str] = []
    avoid_categories: list[str] = []
    patterns: list[Pattern] = []
    brands: list[str] = []
    seasons: list[Season] = []
    presentations: list[Presentation] = []
    sizes: list[str] = Field([], description="one of these is in stock")
    price: Range | None = None
    formality: Range | None = None
    clo: Range | None = None
    waterproof: bool | None = None
    reserve: list[ReservedUse] = Field([], description="reserved uses that may come in; none unless asked for")
    exclude: list[str] = []


class Wish(Shape):
    """What to look for in one slot: exact filters, words for the rest, and colours that are liked but not ordered."""

    slot: Slot
    query: str
    filters: Filters = Filters()
    prefer_colours: list[ColourFamily] = []
    required: bool = True
    anchor: bool = Field(False, description="the piece that the person asked for by name")
    like: str | None = Field(None, description="id of an article to stay close to")

    @field_serializer("filters")
    def _told_in_it(self, filters: Filters, info: SerializationInfo) -> dict[str, Any]:
        return told(filters, info)


class Direction(Shape):
    """The stylist's idea for this turn: one wish per slot, the pieces to keep, and the reasons."""

    title: str = ""
    idea: str = ""
    wishes: list[Wish] = []
    keep: list[str] = Field([], description="ids of shown articles or owned garments that must be in the look")
    palette: list[ColourFamily] = []
    formality: Range | None = None
    clo: Clo | None = None


class Taste(Shape):
    """What feedback taught: a liking from -1 to 1 per attribute (`family:green`, `category:heels`, `brand:...`).

    `evidence` counts the opinions that it stands on, what was done for less than what was said. `recent` tells what was
    worn or shown on the days before, by id, from 0 to 1 by how lately. `leaning` is what a run leans to, whatever the
    person likes: in the same attributes, and no ground for saying that they like it.
    """

    likes: dict[str, Annotated[float, Field(ge=-1, le=1)]] = {}
    leaning: dict[str, Annotated[float, Field(ge=-1, le=1)]] = {}
    evidence: Annotated[float, Field(ge=0)] = 0
    recent: dict[str, Share] = {}


def _named_place(text: str | None) -> str | None:
    return place_in(text) if text else text


# A fact of an occasion or of a season: `office:avoid_categories:jeans`, `office:only_categories:midi_skirt`.
_TIMED = r"^[a-z_]+:(avoid_(colours|fabrics|patterns|categories)|only_(colours|categories)):[a-z_]+$"
AtTimes = Annotated[str, Field(pattern=_TIMED)]


class Profile(Shape):
    language: Language | None = None
    presentation: Presentation | None = None
    sizes: Sizes = Sizes()
    budget: Budget | None = None
    currency: Currency | None = None
    place: Annotated[str | None, AfterValidator(_named_place)] = None
    colours: list[ColourFamily] = []
    only_colours: list[ColourFamily] = Field([], description="nothing else is worn, until another is asked for")
    avoid_colours: list[ColourFamily] = []
    fabrics: list[str] = []
    avoid_fabrics: list[str] = []
    patterns: list[Pattern] = []
    avoid_patterns: list[Pattern] = []
    categories: list[str] = []
    avoid_categories: list[str] = []
    at_times: list[AtTimes] = Field([], description="what is refused, or worn alone, on an occasion or in a season")
    warmth_offset_c: Annotated[float, Field(ge=-6, le=6)] = 0
    contrast: Contrast | None = Field(None, description="how far apart in lightness hair and skin are, as they told it")
    photos_leave: bool | None = Field(None, description="may photos go to a model on another machine; null asks")


class Photo(Shape):
    """A stored photo. `number` is what its owner calls it by; pixels are at `/v1/photos/{id}`."""

    id: str
    number: Annotated[int, Field(ge=1)]
    width: int
    height: int
    media_type: Literal["image/jpeg"] = "image/jpeg"
    captioned: bool = False


class Person(Shape):
    profile: Profile = Profile()
    wardrobe: list[Garment] = []
    photos: list[Photo] = []
    taste: Taste = Taste()


class Preview(Shape):
    id: str
    url: str
    kind: Literal["board", "tryon", "generated"]
    look_id: str
    label: str
    ai_generated: bool
    note: str | None = Field(None, description="in the person's language: why it is a board where more was asked for")


class Degraded(Shape):
    """A configured part that did not answer, and what stood in."""

    role: str
    model: str
    reason: str


class PackedDay(Shape):
    """What is worn on one day of a trip, the first being 1; an evening has an entry of its own."""

    day: Annotated[int, Field(ge=1)]
    occasion: str
    look: str


class Packing(Shape):
    """What to pack: each piece once, with the sum of what has to be bought, and the look of each day."""

    pieces: list[Item]
    days: list[PackedDay]
    total: Price | None
    currency: Currency


class Gap(Shape):
    """An article that the wardrobe lacks: how many outfits it makes with what is owned, and one of them."""

    id: str
    outfits: Annotated[int, Field(ge=1)]
    example: Look


class ShownLook(Shape):
    """A look that the person saw, with the number they saw and the brief that it answered."""

    number: int
    turn: int
    look: Look
    brief: Brief
    reasons: list[str] = Field([], description="reason keys of the composer, most telling first")

    @field_serializer("brief")
    def _told_in_it(self, brief: Brief, info: SerializationInfo) -> dict[str, Any]:
        return told(brief, info)


class RunOutput(Shape):
    """What one run returns beside `messages`. Evaluators and apps rely on these keys."""

    brief: Brief
    conditions: Conditions | None = None
    critique: Critique | None = None
    advice: Advice | None = None
    looks: list[Look] = []
    packing: Packing | None = None
    gaps: list[Gap] = []
    preview: Preview | None = None
    degraded: list[Degraded] = []
