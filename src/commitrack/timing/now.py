"""Now: the instant that a run answers for, and the zone of the one who reads the answer."""

from datetime import date, datetime, tzinfo
from functools import lru_cache
from typing import NamedTuple

from commitrack.timing.zones import zone_info


class Now(NamedTuple):
    """The instant taken for now; a plain value, handed down from the program's edge.

    Attributes:
        at: the instant, aware.
        tz: the reader's zone.
        zone: the IANA name of the reader's zone, where it has one.
    """

    at: datetime
    tz: tzinfo
    zone: str | None = None

    def local(self) -> datetime:
        """The instant on the reader's clock."""
        return self.at.astimezone(self.tz)

    def today(self, zone: str | None = None) -> date:
        """The civil date in an IANA zone, or in the reader's when there is none.

        Raises:
            DateError: there is no such zone.
        """
        return civil_day(self.at, self.tz if zone is None else zone_info(zone))


@lru_cache(maxsize=256)
def civil_day(at: datetime, tz: tzinfo) -> date:
    """The civil date of an instant in a zone; a listing asks for the same ones again and again."""
    return at.astimezone(tz).date()
