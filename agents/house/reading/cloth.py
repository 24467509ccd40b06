"""Whether a text asks if a cloth is right for a season, a month or an occasion: "is linen ok in May?", 亚麻适合秋天吗.

A cloth that a piece is of is that piece's, and a wish for it is no question.
"""

from typing import NamedTuple

from agents.house.reading.dates import season_of
from agents.house.reading.mentions import Reading
from agents.house.reading.occasions import occasion_of, trade_of
from agents.house.reading.whether import is_put
from stores.vocabulary import Season

_WISHES = ("outfit", "find", "give_me", "other", "add", "complete", "preview")
# A season by how it feels, where only that is said: "is silk ok in the heat?".
_FELT: dict[str, Season] = {"hot": "summer", "cold": "winter", "snow": "winter"}


class ClothAsked(NamedTuple):
    """A cloth with what it is asked of."""

    fabric: str
    season: Season | None
    occasion: str | None
    trade: str | None
    rain: bool = False
    dated: bool = False


def cloth_asked(reading: Reading) -> ClothAsked | None:
    """The cloth that a question is about, and for when or for what; None for any other text."""
    fabrics = reading.keys("fabric")
    aside = reading.has(*_WISHES) or reading.of("colour", "currency") or len(reading.garments) > 1
    occasion = occasion_of(reading)
    dated = bool(reading.of("month")) and not occasion
    if len(fabrics) != 1 or aside or not (_is_asked(reading) or (dated and is_put(reading))):
        return None
    felt = next((season for sky, season in _FELT.items() if sky in reading.keys("sky")), None)
    season = season_of(reading) or (None if occasion else felt)
    rain = "rain" in reading.keys("sky") and not occasion
    # Of a piece only its season is asked so: "can I wear a velvet dress in summer?".
    if not (season or occasion or rain or dated) or (
        reading.garments and (occasion or not reading.has("fitting", "verdict"))
    ):
        return None
    return ClothAsked(fabrics[0], season, occasion, trade_of(reading, occasion), rain, dated and not season)


def _is_asked(reading: Reading) -> bool:
    """Whether it is asked at all, and not only wished for with a question mark: « du lin pour un mariage ? »."""
    opened = bool(reading.opening("may_one") or reading.opening("question"))
    judged = reading.has("verdict", "fitting", "excess", "too_much") and reading.lexicon.language != "en"
    return opened or (is_put(reading) and (judged or reading.lexicon.language == "zh"))
