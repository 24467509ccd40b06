"""What could not be kept and what must be known: unmet wishes and assumptions. Each is said once, kindly.

The constraint names and note keys are those that the composer, the gates and the weather report. Knows no remedy beyond
the nearest that code found.
"""

from collections.abc import Sequence

from agents.contracts import MergeRequest
from agents.house.lexicon import load_lexicon
from agents.house.merging.beats import Beat, follows_up
from agents.house.merging.taboos import left_out, refused, taboo, taboos, telling_taboo, touches
from agents.house.phrases import kind_of, load_names, load_phrases
from agents.house.prose.names import category_word, colour_word, fabric_noun, fabric_word
from agents.house.prose.pen import Pen, Thing, joined
from agents.house.prose.scene import code_name
from agents.house.reading.text import read
from agents.house.reading.whether import is_put
from stores.vocabulary import Brief, Language, Unmet
from tools.references import SINGLE, remakes, steps_piece

ASSUMED = 6
SAID_ONCE = frozenset({"host_wins", "weather", "place", "shoes_off"})
PLAIN_NOTES = frozenset({"rates", "currency", "host_wins", "shoes_off", "warm_cloth", "no_white"})
NOTE_WEIGHTS = {
    "place_unknown": 9,
    "rates": 7,
    "warm_cloth": 8,
    "no_white": 8,
    "place_nearest": 6,
    "host_wins": 3,
    "shoes_off": 6,
    "weather_normals": 4,
    "photos_unread": 9,
}
SHORT_OF_MONEY = ("stuck.budget", "stuck.budget_near", "stuck.budget_part")
OF_SHOP = frozenset({"size", "watertight", "insulated", "warm_hat"})
# Facts that hold a sum of money.
SUMS = ("total", "price", "budget", "diff", "paid")


