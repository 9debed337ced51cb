"""The printed `add` and `update` lines run in a shell as they stand, whatever the article says."""

import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
import tomli
from hypothesis import example, given, settings
from hypothesis import strategies as st

from commitrack.app.harvest.lines import shell_line
from commitrack.domain.vocabulary import Kind
from commitrack.domain.when import Role
from tests.read.articles import COUNTS, FARE, HARBOUR, PATIENCE, PIER, Told, on
from tests.read.desk import ReadingDesk
from tests.read.hostile import BAD, UNSEEN

Finds = Callable[..., None]

SHELLS = [
    pytest.param(name, marks=pytest.mark.skipif(not shutil.which(name), reason=f"needs {name}"))
    for name in ("bash", "zsh")
]


def commands(desk: ReadingDesk, line: str) -> list[str]:
    """The command lines of a page, as they stand on it."""
    done = desk.run(line)
    assert done.code == 0, done.err
    return [text.strip() for text in done.lines if text.startswith("   commitrack ")]


def paste(desk: ReadingDesk, line: str, shell: str = "bash") -> "subprocess.CompletedProcess[str]":
    """Paste a line into a real shell in the desk's folder."""
    return subprocess.run(
        [shell, "-c", line],
        cwd=desk.folder,
        env=desk.process_environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def table(desk: ReadingDesk) -> dict[str, dict[str, object]]:
    found = tomli.loads(desk.text)["commitment"]
    assert isinstance(found, dict)
    return found


def details(desk: ReadingDesk) -> dict[str, object]:
    """What the only source says of itself; when somebody looked at it is left out."""
    [source] = tomli.loads(desk.text)["source"].values()
    return {key: value for key, value in source.items() if key != "seen"}


@pytest.mark.parametrize("shell", SHELLS)
def test_the_lines_record_what_add_records(
    desk: ReadingDesk, finds: Finds, shell: str, tmp_path: Path
) -> None:
    finds(FARE, COUNTS, PIER._replace(more={**PIER.more, "said": date(2025, 7, 5)}))
    lines = commands(desk, "read harbour.txt --published 2025-07-07 --outlet 'Strait Herald'")
    (tmp_path / "other").mkdir()
    other = ReadingDesk(tmp_path / "other")
    other.write(HARBOUR, "harbour.txt")

    pasted = [paste(desk, line, shell) for line in lines]
    other.run("read harbour.txt --published 2025-07-07 --outlet 'Strait Herald' --add all")

    assert [(one.returncode, one.stdout[:6]) for one in pasted] == [(0, "Added ")] * 3
    assert table(desk) == table(other)
    assert len(table(desk)) == 3
    assert details(desk) == details(other)
    assert details(desk)["title"] == "Ferry fares to rise on the strait"


def test_the_lines_that_are_left_run_after_some_were_recorded(
    desk: ReadingDesk, finds: Finds
) -> None:
    finds(FARE, COUNTS, PIER)
    desk.run("read harbour.txt --published 2025-07-07 --add 2")

    left = commands(desk, "read harbour.txt --published 2025-07-07")

    assert len(left) == 2
    assert [paste(desk, line).returncode for line in left] == [0, 0]
    assert len(tomli.loads(desk.text)["source"]) == 1


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    "title",
    [
        'It\'s a "fare"',
        "Pay $HOME and ${PATH} and $(touch evil)",
        "`touch evil`; touch evil & touch evil",
        "Back\\slash \\n %s !! !$ *? [a-z] {a,b} ~ #x",
        "-10% on the fare",
        "--by nobody",
        "Fähre nach Göteborg, “schnell”",
        BAD,
    ],
    ids=[
        "quotes",
        "dollars",
        "backticks",
        "odd",
        "dash",
        "option",
        "accents",
        "hostile",
    ],
)
def test_a_line_runs_whatever_the_title_says(
    desk: ReadingDesk, finds: Finds, title: str, shell: str
) -> None:
    finds(PIER._replace(title=title))
    [line] = commands(desk, "read harbour.txt --said 2025-07-07")

    done = paste(desk, line, shell)

    assert (done.returncode, done.stderr) == (0, "made a new ledger: commitments.toml\n")
    [recorded] = table(desk).values()
    visible = "".join(c if c.isprintable() else " " for c in title)
    assert recorded["title"] == " ".join(visible.split())
    assert not (desk.folder / "evil").exists()


