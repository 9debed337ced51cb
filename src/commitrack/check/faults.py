"""Faults: findings as the rules make them, each led to by its path in the ledger."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches

from commitrack.domain.finding import Finding, Path, Severity

_LONGEST = 60
_MOST_LISTED = 30
_MOST_COMPARED = 60


def error(code: str, path: Path, message: str, hint: str = "") -> Finding:
    """A finding that makes `check` fail."""
    return Finding(code, Severity.ERROR, message, hint, _owner(path), path)


def warning(code: str, path: Path, message: str, hint: str = "") -> Finding:
    """A finding that is worth a look."""
    return Finding(code, Severity.WARNING, message, hint, _owner(path), path)


def clip(text: object) -> str:
    """A value as a message quotes it.

    >>> clip("x" * 100) == "x" * 60 + "…"
    True
    """
    words = str(text)
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The known word that is nearest, as a question; else all of them, if they are few.

    >>> did_you_mean("efective", ["due", "effective"])
    'did you mean effective?'
    """
    words = list(known)
    near = get_close_matches(word[:_LONGEST], _likely(word, words), n=1, cutoff=0.6)
    if near:
        return f"did you mean {near[0]}?"
    return f"known: {' '.join(words)}" if 0 < len(words) <= _MOST_LISTED else ""


def _likely(word: str, known: list[str]) -> list[str]:
    """Of many words those that begin or end alike: the rest would cost seconds."""
    if len(known) <= _MOST_COMPARED:
        return known
    return [one for one in known if one[:2] == word[:2] or one[-3:] == word[-3:]]


def find_slips(given: Iterable[str], known: Collection[str]) -> frozenset[str]:
    """The known words that unknown ones are slips of: what is misspelt is not missing as well.

    >>> sorted(find_slips(["titel", "kind"], ["title", "kind"]))
    ['title']
    """
    near = [get_close_matches(w[:_LONGEST], known, n=1) for w in given if w not in known]
    return frozenset(match for matches in near for match in matches)


def _owner(path: Path) -> str | None:
    """The commitment or source that a path leads into."""
    is_owned = len(path) > 1 and path[0] in ("commitment", "source")
    return str(path[1]) if is_owned else None
