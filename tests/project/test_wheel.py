"""The built wheel holds what it should, and works away from the source tree.

Its environment borrows the libraries of the one that runs the tests: a `.pth` file adds that
folder to the search, but nothing reads the `.pth` files inside, so the editable install of the
project stays out of sight.
"""

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from commitrack import __version__
from tests.project.examples import ROOT

DATA = {".toml", ".txt", ".json"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the `bin` folder of a new environment that holds the wheel."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "--quiet")
    run(*pip, "install", "--no-deps", "--no-index", wheel, cwd=home)
    packages = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home)
    borrowed = Path(packages.strip()) / "borrowed.pth"
    borrowed.write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return home / "bin"


def run(*words: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        words,
        cwd=cwd,
        env={"PATH": "/usr/bin:/bin", "HOME": str(cwd), "COLUMNS": "80", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_every_module_and_data_file(wheel: Path) -> None:
    source = ROOT / "src"
    wanted = {
        path.relative_to(source).as_posix()
        for path in (source / "commitrack").rglob("*")
        if path.suffix in {".py", *DATA} or path.name == "py.typed"
    }

    held = set(zipfile.ZipFile(wheel).namelist())

    assert any(PurePosixPath(name).suffix in DATA for name in wanted)
    assert wanted <= held


def test_the_wheel_holds_the_licence_and_nothing_but_the_package(wheel: Path) -> None:
    held = [PurePosixPath(name) for name in zipfile.ZipFile(wheel).namelist()]
    about = f"commitrack-{__version__}.dist-info"

    assert PurePosixPath(about, "licenses", "LICENSE") in held
    assert {path.parts[0] for path in held} == {"commitrack", about}
    assert not [path for path in held if path.suffix == ".pyc" or "tests" in path.parts]


def test_the_installed_package_is_the_one_of_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = "import commitrack, sys; print(commitrack.__file__, sys.path, sep='\\n')"

    file, path = run(installed / "python", "-c", code, cwd=tmp_path).splitlines()

    assert Path(file).is_relative_to(installed.parent)
    assert str(ROOT / "src") not in path


def test_the_installed_program_says_its_version(installed: Path, tmp_path: Path) -> None:
    shown = run(installed / "commitrack", "--version", cwd=tmp_path)

    assert __version__ in shown


def test_the_installed_program_shows_its_demo_and_writes_nothing(
    installed: Path, tmp_path: Path
) -> None:
    shown = run(installed / "commitrack", "demo", cwd=tmp_path)

    assert "tariff" in shown.lower()
    assert list(tmp_path.iterdir()) == []
