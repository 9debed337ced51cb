"""`show`: one commitment whole."""

import json
from itertools import pairwise

import pytest

from tests.cli.desk import SHIPPED, Desk
from tests.cli.ledgers import BOOK

PICTURE = "--now 2025-08-06T21:00+09:00"


def test_the_picture_of_the_tariff_in_its_order(desk: Desk) -> None:
    shown = desk.run(f"show tariff-south --ledger {SHIPPED} {PICTURE}").words

    parts = [
        "Tariff on South Korean goods takes effect",
        "US, to KR · measure · by order",
        "evidence: official",
        "IN 16 H 01 MIN Thu 7 Aug 2025 00:01 Washington (EDT)",
        "Thu 7 Aug 2025 13:01 Seoul, your time",
        "last full day before: Wed 6 Aug, Washington",
        "+120 days after the first date, Wed 9 Apr 2025",
        "moved 3 times, the last time with 1 day's notice",
        "HAPPENED",
        "2 Apr",
        "9 Apr took effect",
        "9 Apr suspended",
        "+91 days",
        "7 Jul moved",
        "+114 days",
        "31 Jul moved",
        "+120 days",
        "SAID",
        "there is still time until the actual tariff imposition date of August 1",
        "as told by South Korea's Presidential Office",
        "SOURCES",
    ]
    places = [shown.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert all(a < b for a, b in pairwise([places[0], *places[3:9]]))


def test_several_are_shown_one_below_the_other_each_once(desk: Desk) -> None:
    desk.write(BOOK)

    shown = desk.run("show sign-bill sign-treaty sign-b")

    assert [line for line in shown.lines if line.startswith("Sign the")] == [
        line for line in shown.lines if line.endswith(("sign-bill", "sign-treaty"))
    ]
    assert shown.out.index("Sign the bill") < shown.out.index("Sign the treaty")
    assert shown.out.count("Sign the bill") == 1


def test_one_unknown_among_several_shows_none(desk: Desk) -> None:
    desk.write(BOOK)

    shown = desk.run("show sign-bill nosuch")

    assert (shown.code, shown.out) == (3, "")


def test_the_explanation_says_how_each_date_came_about(desk: Desk) -> None:
    desk.write(BOOK)

    shown = desk.run("show duty --explain").words

    assert "HOW THE DATES CAME ABOUT" in shown
    assert "The ledger says 2025-08-01: precision day" in shown
    assert "the same days for every reader" in shown


def test_an_uncertain_date_is_explained_as_its_interval(desk: Desk) -> None:
    desk.write('format = 1\n[commitment.a]\ntitle = "A"\ndue = "2025-08~"\nrecorded = 2025-07-01\n')

    shown = desk.run("show a --explain").words

    assert "from the start of Fri 1 Aug 2025 to the end of Sun 31 Aug 2025" in shown
    assert "and not exact" in shown


@pytest.mark.parametrize("form", ["text", "markdown", "bibtex", "csl-json"])
def test_sources_are_cited_in_four_forms(desk: Desk, form: str) -> None:
    desk.write(
        'format = 1\n[source.post]\ntitle = "On & on_"\noutlet = "Post"\nauthor = "A. Writer"\n'
        'url = "https://example.org/a_b"\nsaid = 2025-07-01\npublished = 2025-07-02\n'
        '[commitment.a]\ntitle = "A"\nsource = "post"\nrecorded = 2025-07-01\n'
    )

    cited = desk.run(f"show a --cite {form}").out

    wanted = {
        "text": "A. Writer. On & on_. Post. said 2025-07-01, published 2025-07-02. "
        "https://example.org/a_b.\n",
        "markdown": r"- A. Writer. [On \& on\_](<https://example.org/a_b>). Post.",
        "bibtex": "@online{post,\n  author = {A. Writer},\n  title = {On \\& on\\_},\n",
        "csl-json": '"author": [\n      {\n        "literal": "A. Writer"',
    }
    assert wanted[form] in cited
    if form == "csl-json":
        assert json.loads(cited)[0]["issued"] == {"date-parts": [[2025, 7, 2]]}


def test_a_form_of_citation_that_does_not_exist_is_refused(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("show duty --cite apa")

    assert done.code == 2
    assert "forms: text markdown bibtex csl-json" in done.err


def test_keys_that_nobody_knows_are_shown(desk: Desk) -> None:
    desk.write('format = 1\n[commitment.a]\ntitle = "A"\ncolour = "red"\nrecorded = 2025-07-01\n')

    shown = desk.run("show a")

    assert shown.code == 0
    assert "colour" in shown.words
    assert "red" in shown.words


def test_as_of_a_day_before_it_was_said_it_is_not_there(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("show sign-treaty --as-of 2025-06-30")

    assert done.code != 0
    assert "had not been said by then" in done.err


def test_it_needs_an_id(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("show")

    assert done.code == 2
    assert "commitrack show --help" in done.err


def test_a_terminal_of_80_columns_gets_no_longer_line(desk: Desk) -> None:
    every = [
        item["id"]
        for item in json.loads(desk.run(f"list --json --ledger {SHIPPED} --now 2026-08-01").out)[
            "items"
        ]
    ]

    shown = desk.run(
        ["show", *every, "--ledger", str(SHIPPED), "--now", "2026-08-01"],
        terminal=True,
        TERM="dumb",
    )

    assert max(len(line) for line in shown.lines) <= 80
