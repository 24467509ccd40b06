"""What every agent is asked and what it answers: a typed request in, a typed reply out.

A request carries everything that its answer needs (today's date, what was shown, numbers that code has computed) and
nothing else. It travels as JSON in the human message; any chat model can answer it, the house model among them.
Its fields stand in the order in which they change, what the person wrote last, so that a server that keeps what it has
worked through finds most of a request there.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from agents.captions import Caption as Caption
from agents.captions import CaptionedGarment as CaptionedGarment
from agents.captions import Quality
from agents.captions import Sureness as Sureness
from prompts.loader import Voice as Voice
from stores.vocabulary import (
    Advice,
    Brief,
    Change,
    Colour,
    ColourFamily,
    Conditions,
    Critique,
    Direction,
    Fit,
    Fix,
    Garment,
    Language,
    Length,
    Look,
    Pattern,
    Piece,
    Profile,
    Range,
    Share,
    ShownLook,
    Sleeve,
    Slot,
    SubScore,
    Wanted,
    Wish,
)


class Contract(BaseModel):
    model_config = ConfigDict(extra="forbid")

    @property
    def as_sent(self) -> str:
        """The request as its reader gets it: JSON."""
        return self.model_dump_json()


class CatalogDigest(Contract):
    """What a stylist must know of the shop before wishing."""

    currency: str
    priced: bool
    categories: list[str]


class UnderstandRequest(Contract):
    """One turn as the person wrote it, and what it may refer to. Answered by a `Brief` of this turn alone."""

    kind: Literal["understand"] = "understand"
    currency: str = "EUR"
    profile: Profile = Profile()
    wardrobe: list[Garment] = []
    photos: list[int] = Field([], description="numbers of the person's stored photos")
    shown: list[ShownLook] = Field([], description="looks shown before, in the order they were seen, newest turn last")
    new_photos: list[int] = Field([], description="numbers of the photos that came with this message")
    unconfirmed: list[str] = Field([], description="ids of garments that the last reply asked about, in its order")
    bare: list[int] = Field([], description="numbers of photos from which no garment hangs in the wardrobe")
    twins: list[str] = Field([], description="ids of two garments of which the last reply asked if they are one")
    unsure: list[int] = Field([], description="numbers of photos of which the last reply asked what they show")
    choices: list[Change] = Field([], description="changes of which the last reply asked which garment is meant")
    undo: list[Change] = Field([], description="what takes back the last change of the wardrobe")
    last: Brief | None = None
    earlier: list[str] = Field([], description="of messages before those in `previous`, what decided something")
    previous: list[str] = Field([], description="earlier messages of the person, oldest first")
    today: date
    text: str

    @property
    def as_sent(self) -> str:
        """Without what goes without saying, which would be most of it."""
        said = self.model_dump_json(exclude_defaults=True, exclude={"kind"})
        return f'{{"kind":"{self.kind}",{said.removeprefix("{")}'


class StyleRules(Contract):
    """What code has worked out for this turn; a direction has to stay within it."""

    formality: Range
    clo: float | None = None
    slots: list[Slot] = Field(description="slots that a complete look needs here")
    optional: list[Slot] = Field([], description="slots that weather or code make sensible")
    palette: list[ColourFamily] = Field([], description="families that go with what was asked or kept")
    required: dict[Slot, list[str]] = Field({}, description="categories that code or weather ask for, by slot")
    avoid_categories: list[str] = []
    avoid_colours: list[ColourFamily] = []


class StyleRequest(Contract):
    """Asked of the stylist: one wish per slot. Answered by a `Direction`."""

    kind: Literal["style"] = "style"
    catalog: CatalogDigest
    profile: Profile
    rules: StyleRules
    keep: list[Piece] = Field([], description="pieces that the look is built around")
    seen: list[str] = Field([], description="ids of articles shown before, to offer something else")
    conditions: Conditions | None
    brief: Brief


class CritiqueRequest(Contract):
    """Asked of the critic: judge what is worn. The numbers are computed; the critic weighs and words them."""

    kind: Literal["critique"] = "critique"
    pieces: list[Piece]
    scores: dict[str, SubScore]
    fixes: list[Fix] = Field([], description="candidate fixes, largest gain first")
    conditions: Conditions | None
    brief: Brief


class AdviseRequest(Contract):
    """Asked of the relooking advisor: keep, swap, add; free moves first. Answered by `Advised`."""

    kind: Literal["advise"] = "advise"
    catalog: CatalogDigest
    profile: Profile
    owned: list[Piece] = Field([], description="what else the person owns")
    rules: StyleRules
    pieces: list[Piece]
    critique: Critique
    conditions: Conditions | None
    brief: Brief


class Advised(Contract):
    advice: Advice
    direction: Direction


class LookReview(Contract):
    """A composed look with its rubric, as code scored it."""

    look: Look
    scores: dict[str, SubScore]


class CheckRequest(Contract):
    """Asked of the critic before anything is shown. Answered by a `Verdict`."""

    kind: Literal["check"] = "check"
    brief: Brief
    conditions: Conditions | None
    direction: Direction
    reviews: list[LookReview]
    dropped: list[str] = Field([], description="gates that dropped a look")
    wanted: int = Field(description="looks to show")
    round: int = 0


class Verdict(Contract):
    """`accept`, or wishes that replace the direction's wishes of the same slot."""

    accept: bool
    amended: list[Wish] = []
    why: str = ""


