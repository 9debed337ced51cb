"""Boilerplate: sentences about an article itself, and names that only look like cues."""

from commitrack.extract.lexicon import Lexicon
from commitrack.extract.marks import LINE_OPENERS
from commitrack.extract.patterns import Match
from commitrack.extract.tokens import Tokens

_SECOND = 2


def is_boilerplate(tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether a sentence credits, advertises or protects the article: "All rights reserved"."""
    line = " ".join(tokens.lows).lstrip(LINE_OPENERS)
    if line.startswith(lexicon.phrases["credits"]):
        return True
    if any(phrase in line for phrase in lexicon.phrases["page-notices"]):
        return True
    return line.startswith(lexicon.phrases["follow-words"]) and any(
        f" {place}" in line for place in lexicon.phrases["follow-places"]
    )


def is_in_name(tokens: Tokens, match: Match) -> bool:
    """Whether a cue is a word of a name: "The Associated Press contributed to"."""
    first, words = match.first, tokens.words
    if first < _SECOND or not (words[first][0].isupper() and words[first - 1][0].isupper()):
        return False
    is_close = tokens.starts[first] - tokens.ends[first - 1] == 1
    return is_close and not _is_headline(tokens)


def _is_headline(tokens: Tokens) -> bool:
    """Whether at least half of the words have a capital."""
    words = sum(word[0].isalpha() for word in tokens.words)
    return 2 * len(tokens.capitals) >= words
