"""What comes after what was dressed for, on the same day: "and then a concert", « après on va dîner », 之后去看电影."""

from agents.contracts import UnderstandRequest
from agents.house.reading.mentions import Reading
from agents.house.reading.pointing import last_turn
from agents.house.reading.whether import is_put
from stores.vocabulary import Brief
from tools.events import read_event

# Who asks for something asks for another outfit: "and for the party after, something short".
_ASKS = ("outfit", "find", "request", "swap", "other", "another", "to_wear", "opinion", "like")
_FOR = frozenset({"for", "pour", "给", "为"})


def goes_on(reading: Reading, request: UnderstandRequest) -> bool:
    """Whether a turn is of what the day goes on with after what an outfit was for."""
    outfits = any(row.look.kind == "outfit" for row in last_turn(request.shown))
    packed = request.last is not None and request.last.trip is not None
    named = bool(reading.of("occasion")) or (reading.has("elsewhere") and only_tells(reading))
    return outfits and not packed and named and not reading.garments and reading.has("afterwards")


def only_tells(reading: Reading) -> bool:
    """Whether what comes then is but told, and nothing wanted for it."""
    wished = reading.apart("give_me", reading.cues.get("going", []))
    return not (is_put(reading) or wished or reading.has(*_ASKS) or _is_asked_for(reading))


def sees_through(last: Brief | None, after: str | None) -> bool:
    """Whether what is right for one occasion can be right for the next: how dressed the two are meets."""
    if last is None or last.occasion is None or after is None:
        return False
    (low, high), (least, most) = (read_event(one).formality for one in (last.occasion, after))
    return max(low, least) < min(high, most)


def _is_asked_for(reading: Reading) -> bool:
    """Whether the occasion is what something is wanted for: "and for the dinner after"."""
    passed = reading.lexicon.grammar.articles
    return any({reading.word(m.first - 1), *_second(reading, m.first, passed)} & _FOR for m in reading.of("occasion"))


def _second(reading: Reading, first: int, passed: frozenset[str]) -> set[str]:
    return {reading.word(first - 2)} if reading.word(first - 1) in passed else set()
