"""Roles: which times of a clause are a commitment's dates, what for, and within which bounds."""

from collections.abc import Sequence
from datetime import date, timedelta

from commitrack.domain.candidate import DatedRole, TimeExpression, TimeType, Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.domain.when import Role, When
from commitrack.errors import DateError
from commitrack.extract.clocked import Clocked, edtf_of, interval_of
from commitrack.extract.kinds import Scene
from commitrack.timing.values import parse_value

_LOOK_BEFORE = 4


def dates_of(scene: Scene, kind: Kind | Untracked, times: Sequence[Clocked]) -> tuple[DatedRole, ...]:
    """The dates that the statement carries, one a role, the first the one that counts."""
    found: dict[Role, DatedRole] = {}
    for time in times:
        when = _when(scene, time)
        if when is not None:
            role = _role(scene, kind, _words_before(scene, time))
            found.setdefault(role, DatedRole(role, when))
    return tuple(found.values())


def _words_before(scene: Scene, time: Clocked) -> list[str]:
    tokens = scene.tokens
    at = _token_at(tokens.starts, time.expression.start)
    return tokens.lows[max(0, at - _LOOK_BEFORE) : at]


def _token_at(starts: Sequence[int], offset: int) -> int:
    from bisect import bisect_left  # noqa: PLC0415 - few sentences have a dated commitment

    return bisect_left(starts, offset)


def _role(scene: Scene, kind: Kind | Untracked, before: Sequence[str]) -> Role:
    classes = scene.lexicon.classes
    nearest = before[-2:]
    if any(low in classes["until-words"] for low in nearest):
        return Role.DUE if scene.match.rule.cue in ("until", "threat") else Role.EXPIRES
    if any(low in classes["due-before"] for low in before):
        return Role.DUE
    if kind is not Kind.MEASURE:
        return Role.DUE
    cue = scene.match.rule.cue
    if cue in ("deadline", "must", "until", "order"):
        text = scene.tokens.lows[scene.match.first : scene.end]
        return Role.EFFECTIVE if not classes["imposition-words"].isdisjoint(
            scene.tokens.lows[max(0, scene.match.first - 2) : scene.match.end]
        ) else Role.DUE if text else Role.DUE
    if cue in ("event", "schedule", "begins", "schedule-tail"):
        return Role.HAPPENS
    if not classes["ending-words"].isdisjoint(_predicate_words(scene)):
        return Role.EXPIRES
    if scene.subject.head is not None and scene.tokens.lows[scene.subject.head] in classes["events"]:
        return Role.HAPPENS
    return Role.EFFECTIVE


def _predicate_words(scene: Scene) -> list[str]:
    words = scene.tokens.lows[scene.match.first : scene.match.end]
    return words + list(scene.predicate.bases) if scene.predicate else words


def _when(scene: Scene, time: Clocked) -> When | None:
    expression = time.expression
    before = _words_before(scene, time)
    classes = scene.lexicon.classes
    if expression.type is TimeType.DURATION:
        is_within = any(low in classes["within-words"] for low in before[-2:])
        return _within(expression, scene.said) if is_within else None
    if not time.ends_after(scene.said) or expression.type is TimeType.SET:
        return None
    if before and before[-1] in classes["since-words"]:
        return None
    value = _bounded(expression, time, before, scene)
    try:
        return parse_value(value, None, expression.text) if value else None
    except DateError:
        return None


def _bounded(
    expression: TimeExpression, time: Clocked, before: Sequence[str], scene: Scene
) -> date | str | None:
    classes = scene.lexicon.classes
    last = time.last
    if last is None or time.first is None:
        return None
    if before and before[-1] in classes["before-words"]:
        day = time.first - timedelta(days=1)
        return day if day >= scene.said else None
    if expression.mod == "END":
        return last
    if before and before[-1] in classes["after-words"] and time.first != last:
        return f"{last + timedelta(days=1)}/.."
    text = edtf_of(expression.value.partition("T")[0])
    if time.first == last:
        return last
    return text if interval_of(text) and "W" not in text else f"{time.first}/{last}"


def _within(expression: TimeExpression, said: date) -> When | None:
    from commitrack.timing.periods import add_period, try_period  # noqa: PLC0415

    period = try_period(expression.value)
    if period is None:
        return None
    try:
        return parse_value(add_period(said, period), None, expression.text)
    except (DateError, OverflowError, ValueError):
        return None
