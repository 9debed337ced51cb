"""`note`: a remark, or that somebody looked."""

import tomli

from tests.cli.desk import Desk
from tests.cli.ledgers import BOOK


def test_a_remark_changes_nothing_but_is_kept(desk: Desk) -> None:
    desk.write(BOOK)
    before = desk.run("due --json --within 1y").out

    done = desk.run('note sign-treaty "the minister is ill"')

    assert done.code == 0
    assert tomli.loads(desk.text)["commitment"]["sign-treaty"]["event"][0]["type"] == "note"
    assert "the minister is ill" in desk.run("show sign-treaty").out
    assert desk.run("due --json --within 1y").out == before


def test_a_check_puts_the_review_off(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("note coordinate --checked --on 2025-07-08")

    assert done.code == 0
    assert '"next": "2025-10-06"' in desk.run("list id:coordinate --json").out


def test_a_remark_does_not_put_the_review_off(desk: Desk) -> None:
    desk.write(BOOK)

    desk.run("note coordinate 'nothing to see'")

    assert '"next": "2025-09-29"' in desk.run("list id:coordinate --json").out


def test_the_day_is_today_also_with_a_source(desk: Desk) -> None:
    desk.write(BOOK)

    desk.run("note coordinate --checked --source post")

    event = tomli.loads(desk.text)["commitment"]["coordinate"]["event"][0]
    assert str(event["on"]) == "2025-07-08"


def test_nothing_to_note_is_refused(desk: Desk) -> None:
    desk.write(BOOK)

    assert desk.run("note coordinate").code == 2
    assert desk.run("note coordinate '  '").code == 2
    assert desk.text == BOOK


def test_a_check_may_have_a_remark(desk: Desk) -> None:
    desk.write(BOOK)

    desk.run("note coordinate 'asked the ministry' --checked")

    event = tomli.loads(desk.text)["commitment"]["coordinate"]["event"][0]
    assert (event["type"], event["note"]) == ("checked", "asked the ministry")


def test_a_note_that_looks_like_toml_is_a_note(desk: Desk) -> None:
    desk.write(BOOK)
    text = 'x """ \\ [[commitment.evil]]\ntitle = "y"\n\'\'\' # \t"'

    done = desk.run(["note", "coordinate", text])

    assert done.code == 0
    assert tomli.loads(desk.text)["commitment"]["coordinate"]["event"][0]["note"] == text
