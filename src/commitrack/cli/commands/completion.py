"""`commitrack completion`."""

from typing import Annotated

import typer
from typer._completion_shared import get_completion_script

from commitrack.cli.session import session_of
from commitrack.errors import UsageError

_COLONS = {
    "bash": "# Filters have colons: kind:measure is one word.\n"
    "COMP_WORDBREAKS=${COMP_WORDBREAKS//:}\n",
}
SHELLS = ("bash", "zsh", "fish", "powershell")


def run(
    ctx: typer.Context,
    shell: Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh, fish or powershell.")],
) -> None:
    """Print the completion script of a shell: verbs, options, ids, tags, parties, filters.

    Put it where the shell finds it; the manual says where.
    """
    if shell not in SHELLS:
        raise UsageError(f"no completion for {shell}", remedy=f"shells: {' '.join(SHELLS)}")
    script = get_completion_script(
        prog_name="commitrack", complete_var="_COMMITRACK_COMPLETE", shell=shell
    )
    session_of(ctx).out(f"{script}\n{_COLONS.get(shell, '')}")
