"""`read` lists what it finds, and asks for nothing; what it cannot read it says."""

import io
import json
from collections.abc import Callable
from datetime import date

import pytest

from commitrack.cli.program import run
from commitrack.cli.world import World
from commitrack.domain.candidate import TimeExpression, TimeType
from commitrack.domain.vocabulary import Kind
from tests.cli.desk import CLOCK
from tests.read.articles import COUNTS, FARE, HARBOUR, PATIENCE, PIER, WINTER, Told
from tests.read.desk import ReadingDesk
from tests.read.hostile import BAD, UNSEEN

Finds = Callable[..., None]

PAGE = """\
Ferry fares to rise on the strait
published Mon 7 Jul 2025 (--published)

1  New fare of the night ferry starts
   measure        DK · said by the Danish ministry
   takes effect   Mon 1 Sep 2025                                    in 55 days
   strength       legally binding (4/4); precise: who, what and when (3/3)
   quote          line 7: "The new fare of the night ferry starts on 1 September"
   why            starts: a rule begins
   commitrack add 'New fare of the night ferry starts' --effective 2025-09-01 --by DK \
--kind measure --stated-by 'the Danish ministry' --stated 'on 1 September' \
--source harbour.txt --published 2025-07-07 \
--quote 'The new fare of the night ferry starts on 1 September'

2  Share passenger counts every week
   agreement      DK, SE
   strength       promised or agreed (3/4); fairly precise (2/3)
   quote          line 8: "Denmark and Sweden agreed to share their passenger counts every week"
   why            agreed to: an agreement
   commitrack add 'Share passenger counts every week' --by DK,SE --kind agreement \
--source harbour.txt --published 2025-07-07 \
--quote 'Denmark and Sweden agreed to share their passenger counts every week'

NOT COMMITMENTS
   line 13   hope     commuters will be patient
   and forecast (1)
   --all shows them whole
"""


def test_a_page_has_the_article_its_commitments_and_apart_what_binds_nobody(
    desk: ReadingDesk, finds: Finds
) -> None:
    finds(FARE, COUNTS, PATIENCE, WINTER)

    done = desk.run("read harbour.txt --published 2025-07-07")

    assert (done.code, done.out, done.err) == (0, PAGE, "")


def test_reading_alone_writes_nothing(desk: ReadingDesk, finds: Finds) -> None:
    finds(FARE)
    before = desk.files()

    desk.run("read harbour.txt --said 2025-07-07")
    desk.run("read harbour.txt --said 2025-07-07 --json")

    assert desk.files() == before


def test_an_article_without_a_day_is_exit_7_and_says_how_to_give_one(
    desk: ReadingDesk, finds: Finds
) -> None:
    finds(FARE)
    done = desk.run("read harbour.txt")

    assert (done.code, done.out) == (7, "")
    assert done.err == (
        "error: nothing in harbour.txt says when its words were said\n"
        "say it: --said 2025-07-07, or --published 2025-07-08\n"
    )


def test_a_date_line_without_a_year_is_named_and_its_year_asked_for(
    desk: ReadingDesk, finds: Finds
) -> None:
    finds(FARE)
    desk.write(f"Fares to rise\n\nMALMO, Feb. 29 (AP) - Fares rise.\n\n{HARBOUR}", "fares.txt")

    asked = desk.run("read fares.txt")
    told = desk.run("read fares.txt --published 2028-03-01")

    assert (asked.code, asked.out) == (7, "")
    assert asked.err == (
        "error: the date line of fares.txt, line 3, has no year\n"
        "say when it was published, --published YEAR-02-29: that gives the year\n"
    )
    assert "said Tue 29 Feb 2028 (the date line, line 3; its year from --published)" in told.words


@pytest.mark.parametrize("line", ["read harbour.txt", "read harbour.txt --json", "read - --yes"])
def test_a_day_is_never_guessed(desk: ReadingDesk, finds: Finds, line: str) -> None:
    finds(FARE)

    assert desk.pipe(HARBOUR, line).code == 7
    assert not desk.ledger.exists()


