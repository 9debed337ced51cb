"""Governing words: the hope, belief, report or condition that a clause stands under."""

from enum import Enum, auto

from commitrack.extract.lexicon import Lexicon
from commitrack.extract.tokens import Tokens

_NEAR = 5
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


def governor_of(tokens: Tokens, first: int, lexicon: Lexicon) -> Governor | None:  # noqa: C901, PLR0911 - a rule a return
    """The nearest governing word before a clause that begins at the token `first`."""
    lows, classes = tokens.lows, lexicon.classes
    in_segment = True
    if first > 0 and lows[first - 1] in classes["questions"]:
        return Governor.CONDITION
    is_when = first > 1 and lows[first - 1] in classes["whens"]
    if is_when and lows[first - 2] in classes["asking-before"]:
        return Governor.CONDITION
    for i in range(first - 1, -1, -1):
        low = lows[i]
        if low in _STOPS or low in classes["contrast"]:
            return None
        if low == ",":
            in_segment = False
        if low in classes["denied"]:
            return Governor.DENIAL
        if low in classes["warned"]:
            return Governor.WARNING
        if low in classes["hope"]:
            return Governor.HOPE
        is_as_long = low in classes["comma-stops"] and i > 0 and lows[i - 1] in classes["long-words"]
        if (low in classes["hypothetical"] or is_as_long) and in_segment:
            return Governor.CONDITION
        if low in classes["said"]:
            if i > 0 and lows[i - 1] in classes["believe"]:
                return Governor.BELIEF  # "rumours say"
            is_rejected = i > 0 and lows[i - 1] in classes["rejecting"]
            return Governor.CONDITION if is_rejected else Governor.REPORT
        if low in classes["believe"]:
            return Governor.BELIEF
        if low in classes["desire"] and in_segment:
            return Governor.DESIRE
    return None


def is_forecast_by_profession(tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether somebody whose trade is to forecast is said to speak or to believe."""
    lows, classes = tokens.lows, lexicon.classes
    if classes["forecasters"].isdisjoint(lows):
        return False
    verbs = classes["said"] | classes["believe"] | classes["according"]
    for i, low in enumerate(lows):
        if low not in classes["forecasters"] or (i and lows[i - 1] in classes["telling-words"]):
            continue
        before, after = lows[max(0, i - _NEAR) : i], lows[i + 1 : i + _NEAR]
        if not verbs.isdisjoint(before + after[: after.index(",") if "," in after else None]):
            return True
    return False


def is_reported(tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether the sentence tells what somebody said."""
    lows, classes = tokens.lows, lexicon.classes
    return not classes["said"].isdisjoint(lows) or not classes["according"].isdisjoint(lows)


def has_condition(tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether the sentence has a condition."""
    classes = lexicon.classes
    is_inverted = any(low in classes["inverted-if"] for low in tokens.lows[:1])
    return is_inverted or not classes["if"].isdisjoint(tokens.lows)
