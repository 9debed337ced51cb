from datetime import date

from commitrack.app.harvest.repeats import Repeats
from commitrack.domain.candidate import Candidate, DatedRole
from commitrack.domain.vocabulary import Kind
from commitrack.domain.when import Precision, Role, When


def quota_swap(title: str, day: date | None = None) -> Candidate:
    when = day and When(day, Precision.DAY, day, day)
    dates = (DatedRole(Role.DUE, when),) if when else ()
    return Candidate(0, 1, title, 0, title, title, Kind.PROMISE, by=("NO",), dates=dates)


def test_a_headline_without_a_date_is_said_again_by_the_sentence_that_has_one() -> None:
    repeats = Repeats()

    first = repeats.of(1, quota_swap("End cod quota swap"))
    again = repeats.of(2, quota_swap("End its cod quota swap", date(2026, 6, 30)))
    once_more = repeats.of(3, quota_swap("End the cod quota swap", date(2026, 6, 30)))

    assert (first, again, once_more) == (None, 1, 1)


def test_a_headline_stands_for_one_date_alone() -> None:
    repeats = Repeats()
    repeats.of(1, quota_swap("End cod quota swap"))
    repeats.of(2, quota_swap("End its cod quota swap", date(2026, 6, 30)))

    assert repeats.of(3, quota_swap("End its cod quota swap", date(2027, 6, 30))) is None


def test_two_dates_of_the_same_words_are_two_statements() -> None:
    repeats = Repeats()
    repeats.of(1, quota_swap("End cod quota swap", date(2026, 6, 30)))

    assert repeats.of(2, quota_swap("End cod quota swap", date(2027, 6, 30))) is None