def test_an_article_in_which_nothing_is_found_says_so_in_a_line(
    desk: ReadingDesk, finds: Finds
) -> None:
    finds()
    desk.write("The harbour is old.\n\nIt was built by Danes.\n", "old.txt")

    done = desk.run("read old.txt --said 2025-07-07")

    assert done.code == 0
    assert done.lines[-1] == "No statement about the future was found in it."


def test_an_article_of_hopes_alone_says_that_it_has_no_commitment(
    desk: ReadingDesk, finds: Finds
) -> None:
    finds(PATIENCE)

    done = desk.run("read harbour.txt --said 2025-07-07")

    assert "No commitment was found in it." in done.lines
    assert "line 13 hope commuters will be patient" in done.words


def test_all_shows_what_binds_nobody_with_numbers_that_go_on(
    desk: ReadingDesk, finds: Finds
) -> None:
    finds(PATIENCE, FARE)

    done = desk.run("read harbour.txt --said 2025-07-07 --all")

    assert "1  New fare of the night ferry starts" in done.lines
    assert "2  Be patient" in done.lines
    assert "hope nobody named" in done.words


def test_why_gives_every_reason(desk: ReadingDesk, finds: Finds) -> None:
    finds(FARE)
    short = desk.run("read harbour.txt --said 2025-07-07")

    long = desk.run("read harbour.txt --said 2025-07-07 --why")

    assert "the ministry said it" not in short.out
    assert "starts: a rule begins the ministry said it" in long.words


def test_what_is_told_of_the_article_goes_before_what_it_says(
    desk: ReadingDesk, finds: Finds
) -> None:
    finds(FARE)

    done = desk.run(
        "read harbour.txt --said 2025-07-07 --published 2025-07-09 --title 'Dearer ferries' "
        "--outlet 'Strait Herald' --author 'A. Bro' --url https://herald.example/1"
    )

    assert done.lines[:2] == [
        "Dearer ferries",
        (
            "Strait Herald · A. Bro · said Mon 7 Jul 2025 (--said) · "
            "published Wed 9 Jul 2025 (--published)"
        ),
    ]
    assert (
        "--source harbour.txt --said 2025-07-07 --published 2025-07-09 --outlet 'Strait Herald' "
        "--author 'A. Bro' --url https://herald.example/1 --quote"
    ) in done.out


def test_nothing_is_cut_in_a_pipe_and_everything_fits_a_terminal(
    desk: ReadingDesk, finds: Finds
) -> None:
    long = PIER._replace(title="Repair the northern pier " * 8, more={"why": ("because " * 30,)})
    finds(long, PATIENCE)

    pipe = desk.run("read harbour.txt --said 2025-07-07")
    terminal = desk.run("read harbour.txt --said 2025-07-07", terminal=True)

    assert f"1  {long.title.strip()}" in pipe.lines
    assert "\x1b" not in pipe.out
    lines = [line for line in terminal.lines if "commitrack add" not in line]
    assert [line for line in lines if len(line) > 80 and "\x1b" not in line] == []


def test_a_terminal_that_nobody_answers_at_is_asked_nothing(
    desk: ReadingDesk, finds: Finds
) -> None:
    finds(FARE)

    done = desk.run("read harbour.txt --said 2025-07-07", terminal=True)

    assert done.code == 0
    assert "Record which?" not in done.words
    assert "so nothing is asked: --add 1,3 records" in done.err


# Several articles, standard input


def test_standard_input_is_an_article(desk: ReadingDesk, finds: Finds) -> None:
    finds(FARE)

    done = desk.pipe(HARBOUR, "read - --said 2025-07-07")

    assert done.code == 0
    assert "--source stdin-2025-07-07 --said 2025-07-07" in done.out


def test_numbers_go_on_from_article_to_article(desk: ReadingDesk, finds: Finds) -> None:
    finds(FARE, PIER, PATIENCE)
    desk.write("Sweden will repair the northern pier by 15 December 2025.\n", "pier.txt")

    done = desk.run("read harbour.txt pier.txt --said 2025-07-07 --all")

    titles = [line for line in done.lines if line[:1].isdigit()]
    assert titles == [
        "1  New fare of the night ferry starts",
        "2  Repair the northern pier",
        "4  Be patient",
        "3  Repair the northern pier",
    ]


