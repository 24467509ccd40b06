from datetime import date

from tools.surroundings import build_read_event, build_read_weather
from tools.weather import Weather

TODAY = date(2027, 5, 3)


async def test_weather_of_a_place_and_a_month() -> None:
    tool = build_read_weather(Weather())
    winter, summer = [
        await tool.ainvoke({"place": "Oslo", "when": when, "today": TODAY}) for when in ("2028-01", "2027-07")
    ]
    assert winter.country == "NO" and winter.source == "normals"
    assert winter.temp_max_c < summer.temp_min_c
    assert await tool.ainvoke({"place": None, "when": None, "today": TODAY}) is None


async def test_a_name_of_two_places_is_that_of_the_country_given() -> None:
    tool = build_read_weather(Weather())
    there, here = [await tool.ainvoke({"place": "Brest", "today": TODAY, "country": code}) for code in (None, "FR")]
    assert (there.country, here.country) == ("BY", "FR")


async def test_an_event_takes_the_customs_of_its_country() -> None:
    tool = build_read_event()
    lyon, delhi = [await tool.ainvoke({"occasion": "wedding", "place": place}) for place in ("Lyon", "Delhi")]
    assert (lyon.occasion, delhi.occasion) == ("wedding", "indian_wedding")
    assert await tool.ainvoke({"occasion": None}) is None
