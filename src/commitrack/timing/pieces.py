"""Pieces: where the words, numbers and notations of a date in words begin and end."""

import re

from commitrack.timing.lexicon import lexicon, spell
from commitrack.timing.places import places

CLOCK = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?"
OFFSET = r"[Zz]|(?:UTC|GMT)?[+-][0-9]{1,2}(?::?[0-9]{2})?"

Spans = list[tuple[int, int]]

# What commas, brackets and spaces part; a long dash stands alone even without spaces.
_CHUNK = r"[\u2013\u2014]|[^\s,()\u2013\u2014]+"
# What is written without spaces: a date-time, a clock with its offset, a zone in brackets.
_GLUED = (
    rf"(?:([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?:[Tt](?=[0-9]))?)?"
    rf"(?:({CLOCK})({OFFSET})?)?(\[[^\[\]]+\])?"
)
# The same without any mark between: `20250801T000100Z`.
_COMPACT = rf"([0-9]{{8}})[Tt]([0-9]{{4}}(?:[0-9]{{2}})?)({OFFSET})?"
_NAME = r"[^\W\d_]{2,20}\.?"
_SIDE = rf"[0-9]{{1,2}}[a-z]{{0,2}}|{_NAME}"
_YEAR = r"[0-9]{4}|['\u2019][0-9]{2}"
# The kinds that the names in each pattern must have; a number has none.
_JOINED: tuple[tuple[str, frozenset[str]], ...] = (
    (rf"({CLOCK}|[0-9]{{1,2}})([a-zA-Z.]+)", frozenset({"half"})),
    (r"([0-9]{1,2}\.[0-9]{2})([a-zA-Z.]+)", frozenset({"half"})),
    (rf"({_NAME})-([QqHh][1-4])", frozenset({"end"})),
    (rf"({_NAME})-({_NAME})-({_NAME})", frozenset({"third", "to"})),
    (rf"({_NAME})-({_YEAR})", frozenset({"third", "end", "month"})),
    (rf"({_SIDE})(-)({_SIDE})", frozenset({"month", "weekday"})),
    (
        rf"({_NAME})-({_NAME})",
        frozenset({"third", "end", "month", "number", "nth", "unit", "halves", "hundred"}),
    ),
    (rf"([0-9]{{1,2}})-?({_NAME})-?([0-9]{{4}}|['\u2019]?[0-9]{{2}})", frozenset({"month"})),
    (rf"({_NAME})-([0-9]{{1,2}})-([0-9]{{4}})", frozenset({"month"})),
    (rf"([0-9]{{4}})-({_NAME})-([0-9]{{1,2}})", frozenset({"month"})),
    (r"([0-9]{4})(-)([0-9]{4})", frozenset()),
    (r"([0-9]{4})([QqHh][1-4])", frozenset()),
    (rf"([QqHh][1-4])-?({_YEAR})", frozenset()),
    (r"([QqHh][1-4])(-)([QqHh][1-4])", frozenset()),
    (r"([1-4][QqHh])([0-9]{4}|['\u2019]?[0-9]{2})", frozenset()),
)


def cut(text: str) -> Spans:
    """Where the pieces are (character offsets, the end not included)."""
    spans: Spans = []
    for chunk in re.finditer(_CHUNK, text):
        start = chunk.start()
        spans += [(start + first, start + last) for first, last in _inner(chunk[0])]
    return spans


def _inner(word: str) -> Spans:
    """The pieces of what is written without a space."""
    if spell(word) not in lexicon().words and spell(word) not in places().zones:
        glued = re.fullmatch(_GLUED, word) or re.fullmatch(_COMPACT, word) or _joined(word)
        spans = [glued.span(group + 1) for group in range(len(glued.groups()))] if glued else []
        if spans := [span for span in spans if span[0] < span[1]]:
            return spans
    return [(0, len(word))]


def _joined(word: str) -> re.Match[str] | None:
    """`5pm`, `mid-2027`, `1-Aug-2025`, `1-7`, `July-September`."""
    for pattern, kinds in _JOINED:
        match = re.fullmatch(pattern, word)
        if match and all(_fits(part, kinds) for part in match.groups()):
            return match
    return None


def _fits(part: str, kinds: frozenset[str]) -> bool:
    is_number = part[0].isdigit() or part[-1].isdigit()
    return part == "-" or is_number or _kind(part) in kinds or not kinds


def _kind(part: str) -> str:
    known = lexicon().words.get(spell(part))
    return "" if known is None else known.kind
