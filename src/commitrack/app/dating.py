"""Dates given in words, understood against the day that the words were said."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from commitrack.app.anchoring import Around, understand_anchored
from commitrack.domain.commitment import Dates
from commitrack.domain.when import Role, When
from commitrack.errors import DateError, UsageError
from commitrack.timing.anchor import Anchor
from commitrack.timing.bounds import START
from commitrack.timing.countdown import countdown_words
from commitrack.timing.display import format_when
from commitrack.timing.grammar import Understood, parse_words


class FarDateError(DateError):
    """An inferred date more than six months away, which wants to be confirmed."""

    code = "far-date"


class DatesGiven(NamedTuple):
    """The dates of one statement, understood.

    Attributes:
        understood: by role, in the order of the roles.
        zone: the IANA zone that they name, if one does.
    """

    understood: tuple[tuple[Role, Understood], ...]
    zone: str | None

    def table(self, *, alone: bool = True) -> dict[str, Any]:
        """The keys of the dates, as the ledger writes them.

        Args:
            alone: the statement has no other dates, to which a zone beside them would extend.
        """
        table: dict[str, Any] = {str(role): one.when.value for role, one in self.understood}
        if self.zone is None:
            return table
        if alone and all(one.when.zone for _, one in self.understood):
            return {**table, "zone": self.zone}
        # A zone of its own, so that a plain day beside it stays the same day everywhere.
        return {str(role): _with_own_zone(one.when) for role, one in self.understood}

    def dates(self) -> Dates:
        """The dates by role."""
        return tuple((role, one.when) for role, one in self.understood)

    def get(self, role: Role) -> When | None:
        """The date of a role, if it was given."""
        return next((one.when for given, one in self.understood if given is role), None)


def _with_own_zone(when: When) -> object:
    if when.at is None or when.zone is None:
        return when.value
    return f"{when.at.isoformat(timespec='seconds')}[{when.zone}]"


def understand_dates(
    words: Mapping[Role, str], anchor: Anchor, around: Around, *, confirmed: bool
) -> DatesGiven:
    """The dates that the words mean.

    Args:
        around: what they may count from, besides days.
        confirmed: take an inferred date more than six months away without asking.

    Raises:
        UnknownIdError: a date counts from a commitment that the ledger does not have.
        DateError: words that are no date, or two dates on the clocks of two zones.
        FarDateError: an inferred date that is far, and was not confirmed.
    """
    understood = tuple(
        (role, _understand(words[role], role, anchor, around)) for role in Role if role in words
    )
    for role, one in understood:
        if one.far and not confirmed:
            distance = f"{countdown_words(one.when, role, anchor.now)}, more than six months"
            raise FarDateError(
                f"{one.why}, is {format_when(one.when)}, {distance}. Nothing was written",
                remedy="write the year, or confirm it with --yes",
            )
    zones = {one.when.zone for _, one in understood if one.when.zone}
    if len(zones) > 1:
        message = f"one statement cannot have the clocks of {' and '.join(sorted(zones))}"
        raise UsageError(message, remedy="record the second date with: commitrack update")
    return DatesGiven(understood, zones.pop() if zones else None)


def _understand(words: str, role: Role, anchor: Anchor, around: Around) -> Understood:
    try:
        read = understand_anchored(words, role, anchor, around) or parse_words(words, anchor)
        return _with_end(words, role, read)
    except DateError as error:
        stop = "" if error.message.endswith("?") else "."
        error.message = f"{error.message}{stop} Nothing was written"
        raise


def _with_end(words: str, role: Role, read: Understood) -> Understood:
    """The same: a duty is due by some day, and "from September on" names none."""
    when = read.when
    if role is Role.DUE and read.side == START and when.first != when.last:
        message = f'"{words}" has no end, and a duty is due by some day'
        raise DateError(message, remedy="write the last day, or --effective for what starts then")
    return read
