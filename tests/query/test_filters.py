"""Filters: words that make one condition, or an error that underlines what is wrong."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from commitrack.app.listing import find_all, find_due
from commitrack.domain.vocabulary import Evidence, Kind, Outcome, Schedule
from commitrack.errors import FilterError
from commitrack.ledger.reading import read_ledger
from commitrack.query.fields import FIELDS, Compares
from commitrack.query.filters import Condition, parse_filters
from commitrack.timing.now import Now
from commitrack.timing.reckoning import Section

NOW = Now(datetime(2025, 7, 8, 12, tzinfo=UTC), UTC, "UTC")

LEDGER = read_ledger(
    """\
format = 1

[source.diplomacy-journal]
said = 2025-07-07
[source.order-14326]
said = 2025-07-07
official = true

[commitment.steel]
title = "Tariff on steel"
kind = "measure"
by = ["US"]
to = ["KR", "JP"]
instrument = "order"
effective = 2025-08-01
expires = 2026-08-01
source = "order-14326"
quote = "Duties of 25 per cent"
tags = ["tariff", "Metal"]
series = "duties"
recorded = 2025-07-07
[[commitment.steel.event]]
type = "rescheduled"
on = 2025-07-07
effective = 2025-08-07
recorded = 2025-07-07
[[commitment.steel.event]]
type = "rescheduled"
on = 2025-07-08
effective = 2025-08-11
source = "diplomacy-journal"
recorded = 2025-07-08

[commitment.ships]
title = "Coordinate on ships"
kind = "agreement"
by = ["KR", "US"]
via = "Presidential Office"
stated_by = "Wi Sung-lac"
note = "agreed in Washington"
stated = "closely"
source = "diplomacy-journal"
review = "P90D"
tags = ["ship"]
recorded = 2025-07-07

[commitment.bill]
title = "Pass the bill"
kind = "target"
by = ["KR"]
due = "2025-07"
source = "diplomacy-journal"
recorded = 2025-07-07
[[commitment.bill.event]]
type = "reported"
on = 2025-07-08
due = 2025-09-01
source = "diplomacy-journal"
recorded = 2025-07-08

[commitment.late]
title = "Send the list"
kind = "promise"
by = ["JP"]
due = 2025-07-01
recorded = 2025-06-01
[[commitment.late.event]]
type = "step"
on = 2025-12-01
source = "order-14326"
recorded = 2025-12-01

[commitment.kept]
title = "Open the office"
kind = "promise"
by = ["JP"]
due = 2025-07-03
recorded = 2025-06-01
[[commitment.kept.event]]
type = "fulfilled"
on = 2025-07-02
recorded = 2025-07-02

