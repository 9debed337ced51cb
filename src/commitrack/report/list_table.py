"""Everything that matches, for a terminal: one line a commitment."""

from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from commitrack.report.harmless import harmless
from commitrack.report.plain import plain_words
from commitrack.report.words import outcome_words, parties, plural
from commitrack.timing.display import format_when
from commitrack.timing.now import Now
from commitrack.timing.reckoning import Item, Section


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
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(overflow="fold", max_width=25)
        table.add_column(overflow="fold", max_width=24)
        table.add_column(overflow="fold")
        for item in self.items:
            table.add_row(*self._cells(item))
        yield table
        yield Text(plural(len(self.items), "commitment"), style="dim")

    def _cells(self, item: Item) -> tuple[Text, Text, Text]:
        it = item.standing.commitment
        name = Text(it.id, style="bold")
        name.append(f"\n{parties(it.by)} · {it.kind}", style="dim not bold")
        when = item.date.when if item.date else None
        date = Text(format_when(when) if when else "no date")
        date.append(f"\n{self._state(item)}", style="red" if item.section is Section.LATE else "dim")
        words = Text(harmless(it.title))
        if item.standing.is_disputed:
            words.append("\nDISPUTED", style="yellow")
        return name, date, words

    def _state(self, item: Item) -> str:
        if item.section is None:
            late = plain_words(item, self.now)
            words = outcome_words(item.standing)
            return words if late == "-" else f"{words}, {late}"
        return plain_words(item, self.now)
