"""A desk at which articles are read, also from standard input."""

import io
import shlex

from commitrack.cli.program import run
from commitrack.cli.world import World
from tests.cli.desk import CLOCK, Desk, Done


class ReadingDesk(Desk):
    """A desk whose standard input may be a pipe with a text in it."""

    def pipe(self, text: str, line: str) -> Done:
        """Run a command line with the text on standard input."""
        out, err = io.StringIO(), io.StringIO()
        world = World(self.environment, self.folder, lambda: CLOCK, io.StringIO(text), out, err)
        code = run(shlex.split(line), world)
        assert "a fault of the program" not in err.getvalue(), err.getvalue()
        return Done(code, out.getvalue(), err.getvalue())
