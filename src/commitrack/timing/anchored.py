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
        at = {} if self.at is None else {"at": self.at}
        return {self.side: anchor, **at, **self.rule}


def split_anchored(text: str) -> Iterator[Anchored]:
    """The ways in which words may say what they count and from what; the likelier one first.

    >>> [(one.rule, one.anchor) for one in split_anchored("90 days after kr-us-summit")]
    [({'within': 'P90D'}, 'kr-us-summit')]

    Raises:
        DateError: the words count by a calendar that does not exist.
    """
    main, _, suffix = text.partition(",")
    policy = _policy(suffix)
    words = main.split()
    if policy is None or not words or len(words) > _MOST_WORDS:
        return
    edged = _edged(words)
    if edged is not None and not suffix:
        yield edged
    for place in range(len(words)):
        side, length = _phrase_at(words, place, "side")
        rule = _rule(words[:place], policy, side) if length else None
        if rule is None:
            continue
        anchor, at = _anchor(words[place + length :])
        if anchor:
            yield Anchored(rule, "before" if side == "before" else _AFTER, anchor, at)


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
    """The policy and the calendar behind a comma; None where there is something else."""
    found: dict[str, str] = {}
    for word in suffix.split():
        if word in _POLICIES:
            found["count"] = word
        elif _CALENDAR.fullmatch(word):
            found["calendar"] = word
        else:
            return None
    return found


def _edged(words: Words) -> Anchored | None:
    """`the first day of the month of X`."""
    rest = _without_small(words)
    edge, length = _phrase_at(rest, 0, "edge")
    rest = _without_small(rest[length:]) if length else []
    span, length = _phrase_at(rest, 0, "span")
    if not edge or not span or spell(rest[length] if len(rest) > length else "") != "of":
        return None
    anchor, at = _anchor(rest[length + 1 :])
    return Anchored({"snap": f"{span}-{edge}"}, _AFTER, anchor, at) if anchor else None


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
    if "calendar" in rule:
        find_calendar((rule["calendar"],), ())
    return rule


def _length(words: list[str]) -> dict[str, str] | None:
    """The length of time, with whose working days it counts."""
    period = try_period(words[0]) if len(words) == 1 else None
    if period is not None:
        return {"within": format_period(period)}
    unit, rest = words[-1], words[:-1]
    is_business = bool(rest) and spell(rest[-1]) in _around()["business"]
    rest = rest[: len(rest) - 1] if is_business or _is_plain(rest) else rest
    calendar = rest.pop() if is_business and rest and _CALENDAR.fullmatch(rest[-1]) else None
    number = _number(" ".join(rest))
    if number is None:
        return None
    period = _period(number, unit)
    if period is None:
        return None
    if not is_business:
        return {"within": format_period(period)}
    if period != Period(days=number):
        return None
    within = f"{number} business day{'' if number == 1 else 's'}"
    return {"within": within, **({"calendar": calendar} if calendar else {})}


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


def _anchor(words: Words) -> tuple[str, str | None]:
    """What is counted from, and the date or the event of it that is meant."""
    text = " ".join(words)
    for start in range(1, len(words)):
        at, length = _phrase_at(words, start, "date-when")
        if length and start + length == len(words):
            return " ".join(words[:start]), at
    rest = _without_small(words)
    at, length = _phrase_at(rest, 0, "date-of")
    event = spell(rest[0]) if rest else ""
    if not length and event in _EVENTS:
        at, length = event, 1
    tail = rest[length:]
    named = _without_small(tail)
    if length and named and "of" in [spell(word) for word in tail[: len(tail) - len(named)]]:
        return " ".join(named), at
    return text, None
