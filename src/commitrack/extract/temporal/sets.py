"""Sets: what comes again and again."""

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.lengths import Count, format_length
from commitrack.extract.temporal.matching import Match

_EVERY, _EACH = "EVERY", "EACH"


def make_set(match: Match, scene: Scene) -> list[Draft]:
    """Make "every two years", "each Thursday", "every other week", "Mondays"."""
    value = _value(match)
    quant = _EACH if match.has("'each") else _EVERY
    why = (f"{scene.words(match)} comes again and again",)
    return [Draft(match.first, match.last, TimeType.SET, value, why, quant=quant)]


def _value(match: Match) -> str:
    count: Count = (
        match.get("number")
        or match.get("some")
        or (2 if "other" in match.rule.settings else match.get("nth") or 1)
    )
    part = match.get("part") or match.get("parts") or ""
    unit = match.get("unit") or match.get("units")
    if unit is not None:
        return format_length([(count, unit)])
    if match.has("weekday") or match.has("weekdays"):
        day = match.get("weekday") if match.has("weekday") else match.get("weekdays")
        return f"XXXX-WXX-{day + 1}{part}"
    if match.has("workdays"):
        return f"XXXX-WXX-{match.get('workdays')}"
    if match.has("month"):
        return f"XXXX-{match.get('month'):02}"
    if match.has("season"):
        return f"XXXX-{match.get('season')}"
    if match.has("holiday"):
        return f"XXXX-{match.get('holiday')}" if match.get("holiday")[2:3] == "-" else "P1Y"
    return f"XXXX-XX-XX{part}"


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
