# ruff: noqa: T201 - a benchmark prints its table
"""How fast time expressions are found: beside other tools in one run, by length, and on fuzz."""

import json
import os
import random
import shutil
import subprocess
import warnings
from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.workshop import format_table
from commitrack.extract.temporal.recognising import find_times

SAID = date(2025, 7, 7)
SMALL = 100_000
SIZES = (100_000, 1_000_000, 10_000_000)
MILLION = 1_000_000
ROUNDS = 3
PARAGRAPH = 0.2
MONTHS = ("January", "March", "May", "July", "Aug.", "October", "Dec.")
DAYS = ("Monday", "Tuesday", "Thursday", "Friday", "Sunday")
PEOPLE = ("The minister", "A spokeswoman", "The chairman", "Its president", "The mayor", "Kim")
PLACES = ("the port", "the capital", "the north", "the assembly", "the shipyard", "parliament")
SENTENCES = (
    "{who} said on {day} that both sides agreed to closely coordinate on the {many} ships.",
    "The tariffs of {many} percent take effect on {month} {few}, {year}, unless there is a deal.",
    "Exports fell by {few}.{few} percent in {month}, after {many} companies left {where}.",
    "Officials who asked not to be named called the talks in {where} useful, and said no more.",
    "The commission will report within {many} days, and every {few} years from then on.",
    "{who} was appointed in {month} {year} after the company lost ${many} million in {where}.",
    "Workers in {where} went back to their places after a strike of {few} weeks and no result.",
    "No decision was made at the meeting in {where}, which was held behind closed doors.",
    "{who} promised to publish the plan by the end of next year, and to spend ${many} million.",
    "Rain is expected in {where}, where {many} farmers have waited for it in some of the villages.",
)
CHRONO = """
const chrono = require('chrono-node'), fs = require('fs');
const text = fs.readFileSync(0, 'utf8'), said = new Date(2025, 6, 7);
chrono.parse('in May', said);
const start = process.hrtime.bigint();
const found = chrono.parse(text, said).length;
console.log(JSON.stringify([Number(process.hrtime.bigint() - start) / 1e9, found]));
"""


def news(size: int) -> str:
    """Made-up news of so many characters, hardly a sentence twice."""
    draw = random.Random(6)  # noqa: S311  no secret
    words: list[str] = []
    length = 0
    while length < size:
        sentence = draw.choice(SENTENCES).format(
            who=draw.choice(PEOPLE),
            where=draw.choice(PLACES),
            month=draw.choice(MONTHS),
            day=draw.choice(DAYS),
            year=draw.randint(1985, 2035),
            few=draw.randint(2, 28),
            many=draw.randint(29, 980),
        )
        words.append(sentence + ("\n\n" if draw.random() < PARAGRAPH else " "))
        length += len(words[-1])
    return "".join(words)[:size]


def timed(run: Callable[[], int]) -> tuple[float, int]:
    """Seconds of processor time, and how many were found."""
    start = process_time()
    found = run()
    return process_time() - start, found


def ours(text: str) -> int:
    """How many we find."""
    return len(find_times(text, SAID))


def print_speed(chrono: Path | None, corpus: str) -> None:
    """All tables of speed; `corpus` is text of the develop half, if there is any."""
    ours("once, in May 2020, so that the words are read")
    kind = "TempEval-3, develop half" if corpus else "made-up news"
    text = (corpus or news(SMALL))[:SMALL]
    print(f"\nBeside other tools, the same {len(text):,} characters ({kind}), {ROUNDS} rounds\n")
    print(beside(text, chrono))
    print("\nBy length, made-up news\n")
    print(by_length())
    print("\nA million characters of fuzz, and how much longer they take than half of them\n")
    print(fuzz())


