"""Weekdays: days of the week, "today" and its like, and the parts of such days."""

from datetime import date, timedelta

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.anchors import (
    NAMED_DAY,
    REF,
    SAID,
    anchor_within,
    base_of,
    rel_of,
    story_anchor,
)
from commitrack.extract.temporal.choosing import weekday_near
from commitrack.extract.temporal.directions import Direction
from commitrack.extract.temporal.drafts import Draft, Scene, show
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.periods import DAY, WEEK, Period, around, format_period, shift

_WEEK_DAYS = 7
_MEANT = 2  # "planned for"


def at(match: Match, scene: Scene, day: date, reason: str) -> list[Draft]:
    """Make a day, or the part of it that is named."""
    part = match.get("part") or ""
    kind = TimeType.TIME if part else TimeType.DATE
    value = format_period(Period(DAY, day)) + part
    why = (f"{scene.words(match)} is {show(day)}: {reason}",)
    return [Draft(match.first, match.last, kind, value, why, period=Period(DAY, day))]


def make_dayword(match: Match, scene: Scene) -> list[Draft]:
    """Make "yesterday", "tomorrow night"."""
    base, name = base_of(scene, SAID)
    return at(match, scene, base + timedelta(days=match.get("dayword")), f"counted from {name}")


def make_tonight(match: Match, scene: Scene) -> list[Draft]:
    """Make "tonight", "last night", "overnight": a night beside when it was said."""
    count, anchor = match.get("tonight")
    is_named = anchor == REF and scene.ref is not None and scene.ref.size == DAY
    is_agent = scene.before(match) in scene.lexicon.cues["by"]  # "hurt by overnight losses"
    is_eve = is_named and scene.ref is not None and scene.ref.first > scene.said
    is_told = count < 0 and anchor == REF and not is_agent and not is_eve
    if is_told and scene.direction(match).sign > 0:
        count = 0  # "is to open overnight"
    day = base_of(scene, REF if is_named else SAID)[0] + timedelta(days=count)
    why = (f"{scene.words(match)} is the night of {show(day)}",)
    value = f"{format_period(Period(DAY, day))}TNI"
    return [Draft(match.first, match.last, TimeType.TIME, value, why)]


def make_part(match: Match, scene: Scene) -> list[Draft]:
    """Make "this morning", "the next morning", "the morning" of the day named before."""
    count, anchor = rel_of(match)
    anchor = anchor_within(match, scene, anchor)
    if anchor == REF and not (scene.ref and scene.ref.size == DAY):
        is_over = scene.day is not None and scene.day.first <= scene.said
        anchor = NAMED_DAY if is_over else SAID  # "in morning trading"
    anchor = story_anchor(match, scene, anchor)
    base, name = base_of(scene, anchor)
    if "more" in match.rule.settings:  # "the night before"
        if scene.after(match) not in scene.lexicon.cues["after_nth"]:
            return []
        count += match.rule.settings["more"]
    return at(match, scene, base + timedelta(days=count), f"counted from {name}")


def make_weekday(match: Match, scene: Scene) -> list[Draft]:
    """Make "Friday", "last Wednesday", "Monday night"."""
    return _relative(match, scene) if match.has("rel") else _bare(match, scene)


def make_weekday_of_week(match: Match, scene: Scene) -> list[Draft]:
    """Make "Monday of next week"."""
    count, anchor = rel_of(match)
    base, name = base_of(scene, anchor)
    week = shift(around(base, WEEK), WEEK, count)
    day = week.first + timedelta(days=match.get("weekday"))
    return at(match, scene, day, f"in the week counted from {name}")