class PieceFacts(Contract):
    """What a writer may say of a piece beside its token."""

    slot: Slot
    source: Literal["catalog", "wardrobe"]
    category: str
    colour: ColourFamily
    colour_name: str = ""
    fabric: str | None = None
    pattern: Pattern = "solid"
    fit: Fit | None = None
    waterproof: bool = False
    formality: float
    clo: float


class LookFacts(Contract):
    """A look to write about. `pieces` are keyed by their token (`1.2`)."""

    number: int
    kind: Literal["outfit", "article"]
    title: str
    pieces: dict[str, PieceFacts]
    why: list[str] = Field([], description="reason keys of the composer, most telling first")
    priced: bool = True
    dearer_than: int = Field(0, description="how many of the other looks come to less")
    within: bool | None = Field(None, description="whether it keeps to the budget; none where either sum is not known")
    owned: bool = Field(False, description="nothing in it has to be bought")
    meant: list[str] = Field([], description="tokens of the pieces that the person points at")


class StopFacts(Contract):
    """One look of a trip: what it is for, and its pieces by the tokens under which they are listed."""

    occasion: str
    pieces: list[str]


class PackingFacts(Contract):
    """A suitcase: each piece by one token, and its looks; `packing.*` among the facts count and sum them up."""

    day: str = Field(description="the occasion of the days on which nothing else happens")
    pieces: list[str]
    stops: list[StopFacts]


class MergeRequest(Contract):
    """Asked of the merger: write the reply. Facts are written as `[[key]]`, never as text."""

    kind: Literal["merge"] = "merge"
    language: Language
    voice: Voice
    familiar: bool = Field(False, description="the person says tu; only French has a word for it")
    text: str
    brief: Brief
    conditions: Conditions | None = None
    critique: Critique | None = None
    advice: Advice | None = None
    looks: list[LookFacts] = []
    packing: PackingFacts | None = None
    examples: list[LookFacts] = Field([], description="an outfit of each article with what is owned; `gap.N` are many")
    facts: dict[str, str] = {}
    changes: list[Change] = Field([], description="what was changed in the person's data")
    notes: list[str] = Field([], description="keys of things to mention once, such as an assumption")
    openings: list[str] = Field([], description="first words of the last replies, to begin otherwise")
    said: list[str] = Field([], description="the last replies, so that no sentence comes twice")
    told: list[str] = Field(
        [], description="reason keys of the look before this change, `own:` what it left out, `same` if it stays"
    )
    turn: int = 1


class MeasuredGarment(Contract):
    """What pixels tell of a garment in a photo: `category` is the likeliest, `alternatives` are all that it may be.

    Where it is `vague`, the confidence is that it is one of a family of categories, such as shoes.
    """

    colours: list[Colour]
    pattern: Pattern = "solid"
    category: str | None = None
    confidence: Share = 0
    alternatives: list[str] = []
    length: Length = "unknown"
    sleeve: Sleeve = "unknown"
    vague: bool = False


class CaptionRequest(Contract):
    """Asked of the captioner: name the garments of a photo, from what was measured and, for a VLM, from its pixels."""

    kind: Literal["caption"] = "caption"
    categories: list[str]
    photo: int
    measured: list[MeasuredGarment]
    quality: Quality = "unknown"
    named: list[Wanted] = Field([], description="pieces that the person named beside the photo")


Request = Annotated[
    UnderstandRequest | StyleRequest | CritiqueRequest | AdviseRequest | CheckRequest | MergeRequest | CaptionRequest,
    Field(discriminator="kind"),
]
