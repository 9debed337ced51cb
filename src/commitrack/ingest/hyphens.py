"""Words that the lines of a page divide, put together again where the text itself shows how."""

import re

_SOFT = "\N{SOFT HYPHEN}"
_DIVIDED = r"([^\W\d_]{1,40})-[ \t]{0,9}\n[ \t]{0,9}([^\W\d_]{1,40})"
_WORDS = r"[^\W\d_]{1,80}(?:-[^\W\d_]{1,80})?"


def undivided(text: str) -> str:
    r"""The text without soft hyphens, and with divided words joined if the text tells how.

    The text is its own dictionary: what it writes elsewhere as one word, or with a hyphen, is
    written so; a first part that is no word anywhere else is the start of one. Anything else stays.

    >>> undivided("We coordi-\nnate. The long-\nterm aim, a long term.")
    'We coordinate. The long-\nterm aim, a long term.'
    """
    text = re.sub(rf"{_SOFT}(?:[ \t]{{0,9}}\n[ \t]{{0,9}})?", "", text)
    if "-" not in text:
        return text
    rest = re.sub(_DIVIDED, " ", text)
    known = frozenset(word.casefold() for word in re.findall(_WORDS, rest))
    parts = known | frozenset(part for word in known for part in word.split("-"))

    def join(found: re.Match[str]) -> str:
        first, last = found[1], found[2]
        whole = f"{first}{last}"
        if whole.casefold() in known:
            return whole
        if f"{first}-{last}".casefold() in known or last[0].isupper():
            return f"{first}-{last}"
        return whole if first.casefold() not in parts else found[0]

    return re.sub(_DIVIDED, join, text)
