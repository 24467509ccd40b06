"""What the day's weather asks of an outfit, in a sentence or two: its temperatures, and rain that is likely or said."""

from collections.abc import Sequence

from agents.contracts import LookFacts, MergeRequest
from agents.house.lexicon import load_lexicon
from agents.house.merging.beats import Beat
from agents.house.phrases import kind_of
from agents.house.prose.pen import Pen, Thing
from agents.house.prose.scene import thing
from agents.house.reading.places import place_of
from agents.house.reading.text import read
from stores.vocabulary import Sky
from tools.exposure import GLASSES, HATS, told_uv
from tools.remake import COATS
from tools.shape import SHELLS
from tools.warmth import HAT_UV, is_frozen, mean_temperature

COLD_C, COOL_C, FRESH_C, MILD_C, WARM_C, SWING_C = 10, 8, 12, 18, 25, 8
FELT_COLD_C = 14
LIKELY_RAIN = 0.4
SUN_SAID = ("sun.covered", "sun.sleeved", "sun.shaded", "sun.bare")
UNCOATED = "weather.uncoated"
RAIN_SAID, SNOW_SAID = ("rain.covered", "rain.bare"), ("rain.snow",)


def weather(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """What the day asks, once; later only what bears out the warmth that was asked for, or a sky that is news."""
    change, sky = request.brief.refinement, request.conditions
    if sky is None:
        return []
    beats = []
    told = (
        change is None
        or is_elsewhere(request)
        or change.change == ("cooler" if (sky.temp_max_c or 0) >= WARM_C else "warmer")
    )
    if told and sky.temp_min_c is not None and sky.temp_max_c is not None:
        beats.append(Beat(7, pen.sentence(*weather_keys(request, sky.temp_min_c, sky.temp_max_c))))
    if is_wet(request) and is_frozen(sky):
        beats += [Beat(7, pen.sentence("weather.snowed"))] if change is None else []
    elif is_wet(request) and (change is None or is_news("rain", RAIN_SAID, request, pen)):
        beats.append(Beat(7, pen.sentence(*rain_keys(request))))
    if is_glaring(request) and (change is None or not pen.has_said(*SUN_SAID)):
        beats.append(Beat(8, pen.sentence(*sun_keys(request), slots={"shade": shade(request)})))
    if is_uncoated(request) and not pen.has_said(UNCOATED):
        beats.append(Beat(9, pen.sentence(UNCOATED)))
    if is_news("snow", SNOW_SAID, request, pen):
        beats.append(Beat(8, pen.sentence(*SNOW_SAID)))
    return beats


def is_uncoated(request: MergeRequest) -> bool:
    """Whether a coat is refused on a cold day, and nothing goes over the look."""
    brief, sky = request.brief, request.conditions
    refused = "outer" in brief.avoid_slots or {*brief.avoid_categories} >= COATS
    cold = sky is not None and sky.temp_max_c is not None and sky.temp_max_c < COLD_C
    return refused and cold and not any(one.slot == "outer" for one in request.looks[0].pieces.values())


def is_elsewhere(request: MergeRequest) -> bool:
    """Whether this turn tells another place or day of what was asked before: "it's not in Leeds, it's in York"."""
    change, said = request.brief.refinement, read(request.text, load_lexicon(request.language))
    if change is None or change.change != "amend":
        return False
    moved = request.brief.place is not None and place_of(said) == request.brief.place
    return moved or bool(request.brief.date and said.of("month", "weekday", "day"))


def is_news(sky: Sky, keys: Sequence[str], request: MergeRequest, pen: Pen) -> bool:
    """Whether the person spoke of this sky and no reply has answered it; an umbrella that just came does."""
    if sky == "rain" and any(one.category in {"umbrella", "rain_jacket"} for one in request.brief.wanted):
        return False
    return sky in request.brief.stated_weather and not pen.has_said(*keys)


def warm_keys(look: LookFacts) -> list[str]:
    """Lists of sentences on a warm afternoon: a tailored jacket is carried, a knit comes off, a shirt is enough."""
    if any(piece.category in SHELLS for piece in look.pieces.values()):
        return ["weather.warm_jacket"]
    layered = any(piece.slot == "mid" for piece in look.pieces.values())
    return ["weather.warm", "weather.warm_layer" if layered else "weather.warm_bare"]


def fabric_keys(fabric: str, request: MergeRequest) -> list[str]:
    """Lists of clauses on a cloth; those that speak of warm or cold days only where the day is known to be one."""
    kind, mean = kind_of("fabrics", fabric), mean_temperature(request.conditions)
    felt = None if mean is None else "warm" if mean <= FELT_COLD_C else "cool" if mean >= MILD_C else None
    return [*([f"{kind}_felt"] if kind == felt else []), str(kind)]


def is_wet(request: MergeRequest) -> bool:
    return bool(request.conditions and (request.conditions.rain_chance or 0) >= LIKELY_RAIN)


def rain_keys(request: MergeRequest) -> tuple[str, str]:
    """Rain that the person spoke of is no news and has no odds."""
    return ("weather.wet_covered", "weather.wet") if "rain_chance" in request.facts else RAIN_SAID


def is_glaring(request: MergeRequest) -> bool:
    """Whether so strong a sun was told of, or is forecast, that everybody out in it covers up."""
    sky = request.conditions
    return sky is not None and not sky.indoors and not is_wet(request) and told_uv(request.brief, sky) >= HAT_UV


def shade(request: MergeRequest) -> Thing | None:
    """The hat and the sunglasses of the first look."""
    pieces = [pair for pair in request.looks[0].pieces.items() if pair[1].category in HATS | GLASSES]
    return thing(request, pieces) if pieces else None


def sun_keys(request: MergeRequest) -> tuple[str, ...]:
    sleeved = "sun:sleeves" in request.looks[0].why
    return ("sun.covered", "sun.sleeved") if sleeved else ("sun.shaded", "sun.bare")


def weather_keys(request: MergeRequest, low: float, high: float) -> list[str]:
    """Lists of sentences on the temperature, the most fitting first."""
    why, coat = request.looks[0].why, any(one.slot == "outer" for one in request.looks[0].pieces.values())
    if high < COLD_C:
        return ["weather.cold", "weather.chill"]
    keys = []
    if low < MILD_C and (high - low >= SWING_C or "warmth:layers" in why):
        keys.append("weather.layers")
    if high >= WARM_C:
        keys += ["weather.light"] if "warmth:light" in why else warm_keys(request.looks[0])
    if low < COOL_C and coat:
        keys.append("weather.layers")
    chilly = low < COOL_C or (low < FRESH_C and high < MILD_C and not coat)
    return [*keys, "weather.chill" if chilly else "weather.right" if "warmth:right" in why else "weather.mild"]
