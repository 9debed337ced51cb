"""Examples of documents: found in Markdown, run in real shells, compared with what is shown.

CONTRIBUTING.md describes how an example is written.
"""

import difflib
import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from tests.project.shells import Run, run_script

ROOT = Path(__file__).parent.parent.parent
SHELLS = ("bash", "zsh")
SHORT_NAMES = {"now": "COMMITRACK_NOW", "tz": "TZ"}
FENCE = re.compile(r"(?P<indent> *)(?P<ticks>`{3,}|~{3,})(?P<language>[\w-]*)")
EXIT = re.compile(r"\[exit (\d+)\]")
ANYTHING = "..."


class DirectiveError(ValueError):
    """Words above an example that mean nothing."""


@dataclass(frozen=True, slots=True)
class Directives:
    """What the comment above a block asks for."""

    environment: Mapping[str, str] = field(default_factory=dict)
    ledger: str = ""
    articles: tuple[str, ...] = ()
    save: str = ""
    shells: tuple[str, ...] = SHELLS
    terminal: bool = False
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """One line typed (with its continuations), and what the document shows below it."""

    text: str
    shown: tuple[str, ...]
    exit_code: int


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block that is run, or whose text is saved as a file for the blocks after it."""

    place: str
    directives: Directives
    lines: tuple[str, ...]
    before: tuple["Block", ...] = ()

    @property
    def commands(self) -> tuple[Command, ...]:
        """The commands of the block; none when its text is only saved."""
        return () if self.directives.save else parse_commands(self.lines)


class Fenced(NamedTuple):
    """A fenced block as it stands in the file; `line` is that of its opening fence, from 1."""

    line: int
    language: str
    lines: tuple[str, ...]
    comment: str


def find_blocks(path: Path, root: Path = ROOT) -> tuple[Block, ...]:
    """Return the examples of a document in order, each with the ones that it follows.

    Raises:
        DirectiveError: a comment asks for something unknown, or follows nothing.
    """
    blocks: list[Block] = []
    for fenced in find_fenced(path.read_text(encoding="utf-8")):
        place = f"{path.relative_to(root)}:{fenced.line}"
        directives = parse_directives(fenced.comment, place)
        if not (fenced.language == "console" or directives.save):
            if fenced.comment:
                message = f"{place}: an example is a `console` block or has `save=NAME`"
                raise DirectiveError(message)
            continue
        block = Block(place, directives, fenced.lines)
        blocks.append(follow(block, blocks) if directives.follows else block)
    return tuple(blocks)


def follow(block: Block, earlier: list[Block]) -> Block:
    """Put a block behind the one before it, in that one's environment unless it says otherwise."""
    if not earlier:
        message = f"{block.place}: there is nothing before it to continue"
        raise DirectiveError(message)
    last = earlier[-1]
    environment = {**last.directives.environment, **block.directives.environment}
    directives = replace(block.directives, environment=environment)
    return replace(block, directives=directives, before=(*last.before, last))


def find_fenced(text: str) -> Iterator[Fenced]:
    """Yield the fenced blocks of a Markdown text, each with the example comment right above it."""
    lines = text.splitlines()
    comment, number = "", 0
    while number < len(lines):
        line = lines[number]
        if line.lstrip().startswith("<!-- example:"):
            number, comment = read_comment(lines, number)
        elif fence := FENCE.match(line):
            end = closing_fence(lines, number, fence["ticks"])
            body = tuple(row.removeprefix(fence["indent"]) for row in lines[number + 1 : end])
            yield Fenced(number + 1, fence["language"], body, comment)
            comment, number = "", end
        elif line.strip() and comment:
            message = f"line {number + 1}: no block below `{comment}`"
            raise DirectiveError(message)
        number += 1


def read_comment(lines: list[str], number: int) -> tuple[int, str]:
    """Return the number of the comment's last line, and its words."""
    for last in range(number, len(lines)):
        if "-->" in lines[last]:
            whole = " ".join(lines[number : last + 1])
            return last, whole.split("example:", 1)[1].split("-->")[0].strip()
    message = f"line {number + 1}: the comment has no end"
    raise DirectiveError(message)


def closing_fence(lines: list[str], number: int, ticks: str) -> int:
    """Return where the fence that opens at `number` closes: at the text's end at the latest."""
    for end in range(number + 1, len(lines)):
        words = lines[end].strip()
        if words.startswith(ticks) and not words.strip(ticks[0]):
            return end
    return len(lines)


