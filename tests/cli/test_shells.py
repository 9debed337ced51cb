"""Filters and `add` lines as they are typed, without quotes, in a real bash and a real zsh."""

import shutil
import subprocess
from collections.abc import Mapping, Sequence

import pytest
import tomli

from commitrack.query.fields import FIELDS
from tests.cli.desk import ROOT, Desk

MARK = "\x1e"  # a record separator: no output holds one
SHELLS = [
    pytest.param(
        words,
        id=words[0],
        marks=pytest.mark.skipif(shutil.which(words[0]) is None, reason=f"needs {words[0]}"),
    )
    for words in (("bash", "-c"), ("zsh", "-f", "-c"))
]

# On 8 July 2025.
LEDGER = """\
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
tags = ["tariff", "old"]
series = "duties"
recorded = 2025-07-01
[[commitment.steel.event]]
type = "rescheduled"
on = 2025-07-07
effective = 2025-08-07
[[commitment.steel.event]]
type = "rescheduled"
on = 2025-07-08
effective = 2025-08-11

[commitment.ships]
title = "Coordinate on ships"
kind = "agreement"
by = ["KR", "US"]
via = "Presidential Office"
stated_by = "Minister Wi"
review = "P90D"
source = "diplomacy-journal"
tags = ["shipbuilding"]
recorded = 2025-07-07

[commitment.bill]
title = "Pass the bill"
kind = "target"
by = ["KR"]
due = 2025-07-01
recorded = 2025-06-01
[[commitment.bill.event]]
type = "reported"
on = 2025-06-20
due = 2025-07-20
source = "diplomacy-journal"

[commitment.plan]
title = "Publish the plan"
kind = "promise"
by = ["NO"]
instrument = "press_release"
due = "2025-08"
tags = ["trade"]
recorded = 2025-06-01

[commitment.summit]
title = "Meet"
kind = "intention"
by = ["JP"]
happens = 2025-07-20
recorded = 2025-06-01

[commitment.paid]
title = "Pay"
kind = "promise"
by = ["JP"]
due = 2025-06-10
recorded = 2025-06-01
[[commitment.paid.event]]
type = "fulfilled"
on = 2025-06-09
source = "diplomacy-journal"

[commitment.failed]
title = "Withdraw"
kind = "threat"
by = ["JP"]
recorded = 2025-06-01
[[commitment.failed.event]]
type = "not_fulfilled"
on = 2025-06-09
source = "diplomacy-journal"
"""
ALL = "steel ships bill plan summit paid failed"

FILTERS: Mapping[str, Mapping[str, str]] = {
    "by": {
        "by:US": "steel ships",
        "by:no,jp": "plan summit paid failed",
        "not by:JP,KR": "steel plan",
    },
    "to": {"to:KR": "steel", "to:CN,JP": "steel"},
    "kind": {"kind:measure": "steel", "kind:threat,target": "bill failed"},
    "outcome": {
        "outcome:kept": "paid",
        "outcome:in-effect": "paid",
        "outcome:broken,partly": "failed",
        "outcome:not-fulfilled": "failed",
        "outcome:not_fulfilled": "failed",
        "outcome:open kind:agreement": "ships",
    },
    "schedule": {
        "schedule:overdue,unconfirmed": "bill",
        "schedule:met_early": "paid",
        "schedule:due-soon,undated outcome:open": "ships",
    },
    "section": {
        "section:late": "bill",
        "section:coming": "steel plan summit",
        "section:undated": "ships",
    },
    "evidence": {
        "evidence:official": "steel",
        "evidence:claimed": "ships",
        "evidence:none by:NO": "plan",
    },
    "instrument": {"instrument:order": "steel", "instrument:press-release,law": "plan"},
    "due": {
        "due:2025-08": "plan",
        "due:30d": "plan",
        "due:+30d": "plan",
        "due:2025-06-01..2025-07-01": "bill paid",
        "due:2025-07..": "bill plan",
        "due:..2025-06": "paid",
        "due:2025-Q3": "bill plan",
        "due:2025": "bill plan paid",
        "due:2025-08~": "plan",
        "due:2025-07-01/2025-07-31": "bill",
        "due:none": "steel ships summit failed",
    },
    "effective": {"effective:2025-08-01..": "steel", "effective:none by:US": "ships"},
    "expires": {"expires:..2026-12": "steel", "expires:2025": ""},
    "happens": {"happens:2025-07": "summit", "happens:today..2w": "summit"},
    "date": {"date:none": "ships failed", "date:2025-08,2025-07": "steel bill plan summit"},
    "tag": {
        "tag:tariff": "steel",
        "tag:trade,shipbuilding": "ships plan",
        "tag:tariff not tag:old": "",
    },
    "source": {"source:order-14": "steel", "source:diplomacy kind:target": "bill"},
    "text": {
        "text:ship": "ships",
        "ship": "ships",
        "ship,steel": "steel ships",
        "not ship by:US": "steel",
    },
    "id": {"id:b": "bill", "id:te": "steel"},
    "via": {"via:presidential": "ships"},
    "stated_by": {"stated_by:wi": "ships", "stated-by:minister": "ships"},
    "series": {"series:duties": "steel", "series:duty": ""},
    "moved": {
        "moved:2": "steel",
        "moved:2..": "steel",
        "moved:..0 by:NO": "plan",
        "moved:1..3": "steel",
    },
    "slip": {"slip:10": "steel", "slip:1..99": "steel", "slip:..-1": "", "slip:0.. by:US": "steel"},
    "disputed": {"disputed:yes": "bill", "disputed:no by:KR": "ships"},
}

