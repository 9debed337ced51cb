"""`commitrack remind`."""

from typing import Annotated

import typer

from commitrack.cli.reminder_actions import ACTIONS, complete_words, refuse_slip
from commitrack.cli.reminders import ReminderOptions, say
from commitrack.cli.session import session_of

FACES = ("plain", "json")


def run(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ACTION] [FILTER|ID]...",
            help="ack ID, snooze ID 3d, status, log, test CHANNEL, install, uninstall; or filters",
            show_default=False,
            autocompletion=complete_words,
        ),
    ] = None,
    lead: Annotated[
        list[str] | None,
        typer.Option("--lead", metavar="PERIOD", help="How long before, instead: 30d,7d,0d."),
    ] = None,
    via: Annotated[
        list[str] | None,
        typer.Option("--via", metavar="CHANNEL", help="command:… or an address of apprise."),
    ] = None,
    digest: Annotated[
        bool, typer.Option("--digest", help="One message: what is late, and the week ahead.")
    ] = False,
    write_state: Annotated[
        bool, typer.Option("--write-state", help="With --now: keep what was said all the same.")
    ] = False,
    only_print: Annotated[
        bool, typer.Option("--print", help="install: only show what would be written.")
    ] = False,
) -> None:
    """Say what is new to be reminded of, each thing once; nothing new, no output.

    Before a date, by default, 30, 7, 3 and 1 days and on the day; every week while it is late;
    when it moved; and when what has no date is to be looked at again.
    """
    session = session_of(ctx)
    given = ReminderOptions(tuple(lead or ()), tuple(via or ()), digest, write_state, only_print)
    action, *rest = words or [""]
    if action in ACTIONS:
        ACTIONS[action](session, tuple(rest), given)
    else:
        refuse_slip(action)
        say(session, tuple(words or ()), given)
