"""Sets: what comes again and again."""

from collections.abc import Callable, Mapping
from typing import Any

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.lengths import Count, format_length
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.periods import WEEKEND


def make_set(match: Match, scene: Scene) -> list[Draft]:
    """Make "every two years", "each Thursday", "every other week", "Mondays"."""
    value = _value(match)
    quant = match.rule.settings.get("quant")
    why = (f"{scene.words(match)} comes again and again",)
    return [Draft(match.first, match.last, TimeType.SET, value, why, quant=quant)]


def _value(match: Match) -> str:
    """The value of the first class that is there."""
    unit = match.get("unit") or match.get("units")
    if unit == WEEKEND:
        return f"XXXX-WXX-{WEEKEND}"
    if unit is not None:
        other = 2 if "other" in match.rule.settings else 1
        count: Count = match.get("number") or match.get("some") or match.get("nth") or other
        return format_length([(count, unit)])
    part = match.get("part") or match.get("parts") or ""
    for name, form in _FORMS.items():
        if match.has(name):
            return form(match.get(name)) + part
    return f"XXXX-XX-XX{part}"


_FORMS: Mapping[str, Callable[[Any], str]] = {
    "weekday": lambda day: f"XXXX-WXX-{day + 1}",
    "weekdays": lambda day: f"XXXX-WXX-{day + 1}",
    "workday": lambda days: f"XXXX-WXX-{days}",
    "workdays": lambda days: f"XXXX-WXX-{days}",
    "month": lambda month: f"XXXX-{month:02}",
    "season": lambda season: f"XXXX-{season}",
    "holiday": lambda rule: f"XXXX-{rule}" if rule[2:3] == "-" else "P1Y",
}


def make_adverb(match: Match, scene: Scene) -> list[Draft]:
    """Make "daily", "annually"."""
    value = match.get("adverb")
    why = (f"{scene.words(match)} comes again and again",)
    value = value if value[0] == "P" else f"XXXX-XX-XX{value}"
    return [Draft(match.first, match.last, TimeType.SET, value, why)]


def make_frequency(match: Match, scene: Scene) -> list[Draft]:
    """Make "twice a month", "three times every week"."""
    unit = match.get("unit") or match.get("units")
    times = match.get("times") or match.values("number") or [match.get("some")]
    first = times[0] if isinstance(times, list) else times
    count = match.get("number") if match.has("units") else 1
    freq = f"{first}X" if isinstance(first, str) else f"{int(first)}X"
    why = (f"{scene.words(match)} comes again and again",)
    value = format_length([(count or 1, unit)])
    return [Draft(match.first, match.last, TimeType.SET, value, why, freq=freq)]
