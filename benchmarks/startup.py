# ruff: noqa: T201 - a benchmark prints its table
"""How long a start takes, as ratios to an empty typer program; nothing here passes or fails.

`python benchmarks/startup.py [--rounds 30]`. All programs run in turn, round after round, each a
real process whose output goes to a pipe, so that what else the machine does meets all alike.
"""

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.workshop import Workshop, describe_versions, format_table, open_workshop

NOTHING, EMPTY, HELP = "python -c pass", "empty typer program", "commitrack --help"
TASKS = 1_000
_DRY = ("--yes", "--dry-run")


class Case(NamedTuple):
    """A command line that is timed in every `every`-th round."""

    name: str
    command: tuple[str, ...]
    folder: Path
    every: int = 1


class Cost(NamedTuple):
    """Seconds that a run took: on the clock, and of processor time, which a busy machine bears."""

    elapsed: float
    cpu: float


class Promise(NamedTuple):
    """What was promised: one program takes at most so many times another."""

    name: str
    most: float


def due(count: int, *options: str) -> str:
    """The name of a case of `due`."""
    return f"{' '.join(('commitrack due', *options))}, {count:,}"


REMIND = "commitrack remind, nothing to say, 1,000"
PROMISES = (Promise(due(1_000), 2.0), Promise(HELP, 1.6), Promise(REMIND, 2.5))


def python_cases(shop: Workshop) -> Iterator[Case]:
    """Everything that runs on this interpreter."""
    home = shop.folder
    yield Case(NOTHING, (sys.executable, "-c", "pass"), home)
    yield Case(EMPTY, shop.empty, home)
    yield Case(f"{EMPTY} --help", (*shop.empty, "--help"), home)
    yield Case(HELP, (*shop.commitrack, "--help"), home)
    for count, every in ((100, 1), (1_000, 1), (10_000, 5)):
        yield Case(due(count), (*shop.commitrack, "due"), shop.ledger_folder(count), every)
    thousand = shop.ledger_folder(1_000)
    yield Case(due(1_000, "--json"), (*shop.commitrack, "due", "--json"), thousand)
    # The run that is not counted says everything: the others have nothing to say.
    yield Case(REMIND, (*shop.commitrack, "remind"), thousand)
    add = ("add", "Publish a roadmap", "--by", "US", "--kind", "promise", "--due", "2099-03-04")
    dry = Case("commitrack add --dry-run, 1,000", (*shop.commitrack, *add, *_DRY), thousand)
    if try_run(dry, shop).returncode:
        print("this commitrack cannot add: left out\n")
    else:
        yield dry


def task_cases(shop: Workshop, task: str | None) -> Iterator[Case]:
    """Taskwarrior with as many tasks as the ledger has commitments, the same share of them due."""
    if task is None:
        print("Taskwarrior is not installed (no `task` on PATH): left out\n")
        return
    folder = shop.folder / "task"
    folder.mkdir()
    rc, tasks = folder / "taskrc", folder / "tasks.json"
    rc.write_text(f"data.location={folder}\nconfirmation=off\n", encoding="utf-8")
    listed = due_tasks(shop)
    tasks.write_text(json.dumps(listed), encoding="utf-8")
    command = (task, f"rc:{rc}")
    version = run(Case("task", (task, "--version"), folder), shop).strip()
    run(Case("task import", (*command, "import", str(tasks)), folder), shop)
    name = f"Taskwarrior {version} due in 30 days, {len(listed):,}"
    yield Case(name, (*command, "due.before:now+30d", "list"), folder)


def due_tasks(shop: Workshop) -> list[dict[str, str]]:
    """The commitments of a ledger as tasks: all its titles, with a date where there is one day."""
    import tomli  # noqa: PLC0415  # only with Taskwarrior

    text = (shop.ledger_folder(TASKS) / "commitments.toml").read_text(encoding="utf-8")
    tasks = []
    for record in tomli.loads(text)["commitment"].values():
        days = [
            record[role] for role in ("due", "effective", "expires", "happens") if role in record
        ]
        dated = (
            {"due": f"{days[0]:%Y%m%dT000000Z}"} if days and not isinstance(days[0], str) else {}
        )
        tasks.append({"description": record["title"], "project": record["kind"], **dated})
    return tasks


