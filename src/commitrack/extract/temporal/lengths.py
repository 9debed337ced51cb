"""Lengths: durations, with a number or without, and rates such as "a year" after an amount."""

from itertools import pairwise

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.anchors import base_of
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.numbers import VAGUE
from commitrack.extract.temporal.periods import DAY, DECADE, YEAR
from commitrack.extract.temporal.vague import PAST, REFERENCES, make_reference

_CODES = {"TS": "S", "TM": "M", "TH": "H"}
_VAGUE_CODES = {"F": "W", "WE": "W", "C": "CE", "L": "ML"} | _CODES
_FACTORS = {"E": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y"), "F": (2, "W")}
_SMALLER = {"TH": (60, "M"), "TM": (60, "S"), "Y": (12, "M")}
_SHORT, _FEW = 3, 12
_SHORT_RATES = {"TH", "W", "M"}
_YEARS = range(1900, 2100)
_ORDER = ("TS", "TM", "TH", "D", "W", "M", "Q", "Y")
Count = float | str


def format_length(parts: list[tuple[Count, str]]) -> str:
    """A length as TIMEX3 writes it.

    >>> format_length([(2, "Y"), (3, "M")])
    'P2Y3M'
    >>> format_length([(1.5, "TH")])
    'PT1H30M'
    """
    days, times = "", ""
    for count, unit in parts:
        for number, code in _whole(count, unit):
            if unit in _CODES:
                times += f"{number}{code}"
            else:
                days += f"{number}{code}"
    return f"P{days}" + (f"T{times}" if times else "")


def _whole(count: Count, unit: str) -> list[tuple[str, str]]:
    """A count and its letter; without fractions where the next smaller unit has whole ones."""
    if isinstance(count, str):
        return [(count, _VAGUE_CODES.get(unit, unit))]
    if unit == DECADE and count == 1:
        return [(_plain(count), unit)]  # "a decade", but two are 20 years
    factor, code = _FACTORS.get(unit, (1, _CODES.get(unit, unit)))
    rest = count % 1
    if unit not in _SMALLER or not rest or rest * _SMALLER[unit][0] % 1:
        return [(_plain(count * factor), code)]
    parts, smaller = _SMALLER[unit]
    whole = [(_plain(count - rest), code)] if count >= 1 else []
    return [*whole, (_plain(rest * parts), smaller)]


def _plain(count: float) -> str:
    return str(int(count)) if count == int(count) else f"{count:g}"


def parts_of(match: Match) -> list[tuple[Count, str]]:
    """The counts and units of a match, in their order."""
    parts: list[tuple[Count, str]] = []
    count: Count | None = None
    for reading in match.readings:
        if reading.name in {"number", "some", "one", "half", "nth"}:
            if reading.name == "nth" and any(r.name == "number" for r in match.readings):
                continue
            count = reading.value
        elif reading.name in {"unit", "units", "longword"}:
            parts.append((1 if count is None else count, reading.value))
            count = None
    return parts


def make_length(match: Match, scene: Scene) -> list[Draft]:
    """Make "90 days", "two years and three months", "the next two weeks", "half an hour"."""
    parts = parts_of(match)
    if not parts or not _is_falling(parts):
        return []
    if _is_rate(match, scene):
        return make_rate(match, scene)
    if _is_year_named(parts[0]):
        return []  # "the 2008 model year"
    value = format_length([_adjusted(parts[0], match), *parts[1:]])
    kind = match.get("kind") or ""
    told = f" ({kind} days)" if kind and parts[0][1] == DAY else ""
    why = [f"{scene.words(match)} is a length of time{told}"]
    if match.has("rel"):
        why.append(f"it is counted from {base_of(scene, match.get('rel')[1])[1]}")
    first = match.first + match.rule.settings.get("skip", 0)
    last = match.last - match.rule.settings.get("tail", 0)
    last += int(scene.after(match) in scene.lexicon.cues["old_of"])  # "two-week-old"
    return [Draft(first, last, TimeType.DURATION, value, tuple(why))]


def make_lengths(match: Match, scene: Scene) -> list[Draft]:
    """Make "one, three and six-month": a length each, the last with the unit."""
    unit = match.get("unit") or match.get("units")
    numbers: list[tuple[int, float]] = []
    place = match.first
    for reading in match.readings:
        if reading.name == "number":
            numbers.append((place, reading.value))
        place += reading.length
    last, is_compound = match.last, scene.tokens.is_compound(match.first, match.last)
    if not is_compound or any(not 0 < it[1] < it[1] + 1 for it in numbers):
        return []
    drafts = []
    for first, count in numbers:
        end = last if first == numbers[-1][0] else first
        value = format_length([(count, unit)])
        why = (f"{scene.words(match)} are lengths of time",)
        drafts.append(Draft(first, end, TimeType.DURATION, value, why))
    return drafts


def _is_year_named(part: tuple[Count, str]) -> bool:
    count, unit = part
    return unit == YEAR and not isinstance(count, str) and count in _YEARS


def _adjusted(part: tuple[Count, str], match: Match) -> tuple[Count, str]:
    """A count with what the pattern says: "half a year", "a year and a half"."""
    count, unit = part
    settings = match.rule.settings
    if "half" in settings:
        return 0.5, unit
    return (count if isinstance(count, str) else count + settings.get("more", 0)), unit


def _is_rate(match: Match, scene: Scene) -> bool:
    """Whether "a year" is how often: after an amount, "$33 million a year"."""
    before, after, cues = scene.before(match), scene.after(match), scene.lexicon.cues
    if match.readings[0].name != "one" or match.last != match.first + 1:
        return False
    if before in cues["amounts_of"]:
        return after not in cues["not_after_rates"]  # "2% a year after that"
    if before in cues["rates"] and after in cues["from"]:
        return True  # "two million euros a year from 2010"
    is_amount = before in cues["rates"] or before[:1].isdecimal() or _is_plural(before, scene)
    return (is_amount or _is_number(before, scene)) and after not in cues["not_rates"]


def _is_number(word: str, scene: Scene) -> bool:
    """Whether it is a number in words, or "more" of an amount: "six a year"."""
    readings = scene.lexicon.single.get(word, ())
    is_number = any(reading.name == "number" for reading in readings)
    return is_number or word in scene.lexicon.cues["rate_more"]


def _is_falling(parts: list[tuple[Count, str]]) -> bool:
    """Whether each unit is smaller than the one before: "two years and three months"."""
    order = [_ORDER.index(unit) if unit in _ORDER else 0 for _, unit in parts]
    return all(before > after for before, after in pairwise(order))


def _is_plural(word: str, scene: Scene) -> bool:
    cues = scene.lexicon.cues
    return len(word) > _SHORT and word[-1] in cues["plural"] and word[-2:] not in cues["not_plural"]


def make_rate(match: Match, scene: Scene) -> list[Draft]:
    """Make "a year" after an amount, "per month"."""
    if match.has("units") and scene.after(match) in scene.lexicon.cues["not_after_rates"]:
        return []  # "eight months a year ago"
    if match.rule.maker == "length" and match.get("unit") in _SHORT_RATES:
        return []  # "40 seats a week" tells no time, by the habit of TimeML's corpora
    if match.get("unit") in _CODES and scene.before(match) in scene.lexicon.cues["speeds"]:
        return []  # "130 kilometres per hour"
    why = (f"{scene.words(match)} comes again and again",)
    value = format_length([(1, match.get("unit"))])
    return [Draft(match.first, match.last, TimeType.SET, value, why)]


def make_length_or(match: Match, scene: Scene) -> list[Draft]:
    """Make "a year or so", "a week or two", "30 days or less"."""
    if match.has("one") and match.has("number") and match.get("number") > _FEW:
        return []  # "$9 an hour or 2,000 a month"
    value = format_length(parts_of(match)[:1])
    why = (f"{scene.words(match)} is a length of time, about",)
    mod = match.rule.settings.get("mod", "APPROX")
    return [Draft(match.first, match.last, TimeType.DURATION, value, why, mod=mod)]


def make_while(match: Match, scene: Scene) -> list[Draft]:
    """Make "for a while": a length of no known unit."""
    lead = " ".join(scene.tokens.words[max(0, match.first - 2) : match.first])
    is_length = scene.before(match) in scene.lexicon.cues["while_leads"]
    if not is_length or lead in scene.lexicon.cues["once_in"]:
        return []  # "once in a while"
    why = (f"{scene.words(match)} is a length of time without a number",)
    return [Draft(match.first, match.last, TimeType.DURATION, "PXX", why)]


def make_vague_length(match: Match, scene: Scene) -> list[Draft]:
    """Make "recent years", "the past few weeks", "the coming months"."""
    reference, units = match.get("vague"), match.get("units")
    if (reference in REFERENCES and not match.has("some")) or units is None:
        return make_reference(match, scene, reference if reference in REFERENCES else PAST)
    value = format_length([(match.get("some") or VAGUE, units)])
    why = (f"{scene.words(match)} is a length of time without a number",)
    return [Draft(match.first, match.last, TimeType.DURATION, value, why)]


def make_bare_units(match: Match, scene: Scene) -> list[Draft]:
    """Make "for years", "in decades", "a weekslong strike"."""
    value = format_length([(VAGUE, match.get("units") or match.get("longunits"))])
    why = (f"{scene.words(match)} is a length of time without a number",)
    return [Draft(match.first, match.last, TimeType.DURATION, value, why)]
