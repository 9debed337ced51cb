"""What a start of `read` costs: into a pipe it imports nothing heavy, and no way of recording."""

import pytest

from tests.cli.test_processes import HEAVY, imported, tops, verbs
from tests.read.desk import ReadingDesk

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("more", [[], ["--json"], ["--dates"], ["--all", "--why"]], ids=" ".join)
def test_reading_into_a_pipe_imports_nothing_heavy(desk: ReadingDesk, more: list[str]) -> None:
    modules = imported(desk, "read", "harbour.txt", "--said", "2025-07-07", *more)

    assert tops(modules) & (HEAVY | {"trafilatura", "pypdf", "lxml"}) == set()
    assert verbs(modules) == {"read"}
    assert modules.isdisjoint(
        {"commitrack.app.recording", "commitrack.app.happening", "commitrack.app.harvest.recording"}
    )
