"""What a person wrote in the ledger stays, byte for byte, through every change."""

import pytest
import tomli

from tests.cli.desk import Desk

ODD = '''\
# Mine. Kept as I like it.   \t
format=1   # one

   [commitment.sign-treaty]      # indented, by hand
title   =   'Sign the "treaty"'
due=2025-08-01
"recorded" = 2025-07-01
note = """
A note that looks like a ledger:
[[commitment]]
[commitment.sign-treaty]
[[commitment.sign-treaty.event]]
type = "withdrawn" # \\
    and goes on"""
tags = [ # open
  "a",   # first

  'b', ]

[[commitment.duty.event]]
type = "note"
on = 2025-07-02
recorded = 2025-07-02

[ source . "post" ]
outlet = "Post"
"said" = 2025-07-01

# a word between

[commitment."duty"]
title = "Duty \\u00e9 é 관세"
kind = "measure"
effective = 2025-08-01
recorded = 2025-07-01
[commitment.coordinate]
title = \'\'\'Coordinate \'\'closely\'\'\'\'
recorded = 2025-07-01
strange_key = { a = 1, b = [ 2 ] }
# the last word, and no line end'''

LINES = [
    "add 'Repair the bridge' --due 2025-10-01 --outlet Herald --said 2025-07-07",
    "move sign-treaty 2025-10-01",
    "close sign-treaty kept --source post",
    "correct sign-treaty --due 2025-08-02",
    "correct duty --of 2025-07-02 --note other",
    "note coordinate 'a remark'",
    "update duty clarified --effective '2025-08-01 00:01 Washington'",
    "sources add https://example.org/a",
]


@pytest.fixture(params=["\n", "\r\n"], ids=["lf", "crlf"])
def end(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["", "line end", "blank lines"])
def odd(request: pytest.FixtureRequest, end: str) -> str:
    more = {"": "", "line end": "\n", "blank lines": "\n\n\n"}[request.param]
    return (ODD + more).replace("\n", end)


@pytest.mark.parametrize("line", LINES)
def test_every_old_byte_stays_and_undo_gives_them_back(
    desk: Desk, line: str, odd: str, end: str
) -> None:
    desk.write(odd)

    done = desk.run(line)

    added = desk.text.removeprefix(odd)
    assert (done.code, done.err) == (0, "")
    assert desk.text.startswith(odd)
    assert added.strip() != ""
    assert added.count("\n") == added.count(end)
    assert desk.run("undo").code == 0
    assert desk.text == odd


def test_many_changes_one_after_the_other_keep_every_old_byte(desk: Desk, odd: str) -> None:
    desk.write(odd)

    for line in LINES:
        before = desk.text
        assert desk.run(line).code == 0
        assert desk.text.startswith(before)

    data = tomli.loads(desk.text)
    assert data["commitment"]["coordinate"]["strange_key"] == {"a": 1, "b": [2]}
    assert len(data["commitment"]["sign-treaty"]["event"]) == 3
    assert set(data["commitment"]) == {"sign-treaty", "duty", "coordinate", "repair-bridge"}


def test_a_byte_order_mark_is_kept_or_refused(desk: Desk) -> None:
    desk.write("\ufefformat = 1\n".replace("\ufeffo", "\ufefffo"))
    before = desk.text

    done = desk.run("add 'Sign the treaty'")

    assert desk.text.startswith(before)
    assert done.code in (0, 4)
    assert (desk.text == before) == (done.code == 4)


@pytest.mark.parametrize(
    "text",
    [
        'format = 1\ncommitment = { a = { title = "A" } }\n',
        'format = 1\n[commitment]\na = { title = "A" }\n',
        'format = 1\n[commitment.a]\ntitle = "A"\nevent = [ { type = "note" } ]\n',
        'format = 1\n[[commitment]]\ntitle = "A"\n',
        'format = 1\n[commitment.A]\ntitle = "A"\n',
        'format = 1\n[[commitment.a.event]]\ntype = "note"\non = 2025-07-01\n',
        'format = 1\n[commitment.a]\ntitle = "A"\ntitle = "B"\n',
        'format = 1\n[commitment.a]\ntitle = "A\n',
        '[commitment.a]\ntitle = "A"\nformat = 1\n',
        "format = 99\n",
        "<<<<<<< HEAD\nformat = 1\n",
    ],
    ids=[
        "inline commitments",
        "inline commitment",
        "static events",
        "array",
        "id",
        "phantom",
        "twice",
        "unclosed",
        "format below",
        "future format",
        "conflict",
    ],
)
@pytest.mark.parametrize("line", ["add 'Sign the treaty'", "note a seen"])
def test_what_is_refused_stays_as_it_is(desk: Desk, text: str, line: str) -> None:
    desk.write(text)

    done = desk.run(line)

    assert done.code == 4
    assert done.err.startswith(("error: ", "commitments.toml", str(desk.ledger)))
    assert desk.text == text


def test_the_mode_and_a_link_of_the_ledger_stay(desk: Desk) -> None:
    real = desk.write(ODD, "kept/real.toml")
    real.chmod(0o640)
    desk.ledger.symlink_to(real)

    done = desk.run("add 'Repair the bridge'")

    assert done.code == 0
    assert desk.ledger.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert "repair-bridge" in real.read_text("utf-8")
