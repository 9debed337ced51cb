"""World: what a run touches outside itself."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TextIO


class World(NamedTuple):
    """What a run touches of the world: handed in, so that a test can hand in its own."""

    environment: Mapping[str, str]
    folder: Path
    clock: Callable[[], datetime]
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO


class OutputError(Exception):
    """The system refused a read or a write that no verb answers for: mostly of the output."""

    def __init__(self, fault: OSError) -> None:
        super().__init__(str(fault))
        self.fault = fault
