"""Lexicon: the words that dates are written with, read from the data file of their language."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from commitrack.errors import DateError
from commitrack.timing.iso import try_clock
from commitrack.timing.places import fold, places

_CLOSE = 0.8
_SHORTEST = 4
_LONGEST_SHOWN = 60


class Word(NamedTuple):
    """What a word means: its kind, which the rules name, and its value."""

    kind: str
    value: object


class Lexicon(NamedTuple):
    """Words and phrases by their folded spelling, and the endings of ordinal numbers.

    Attributes:
        longest: how many words a phrase, or the name of a place, may have.
    """

    words: dict[str, Word]
    nth: tuple[str, ...]
    longest: int


def spell(text: str) -> str:
    """A word as the lexicon spells it.

    >>> spell("A.M.")
    'am'
    """
    return fold(text.replace(".", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The words of a language, read on first use."""
    import tomli  # noqa: PLC0415 - only where a date is given in words

    path = Path(__file__).parent / "words" / f"{language}.toml"
    table = tomli.loads(path.read_text(encoding="utf-8"))
    nth = tuple(table["nth"].pop("suffixes"))
    clocks = table.pop("clock-names")
    words = {
        spell(word): Word(kind, _value(kind, word, value))
        for kind, section in table.items()
        for word, value in section.items()
    }
    words |= {spell(name): words[spell(abbr)] for name, abbr in clocks.items()}
    longest = max(len(name.split()) for name in (*words, *places().zones))
    return Lexicon(words, nth, longest)


def _value(kind: str, word: str, value: object) -> object:
    match kind, value:
        case "clock", str():
            return try_clock(value)
        case "abbr", _:
            return word, value
        case _:
            return value


def near_word(text: str) -> str | None:
    """The word or the place that is spelled nearly like this one, if there is any."""
    from difflib import get_close_matches  # noqa: PLC0415 - only where something is wrong

    word = spell(text[:40])
    if len(word) < _SHORTEST:
        return None
    known = {place: place.title() for place in places().zones}
    known |= {word: word for word in lexicon().words}
    close = get_close_matches(word, known, n=1, cutoff=_CLOSE)
    return known[close[0]] if close else None


FORMS = (
    "2025-08-01, aug 1, 1 August 2025, +30d, in 30 days, 2 weeks ago, within 90 days of aug 1, "
    "today, friday, friday evening, next month, later this month, end of month, "
    "before aug 1, until aug 1, from aug 1, 1-7 August, the week of August 4, "
    "2025-08, August 2025, late August, mid-2027, 2025-Q3, second half of 2026, "
    "northern autumn 2025, 2025, 2025-09~ or 2025-08-01/2025-08-07"
)
"""An example of every form, for a refusal to name."""


def not_understood(text: str) -> DateError:
    """The refusal of words that do not make a date, naming what is understood."""
    return DateError(
        f'"{shorten(text)}" is not a date that is understood here', remedy=understood()
    )


def understood() -> str:
    """The remedy that names every form."""
    return f"write it like one of {FORMS}"


def shorten(text: str) -> str:
    """Text on one line, short enough to be repeated in a message."""
    line = " ".join(text[:200].split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]}…"
