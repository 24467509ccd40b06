"""Replies to "what do you think of this?": a verdict that names what to change, why, a free move, then what to take.

Speaks of the critique's scores by dimension and of the advice by its keys, and never about the body in the clothes.
"""

from collections.abc import Sequence

from agents.contracts import MergeRequest
from agents.house.lexicon import load_lexicon
from agents.house.merging.beats import Beat
from agents.house.merging.impressions import impressed
from agents.house.merging.judged import levelled
from agents.house.merging.limits import gap_sentence, notes, unmet
from agents.house.merging.looks import money, opening
from agents.house.merging.reasons import reasons
from agents.house.merging.taboos import taboo_sentence, telling_taboo, touches
from agents.house.phrases import kind_of, load_table
from agents.house.prose.names import article, piece_name, worn_facts
from agents.house.prose.pen import Pen, Thing
from agents.house.prose.scene import grammar
from agents.house.reading.impressions import impression_of
from agents.house.reading.pairing import pairing_of
from agents.house.reading.text import read
from agents.house.reading.whether import is_put
from stores.vocabulary import Critique, Garment, Language, Profile
from tools.gates import build_limits
from tools.hazards import Fault, fault_of

GOOD = 6.5
# What only several pieces have.
TOGETHER = {"silhouette", "completeness", "texture", "coherence"}