# Each stands in PICTURES, README or the manual, or is a date that its page says may be typed so.
ADD_LINES: Mapping[str, Mapping[str, object]] = {
    '"Keep a help desk open" --by AU,FJ': {"by": ["AU", "FJ"], "kind": "agreement"},
    "Publish --due 2026-04 --by NO,IS --to EU": {"due": "2026-04", "by": ["NO", "IS"]},
    "Publish --due 2026-Q3 --tag fish,plans": {"due": "2026-Q3", "tags": ["fish", "plans"]},
    "Publish --due 2025-09~": {"due": "2025-09~"},
    "Publish --due 2025-08-01/2025-08-07": {"due": "2025-08-01/2025-08-07"},
    "Publish --due 2025-08-01/..": {"due": "2025-08-01/.."},
    "Publish --due +30d --remind 30d,7d": {"remind": ["P30D", "P7D"]},
    "Publish --due=30d --review 90d": {"review": "P90D"},
    "Publish --due friday --kind=demand": {"kind": "demand"},
    "Publish --due aug\\ 1 --by 'vessel owners'": {"by": ["vessel owners"]},
    "Publish --effective 2025-08-01T00:01-04:00 --instrument press-release": {
        "instrument": "press_release"
    },
    "Publish --effective 2025-08-01T00:01:00Z": {"kind": "measure"},
    "Publish --source https://customs.example/notices/14 --outlet Customs": {
        "source": "customs-2025-07-08"
    },
    '"Lift the duty" --effective "oct 1" --by AU --to FJ \\\n  --source page.txt '
    '--published 2025-07-01 --outlet "Harbour Bulletin" \\\n  --quote "will lift its duty"': {
        "quote": "will lift its duty"
    },
    '"Korea\'s duty, \\$350bn (25%) & more!" --note "it\'s 10% [so far]"': {
        "title": "Korea's duty, $350bn (25%) & more!",
        "note": "it's 10% [so far]",
    },
}


def typed(desk: Desk, shell: Sequence[str], lines: Sequence[str]) -> list[tuple[str, str]]:
    """What each line printed, typed into one shell, and its exit code."""
    script = "".join(f"commitrack {line}\nprintf '{MARK}%s{MARK}' $?\n" for line in lines)
    done = subprocess.run(
        [*shell, script],
        cwd=desk.folder,
        env=desk.process_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        check=False,
    )
    parts = done.stdout.split(MARK)
    return list(zip(parts[:-1:2], parts[1::2], strict=True))


def test_no_field_and_no_word_of_a_field_is_left_out() -> None:
    assert set(FILTERS) == set(FIELDS)
    for field, lines in FILTERS.items():
        assert any(f"{field}:" in line for line in lines)


def test_the_manual_names_every_field() -> None:
    rows = [
        line.split("|")[1]
        for line in (ROOT / "docs" / "filters.md").read_text("utf-8").splitlines()
        if line.startswith("| `")
    ]

    assert " ".join(rows).replace("`", "").split() == list(FIELDS)


@pytest.mark.slow
@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("field", FILTERS)
def test_a_filter_works_as_it_is_typed(desk: Desk, shell: Sequence[str], field: str) -> None:
    desk.write(LEDGER)
    desk.write("", "due")  # a file that a shell might take for a pattern's match

    done = typed(desk, shell, [f"list {line}" for line in FILTERS[field]])

    found = {
        line: (" ".join(row.split("  ")[2] for row in out.splitlines()), code)
        for line, (out, code) in zip(FILTERS[field], done, strict=True)
    }
    assert found == {line: (ids, "0") for line, ids in FILTERS[field].items()}


@pytest.mark.slow
@pytest.mark.parametrize("shell", SHELLS)
def test_a_filter_works_in_due_and_log_too(desk: Desk, shell: Sequence[str]) -> None:
    desk.write(LEDGER)
    words = "by:US,KR not tag:old date:2025-07.."

    due, log, every = typed(desk, shell, [f"due {words}", f"log {words}", "list"])

    assert due == (
        "2025-07-01  7 days late  bill  KR  Pass the bill  [overdue, disputed]\n",
        "0",
    )
    assert [row.split("  ")[2] for row in log[0].splitlines()] == ["bill", "bill"]
    assert [row.split("  ")[2] for row in every[0].splitlines()] == ALL.split()


@pytest.mark.slow
@pytest.mark.parametrize("shell", SHELLS)
def test_an_add_works_as_it_is_typed(desk: Desk, shell: Sequence[str]) -> None:
    desk.write("Australia will lift its duty on timber.\n", "page.txt")
    lines = [f"add --id line-{number} {line}" for number, line in enumerate(ADD_LINES)]

    done = typed(desk, shell, lines)

    assert [(code, out) for out, code in done if code != "0"] == []
    written = list(tomli.loads(desk.text)["commitment"].values())
    for table, wanted in zip(written, ADD_LINES.values(), strict=True):
        assert {key: table.get(key) for key in wanted} == wanted


@pytest.mark.slow
@pytest.mark.parametrize("shell", SHELLS)
def test_a_mistake_is_the_programs_to_name_and_not_the_shells(
    desk: Desk, shell: Sequence[str]
) -> None:
    desk.write(LEDGER)

    unknown, bad, date_ = typed(
        desk, shell, ["list kid:threat", "list moved:3..1", "add x --due 2027-13"]
    )

    assert unknown[1] == bad[1] == date_[1] == "2"
    assert unknown[0].splitlines()[:3] == [
        "error: unknown field",
        "  kid:threat",
        unknown[0].splitlines()[2],
    ]
    assert "  moved:3..1\n        ^^^^ " in bad[0]
    assert "2027-13 is not a date" in date_[0]
