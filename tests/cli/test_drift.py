"""Pages that were edited: `sources check` and `check` find their quotes again, changed or gone."""

import json

import pytest

from tests.cli.desk import Desk

PAGE = (
    "The ministers met in Oslo.\n\n"
    "“The treaty will be signed\nin May,” the minister said. Nothing more was said.\n"
)
QUOTE = "The treaty will be signed in May"
DRIFTED = PAGE.replace("May", "June")
GONE = "The ministers met in Oslo.\n\nNothing more was said.\n"


@pytest.fixture
def kept(desk: Desk) -> Desk:
    """A ledger whose only quote stands in the text kept of a page."""
    desk.write(PAGE, "oslo.txt")
    add = ["add", "Sign the treaty", "--source", "oslo.txt", "--said", "2025-07-08", "--id", "sign"]
    done = desk.run([*add, "--due", "2026-05", "--quote", QUOTE])
    assert done.code == 0, done.err
    return desk


def look_again(desk: Desk, page: str, day: str = "2025-07-10") -> None:
    desk.write(page, "oslo.txt")
    now = f"{day}T09:00+09:00"
    done = desk.run("sources add oslo.txt --seen oslo-2025-07-08", COMMITRACK_NOW=now)
    assert done.code == 0, done.err


def findings(desk: Desk) -> list[tuple[str, str, str, str]]:
    document = json.loads(desk.run("check --json").out)
    return [
        (one["code"], one["severity"], one["message"], one["hint"]) for one in document["findings"]
    ]


def test_what_changed_in_the_page_is_a_warning_with_its_words_and_line(kept: Desk) -> None:
    look_again(kept, f"Updated.\n{DRIFTED}")

    assert findings(kept) == [
        (
            "quote-drifted",
            "warning",
            (
                "line 4 of the latest text of oslo-2025-07-08 reads now: "
                '"The treaty will be signed in June"'
            ),
            (
                'the page was edited: commitrack note sign "…" --source oslo-2025-07-08, '
                "or commitrack update sign EVENT --source oslo-2025-07-08"
            ),
        )
    ]
    assert kept.run("check").code == 0
    assert kept.run("check --strict").code == 1


def test_what_is_gone_from_the_page_is_a_warning(kept: Desk) -> None:
    look_again(kept, GONE)

    assert findings(kept) == [
        (
            "quote-orphan",
            "warning",
            "the latest text of oslo-2025-07-08 has it no longer, nor anything like it",
            (
                "the words were said all the same; if that says something: "
                'commitrack note sign "…" --source oslo-2025-07-08'
            ),
        )
    ]


def test_the_finding_stands_at_the_quote(kept: Desk) -> None:
    look_again(kept, GONE)

    (finding,) = json.loads(kept.run("check --json").out)["findings"]

    line = kept.text.splitlines()[finding["line"] - 1]
    assert line[finding["column"] - 1 :] == f'"{QUOTE}"'


@pytest.mark.parametrize(
    ("page", "state", "line", "now"),
    [
        (f"Updated.\n\n{PAGE}", "ok", 5, "The treaty will be signed\nin May"),
        (DRIFTED, "drifted", 3, "The treaty will be signed\nin June"),
        (GONE, "orphan", None, None),
    ],
)
def test_sources_check_says_what_became_of_each(
    kept: Desk, page: str, state: str, line: int | None, now: str | None
) -> None:
    look_again(kept, page)

    done = kept.run("sources check --json")

    assert done.code == (0 if state == "ok" else 1)
    assert json.loads(done.out) == {
        "schema_version": 1,
        "quotes": [
            {
                "source": "oslo-2025-07-08",
                "commitment": "sign",
                "quote": QUOTE,
                "state": state,
                "line": line,
                "found": True,
                "now": now,
                "selector": {
                    "exact": "The treaty will be signed\nin May",
                    "prefix": "The ministers met in Oslo.\n\n“",
                    "suffix": ",” the minister said. Nothing mo",
                },
            }
        ],
        "missing": 0,
        "links": None,
    }


def test_a_line_has_the_state_the_place_and_the_new_words(kept: Desk) -> None:
    look_again(kept, DRIFTED)

    done = kept.run("sources check")

    assert (done.code, done.err) == (1, "1 quote: 1 drifted\n")
    assert done.out == (
        "drifted  sign  oslo-2025-07-08, line 3  “The treaty will be signed in May”  "
        "now “The treaty will be signed in June”\n"
    )


def test_the_latest_text_counts_whatever_stood_between(kept: Desk) -> None:
    look_again(kept, GONE, "2025-07-10")
    look_again(kept, PAGE, "2025-07-12")

    assert kept.run("sources check").out.startswith("ok  sign")
    assert findings(kept) == []


