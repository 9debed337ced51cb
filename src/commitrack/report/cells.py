"""One item in three cells: its date, its countdown, its words; two lines or more each."""

from datetime import date

from rich.text import Text

from commitrack.domain.vocabulary import Kind, Outcome
from commitrack.domain.when import Basis, Precision, Role, When, day_of
from commitrack.report.disputes import disputed_words, near_day
from commitrack.report.harmless import harmless
from commitrack.report.words import (
    anchor_words,
    closed_words,
    condition_words,
    default_words,
    is_running,
    move_words,
    outcome_words,
    parties,
    plural,
    support_words,
)
from commitrack.timing.countdown import countdown_words, long_ago_words, today_of
from commitrack.timing.display import (
    MONTHS,
    WEEKDAYS,
    format_clock,
    format_when,
    own_clock,
    plain_day,
    short_day,
)
from commitrack.timing.now import Now
from commitrack.timing.reckoning import Item, Section
from commitrack.timing.zones import abbreviation, place_name

DATE_WIDTH, COUNT_WIDTH = 15, 13
SECOND = "dim"
"""The style of what stands below the first line."""

_LOOK = "yellow"
_INDENT = "  "
_PRECISION_WORDS = {
    Precision.INSTANT: "",
    Precision.DAY: "",
    Precision.MONTH: "month only",
    Precision.QUARTER: "quarter",
    Precision.HALF: "half-year",
    Precision.SEASON: "season",
    Precision.YEAR: "year only",
    Precision.RANGE: "range",
    Precision.OPEN: "open-ended",
}


def item_cells(item: Item, now: Now) -> tuple[Text, Text, Text]:
    """Date, countdown and words of one item; each a few lines."""
    when = item.date.when if item.date else None
    if item.section is None:
        left, middle = _closed_cells(item, when)
    elif item.date is None or when is None:
        left, middle = _undated_cells(item, now)
    else:
        left, middle = _dated_cells(item, when, now)
    left = [_INDENT + left[0], *(_INDENT * 2 + line for line in left[1:])]
    count = Text().append(middle[0], style=_count_style(item))
    for line in middle[1:]:
        count.append(f"\n{line}", style=SECOND)
    return Text("\n").join(_styled(left)), count, _words(item, now)


def _closed_cells(item: Item, when: When | None) -> tuple[list[str], list[str]]:
    """What became of it, and how far off its date."""
    left = [_short_when(when), _precision_words(when)] if when else ["never dated"]
    words = [outcome_words(item.standing), closed_words(item)]
    return left, list(dict.fromkeys(words))


def _styled(lines: list[str]) -> list[Text]:
    return [Text(line, style="" if n == 0 else SECOND) for n, line in enumerate(lines)]


def _count_style(item: Item) -> str:
    if item.section is Section.LATE:
        return "red"
    is_look = item.section is Section.UNDATED and item.date is None and _is_review_past(item)
    return _LOOK if is_look else ""


def _dated_cells(item: Item, when: When, now: Now) -> tuple[list[str], list[str]]:
    if not when.is_dated:
        return ["waits", ""], ["not yet dated"]
    role = item.date.role if item.date else Role.DUE
    left = [_short_when(when), _precision_words(when)]
    middle = [_brief(countdown_words(when, role, now))]
    if item.is_waiting:
        middle = ["waits", "condition"]
    elif item.awaits_verdict and when.last is not None:
        middle = [long_ago_words(when.last, today_of(when, now)), "upheld?"]
    elif item.section is Section.LATE and role is not Role.DUE:
        middle = [_brief_past(countdown_words(when, role, now)), _PAST_WORDS[role]]
    elif item.section is Section.LATE and when.basis is Basis.DEFAULT:
        middle = [_brief(countdown_words(when, role, now).removesuffix(_OUR_TERM)), "our own term"]
    elif when.at is not None:
        middle.append(_local_clock(when, now))
    return left, middle


_OUR_TERM = " past our own term"
_PAST_WORDS = {
    Role.EFFECTIVE: "not confirmed",
    Role.EXPIRES: "end unconfirmed",
    Role.HAPPENS: "was planned",
    Role.DUE: "late",
}


def _brief(words: str) -> str:
    """A countdown in a narrow column: `in 24 days` is `24 days`; the heading says the rest."""
    short = words.removeprefix("in ")
    if len(short) > COUNT_WIDTH:
        short = short.replace(" to ", "-")
    return short if len(short) <= COUNT_WIDTH else "not yet dated"


