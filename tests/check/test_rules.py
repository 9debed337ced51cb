"""Each code: a ledger with the fault, its place marked by `^`, and its neighbour without."""

from pathlib import Path

import pytest

from tests.check.ledgers import base, check_file, check_text, event, ledger, marked, save

ORDER_OF_1_AUGUST = "effective = 2025-08-01T00:01:00-04:00"
NEW_YORK = 'zone = "America/New_York"'
AT_NOON = "due = ^2025-07-09T11:59:00Z"
Y = base(header="[commitment.y]")
TWO_DATES = base("effective = 2025-08-01", "expires = 2025-09-01", header="[commitment.y]")


def gone(outcome: str) -> str:
    """Write the end of the other commitment."""
    return event(f'type = "{outcome}"', header="[[commitment.y.event]]")


CASES = {
    "bare-year": (base("due = ^2027"), base('due = "2027"')),
    "bad-date": (base('due = ^"2025-13"'), base('due = "2025-12"')),
    "bad-date skipped hour": (
        base("due = ^2026-03-08T02:30:00", NEW_YORK),
        base("due = 2026-03-08T03:30:00", NEW_YORK),
    ),
    "bare-year given by a correction": (
        base("due = 2025-09-01")
        + "\n"
        + event('type = "corrected"', "due = ^2027", leave="source"),
        base("due = 2027") + "\n" + event('type = "corrected"', 'due = "2027"', leave="source"),
    ),
    "correction-misses": (
        "\n".join([base(), event(), event('type = "corrected"', "of = ^2025-07-08")]),
        "\n".join([base(), event(), event('type = "corrected"', "of = 2025-07-09")]),
    ),
    "unknown-source": (base('source = ^"pages"'), base('source = "page"')),
    "unknown-source in a list": (
        base("source = [", '  "page",', '  ^"pages",', "]"),
        base("source = [", '  "page",', "]"),
    ),
    "unknown-source in an event": (base() + "\n" + event('source = ["page", ^"p"]'), base()),
    "unknown-source in a correction": (
        "\n".join([base(), event('type = "corrected"', 'source = ^"pages"')]),
        "\n".join([base('source = "pages"'), event('type = "corrected"', 'source = "page"')]),
    ),
    "unknown-key": (base("^efective = 2025-08-01", leave="review"), base("effective = 2025-08-01")),
    "unknown-key at the top": ("^[comitment.x]", Y),
    "unknown-key in a source": ('[source.b]\n^outlets = "B"', '[source.b]\noutlet = "B"'),
    "unknown-key in an event": (
        base() + "\n" + event("^of = 2025-07-08"),
        base() + "\n" + event('type = "corrected"', "of = 2025-07-09") + "\n" + event(),
    ),
    "unknown-key in a condition": (
        base('condition = { on = "y", ^if = 1 }') + "\n" + Y,
        base('condition = { on = "y" }') + "\n" + Y,
    ),
    "unknown-key through a correction": (
        base() + "\n" + event('type = "corrected"', '^reason = "x"'),
        base() + "\n" + event('type = "corrected"', 'note = "x"'),
    ),
    "wrong-type": (base("title = ^5"), base('title = "5"')),
    "wrong-type texts": (base("by = ^{ a = 1 }"), base('by = "US"')),
    "wrong-type item": (base('tags = ^["a", 1]'), base('tags = ["a", "b"]')),
    "wrong-type moment": (
        base() + "\n" + event('on = ^"2025-07-09"'),
        base() + "\n" + event("on = 2025-07-09T09:00:00+09:00"),
    ),
    "wrong-type flag": ('[source.b]\nofficial = ^"yes"', "[source.b]\nofficial = true"),
    "wrong-type condition": (
        base("condition = { on = ^5 }"),
        base('condition = "the bill passes"'),
    ),
    "wrong-type corrected away": (
        base("note = ^5"),
        base("note = 5") + "\n" + event('type = "corrected"', 'note = "5"'),
    ),
    "unknown-word": (base('kind = ^"promisse"'), base('kind = "promise"')),
    "unknown-word of an event": (base() + "\n" + event('type = ^"fulfiled"'), base()),
    "unknown-word instrument": (base('instrument = ^"Order"'), base('instrument = "order"')),
    "unknown-word corrected": (
        base() + "\n" + event('type = "corrected"', 'kind = ^"pledge"'),
        base('kind = "pledge"') + "\n" + event('type = "corrected"', 'kind = "promise"'),
    ),
    "missing-key": (base(leave="title", header="^[commitment.x]"), base()),
    "missing-key blank": (base('title = " "', header="^[commitment.x]"), base()),
    "missing-key kind": (base(leave="kind", header="^[commitment.x]"), base()),
    "missing-key recorded": (base(leave="recorded", header="^[commitment.x]"), base()),
    "missing-key in an event": (
        base() + "\n" + event(leave="type", header="^[[commitment.x.event]]"),
        base() + "\n" + event(),
    ),
    "missing-key when": (
        base() + "\n" + event(leave="on", header="^[[commitment.x.event]]"),
        base() + "\n" + event(),
    ),
    "missing-key seen": ("^[[source.page.seen]]", "[[source.page.seen]]\non = 2025-07-08"),
    "missing-key condition": (base("condition = ^{ }"), base('condition = "a"')),
    "no-source": (base(leave="source", header="^[commitment.x]"), base()),
    "no-source void": (
        base(leave="source", header="^[commitment.x]"),
        base(leave="source") + "\n" + event('type = "corrected"', "void = true", leave="source"),
    ),
    "outcome-without-source": (
        base() + "\n" + event('type = ^"fulfilled"', leave="source"),
        "\n".join([base(), *(event(f'type = "{t}"', leave="source") for t in ("note", "checked"))]),
    ),
    "outcome-without-source of a measure": (
        base() + "\n" + event('type = ^"took_effect"', leave="source"),
        base() + "\n" + event('type = "reaffirmed"', leave="source"),
    ),
    "superseded-without-link": (
        base() + "\n" + event('type = ^"superseded"'),
        "\n".join([base(), event('type = "superseded"', 'superseded_by = "y"'), Y]),
    ),
    "unknown-link": (
        base() + "\n" + event('type = "superseded"', 'superseded_by = ^"z"'),
        "\n".join([base(), event('type = "superseded"', 'superseded_by = "y"'), Y]),
    ),
    "unknown-link condition": (
        base('condition = { on = ^"z" }'),
        base('condition = { on = "y" }') + "\n" + Y,
    ),
    "unknown-link anchor": (
        base('due = { after = ^"z", within = "P90D" }'),
        base('due = { after = "y", within = "P90D" }') + "\n" + Y,
    ),
    "ring": (
        base('due = { after = ^"y", within = "P1D" }')
        + "\n"
        + base('due = { after = "x", within = "P1D" }', header="[commitment.y]"),
        base('due = { after = "y", within = "P1D" }') + "\n" + Y,
    ),
    "ring of one": (base('due = { before = ^"x" }'), base('due = { before = "y" }') + "\n" + Y),
    "ring of conditions": (
        base('condition = { on = ^"y" }')
        + "\n"
        + base('condition = { on = "x" }', header="[commitment.y]"),
        base('condition = { on = "y" }') + "\n" + Y,
    ),
    "anchor-gone": (
        base('due = { after = ^"y", within = "P1D" }') + "\n" + Y + "\n" + gone("withdrawn"),
        base('due = { after = "y", within = "P1D" }') + "\n" + Y + "\n" + gone("fulfilled"),
    ),
    "anchor-gone with no such date": (
        base('due = { after = ^"y", within = "P1D", at = "due" }')
        + "\n"
        + Y
        + "\n"
        + gone("fulfilled"),
        base('due = { after = "y", within = "P1D" }') + "\n" + Y + "\n" + gone("fulfilled"),
    ),
    "anchor-unclear": (
        base('due = { after = ^"y", within = "P1D" }') + "\n" + TWO_DATES,
        base('due = { after = "y", within = "P1D", at = "expires" }') + "\n" + TWO_DATES,
    ),
    "uncountable": (
        base('due = ^{ after = "y", within = "PT1H" }')
        + "\n"
        + base("due = 2025-08-01", header="[commitment.y]"),
        base('due = { after = "y", within = "P1D" }') + "\n" + TWO_DATES.replace("expires", "#"),
    ),
    "series-ends": (
        base("due = 2025-07-31", 'series = ^"x"'),
        base("due = 2025-07-31", 'series = "x"')
        + "\n"
        + base("due = 2025-08-31", 'series = "x"', header="[commitment.y]")
        + "\n"
        + base("due = 2025-12-31", 'series = "x"', header="[commitment.z]"),
    ),
    "series-ends called off": (
        base("due = 2025-07-31", 'series = ^"x"') + "\n" + event('type = "fulfilled"'),
        base("due = 2025-07-31", 'series = "x"') + "\n" + event('type = "withdrawn"'),
    ),
    "early-verdict": (
        base('kind = "standing"', "expires = 2025-12-31")
        + "\n"
        + event('type = ^"fulfilled"', "on = 2025-07-09"),
        base('kind = "standing"', "expires = 2025-07-09")
        + "\n"
        + event('type = "fulfilled"', "on = 2025-07-09"),
    ),
    "condition-gone": (
        base('condition = { on = ^"y" }') + "\n" + Y + "\n" + gone("not_fulfilled"),
        base('condition = { on = "y" }') + "\n" + Y + "\n" + gone("fulfilled"),
    ),
    "date-before-said": (base("due = ^2025-07-06"), base("due = 2025-07-07")),
    "date-before-said month": (base('due = ^"2025-06"'), base('due = "2025-06~"')),
    "date-before-said measure": (base("effective = ^2024-08-01"), base("effective = 2025-08-01")),
    "date-before-said instant": (
        base("due = ^2025-07-06T09:00:00Z"),
        base("due = 2025-07-06T23:00:00-10:00"),  # it was the 7th already in Kiribati
    ),
    "date-before-said by an event": (
        base() + "\n" + event('type = "rescheduled"', "due = ^2025-07-08"),
        base() + "\n" + event('type = "took_effect"', "effective = 2025-07-01"),
    ),
    "offset-misfit": (
        base("effective = ^2025-11-10T00:01:00-04:00", NEW_YORK),
        base("effective = 2025-11-10T00:01:00-05:00", NEW_YORK),
    ),
    "offset-misfit reported": (
        base() + "\n" + event('type = "reported"', "due = ^2025-08-01T00:01:00-05:00", NEW_YORK),
        base() + "\n" + event('type = "reported"', "due = 2025-08-01T00:01:00-04:00", NEW_YORK),
    ),
    "abbreviation-misfit": (
        base("due = 2025-11-10T00:01:00-05:00", NEW_YORK, 'stated = ^"12:01 a.m. EDT"'),
        base("due = 2025-11-10T00:01:00-05:00", NEW_YORK, 'stated = "12:01 a.m. EST"'),
    ),
    "abbreviation-misfit no clock": (
        base("due = 2025-12-10T18:00:00+01:00", 'stated = ^"six in the evening CEST"'),
        base("due = 2025-12-10T18:00:00+01:00", 'stated = "six in the evening CET"'),
    ),
    "abbreviation-misfit day": (
        base("due = 2025-08-01", 'zone = "Europe/London"', 'stated = ^"1 August, GMT"'),
        base("due = 2025-08-01", 'zone = "Europe/London"', 'stated = "1 August, BST"'),
    ),
    "abbreviation-misfit other place": (
        base("due = 2025-08-01T00:01:00+09:00", 'stated = ^"12:01 a.m. EDT"'),
        base(ORDER_OF_1_AUGUST, 'stated = "13:01 KST"'),
    ),
    "unknown-zone": (
        base(ORDER_OF_1_AUGUST, 'zone = ^"America/NewYork"'),
        base(ORDER_OF_1_AUGUST, NEW_YORK),
    ),
    "unknown-zone without a date": (base('zone = ^"EDT"'), base(NEW_YORK)),
    "clarified-outside": (
        base("due = 2025-08-01")
        + "\n"
        + event('type = "clarified"', "due = ^2025-08-02T00:01:00-04:00", NEW_YORK),
        base("due = 2025-08-01")
        + "\n"
        + event('type = "clarified"', "due = 2025-08-01T23:01:00-04:00", NEW_YORK),
    ),
    "clarified-outside in order of time": (
        "\n".join(
            [
                base("due = 2025-08-01"),
                event('type = "clarified"', "on = 2025-07-12", "due = ^2025-08-02"),
                event('type = "rescheduled"', "on = 2025-07-11", 'due = "2025-09"'),
            ]
        ),
        "\n".join(
            [
                base("due = 2025-08-01"),
                event('type = "clarified"', "on = 2025-07-12", "due = 2025-09-02"),
                event('type = "rescheduled"', "on = 2025-07-11", 'due = "2025-09"'),
            ]
        ),
    ),
    "clarified-outside of a day with a zone": (
        base("due = 2025-08-01", 'zone = "Asia/Seoul"')
        + "\n"
        + event('type = "clarified"', "due = ^2025-08-01T12:00:00-04:00", NEW_YORK),
        base("due = 2025-08-01", 'zone = "Asia/Seoul"')
        + "\n"
        + event('type = "clarified"', "due = 2025-07-31T12:00:00-04:00", NEW_YORK),
    ),
    "date-before-said by the hour": (
        base() + "\n" + event('type = "rescheduled"', "on = 2025-07-09T12:00:00Z", AT_NOON),
        base()
        + "\n"
        + event('type = "rescheduled"', "on = 2025-07-09T11:00:00Z", AT_NOON.replace("^", "")),
    ),
    "unknown-source in a list over lines, written with an escape": (
        base("source = ^[", r'  "pag\u0065s",', "]"),
        base("source = [", r'  "pag\u0065",', "]"),
    ),
    "unusable-period": (base('review = ^"90"'), base('review = "90d"')),
    "unusable-period remind": (
        base('remind = ["P30D", ^"soon"]'),
        base('remind = ["P30D", "P7D"]'),
    ),
    "unusable-period within": (
        base('due = { after = 2025-07-31, within = ^"90" }'),
        base('due = { after = 2025-07-31, within = "10 business days", calendar = "US" }'),
    ),
    "undated-without-review": (
        base(leave="review", header="^[commitment.x]"),
        base(leave="review") + "\n" + event('type = "withdrawn"'),
    ),
    "undated-without-review postponed": (
        base(leave="review", header="^[commitment.x]"),
        base(leave="review") + "\n" + event('type = "postponed"'),
    ),
    "quote-too-long": (base(f'quote = ^"{"a" * 301}"'), base(f'quote = "{"a" * 300}"')),
    "control-characters": (base(r'title = ^"a\u202Eb"'), base(r'title = "a\u200db \u00ad\u200f"')),
    "control-characters escape": (base(r'title = ^"a\u001b[1mb"'), base('title = "a\\tb\\nc"')),
    "control-characters in a key": (
        base('by = "US"', 'condition = { on = "y", ^"a\u202eb" = 1 }') + "\n" + Y,
        base('by = "US"', 'condition = { on = "y" }') + "\n" + Y,
    ),
    "control-characters zero width": (base('tags = [^"a\u200bb"]'), base('tags = ["ab"]')),
}
ALSO = {"control-characters in a key": ["unknown-key"]}
"""What else is true of the same place."""


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_found_at_its_place(name: str, tmp_path: Path) -> None:
    text, [place] = marked(ledger(CASES[name][0]))

    found = check_text(tmp_path, text)

    codes = [name.split(" ", maxsplit=1)[0], *ALSO.get(name, [])]
    assert found == [(code, *place) for code in codes]


@pytest.mark.parametrize("name", CASES)
def test_its_neighbour_is_sound(name: str, tmp_path: Path) -> None:
    assert check_text(tmp_path, ledger(CASES[name][1])) == []


def test_the_nearest_of_many_ids_is_named(tmp_path: Path) -> None:
    many = [f"[source.order-{number}]" for number in range(100, 300)]
    text = ledger(*many, "[source.fact-sheet]", base('source = "fact-shet"'))

    (finding,) = check_file(save(tmp_path, text))

    assert finding.hint == "did you mean fact-sheet?"
