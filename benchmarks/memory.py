# ruff: noqa: T201 - a benchmark prints its table
"""How much memory `due` takes at its peak, as ratios to an empty typer program.

`python benchmarks/memory.py [--rounds 5]`.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.workshop import Workshop, describe_versions, format_table, open_workshop

EMPTY = "empty typer program"

# Linux counts a process's peak from that of the one that starts it: this one is as small as can be.
_LAUNCHER = """
import os, sys
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(child, 0)
os.write(2, b" %d" % usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def peak(command: tuple[str, ...], folder: Path, shop: Workshop) -> int:
    """The peak resident size of one run, in the unit of the system."""
    done = subprocess.run(  # noqa: S603  our own cases
        (sys.executable, "-I", "-S", "-c", _LAUNCHER, *command),
        cwd=folder, env=shop.environment, capture_output=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"{' '.join(command)}: exit code {done.returncode}\n{done.stderr.decode()}")
    return int(done.stderr.rsplit(maxsplit=1)[-1])


def main() -> None:
    """Run all cases and print the table."""
    parser = argparse.ArgumentParser(description="How much memory `due` takes, as ratios.")
    parser.add_argument("--rounds", type=int, default=5)
    rounds = max(1, parser.parse_args().rounds)
    with tempfile.TemporaryDirectory(prefix="commitrack-benchmark-") as folder:
        shop = open_workshop(Path(folder))
        print(describe_versions() + "\n")
        cases = {
            "python -c pass": ((sys.executable, "-c", "pass"), shop.folder, rounds),
            EMPTY: (shop.empty, shop.folder, rounds),
        }
        for count in (1_000, 10_000, 100_000):
            place, turns = shop.ledger_folder(count), 1 if count > 10_000 else rounds  # noqa: PLR2004
            cases[f"commitrack due, {count:,}"] = ((*shop.commitrack, "due"), place, turns)
        peaks = {
            name: sorted(peak(command, place, shop) for _ in range(turns))[turns // 2]
            for name, (command, place, turns) in cases.items()
        }
    rows = [(name, f"{size / peaks[EMPTY]:.2f}") for name, size in peaks.items()]
    print(format_table(("program", "x empty typer"), rows))


if __name__ == "__main__":
    main()
