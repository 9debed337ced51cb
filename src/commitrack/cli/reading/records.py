"""Recording the statements chosen by `--add` or `--yes`, and saying what was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from commitrack.app.harvest.proposing import EventDraft
from commitrack.app.harvest.recording import accept, record_all
from commitrack.cli.reading.choice import chosen_numbers, voiced_by
from commitrack.cli.reading.options import FORMATS
from commitrack.report.harmless import harmless
from commitrack.report.words import ROLE_WORDS, parties
from commitrack.timing.countdown import countdown_words
from commitrack.timing.display import format_when

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from commitrack.app.harvest.finding import Harvest
    from commitrack.app.harvest.recording import Entry, Harvested
    from commitrack.cli.reading.options import ReadOptions
    from commitrack.cli.session import Session
    from commitrack.domain.commitment import Commitment
    from commitrack.domain.standing import Standing
    from commitrack.report.reading.rows import Found, Known

_WIDTH = 80
_INDENT = "   "


class LeftOut(NamedTuple):
    """A commitment that `--yes` does not record, and why."""

    number: int
    why: str


def record_chosen(session: Session, harvest: Harvest, options: ReadOptions) -> None:
    """Record what `--add` or `--yes` means, in one write.

    Raises:
        UsageError: a number that is none, or what does not fit the ledger. Nothing was written.
    """
    entries = harvest.entries()
    found = [one for _, one in entries]
    if options.add is not None:
        numbers = chosen_numbers(options.add, found, with_untracked=options.all)
        left_out: tuple[LeftOut, ...] = ()
    else:
        numbers, left_out = _strong_enough(found, options.min_strength or 0)
    by_number = {one.number: (read, one) for read, one in entries}
    accepted = [accept(*by_number[number]) for number in numbers]
    done = None
    if accepted:
        path = session.ledger_to_make
        done = record_all(path, accepted, session.now, dry_run=options.dry_run)
    if session.face(FORMATS) == "json":
        _print_json(session, harvest, done, left_out)
    else:
        echo_harvested(session, done, left_out)


def _strong_enough(
    found: Sequence[Found], least: int
) -> tuple[tuple[int, ...], tuple[LeftOut, ...]]:
    """The commitments that `--yes` records, and those that want a person."""
    numbers: list[int] = []
    left_out: list[LeftOut] = []
    said_again: dict[str, int] = {}
    voices = voiced_by(found)
    for one in found:
        if not one.candidate.is_tracked:
            continue
        why = _why_not(one, least, said_again, voices[one.number])
        if why:
            left_out.append(LeftOut(one.number, why))
            continue
        numbers.append(one.number)
        if one.known is not None:
            said_again.setdefault(one.known.id, one.number)
    return tuple(numbers), tuple(left_out)


def _why_not(found: Found, least: int, said_again: Mapping[str, int], voice: int) -> str:
    """Why `--yes` leaves a commitment out; empty where it records it.

    Args:
        voice: the number of the statement that says the same and binds most.
    """
    known = found.known
    if found.candidate.obligation < least:
        return f"of strength {found.candidate.obligation}, below {least}"
    if known is None:
        return _said_by(voice, found.number)
    if known.is_recorded:
        return ""
    doubt = _doubt(known, found.number)
    if not doubt and known.id in said_again:
        return f"like {known.id}, as {said_again[known.id]} is"
    return doubt


def _said_by(voice: int, number: int) -> str:
    if voice == number:
        return ""
    return f"says again what {voice} says" if voice < number else f"{voice} says it more firmly"


def _doubt(known: Known, number: int) -> str:
    """What a person must decide of a statement that the ledger may have already."""
    if known.in_force is not None:
        there = format_when(known.in_force)
        return f"like {known.id}, which has another date, {there}; --add {number} reports it"
    if known.is_closed:
        return f"like {known.id}, which is closed; --add {number} records it all the same"
    if known.is_cited:
        return f"like {known.id}, which rests on this article already; --add {number} records it so"
    if not known.is_sure:
        return f"perhaps {known.id} said again; --add {number} records it so"
    return ""


def echo_harvested(
    session: Session, done: Harvested | None, left_out: Iterable[LeftOut] = ()
) -> None:
    """What was recorded, what was already, and what was left out."""
    lines: list[str] = []
    is_done = done is None or done.is_done
    file = harmless(session.path_shown(session.ledger_to_make))
    entries = done.entries if done else ()
    for entry in entries:
        lines += _entry_lines(session, entry, file, is_done=is_done)
    lines += [f"left out: {one.number}, {harmless(one.why)}" for one in left_out]
    written = sum(entry.is_new for entry in entries)
    if not lines:
        lines.append("nothing to record")
    if written and is_done:
        what = "" if written == 1 else f" takes all {written} back"
        lines += ["", f"Wrong? commitrack undo{what}"]
    elif written:
        lines += ["", "Nothing was written (--dry-run)."]
    session.out("".join(f"{line}\n" for line in lines))
    if done and done.made_ledger and written:
        session.hint(f"made a new ledger: {file}")


def _entry_lines(session: Session, entry: Entry, file: str, *, is_done: bool) -> list[str]:
    number = entry.accepted.number
    if not entry.is_new:
        return [f"already recorded: {number}, as {entry.id}"]
    what = entry.accepted.what
    if isinstance(what, EventDraft):
        did = f"{'Recorded' if is_done else 'Would record'}: {entry.id} {what.type}"
    else:
        did = f"{'Added' if is_done else 'Would add'} {entry.id}"
    where = f"{file}, line {entry.line}"
    gap = max(2, _WIDTH - 2 - len(did) - len(where))
    return [f"{did}{' ' * gap}{where}", f"{_INDENT}{_stands(session, entry.standing)}"]


def _stands(session: Session, standing: Standing | None) -> str:
    """Who, what kind, and the dates in force."""
    if standing is None:
        return "it counts from a day that is still ahead"
    it: Commitment = standing.commitment
    who = f"{parties(it.by)}, to {parties(it.to)}" if it.to else parties(it.by)
    parts = [who if it.by or it.to else "nobody named", str(it.kind)]
    for dated in standing.dates:
        if dated.when is not None:
            day = format_when(dated.when)
            count = countdown_words(dated.when, dated.role, session.now)
            parts.append(f"{ROLE_WORDS[dated.role]} {day}, {count}")
    if not any(dated.when for dated in standing.dates):
        parts.append("no date")
    return " · ".join(parts)


def _print_json(
    session: Session, harvest: Harvest, done: Harvested | None, left_out: Iterable[LeftOut]
) -> None:
    from commitrack.report.machine import format_json  # noqa: PLC0415  # machine output only
    from commitrack.report.reading.machine import reading_document  # noqa: PLC0415

    document = reading_document(harvest.readings, asked=len(harvest.reads))
    entries = done.entries if done else ()
    document["written"] = bool(done and done.is_done and any(one.is_new for one in entries))
    document["recorded"] = [_entry_object(entry) for entry in entries]
    document["left_out"] = [one._asdict() for one in left_out]
    session.out(format_json(document))


def _entry_object(entry: Entry) -> dict[str, Any]:
    what = entry.accepted.what
    return {
        "number": entry.accepted.number,
        "id": entry.id,
        "event": str(what.type) if isinstance(what, EventDraft) else None,
        "is_new": entry.is_new,
        "line": entry.line,
    }
