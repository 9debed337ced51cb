"""Options that every verb takes, and option types that several share."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperOption


def _complete_filters(ctx: Any, incomplete: str) -> list[tuple[str, str]]:  # noqa: ANN401  # typer's own
    from commitrack.cli.completing import complete_filters  # noqa: PLC0415  # completion only

    return complete_filters(ctx, incomplete)


FORMATS = ("table", "plain", "tsv", "json", "csv")

Filters = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILTER]...",
        help="by:US not tag:old …; see the manual",
        show_default=False,
        autocompletion=_complete_filters,
    ),
]


def shared_options(faces: Sequence[str] | None, *, as_of: bool = False) -> list[TyperOption]:
    """Fresh options for one command; their values go to the session, not to the verb.

    Args:
        faces: the formats that the verb can print, or None when it prints no data.
        as_of: the verb can look back.
    """
    options = [
        _option("--ledger", "PATH", "The ledger, instead of the nearest one."),
        _option("--now", "WHEN", "Take this for now, instead of the clock."),
        _option("--tz", "ZONE", "Your time zone, instead of the system's."),
        _flag("--debug", "Show where in the program an error came from."),
    ]
    if as_of:
        options.append(_option("--as-of", "WHEN", "As it stood at the end of that day."))
    if faces is not None:
        options += [
            _option(
                "--format", "FORM", f"{'|'.join(faces)}; table on a terminal, plain in a pipe."
            ),
            _flag("--json", "The same as --format json."),
        ]
    return options


def _option(name: str, metavar: str, text: str) -> TyperOption:
    return TyperOption(
        param_decls=[name], metavar=metavar, help=text, expose_value=False, callback=_remember
    )


def _flag(name: str, text: str) -> TyperOption:
    return TyperOption(
        param_decls=[name],
        is_flag=True,
        default=False,
        help=text,
        expose_value=False,
        callback=_remember,
    )


def _remember(ctx: Any, param: Any, value: Any) -> Any:  # noqa: ANN401  # click's own signature
    # `None` and `False` mean "not given": what was said before the verb stands.
    if value not in (None, False) and ctx.obj is not None:
        ctx.obj.flags[param.name] = value
    return value
