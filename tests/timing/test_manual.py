"""The manual page of dates: every row of its tables is true."""

import re
from pathlib import Path

import pytest

from commitrack.errors import DateError
from commitrack.timing.grammar import parse_words
from commitrack.timing.values import format_value
from tests.timing.clocks import SAID

PAGE = Path(__file__).parents[2] / "docs" / "dates.md"


def rows(page: str, second: str) -> list[list[str]]:
    """The cells of the tables whose header starts with what is written and this column."""
    found, inside = [], False
    for line in page.splitlines():
        cells = [cell.strip().strip("`") for cell in line.strip("|").split("|")]
        if not line.startswith("|"):
            inside = False
        elif cells[:2] == ["you write", second]:
            inside = True
        elif inside and not re.fullmatch(r"[|-]+", line):
            found.append(cells)
    return found


UNDERSTOOD = rows(PAGE.read_text(encoding="utf-8"), "it becomes")
REFUSED = rows(PAGE.read_text(encoding="utf-8"), "why")


def test_the_tables_are_found() -> None:
    assert len(UNDERSTOOD) > 50
    assert len(REFUSED) > 20


@pytest.mark.parametrize("cells", UNDERSTOOD, ids=lambda cells: str(cells[0]))
def test_what_the_page_says_is_understood_becomes_what_it_says(cells: list[str]) -> None:
    when = parse_words(cells[0], SAID).when

    assert format_value(when.value) == cells[1]
    ends = [str(when.first or "open"), str(when.last or "open")]
    assert cells[2:] in ([], [when.zone or "none"], ends)


@pytest.mark.parametrize("cells", REFUSED, ids=lambda cells: str(cells[0]))
def test_what_the_page_says_is_refused_is_refused_for_that_reason(cells: list[str]) -> None:
    with pytest.raises(DateError) as caught:
        parse_words(cells[0], SAID)

    assert caught.value.message == cells[1]