def test_an_article_that_cannot_be_read_does_not_hide_the_others(
    desk: ReadingDesk, finds: Finds
) -> None:
    finds(FARE)

    done = desk.run("read gone.txt harbour.txt --said 2025-07-07")

    assert done.code == 7
    assert "1  New fare of the night ferry starts" in done.lines
    assert "there is no file gone.txt" in done.err


def test_nothing_is_recorded_when_one_article_cannot_be_read(
    desk: ReadingDesk, finds: Finds
) -> None:
    finds(FARE)

    done = desk.run("read gone.txt harbour.txt --said 2025-07-07 --yes")

    assert done.code == 7
    assert not desk.ledger.exists()


def test_an_article_that_the_ledger_dates_otherwise_does_not_hide_the_others(
    desk: ReadingDesk, finds: Finds
) -> None:
    finds(FARE, PIER)
    desk.run("read harbour.txt --published 2025-07-07 --add 1")
    desk.write("Sweden will repair the northern pier by 15 December 2025.\n", "pier.txt")

    done = desk.run("read harbour.txt pier.txt --published 2025-07-06")

    assert done.code == 2
    assert "1  Repair the northern pier" in done.lines
    assert "harbour.txt: error: harbour-2025-07-07 is in the ledger already" in done.err


def test_nothing_is_recorded_when_the_ledger_dates_one_article_otherwise(
    desk: ReadingDesk, finds: Finds
) -> None:
    finds(FARE, PIER)
    desk.run("read harbour.txt --published 2025-07-07 --add 1")
    desk.write("Sweden will repair the northern pier by 15 December 2025.\n", "pier.txt")
    before = desk.text

    done = desk.run("read pier.txt harbour.txt --published 2025-07-06 --yes")

    assert done.code == 2
    assert desk.text == before


@pytest.mark.parametrize("flags", ["", "--yes", "--json"])
def test_of_several_that_cannot_be_read_each_is_named(desk: ReadingDesk, flags: str) -> None:
    done = desk.run(f"read gone.txt lost.txt --said 2025-07-07 {flags}")

    assert (done.code, done.out) == (7, "")
    assert "there is no file gone.txt" in done.err
    assert "there is no file lost.txt" in done.err


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("read a.txt b.txt --title X", "--title is about one article, and 2 are given"),
        ("read a.txt b.txt --url https://x.example", "--url is about one article"),
        ("read harbour.txt harbour.txt", "an article is given twice"),
        ("read harbour.txt --add 1 --yes", "--add and --yes both say what is recorded"),
        ("read harbour.txt --dates --yes", "--dates lists times, and records nothing"),
        ("read harbour.txt --min-strength 3", "--min-strength says what --yes records"),
        ("read harbour.txt --yes --min-strength 5", "there is no strength 5"),
        ("read harbour.txt --yes --min-strength -1", "there is no strength -1"),
        ("read harbour.txt --add 1 --min-strength 3", "--min-strength says what --yes records"),
        ("read harbour.txt --said 2025-07-07 --add ''", "--add names no statement"),
        ("read harbour.txt --said 2025-07-07 --add ' '", "write --add 1,3 or 2-4 or all"),
        ("read harbour.txt --said 2025-07-07 --title ''", "--title is empty"),
        ("read harbour.txt --said 2025-07-07 --outlet ' '", "--outlet is empty"),
        ("read harbour.txt '' --said 2025-07-07", "an article has no name"),
        ("read harbour.txt --format tsv", "--format tsv is not a format of this command"),
        ("read harbour.txt --said soon", '"soon" is not understood in a date'),
        ("read", "Missing argument"),
    ],
)
def test_options_that_make_no_sense_are_refused(
    desk: ReadingDesk, finds: Finds, line: str, message: str
) -> None:
    finds(FARE)

    done = desk.run(line)

    assert done.code == 2
    assert message in done.err


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("gone.txt", "there is no file gone.txt"),
        (".", ". is a folder"),
        ("empty.txt", "empty.txt is empty"),
        ("~no-such-user/x", "cannot read ~no-such-user/x"),
    ],
)
def test_what_is_no_article_is_exit_7(desk: ReadingDesk, word: str, message: str) -> None:
    desk.write("", "empty.txt")

    done = desk.run(["read", word, "--said", "2025-07-07"])

    assert done.code == 7
    assert message in done.err


