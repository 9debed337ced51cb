"""Event days: the numbered day of what happens, "the third day of the trial"."""

from datetime import date, timedelta

from commitrack.extract.temporal.calendar_dates import draft_of
from commitrack.extract.temporal.choosing import weekday_near
from commitrack.extract.temporal.drafts import Draft, Scene, show
from commitrack.extract.temporal.lexicon import Reading
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.periods import DAY, Period

_SOON = 8


def make_event_day(match: Match, scene: Scene) -> list[Draft]:
    """Make "the first day of the inquiry": the day named beside it, else when it was said."""
    is_last = match.has("rel")
    if match.has("rel") and match.get("rel")[0] >= 0:
        return []
    if match.has("number"):
        is_meant = scene.before(match) in scene.lexicon.cues["nth_leads"]  # "on day three"
    else:
        is_meant = scene.before(match) in scene.lexicon.cues["the"]
    if not is_meant or (is_last and not _is_of_event(match, scene)):
        return []
    day = _day_after(match, scene) or _day_before(match, scene) or scene.said
    why = f"{scene.words(match)} is a day of what happens: {show(day)}"
    return [draft_of(match, Period(DAY, day), why)]


def _is_of_event(match: Match, scene: Scene) -> bool:
    """Whether "the last day" is that of something, and not the day before."""
    lead = "".join(scene.tokens.words[max(0, match.first - 2) : match.first - 1])
    cues = scene.lexicon.cues
    return scene.after(match) in cues["of"] or lead in cues["on"]


def _day_after(match: Match, scene: Scene) -> date | None:
    """The day that the rest of the sentence names: "the first day of the inquiry yesterday"."""
    words, cues = scene.tokens.words, scene.lexicon.cues
    for place in range(match.last + 1, min(len(words), match.last + 1 + _SOON)):
        if words[place] in cues["stops"]:
            break
        for reading in scene.lexicon.single.get(words[place], ()):
            day = _named(reading, place, scene)
            if day is not None:
                return day
    return None


def _named(reading: Reading, place: int, scene: Scene) -> date | None:
    if reading.name == "dayword":
        return scene.said + timedelta(days=reading.value)
    is_capital = scene.tokens.text[scene.tokens.starts[place]].isupper()
    if reading.name == "weekday" and is_capital:
        return weekday_near(scene.said, reading.value, scene.direction_at(place))
    return None


def _day_before(match: Match, scene: Scene) -> date | None:
    """The day that the sentence named before."""
    return scene.day.first if scene.day and scene.is_same_sentence(match) else None
