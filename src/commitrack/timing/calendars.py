"""Calendars: which days a country, part of one or a list in the ledger has off, and their names.

The tables are those of the `holidays` package, imported when a calendar is named: it costs as much
as a whole start. Names are asked for in English, since it would take the reader's locale else.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from commitrack.errors import DateError
from commitrack.timing.display import WEEKDAYS, format_day

if TYPE_CHECKING:
    from holidays import HolidayBase

LISTED = "listed in the ledger"
_LETTERS = 2
_SATURDAY = 5


class Calendar(NamedTuple):
    """Days off, by one of two rules: they differ where the weekend is not Saturday and Sunday.

    Attributes:
        source: what its days are taken from, in words, with the version.
        packages: those whose holidays count together; the weekend is that of the first.
        asked: the answers given so far: a long list asks for the same days again.
    """

    source: str
    packages: "tuple[HolidayBase, ...]"
    listed: frozenset[date]
    asked: dict[date, str | None]

    def holiday(self, day: date) -> str | None:
        """The name of the holiday on that day, if it is one.

        Raises:
            DateError: the calendar does not reach that far.
        """
        if day in self.listed:
            return LISTED
        for package in self.packages:
            first, last = package.start_year, package.end_year
            if not first <= day.year <= last:
                message = f"the holidays of {format_day(day)} are not known"
                raise DateError(message, remedy=f"{self.source} reaches from {first} to {last}")
            name = package.get(day)
            if name is not None:
                return str(name)
        return None

    def legal_day_off(self, day: date) -> str | None:
        """Why that day is a holiday, a Saturday or a Sunday: the name of it, or None."""
        return self.holiday(day) or (weekday(day) if day.weekday() >= _SATURDAY else None)

    def day_off(self, day: date) -> str | None:
        """Why nobody works on that day, by the weekend of the country: the name, or None."""
        if day not in self.asked:
            self.asked[day] = self._day_off(day)
        return self.asked[day]

    def _day_off(self, day: date) -> str | None:
        if not self.packages:
            return self.legal_day_off(day)
        name = self.holiday(day)
        is_working = name is None and self.packages[0].is_working_day(day)
        return None if is_working else name or weekday(day)


def weekday(day: date) -> str:
    """The name of a day of the week."""
    return WEEKDAYS[day.weekday()]


def find_calendar(names: Sequence[str], listed: Iterable[date]) -> Calendar:
    """The calendar of a country or a part of one, with the days that the ledger lists besides.

    Args:
        names: as `US` or `GB-SCT`; the holidays of several count together.

    Raises:
        DateError: there is none of this name; the remedy names the nearest.
    """
    return _calendar(tuple(names), frozenset(listed))


@lru_cache(maxsize=16)
def _calendar(names: tuple[str, ...], days: frozenset[date]) -> Calendar:
    packages = tuple(_load(name) for name in names)
    sources = [f"{' with '.join(names)} in the package holidays {_version()}"] if names else []
    if days:
        sources.append(f"{len(days)} {'day' if len(days) == 1 else 'days'} listed in the ledger")
    return Calendar(" and ".join(sources), packages, days, {})


@lru_cache(maxsize=16)
def _load(name: str) -> "HolidayBase":
    from holidays import country_holidays  # noqa: PLC0415 - 75 ms, where a calendar is named

    country, dash, part = name.partition("-")
    known = _countries()
    if known.get(country.lower()) != country:
        nearest = _nearest(country, known)
        raise _unknown(name, nearest and f"{nearest}{dash}{part.upper()}")
    whole = country_holidays(country, language="en_US")
    if not dash:
        return whole
    if part not in whole.subdivisions:
        parts = {str(code).lower(): str(code) for code in whole.subdivisions}
        parts |= {str(name).lower(): code for name, code in whole.subdivisions_aliases.items()}
        nearest = _nearest(part, parts)
        raise _unknown(name, nearest and f"{country}-{nearest}")
    return country_holidays(country, subdiv=part, language="en_US")


def _countries() -> dict[str, str]:
    """The two letters of each country, by themselves and by its other names in small letters."""
    from holidays.registry import COUNTRIES  # noqa: PLC0415 - as above

    known: dict[str, str] = {}
    for module, (_, code, *others) in COUNTRIES.items():
        known |= dict.fromkeys((module.replace("_", " "), *(one.lower() for one in others)), code)
        known[code.lower()] = code
    return known


def _version() -> str:
    from holidays.version import __version__  # noqa: PLC0415 - as above

    return __version__


def _nearest(name: str, known: dict[str, str]) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415 - only where something is wrong

    folded = name.strip().lower()[:60]
    if len(folded) <= _LETTERS:  # any two letters are near to some country's
        return known.get(folded)
    longer = [other for other in known if folded in other]
    close = get_close_matches(folded, longer or known, n=1, cutoff=0.5)
    return known[close[0]] if close else None


def _unknown(name: str, nearest: str | None) -> DateError:
    remedy = f"did you mean {nearest}?" if nearest else "write a country, US, or a part, US-CA"
    return DateError(f"{name[:60]} is not a calendar that is known here", remedy=remedy)