def test_looks_that_a_merge_has_mixed_are_taken_in_the_order_of_time(kept: Desk) -> None:
    look_again(kept, GONE, "2025-07-12")
    look_again(kept, DRIFTED, "2025-07-10")

    assert kept.run("sources check").out.startswith("orphan  sign")


@pytest.mark.parametrize("state", [DRIFTED, GONE])
def test_a_note_that_cites_the_source_settles_it(kept: Desk, state: str) -> None:
    look_again(kept, state)

    kept.run(
        'note sign "The page was edited on 9 July" --source oslo-2025-07-08',
        COMMITRACK_NOW="2025-07-11T09:00+09:00",
    )

    assert findings(kept) == []
    assert kept.run("sources check").code == 1


def test_an_event_that_quotes_the_new_words_settles_it(kept: Desk) -> None:
    look_again(kept, DRIFTED)

    done = kept.run(
        ["update", "sign", "rescheduled", "--due", "2026-06", "--source", "oslo-2025-07-08",
         "--quote", "will be signed in June", "--on", "2025-07-10"],
        COMMITRACK_NOW="2025-07-11T09:00+09:00",
    )  # fmt: skip

    assert done.code == 0, done.err
    assert findings(kept) == []


def test_so_does_one_that_was_said_before_the_look_and_recorded_after_it(kept: Desk) -> None:
    look_again(kept, DRIFTED)

    done = kept.run(
        ["update", "sign", "rescheduled", "--due", "2026-06", "--source", "oslo-2025-07-08",
         "--quote", "will be signed in June", "--on", "2025-07-08"],
        COMMITRACK_NOW="2025-07-11T09:00+09:00",
    )  # fmt: skip

    assert done.code == 0, done.err
    assert findings(kept) == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("note sign Look", "2025-07-11"),
        ("note sign Look --source oslo-2025-07-08 --on 2025-07-09", "2025-07-11"),
        ("update sign step --source oslo-2025-07-08", "2025-07-11"),
    ],
    ids=["no source", "before the look", "no words of it"],
)
def test_an_event_that_does_not_tell_of_it_settles_nothing(
    kept: Desk, words: str, day: str
) -> None:
    look_again(kept, DRIFTED)

    assert kept.run(words, COMMITRACK_NOW=f"{day}T09:00+09:00").code == 0

    assert [code for code, *_ in findings(kept)] == ["quote-drifted"]


def test_what_is_taken_back_is_not_looked_up(kept: Desk) -> None:
    look_again(kept, GONE)
    kept.run("correct sign --void")

    assert findings(kept) == []
    assert kept.run("sources check").out == ""


def test_of_two_sources_the_one_that_had_the_words_is_asked(kept: Desk) -> None:
    kept.write("Another paper wrote of Oslo.\n", "post.txt")
    kept.run("sources add post.txt --said 2025-07-08")
    kept.run("correct sign --source post-2025-07-08,oslo-2025-07-08")
    look_again(kept, DRIFTED)

    assert kept.run("sources check").out.startswith("drifted  sign  oslo-2025-07-08, line 3")


def test_two_places_without_the_old_neighbours_are_not_told_apart(kept: Desk) -> None:
    words = "in his view the treaty, said he. The treaty will be signed in May"
    look_again(kept, f"Well, {words}. Indeed, {words}, it was said.\n")

    (finding,) = findings(kept)

    assert finding[2] == (
        "the latest text of oslo-2025-07-08 has these words 2 times, "
        "and none between the words they stood between; line 1 comes nearest"
    )
    assert kept.run("sources check").out.endswith("  2 times\n")


@pytest.mark.parametrize(
    ("page", "state", "told"),
    [
        (DRIFTED, "drifted", "the page reads now, line 3: “The treaty will be signed in June”"),
        (GONE, "orphan", "the latest text of the page has this quote no longer"),
    ],
)
def test_show_tells_it_too(kept: Desk, page: str, state: str, told: str) -> None:
    look_again(kept, page)

    shown = kept.run("show sign")
    assert told in shown.words
    assert shown.lines[-1].split()[-2:] == ["yes", state]
    (text,) = json.loads(kept.run("show sign --json").out)["items"][0]["texts"]
    assert (text["found"], text["state"]) == (True, state)


def test_words_of_the_page_cannot_steer_a_terminal(kept: Desk) -> None:
    look_again(kept, PAGE.replace("in May", "in \x1b[31mMay\u202e"))

    for line in ("sources check", "check", "show sign"):
        out = kept.run(line).out
        assert "\x1b" not in out
        assert "\u202e" not in out
