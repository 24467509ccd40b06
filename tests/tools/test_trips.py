import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.house.phrases import load_table
from stores.vocabulary import TripEvent
from tools.trips import MOST_DAYS, USUAL_DAYS, WASHED_AFTER, day_of, load_packing, plan_stops


def event(occasion, times=None):
    return TripEvent(occasion=occasion, times=times)


def days_of(stops, occasion):
    return [day for stop in stops if stop.occasion == occasion for day in stop.days]


def test_a_hike_takes_a_day_and_a_dinner_an_evening():
    stops = plan_stops([event("dinner", 1), event("hike", 1)], 5)
    assert days_of(stops, "hike") == [3]
    assert days_of(stops, "city_trip") == [1, 2, 4, 5]
    assert days_of(stops, "dinner")[0] in {1, 2, 4, 5}
    assert len(stops) == 6


def test_a_conference_is_the_trip_and_one_meeting_is_not():
    assert {stop.occasion for stop in plan_stops([event("conference")], 3)} == {"conference"}
    assert day_of([event("business_meeting", 1)]) == "city_trip"


def test_a_beach_fills_every_second_day():
    stops = plan_stops([event("beach")], 6)
    assert len(days_of(stops, "beach")) == len(days_of(stops, "city_trip")) == 3


def test_one_suitcase_has_one_look_to_swim_in():
    stops = plan_stops([event("beach", 3), event("pool", 2)], 6)
    assert [stop.occasion for stop in stops if stop.occasion in load_packing().swim] == ["beach", "pool"]
    assert (len(days_of(stops, "beach")), len(days_of(stops, "pool"))) == (3, 2)


def test_nothing_is_said_and_it_is_a_long_weekend_in_town():
    assert [stop.days for stop in plan_stops([], None)] == [(day,) for day in range(1, USUAL_DAYS + 1)]


def test_after_a_week_the_looks_come_again():
    stops = plan_stops([], 10)
    assert len(stops) == WASHED_AFTER
    assert stops[0].days == (1, 8)


@given(
    trip=st.lists(
        st.builds(TripEvent, occasion=st.sampled_from(["dinner", "hike", "wedding", "beach", "office", "travel"]),
                  times=st.none() | st.integers(1, 9)),
        max_size=4,
    ),
    days=st.integers(1, 100),
)  # fmt: skip
def test_every_day_has_one_look_and_none_lies_outside(trip, days):
    stops = plan_stops(trip, days)
    last = min(days, MOST_DAYS)
    whole = [day for stop in stops if stop.occasion not in load_packing().beside for day in stop.days]
    assert sorted(whole) == list(range(1, last + 1))
    assert all(1 <= day <= last for stop in stops for day in stop.days)


@pytest.mark.parametrize("name", ["lasting", "often", "beside", "plain", "swim", "heated"])
def test_the_table_names_occasions_that_there_are(name):
    assert getattr(load_packing(), name) <= set(load_table("names_en")["occasions"])
