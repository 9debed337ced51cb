"""The documents are true: examples print what they show, links lead somewhere, verbs have pages."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project.examples import ROOT, Block, check_block, find_blocks, find_fenced

PROGRAM = Path(sys.executable).parent / "commitrack"
MANUAL = ROOT / "docs" / "manual"
LINK = re.compile(r"(?<!\\)\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")


def documents() -> list[Path]:
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def markdown_files() -> list[Path]:
    return sorted({*ROOT.glob("*.md"), *documents()})


def examples() -> Iterator[object]:
    for document in documents():
        for block in find_blocks(document):
            for shell in block.directives.shells if block.commands else ():
                yield pytest.param(block, shell, id=f"{block.place}-{shell}")


@pytest.mark.parametrize(("block", "shell"), list(examples()))
def test_an_example_prints_what_the_document_shows(
    block: Block, shell: str, tmp_path: Path
) -> None:
    if not shutil.which(shell):
        pytest.skip(f"needs {shell}")
    assert PROGRAM.exists(), "first: python -m pip install --editable ."

    different = check_block(block, shell, tmp_path)

    if different:
        pytest.fail(f"{block.place} in {shell}\n{different}", pytrace=False)


def test_every_verb_has_a_manual_page_and_every_page_a_verb() -> None:
    verbs = set(verbs_in_help())

    pages = {page.stem for page in MANUAL.glob("*.md")} - {"README"}

    assert {"add", "due", "show"} <= verbs
    assert pages == verbs


def verbs_in_help() -> list[str]:
    shown = subprocess.run(
        [PROGRAM, "--help"],
        env={"PATH": "/usr/bin:/bin", "COLUMNS": "80", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    return re.findall(r"^(?:│ |  )([a-z][a-z-]*)(?= )", shown.stdout, re.MULTILINE)


@pytest.mark.parametrize(
    "document", [pytest.param(path, id=str(path.relative_to(ROOT))) for path in markdown_files()]
)
def test_every_link_within_the_project_leads_somewhere(document: Path) -> None:
    broken = [link for link in links_in(document) if not resolves(document, link)]

    assert broken == []


def links_in(document: Path) -> list[str]:
    links = LINK.findall(without_code(document.read_text(encoding="utf-8")))
    return [link for link in links if not re.match(r"[a-z]+:", link)]


def resolves(document: Path, link: str) -> bool:
    path, _, heading = link.partition("#")
    target = (document.parent / path).resolve() if path else document
    if not (target.exists() and target.is_relative_to(ROOT)):
        return False
    return not heading or heading in anchors_in(target)


def anchors_in(document: Path) -> set[str]:
    text = without_code(document.read_text(encoding="utf-8"), inline=False)
    headings = re.findall(r"^#{1,6} +(.+?) *#*$", text, re.MULTILINE)
    return {anchor_of(heading) for heading in headings}


def anchor_of(heading: str) -> str:
    """Return the anchor that a forge gives a heading: lower case, no punctuation, hyphens."""
    plain = re.sub(r"[^\w\- ]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower())
    return plain.replace(" ", "-")


def without_code(text: str, *, inline: bool = True) -> str:
    lines = text.splitlines()
    for block in find_fenced(text):
        for number in range(block.line - 1, block.line + len(block.lines)):
            lines[number] = ""
    plain = "\n".join(lines)
    return re.sub(r"`[^`\n]*`", "", plain) if inline else plain


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("other.md", True),
        ("other.md#two-words-here", True),
        ("#here", True),
        ("missing.md", False),
        ("other.md#missing", False),
    ],
)
def test_a_link_is_followed_to_file_and_heading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, link: str, *, leads: bool
) -> None:
    monkeypatch.setattr("tests.project.test_documents.ROOT", tmp_path)
    (tmp_path / "other.md").write_text("## Two words: `here`\n\n```sh\n# missing\n```\n")
    document = tmp_path / "page.md"
    document.write_text(f"# Here\n\n[text]({link}) and `[code](not-a-link)`\n")

    assert links_in(document) == [link]
    assert resolves(document, link) is leads
