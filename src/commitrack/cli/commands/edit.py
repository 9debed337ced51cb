"""`commitrack edit`."""

from typing import Annotated

import typer

from commitrack.app.editing import apply_draft, draft_of
from commitrack.app.opening import read_bytes
from commitrack.cli.completing import complete_ids
from commitrack.cli.editor import edit_file, read_edited
from commitrack.cli.session import session_of
from commitrack.errors import CommitrackError
from commitrack.ledger.reading import decode
from commitrack.report.harmless import harmless


def run(
    ctx: typer.Context,
    commitment: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", show_default=False, autocompletion=complete_ids),
    ] = None,
) -> None:
    """Open the ledger, or the blocks of one commitment, in your editor (VISUAL, else EDITOR).

    What you leave is written only if it is a valid ledger and nobody changed it meanwhile;
    otherwise your text stays in a file that is named. A changed date is no move: see `move`.
    """
    session = session_of(ctx)
    path = session.ledger_path
    draft = draft_of(path, decode(read_bytes(path), str(path)), commitment)
    session.flush()
    file = edit_file(draft.text, session.settings.environment)
    try:
        has_changed = apply_draft(path, draft, read_edited(file))
    except CommitrackError:
        session.hint(f"your text is in {file}")
        raise
    file.unlink()
    session.out(
        f"{'Changed' if has_changed else 'Nothing changed in'} {harmless(session.shown_path)}\n"
    )
