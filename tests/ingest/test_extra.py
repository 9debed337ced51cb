"""Without the extra: text is read, and what needs it says what to install."""

import subprocess
import sys

import pytest

READ = """
import sys
sys.modules[{missing!r}] = None
from commitrack.errors import ArticleError
from commitrack.ingest.reading import read_article
from commitrack.domain.source import SourceDetails
try:
    print(read_article({name!r}, {content!r}, SourceDetails()).text)
except ArticleError as error:
    print(error.message, error.remedy, error.exit_code, sep="; ")
"""


def run(missing: str, name: str, content: bytes) -> str:
    code = READ.format(missing=missing, name=name, content=content)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize(
    ("missing", "name", "content", "kind"),
    [
        ("trafilatura", "oslo.html", b"<p>They agreed.", "an HTML page"),
        ("lxml", "oslo.txt", b"<!DOCTYPE html><p>They agreed.", "an HTML page"),
        ("pypdf", "oslo.pdf", b"%PDF-1.4", "a PDF"),
    ],
)
def test_what_needs_the_extra_says_what_to_install(
    missing: str, name: str, content: bytes, kind: str
) -> None:
    printed = run(missing, name, content)

    assert printed.startswith(f"{name} is {kind}, and what reads it is not installed (")
    assert "; pip install 'commitrack[web]', or save its text as a .txt file; 7" in printed


@pytest.mark.parametrize("missing", ["trafilatura", "pypdf"])
def test_a_text_needs_no_extra(missing: str) -> None:
    assert run(missing, "oslo.md", b"# Oslo\n\nThey agreed.") == "# Oslo\n\nThey agreed.\n"


def test_a_broken_page_prints_nothing_of_the_library() -> None:
    assert run("nothing", "oslo.html", b"<").startswith("oslo.html ")
    assert run("nothing", "oslo.pdf", b"%PDF-1.4\nnoise").startswith("oslo.pdf is broken")


def test_reading_a_text_imports_nothing_heavy() -> None:
    code = (
        "import sys; from commitrack.domain.source import SourceDetails;"
        "from commitrack.ingest.reading import read_article;"
        "read_article('a.txt', b'OSLO, July 7, 2025 -- They agreed.', SourceDetails());"
        "print({'trafilatura', 'pypdf', 'lxml', 'http', 'ssl', 'socket', 'urllib3', 'pendulum'}"
        " & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "set()\n"
