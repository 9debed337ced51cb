"""Names: the capitalised sequences of a sentence, and the party that each stands for."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from commitrack.extract.lexicon import Lexicon
from commitrack.extract.marks import APOSTROPHES
from commitrack.extract.mentions import Mention
from commitrack.extract.tokens import Tokens
from commitrack.extract.verbs import is_adverb

_LONGEST_NAME = 7
_CURLY, _PLAIN = "\N{RIGHT SINGLE QUOTATION MARK}", "'"


def mentions(
    text: str, tokens: Tokens, bounds: tuple[int, int], lexicon: Lexicon, parties: Mapping[str, str]
) -> Iterator[Mention]:
    """The parties named between two tokens, in order."""
    past, end = bounds
    for i in tokens.capitals[bisect_left(tokens.capitals, past) :]:
        if i >= end:
            break
        if i < past or not _may_begin(tokens, i, lexicon):
            continue
        last = _sequence_end(tokens, i, end, lexicon)
        if last < end and _is_compound(tokens.lows[last], lexicon):
            past = last + 1  # "New York-based"
            continue
        found = (
            _known(text, tokens, (i, last), lexicon, parties)
            or _of_office(text, tokens, (i, last), lexicon, parties)
            or _own_name(text, tokens, (i, last), lexicon, parties)
        )
        if found.party:
            yield found
        past = max(found.end, i + 1)


def _may_begin(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    word, low, classes = tokens.words[i], tokens.lows[i], lexicon.classes
    if low in classes["months"] or low in classes["days"]:
        return False
    following = tokens.words[i + 1 : i + 2]
    if (word in classes["abbreviations"] and following == ["."]) or _is_compound(low, lexicon):
        return False
    is_alone = not following or not following[0][0].isupper()
    if low in classes["no-names"] or (is_alone and low in classes["holidays"]):
        return False
    is_first = i == 0 or not tokens.words[i - 1][0].isalnum()
    if is_first and (word in classes["sentence-starters"] or _opens_only(low, is_alone, lexicon)):
        return False
    return low not in classes["small"]


def _opens_only(low: str, is_alone: bool, lexicon: Lexicon) -> bool:  # noqa: FBT001
    """Whether a word has its capital from the sentence that it opens: "Without", "Workers"."""
    classes = lexicon.classes
    if low in classes["prepositions"]:
        return True
    is_several = low in classes["agents"] and lexicon.is_plural(low)
    is_verb = lexicon.is_past_verb(low)
    return is_alone and (
        is_several or is_verb or low in classes["determiners"] or is_adverb(low, lexicon)
    )


def _is_compound(low: str, lexicon: Lexicon) -> bool:
    """Whether a word is made of a name and what is told by it: "Paris-based"."""
    tail = low.rpartition("-")[2] if "-" in low else ""
    return tail in lexicon.classes["compound-tails"]


def _sequence_end(tokens: Tokens, i: int, end: int, lexicon: Lexicon) -> int:
    """Past the last word of a name: capitalised words, joined by "of", "of the", "&", hyphens."""
    at = i + 1
    while at < end:
        step = _step(tokens, at, end, lexicon)
        if not step:
            break
        at += step
    return at


def _step(tokens: Tokens, at: int, end: int, lexicon: Lexicon) -> int:
    """How many tokens go on with a name from here; 0 where it ends."""
    words, lows, classes = tokens.words, tokens.lows, lexicon.classes
    is_capital = words[at][0].isupper() and not _is_compound(lows[at], lexicon)
    if is_capital and lows[at] not in classes["months"] and lows[at] not in classes["days"]:
        return 1
    is_close = words[at][0] == "." and tokens.starts[at] == tokens.ends[at - 1]
    if is_close and (words[at - 1] in classes["titled"] or len(words[at - 1]) == 1):
        return 1
    if (inside := _apostrophe(tokens, at, end)) > 0:
        return inside
    for length in (1, 2):
        joined = lows[at : at + length]
        ahead = words[at + length : at + length + 1]
        is_joint = all(low in classes["name-joints"] for low in joined)
        if is_joint and ahead and at + length < end and ahead[0][0].isupper():
            return length + 1
    return 0


def _apostrophe(tokens: Tokens, at: int, end: int) -> int:
    """How many tokens lead over an apostrophe within a name: "O'Neill", "Côte d'Ivoire"."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    mark = at if words[at] in APOSTROPHES else at + 1
    if mark + 1 >= end or words[mark] not in APOSTROPHES or len(words[mark - 1]) > 1:
        return 0
    is_close = starts[mark] == ends[mark - 1] and starts[mark + 1] == ends[mark]
    return mark + 2 - at if is_close and words[mark + 1][0].isupper() else 0


