"""A message as it is read of whoever is dressed: what "she has" is her own where it is she."""

from agents.contracts import UnderstandRequest
from agents.house.lexicon import Lexicon
from agents.house.reading.changes import dresses_another
from agents.house.reading.mentions import Reading
from agents.house.reading.text import read
from stores.vocabulary import Brief


def read_of_whom(request: UnderstandRequest, lexicon: Lexicon) -> Reading:
    """Everything that a lexicon finds in a message."""
    reading = read(request.text, lexicon)
    if reading.has("they_own", "they_had") and _is_another(reading, request.last):
        return read(request.text, lexicon, of_another=True)
    return reading


def _is_another(reading: Reading, last: Brief | None) -> bool:
    """Whether somebody else is dressed by a turn, or goes on to be."""
    goes_on = last is not None and last.wearer == "other"
    return (goes_on or dresses_another(reading)) and not reading.has("turns_to_me", "me_again")
