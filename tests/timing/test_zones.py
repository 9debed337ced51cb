"""Zones: which names are understood, whose zone it is, and what a clock is called."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.errors import DateError
from commitrack.timing.clock import read_clock, system_offset
from commitrack.timing.local_time import end_of_day, resolve_local, start_of_day
from commitrack.timing.places import fold, places
from commitrack.timing.zones import (
    abbreviation,
    abbreviation_fits,
    find_zone,
    offset_fits,
    place_name,
    reader_zone,
    system_zone,
    zone_info,
)
from tests.timing.clocks import attempt, now_at

TARIFF = datetime.fromisoformat("2025-08-01T00:01-04:00")


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        pytest.param("America/New_York", "America/New_York", id="an IANA name"),
        pytest.param("america/new_york", "America/New_York", id="in small letters"),
        pytest.param("AMERICA/NEW_YORK", "America/New_York", id="in capitals"),
        pytest.param("Washington", "America/New_York", id="a capital"),
        pytest.param("new york", "America/New_York", id="a city of two words"),
        pytest.param("  mexico   CITY ", "America/Mexico_City", id="spaces folded"),
        pytest.param("Brasilia", "America/Sao_Paulo", id="without its accent"),
        pytest.param("Singapore", "Asia/Singapore", id="a place before an old link"),
        pytest.param("UTC", "UTC", id="UTC"),
        pytest.param("Etc/UTC", "UTC", id="UTC by its long name"),
    ],
)
def test_a_zone_is_found_by_name_or_place(name: str, zone: str) -> None:
    assert find_zone(name) == zone


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("wasington", "did you mean Washington?"),
        ("America/New_Yrok", "did you mean America/New_York?"),
        ("Mars/Base", "write it as America/New_York"),
        ("", "write it as America/New_York"),
        ("../../etc/passwd", "write it as America/New_York"),
        ("localtime", "write it as America/New_York"),
        ("right/Asia/Seoul", "did you mean Asia/Seoul?"),
    ],
)
def test_what_is_no_zone_is_refused_with_the_nearest(name: str, remedy: str) -> None:
    with pytest.raises(DateError) as caught:
        find_zone(name)

    assert caught.value.remedy == remedy


def test_a_place_is_no_zone_of_a_ledger_but_is_named_in_the_remedy() -> None:
    with pytest.raises(DateError, match="Washington is not a time zone") as caught:
        zone_info("Washington")

    assert caught.value.remedy == "write America/New_York"


@given(st.text(max_size=300))
def test_no_name_of_a_zone_raises_anything_else(name: str) -> None:
    for found in (attempt(lambda: find_zone(name)), attempt(lambda: zone_info(name))):
        assert found.message if isinstance(found, DateError) else found is not None


def test_every_place_and_every_zone_shown_is_in_the_database() -> None:
    zones = {*places().zones.values(), *places().shown}

    assert zones <= available_timezones()
    assert len(places().zones) >= 60
    assert all(places().zones[fold(name)] == zone for zone, name in places().shown.items())


@pytest.mark.parametrize(
    ("option", "variable", "zone"),
    [
        pytest.param("Seoul", "America/New_York", "Asia/Seoul", id="the option wins"),
        pytest.param(None, "America/New_York", "America/New_York", id="the variable"),
        pytest.param(None, ":America/New_York", "America/New_York", id="with a colon"),
        pytest.param(None, "", "UTC", id="empty means UTC"),
        pytest.param(None, ":", "UTC", id="a colon alone means UTC"),
        pytest.param(None, "EST5EDT", "EST5EDT", id="an old name"),
    ],
)
def test_the_reader_s_zone(option: str | None, variable: str | None, zone: str) -> None:
    tz, name = reader_zone(option, variable)

    assert name == zone
    assert TARIFF.astimezone(tz).utcoffset() == TARIFF.astimezone(ZoneInfo(zone)).utcoffset()


@pytest.mark.parametrize("variable", ["Mars/Base", "KST-9", "nonsense", "a" * 500])
def test_a_variable_that_names_no_zone_is_a_mistake_and_not_utc(variable: str) -> None:
    with pytest.raises(DateError, match="names no time zone"):
        reader_zone(None, variable)


def test_the_system_s_zone_is_read_from_the_link(tmp_path: Path) -> None:
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Asia/Seoul")

    assert system_zone(link)[1] == "Asia/Seoul"
    assert reader_zone(None, f":{link}")[1] == "Asia/Seoul"


def test_a_system_without_a_link_keeps_its_rules_without_a_name(tmp_path: Path) -> None:
    rules = next(
        path
        for folder in ("/usr/share/zoneinfo", *__import__("tzdata").__path__)
        for path in Path(folder).rglob("America/New_York")
        if path.is_file()
    )
    copy = tmp_path / "localtime"
    copy.write_bytes(rules.read_bytes())

    tz, name = system_zone(copy)

    assert name is None
    assert abbreviation(TARIFF.astimezone(tz), None) == "EDT"


def test_a_system_with_nothing_at_all_gives_its_offset(tmp_path: Path) -> None:
    tz, name = system_zone(tmp_path / "missing")

    assert name is None
    assert read_clock().astimezone(tz).utcoffset() == read_clock().astimezone().utcoffset()
    assert read_clock().tzinfo is UTC
    assert system_offset() is not None


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("America/New_York", "Washington"),
        ("Asia/Shanghai", "Beijing"),
        ("Asia/Seoul", "Seoul"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("UTC", "UTC"),
    ],
)
def test_a_zone_is_shown_as_a_place(zone: str, name: str) -> None:
    assert place_name(zone) == name


@pytest.mark.parametrize(
    ("at", "zone", "letters"),
    [
        ("2025-08-01T00:01-04:00", "America/New_York", "EDT"),
        ("2025-11-10T00:01-05:00", "America/New_York", "EST"),
        ("2025-08-01T00:01-04:00", "Asia/Seoul", "KST"),
        ("2025-08-01T00:01-04:00", "Asia/Dubai", "UTC+4"),
        ("2025-08-01T00:01-04:00", "Asia/Kathmandu", "UTC+5:45"),
        ("2025-08-01T00:01-04:00", "UTC", "UTC"),
        ("2025-08-01T00:01-04:00", None, "UTC-4"),
    ],
)
def test_a_clock_is_called_by_its_letters_or_its_offset(
    at: str, zone: str | None, letters: str
) -> None:
    assert abbreviation(datetime.fromisoformat(at), zone) == letters


def test_edt_does_not_fit_november() -> None:
    november = datetime.fromisoformat("2025-11-10T00:01-05:00")

    assert abbreviation_fits("EDT", TARIFF, "America/New_York")
    assert not abbreviation_fits("EDT", november, "America/New_York")
    assert offset_fits(november, "America/New_York")
    assert not offset_fits(november.replace(tzinfo=TARIFF.tzinfo), "America/New_York")


@pytest.mark.parametrize(
    ("wall", "problem", "offsets"),
    [
        ("2025-03-09T02:30", "does not exist in America/New_York", "-05:00 or -04:00"),
        ("2025-11-02T01:30", "comes twice in America/New_York", "-04:00 or -05:00"),
    ],
)
def test_an_hour_that_a_change_of_clocks_skips_or_repeats_asks_for_an_offset(
    wall: str, problem: str, offsets: str
) -> None:
    with pytest.raises(DateError, match=problem) as caught:
        resolve_local(datetime.fromisoformat(wall), "America/New_York")

    assert offsets in caught.value.remedy


@pytest.mark.parametrize(
    ("zone", "local"),
    [
        ("Asia/Seoul", "2025-08-01T13:01"),
        ("America/Los_Angeles", "2025-07-31T21:01"),
        ("Pacific/Honolulu", "2025-07-31T18:01"),
    ],
)
def test_the_tariff_s_first_minute_on_other_clocks(zone: str, local: str) -> None:
    seen = now_at("2025-08-01T00:01-04:00", zone).local()

    assert seen.replace(tzinfo=None).isoformat(timespec="minutes") == local
    assert now_at("2025-08-01T00:01-04:00", zone).today() == date.fromisoformat(local[:10])


def test_today_is_another_day_in_another_zone() -> None:
    now = now_at("2025-07-08T09:00+09:00", "Asia/Seoul")

    assert now.today() == date(2025, 7, 8)
    assert now.today("America/New_York") == date(2025, 7, 7)


def test_a_day_of_25_hours_is_whole() -> None:
    tz = zone_info("America/New_York")
    start, end = start_of_day(date(2025, 11, 2), tz), end_of_day(date(2025, 11, 2), tz)

    assert end - start == timedelta(hours=25) - timedelta(microseconds=1)


def test_a_day_whose_midnight_is_skipped_starts_after_the_gap() -> None:
    start = start_of_day(date(2018, 11, 4), zone_info("America/Sao_Paulo"))

    assert start.astimezone(zone_info("America/Sao_Paulo")).hour == 1
