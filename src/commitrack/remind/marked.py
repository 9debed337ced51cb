"""A marked block in a text that belongs to somebody else: put in, found, and taken out again."""

import re
from collections.abc import Sequence

MARK = "# commitrack reminders: "
BEGIN = f"{MARK}begin"
END = f"{MARK}end"

_JOINED = "; the line above had no end"
_ALONE = "; there was nothing here"
_BLOCK = re.compile(
    rf"^{BEGIN}(?P<note>{_JOINED}|{_ALONE})?\r?\n(?P<lines>(?:(?!{MARK}).*\n)*?){END}\r?(?:\n|\Z)",
    re.MULTILINE,
)


def put_block(text: str | None, lines: Sequence[str]) -> str:
    r"""The text with the block in the place of the one it has, else at its end.

    All other lines stay as they are. What it takes to leave the text as it was is noted in the
    block itself: whether its last line had no end, and whether there was no text at all.

    Args:
        text: None where there is none.
        lines: none of them holds a line end.

    >>> put_block("MAILTO=me", ["7 * * * * remind"]).splitlines()[1]
    '# commitrack reminders: begin; the line above had no end'
    """
    found = _BLOCK.search(text) if text else None
    if text and found:
        return text[: found.start()] + _block(lines, found["note"] or "") + text[found.end() :]
    if text is None:
        return _block(lines, _ALONE)
    is_joined = bool(text) and not text.endswith("\n")
    return f"{text}\n{_block(lines, _JOINED)}" if is_joined else text + _block(lines, "")


def take_block(text: str) -> str | None:
    """The text as it was before the block was put in; None where there was no text at all."""
    note = ""
    while found := _BLOCK.search(text):
        before = text[: found.start()]
        note = found["note"] or ""
        if note == _JOINED:
            before = before.removesuffix("\n")
            # What was written below the block since then needs a line of its own.
            before += "\n" if text[found.end() :] else ""
        text = before + text[found.end() :]
    return None if note == _ALONE and not text else text


def block_in(text: str | None) -> tuple[str, ...] | None:
    """The lines between the marks; None where there are no marks."""
    found = _BLOCK.search(text) if text else None
    # Not splitlines: a path may hold a character that only Python takes for a line end.
    return (
        tuple(line.removesuffix("\r") for line in found["lines"].split("\n")[:-1])
        if found
        else None
    )


def _block(lines: Sequence[str], note: str) -> str:
    return "".join(f"{line}\n" for line in (f"{BEGIN}{note}", *lines, END))
