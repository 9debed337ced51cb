"""The program's edge: the real world handed to the command line."""

import gc
import os
import sys
from pathlib import Path


def main() -> None:
    """Run the command line and leave with its exit code."""
    # A run is short and makes few cycles: collecting them costs more than it frees (measured).
    gc.disable()
    from commitrack.cli.program import World, run  # noqa: PLC0415  # after gc is off
    from commitrack.timing.clock import read_clock  # noqa: PLC0415

    try:
        folder = Path.cwd()
    except OSError:
        sys.exit("error: the folder you are in is gone\nchange to another one")
    world = World(os.environ, folder, read_clock, sys.stdin, sys.stdout, sys.stderr)  # noqa: TID251  # the one place
    code = run(sys.argv[1:], world)
    gc.freeze()  # spares a last collection of what dies with the process anyway
    sys.exit(code)


if __name__ == "__main__":
    main()