def _known(
    text: str, tokens: Tokens, bounds: tuple[int, int], lexicon: Lexicon, parties: Mapping[str, str]
) -> Mention | None:
    """The country or institution that a sequence begins with, unless it is a name of its own."""
    first, end = bounds
    for last in range(min(len(tokens.lows), first + _LONGEST_NAME), end, -1):
        # Some reach past a joint that parts other names: "Customs and Border Protection".
        code = parties.get(_written(text, tokens, first, last))
        if code is not None:
            return Mention(code, first, last, is_known=True)
    for last in range(min(end, first + _LONGEST_NAME), first, -1):
        code = parties.get(_written(text, tokens, first, last))
        if code is None:
            continue
        following = tokens.words[last] if last < end else ""
        if not following or following == "-":
            return Mention(code, first, last + (following == "-"), is_known=True)
        if following in lexicon.classes["offices"]:
            return Mention(code, first, end, is_known=True)
        if tokens.lows[last] in lexicon.classes["name-joints"]:
            return Mention(code, first, last, is_known=True)
        return None
    return None


def _of_office(
    text: str, tokens: Tokens, bounds: tuple[int, int], lexicon: Lexicon, parties: Mapping[str, str]
) -> Mention | None:
    """The country or institution that an office belongs to: "President of France"."""
    (first, end), classes = bounds, lexicon.classes
    if tokens.words[first] not in classes["offices"]:
        return None
    for at in range(first + 1, end):
        if tokens.lows[at] in classes["name-joints"] or tokens.words[at] in classes["offices"]:
            continue
        found = _known(text, tokens, (at, end), lexicon, parties)
        if found is not None:
            return found._replace(first=first, end=end)
    return None


def _own_name(
    text: str, tokens: Tokens, bounds: tuple[int, int], lexicon: Lexicon, parties: Mapping[str, str]
) -> Mention:
    """The name up to what a hyphen parts from it, else without the office of who has it.

    Empty where none is left.
    """
    first, end = bounds
    for at in range(first + 1, end):
        if tokens.words[at] != "-":
            continue
        is_other = _known(text, tokens, (at + 1, end), lexicon, parties) is not None
        if is_other or not _is_within_word(tokens, at):
            return Mention(_written(text, tokens, first, at), first, at + 1, is_known=False)
    heads = lexicon.classes["person-heads"]
    start = max(
        (at + 1 for at in range(first, end - 1) if tokens.words[at] in heads), default=first
    )
    while start < end and not tokens.words[start][0].isalnum():
        start += 1
    name = _written(text, tokens, start, end) if start < end else ""
    return Mention(name, first, end, is_known=False)


def _is_within_word(tokens: Tokens, hyphen: int) -> bool:
    """Whether the hyphen joins one name, as in "Rolls-Royce", rather than parts two."""
    starts, ends = tokens.starts, tokens.ends
    return starts[hyphen] == ends[hyphen - 1] and starts[hyphen + 1] == ends[hyphen]


def _written(text: str, tokens: Tokens, first: int, end: int) -> str:
    """The words as they stand, with single spaces."""
    words = " ".join(text[tokens.starts[first] : tokens.ends[end - 1]].split())
    return words.replace(_CURLY, _PLAIN) if _CURLY in words else words