def test_a_file_is_read_no_further_than_an_article_may_be_long(desk: ReadingDesk) -> None:
    with (desk.folder / "endless.txt").open("wb") as endless:
        endless.truncate(10**12)  # takes no room on the disk

    for line in ("read endless.txt --said 2025-07-07", "add 'Repair it' --source endless.txt"):
        done = desk.run(line)

        assert done.code == 7
        assert "endless.txt is larger than 20 MB" in done.err


def test_standard_input_is_read_no_further_than_an_article_may_be_long(desk: ReadingDesk) -> None:
    endless = io.BytesIO(b"x" * 30_000_000)
    out, err = io.StringIO(), io.StringIO()
    world = World(desk.environment, desk.folder, lambda: CLOCK, io.TextIOWrapper(endless), out, err)

    assert run(["read", "-", "--said", "2025-07-07"], world) == 7
    assert "standard input is larger than 20 MB" in err.getvalue()
    assert endless.tell() == 20_000_001


# JSON, dates


def test_the_json_of_one_article_is_its_article_and_its_candidates(
    desk: ReadingDesk, finds: Finds
) -> None:
    finds(FARE, PATIENCE)

    document = json.loads(desk.run("read harbour.txt --published 2025-07-07 --json").out)

    day = {
        "role": "effective",
        "value": "2025-09-01",
        "precision": "day",
        "from": "2025-09-01",
        "to": "2025-09-01",
        "at": None,
        "zone": None,
        "stated": "on 1 September",
        "approximate": False,
        "basis": "stated",
        "after": None,
        "provisional": False,
    }
    quote = "The new fare of the night ferry starts on 1 September"
    hope = document["candidates"].pop()
    assert document == {
        "schema_version": 1,
        "article": {
            "title": "Ferry fares to rise on the strait",
            "outlet": None,
            "author": None,
            "said": None,
            "published": "2025-07-07",
            "url": None,
            "sha256": "1c5529e220f7fcd08cc4f59086ed4b49e4eb26b6b6671023881d4dbf77515e26",
            "chars": len(HARBOUR),
            "name": "harbour.txt",
            "dateline": None,
            "accessed": None,
            "origins": {"title": "the first line", "published": "--published"},
        },
        "candidates": [
            {
                "number": 1,
                "start": HARBOUR.index(quote),
                "end": HARBOUR.index(quote) + len(quote),
                "line": 7,
                "sentence": f'"{quote}," the Danish ministry said.',
                "quote": quote,
                "title": "New fare of the night ferry starts",
                "kind": "measure",
                "tracked": True,
                "by": ["DK"],
                "to": [],
                "stated_by": "the Danish ministry",
                "via": None,
                "obligation": 4,
                "precision": 3,
                "instrument": None,
                "condition": None,
                "said": None,
                "date": day,
                "dates": [day],
                "why": ["starts: a rule begins", "the ministry said it"],
                "repeats": None,
                "known": None,
                "command": "commitrack add 'New fare of the night ferry starts' "
                "--effective 2025-09-01 --by DK --kind measure --stated-by 'the Danish ministry' "
                "--stated 'on 1 September' --source harbour.txt --published 2025-07-07 "
                f"--quote '{quote}'",
            }
        ],
    }
    assert (hope["number"], hope["kind"], hope["tracked"], hope["date"]) == (2, "hope", False, None)