def parse_directives(words: str, place: str) -> Directives:
    """Read `now=… tz=… NAME=… ledger=… article=… save=… shell=… terminal continue`."""
    result = Directives()
    for word in shlex.split(words):
        match word.partition("="):
            case name, "=", value if is_variable(name):
                variables = {**result.environment, SHORT_NAMES.get(name, name): value}
                result = replace(result, environment=variables)
            case "article", "=", value:
                result = replace(result, articles=(*result.articles, value))
            case "ledger", "=", "shipped":
                result = replace(result, ledger="commitments.toml")
            case "save", "=", value:
                result = replace(result, save=value)
            case "shell", "=", value:
                result = replace(result, shells=tuple(value.split(",")))
            case "terminal", "", "":
                result = replace(result, terminal=True)
            case "continue", "", "":
                result = replace(result, follows=True)
            case _:
                message = f"{place}: unknown directive `{word}`"
                raise DirectiveError(message)
    return result


def is_variable(name: str) -> bool:
    """Whether a word names a variable of the environment, whole or by its short name."""
    return name in SHORT_NAMES or re.fullmatch("[A-Z][A-Z0-9_]*", name) is not None


def parse_commands(lines: tuple[str, ...]) -> tuple[Command, ...]:
    """Cut a block into commands: `$ ` begins one, `\\` or `> ` goes on, the rest is its output."""
    commands: list[Command] = []
    rows = list(lines)
    while rows:
        typed = [rows.pop(0).removeprefix("$ ")]
        while rows and (typed[-1].endswith("\\") or rows[0].startswith("> ") or rows[0] == ">"):
            row = rows.pop(0)
            typed.append(row if typed[-1].endswith("\\") else row[2:])
        shown: list[str] = []
        while rows and not rows[0].startswith("$ "):
            shown.append(rows.pop(0))
        commands.append(finish_command("\n".join(typed), shown))
    return tuple(commands)


def finish_command(text: str, shown: list[str]) -> Command:
    """Take the blank lines and the `[exit N]` off the end of what is shown."""
    while shown and not shown[-1].strip():
        shown.pop()
    exit_code = 0
    if shown and (stated := EXIT.fullmatch(shown[-1].strip())):
        exit_code = int(stated[1])
        shown.pop()
    return Command(text, tuple(shown), exit_code)


def check_block(block: Block, shell: str, home: Path, root: Path = ROOT) -> str:
    """Run a block after those it follows; return what differs, or an empty string.

    Args:
        block: the example.
        shell: the program to run it in.
        home: an empty folder; the example is run in a folder inside.
        root: where `data` lies.
    """
    for earlier in block.before:
        run_block(earlier, shell, home, root)
    runs = run_block(block, shell, home, root)
    pairs = zip(block.commands, runs, strict=True)
    differences = [difference(command, run) for command, run in pairs]
    return "\n".join(text for text in differences if text)


def run_block(block: Block, shell: str, home: Path, root: Path) -> tuple[Run, ...]:
    """Lay out the files of a block and run its commands."""
    folder = home / "desk"
    folder.mkdir(exist_ok=True)
    asked = block.directives
    for name in asked.articles:
        place_file(root / "data" / "articles" / name, folder / name)
    if asked.ledger:
        place_file(root / "data" / asked.ledger, folder / "commitments.toml")
    if asked.save:
        (folder / asked.save).write_text("\n".join((*block.lines, "")), encoding="utf-8")
        return ()
    texts = tuple(command.text for command in block.commands)
    return run_script(texts, shell, folder, asked.environment, terminal=asked.terminal)


def place_file(source: Path, target: Path) -> None:
    """Copy a file's bytes, so that it is new and may be written whatever the original's mode."""
    target.write_bytes(source.read_bytes())


def difference(command: Command, run: Run) -> str:
    """Return a diff of what is shown and what came, or an empty string when they agree."""
    shown = [line.rstrip() for line in command.shown]
    came = [line.rstrip() for line in run.output.splitlines()]
    while came and not came[-1]:
        came.pop()
    parts: list[str] = []
    if not is_shown(shown, came):
        names = {"fromfile": "the document shows", "tofile": "the program prints"}
        parts += difflib.unified_diff(shown, came, **names, n=999, lineterm="")
    if run.exit_code != command.exit_code:
        parts.append(f"exit code: {command.exit_code} shown, {run.exit_code} came")
    return "\n".join([f"$ {command.text}", *parts, ""]) if parts else ""


def is_shown(shown: list[str], came: list[str]) -> bool:
    """Whether the lines agree, where a line of `...` stands for any lines."""
    any_lines = r"(?:.*\n)*?"
    pattern = "".join(
        any_lines if line.strip() == ANYTHING else re.escape(line) + r"\n" for line in shown
    )
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in came)) is not None
