"""Everything that matches, for a terminal: in the columns of `due`, closed ones too."""

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from commitrack.report.cells import SECOND
from commitrack.report.due_table import items_table
from commitrack.report.words import plural
from commitrack.timing.now import Now
from commitrack.timing.reckoning import Item


class ListTable:
    """The listing as a rich renderable; give it to a console."""

    def __init__(self, items: tuple[Item, ...], now: Now) -> None:
        self.items = items
        self.now = now

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """One table, and how many there are."""
        if not self.items:
            yield Text("Nothing matches.")
            return
        yield items_table(self.items, self.now)
        yield Text(plural(len(self.items), "commitment"), style=SECOND)
