"""The program: a group of verbs that are imported when they run, and the one place for errors."""

import sys
from collections.abc import Sequence
from contextlib import redirect_stdout, suppress
from importlib import import_module
from typing import Any, TextIO

import typer
from typer import _click as click
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command_from_info
from typer.models import CommandInfo

from commitrack import __version__
from commitrack.cli.options import shared_options
from commitrack.cli.session import Session
from commitrack.cli.verbs import PANELS, VERBS, Verb
from commitrack.cli.world import OutputError, World
from commitrack.errors import CommitrackError, WriteError

NAME = "commitrack"
COMPLETE = "_COMMITRACK_COMPLETE"
"""Set by the completion script of a shell."""
INTERRUPTED = 130
_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class LazyVerb(TyperCommand):
    """Stands for a verb in help and completion; becomes the real command when it runs."""

    def __init__(self, verb: Verb) -> None:
        super().__init__(verb.name, help=verb.help, rich_markup_mode=None)
        self.verb = verb

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: Any = None,  # noqa: ANN401  # typer's own signature
        **extra: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """Import the verb's module and let its command parse the arguments."""
        return self._load().make_context(info_name, args, parent=parent, **extra)

    def _load(self) -> Any:  # noqa: ANN401
        module = import_module(f"commitrack.cli.commands.{self.verb.module}")
        info = CommandInfo(
            name=self.verb.name, callback=module.run, cls=TyperCommand, context_settings=_CONTEXT
        )
        command = get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)
        command.params += shared_options(
            getattr(module, "FACES", None), as_of=getattr(module, "AS_OF", False)
        )
        return command


class Program(TyperGroup):
    """The group of all verbs, listed in panels."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002
        """The verbs by panel, from the table alone."""
        for panel in PANELS:
            with formatter.section(panel):
                formatter.write_dl([(v.name, v.help) for v in VERBS if v.panel == panel])

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401  # typer's own signature
        """Run the verb; what ends it early comes out to `run`, past typer's own endings."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise typer.Abort from None
        except OSError as fault:
            raise OutputError(fault) from fault


def make_program() -> Program:
    """The command line as an object, nothing run yet."""
    info = CommandInfo(callback=_no_verb)
    version = typer.core.TyperOption(
        param_decls=["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_print_version,
        help="Print the version.",
    )
    bare = get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)
    return Program(
        name=NAME,
        commands={verb.name: LazyVerb(verb) for verb in VERBS},
        callback=bare.callback,
        params=[*bare.params, *shared_options(None), version],
        invoke_without_command=True,
        help="Promises and deadlines from the news, with their sources.",
        epilog="One ledger, a plain TOML file. Start with: commitrack demo",
        rich_markup_mode=None,
        context_settings=_CONTEXT,
    )


def run(argv: Sequence[str], world: World) -> int:
    """Run one command line in a world and return the exit code."""
    session = Session(world)
    try:
        return _run(argv, session)
    except click.exceptions.ClickException as error:
        return _report_usage(error, world.stderr)
    except CommitrackError as error:
        if session.debug:
            raise
        from commitrack.report.failure import format_error  # noqa: PLC0415  # only on failure

        world.stdout.flush()
        width = session.width if world.stderr.isatty() else None
        world.stderr.write(format_error(error, width))
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        world.stderr.write("\ninterrupted; nothing more was done\n")
        return INTERRUPTED
    except Exception as fault:
        if session.debug:
            raise
        return _report_fault(fault, world)


def _report_fault(fault: Exception, world: World) -> int:
    """Output that cannot be written; or a fault of ours: said in a line, not in a page."""
    if isinstance(fault, OutputError):
        return _report_output(fault.fault, world)
    if isinstance(fault, OSError):
        return _report_output(fault, world)
    from commitrack.report.harmless import harmless  # noqa: PLC0415  # only on failure

    what = harmless(f"{type(fault).__name__}: {fault}")
    world.stderr.write(
        f"error: a fault of the program: {what}\n--debug shows where; please report it\n"
    )
    return 1


def _run(argv: Sequence[str], session: Session) -> int:
    program = make_program()
    if COMPLETE in session.world.environment:
        _prepare_completion(session.world.environment[COMPLETE])
    with redirect_stdout(session.world.stdout):  # where typer prints help
        code = program.main(args=list(argv), prog_name=NAME, standalone_mode=False, obj=session)
    session.flush()
    return code if isinstance(code, int) else session.exit_code


def _prepare_completion(asked: str) -> None:
    """What an app of typer's own does, for the shells that it knows."""
    from typer._completion_classes import completion_init  # noqa: PLC0415  # completion only

    completion_init()
    if not asked.endswith("bash"):  # which is given no descriptions, so needs no rich
        from typer import rich_utils  # noqa: PLC0415

        # A description wrapped at the terminal's width would be two words to fish.
        rich_utils.MAX_WIDTH = 1000


def _no_verb(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        import_module("commitrack.cli.commands.status").run(ctx)


def _print_version(ctx: Any, _param: Any, value: bool) -> None:  # noqa: ANN401, FBT001  # click's own
    if value and not ctx.resilient_parsing:
        ctx.obj.out(f"{NAME} {__version__}\n")
        raise typer.Exit


def _report_output(fault: OSError, world: World) -> int:
    """What the system refused; what is still to be printed is given up."""
    if world.stdout is sys.stdout:
        with suppress(OSError):
            sys.stdout = open("/dev/null", "w", encoding="utf-8")  # noqa: SIM115, PTH123
    if isinstance(fault, BrokenPipeError):
        return 0  # the reader of our output has gone, as in `| head`: that is its right
    from commitrack.report.harmless import harmless  # noqa: PLC0415  # only on failure

    what = f"cannot use {fault.filename}" if fault.filename else "cannot write the output"
    with suppress(OSError):
        world.stderr.write(f"error: {harmless(what)}: {fault.strerror}\n")
    return WriteError.exit_code


def _report_usage(error: Any, stderr: TextIO) -> int:  # noqa: ANN401
    """A mistake that typer found, in our form."""
    command = error.ctx.command_path if getattr(error, "ctx", None) else NAME
    message = error.format_message().rstrip(".")
    from commitrack.report.harmless import harmless  # noqa: PLC0415  # only on failure

    stderr.write(f"error: {harmless(message)}\nsee: {command} --help\n")
    return int(error.exit_code)