def beside(text: str, chrono: Path | None) -> str:
    """Our speed beside that of tools that are installed."""
    tools: dict[str, Callable[[], tuple[float, int]]] = {"ours": lambda: timed(lambda: ours(text))}
    dateparser = dateparser_search()
    if dateparser is None:
        print("dateparser is not installed: left out\n")
    else:
        tools["dateparser.search.search_dates"] = lambda: timed(lambda: dateparser(text))
    if (node := shutil.which("node")) and try_chrono(node, chrono, "in May") is not None:
        tools["chrono-node"] = lambda: try_chrono(node, chrono, text) or (float("nan"), 0)
    else:
        print("node with chrono-node is not installed (NODE_PATH or --chrono): left out\n")
    costs: dict[str, list[tuple[float, int]]] = {name: [] for name in tools}
    for _ in range(ROUNDS):
        for name, run in tools.items():
            costs[name].append(run())
    first = median(seconds for seconds, _ in costs["ours"])
    rows = []
    for name, runs in costs.items():
        seconds = median(seconds for seconds, _ in runs)
        rate = len(text) / seconds / 1e6
        rows.append(
            (name, f"{seconds * 1e3:.1f}", f"{rate:.3f}", f"{seconds / first:.1f}", str(runs[0][1]))
        )
    return format_table(("tool", "ms", "MB/s", "x ours", "found"), rows)


def dateparser_search() -> Callable[[str], int] | None:
    """Dateparser's search, which the benchmark alone uses."""
    try:
        search_dates = import_module("dateparser.search").search_dates  # not a dependency
    except ImportError:
        return None
    said = datetime(2025, 7, 7, tzinfo=UTC)

    def search(text: str) -> int:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return len(search_dates(text, languages=["en"], settings={"RELATIVE_BASE": said}) or ())

    search("in May")
    return search


def try_chrono(node: str, folder: Path | None, text: str) -> tuple[float, int] | None:
    """Seconds that chrono-node takes within one process, its start not counted; None without it."""
    environment = dict(os.environ)  # noqa: TID251  node looks for modules where it says
    if folder is not None:
        environment["NODE_PATH"] = str(folder / "node_modules")
    done = subprocess.run(  # noqa: S603  node, from PATH
        [node, "-e", CHRONO],
        input=text,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    if done.returncode:
        return None
    seconds, found = json.loads(done.stdout)
    return float(seconds), int(found)


def by_length() -> str:
    """Seconds for texts of growing length."""
    rows = []
    for size in SIZES:
        text = news(size)
        seconds, found = timed(lambda text=text: ours(text))  # type: ignore[misc]
        rows.append((f"{size:,}", f"{seconds:.3f}", f"{size / seconds / 1e6:.2f}", f"{found:,}"))
    return format_table(("characters", "seconds", "MB/s", "found"), rows)


def fuzz() -> str:
    """Hostile texts: all their characters may belong to a time expression."""
    draw = random.Random(7)  # noqa: S311  no secret
    kinds = {
        "digits": "0123456789",
        "digits and hyphens": "0123456789-",
        "digits, spaces, hyphens": "0123456789 -",
        "colons, slashes, digits": "0123456789:/.",
        "spaces": " ",
        "hyphens": "-",
        "line ends": "\n",
    }
    texts = {name: "".join(draw.choices(signs, k=MILLION)) for name, signs in kinds.items()}
    months = (
        "January ",
        "May ",
        "Dec. ",
        "1",
        "2",
        "-",
        " ",
        "the ",
        "of ",
        "last ",
        "year ",
        "two ",
    )
    texts["month names, numbers"] = "".join(draw.choices(months, k=MILLION))[:MILLION]
    texts["one and and one ..."] = ("two years and " * MILLION)[:MILLION]
    texts["the end of the end of ..."] = ("the end of " * MILLION)[:MILLION]
    texts["hundred thousand ..."] = ("hundred thousand " * MILLION)[:MILLION]
    rows = []
    for name, text in texts.items():
        half, _ = timed(lambda text=text: ours(text[: MILLION // 2]))  # type: ignore[misc]
        whole, found = timed(lambda text=text: ours(text))  # type: ignore[misc]
        rows.append((name, f"{whole:.2f}", f"{whole / max(half, 1e-9):.2f}", f"{found:,}"))
    return format_table(("text", "seconds", "x half", "found"), rows)