@pytest.mark.parametrize("shell", SHELLS)
def test_a_line_runs_whatever_the_quote_and_the_parties_say(
    desk: ReadingDesk, finds: Finds, shell: str
) -> None:
    desk.write(f"Sweden will {BAD}\nand more by May.\n", "bad.txt")
    told = {"by": ("Ferries, Ltd.", BAD), "stated_by": BAD, "via": "-v", "condition": f"if {BAD}"}
    finds(Told(f"Sweden will {BAD}\nand more by May", Kind.PROMISE, "Do it", dict(told)))
    [line] = commands(desk, "read bad.txt --said 2025-07-07")

    done = paste(desk, line, shell)

    assert (done.returncode, UNSEEN.findall(line)) == (0, []), done.stderr
    assert "quote          found in bad.txt, line 1" in done.stdout
    [recorded] = table(desk).values()
    assert recorded["by"][0] == "Ferries Ltd."  # type: ignore[index]
    assert recorded["via"] == "-v"
    assert not (desk.folder / "evil").exists()


@pytest.mark.parametrize(
    ("value", "zone", "words"),
    [
        (date(2025, 9, 1), None, "2025-09-01"),
        (date(2025, 9, 1), "Europe/Copenhagen", "'2025-09-01 Europe/Copenhagen'"),
        (
            datetime.fromisoformat("2025-09-01T00:01:00+02:00"),
            "Europe/Copenhagen",
            "'2025-09-01T00:01:00+02:00 Europe/Copenhagen'",
        ),
        ("2025-09", None, "2025-09"),
        ("2025-Q3", None, "2025-Q3"),
        ("2025-24", None, "2025-06-01/2026-02-28"),
        ("2025-09~", None, "'2025-09~'"),
        ("2025-09-01/2025-09-07", None, "2025-09-01/2025-09-07"),
        ("2025-09-01/..", None, "2025-09-01/.."),
        ({"after": date(2025, 7, 7), "within": "P90D"}, None, "'90 days after 2025-07-07'"),
    ],
    ids=str,
)
def test_a_date_is_written_so_that_add_takes_it_for_the_same(
    desk: ReadingDesk, finds: Finds, value: object, zone: str | None, words: str
) -> None:
    told = on(value, Role.EFFECTIVE, None, zone)
    finds(FARE._replace(more={"dates": (told,)}))
    line = commands(desk, "read harbour.txt --said 2025-07-07")[0]

    done = desk.run(["add", *_words(line)[2:], "--json"])

    day = json.loads(done.out)["item"]["date"]
    assert f"--effective {words}" in line
    assert (day["from"], day["to"]) == (
        told.when.first and told.when.first.isoformat(),
        told.when.last and told.when.last.isoformat(),
    )
    assert day["at"] == (told.when.at.isoformat() if told.when.at else None)


def _words(line: str) -> list[str]:
    done = subprocess.run(
        ["bash", "-c", f'printf "%s\\0" {line}'], capture_output=True, text=True, check=True
    )
    return done.stdout.split("\0")[:-1]


def test_what_came_through_a_pipe_is_cited_without_its_text(
    desk: ReadingDesk, finds: Finds
) -> None:
    finds(PIER)
    done = desk.pipe(HARBOUR, "read - --said 2025-07-07 --outlet 'Strait Herald'")
    line = next(text for text in done.lines if "commitrack add" in text)

    pasted = paste(desk, line)

    assert pasted.returncode == 0, pasted.stderr
    assert "quote          not checked" in pasted.stdout
    assert tomli.loads(desk.text)["source"]["stdin-2025-07-07"]["outlet"] == "Strait Herald"


def test_what_binds_nobody_can_be_recorded_by_its_line(desk: ReadingDesk, finds: Finds) -> None:
    finds(PATIENCE)
    [line] = commands(desk, "read harbour.txt --said 2025-07-07 --all")

    assert paste(desk, line).returncode == 0
    assert table(desk)["patient"]["kind"] == "intention"


def test_the_line_of_what_is_known_runs_as_an_update(desk: ReadingDesk, finds: Finds) -> None:
    desk.run('add "Repair the northern pier" --by SE --due 2025-12-15 --outlet Post')
    finds(PIER)
    [line] = commands(desk, "read harbour.txt --said 2025-07-07")

    done = paste(desk, line)

    assert line.startswith("commitrack update repair-northern-pier reaffirmed --on 2025-07-07 ")
    assert done.returncode == 0, done.stderr
    event = table(desk)["repair-northern-pier"]["event"][0]  # type: ignore[index]
    assert (event["type"], event["on"]) == ("reaffirmed", date(2025, 7, 7))
    assert event["quote"] == PIER.quote


@settings(max_examples=60)
@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))))
@example([BAD, "", "-", "'", "\\", "a\nb"])
def test_bash_reads_the_words_as_they_were_meant(words: list[str]) -> None:
    line = shell_line(words)

    done = subprocess.run(
        ["bash", "-c", f'printf "%s\\0" x {line}'],
        capture_output=True,
        check=True,
        env={"LC_ALL": "C.UTF-8"},
    )

    assert done.stdout.decode().split("\0")[:-1] == ["x", *words]
    assert "\n" not in line
    assert UNSEEN.findall(line) == []
