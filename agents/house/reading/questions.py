"""What is asked of a wardrobe: what hangs there, how much of it, when it was worn, what it cost, what waits for a word.

An answer needs garments and days, which a brief carries in `refers_to`: the question, then ids, `since:` and `day:`.
"""

from collections.abc import Iterator

from agents.contracts import UnderstandRequest
from agents.house.reading.closet import Closet, Sentence, closet_of, families
from agents.house.reading.confirming import answers, asks_what, asks_which, refuses
from agents.house.reading.mentions import Reading
from agents.house.reading.open import declines
from agents.house.reading.past import day_named, since_told
from stores.vocabulary import Garment

# By the cue that asks; the first that is there counts.
QUESTIONS = (
    "per_wear", "last_worn", "worn_on", "in_wash_asked", "gone_asked", "waiting_asked", "twins_asked", "most", "least",
    "unworn", "worth", "clear",
)  # fmt: skip
OF_ONE = frozenset({"per_wear", "last_worn"})
WIDE = frozenset({"unworn", "least", "most"})
ASKED = "wardrobe:"
_WISHES = ("outfit", "complete", "find")
_MOST_TO_UNDO = 4


def asked_of(reading: Reading, request: UnderstandRequest) -> list[str]:
    """What is asked of the wardrobe, and the ids of the garments that it is asked of; read once."""
    if "asked_of_wardrobe" not in reading.read_once:
        closet = closet_of(reading, request)
        reading.read_once["asked_of_wardrobe"] = _left_open(closet, request) or next(_asked(closet, request), [])
    asked: list[str] = reading.read_once["asked_of_wardrobe"]
    return asked


def _left_open(closet: Closet, request: UnderstandRequest) -> list[str]:
    """Answers to what was asked that name nothing: none of these, two and not one, there is nothing to take back."""
    if declines(closet, request):
        return [f"{ASKED}neither"]
    refused = closet.has("two_things") or (closet.has("no") and not (request.unconfirmed or request.choices))
    if request.twins and refused:
        return [f"{ASKED}two"]
    idle = not (request.undo or request.choices or request.shown or request.last)
    short = len(closet.reading.words) <= _MOST_TO_UNDO
    return [f"{ASKED}no_undo"] if idle and short and closet.has("undo") else []


def _asked(closet: Closet, request: UnderstandRequest) -> Iterator[list[str]]:
    for key in QUESTIONS:
        sentence = next((one for one in closet.sentences if one.has(key)), None)
        if sentence is not None and (asked := _of_sentence(key, closet, sentence, request)):
            yield asked
    yield from _counts(closet)
    for sentence in closet.sentences:
        if sentence.asks and sentence.named and sentence.has("in_wash"):
            yield [f"{ASKED}in_wash", *_meant(closet, sentence)]
    if asks_which(closet, request):
        yield [f"{ASKED}which"]
    if not any(answers(closet, request)):
        if closet.has("confirm_all") or asks_what(closet, request):
            yield [f"{ASKED}waiting"]
        if refuses(closet, request):
            yield [f"{ASKED}wrong"]


def _of_sentence(key: str, closet: Closet, sentence: Sentence, request: UnderstandRequest) -> list[str]:
    """The question of a cue with what it is asked of; none where the cue asks nothing here."""
    meant = _meant(closet, sentence)
    if key == "worth" and closet.reading.has("relook") and closet.reading.has("keep"):
        return []  # « Que vaut ma garde-robe ? dis-moi ce que je garde » asks for a judgement, not a sum.
    if (key in OF_ONE and not meant) or (key in WIDE and not _is_wide(closet, sentence)):
        return []
    if key in {"most", "least"} and closet.reading.of("occasion"):
        return []
    if key == "worn_on":
        day = day_named(closet.reading, sentence, request.today)
        return [f"{ASKED}worn_on", f"day:{day.isoformat()}"] if day else []
    since = since_told(closet.reading, sentence, request.today) if key in WIDE else None
    return [f"{ASKED}{key.removesuffix('_asked')}", *([f"since:{since.isoformat()}"] if since else []), *meant]


def _meant(closet: Closet, sentence: Sentence) -> list[str]:
    return list(dict.fromkeys(one.id for named in sentence.named for one in closet.meant(named)[:1]))


def _is_wide(closet: Closet, sentence: Sentence) -> bool:
    """Whether all clothes are asked about, and nothing is told: "what have I not worn for long?"."""
    return sentence.asks or (not sentence.named and closet.reading.has("question", "request", "wardrobe_show"))


def _counts(closet: Closet) -> Iterator[list[str]]:
    """How many garments there are of a kind or a colour, and whether there are any; who names a sum wants to buy."""
    if closet.wishes(*_WISHES) or closet.reading.of("occasion", "currency"):
        return
    for sentence in closet.sentences:
        described = bool(sentence.named or sentence.values)
        used = closet.reading.has("to_use")  # 我有一条牛仔裤,能用上吗
        mine = sentence.has("owns") or (sentence.has("i_own") and sentence.asks and not used)
        if sentence.has("how_many") and sentence.has("i_own") and (described or sentence.has("things")):
            yield [f"{ASKED}count", *_fitting(closet, sentence)]
        elif described and mine and not sentence.has("needs"):
            yield [f"{ASKED}owns", *_fitting(closet, sentence)]


def _fitting(closet: Closet, sentence: Sentence) -> list[str]:
    """Ids of all that fits what a sentence names; where it names no kind, what has the colour or the cloth."""
    found: list[Garment] = [one for named in sentence.named for one in closet.meant(named)]
    if not sentence.named:
        colours, keys = {*families(sentence.values)}, {one.key for one in sentence.values}
        found = [
            one
            for one in closet.garments
            if not sentence.values
            or colours & {colour.family for colour in one.colours}
            or keys & {*one.fabrics, one.pattern}
        ]
    return list(dict.fromkeys(one.id for one in found))
