"""The weather and event tools, as a trace shows them: typed arguments in, a reading out."""

from collections.abc import Sequence
from datetime import date

from langchain_core.tools import BaseTool, StructuredTool
from pydantic import BaseModel, Field

from stores.vocabulary import Presentation
from tools.events import EventReading, read_event
from tools.places import find_place
from tools.weather import Weather, WeatherReading


class WeatherArguments(BaseModel):
    """What the weather tool is called with."""

    place: str | None = Field(description="a city, region or country, in any of the three languages")
    when: str | None = Field(None, description="ISO date, or YYYY-MM for a month")
    today: date
    country: str | None = Field(None, description="ISO code; of places of one name its own is meant")


class EventArguments(BaseModel):
    """What the event tool is called with."""

    occasion: str | None
    culture: str | None = None
    presentation: Presentation | None = None
    place: str | None = Field(None, description="where it happens: customs differ")
    country: str | None = Field(None, description="as for the weather")
    trade: str | None = Field(None, description="what work it is, where it is about work")
    activities: list[str] = Field([], description="what is done that day besides: walking, dancing")


def build_read_weather(weather: Weather) -> BaseTool:
    async def read_weather(
        place: str | None, today: date, when: str | None = None, country: str | None = None
    ) -> WeatherReading | None:
        return await weather.read(place, when, today, country)

    return StructuredTool.from_function(
        coroutine=read_weather,
        name="read_weather",
        description="Forecast for a place and day, else its monthly normals.",
        args_schema=WeatherArguments,
    )


def build_read_event() -> BaseTool:
    async def read(
        occasion: str | None,
        *,
        culture: str | None = None,
        presentation: Presentation | None = None,
        place: str | None = None,
        country: str | None = None,
        trade: str | None = None,
        activities: Sequence[str] = (),
    ) -> EventReading | None:
        if occasion is None:
            return None
        found = find_place(place, country) if place else None
        return read_event(
            occasion,
            culture=culture,
            presentation=presentation,
            country=found.country if found else None,
            trade=trade,
            activities=activities,
        )

    return StructuredTool.from_function(
        coroutine=read,
        name="read_event",
        description="Dress code, formality and taboos of an occasion.",
        args_schema=EventArguments,
    )
