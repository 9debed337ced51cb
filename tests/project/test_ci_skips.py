"""In CI a skip fails, whichever way it comes about; elsewhere it stays a skip."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).parent.parent / "conftest.py"
SKIPS = """
import pytest

def test_that_misses_a_program():
    pytest.skip("needs zsh")

@pytest.mark.skipif(True, reason="needs ../shared/articles")
def test_that_misses_the_shared_folder():
    pass

@pytest.mark.xfail(reason="known", strict=True)
def test_that_is_expected_to_fail():
    assert False
"""
WHOLE_FILE = """
import pytest

pytest.skip("needs chromium", allow_module_level=True)
"""


def run_pytest(folder: Path, *options: str, ci: bool) -> subprocess.CompletedProcess[str]:
    shutil.copy(CONFTEST, folder)
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-ra", *options],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder)} | ({"CI": "true"} if ci else {}),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("options", [(), ("-n2",)], ids=["one-process", "xdist"])
def test_a_skip_fails_in_ci_but_for_the_shared_folder(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    (tmp_path / "test_skips.py").write_text(SKIPS)

    done = run_pytest(tmp_path, *options, ci=True)

    assert done.returncode == 1
    assert "1 failed, 1 skipped, 1 xfailed" in done.stdout
    assert "needs zsh" in done.stdout


@pytest.mark.parametrize("options", [(), ("-n2",)], ids=["one-process", "xdist"])
def test_a_file_that_skips_itself_fails_in_ci(tmp_path: Path, options: tuple[str, ...]) -> None:
    (tmp_path / "test_whole_file.py").write_text(WHOLE_FILE)

    done = run_pytest(tmp_path, *options, ci=True)

    assert done.returncode != 0
    assert "needs chromium" in done.stdout


def test_a_skip_stays_a_skip_on_a_desk(tmp_path: Path) -> None:
    (tmp_path / "test_skips.py").write_text(SKIPS)

    done = run_pytest(tmp_path, ci=False)

    assert done.returncode == 0
    assert "2 skipped, 1 xfailed" in done.stdout
