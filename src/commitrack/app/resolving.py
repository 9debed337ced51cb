"""Ids on the command line: exact, else a unique start, else a unique part."""

from collections.abc import Sequence
from difflib import get_close_matches

from commitrack.errors import AmbiguousIdError, InvalidLedgerError, UnknownIdError
from commitrack.ledger.reading import Ledger

_MOST_SHOWN = 8


def resolve_id(
    given: str, keys: Sequence[str], *, exact: bool = False, what: str = "commitment"
) -> str:
    """The one id that is meant.

    Args:
        exact: take no part for the whole; a script's target must not change when an id is added.

    Raises:
        UnknownIdError: none is; the remedy names the nearest.
        AmbiguousIdError: several are; the remedy lists them.
    """
    if given in keys:
        return given
    folded = given.casefold()
    starts = [key for key in keys if key.startswith(folded)] if folded else []
    hits = starts or ([key for key in keys if folded in key] if folded else [])
    if len(hits) == 1 and not exact:
        return hits[0]
    if len(hits) > 1 and not exact:
        raise AmbiguousIdError(f"{given} could be {len(hits)} {what}s", remedy=_row(hits))
    raise UnknownIdError(f"no {what} has the id {given}", remedy=_guess(given, hits, keys, what))


def find_commitment(given: str, ledger: Ledger, *, exact: bool = False) -> str:
    """The id of the one commitment that is meant.

    Raises:
        InvalidLedgerError: it is in the ledger, with a fault that makes it unreadable.
        UnknownIdError: none is meant, or several could be.
    """
    if given in ledger.left_out:
        message = f"{given} is in {ledger.name}, but cannot be read whole"
        raise InvalidLedgerError(message, remedy="`commitrack check` says why, with the place")
    return resolve_id(given, [it.id for it in ledger.commitments], exact=exact)


def _guess(given: str, hits: Sequence[str], keys: Sequence[str], what: str) -> str:
    if hits:
        return f"without a terminal the whole id is needed: {_row(hits)}"
    near = get_close_matches(given.casefold(), keys, n=3, cutoff=0.5)
    if near:
        return f"did you mean {_row(near)}?"
    return "list them with: commitrack " + ("sources" if what == "source" else "list")


def _row(keys: Sequence[str]) -> str:
    more = f" and {len(keys) - _MOST_SHOWN} more" if len(keys) > _MOST_SHOWN else ""
    return " ".join(keys[:_MOST_SHOWN]) + more