def try_run(case: Case, shop: Workshop) -> subprocess.CompletedProcess[bytes]:
    """One run, its output taken from pipes."""
    return subprocess.run(  # noqa: S603  our own cases
        case.command, cwd=case.folder, env=shop.environment, capture_output=True, check=False
    )


def run(case: Case, shop: Workshop) -> str:
    """The output of one run; the benchmark stops where a program fails."""
    done = try_run(case, shop)
    if done.returncode:
        sys.exit(f"{case.name}: exit code {done.returncode}\n{done.stderr.decode()[-2000:]}")
    return done.stdout.decode()


def measure(cases: list[Case], shop: Workshop, rounds: int) -> dict[str, list[Cost]]:
    """The cost of every run by case; one run of each before them is not counted."""
    costs: dict[str, list[Cost]] = {case.name: [] for case in cases}
    for number in range(-1, rounds):
        for case in cases:
            if number >= 0 and number % case.every:
                continue
            start = Cost(perf_counter(), used_by_children())
            run(case, shop)
            if number >= 0:
                end = Cost(perf_counter(), used_by_children())
                costs[case.name].append(Cost(end.elapsed - start.elapsed, end.cpu - start.cpu))
    return costs


def used_by_children() -> float:
    """Seconds of processor time of all processes started and ended so far."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def typical(costs: list[Cost]) -> Cost:
    """The medians."""
    return Cost(median(cost.elapsed for cost in costs), median(cost.cpu for cost in costs))


def table(costs: dict[str, list[Cost]]) -> str:
    """Medians as ratios to the two smallest programs, and where the middle half of them lies."""
    empty, nothing = typical(costs[EMPTY]), typical(costs[NOTHING])
    rows = []
    for name, runs in costs.items():
        middle = typical(runs)
        elapsed = [run.elapsed for run in runs]
        low, _, high = quantiles(elapsed, n=4) if len(runs) > 1 else (middle.elapsed,) * 3
        row = (
            name,
            f"{middle.elapsed / empty.elapsed:.2f}",
            f"{low / empty.elapsed:.2f} to {high / empty.elapsed:.2f}",
            f"{middle.cpu / empty.cpu:.2f}",
            f"{middle.elapsed / nothing.elapsed:.2f}",
            str(len(runs)),
        )
        rows.append(row)
    head = ("program", "x empty typer", "middle half", "by CPU time", "x python -c pass", "runs")
    return format_table(head, rows)


def judge(promise: Promise, costs: dict[str, list[Cost]]) -> str:
    """Whether a promise is held here and now."""
    it, empty = typical(costs[promise.name]), typical(costs[EMPTY])
    ratio = it.elapsed / empty.elapsed
    word = "held" if ratio <= promise.most else "NOT HELD"
    measured = f"{ratio:.2f} x the empty typer program (by CPU time {it.cpu / empty.cpu:.2f})"
    return f"{word}: {promise.name}: {measured}, promised at most {promise.most}"


def main() -> None:
    """Run all cases and print the table."""
    parser = argparse.ArgumentParser(description="How long a start takes, as ratios.")
    parser.add_argument("--rounds", type=int, default=30)
    rounds = max(1, parser.parse_args().rounds)
    with tempfile.TemporaryDirectory(prefix="commitrack-benchmark-") as folder:
        shop = open_workshop(Path(folder))
        print(describe_versions() + "\n")
        cases = [*python_cases(shop), *task_cases(shop, shutil.which("task"))]
        costs = measure(cases, shop, rounds)
    print(table(costs) + "\n")
    for promise in PROMISES:
        print(judge(promise, costs))


if __name__ == "__main__":
    main()
