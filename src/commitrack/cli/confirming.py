"""Asking about an inferred date that is far away; only a terminal is asked."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

from commitrack.app.dating import FarDateError
from commitrack.report.harmless import harmless

if TYPE_CHECKING:
    from collections.abc import Callable

    from commitrack.cli.session import Session


class Confirmable(Protocol):
    """What a verb was told, with a flag that far dates were confirmed."""

    def _replace(self, *, confirmed: bool) -> Self: ...


Told = TypeVar("Told", bound=Confirmable)
Done = TypeVar("Done")


def confirmed(session: Session, told: Told, do: Callable[[Told], Done]) -> Done:
    """Do it; if a date is far, ask, and do it only when a person says yes.

    Raises:
        FarDateError: nobody can be asked, or the answer was no.
    """
    try:
        return do(told)
    except FarDateError as error:
        if not session.can_ask:
            raise
        asked = harmless(error.message.partition(". ")[0])
        session.hint("\n".join(wrap(asked, max(session.width, 20))))
        session.world.stderr.write("Record it so? [y/N] ")
        session.world.stderr.flush()
        answer = session.world.stdin.readline().strip().lower()
        if answer not in ("y", "yes"):
            raise
        return do(told._replace(confirmed=True))
