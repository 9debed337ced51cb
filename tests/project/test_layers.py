"""The contracts on imports hold, and each of them bites."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.examples import ROOT

LINTER = Path(sys.executable).parent / "lint-imports"


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINTER, "--no-cache"],
        cwd=root,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(root / "src"), "COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the project's modules and settings that a test may spoil."""
    shutil.copytree(
        ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_project_keeps_its_contracts(copy: Path) -> None:
    done = lint_imports(copy)

    assert "0 broken" in done.stdout
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("errors.py", "import commitrack.domain", "One-way layers"),
        ("query/__init__.py", "import commitrack.ledger", "One-way layers"),
        ("timing/__init__.py", "import commitrack.files", "One-way layers"),
        ("new_room.py", "", "One-way layers"),
        ("app/__init__.py", "import typer", "typer only in the command line"),
        ("domain/__init__.py", "import rich.table", "rich only where a terminal is printed to"),
        ("files/__init__.py", "import tomli_w", "tomli_w only in the ledger"),
        ("query/__init__.py", "import pendulum.tz", "pendulum only behind timing"),
        ("remind/__init__.py", "import apprise", "apprise only behind a channel of reminders"),
        ("cli/commands/add.py", "import commitrack.cli.commands.due", "Verbs do not import"),
    ],
    ids=lambda words: words.replace("/", "."),
)
def test_an_import_that_breaks_a_contract_is_found(
    copy: Path, module: str, line: str, contract: str
) -> None:
    with (copy / "src" / "commitrack" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")

    done = lint_imports(copy)

    broken = [row for row in done.stdout.splitlines() if row.endswith("BROKEN")]
    assert done.returncode != 0
    assert any(row.startswith(contract) for row in broken), done.stdout
