"""The program's edge: the real world handed to the command line."""

import gc
import io
import os
import sys
from pathlib import Path


def main() -> None:
    """Run the command line and leave with its exit code."""
    # A run is short and makes few cycles: collecting them costs more than it frees (measured).
    gc.disable()
    from commitrack.cli.program import run  # noqa: PLC0415  # after gc is off
    from commitrack.cli.world import World  # noqa: PLC0415  # after gc is off
    from commitrack.timing.clock import read_clock  # noqa: PLC0415

    try:
        folder = Path.cwd()
    except OSError:
        sys.exit("error: the folder you are in is gone\nchange to another one")
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character shows its escape instead.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    world = World(os.environ, folder, read_clock, sys.stdin, sys.stdout, sys.stderr)  # noqa: TID251  # the one place
    code = run(sys.argv[1:], world)
    _leave(code)


def _leave(code: int) -> None:
    """End the process at once: what it holds dies with it, and need not be taken apart first."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        sys.exit(code or 1)
    os._exit(code)


if __name__ == "__main__":
    main()
