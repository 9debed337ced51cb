"""Filter words into one condition. Unknown fields and values are errors, never a text search."""

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches

from commitrack.errors import DateError, Excerpt, FilterError
from commitrack.query.fields import FIELDS, OUTCOME_WORDS, Compares, Field, dates_of
from commitrack.timing.moments import parse_span
from commitrack.timing.now import Now
from commitrack.timing.reckoning import Item

Condition = Callable[[Item], bool]

_FIELD = re.compile(r"([A-Za-z][\w-]*):(.*)", re.DOTALL)
_YES_NO = {"yes": 1, "true": 1, "no": 0, "false": 0}


def parse_filters(words: Sequence[str], now: Now) -> Condition:
    """The condition that all words together make: comma is *or*, words are *and*.

    Raises:
        FilterError: an unknown field, a value that its field does not have, or `not` with nothing
            behind it; the word is quoted with the place underlined.
    """
    conditions: list[Condition] = []
    negations = 0
    for word in words:
        if word == "not":
            negations += 1
            continue
        condition = _parse_word(word, now)
        conditions.append(_negated(condition) if negations % 2 else condition)
        negations = 0
    if negations:
        message = "`not` has nothing behind it"
        remedy = "it negates the filter that follows: not tag:old"
        raise FilterError(message, excerpt=Excerpt("not", 0, 3), remedy=remedy)
    return lambda item: all(condition(item) for condition in conditions)


def _negated(condition: Condition) -> Condition:
    return lambda item: not condition(item)


def _parse_word(word: str, now: Now) -> Condition:
    match = _FIELD.fullmatch(word)
    if match is None:
        return _parts(FIELDS["text"], _split(word) or [word])
    name, value = match.group(1).lower().replace("-", "_"), match.group(2)
    field = FIELDS.get(name)
    if field is None:
        raise _unknown_field(word, match.group(1))
    if not _split(value):
        behind = Excerpt(word, len(word), len(word) + 1)
        message = f"`{name}:` has no value"
        raise FilterError(message, excerpt=behind, remedy=f"write {field.about}")
    return _compare(field, word, value, now)


def _compare(field: Field, word: str, value: str, now: Now) -> Condition:
    """The condition of one field; the value is split at commas."""
    wanted = _split(value)
    match field.compares:
        case Compares.WORD:
            return _words(field, wanted)
        case Compares.PART:
            return _parts(field, wanted)
        case Compares.CHOICE:
            return _choices(field, word, wanted)
        case Compares.NUMBER:
            return _any(_number(field, word, part) for part in wanted)
        case Compares.DAYS:
            return _any(_days(field, word, part, now) for part in wanted)
        case Compares.YES_NO:
            return _any(_yes_no(field, word, part) for part in wanted)


def _split(value: str) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()]


def _any(conditions: Iterable[Condition]) -> Condition:
    some = tuple(conditions)
    return lambda item: any(condition(item) for condition in some)


def _words(field: Field, wanted: list[str]) -> Condition:
    folded = {part.casefold() for part in wanted}
    return lambda item: any(has and has.casefold() in folded for has in field.words(item))


def _parts(field: Field, wanted: list[str]) -> Condition:
    folded = [part.casefold() for part in wanted]
    return lambda item: any(
        has and part in has.casefold() for has in field.words(item) for part in folded
    )


def _choices(field: Field, word: str, wanted: list[str]) -> Condition:
    chosen = {_choice(field, word, part) for part in wanted}
    return lambda item: any(has in chosen for has in field.words(item))


def _choice(field: Field, word: str, part: str) -> str:
    folded = part.casefold()
    if "fulfilled" in field.choices and folded in OUTCOME_WORDS:
        return str(OUTCOME_WORDS[folded])
    name = folded.replace("-", "_")
    if name not in field.choices:
        raise _bad_value(word, part, "it is one of: " + " ".join(field.choices), field.choices)
    return name


def _number(field: Field, word: str, part: str) -> Condition:
    match = re.fullmatch(r"([+-]?[0-9]{1,9})?(\.\.)?([+-]?[0-9]{1,9})?", part)
    if match is None or not any(match.group(1, 3)) or (match.group(3) and not match.group(2)):
        raise _bad_value(word, part, "write a number or a span of numbers: 2, 2.., ..3, 1..3")
    least, dots, most = match.groups()
    low = int(least) if least else None
    high = (int(most) if most else None) if dots else low
    if low is not None and high is not None and low > high:
        raise _bad_value(word, part, "write the smaller one first")

    def has_number(item: Item) -> bool:
        number = field.number(item)
        above = number is not None and (low is None or number >= low)
        return above and (high is None or (number or 0) <= high)

    return has_number


def _yes_no(field: Field, word: str, part: str) -> Condition:
    if part.casefold() not in _YES_NO:
        raise _bad_value(word, part, "write yes or no", tuple(_YES_NO))
    wanted = _YES_NO[part.casefold()]
    return lambda item: int(field.number(item) or 0) == wanted


def _days(field: Field, word: str, part: str, now: Now) -> Condition:
    if part.casefold() == "none":
        return lambda item: not any(dated.when for dated in dates_of(item, field.roles))
    try:
        first, last = parse_span(part, now)
    except DateError as error:
        raise _bad_value(word, part, f"{error.message}. {error.remedy}".rstrip(". ")) from None

    def has_day(item: Item) -> bool:
        for dated in dates_of(item, field.roles):
            if dated.when is None or (dated.when.first is None and dated.when.last is None):
                continue
            start, end = dated.when.days()
            if (last is None or start <= last) and (first is None or first <= end):
                return True
        return False

    return has_day


def _unknown_field(word: str, name: str) -> FilterError:
    near = get_close_matches(name.lower(), FIELDS, n=1, cutoff=0.5)
    guess = f"did you mean `{near[0]}`? " if near else ""
    return FilterError(
        "unknown field",
        excerpt=Excerpt(word, 0, len(name)),
        remedy=f"{guess}fields: {' '.join(FIELDS)}",
    )


def _bad_value(word: str, part: str, remedy: str, choices: Sequence[str] = ()) -> FilterError:
    found = re.search(rf"[:,]\s*({re.escape(part)})\s*(?:,|\Z)", word)
    start = found.start(1) if found else 0
    near = get_close_matches(part.casefold(), choices, n=1, cutoff=0.5)
    guess = f"did you mean `{near[0]}`? " if near else ""
    return FilterError(
        f"`{word.partition(':')[0]}` has no such value",
        excerpt=Excerpt(word, start, start + len(part)),
        remedy=guess + remedy,
    )
