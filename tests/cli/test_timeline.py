"""`timeline`: dates and their moves on an axis, on a terminal, in a pipe, as JSON, into a file."""

import json
import stat
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.desk import SHIPPED, Desk
from tests.cli.ledgers import BOOK

LATER = "2026-03-11T22:00+09:00"
MOVED = BOOK + (
    "\n[[commitment.sign-bill.event]]\n"
    'type = "rescheduled"\non = 2025-07-05\ndue = 2025-09-10\nrecorded = 2025-07-05\n'
    "\n[[commitment.sign-treaty.event]]\n"
    'type = "postponed"\non = 2025-07-06\nrecorded = 2025-07-06\n'
)
HOSTILE = r"""
[commitment.hostile]
title = "\u001b[2J\u202e</text><script>alert(1)</script>&\uFFFE 남북한 협정에 서명하고 비준한다"
kind = "promise"
by = ["KR"]
due = 2025-10-01
recorded = 2025-07-01
"""


def timeline_of_shipped(desk: Desk, words: str = "", columns: int = 80) -> list[str]:
    line = f"timeline --ledger {SHIPPED} --now {LATER} {words}"
    return desk.run(line, terminal=True, TERM="dumb", COLUMNS=str(columns)).lines


# in a pipe


def test_in_a_pipe_each_commitment_is_one_line_with_its_moves(desk: Desk) -> None:
    desk.write(MOVED)

    assert desk.run("timeline").out == (
        "duty  effective 2025-08-01; expires 2025-12-31  -  Duty takes effect, and ends  [open]\n"
        "sign-bill  due 2025-09-01 > 2025-09-10  -  Sign the bill  [open]\n"
        "sign-treaty  due 2025-08-01 > none  -  Sign the treaty  [open]\n"
        "coordinate  -  -  Coordinate closely  [open]\n"
    )


def test_the_three_moves_of_a_tariff_stand_in_a_row(desk: Desk) -> None:
    done = desk.run(f"timeline --ledger {SHIPPED} --now {LATER} id:tariff-south")

    assert done.out == (
        "tariff-south-korean-goods  "
        "effective 2025-04-09 > 2025-07-09 > 2025-08-01 > 2025-08-07  "
        "took effect 2025-08-07, withdrawn 2026-02-20  "
        "Tariff on South Korean goods takes effect  [withdrawn]\n"
    )


def test_a_date_said_more_exactly_has_not_moved(desk: Desk) -> None:
    event = '[[commitment.sign-bill.event]]\ntype = "clarified"\non = 2025-07-05\n'
    desk.write(f'{BOOK}{event}due = 2025-09-01T12:00:00Z\nrecorded = 2025-07-05\nzone = "UTC"\n')

    assert "  due 2025-09-01  " in desk.run("timeline id:sign-bill").out


def test_a_date_that_waits_for_another_is_said_as_it_is_written(desk: Desk) -> None:
    desk.write(BOOK.replace("due = 2025-09-01", 'due = { after = "coordinate", within = "P90D" }'))

    assert "sign-bill  due 90 days after coordinate  -  " in desk.run("timeline").out


def test_bounds_leave_out_what_lies_outside_and_say_so(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("timeline --from 2025-08-15 --to 2025-10")

    assert [line.split("  ")[0] for line in done.lines] == ["duty", "sign-bill"]
    assert done.err == "Before 15 Aug 2025: sign-treaty\nWith no date: coordinate\n"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("--from 2025-10 --to 2025-09", 2),
        ("--from soon", 2),
        ("--to 03/04/2027", 2),
        ("--svg - --json", 2),
        ("--format csv", 2),
        ("--from 9999-12-31", 0),
        ("--to 0001-01-01", 0),
        ("--from 0001-01-01 --to 9999-12-31", 0),
        ("--from '2 weeks ago' --to 90d", 0),
    ],
)
def test_bounds_are_understood_or_refused(desk: Desk, words: str, code: int) -> None:
    desk.write(BOOK)

    for terminal in (True, False):
        done = desk.run(f"timeline {words}", terminal=terminal)

        assert done.code == code, done.err


# JSON


def test_json_has_dates_moves_and_the_axis(desk: Desk) -> None:
    desk.write(MOVED)

    document = json.loads(desk.run("timeline --json").out)

    rows = {row["id"]: row for row in document["rows"]}
    assert (document["today"], document["from"], document["to"]) == (
        "2025-07-08",
        "2025-07-01",
        "2025-12-31",
    )
    assert list(rows) == ["duty", "sign-bill", "sign-treaty", "coordinate"]
    bill, treaty = rows["sign-bill"]["dates"][0], rows["sign-treaty"]["dates"][0]
    assert (bill["date"]["from"], bill["moves"]) == ("2025-09-10", 1)
    assert [date["from"] for date in bill["earlier"]] == ["2025-09-01"]
    assert (treaty["date"], treaty["postponed"]) == (None, "2025-07-06")


