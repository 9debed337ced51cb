"""Merging: tokens that only together name a month, a quarter, a half, a week or a year."""

from collections.abc import Callable, Sequence
from datetime import date

from commitrack.errors import DateError
from commitrack.timing.anchor import Anchor
from commitrack.timing.display import format_month, short_day
from commitrack.timing.periods import Period, add_period
from commitrack.timing.tokens import Token
from commitrack.timing.weeks import week_of

_NEAR = {"last": -1, "this": 0, "next": 1}
_QUARTERS, _HALVES, _MONTHS = 4, 2, 12


def merge(tokens: Sequence[Token], anchor: Anchor) -> tuple[list[Token], list[str]]:
    """The tokens with "third quarter" as `Q3`, "next month" as its month and year; and the reasons.

    Raises:
        DateError: the calendar ends before; or a week that could be two.
    """
    merged: list[Token] = []
    reasons: list[str] = []
    rest = list(tokens)
    while rest:
        found = _part(rest) or _near(rest, anchor)
        if found is None:
            merged.append(rest.pop(0))
            continue
        new, reason, used = found
        merged += new
        reasons += [reason] if reason else []
        del rest[:used]
    return merged, reasons


Merged = tuple[list[Token], str, int]


def _part(tokens: list[Token]) -> Merged | None:
    """`third quarter`, `first half`; the half of a month is another matter."""
    one, two = tokens[0], tokens[1] if len(tokens) > 1 else tokens[0]
    if one.kind != "nth" or not isinstance(one.value, int):
        return None
    if two.value == "q" and 1 <= one.value <= _QUARTERS:
        return [_joined(one, two, "part", f"Q{one.value}")], "", 2
    if two.kind == "halves" and 1 <= one.value <= _HALVES:
        after = [token.kind for token in tokens[2:4]]
        if after[:1] == ["month"] or after == ["of", "month"] or _is_month(tokens[2:6]):
            return [_joined(one, two, "halfmonth", one.value)], "", 2
        return [_joined(one, two, "part", f"H{one.value}")], "", 2
    return None


def _is_month(tokens: list[Token]) -> bool:
    """Whether "of next month" follows."""
    rest = [token for token in tokens if token.kind not in {"of", "the"}]
    return len(rest) > 1 and rest[0].kind in _NEAR and rest[1].value == "m"


def _near(tokens: list[Token], anchor: Anchor) -> Merged | None:
    """`next month`, `this quarter`, `last year`."""
    if len(tokens) == 1 or tokens[0].kind not in _NEAR or tokens[1].kind != "unit":
        return None
    one, unit = tokens[:2]
    make = _UNITS.get(str(unit.value))
    if make is None:
        return None
    words = f"{one.text} {unit.text}"
    values, named = make(anchor.day, _NEAR[one.kind], words)
    return [_joined(one, unit, kind, value) for kind, value in values], f"{words} is {named}", 2


def _joined(one: Token, two: Token, kind: str, value: object) -> Token:
    return Token(kind, value, f"{one.text} {two.text}", one.start, two.end)


Named = tuple[list[tuple[str, object]], str]


def _week(day: date, shift: int, words: str) -> Named:
    monday = week_of(day, shift, words)
    sunday = add_period(monday, Period(days=6))
    return [("week", monday)], f"{short_day(monday, sunday)} to {short_day(sunday, day)}"


def _month(day: date, shift: int, words: str) -> Named:
    year, month = _shifted(day, shift, 1, words)
    named = format_month(date(year, month, 1))
    return [("month", month), ("year", year)], named


def _quarter(day: date, shift: int, words: str) -> Named:
    year, month = _shifted(day, shift, 3, words)
    part = f"Q{(month + 2) // 3}"
    return [("part", part), ("year", year)], f"{part} {year}"


def _year(day: date, shift: int, words: str) -> Named:
    year, _ = _shifted(day, shift, _MONTHS, words)
    return [("year", year)], str(year)


def _shifted(day: date, shift: int, months: int, words: str) -> tuple[int, int]:
    """Year and month of the day that many times so many months on."""
    years, month = divmod(day.month - 1 + shift * months, _MONTHS)
    year = day.year + years
    if not date.min.year <= year <= date.max.year:
        message = f"{words} leads beyond the calendar"
        raise DateError(message)
    return year, month + 1


_UNITS: dict[str, Callable[[date, int, str], Named]] = {
    "w": _week,
    "m": _month,
    "q": _quarter,
    "y": _year,
}
