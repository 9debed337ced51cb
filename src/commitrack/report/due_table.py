"""What is due, for a terminal: three sections, two lines an item, colour only repeats the words."""

from collections.abc import Iterable, Iterator
from datetime import date

from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from commitrack.report.cells import COUNT_WIDTH, DATE_WIDTH, SECOND, item_cells
from commitrack.report.harmless import harmless
from commitrack.timing.countdown import countdown_words
from commitrack.timing.display import format_clock, format_day, format_when, short_day
from commitrack.timing.now import Now
from commitrack.timing.reckoning import Item, Section
from commitrack.timing.zones import abbreviation, place_name

_HEADINGS = {Section.LATE: "LATE", Section.COMING: "COMING", Section.UNDATED: "NO DATE"}
_STYLES = {Section.LATE: "bold red", Section.COMING: "bold", Section.UNDATED: "bold"}
_LATE_SHOWN = 5
_GAP = " " * 3


class DueTable:
    """The listing as a rich renderable; give it to a console.

    Args:
        items: in the order of `find_due`.
        until: the last day of the window.
        beyond: the nearest date after the window.
        all_late: show all that is late, not the latest five.
        is_filtered: the items are those that a filter chose.
    """

    def __init__(
        self,
        items: tuple[Item, ...],
        now: Now,
        until: date,
        beyond: Item | None,
        *,
        all_late: bool,
        is_filtered: bool = False,
    ) -> None:
        self.items = items
        self.now = now
        self.until = until
        self.beyond = beyond
        self.all_late = all_late
        self.is_filtered = is_filtered

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Header, sections, and what to do next."""
        yield self._header(options.max_width)
        yield Text()
        for section in Section:
            items = [item for item in self.items if item.section is section]
            if items:
                yield Text(_HEADINGS[section], style=_STYLES[section])
                yield from self._section(section, items)
        yield from self._footer(options.max_width)

    def _section(self, section: Section, items: list[Item]) -> Iterator[Table | Text]:
        hidden = 0
        if section is Section.LATE and not self.all_late and len(items) > _LATE_SHOWN:
            hidden = len(items) - _LATE_SHOWN
            items = items[-_LATE_SHOWN:]
            yield Text(f"  {hidden} older: --late shows all", style=SECOND)
        yield items_table(items, self.now)

    def _header(self, width: int) -> Text:
        local = self.now.local()
        where = f" {place_name(self.now.zone)}" if self.now.zone else ""
        left = f"{format_day(local.date())}, {format_clock(local.time())}{where}"
        today = local.date()
        right = f"{len(self.items)} open, to {short_day(self.until, today, weekday=True)}"
        gap = max(2, min(width, 80) - len(left) - len(right))
        return Text.assemble((left, "bold"), " " * gap, (right, SECOND))

    def _footer(self, width: int) -> Iterator[Text]:
        if not self.items:
            nothing = "Nothing that matches is due" if self.is_filtered else "Nothing is due"
            yield Text(f"{nothing} to {format_day(self.until)}.")
        if self.beyond is not None:
            yield Text(beyond_words(self.beyond, self.now), style=SECOND)
        if self.items:
            late = sum(item.section is Section.LATE for item in self.items)
            hidden = 0 if self.all_late else max(0, late - _LATE_SHOWN)
            following = f"Next: commitrack show {self.items[hidden].standing.id}"
            checked = "Nothing new? commitrack note ID --checked"
            fits = len(following) + len(_GAP) + len(checked) <= width
            yield Text()
            yield Text(f"{following}{_GAP if fits else chr(10)}{checked}", style=SECOND)


def items_table(items: Iterable[Item], now: Now) -> Table:
    """Items in three columns."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=DATE_WIDTH)
    table.add_column(width=COUNT_WIDTH)
    table.add_column(overflow="fold")
    for item in items:
        table.add_row(*item_cells(item, now))
    return table


def beyond_words(item: Item, now: Now) -> str:
    """The nearest date beyond the window, on one line."""
    dated = item.date
    if dated is None or dated.when is None:
        return ""
    words = countdown_words(dated.when, dated.role, now)
    clock = f" {abbreviation(dated.when.at, dated.when.zone)}" if dated.when.at else ""
    title = harmless(item.standing.commitment.title)
    return f"Beyond: {format_when(dated.when)}{clock} ({words}) {title}"