def test_as_of_moves_today(desk: Desk) -> None:
    desk.write(MOVED)

    document = json.loads(desk.run("timeline --json --as-of 2025-07-04").out)

    assert document["today"] == "2025-07-04"
    assert [row["dates"][0]["moves"] for row in document["rows"] if row["dates"]] == [0, 0, 0]


# on a terminal


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(desk: Desk, width: int) -> None:
    lines = timeline_of_shipped(desk, columns=width)

    assert max(cell_len(line) for line in lines) <= width
    assert any("today, 11 Mar 2026" in line for line in lines)


@pytest.mark.parametrize("width", [80, 120])
def test_today_is_one_upright_line(desk: Desk, width: int) -> None:
    lines = timeline_of_shipped(desk, columns=width)

    axis = next(line for line in lines if "┬" in line)
    places = {line.index("│") for line in lines if "│" in line}
    assert places == {axis.index("┼")}


def test_moves_are_joined_to_the_date_in_force(desk: Desk) -> None:
    lines = timeline_of_shipped(desk, "id:pause")

    track = next(line for line in lines if line.startswith("Pause of tariffs"))
    assert track.split("ends")[1].strip("┄┼ ").replace("┄", "").replace("┼", "") == "◇◇◆"
    assert " " not in track[track.index("◇") : track.index("◆")]


def test_every_kind_of_sign_has_its_place(desk: Desk) -> None:
    lines = timeline_of_shipped(desk)

    tracks = {line[:12]: line for line in lines}
    assert tracks["Fit cameras "].count("━") == 7
    assert tracks["Tariff on So"].rstrip().endswith("✗│")
    assert tracks["Submit the b"].count("✓") == 1
    assert tracks["Mexico: end "].endswith("»")
    assert "?" in tracks["Mexico: end "]
    assert sum("DISPUTED" in line for line in lines) == 3


def test_a_date_before_the_axis_is_an_arrow(desk: Desk) -> None:
    track = next(line for line in timeline_of_shipped(desk) if line.startswith("Tariff on Canada"))

    assert "◂◆✓" in track


def test_what_is_left_out_is_named(desk: Desk) -> None:
    words = " ".join(timeline_of_shipped(desk, "--from 2026-01"))

    assert "Before 1 Jan 2026: tariff-canada-mexico, tariff-cut-korea, submit-bill-tariff" in words
    assert "With no date: communicate-pending-issues, coordinate-shipbuilding," in words


def test_nothing_to_draw_is_said(desk: Desk) -> None:
    desk.write(BOOK)

    assert "Nothing to draw." in desk.run("timeline by:IS", terminal=True).out
    assert desk.run("timeline by:IS").out == ""


@pytest.mark.parametrize("width", [80, 120])
def test_a_hostile_title_is_harmless_and_cut_by_its_cells(desk: Desk, width: int) -> None:
    desk.write(BOOK + HOSTILE)

    done = desk.run("timeline", terminal=True, TERM="dumb", COLUMNS=str(width))

    assert "\x1b" not in done.out
    assert "\u202e" not in done.out
    assert max(cell_len(line) for line in done.lines) <= width


# the file


def test_a_picture_is_written_whole_and_replaces_only_our_own(desk: Desk) -> None:
    desk.write(BOOK)

    first = desk.run("timeline --svg picture.svg")
    again = desk.run("timeline id:duty --svg picture.svg")

    picture = (desk.folder / "picture.svg").read_text("utf-8")
    assert (first.code, again.code, first.out, first.err) == (0, 0, "", "Wrote picture.svg\n")
    assert picture == desk.run("timeline id:duty --svg -").out
    assert sorted(path.name for path in desk.folder.iterdir()) == [
        "commitments.toml",
        "picture.svg",
    ]


@pytest.mark.parametrize("name", ["commitments.toml", "other.svg", "folder", "empty"])
def test_a_file_of_another_kind_is_left_as_it_is(desk: Desk, name: str) -> None:
    desk.write(BOOK)
    desk.write("<svg/>", "other.svg")
    desk.write("", "empty")
    (desk.folder / "folder").mkdir()
    before = desk.files()

    done = desk.run(f"timeline --svg {name}")

    assert done.code == 5
    assert "nothing was written" in done.err
    assert desk.files() == before


def test_a_link_to_a_picture_stays_a_link(desk: Desk, tmp_path: Path) -> None:
    desk.write(BOOK)
    target, link = tmp_path / "real.svg", desk.folder / "link.svg"
    link.symlink_to(target)

    assert desk.run("timeline --svg link.svg").code == 0
    assert link.is_symlink()
    assert stat.S_ISREG(target.lstat().st_mode)


def test_a_folder_that_is_not_there_is_refused(desk: Desk) -> None:
    desk.write(BOOK)

    assert desk.run("timeline --svg no/such.svg").code == 5
