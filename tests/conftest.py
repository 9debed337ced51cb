"""Every test runs in an environment of its own, and in CI none may skip."""

import os
from collections.abc import Generator, Iterator, Mapping

import hypothesis
import pytest

ALLOWED_SKIP = "needs ../shared"  # the one thing that a clone alone may lack
IN_CI = bool(os.environ.get("CI"))  # noqa: TID251  no setting of the program: it says where we run

if not IN_CI:  # there hypothesis loads its own profile, repeatable and without deadlines
    hypothesis.settings.register_profile("patient", deadline=None)
    hypothesis.settings.load_profile("patient")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item,  # noqa: ARG001  pytest passes by name
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if not hasattr(report, "wasxfail"):
        fail_if_skipped(report)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    fail_if_skipped(report)
    return report


def fail_if_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Make a skip a failure in CI: there every real part is installed, so a skip hides one."""
    if not (IN_CI and report.outcome == "skipped"):
        return
    where = report.longrepr
    reason = str(where[2] if isinstance(where, tuple) else where).removeprefix("Skipped: ")
    if reason.startswith(ALLOWED_SKIP):
        return
    report.outcome = "failed"
    report.longrepr = f"skipped in CI, where everything but ../shared must be there: {reason}"


@pytest.fixture(scope="session", autouse=True)
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test sees, or writes to, the settings and data of the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in personal(os.environ):  # noqa: TID251  the real one is what is cleaned
            patch.delenv(name)
        patch.setenv("HOME", str(home))
        yield


def personal(environment: Mapping[str, str]) -> list[str]:
    """Return the names of the variables that change what the program prints or where it looks."""
    prefixes = ("COMMITRACK_", "XDG_")
    names = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "PAGER", "EDITOR", "VISUAL"}
    return [name for name in environment if name.startswith(prefixes) or name in names]