def _brief_past(words: str) -> str:
    """`passed 2 days ago, not confirmed` is `2 days ago`."""
    numbers = words.partition(",")[0].removesuffix(" ago").split(" ")
    start = next((n for n, word in enumerate(numbers) if word[0].isdigit()), 0)
    return " ".join(numbers[start:]) + " ago"


def _short_when(when: When) -> str:
    about = "~ " if when.approximate else ""
    if when.precision in (Precision.INSTANT, Precision.DAY) and when.first is not None:
        return about + plain_day(when.first)
    text = format_when(when)
    return text if len(text) <= DATE_WIDTH - len(_INDENT) else about + _two_ends(when)


def _two_ends(when: When) -> str:
    """A long interval, cut to its months or days."""
    first, last = when.first, when.last
    if first is None or last is None:
        return "open" if first is None and last is None else plain_day(first or last or date.max)
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1][:3]}-{last.day} {MONTHS[last.month - 1][:3]}"
    return "-".join(f"{MONTHS[day.month - 1][:3]} {day.year % 100:02}" for day in (first, last))


def _precision_words(when: When) -> str:
    if when.at is not None:
        local = own_clock(when, when.at)
        return f"{format_clock(local.time())} {abbreviation(when.at, when.zone)}"
    if when.precision is Precision.DAY and when.first is not None:
        return WEEKDAYS[when.first.weekday()][:3]
    return _PRECISION_WORDS[when.precision]


def _local_clock(when: When, now: Now) -> str:
    """The reader's clock, where it differs from the date's own."""
    if when.at is None or now.zone == when.zone:
        return ""
    local = when.at.astimezone(now.tz)
    if local.utcoffset() == own_clock(when, when.at).utcoffset():
        return ""
    place = place_name(now.zone) if now.zone else "your time"
    day = "" if local.date() == when.first else f" {local.day} {MONTHS[local.month - 1][:3]}"
    return f"{format_clock(local.time())}{day} {place}"


def _undated_cells(item: Item, now: Now) -> tuple[list[str], list[str]]:
    today = now.today()
    if item.date is not None and item.date.postponed is not None:
        since = day_of(item.date.postponed)
        days = plural((today - since).days, "day")
        return ["postponed", "no new date"], [days, f"since {near_day(since, today)}"]
    said = day_of(item.standing.commitment.said) if item.standing.commitment.said else None
    left = ["never dated", short_day(said, today) if said else ""]
    if _is_review_past(item) and item.review is not None:
        return left, ["LOOK AGAIN", f"since {near_day(item.review.next, today)}"]
    return left, [f"{plural((today - said).days, 'day')} old" if said else ""]


def _says_outcome(item: Item) -> bool:
    """Whether its outcome stands beside its parties; that it is open goes without saying."""
    if item.section is None:
        return False
    if item.standing.outcome is not Outcome.OPEN:
        return True
    return is_running(item.standing) and not item.awaits_verdict


def _is_review_past(item: Item) -> bool:
    return item.review is not None and item.review.days_left <= 0


def _words(item: Item, now: Now) -> Text:
    """Title, then who and how well supported, then what is contested or moved."""
    standing = item.standing
    it = standing.commitment
    facts = [it.id, parties(it.by)]
    if it.kind not in (Kind.MEASURE, Kind.PROMISE, Kind.AGREEMENT):
        facts.append(it.kind)
    facts.append(support_words(standing))
    if _says_outcome(item):
        facts.append(outcome_words(standing))
    words = Text().append(harmless(it.title), style="bold")
    words.append(f"\n{' · '.join(facts)}", style=SECOND)
    if standing.disputes:
        words.append(f"\nDISPUTED: {harmless(disputed_words(standing, now))}", style=_LOOK)
    if it.condition is not None and standing.dormant:
        words.append(f"\nonly if: {condition_words(it)}", style=SECOND)
    when = item.date.when if item.date else None
    if when is not None and when.anchor and item.section is not None:
        words.append(f"\n{harmless(anchor_words(when))}", style=SECOND)
    if when is not None and when.basis is Basis.DEFAULT and item.section is not None:
        words.append(f"\n{default_words(it)}", style=SECOND)
    moved = move_words(item.date) if item.date else ""
    if moved:
        words.append(f"\n{moved}", style=SECOND)
    return words