def relook(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    if request.critique is None:
        seen = [*opening(request, pen), *reasons(request, pen)] if request.looks else [nothing_seen(request, pen)]
        return notes(request, pen) if request.brief.photos and not request.looks else seen
    if is_of_wardrobe(request) and request.critique.verdict == "keep" and request.looks:
        return [proposal(request, pen), verdict(request, request.critique, pen), *notes(request, pen)]
    told = [] if is_of_wardrobe(request) else doubt(request, pen)
    if told and request.critique.verdict == "keep":
        return [*told, verdict(request, request.critique, pen), *notes(request, pen)]
    beats = [*told, judgement(request, request.critique, pen), verdict(request, request.critique, pen)]
    beats += moves(request, pen)
    if request.looks and asks_pairing(request):
        beats = []  # Whether they go together has been said.
    if request.critique.verdict == "keep":
        return [*beats, *notes(request, pen)]
    if not request.looks:
        return [*beats, nothing_found(request, pen), *notes(request, pen)]
    beats += [proposal(request, pen), *reasons(request, pen), *money(request, pen)]
    return [*beats, *unmet(request, pen), *notes(request, pen)]


def asks_pairing(request: MergeRequest) -> bool:
    """Whether it is asked if pieces of one's own go with others, and not how they look."""
    return bool(request.brief.owned) and bool(pairing_of(read(request.text, load_lexicon(request.language))))


def doubt(request: MergeRequest, pen: Pen) -> list[Beat]:
    """The answer to what somebody fears of the outfit that they laid out: "too boring?", "too much?"."""
    said = read(request.text, load_lexicon(request.language))
    if not is_put(said) or not request.brief.owned:
        return []
    worn = {garment.id: worn_facts(garment) for garment in request.brief.owned}
    if (asked := impression_of(said)) is None:
        level = levelled([*worn.values()], said, request)
        return [Beat(10, pen.sentence(f"shown.worn_{level}"))] if level else []
    key, found = impressed(asked, [*worn.items()])
    named = [garment for garment in request.brief.owned if garment.id in dict(found)]
    slots = {"piece": named_things(named, request.language)} if named else {}
    return [Beat(10, pen.sentence(f"shown.worn_{key}", slots=slots))]


def is_of_wardrobe(request: MergeRequest) -> bool:
    """Whether no piece and no photo was named, so that the best of the wardrobe was looked at."""
    return not request.brief.owned and not request.brief.photos


def nothing_seen(request: MergeRequest, pen: Pen) -> Beat:
    return Beat(10, pen.sentence("relook.none", avoid=request.openings))


def nothing_found(request: MergeRequest, pen: Pen) -> Beat:
    """The shop has nothing to take instead; a budget or a size that stood in the way is named."""
    gap = next((gap for gap in request.brief.unmet if gap.constraint in {"budget", "size"}), None)
    if gap:
        return Beat(9, gap_sentence("stuck", gap, request, pen))
    return Beat(9, pen.sentence("relook.nothing", slots={"out": leaving(request)}))


def judgement(request: MergeRequest, critique: Critique, pen: Pen) -> Beat:
    """The verdict, with the names of the pieces to change where the person named them."""
    keys = [f"relook.{critique.verdict}"]
    if critique.verdict == "refine" and len(critique.fixes) > 1:
        keys = ["relook.refine_several" if any(fix.item for fix in critique.fixes) else "relook.start"]
    if out := leaving(request):
        keys.insert(0, f"relook.{critique.verdict}_named")
    elif is_afresh(request):
        keys.insert(0, "relook.single" if len(request.brief.owned) == 1 else "relook.afresh")
        out = named_things(going(request), request.language)
    return Beat(10, pen.sentence(*keys, avoid=request.openings, slots={"out": out}))


def going(request: MergeRequest) -> list[Garment]:
    """The pieces named in this turn that the advice takes out."""
    out = {swap.out for swap in request.advice.swap} if request.advice else set()
    return [garment for garment in request.brief.owned if garment.id in out]


def is_afresh(request: MergeRequest) -> bool:
    """Whether nothing that was named stays."""
    return bool(going(request)) and leaving(request) is None


def leaving(request: MergeRequest) -> Thing | None:
    """The worn pieces that the advice takes out; None where it takes all of them, or none is known by name."""
    named = going(request)
    if not named or len(named) == len(request.brief.owned):
        return None
    return named_things(named, request.language)


def named_things(garments: Sequence[Garment], language: Language) -> Thing:
    names = tuple((worn_name(garment, language), article(garment.category, language)) for garment in garments)
    return Thing(names, grammar([worn_facts(garment) for garment in garments], language))


def worn_name(garment: Garment, language: Language) -> str:
    return piece_name(worn_facts(garment), language)


def verdict(request: MergeRequest, critique: Critique, pen: Pen) -> Beat:
    """What works best and what least, by the rubric's dimensions; a colour that is not to be worn that day is all."""
    if custom := touched(request, pen):
        return Beat(10, custom)
    silent = unsaid(request)
    judged = [name for name in critique.sub if kind_of("dimensions", name) not in silent]
    ranked = sorted(judged, key=lambda name: -critique.sub[name].score)
    kinds = list(dict.fromkeys(kind_of("dimensions", name) or "any" for name in ranked))
    if not kinds:
        return Beat(9, None)
    strong, other = pen.clause(f"strong.{kinds[0]}"), pen.clause(f"strong.{kinds[min(1, len(kinds) - 1)]}")
    if critique.verdict == "keep" or critique.sub[ranked[-1]].score >= GOOD:
        return Beat(9, pen.sentence("verdict.good", slots={"strong_clause": strong, "strong_other": other}))
    weak = pen.clause(*weakest(kinds, request))
    return Beat(9, pen.sentence("verdict.both", slots={"strong_clause": strong, "weak_clause": weak}))


def touched(request: MergeRequest, pen: Pen) -> str | None:
    """What is wrong with a colour or a pattern that is worn: white at somebody's wedding, sequins at a funeral."""
    found = telling_taboo(request)
    seen = found is not None and found.what.startswith(("family:", "pattern:")) and touches(found, request)
    return taboo_sentence(found, request, pen) if found and seen else None


def unsaid(request: MergeRequest) -> set[str]:
    """The dimensions that nothing can be said of: of a piece alone, of a day whose weather or code nobody knows."""
    sky = request.conditions
    silent = {"feasibility"} | (TOGETHER if len(request.brief.owned) == 1 else set())
    personal = request.critique.sub.get("personal") if request.critique else None
    silent |= {"personal"} if personal and 0 < personal.score < GOOD else set()
    silent |= untold(request)
    no_sky = sky is None or (sky.temp_max_c is None and unfit(request) is None)
    silent |= {"weather"} if no_sky else set()
    return silent | ({"occasion"} if sky is None or sky.dress_code is None else set())


def untold(request: MergeRequest) -> set[str]:
    """The dimensions that nobody told anything of: cuts, cloths or colours without a word, wishes nobody has voiced."""
    words = load_table(f"names_{request.language}")["evidence"]
    scores = request.critique.sub.items() if request.critique else ()
    nothing = {"personal:neutral", *(f"{name}:unknown" for name, _ in scores)}
    empty = {words[key] for key in nothing & words.keys()}
    return {kind_of("dimensions", name) or "any" for name, sub in scores if sub.why in empty}


def weakest(kinds: Sequence[str], request: MergeRequest) -> list[str]:
    """Lists of clauses for the least dimension; of a look that goes entirely, for the occasion it misses.

    What the weather rules out is the reason for its change, whatever scores least.
    """
    if fault := unfit(request):
        return [f"weak.weather_{fault}", "weak.weather"]
    off = off_code(request)
    kind = "occasion" if off and is_afresh(request) and kinds[0] != "occasion" else kinds[-1]
    return [*([f"weak.occasion_{off}"] if off and kind == "occasion" else []), f"weak.{kind}"]


def unfit(request: MergeRequest) -> Fault | None:
    """What the weather holds against a piece that goes."""
    limits = build_limits(request.brief, request.conditions, Profile())
    return next((fault for garment in going(request) if (fault := fault_of(garment, limits))), None)


def off_code(request: MergeRequest) -> str | None:
    """Whether a piece that goes is too `plain` or `dressy` for the code; None where neither, or no code is known."""
    worn = [garment.formality for garment in going(request)]
    if not worn or request.conditions is None or request.conditions.formality is None:
        return None
    least, most = request.conditions.formality
    return "plain" if min(worn) < least else "dressy" if max(worn) > most else None


def moves(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """The first move that costs nothing, where something stays that it can be made with."""
    if request.advice is None or not request.advice.moves or is_afresh(request):
        return []
    if request.critique and request.critique.verdict == "keep":
        return []
    return [Beat(8, pen.sentence("relook.move", slots={"move": request.advice.moves[0]}))]


def proposal(request: MergeRequest, pen: Pen) -> Beat:
    """What comes in for what goes out; a look of owned pieces alone is said to be so."""
    if request.looks[0].owned:
        return Beat(9, pen.sentence("relook.home"))
    if is_afresh(request):
        return Beat(9, pen.sentence("relook.anew", "relook.add"))
    adds = bool(request.advice and request.advice.add)
    instead = [] if adds or leaving(request) is None else ["relook.instead"]
    return Beat(9, pen.sentence(*instead, "relook.swap", "relook.add"))
