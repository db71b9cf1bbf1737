"""Clocks of places and named zones, held against the time zone database where the machine has it."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest

from tui.language.zones import ahead, clock_at, clock_of, timed_places


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ("Paris", "Europe/Paris"),
        ("London", "Europe/London"),
        ("Athens", "Europe/Athens"),
        ("New York", "America/New_York"),
        ("Chicago", "America/Chicago"),
        ("Phoenix", "America/Phoenix"),
        ("Los Angeles", "America/Los_Angeles"),
        ("Sydney", "Australia/Sydney"),
        ("Auckland", "Pacific/Auckland"),
        ("Mumbai", "Asia/Kolkata"),
        ("Kathmandu", "Asia/Kathmandu"),
        ("Tehran", "Asia/Tehran"),
        ("Tokyo", "Asia/Tokyo"),
        ("Cairo", "Africa/Cairo"),
        ("Moscow", "Europe/Moscow"),
        ("Caracas", "America/Caracas"),
        ("Santiago", "America/Santiago"),
    ],
)
def test_places_stand_as_the_database_says(place: str, zone: str) -> None:
    try:
        known = ZoneInfo(zone)
    except ZoneInfoNotFoundError:
        pytest.skip("no time zone database")
    for year in (1998, 2005, 2013, 2023):
        for n in range(0, 365, 5):
            day = date(year, 1, 1) + timedelta(n)
            offset = datetime(day.year, day.month, day.day, 12, tzinfo=UTC).astimezone(known).utcoffset() or timedelta()
            minutes = round(offset.total_seconds() / 60)
            assert minutes in ahead(clock_at(place), clock_of("GMT"), (day,)), day


def test_a_place_and_a_zone_stand_apart_by_season() -> None:
    assert ahead(clock_at("Paris"), clock_of("ET"), (date(2013, 9, 9),)) == {360}
    assert ahead(clock_at("Paris"), clock_of("ET"), (date(2013, 3, 20),)) == {300}


def test_places_are_found_as_they_come() -> None:
    assert list(timed_places("From New York to Paris, not Parisian.")) == ["New York", "Paris"]