def test_the_json_of_several_articles_is_a_list_of_them(desk: ReadingDesk, finds: Finds) -> None:
    finds(FARE, PIER)
    desk.write(HARBOUR.replace("Ferry", "Boat"), "boat.txt")

    document = json.loads(desk.run("read harbour.txt boat.txt --said 2025-07-07 --json").out)

    assert document.keys() == {"schema_version", "articles"}
    assert [one.keys() for one in document["articles"]] == [{"article", "candidates"}] * 2
    numbers = [one["number"] for part in document["articles"] for one in part["candidates"]]
    assert numbers == [1, 2, 3, 4]


def test_the_json_of_several_articles_is_a_list_though_all_but_one_cannot_be_read(
    desk: ReadingDesk, finds: Finds
) -> None:
    finds(FARE)

    done = desk.run("read gone.txt harbour.txt --said 2025-07-07 --json")

    assert done.code == 7
    assert [one["article"]["name"] for one in json.loads(done.out)["articles"]] == ["harbour.txt"]


@pytest.fixture
def _two_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the recogniser find two times in the article, and none in another."""

    def find(text: str, said: date) -> tuple[TimeExpression, ...]:
        start = text.find("1 September")
        if start < 0:
            return ()
        why = ("the first one after it was said",)
        month = TimeExpression(start, start + 11, "1 September", TimeType.DATE, "2025-09-01", why)
        week = TimeExpression(
            start + 50, start + 60, "every week", TimeType.SET, "P1W", (), quant="EVERY"
        )
        return (month, week) if said == date(2025, 7, 7) else ()

    monkeypatch.setattr("commitrack.extract.temporal.recognising.find_times", find)


@pytest.mark.usefixtures("_two_times")
def test_dates_lists_every_time_expression_a_line(desk: ReadingDesk, finds: Finds) -> None:
    finds(FARE)

    done = desk.run("read harbour.txt --said 2025-07-07 --dates")

    assert done.lines[2:] == [
        "line 7    DATE     1 September  2025-09-01       the first one after it was said",
        "line 8    SET      every week   P1W quant=EVERY",
    ]


@pytest.mark.usefixtures("_two_times")
def test_dates_of_an_article_that_names_none_say_so(desk: ReadingDesk, finds: Finds) -> None:
    finds(FARE)
    desk.write("The harbour is old.\n", "old.txt")

    assert "No time is named in it." in desk.run("read old.txt --said 2025-07-07 --dates").lines


@pytest.mark.usefixtures("_two_times")
def test_the_json_of_dates_has_type_value_and_reasons(desk: ReadingDesk, finds: Finds) -> None:
    finds(FARE)

    document = json.loads(desk.run("read harbour.txt --said 2025-07-07 --dates --json").out)

    start = HARBOUR.index("1 September")
    assert document.keys() == {"schema_version", "article", "candidates", "dates"}
    assert document["dates"][0] == {
        "start": start,
        "end": start + 11,
        "text": "1 September",
        "type": "DATE",
        "value": "2025-09-01",
        "why": ["the first one after it was said"],
        "mod": None,
        "freq": None,
        "quant": None,
    }


# Text from outside


def test_nothing_of_an_article_steers_what_prints_it(desk: ReadingDesk, finds: Finds) -> None:
    text = f"{BAD}\n\nSweden will {BAD} by May.\n"
    desk.write(text, "bad.txt")
    told = {name: f"{name} {BAD}" for name in ("stated_by", "via", "instrument", "condition")}
    parties = {"by": (BAD, "SE"), "to": (BAD,), "why": (BAD, BAD)}
    finds(Told(f"Sweden will {BAD} by May", Kind.PROMISE, BAD, {**told, **parties}))
    words = ["read", "bad.txt", "--said", "2025-07-07", "--outlet", BAD, "--author", BAD]

    for more in (["--all"], ["--json"], ["--why"], ["--add", "1", "--dry-run"]):
        done = desk.run([*words, *more])

        assert UNSEEN.findall(done.out + done.err) == [], more
    shown = desk.run(words, terminal=True, answer="1\n?\nq\n").out
    assert UNSEEN.findall(shown.replace("\x1b[", "")) == []