def _bare(match: Match, scene: Scene) -> list[Draft]:
    weekday, said, cues = match.get("weekday"), scene.said, scene.lexicon.cues
    named = scene.ref
    if scene.before(match) in cues["brackets"] and named and named.first.weekday() == weekday:
        return at(match, scene, named.first, "the day named before")
    if named and named.size == DAY and _is_next(named.first, match, scene):
        return at(match, scene, weekday_near(named.first, weekday, Direction(1)), "the next one")
    if _is_changed(match, scene):
        both = [weekday_near(said, weekday, Direction(sign)) for sign in (1, -1)]
        return at(match, scene, min(both, key=lambda day: abs(day - said)), "the nearest one")
    direction = scene.direction(match)
    if scene.before(match) in cues["for"] and _is_meant(match, scene, direction):
        direction = Direction(1, scene.before(match))  # "a strike for Wednesday"
    if scene.before(match) in cues["beside_weak"] and not direction.is_strong:
        direction = Direction(1, scene.before(match))  # "cancelled flights through Saturday"
    is_subject = scene.before(match) in cues["sentence_ends"]  # "Friday's vote is expected to"
    is_told = direction.is_strong or (is_subject and direction.sign > 0)
    if scene.after(match) in cues["possessive"] and not is_told:
        direction = Direction(-1)  # "Friday's ruling" was made
    day = weekday_near(said, weekday, direction)
    way = "first one from" if direction.sign > 0 else "last one up to"
    because = f', because of "{direction.cue}"' if direction.cue else ""
    return at(match, scene, day, f"the {way} {show(said)}{because}")


def _is_next(named: date, match: Match, scene: Scene) -> bool:
    """Whether it follows the day named before: "Monday through Friday", "here until Tuesday"."""
    joint, cues = scene.joined_to(match), scene.lexicon.cues
    if joint in cues["joining_later"]:
        return True
    is_end = scene.before(match) in cues["until"] and scene.is_same_sentence(match)
    return named > scene.said and (is_end or joint != "")


def _is_meant(match: Match, scene: Scene, direction: Direction) -> bool:
    """Whether what is for that day is to come: no verb speaks against it, or it was called."""
    if not direction.cue or not direction.sign:
        return not direction.cue  # "originally set for Sunday" leaves it open
    return scene.is_called(match)


def _is_changed(match: Match, scene: Scene) -> bool:
    """Whether what was meant for a day came to something else: "set for Sunday was put off"."""
    words, cues = scene.tokens.words, scene.lexicon.cues
    is_meant = scene.before(match) in cues["for"] and match.first > 1
    is_meant = is_meant and words[match.first - _MEANT] in cues["future_before_for"]
    return is_meant and scene.after(match) in cues["was"]


def make_weekday_after(match: Match, scene: Scene) -> list[Draft]:
    """Make "Friday last", "Monday next"."""
    return _shifted(match, scene, SAID, match.rule.settings["sign"])


def _relative(match: Match, scene: Scene) -> list[Draft]:
    count, anchor = rel_of(match)
    if count:
        return _shifted(match, scene, anchor, count)
    base, name = base_of(scene, anchor)
    weekday = match.get("weekday")
    if anchor == REF:
        return at(match, scene, _that(base, weekday, scene), f"counted from {name}")
    day = around(base, WEEK).first + timedelta(days=weekday)
    return at(match, scene, day, f"in the week of {name}")


def _that(base: date, weekday: int, scene: Scene) -> date:
    """Make "that Monday": the first one from a day named before, else the last one up to it."""
    if scene.ref is not None and scene.ref.size == DAY:
        day = weekday_near(base, weekday, Direction(1))
        if day <= scene.said or base > scene.said:
            return day
    return weekday_near(base, weekday, Direction(-1))


def _shifted(match: Match, scene: Scene, anchor: str, count: int) -> list[Draft]:
    """Make the last one before the anchor, or the first one after it, never the anchor itself."""
    base, name = base_of(scene, anchor)
    weekday = match.get("weekday")
    if count < 0:
        day = base - timedelta(days=(base.weekday() - weekday - 1) % _WEEK_DAYS + 1)
        if anchor == SAID and (base - day).days == 1 and day.weekday() < base.weekday():
            day -= timedelta(days=_WEEK_DAYS)  # of this week's day before it is "yesterday"
        return at(match, scene, day, f"the last one before {name}")
    day = base + timedelta(days=(weekday - base.weekday() - 1) % _WEEK_DAYS + 1)
    if anchor == SAID and (day - base).days == 1 and day.weekday() > base.weekday():
        day += timedelta(days=_WEEK_DAYS)  # and the day after it "tomorrow"
    return at(match, scene, day, f"the first one after {name}")
