"""Laws of the grammar: no words raise anything but a DateError, and what is read is read again."""

from datetime import date, datetime

from hypothesis import example, given
from hypothesis import strategies as st

from commitrack.errors import DateError
from commitrack.timing.anchor import Anchor
from commitrack.timing.grammar import parse_words
from commitrack.timing.lexicon import lexicon
from commitrack.timing.moments import parse_as_of, parse_moment, parse_span, parse_window
from commitrack.timing.values import format_value
from tests.timing.clocks import READERS, SEOUL, attempt, now_at

ANCHORS = st.builds(Anchor, st.dates(), st.just("it was said"), st.just(SEOUL))
PIECES = st.one_of(
    st.sampled_from(sorted(lexicon().words)),
    st.sampled_from(["Q3", "H1", "New York", "Asia/Seoul", "[UTC]", "1st", "31st", "+30d", ".."]),
    st.from_regex(r"[0-9²]{1,10}", fullmatch=True),
    st.from_regex(r"[0-9]{4}[-/.][0-9]{1,2}([-/.][0-9]{1,2})?[~?]?", fullmatch=True),
    st.from_regex(r"[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?([-+][0-9]{2}:?[0-9]{2}|Z|am)?", fullmatch=True),
    st.text(max_size=5),
)
WORDS = st.lists(PIECES, max_size=5).map(" ".join)


@given(st.one_of(WORDS, st.text(max_size=300)), ANCHORS, st.sampled_from([None, "Asia/Seoul"]))
@example("²", Anchor(date.max, "today", SEOUL), None)
@example("\x00", Anchor(date.min, "today", SEOUL), None)
@example("yesterday", Anchor(date.min, "today", SEOUL), None)
@example("12345678901234567890", Anchor(date.min, "today", SEOUL), None)
def test_no_words_raise_anything_but_a_date_error(
    text: str, anchor: Anchor, zone: str | None
) -> None:
    understood = attempt(lambda: parse_words(text, anchor, zone=zone))

    if isinstance(understood, DateError):
        assert understood.message
        assert len(understood.message) < 300
        return
    when = understood.when
    assert isinstance(when.value, date | str)
    assert when.days()[0] <= when.days()[1]
    again = parse_words(format_value(when.value), anchor, zone=when.zone).when
    assert again.resolves_as(when)


@given(st.one_of(WORDS, st.builds("{}..{}".format, WORDS, WORDS)))
def test_no_moment_or_span_raises_anything_but_a_date_error(text: str) -> None:
    moment = attempt(lambda: parse_moment(text, SEOUL))
    end = attempt(lambda: parse_as_of(text, SEOUL))
    window = attempt(lambda: parse_window(text, SEOUL))
    span = attempt(lambda: parse_span(text, SEOUL))

    if isinstance(moment, datetime) and isinstance(end, datetime):
        assert moment <= end
    assert isinstance(window, date | DateError)
    if isinstance(span, tuple) and span[0] and span[1]:
        assert span[0] <= span[1]


@given(
    st.one_of(
        st.dates().map(str),
        st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1)).map(  # noqa: DTZ001 - hypothesis
            lambda at: f"{at.isoformat()}-04:00"
        ),
        st.sampled_from(["2025-Q3", "2025", "2025-09~", "2025-08-01/.."]),
    ),
    st.sampled_from(READERS),
)
def test_iso_dates_mean_the_same_to_every_reader(text: str, reader: str) -> None:
    here = Anchor(date(2025, 7, 7), "it was said", now_at("2025-07-08T00:00+00:00", reader))
    there = here._replace(now=SEOUL)

    assert parse_words(text, here) == parse_words(text, there)
