from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.timeml import Timex
from benchmarks.timex_scoring import Counts, count, total
from commitrack.extract.temporal.recognising import find_times
from tests.extract.temporal.finding import unmark

SENTENCES = Path(__file__).with_name("floor.txt")


def scores() -> Iterator[Counts]:
    """The counts of each sentence."""
    said = date.min
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            said = date.fromisoformat(line[1:].strip())
        elif not line.startswith("#"):
            text, marks = unmark(line)
            found = find_times(text, said)
            system = [Timex(it.start, it.end, it.type.value, it.value) for it in found]
            yield count(system, [Timex(*mark) for mark in marks])


def test_of_over_two_hundred_sentences_nearly_all_times_are_found_with_their_values() -> None:
    counts = total(scores())

    assert counts.gold > 320
    assert counts.f1(counts.relaxed) >= 98
    assert counts.f1(counts.strict) >= 97
    assert counts.f1(counts.type) >= 97
    assert counts.f1(counts.value) >= 95
