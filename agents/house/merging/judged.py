"""What is judged of looks that were shown: whether they are warm, dry, easy to walk in, as dressed as is asked.

Read from the facts of the pieces and of the day; what is not known is said to be so.
"""

from collections.abc import Sequence
from typing import Literal

from agents.contracts import LookFacts, MergeRequest, PieceFacts
from agents.house.lexicon import load_lexicon
from agents.house.phrases import kind_of
from agents.house.prose.pen import Pen, Thing
from agents.house.prose.scene import by_weight, ordered, thing
from agents.house.reading.mentions import Reading
from agents.house.reading.text import read
from stores.vocabulary import CORE_SLOTS, Range
from tools.warmth import SLIPPERY, WATERTIGHT, ensemble_clo

# How far warmth may be from what the day asks, in clo, and formality from what the code asks, and still be right.
CLO_NEAR, FORMALITY_NEAR = 0.25, 0.75


def warmth(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """Whether a look is warm enough for the day, by its clo and that of the day."""
    sky, look = request.conditions, request.looks[0]
    if sky is None or sky.clo is None or look.kind == "article":
        return [pen.sentence("shown.warm_unknown", avoid=request.openings)]
    said = read(request.text, load_lexicon(request.language))
    layers = ordered(look.pieces.items(), ("outer", "mid"))
    slots = {"wrap": thing(request, layers[:1])} if layers else {}
    if said.has("coatless") and layers and layers[0][1].slot == "outer":
        bare = clo_of(look, without=layers[0][0]) - sky.clo
        return [pen.sentence("shown.coat_spare" if bare >= -CLO_NEAR else "shown.coat_needed", slots=slots)]
    over = clo_of(look) - sky.clo
    kind = "right" if abs(over) <= CLO_NEAR else "light" if over < 0 else "heavy"
    if said.has("at_night") and kind != "heavy":
        return [pen.sentence(f"shown.night_{kind}", avoid=request.openings, slots=slots)]
    fears_heat = kind == "right" and ("hot" in said.keys("sky") or said.has("cooler"))
    return [
        pen.sentence(f"shown.warm_{kind}", avoid=request.openings, slots=slots),
        None if fears_heat else pen.sentence(f"shown.warm_{kind}_how", slots=slots),
    ]


def rain(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """Which of the pieces keep water out."""
    pieces = meant(request) or list(request.looks[0].pieces.items())
    dry = [pair for pair in pieces if pair[1].waterproof]
    if not dry:
        return [pen.sentence("shown.wet", avoid=request.openings), pen.sentence("shown.wet_how")]
    return [pen.sentence("shown.dry", avoid=request.openings, slots={"piece": thing(request, dry)})]


def occasion(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """Whether a look is as dressed as another occasion asks."""
    asked = request.conditions.formality if request.conditions else None
    if asked is None:
        return [pen.sentence("shown.fit_unknown", avoid=request.openings)]
    worn = [piece for _, piece in clothes(request.looks[0])]
    kind = _level_of(worn, asked)
    said = read(request.text, load_lexicon(request.language))
    if told := levelled(worn, said, request):
        return [pen.sentence(f"shown.{told}", avoid=request.openings)]
    return [pen.sentence(f"shown.fit_{kind}", avoid=request.openings), pen.sentence(f"shown.fit_{kind}_how")]


def levelled(worn: Sequence[PieceFacts], said: Reading, request: MergeRequest) -> str | None:
    """The end of the phrase that says whether what is worn is less or more than is asked, where either is feared."""
    asked = request.conditions.formality if request.conditions else None
    if asked is None:
        return None
    kind = _level_of(worn, asked)
    if said.has("too_plain"):
        return "less_plain" if kind == "plain" else "less_right"
    if said.has("too_much") or (said.has("plainer") and said.has("excess")):
        return "much_dressy" if kind == "dressy" else "much_right"
    return None


def _level_of(worn: Sequence[PieceFacts], asked: Range) -> Literal["plain", "dressy", "right"]:
    level = sum(piece.formality for piece in worn) / len(worn) if worn else 0.0
    return "plain" if level < asked[0] - FORMALITY_NEAR else "dressy" if level > asked[1] + FORMALITY_NEAR else "right"


def comfort(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """Which look has the easier shoes, by their heel alone."""
    flat = [look for look in request.looks if not _heeled(look)]
    if len(request.looks) > 1 and flat:
        return [pen.sentence("shown.easiest", avoid=request.openings, slots=_lead(request, flat[0]))]
    shoes = ordered(request.looks[0].pieces.items(), ("footwear",))
    if not shoes:
        return [pen.sentence("shown.easy", avoid=request.openings)]
    kind = "heel" if _heeled(request.looks[0]) else "flat"
    said = pen.sentence(f"comfort.{kind}", avoid=request.openings, slots={"shoes": thing(request, shoes)})
    return [said, pen.sentence("comfort.how")]


def grip(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """Whether the shoes hold on snow and wet stone, by their kind alone; what is made for it says so."""
    worn = ordered(request.looks[0].pieces.items(), ("footwear",))
    if not worn:
        return [pen.sentence("shown.easy", avoid=request.openings)]
    category = worn[0][1].category
    kind = "slips" if category in SLIPPERY else "holds" if category in WATERTIGHT else "depends"
    slots = {"shoes": thing(request, worn[:1])}
    return [pen.sentence(f"shown.grip_{kind}", avoid=request.openings, slots=slots), pen.sentence("shown.grip_how")]


def sky(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """What weather the look was made for: a forecast, what is usual there then, or what the person said."""
    if "temp_max" not in request.facts:
        return [pen.sentence("shown.warm_unknown", avoid=request.openings)]
    usual = request.conditions is not None and request.conditions.source == "normals"
    keys = ["shown.sky_usual"] if usual else ["shown.sky_forecast"]
    return [pen.sentence(*keys, "shown.sky", avoid=request.openings), pen.sentence("shown.sky_rain")]


def meant(request: MergeRequest) -> list[tuple[str, PieceFacts]]:
    """The pieces that the person points at, by token."""
    return [(key, look.pieces[key]) for look in request.looks for key in look.meant if key in look.pieces]


def clothes(look: LookFacts) -> list[tuple[str, PieceFacts]]:
    return [pair for pair in by_weight(look) if pair[1].slot in CORE_SLOTS or look.kind == "article"]


def _lead(request: MergeRequest, look: LookFacts) -> dict[str, str | Thing]:
    shoes = ordered(look.pieces.items(), ("footwear",)) or by_weight(look)[:1]
    return {"look": name_of(look, request), "shoes": thing(request, shoes)}


def name_of(look: LookFacts, request: MergeRequest) -> Thing:
    """A look by the piece that makes it."""
    return thing(request, by_weight(look)[:1])


def clo_of(look: LookFacts, without: str | None = None) -> float:
    return ensemble_clo(sum(piece.clo for key, piece in look.pieces.items() if key != without))


def formality_of(look: LookFacts) -> float:
    levels = [piece.formality for _, piece in clothes(look)]
    return sum(levels) / len(levels) if levels else 0.0


def _heeled(look: LookFacts) -> bool:
    return any(kind_of("heels", piece.category) for piece in look.pieces.values())
