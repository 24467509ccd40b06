"""What is asked of the suitcase that was packed last: how many of a kind it takes, if a piece has to go in, what if it
rains. Knows nothing of what is in it.
"""

from agents.house.reading.mentions import Reading
from agents.house.reading.needs import asks_need
from agents.house.reading.turn import Turn

_WISHES = ("add", "swap", "other")
_LONGEST = 16


def asks_of_case(turn: Turn) -> bool:
    """Whether something is asked of the suitcase, and nothing wished for or told anew."""
    last, r = turn.request.last, turn.reading
    if not turn.request.shown or last is None or last.trip is None or r.length > _LONGEST:
        return False
    anew = turn.place or turn.date or turn.budget or turn.owned or (turn.days and turn.days != last.days)
    asks = counts_pieces(r) or (supposes_rain(r) and not turn.asked) or asks_need(turn)
    return asks and not anew and not r.has(*_WISHES)


def counts_pieces(reading: Reading) -> bool:
    """Whether it is asked how many there should be: "how many pairs of shoes?", « combien de robes ? », 鞋带几双."""
    return reading.has("how_many_pairs") or (reading.has("how_many") and bool(reading.garments))


def supposes_rain(reading: Reading) -> bool:
    """Whether rain is only supposed: "what if it rains?", « et s'il pleut ? », 要下雨咋办."""
    return reading.has("supposes") and "rain" in reading.keys("sky")
