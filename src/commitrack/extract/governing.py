"""Governing words: the hope, belief, report or condition that a clause stands under."""

from collections.abc import Sequence
from enum import Enum, auto
from functools import cache

from commitrack.extract.lexicon import Lexicon, load_lexicon
from commitrack.extract.tokens import Tokens

_STOPS = frozenset(";")


class Governor(Enum):
    """What a clause stands under."""

    HOPE = auto()
    BELIEF = auto()
    CONDITION = auto()
    WARNING = auto()
    REPORT = auto()
    DESIRE = auto()
    DENIAL = auto()

    @property
    def is_open(self) -> bool:
        """Whether what stands under it may not come to pass."""
        return self not in (Governor.WARNING, Governor.REPORT, Governor.DENIAL)


_OUTRIGHT = (
    ("denied", Governor.DENIAL),
    ("warned", Governor.WARNING),
    ("hope", Governor.HOPE),
)
_CLASSES = ("denied", "warned", "hope", "hypothetical", "comma-stops", "said", "believe", "desire")


def governor_of(tokens: Tokens, first: int, lexicon: Lexicon) -> Governor | None:
    """The nearest governing word before a clause that begins at the token `first`."""
    lows, contrast = tokens.lows, lexicon.classes["contrast"]
    if _is_asked(lows, first, lexicon):
        return Governor.CONDITION
    governing = _governing_words(lexicon.language)
    in_segment = True
    for i in range(first - 1, -1, -1):
        low = lows[i]
        if low in _STOPS or low in contrast:
            return None
        in_segment = in_segment and low != ","
        if low in governing:
            found = _governor_at(lows, i, lexicon, in_segment=in_segment)
            if found is not None:
                return found
    return None


@cache
def _governing_words(language: str) -> frozenset[str]:
    classes = load_lexicon(language).classes
    return frozenset().union(*(classes[name] for name in _CLASSES))


def _is_asked(lows: Sequence[str], first: int, lexicon: Lexicon) -> bool:
    """Whether a question word opens the clause: "how it will", "did not say when it will"."""
    classes = lexicon.classes
    if first > 0 and lows[first - 1] in classes["questions"]:
        return True
    is_when = first > 1 and lows[first - 1] in classes["whens"]
    return is_when and lows[first - 2] in classes["asking-before"]


def _governor_at(
    lows: Sequence[str], at: int, lexicon: Lexicon, *, in_segment: bool
) -> Governor | None:
    """What a governing word stands for; some govern only up to a comma, within the segment."""
    low, classes = lows[at], lexicon.classes
    for name, governor in _OUTRIGHT:
        if low in classes[name]:
            return governor
    if in_segment and _is_condition(lows, at, lexicon):
        return Governor.CONDITION
    if low in classes["said"]:
        return _of_report(lows, at, lexicon)
    if low in classes["believe"]:
        return Governor.BELIEF
    return Governor.DESIRE if in_segment and low in classes["desire"] else None


def _is_condition(lows: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """As in "if", "whether", "as long as"."""
    classes = lexicon.classes
    is_as_long = lows[at] in classes["comma-stops"] and at > 0
    is_as_long = is_as_long and lows[at - 1] in classes["long-words"]
    return is_as_long or lows[at] in classes["hypothetical"]


def _of_report(lows: Sequence[str], said: int, lexicon: Lexicon) -> Governor:
    """As in "said"; but "rumours say" is believed, and "comment on reports" leaves it open."""
    before = lows[said - 1] if said else ""
    if before in lexicon.classes["believe"]:
        return Governor.BELIEF
    is_uncommented = said > 1 and lows[said - 2] in lexicon.classes["comment-words"]
    is_open = is_uncommented or before in lexicon.classes["rejecting"]
    return Governor.CONDITION if is_open else Governor.REPORT