[commitment.meeting]
title = "Meet in Santiago"
kind = "intention"
by = ["CL"]
happens = "2025-07-20/.."
recorded = 2025-06-01
[[commitment.meeting.event]]
type = "postponed"
on = 2025-07-01
recorded = 2025-07-01
""",
    "commitments.toml",
)


def match(*words: str) -> list[str]:
    """List the ids that match, in the order of the ledger."""
    condition = parse_filters(words, NOW)
    return [item.standing.id for item in find_all(LEDGER.commitments, NOW, condition)]


def refuse(*words: str) -> FilterError:
    with pytest.raises(FilterError) as refusal:
        parse_filters(words, NOW)
    return refusal.value


def attempt(words: Sequence[str]) -> Condition | FilterError:
    """Make a condition, or the refusal; any other exception is a bug, and fails the test."""
    try:
        return parse_filters(words, NOW)
    except FilterError as error:
        return error


def underlined(error: FilterError) -> str:
    assert error.excerpt is not None
    return error.excerpt.text[error.excerpt.start : error.excerpt.end]


EVERYTHING = ["steel", "ships", "bill", "late", "kept", "meeting"]


def test_no_words_match_everything() -> None:
    assert match() == EVERYTHING


FOUND = [
    ("by:US", ["steel", "ships"]),
    ("by:us", ["steel", "ships"]),
    ("by:U", []),
    ("to:JP", ["steel"]),
    ("kind:measure", ["steel"]),
    ("kind:MEASURE", ["steel"]),
    ("outcome:open", ["steel", "ships", "bill", "late", "meeting"]),
    ("outcome:fulfilled", ["kept"]),
    ("outcome:kept", ["kept"]),
    ("outcome:in-effect", ["kept"]),
    ("outcome:partly", []),
    ("outcome:in-progress", []),
    ("schedule:overdue", ["late"]),
    ("schedule:met-early", ["kept"]),
    ("schedule:undated", ["ships", "meeting"]),
    ("section:late", ["late"]),
    ("section:coming", ["steel", "bill"]),
    ("section:undated", ["ships", "meeting"]),
    ("evidence:official", ["steel"]),
    ("evidence:claimed", ["ships"]),
    ("evidence:none", ["late", "kept", "meeting"]),
    ("instrument:order", ["steel"]),
    ("due:2025-07-01", ["bill", "late"]),
    ("effective:2025-08", ["steel"]),
    ("effective:2025-08-01", []),
    ("expires:2026", ["steel"]),
    ("happens:none", EVERYTHING),
    ("due:none", ["steel", "ships", "meeting"]),
    ("date:none", ["ships", "meeting"]),
    ("date:NONE", ["ships", "meeting"]),
    ("date:2026", ["steel"]),
    ("tag:tariff", ["steel"]),
    ("tag:metal", ["steel"]),
    ("tag:met", []),
    ("source:diplomacy", ["steel", "ships", "bill"]),
    ("source:14326", ["steel"]),
    ("text:SHIP", ["ships"]),
    ("text:25 per", ["steel"]),
    ("text:washington", ["ships"]),
    ("text:closely", ["ships"]),
    ("text:jp", ["steel", "late", "kept"]),
    ("id:e", ["steel", "late", "kept", "meeting"]),
    ("via:presidential", ["ships"]),
    ("stated_by:wi", ["ships"]),
    ("stated-by:wi", ["ships"]),
    ("series:duties", ["steel"]),
    ("moved:2", ["steel"]),
    ("moved:0", ["ships", "bill", "late", "kept", "meeting"]),
    ("moved:1..", ["steel"]),
    ("moved:..1", ["ships", "bill", "late", "kept", "meeting"]),
    ("slip:10", ["steel"]),
    ("slip:5..15", ["steel"]),
    ("slip:-3..0", ["bill", "late", "kept"]),
    ("disputed:yes", ["bill"]),
    ("disputed:no", ["steel", "ships", "late", "kept", "meeting"]),
    ("disputed:TRUE", ["bill"]),
]


@pytest.mark.parametrize(("word", "ids"), FOUND)
def test_each_field_finds_what_it_asks_for(word: str, ids: list[str]) -> None:
    assert match(word) == ids


def test_every_field_stands_in_the_table_above() -> None:
    assert {word.split(":")[0].replace("-", "_") for word, _ in FOUND} == set(FIELDS)


@pytest.mark.parametrize(
    ("span", "ids"),
    [
        ("30d", ["bill"]),
        ("+30d", ["bill"]),
        ("34d", ["steel", "bill"]),
        ("33d", ["bill"]),
        ("2025-08-11..", ["steel"]),
        ("2025-08-12..2026-07-31", []),
        ("..2025-07-01", ["bill", "late"]),
        ("2025-07-02..2025-07-03", ["bill", "kept"]),
        ("today", ["bill"]),
        ("2025-Q3", ["steel", "bill", "late", "kept"]),
        ("aug 11", ["steel"]),
    ],
)
def test_a_span_of_days_finds_dates_that_overlap_it(span: str, ids: list[str]) -> None:
    assert sorted({*match(f"due:{span}"), *match(f"effective:{span}")}) == sorted(ids)


def test_comma_is_or_words_are_and() -> None:
    assert match("to:KR,CL", "by:US") == ["steel"]
    assert match("by:CL,JP") == ["late", "kept", "meeting"]
    assert match("kind:promise,target", "outcome:open,broken") == ["bill", "late"]
    assert match("due:2025-07-01,2025-07-03") == ["bill", "late", "kept"]
    assert match("moved:2,3") == ["steel"]
    assert match("disputed:yes,no") == EVERYTHING
    assert match("by: CL , ,JP,") == ["late", "kept", "meeting"]


def test_not_negates_the_word_behind_it_alone() -> None:
    assert match("not", "by:US") == ["bill", "late", "kept", "meeting"]
    assert match("not", "by:US", "by:KR") == ["bill"]
    assert match("by:KR", "not", "tag:ship") == ["bill"]
    assert match("not", "not", "by:CL") == ["meeting"]
    assert match("not", "ship") == ["steel", "bill", "late", "kept", "meeting"]


def test_a_bare_word_is_looked_for_in_the_text() -> None:
    assert match("ship") == match("text:ship") == ["ships"]
    assert match("ship,steel") == match("text:ship,steel") == ["steel", "ships"]
    assert match("the", "bill") == ["bill"]
    assert match(",") == []


def test_what_has_no_such_key_does_not_match() -> None:
    assert match("via:o") == ["ships"]
    assert match("not", "via:o") == ["steel", "bill", "late", "kept", "meeting"]


def test_a_source_cited_after_now_is_not_found_yet() -> None:
    later = Now(datetime(2025, 12, 2, tzinfo=UTC), UTC, "UTC")
    condition = parse_filters(["source:order"], later)

    found = [item.standing.id for item in find_all(LEDGER.commitments, later, condition)]

    assert match("source:order") == ["steel"]
    assert found == ["steel", "late"]


def test_filters_narrow_what_is_due_too() -> None:
    due = find_due(LEDGER.commitments, NOW, date(2025, 8, 31), parse_filters(["by:KR"], NOW))

    assert [item.standing.id for item in due.items] == ["bill"]


@pytest.mark.parametrize(
    ("word", "wrong", "remedy"),
    [
        ("bye:US", "bye", "did you mean `by`?"),
        ("knd:measure", "knd", "did you mean `kind`?"),
        ("Outcom:open", "Outcom", "did you mean `outcome`?"),
        ("statd-by:wi", "statd-by", "did you mean `stated_by`?"),
        ("xyzzy:1", "xyzzy", "fields: by to kind"),
        ("zzz://example.org", "zzz", "fields: by to kind"),
    ],
)
def test_an_unknown_field_is_underlined_with_the_nearest_name(
    word: str, wrong: str, remedy: str
) -> None:
    error = refuse("by:US", word)

    assert error.message == "unknown field"
    assert underlined(error) == wrong
    assert error.remedy.startswith(remedy)
    assert error.exit_code == 2


@pytest.mark.parametrize(
    ("word", "wrong", "remedy"),
    [
        ("kind:mesure", "mesure", "did you mean `measure`?"),
        ("kind:measure,meas", "meas", "did you mean `measure`?"),
        ("kind:kin", "kin", "it is one of: measure promise"),
        ("outcome:fulfiled", "fulfiled", "did you mean `fulfilled`?"),
        ("outcome:in_effect", "in_effect", "it is one of: open"),
        ("section:lat", "lat", "did you mean `late`?"),
        ("schedule:over due", "over due", "did you mean `overdue`?"),
        ("evidence:officially", "officially", "did you mean `official`?"),
        ("instrument:ordr", "ordr", "did you mean `order`?"),
        ("moved:two", "two", "write a number or a span of numbers"),
        ("moved:2,x", "x", "write a number or a span of numbers"),
        ("moved:..", "..", "write a number or a span of numbers"),
        ("moved:2...3", "2...3", "write a number or a span of numbers"),
        ("moved:1234567890", "1234567890", "write a number or a span of numbers"),
        ("moved:3..1", "3..1", "write the smaller one first"),
        ("slip:²", "²", "write a number or a span of numbers"),
        ("disputed:perhaps", "perhaps", "write yes or no"),
        ("disputed:ye", "ye", "did you mean `yes`?"),
        ("due:someday", "someday", ""),
        ("due:2025-07-01,noday", "noday", ""),
        ("due:2025-02-30", "2025-02-30", ""),
        ("due:2025-09-01..2025-08-01", "2025-09-01..2025-08-01", ""),
        ("due:..", "..", ""),
    ],
)
def test_a_value_that_its_field_does_not_have_is_underlined(
    word: str, wrong: str, remedy: str
) -> None:
    error = refuse(word)

    assert error.message == f"`{word.split(':', maxsplit=1)[0]}` has no such value"
    assert underlined(error) == wrong
    assert error.excerpt is not None
    assert error.excerpt.end == len(word)
    assert error.remedy.startswith(remedy)
    assert error.remedy


@pytest.mark.parametrize("word", ["by:", "due:", "kind: ", "text:,", "moved: ,, "])
def test_a_field_without_a_value_says_what_to_write(word: str) -> None:
    error = refuse(word)

    assert error.message == f"`{word.split(':', maxsplit=1)[0]}:` has no value"
    assert error.excerpt is not None
    assert error.excerpt.start == len(word)
    assert error.remedy.startswith("write ")


@pytest.mark.parametrize("words", [["not"], ["by:US", "not"], ["not", "not"]])
def test_not_with_nothing_behind_it_is_an_error(words: list[str]) -> None:
    error = refuse(*words)

    assert error.message == "`not` has nothing behind it"
    assert underlined(error) == "not"


@pytest.mark.parametrize(
    ("name", "choices"),
    [
        ("kind", Kind),
        ("outcome", Outcome),
        ("schedule", Schedule),
        ("section", Section),
        ("evidence", Evidence),
    ],
)
def test_a_field_of_choices_takes_each_of_them_with_hyphens_or_without(
    name: str, choices: Sequence[str]
) -> None:
    for choice in choices:
        assert match(f"{name}:{choice}") == match(f"{name}:{choice.replace('_', '-').upper()}")


def test_each_commitment_has_one_of_the_choices() -> None:
    for name, field in FIELDS.items():
        if field.compares is Compares.CHOICE and name not in ("section", "instrument"):
            assert match(f"{name}:{','.join(field.choices)}") == EVERYTHING


VALUES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "30d",
            "2025-08..",
            "..",
            "none",
            "2..3",
            "yes",
            "measure",
            "P9999Y",
            "9999-12-31..",
            "+1d",
        ]
    ),
    st.text(alphabet="0123456789.-/QWd+, ", max_size=16),
)
WORDS = st.one_of(
    st.text(max_size=12),
    st.just("not"),
    st.builds("{}:{}".format, st.sampled_from([*FIELDS, "nofield", "Due"]), VALUES),
)


@given(st.lists(WORDS, max_size=4))
@example(["due:99999999d"])
@example(["due:9999-12-31..", "date:0001-01-01"])
@example(["\x00", ":", "::", "by::", "due:\n"])
def test_any_words_make_a_condition_or_an_error_that_says_where(words: list[str]) -> None:
    made = attempt(words)

    if isinstance(made, FilterError):
        assert made.excerpt is not None
        assert made.excerpt.text in words
        assert 0 <= made.excerpt.start < made.excerpt.end <= len(made.excerpt.text) + 1
    else:
        found = [item.standing.id for item in find_all(LEDGER.commitments, NOW, made)]
        assert set(found) <= set(EVERYTHING)


@given(WORDS.filter(lambda word: word != "not"))
def test_a_word_and_its_negation_part_everything_in_two(word: str) -> None:
    made = attempt([word])

    if not isinstance(made, FilterError):
        assert sorted([*match(word), *match("not", word)]) == sorted(EVERYTHING)
