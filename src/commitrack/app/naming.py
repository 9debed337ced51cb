"""Ids: slugs of the first significant words, short enough to type."""

import re
import unicodedata
from collections.abc import Collection

from commitrack.app.stopwords import STOPWORDS

_LONGEST = 25
_MOST_WORDS = 3
_WORD = re.compile(r"[^\W_]+(?:[.'\u2019][^\W_]+)*%?")


def slug_of(title: str, fallback: str = "commitment") -> str:
    """The id that a title gives: its first three significant words, at most 25 characters.

    A run of capitalised words inside the title counts as one word: they are a name.

    >>> slug_of("Tariff on South Korean goods takes effect")
    'tariff-south-korean-goods'
    >>> slug_of("Coordinate closely on shipbuilding cooperation")
    'coordinate-shipbuilding'
    """
    kept: list[str] = []
    words = was_name = 0
    for place, match in enumerate(_WORD.finditer(title)):
        word = match[0]
        is_name = place > 0 and word[0].isupper()
        if not _is_significant(word):
            was_name = 0
            continue
        words += not (is_name and was_name)
        was_name = is_name
        part = _ascii(word)
        if words > _MOST_WORDS or len("-".join([*kept, part])) > _LONGEST:
            break
        kept += [part] if part else []
    return "-".join(kept) or _ascii(title)[:_LONGEST].strip("-") or fallback


def slug_of_words(text: str) -> str:
    """Every word of a text as a slug, for the names of files and outlets."""
    return _ascii(text)


def free_id(wanted: str, taken: Collection[str]) -> str:
    """The id itself, or with the first of `-2`, `-3` … that is free."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def short_name(key: str, keys: Collection[str]) -> str:
    """The shortest start of an id, cut at its hyphens, that names it alone."""
    parts = key.split("-")
    for count in range(min(2, len(parts)), len(parts)):
        start = "-".join(parts[:count])
        if sum(other.startswith(start) for other in keys) == 1 and start not in keys:
            return start
    return key


def _is_significant(word: str) -> bool:
    folded = word.casefold()
    # Numbers of per cent and adverbs say how, not what.
    is_adverb = len(folded) > len("early") and folded.endswith("ly")
    return not (folded in STOPWORDS or folded.endswith("%") or is_adverb)


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
