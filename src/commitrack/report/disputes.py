"""What reports say against a date, in words."""

from datetime import date

from commitrack.domain.standing import Standing
from commitrack.domain.when import When
from commitrack.timing.display import format_when, plain_day
from commitrack.timing.now import Now

_HALF_A_YEAR = 183


def disputed_words(standing: Standing, now: Now) -> str:
    """The contesting dates, and the words of reports that give none."""
    today = now.today()
    dates = [_report_day(dispute.when, today) for dispute in standing.disputes if dispute.when]
    words = [dispute.words for dispute in standing.disputes if not dispute.when and dispute.words]
    has_date = any(dated.when for dated in standing.dates)
    said = "also given as" if has_date else "was"
    return "; ".join(([f"{said} {_either(dates)}"] if dates else []) + words)


def near_day(day: date, today: date) -> str:
    """A day, without its year where that is less than half a year away."""
    text = plain_day(day)
    is_near = abs((day - today).days) <= _HALF_A_YEAR or day.year == today.year
    return text.removesuffix(f" {day.year}") if is_near else text


def _report_day(when: When, today: date) -> str:
    if when.first is not None and when.first == when.last:
        return near_day(when.first, today)
    return format_when(when)


def _either(words: list[str]) -> str:
    """`a, b or c`, each once."""
    once = list(dict.fromkeys(words))
    return once[0] if len(once) == 1 else f"{', '.join(once[:-1])} or {once[-1]}"
