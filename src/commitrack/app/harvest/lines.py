"""Command lines that record a statement: to be pasted into a shell as they stand."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any
from unicodedata import category

from commitrack.app.harvest.proposing import one_line
from commitrack.app.looking import STDIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from commitrack.app.harvest.proposing import CommitmentDraft, EventDraft
    from commitrack.app.harvest.reading import ReadArticle
    from commitrack.domain.when import Role

PROGRAM = "commitrack"

_FLAGS = ("by", "to", "kind", "stated_by", "via", "instrument", "condition", "stated", "note")
_DETAILS = ("said", "published", "outlet", "author", "url")
_SEEN_SPACES = "Zs"
_SPECIAL = frozenset('"$`\\!')
"""What means something in double quotes too."""


def add_line(new: CommitmentDraft, source: Iterable[str]) -> str:
    """The `add` that records it.

    Args:
        source: the words that name its source.
    """
    title = [new.title] if not new.title.startswith("-") else []
    words = [*_date_flags(new.dates), *_key_flags(new.keys), *source, *_quote(new.keys)]
    last = ["--", new.title] if not title else []
    return shell_line([PROGRAM, "add", *title, *words, *last])


def update_line(new: EventDraft, source: Iterable[str]) -> str:
    """The `update` that records it."""
    on = ("--on", new.on) if new.on else ()
    words = [*on, *_date_flags(new.dates), *_key_flags(new.keys), *source, *_quote(new.keys)]
    return shell_line([PROGRAM, "update", new.commitment, str(new.type), *words])


def source_words(read: ReadArticle, source: str | None, *, is_known: bool) -> list[str]:
    """`--source`, and what `add` is to know of it; of a known source the ledger has that.

    What came through standard input is gone, so that its lines cite it without its text.

    Args:
        read: the article.
        source: the id under which the ledger has this very text.
        is_known: the ledger has its address, or its text.
    """
    if source is not None:
        return ["--source", source]
    details = {} if is_known else read.details.given()
    word = read.word
    if word == STDIN:
        word = str(details.pop("url", None) or f"stdin-{read.spoken_day.isoformat()}")
    if details.get("url") == word:
        del details["url"]
    words = _flag("source", word)
    for name in _DETAILS:
        if name in details:
            words += _flag(name, one_line(_moment(details[name])))
    return words


def fetch_words(read: ReadArticle, source: str | None) -> list[str]:
    """What lets `add` keep the text of a page, unless the ledger has it."""
    if source is not None or "://" not in read.word:
        return []
    return ["--fetch", *(["--allow-private"] if read.allow_private else [])]


def shell_line(words: Iterable[str]) -> str:
    r"""The words as one line of a shell, whatever stands in them.

    >>> print(shell_line(["add", "a b", "it's", "it's $5"]))
    add 'a b' "it's" 'it'"'"'s $5'
    >>> shell_line(["a\x1bb"])
    "$'a\\x1bb'"
    """
    return " ".join(map(_shell_word, words))


def _shell_word(word: str) -> str:
    """A word in quotes; what is not seen is spelt out, as bash, zsh and ksh read it."""
    if word.isprintable() or all(c.isprintable() or category(c) == _SEEN_SPACES for c in word):
        is_plain = "'" in word and _SPECIAL.isdisjoint(word)
        return f'"{word}"' if is_plain else shlex.quote(word)
    return "$'" + "".join(map(_spelt, word)) + "'"


def _spelt(character: str) -> str:
    if character in "'\\":
        return f"\\{character}"
    if character.isprintable() or category(character) == _SEEN_SPACES:
        return character
    code = ord(character)
    if character.isascii():
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004


def _date_flags(dates: Mapping[Role, str]) -> Iterator[str]:
    for role, words in dates.items():
        yield from _flag(str(role), words)


def _key_flags(keys: Mapping[str, Any]) -> Iterator[str]:
    for name in _FLAGS:
        if name in keys:
            value = keys[name]
            text = ",".join(value) if isinstance(value, tuple) else str(value)
            yield from _flag(name.replace("_", "-"), text)


def _quote(keys: Mapping[str, Any]) -> Iterator[str]:
    if "quote" in keys:
        yield from _flag("quote", str(keys["quote"]))


def _flag(name: str, value: str) -> list[str]:
    return [f"--{name}={value}"] if value.startswith("-") else [f"--{name}", value]


def _moment(value: object) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
