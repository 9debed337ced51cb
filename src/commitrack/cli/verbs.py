"""The table of verbs: name, one line of help, panel, module. `--help` needs nothing else."""

from typing import NamedTuple

EVERY_DAY = "Every day"
ARTICLES = "Articles"
CARE = "Care"
PANELS = (EVERY_DAY, ARTICLES, CARE)


class Verb(NamedTuple):
    """A verb; its module in `cli.commands` is imported when it runs."""

    name: str
    panel: str
    help: str
    module: str


VERBS = (
    Verb("status", EVERY_DAY, "Where the ledger is, what is late, the next dates.", "status"),
    Verb("add", EVERY_DAY, "Record a commitment.", "add"),
    Verb("due", EVERY_DAY, "What is late, what is coming, what has no date.", "due"),
    Verb("show", EVERY_DAY, "One commitment whole: countdown, history, sources.", "show"),
    Verb("move", EVERY_DAY, "The date moved, or was postponed with no new one.", "move"),
    Verb("close", EVERY_DAY, "What became of it: kept, broken, withdrawn …", "close"),
    Verb("note", EVERY_DAY, "A remark, or: looked, nothing new.", "note"),
    Verb("list", EVERY_DAY, "Everything that matches, in any state.", "list_all"),
    Verb("log", EVERY_DAY, "What changed, in order of time.", "log"),
    Verb(
        "remind", EVERY_DAY, "What is new to be reminded of, once; ack, snooze, status.", "remind"
    ),
    Verb("timeline", EVERY_DAY, "Dates and their moves on an axis; --svg draws it.", "timeline"),
    Verb("read", ARTICLES, "Find the commitments in an article, and record them.", "read"),
    Verb("sources", ARTICLES, "Sources: list, show, add, check their quotes.", "sources"),
    Verb("init", CARE, "Start a ledger.", "init"),
    Verb("demo", CARE, "Look around in a sample ledger; writes nothing.", "demo"),
    Verb("check", CARE, "Find every fault in the ledger.", "check"),
    Verb("update", CARE, "Record any event of a commitment.", "update"),
    Verb("correct", CARE, "Put a mistake of ours right; it never counts as a move.", "correct"),
    Verb("edit", CARE, "Open the ledger, or one commitment, in your editor.", "edit"),
    Verb("undo", CARE, "Take the last change back.", "undo"),
    Verb("paths", CARE, "Where the ledger and the settings are.", "paths"),
    Verb("schema", CARE, "The ledger's JSON Schema, for editors.", "schema"),
    Verb("completion", CARE, "The completion script of your shell.", "completion"),
)
"""All verbs, in the order of `--help`."""
