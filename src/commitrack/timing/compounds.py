"""Compounds: several tokens that make one number, one length of time, or one named day."""

import re
from collections.abc import Callable, Sequence

from commitrack.timing.notations import whole_year
from commitrack.timing.periods import Period
from commitrack.timing.rules_counted import period_of
from commitrack.timing.tokens import Token

_TEN, _HUNDRED = 10, 100
_MONTHS_OF_YEAR = 12
_SHORT = 2
# "End of year 2027": what may stand before a unit that only names what follows.
_LEADS = frozenset({"of", "in", "during"})
# From long to short, as a length of several units is told.
_UNITS = "tyqmfwdh"

Compound = tuple[list[Token], int]


def compound(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with "twenty-four" as 24, "2 weeks and 3 days" as one period, and so on.

    Each makes one pass, since a number is part of a period and a period of more.
    """
    made = list(tokens)
    for make in _PASSES:
        rest, made = made, []
        place = 0
        while place < len(rest):
            found = make(rest[place:], made)
            new, used = found or ([rest[place]], 1)
            made += new
            place += used
    return made


def _feast(tokens: list[Token], _before: list[Token]) -> Compound | None:
    """`Christmas Eve` as 24 December."""
    one = tokens[0]
    if one.kind != "feast":
        return None
    month, day = (int(part) for part in str(one.value).split("-"))
    return [one._replace(kind="number", value=day), one._replace(kind="month", value=month)], 1


def _latter(tokens: list[Token], _before: list[Token]) -> Compound | None:
    """`the latter half`, which is the second."""
    is_half = [token.kind for token in tokens[:2]] == ["latter", "halves"]
    return ([tokens[0]._replace(kind="nth"), tokens[1]], 2) if is_half else None


def _final(tokens: list[Token], _before: list[Token]) -> Compound | None:
    """`final Friday of August`, which is its last; alone it would be one that is past."""
    match = re.match("final (weekday|unit|number units) (of|in) ", _kinds(tokens))
    return None if match is None else ([tokens[0]._replace(kind="last")], 1)


def _number(tokens: list[Token], _before: list[Token]) -> Compound | None:
    """`twenty-four`, `twenty-fourth`."""
    one, two = tokens[0], tokens[1] if len(tokens) > 1 else tokens[0]
    if one.kind != "number" or two.kind not in {"number", "nth"} or two is one:
        return None
    tens, ones = _spelled(one), _spelled(two)
    if tens is None or ones is None or tens % _TEN or not tens > _TEN or not 0 < ones < _TEN:
        return None
    return [_joined(tokens[:2], two.kind, tens + ones)], 2


def _hundreds(tokens: list[Token], _before: list[Token]) -> Compound | None:
    """`one hundred and eighty`, `a hundred`."""
    match = re.match("(number |one )hundred ((and )?number )?", _kinds(tokens))
    if match is None:
        return None
    used = match[0].count(" ")
    many, few = _spelled(tokens[0]), _spelled(tokens[used - 1]) if match[2] else 0
    if few is None or few >= _HUNDRED:
        few, used = 0, 2
    if many is None or not 0 < many < _TEN:
        return None
    return [_joined(tokens[:used], "number", many * _HUNDRED + few)], used


def _twice(tokens: list[Token], _before: list[Token]) -> Compound | None:
    """`thirty (30)`: the same number in words and in figures."""
    one, two = tokens[0], tokens[1] if len(tokens) > 1 else tokens[0]
    if one.kind != "number" or two.kind != "number" or _spelled(one) is None:
        return None
    is_same = one.value == two.value and two.text.isdigit()
    return ([_joined(tokens[:2], "number", one.value)], 2) if is_same else None


def _half_more(tokens: list[Token], _before: list[Token]) -> Compound | None:
    """`a year and a half`, `two and a half years`, `half a year`."""
    match = re.match(
        "(number|one) units? and one halves |(number|one) and one halves units? |halves one unit ",
        _kinds(tokens),
    )
    if match is None:
        return None
    values = {token.kind: token.value for token in tokens[: match[0].count(" ")]}
    number = 0 if tokens[0].kind == "halves" else tokens[0].value
    if values.get("unit", values.get("units")) != "y" or not isinstance(number, int):
        return None
    period = Period(months=number * _MONTHS_OF_YEAR + _MONTHS_OF_YEAR // 2)
    used = match[0].count(" ")
    return [_joined(tokens[:used], "period", period)], used


def _lengths(tokens: list[Token], _before: list[Token]) -> Compound | None:
    """`2 weeks and 3 days`, `1 year 2 months`: from long to short."""
    match = re.match("((number|one) units? )((and )?(number|one) units? )+", _kinds(tokens))
    if match is None:
        return None
    used = match[0].count(" ")
    numbers = [token for token in tokens[:used] if token.kind in {"number", "one"}]
    units = [token for token in tokens[:used] if token.kind in {"unit", "units"}]
    ranks = [_UNITS.find(str(token.value)) for token in units]
    if ranks != sorted(set(ranks)) or not all(token.value for token in numbers):
        return None
    pairs = zip(numbers, units, strict=True)
    periods = [period_of({"number": one.value, "units": two.value}) for one, two in pairs]
    total = Period(*(sum(part) for part in zip(*periods, strict=True)))
    return [_joined(tokens[:used], "period", total)], used


def _filler(tokens: list[Token], before: list[Token]) -> Compound | None:
    """`the month of August`, `the year 2030`, where the name alone says as much."""
    match = re.match("(the )?unit (of )?(?=(month|year) )", _kinds(tokens))
    is_named = match is not None and (match[1] or not before or before[-1].kind in _LEADS)
    if match is None or not is_named:
        return None
    used = match[0].count(" ")
    unit = tokens[1 if match[1] else 0].value
    is_month = unit == "m" and match[2] and match[3] == "month"
    return ([], used) if is_month or (unit == "y" and match[3] == "year") else None


def _day_beside(tokens: list[Token], before: list[Token]) -> Compound | None:
    """`the day after 1 August` is one day after it."""
    match = re.match("(the )?unit (?=(after|before) .)", _kinds(tokens))
    if match is None or (not match[1] and before):
        return None
    used = match[0].count(" ")
    unit = tokens[used - 1]
    if unit.value != "d":
        return None
    return [unit._replace(kind="number", value=1), unit], used


def _short_year(tokens: list[Token], before: list[Token]) -> Compound | None:
    """`1 Aug 25` at the end of the words, and `3Q25`."""
    one, last = tokens[0], before[-1] if before else None
    if one.kind != "number" or last is None or not (one.text.isdigit() and len(one.text) == _SHORT):
        return None
    if last.kind == "part" and last.end == one.start:
        return [one._replace(kind="year", value=whole_year(one.text, int(one.text)))], 1
    is_day = [token.kind for token in before[-2:]] == ["number", "month"] and len(tokens) == 1
    return ([one._replace(kind="yy")], 1) if is_day else None


_PASSES: tuple[Callable[[list[Token], list[Token]], Compound | None], ...] = (
    _feast,
    _latter,
    _final,
    _number,
    _hundreds,
    _twice,
    _half_more,
    _lengths,
    _filler,
    _day_beside,
    _short_year,
)


def _spelled(token: Token) -> int | None:
    """The value of a number in words; None of one in figures."""
    is_word = isinstance(token.value, int) and not token.text[:1].isdigit()
    return int(str(token.value)) if is_word else None


def _joined(tokens: Sequence[Token], kind: str, value: object) -> Token:
    text = " ".join(token.text for token in tokens)
    return Token(kind, value, text, tokens[0].start, tokens[-1].end)


def _kinds(tokens: Sequence[Token]) -> str:
    return "".join(f"{token.kind} " for token in tokens)
