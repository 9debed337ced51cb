"""Every old byte of a ledger stays where it is through all verbs, and `undo` gives it back."""

import pytest
import tomli

from tests.cli.desk import Desk

ODD = '''\
#:schema ./.commitrack/schema.json
# a ledger by hand:   double  spaces, a\ttab, "quotes", [[commitment.none.event]], äöü 日本語

format    = 1      # the version
owner = "me"       # a key of mine

[[commitment.sign-treaty.event]]   # an event before its commitment
type='note'
on=2025-07-02
note = """
[[commitment]]
[commitment.not-one]
\\"\\"\\" is no end, nor is ""\\
   [source.nor-this]
"""
recorded = 2025-07-02

[  commitment . "sign-treaty"  ] # spaces, quotes
title = "Sign the treaty"
due   = 2025-08-01
kind  = "promise"
by = [
    "KR",   # first
    "US",
]
source="post"
colour = "blue"              # unknown
nested = { a = 1, b = [ 1,2 ,3 ] }
recorded = 2025-07-01

#   [commitment.commented-out]
#   title = "never"

[mine]                # a table of mine
path = 'C:\\temp\\[x]'

[source.post]
said = 2025-07-01
text = \'\'\'
[[source.post.seen]]
\'\'\'
outlet = "Post"

[commitment.duty]
kind = "measure"
effective = 2025-08-01T00:01:00-04:00
title = "Duty ends"
zone = "America/New_York"
recorded = 2025-07-01
[[commitment.duty.event]]
type = "note"
on = 2025-07-03
note = "last"
recorded = 2025-07-03      # the end'''

VERBS = {
    "add": "add 'Repair the bridge' --due 2025-08-20 --by KR --source post",
    "add with a new source": "add 'Open it' --source https://example.org/a --outlet Web",
    "move": "move sign-treaty 2025-10-01 --source post",
    "move to none": "move sign-treaty none",
    "close": "close sign-treaty kept --source post",
    "note": "note duty 'a remark: [[commitment]]'",
    "checked": "note duty --checked",
    "update": "update sign-treaty suspended --due 2025-09-01 --source post",
    "correct": "correct sign-treaty --due 2025-08-02 --by KR",
    "void": "correct duty --of 2025-07-03:note --void",
    "sources add": "sources add page.txt --outlet Post --said 2025-07-07",
    "sources seen": "sources add page.txt --seen post",
}
FORMS = {
    "no final newline": ODD,
    "lf": f"{ODD}\n",
    "blank lines at the end": f"{ODD}\n\n\n   \n",
    "a comment at the end": f"{ODD}\n# the end, no newline",
    "crlf": f"{ODD}\n".replace("\n", "\r\n"),
    "crlf, no final newline": ODD.replace("\n", "\r\n"),
    "both ends of line": f"{ODD}\n".replace("\n", "\r\n", 20),
}


@pytest.fixture(params=list(FORMS.values()), ids=list(FORMS))
def odd(request: pytest.FixtureRequest, desk: Desk) -> Desk:
    """A desk with a page on it and a ledger that no program would write so."""
    desk.write("What the page said.\n", "page.txt")
    desk.write(request.param)
    return desk


@pytest.mark.parametrize("line", VERBS.values(), ids=VERBS)
def test_old_bytes_stay_in_front_and_undo_gives_them_back(odd: Desk, line: str) -> None:
    old = odd.ledger.read_bytes()

    done = odd.run(line)
    new = odd.ledger.read_bytes()
    undone = odd.run("undo")

    assert (done.code, done.err) == (0, "")
    assert new.startswith(old)
    assert len(new) > len(old)
    assert undone.code == 0
    assert odd.ledger.read_bytes() == old


def test_one_verb_after_the_other_only_appends(odd: Desk) -> None:
    """The commitment that is closed and moved again keeps every statement ever written."""
    lengths = []
    for line in VERBS.values():
        old = odd.ledger.read_bytes()
        assert odd.run(line).code == 0
        assert odd.ledger.read_bytes().startswith(old)
        lengths.append(len(odd.ledger.read_bytes()) - len(old))

    assert min(lengths[:-2]) > 0
    assert odd.run("list nosuch").code == 0  # it is still a valid ledger


@pytest.mark.parametrize("line", VERBS.values(), ids=VERBS)
def test_old_values_stay_and_unknown_keys_are_kept(desk: Desk, line: str) -> None:
    desk.write("What the page said.\n", "page.txt")
    old = tomli.loads(desk.write(ODD).read_text("utf-8"))

    desk.run(line)

    new = tomli.loads(desk.text)
    assert (new["owner"], new["mine"]) == (old["owner"], old["mine"])
    for key, record in old["commitment"].items():
        events = new["commitment"][key].pop("event")
        assert events[: len(record["event"])] == record.pop("event")
        assert new["commitment"][key] == record


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("line", VERBS.values(), ids=VERBS)
def test_what_is_appended_has_the_line_ends_of_the_ledger(desk: Desk, line: str, end: str) -> None:
    desk.write("What the page said.\n", "page.txt")
    old = desk.write(ODD.replace("\n", end)).read_bytes()

    desk.run(line)

    added = desk.ledger.read_bytes().removeprefix(old).decode()
    assert added.count("\n") == added.count(end)
    assert added.startswith(end * 2 + "[")
    assert added.endswith(end)


@pytest.mark.parametrize("line", VERBS.values(), ids=VERBS)
def test_a_dry_run_and_a_refusal_leave_every_byte(desk: Desk, line: str) -> None:
    desk.write("What the page said.\n", "page.txt")
    old = desk.write(ODD).read_bytes()

    if not line.startswith("sources"):
        assert desk.run(f"{line} --dry-run").code == 0
    refused = desk.run(f"{line} --said soon")

    assert refused.code == 2
    assert desk.ledger.read_bytes() == old


def test_unknown_keys_are_shown_and_named_by_check(odd: Desk) -> None:
    shown = odd.run("show sign-treaty").words
    checked = odd.run("check").out

    assert "colour blue" in shown
    for key in ("owner", "mine", "colour", "nested", "text"):
        assert f"warning unknown-key: {key} " in checked
    assert " error " not in checked


def test_a_commitment_of_a_multi_line_string_does_not_exist(odd: Desk) -> None:
    assert odd.run("list").out.count("\n") == 2
    assert odd.run("show not-one").code == 3
    assert odd.run("show commented-out").code == 3


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_byte_order_mark_stays_or_is_refused(desk: Desk, end: str) -> None:
    old = b"\xef\xbb\xbf" + f"{ODD}\n".replace("\n", end).encode()
    desk.ledger.write_bytes(old)

    done = desk.run("note duty seen")

    assert desk.ledger.read_bytes().startswith(old)
    assert (desk.ledger.read_bytes() == old) == (done.code != 0)
