"""`commitrack paths`."""

import typer

from commitrack.cli.session import session_of
from commitrack.errors import NoLedgerError
from commitrack.files.companion import FOLDER_NAME
from commitrack.report.harmless import harmless
from commitrack.settings import config_folder, data_folder, state_folder

FACES = ("plain", "json")


def run(ctx: typer.Context) -> None:
    """Where the ledger is, what stands beside it, and where settings are looked for."""
    session = session_of(ctx)
    environment = session.settings.environment
    try:
        ledger = session.ledger_path.resolve()
    except NoLedgerError:
        ledger = None
    rows = {
        "ledger": str(ledger) if ledger else "none yet",
        "beside it": str(ledger.parent / FOLDER_NAME) if ledger else "-",
        "settings": str(config_folder(environment) / "config.toml"),
        "own ledger": str(data_folder(environment) / "commitments.toml"),
        "state": str(state_folder(environment)),
    }
    if session.face(FACES) == "json":
        from commitrack.report.machine import format_json  # noqa: PLC0415  # machine output only

        known: dict[str, str | None] = {name.replace(" ", "_"): path for name, path in rows.items()}
        if ledger is None:
            known |= {"ledger": None, "beside_it": None}
        session.out(format_json({"schema_version": 1, "paths": known}))
        return
    session.out("".join(f"{name:<12}{harmless(path)}\n" for name, path in rows.items()))
