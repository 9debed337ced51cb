"""A desk for each test, and a reader that finds what the test says."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.read.articles import ALL, HARBOUR, Told, finder
from tests.read.desk import ReadingDesk


@pytest.fixture
def desk(tmp_path: Path) -> ReadingDesk:
    """A desk with an article on it, and no ledger."""
    desk = ReadingDesk(tmp_path)
    desk.write(HARBOUR, "harbour.txt")
    return desk


@pytest.fixture
def finds(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let the reader find these statements."""

    def choose(*told: Told) -> None:
        monkeypatch.setattr("commitrack.extract.statements.find_candidates", finder(told))

    choose(*ALL)
    return choose