def unmet(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """Which wish gave way, beside the looks that are shown; two at most. A photo that is not there is asked about."""
    told = {item.what for item in left_out(request)}
    gaps = [gap for gap in request.brief.unmet if not priceless(request, gap) and gap.constraint != "photo"]
    gaps = [gap for gap in gaps if gap.asked not in told]
    if own := [gap.asked for gap in gaps if gap.constraint == "own"]:
        known = all(f"own:{slot}" in request.told for slot in own)
        return [] if known else [Beat(10, pen.sentence(f"unmet.own_{'_'.join(own)}"))]
    # What holds for the whole shop is said once.
    gaps = [one for one in gaps if one.constraint not in OF_SHOP or not pen.has_said(said_key(one))]
    return [Beat(9, gap_sentence("unmet", gap, request, pen)) for gap in gaps[:2]]


def said_key(gap: Unmet) -> str:
    return f"unmet.{gap.constraint}_{gap.asked.lower()}"


def short(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """Where a piece stands in for one that the shop has not, such as a dinner jacket for a tailcoat."""
    return [Beat(9, pen.sentence(*short_keys(request)))]


def short_keys(request: MergeRequest) -> list[str]:
    code = request.conditions.dress_code if request.conditions else None
    pieces = request.looks[0].pieces.values() if request.looks else ()
    keys = (f"short.{code}_{piece.category}" for piece in pieces)
    return [key for key in keys if key in load_phrases(request.language)]


def gap_sentence(group: str, gap: Unmet, request: MergeRequest, pen: Pen) -> str | None:
    """The gap in the words of `unmet` (a look is shown) or `stuck` (none is)."""
    said = f"{group}.{gap.constraint}"
    swapped = [f"{said}_swap"] if remakes(request.brief) else []
    keys = (
        *swapped,
        f"{said}_{gap.asked.replace(' ', '_').lower()}",
        f"{said}_near",
        said,
        f"{said}_plain",
        f"{group}.any",
    )
    avoid = request.openings if group == "stuck" else ()
    return pen.sentence(*keys, avoid=avoid, slots=asked_slots(gap, request.language))


def priceless(request: MergeRequest, gap: Unmet) -> bool:
    """A budget that cannot be judged, since prices are not known; another sentence says so."""
    return gap.constraint == "budget" and (
        "price_unknown" in request.notes or any(not look.priced for look in request.looks)
    )


def stuck(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """No look at all: what stands in the way, the nearest, and what to do about it."""
    gap = next(iter(request.brief.unmet), Unmet(constraint="any", asked=""))
    if "price_unknown" in request.notes and gap.constraint == "budget":
        first = pen.sentence("money.unknown_budget", "money.unknown", avoid=request.openings)
    elif any(touches(item, request) for item in taboos(request)) and not left_out(request):
        asked = is_put(read(request.text, load_lexicon(request.language)))
        no = pen.sentence("advice.better_not", avoid=request.openings) if asked else None
        mourned = kind_of("occasions", request.brief.occasion or "") == "mourning"
        instead = pen.sentence("advice.instead_mourning" if mourned else "way_out.taboo")
        return [Beat(10, no), *taboo(request, pen), Beat(8, instead)]
    else:
        first = stuck_sentence(gap, request, pen)
    assumptions = [beat for beat in notes(request, pen) if beat.weight >= ASSUMED]
    again = gap.constraint == "budget" and request.brief.intent == "outfit" and pen.has_said(*SHORT_OF_MONEY)
    way_out = pen.sentence("way_out.budget_part") if again else pen.sentence(*way_out_keys(gap, request))
    return [*refused(request, pen), Beat(10, first), *assumptions, Beat(8, way_out)]


def afforded(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """What a sum pays for that was too small before as well, what the whole costs, and what has to give."""
    parts = joined([f"[[{key}]]" for look in request.looks for key in look.pieces], request.language)
    told = pen.sentence("stuck.budget_part", avoid=request.openings, slots={"parts": parts})
    return [Beat(10, told), Beat(9, pen.sentence("way_out.budget_part"))]


def stuck_sentence(gap: Unmet, request: MergeRequest, pen: Pen) -> str | None:
    """What stands in the way; a sum is said of the one piece, of the outfit, or of the last, which was the cheapest."""
    if steps_piece(request.brief):
        cheaper = ["stuck.step_cheaper"] if gap.constraint == "budget" else []
        return pen.sentence(*cheaper, "stuck.step_piece", avoid=request.openings)
    if gap.constraint != "budget":
        return gap_sentence("stuck", gap, request, pen)
    change = request.brief.refinement.change if request.brief.refinement else ""
    noun = category_word(request.brief.categories[0], request.language) if is_piece(request) else None
    first = "stuck.budget_piece" if noun else f"stuck.budget_{change}"
    keys = (first, "stuck.budget", "stuck.budget_near", "stuck.budget_plain")
    return pen.sentence(*keys, avoid=request.openings, slots={"asked_noun": noun})


def way_out_keys(gap: Unmet, request: MergeRequest) -> tuple[str, ...]:
    if steps_piece(request.brief):
        return ("way_out.step",)
    one_piece = gap.constraint == "budget" and request.brief.intent in SINGLE
    if gap.constraint in {"colour", "fabric"} and "near.piece" in request.facts:
        return ("way_out.near",)
    said = f"way_out.{gap.constraint}"
    if remakes(request.brief) and gap.constraint == "dress_code":
        return (f"{said}_swap",)
    return ("way_out.budget_piece" if one_piece else f"{said}_{gap.asked}", said, "way_out.any")


def is_piece(request: MergeRequest) -> bool:
    """Whether one piece was looked for, whose name is known."""
    return request.brief.intent in SINGLE and bool(request.brief.categories)


def asked_slots(gap: Unmet, language: Language) -> dict[str, str | Thing | None]:
    """What was asked for, where it is a word of ours; anything else stays unsaid."""
    names, asked = load_names(language), gap.asked.strip().lower().replace(" ", "_")
    return {
        "asked_colour": colour_word(asked, language) if asked in names.colours else None,
        "asked_noun": category_word(asked, language) if asked in names.garments else None,
        "asked_fabric": fabric_word(asked, language) if asked in names.fabrics else None,
        "code": code_name(asked, language),
        "asked_shade": gap.asked if gap.constraint == "shade" else None,
        "asked_brand": gap.asked if gap.constraint == "brand" else None,
        "asked_piece": gap.asked if gap.constraint == "described" else None,
    }


def notes(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """Assumptions and the like, once each; what another sentence says already is left out."""
    left = [note for note in request.notes if not said_before(note, request) and not is_idle(note, pen)]
    return [beat for note in left if (beat := note_beat(note, pen)).text]


def said_before(note: str, request: MergeRequest) -> bool:
    """Whether an earlier reply, or another sentence of this one, says it; a rate belongs to the turn with a sum."""
    head = note.partition(":")[0]
    if note.startswith("photos:stored") and "seen" in request.facts:
        return True
    if head == "rates":
        return request.turn > 1 and not any(letter.isdigit() for letter in request.text)
    hosted = head == "host_wins" and (telling_taboo(request) is not None or invitation_told(request.brief))
    return hosted or (head in SAID_ONCE and follows_up(request))


def invitation_told(brief: Brief) -> bool:
    """Whether it was said what the invitation or the hosts ask for."""
    return bool(brief.host_colours or brief.formality)


def is_idle(note: str, pen: Pen) -> bool:
    """Where temperatures come from means nothing beside a reply that names none, nor do rates without a sum."""
    degrees, sums = {"temp_min", "temp_max"} & pen.told, any(fact.endswith(SUMS) for fact in pen.told)
    return (note.startswith("weather:") and not degrees) or (note.startswith("rates:") and not sums)


def note_beat(note: str, pen: Pen) -> Beat:
    head, _, rest = note.partition(":")
    key = head if head in PLAIN_NOTES else f"{head}_{rest.partition(':')[0]}"
    place = rest.partition(":")[2]
    city = place if place and not any(letter.isdigit() for letter in place) else None
    if pen.has_said(f"note.{key}"):
        return Beat(0, None)
    cloth = fabric_noun(rest, pen.language) if head == "warm_cloth" else None
    return Beat(NOTE_WEIGHTS.get(key, 2), pen.sentence(f"note.{key}", slots={"city": city, "warm_cloth": cloth}))
