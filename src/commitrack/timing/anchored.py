"""Anchored dates in words: how much is counted, before or after what, by which policy.

"within 10 US business days of gl-13" is taken apart here; whether `gl-13` is a commitment or a day
is for those to say who know them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from commitrack.domain.vocabulary import EventType
from commitrack.domain.when import Role
from commitrack.errors import DateError
from commitrack.timing.calendars import find_calendar
from commitrack.timing.duration_words import kind_of, pieces_of
from commitrack.timing.lexicon import lexicon, spell
from commitrack.timing.periods import Period, format_period, try_period
from commitrack.timing.policies import Policy
from commitrack.timing.quantities import quantity_at
from commitrack.timing.rules_counted import period_of

_CALENDAR = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
_MOST_WORDS = 24
_INCLUDING, _AFTER = "including", "after"
_POLICIES = {str(policy): policy for policy in Policy}
_EVENTS = frozenset(map(str, EventType))
_MOMENTS = _EVENTS | frozenset(map(str, Role))
_LONGEST_EVENT = max(event.count("_") for event in _EVENTS) + 1
_KEYS = ("at", "within", "snap", "count", "calendar")

Words = Sequence[str]


class Anchored(NamedTuple):
    """A relative date, before it is known what it counts from.

    Attributes:
        rule: the keys of its table that say how much is counted, and how.
        side: "after" or "before".
        anchor: the words of what it counts from: an id or a day.
        at: the role or the event of that commitment that is meant.
    """

    rule: Mapping[str, str]
    side: str
    anchor: str
    at: str | None = None

    @property
    def is_plain(self) -> bool:
        """Whether days are counted as everybody does, without a calendar or a policy."""
        return self.rule.keys() <= {"within"} and "business" not in self.rule.get("within", "")

    @property
    def lacks_calendar(self) -> bool:
        """Whether it counts business days, and does not say whose."""
        return "business" in self.rule.get("within", "") and "calendar" not in self.rule

    def table(self, anchor: object) -> dict[str, object]:
        """The table as the ledger holds it, counted from an id, a day or an instant."""
        keys = self.rule if self.at is None else {**self.rule, "at": self.at}
        return {self.side: anchor, **{key: keys[key] for key in _KEYS if key in keys}}


def split_anchored(text: str) -> Iterator[Anchored]:
    """The ways in which words may say what they count and from what; the likelier one first.

    >>> [(one.rule, one.anchor) for one in split_anchored("90 days after kr-us-summit")]
    [({'within': 'P90D'}, 'kr-us-summit')]

    Raises:
        DateError: the words count by a calendar that does not exist, or that changes nothing.
    """
    words, policy = _apart(text)
    if not words or len(words) > _MOST_WORDS:
        return
    if not policy:
        yield from _edged(words)
    for place in range(len(words)):
        side, length = _phrase_at(words, place, "side")
        rule = _rule(words[:place], policy, side) if length else None
        if rule is None:
            continue
        for anchor, at in _anchors(words[place + length :]):
            yield Anchored(rule, "before" if side == "before" else _AFTER, anchor, at)


def split_length(text: str) -> Anchored | None:
    """A length of time that goes by a calendar or a policy, with no word of what it counts from.

    >>> split_length("within 10 US business days").rule
    {'within': '10 business days', 'calendar': 'US'}

    Raises:
        DateError: as `split_anchored`.
    """
    words, policy = _apart(text)
    rule = _rule(words, policy, _AFTER) if 0 < len(words) <= _MOST_WORDS else None
    form = Anchored(rule or {}, _AFTER, "")
    return form if form.rule and not form.is_plain else None


def _apart(text: str) -> tuple[list[str], dict[str, str]]:
    """The words, and the policy with its calendar behind the last comma, if it is one."""
    main, comma, suffix = text.rpartition(",")
    policy = _policy(suffix) if comma else None
    return (main.split(), policy) if policy else (text.split(), {})


@cache
def _around(language: str = "en") -> Mapping[str, Mapping[str, str]]:
    """The words of the data file, by section, as `lexicon.spell` has them."""
    import tomli  # noqa: PLC0415 - only where a date is given in words

    path = Path(__file__).parent / "words" / f"{language}-anchored.toml"
    table = tomli.loads(path.read_text(encoding="utf-8"))
    return {
        section: {spell(word): value for word, value in words.items()}
        for section, words in table.items()
    }


def _phrase_at(words: Words, place: int, section: str) -> tuple[str, int]:
    """The value of the longest phrase of a section that stands there, and its length in words."""
    known = _around()[section]
    for length in (3, 2, 1):
        phrase = spell(" ".join(words[place : place + length]))
        if place + length <= len(words) and phrase in known:
            return known[phrase], length
    return "", 0


def _policy(suffix: str) -> dict[str, str] | None:
    """A policy and a calendar; None where there is something else."""
    found: dict[str, str] = {}
    for word in suffix.split():
        if word.lower() in _POLICIES:
            found["count"] = word.lower()
        elif _CALENDAR.fullmatch(word):
            found["calendar"] = word
        else:
            return None
    return found


def _edged(words: Words) -> Iterator[Anchored]:
    """`the first day of the month of X`."""
    rest = _without_small(words)
    edge, length = _phrase_at(rest, 0, "edge")
    rest = _without_small(rest[length:]) if length else []
    span, length = _phrase_at(rest, 0, "span")
    if edge and span and spell(rest[length] if len(rest) > length else "") == "of":
        for anchor, at in _anchors(rest[length + 1 :]):
            yield Anchored({"snap": f"{span}-{edge}"}, _AFTER, anchor, at)


def _without_small(words: Words) -> Words:
    start = next((n for n, word in enumerate(words) if spell(word) not in _around()["small"]), None)
    return [] if start is None else words[start:]


def _rule(words: Words, policy: Mapping[str, str], side: str) -> dict[str, str] | None:
    """How much is counted, and how; None where the words are no length of time."""
    _, lead = _phrase_at(words, 0, "lead")
    head = list(words[lead:])
    if not head:
        # "Within the summit" says nothing; "after the summit" is any day after it.
        return None if lead or policy or side not in (_AFTER, "before") else {}
    rule = _length(head)
    if rule is None:
        return None
    rule = {**rule, **policy, **({"count": "inclusive"} if side == _INCLUDING else {})}
    rule = _in_business_days(rule)
    _check_policy(rule)
    if "calendar" in rule:
        _check_calendar(rule)
    return rule


def _in_business_days(rule: dict[str, str]) -> dict[str, str]:
    """Days that are counted by the policy `business` are business days, which says the same."""
    period = try_period(rule["within"])
    if rule.get("count") != Policy.BUSINESS or period is None or period != Period(days=period.days):
        return rule
    rest = {key: value for key, value in rule.items() if key != "count"}
    return {**rest, "within": _business(period.days)}


def _business(number: int) -> str:
    return f"{number} business day{'' if number == 1 else 's'}"


def _check_policy(rule: Mapping[str, str]) -> None:
    """Refuse a policy by which such a length of time is not counted."""
    count, is_business = rule.get("count"), "business" in rule["within"]
    if count == Policy.BUSINESS:
        message = f"{count} counts days, and {rule['within']} is more than days"
        raise DateError(message, remedy="write 10 US business days")
    if is_business and count not in (None, Policy.EU1182):
        message = f"business days are not counted by {count}"
        raise DateError(message, remedy="leave the policy away, or leave `business` away")


def _check_calendar(rule: Mapping[str, str]) -> None:
    """Refuse a calendar that does not exist, or by which nothing would be counted."""
    name, count = rule["calendar"], rule.get("count", Policy.PLAIN)
    find_calendar((name,), ())
    if count == Policy.FRCP6 and name.partition("-")[0] != "US":
        message = f"{count} goes by the legal holidays of the United States, not by {name}"
        raise DateError(message, remedy=f"write {count} US, or one of its states, {count} US-CA")
    if "business" not in rule["within"] and count in (Policy.PLAIN, Policy.INCLUSIVE):
        message = f"holidays of {name} change nothing where days are counted by {count}"
        remedy = f"write 10 {name} business days, or a policy that asks for them: {Policy.EU1182}"
        raise DateError(message, remedy=f"{remedy} {name}")


def _length(words: list[str]) -> dict[str, str] | None:
    """The length of time, with whose working days it counts."""
    period = try_period(words[0]) if len(words) == 1 else None
    if period is not None:
        return {"within": format_period(period)}
    unit, rest = words[-1], words[:-1]
    is_business = bool(rest) and spell(rest[-1]) in _around()["business"]
    rest = rest[:-1] if is_business or _is_plain(rest) else rest
    number, calendar = _number(" ".join(rest)), ""
    if number is None and is_business and rest:
        # What stands there and is no number is meant to say whose they are.
        calendar = rest.pop()
        number = _number(" ".join(rest))
    period = None if number is None else _period(number, unit)
    if number is None or period is None:
        return None
    if not is_business:
        return {"within": format_period(period)}
    if period != Period(days=number):
        return None
    return {"within": _business(number), **({"calendar": calendar} if calendar else {})}


def _is_plain(words: list[str]) -> bool:
    return bool(words) and spell(words[-1]) in _around()["plain"]


def _number(text: str) -> int | None:
    pieces = pieces_of(text)
    found = quantity_at(pieces, len(pieces) - 1) if pieces else None
    return found.value if found is not None and found.first == 0 and found.value > 0 else None


def _period(number: int, unit: str) -> Period | None:
    if kind_of(spell(unit)) not in {"unit", "units"}:
        return None
    known = lexicon().words[spell(unit)]
    return period_of({"number": number, known.kind: known.value})


def _anchors(words: Words) -> Iterator[tuple[str, str | None]]:
    """What may be counted from, and the date or the event of it that is meant."""
    if not words:
        return
    yield " ".join(words), None
    for start in range(1, len(words)):
        at = _moment_after(words[start:])
        if at:
            yield " ".join(_without_small(words[:start]) or words[:start]), at
    rest = _without_small(words)
    at, length = _moment_before(rest)
    tail = rest[length:]
    named = _without_small(tail)
    if length and named and "of" in [spell(word) for word in tail[: len(tail) - len(named)]]:
        yield " ".join(named), at
    elif rest and rest != words:
        yield " ".join(rest), None


def _moment_after(words: Words) -> str:
    """What all of these words say behind a name: `takes effect`, `took_effect`, `effective`."""
    at, length = _phrase_at(words, 0, "date-when")
    if length == len(words):
        return at
    word = "_".join(spell(word) for word in words)
    return word if word in _MOMENTS else ""


def _moment_before(words: Words) -> tuple[str, int]:
    """What the first of these words say before a name, and how many they are."""
    at, length = _phrase_at(words, 0, "date-of")
    if length:
        return at, length
    sizes = range(min(len(words), _LONGEST_EVENT), 0, -1)
    names = {size: "_".join(spell(word) for word in words[:size]) for size in sizes}
    return next(((name, size) for size, name in names.items() if name in _EVENTS), ("", 0))
