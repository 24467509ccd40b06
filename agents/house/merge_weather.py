"""What the day's weather asks of an outfit, in a sentence or two: its temperatures, and rain that is likely or said."""

from collections.abc import Sequence

from agents.contracts import MergeRequest
from agents.house.merge_beats import Beat
from agents.house.prose_pen import Pen
from stores.vocabulary import Sky

COLD_C, COOL_C, MILD_C, WARM_C, SWING_C = 10, 8, 18, 25, 8
LIKELY_RAIN = 0.4
RAIN_SAID, SNOW_SAID = ("rain.covered", "rain.bare"), ("rain.snow",)


def weather(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """What the day asks, once; later only what bears out the warmth that was asked for, or a sky that is news."""
    change, sky = request.brief.refinement, request.conditions
    if sky is None:
        return []
    beats = []
    told = change is None or change.change == ("cooler" if (sky.temp_max_c or 0) >= WARM_C else "warmer")
    if told and sky.temp_min_c is not None and sky.temp_max_c is not None:
        beats.append(Beat(7, pen.sentence(*weather_keys(request, sky.temp_min_c, sky.temp_max_c))))
    if is_wet(request) and (change is None or is_news("rain", RAIN_SAID, request, pen)):
        beats.append(Beat(7, pen.sentence(*rain_keys(request))))
    if is_news("snow", SNOW_SAID, request, pen):
        beats.append(Beat(8, pen.sentence(*SNOW_SAID)))
    return beats


def is_news(sky: Sky, keys: Sequence[str], request: MergeRequest, pen: Pen) -> bool:
    """Whether the person spoke of this sky and no reply has answered it."""
    return sky in request.brief.stated_weather and not pen.has_said(*keys)


def is_wet(request: MergeRequest) -> bool:
    return bool(request.conditions and (request.conditions.rain_chance or 0) >= LIKELY_RAIN)


def rain_keys(request: MergeRequest) -> tuple[str, str]:
    """Rain that the person spoke of is no news and has no odds."""
    return ("weather.wet_covered", "weather.wet") if "rain_chance" in request.facts else RAIN_SAID


def weather_keys(request: MergeRequest, low: float, high: float) -> list[str]:
    """Lists of sentences on the temperature, the most fitting first."""
    why = request.looks[0].why
    if high < COLD_C:
        return ["weather.cold", "weather.chill"]
    keys = []
    if low < MILD_C and (high - low >= SWING_C or "warmth:layers" in why):
        keys.append("weather.layers")
    if high >= WARM_C:
        keys += ["weather.light"] if "warmth:light" in why else ["weather.warm", "weather.warm_bare"]
    return [*keys, "weather.chill" if low < COOL_C else "weather.right" if "warmth:right" in why else "weather.mild"]
