"""The weather that a text tells in figures: the low of a day, the odds of rain, wind, sun."""

from collections.abc import Iterator
from typing import cast

from agents.house.reading.degrees import degrees_of, low_of
from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Reading
from agents.house.reading.numbers import Number, numbers
from stores.vocabulary import Figures
from tools.warmth import RAIN_CHANCE

# Kilometres an hour of one; a force of Beaufort's scale is 3.01 km/h times its power of 1.5.
_SPEEDS = {"kmh": 1.0, "mph": 1.609, "knots": 1.852, "metres_a_second": 3.6}
_BEAUFORT, _POWER, _FORCES = 3.01, 1.5, 12
_FASTEST, _STRONGEST_SUN = 400, 20
_HEAVY_MM = 15.0  # of a day on which it pours
_HIGH_UV = 8.0  # of a day of which the index is said to be high
_NEAR = 4
# The cues that stand beside a figure.
IN_FIGURES = frozenset({"low_of", "high_of", "percent", "percent_of", "beaufort", "uv", "downpour", *_SPEEDS})


def figures_of(reading: Reading) -> Figures | None:
    """What is told in figures, None where nothing is."""
    told = {key: value for _, key, value in _told(reading)}
    low = low_of(reading)
    words = {"rain_mm": _HEAVY_MM if _pours(reading) else None, "uv": _HIGH_UV if reading.has("strong_uv") else None}
    said = {"low_c": low, **words, **told}
    return Figures.model_validate(said) if any(value is not None for value in said.values()) else None


def is_unlikely(told: Figures | None) -> bool:
    """Whether rain is spoken of as hardly to be expected: "a 20 % chance of rain"."""
    return told is not None and told.rain_chance is not None and told.rain_chance < RAIN_CHANCE


def is_figure(reading: Reading, number: Number) -> bool:
    """Whether a number tells of the weather, or is a share of anything: neither is money or a size."""
    return number in degrees_of(reading) or _is_share(reading, number) or number in _told_of(reading)


def tells_figures(reading: Reading) -> bool:
    """Whether rain, wind or sun is told in figures."""
    return bool(_told_of(reading))


def _told_of(reading: Reading) -> set[Number]:
    if "figures" not in reading.read_once:
        reading.read_once["figures"] = {number for number, _, _ in _told(reading)}
    return cast(set[Number], reading.read_once["figures"])


def _told(reading: Reading) -> Iterator[tuple[Number, str, float]]:
    for number in numbers(reading):
        if number.value < 0:
            continue
        if _is_share(reading, number) and number.value <= 100 and _is_of(reading, number, "rain", "snow"):
            yield number, "rain_chance", number.value / 100
        elif (speed := _speed(reading, number)) is not None and _is_of(reading, number, "wind"):
            yield number, "wind_kmh", round(speed, 1)
        elif number.value <= _STRONGEST_SUN and _is_uv(reading, number):
            yield number, "uv", number.value


def _is_share(reading: Reading, number: Number) -> bool:
    behind = any(cue.first == number.last for cue in reading.cues.get("percent", ()))
    return behind or any(cue.last == number.first for cue in reading.cues.get("percent_of", ()))


def _speed(reading: Reading, number: Number) -> float | None:
    units = {key for key in (*_SPEEDS, "beaufort") for cue in reading.cues.get(key, ()) if cue.first == number.last}
    if "beaufort" in units and number.value <= _FORCES:
        return _BEAUFORT * float(number.value**_POWER)
    speed = next((number.value * factor for key, factor in _SPEEDS.items() if key in units), None)
    return speed if speed is not None and speed <= _FASTEST else None


def _is_of(reading: Reading, number: Number, *skies: str) -> bool:
    """Whether such a sky is spoken of in the sentence of a number."""
    ends = [i for i, word in enumerate(reading.words) if word.text in SENTENCE_ENDS]
    first = max((i for i in ends if i < number.first), default=-1)
    last = min((i for i in ends if i >= number.last), default=len(reading.words))
    return any(first < sky.first < last for sky in reading.of("sky") if sky.key in skies)


def _is_uv(reading: Reading, number: Number) -> bool:
    """Whether an index of the sun's rays stands right before a number, or behind it: "UV 11", "11 UV"."""
    cues = reading.cues.get("uv", ())
    stops = SENTENCE_ENDS | COMMAS
    return any(
        cue.first == number.last
        or (0 <= number.first - cue.last < _NEAR and not stops & {*reading.between(cue.last, number.first)})
        for cue in cues
    )


def _pours(reading: Reading) -> bool:
    return reading.has("downpour") and "rain" in reading.keys("sky")
