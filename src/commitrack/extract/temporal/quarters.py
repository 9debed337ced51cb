"""Quarters, halves, fiscal years: numbered parts of a year, and numbered centuries."""

from datetime import date

from commitrack.extract.temporal.anchors import as_comparison, base_of, rel_of
from commitrack.extract.temporal.calendar_dates import draft_of
from commitrack.extract.temporal.directions import Direction
from commitrack.extract.temporal.drafts import Draft, Scene, show
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.periods import (
    CENTURY,
    HALF,
    QUARTER,
    YEAR,
    Period,
    around,
    format_period,
)

_QUARTERS, _HALVES, _LAST_CENTURY = 4, 2, 30
_EARLY_MONTHS = 5
_LATE_MONTHS = 9
_CENTURY = 100
_AFTER = "its year is named after it"


def make_fiscal(match: Match, scene: Scene) -> list[Draft]:
    """Make "fiscal 1989", "FY2026"; whose calendar it has is not known, so the year's own."""
    year = match.get("year")
    if "short" in match.rule.settings:  # "FY26"
        number = int(match.get("number"))
        year = number + 2000 if number < _CENTURY else number
    period = Period(YEAR, date(year, 1, 1))
    return [
        draft_of(match, period, f"{scene.words(match)} is a financial year, named by its number")
    ]


def make_quarter(match: Match, scene: Scene) -> list[Draft]:
    """Make "the third quarter of 2026", "Q3 2027", "the 20th century"."""
    unit = QUARTER if "mark" in match.rule.settings else match.get("unit")
    number = _number(match)
    if unit == CENTURY and 1 <= number <= _LAST_CENTURY and not match.has("year"):
        period = Period(CENTURY, date((number - 1) * 100 + 1, 1, 1))
        return [
            draft_of(
                match, period, f"{scene.words(match)} are the years {number - 1}01 to {number}00"
            )
        ]
    if unit != QUARTER:
        return []
    return _part(match, scene, QUARTER, _QUARTERS if number == -1 else number)


def make_half(match: Match, scene: Scene) -> list[Draft]:
    """Make "the first half of 2026", "H2 2026"; a lone "H2" may be a name."""
    number, cues = _number(match), scene.lexicon.cues
    is_lone = "mark" in match.rule.settings and not match.has("year")
    if is_lone and scene.before(match) not in cues["half_leads"]:
        return []
    return _part(match, scene, HALF, _HALVES if number == -1 else number)


def _number(match: Match) -> int:
    for name in ("nth", "final", "number"):
        values = match.values(name)
        if values:
            return int(values[-1])  # of "the first half of the 20th century", the century's
    return 0


def _part(match: Match, scene: Scene, size: str, number: int) -> list[Draft]:
    count = _QUARTERS if size == QUARTER else _HALVES
    if not 1 <= number <= count:
        return []
    if not (match.has("year") or match.has("rel")) and _is_of_another(match, scene):
        return []
    month = (number - 1) * 12 // count + 1
    year, told = _year(match, scene, number, count)
    year -= match.rule.settings.get("back", 0)
    period = Period(size, date(year, month, 1))
    draft = draft_of(match, period, f"{scene.words(match)} is {format_period(period)}: {told}")
    return as_comparison(draft) if told == _AFTER else [draft]


def _is_of_another(match: Match, scene: Scene) -> bool:
    """Whether it is the half of a game, or of a century."""
    words, cues = scene.tokens.words, scene.lexicon.cues
    is_of = scene.after(match) in cues["of"] and match.readings[-1].name in {"unit", "half"}
    return is_of and "".join(words[match.last + 2 : match.last + 3]) in cues["adjectives_after"]


def _year(match: Match, scene: Scene, number: int, count: int) -> tuple[int, str]:
    year = match.get("year")
    if year is not None:
        return year, "its year is named"
    if match.has("rel"):
        steps, anchor = rel_of(match)
        base, name = base_of(scene, anchor)
        return base.year + steps, f"its year is counted from {name}"
    if _is_of_last_year(match, scene):
        return scene.said.year - 1, _AFTER
    ahead = scene.year_ahead(match)
    return (
        (ahead, "its year was named before") if ahead else _year_near(match, scene, number, count)
    )


def _is_of_last_year(match: Match, scene: Scene) -> bool:
    """Whether "last year" or "a year ago" goes on: "the third-quarter loss last year"."""
    words, cues = scene.tokens.words, scene.lexicon.cues
    place = match.last + 1
    while words[place : place + 1] and words[place] in cues["results"]:
        place += 1
    if place == match.last + 1:
        return False
    return " ".join(words[place : place + 2]) in cues["last_year"] or (
        " ".join(words[place : place + 2]) in cues["a_year"]
        and "".join(words[place + 2 : place + 3]) in cues["ago"]
    )


def _year_near(match: Match, scene: Scene, number: int, count: int) -> tuple[int, str]:
    """The year that the words around point to, of a part whose year is not named."""
    said, direction = scene.said, scene.direction(match)
    if number == count and said.month <= _EARLY_MONTHS and direction.sign <= 0:
        return said.year - 1, "the last one that was over when it was said"
    now = (said.month - 1) * count // 12 + 1
    if number > now and direction.sign <= 0:
        return _year_unbegun(match, scene, direction)
    is_long_over = number < now - 1 or (number == 1 and said.month >= _LATE_MONTHS)
    if is_long_over and direction.sign > 0 and not match.has("fiscal"):
        return said.year + 1, f'the next one, because of "{direction.cue}"'
    return said.year, "of the year when it was said"


def _year_unbegun(match: Match, scene: Scene, direction: Direction) -> tuple[int, str]:
    """The year of a part that had not begun when it was said, and is not told as to come."""
    if direction.sign < 0:
        return scene.said.year - 1, f'not begun when it was said, because of "{direction.cue}"'
    ref = scene.ref
    if ref is not None and ref.size == QUARTER and scene.is_same_sentence(match):
        return ref.first.year, "of the year of the one named before"
    return scene.said.year, "of the year when it was said"


def make_quarters(match: Match, scene: Scene) -> list[Draft]:
    """Make "the second and fourth quarters": two expressions, the second with the noun."""
    if match.get("units") != QUARTER:
        return []
    drafts: list[Draft] = []
    places = ((match.first, match.first), (match.first + 2, match.last))
    for (first, last), reading in zip(
        places, [r for r in match.readings if r.name == "nth"], strict=True
    ):
        rest = tuple(r for r in match.readings if r.name != "nth")
        one = match._replace(readings=(reading, *rest))
        drafts += [
            draft._replace(first=first, last=last)
            for draft in _part(one, scene, QUARTER, reading.value)
        ]
    return drafts


def make_first_quarters(match: Match, scene: Scene) -> list[Draft]:
    """Make "the first two quarters of 1990": a half."""
    is_half = match.get("nth") == 1 and match.get("number") == _QUARTERS // _HALVES
    if match.get("units") != QUARTER or not is_half:
        return []
    return make_half(match, scene)


def make_half_year(match: Match, scene: Scene) -> list[Draft]:
    """Make "the half-year": the half of a year that was said in."""
    period = around(scene.said, HALF)
    return [draft_of(match, period, f"{scene.words(match)} is the one of {show(scene.said)}")]
