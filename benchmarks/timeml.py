"""The TimeML documents of TempEval-3: text, date, time expressions, and the half they belong to."""

import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import NamedTuple

CORPORA = ("TimeBank", "AQUAINT")
DEVELOP, TEST = "develop", "test"
_TAG = re.compile(r"<(/?)(\w+)([^<>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_DCT = re.compile(r'<DCT>.*?value="(\d{4})-?(\d\d)-?(\d\d)', re.DOTALL)


class Timex(NamedTuple):
    """A time expression as it is marked; `end` is exclusive."""

    start: int
    end: int
    type: str
    value: str


class Document(NamedTuple):
    """The text of a document, tags removed and entities decoded, with what is marked in it."""

    name: str
    corpus: str
    said: date
    text: str
    gold: tuple[Timex, ...]


def half_of(name: str) -> str:
    """The half a document belongs to: by the parity of the SHA-256 of its file's name."""
    return TEST if sha256(name.encode()).digest()[-1] % 2 else DEVELOP


def fold_of(name: str) -> int:
    """One of four folds within a half, by another byte of the same hash."""
    return sha256(name.encode()).digest()[-2] % 4


def read_documents(data: Path, half: str) -> Iterator[Document]:
    """The documents of one half, in order of corpus and name; the others are not opened."""
    for corpus in CORPORA:
        for path in sorted((data / corpus).glob("*.tml")):
            if half_of(path.name) == half:
                yield read_document(path, corpus)


def read_document(path: Path, corpus: str) -> Document:
    """One document; only what stands in its TEXT is marked text."""
    source = path.read_text(encoding="utf-8")
    said = _DCT.search(source)
    if said is None:
        raise ValueError(f"{path} has no date of its own")
    body = source.partition("<TEXT>")[2].partition("</TEXT>")[0]
    text, gold = separate(body)
    year, month, day = map(int, said.groups())
    return Document(path.name, corpus, date(year, month, day), text, gold)


def separate(body: str) -> tuple[str, tuple[Timex, ...]]:
    """The plain text of a marked one, and the time expressions in it.

    >>> separate('On <TIMEX3 tid="t1" type="DATE" value="1998-08-08">Saturday</TIMEX3> A &amp; B')
    ('On Saturday A & B', (Timex(start=3, end=11, type='DATE', value='1998-08-08'),))
    """
    pieces: list[str] = []
    open_tags: list[tuple[int, str]] = []
    found: list[Timex] = []
    size = place = 0
    for tag in _TAG.finditer(body):
        piece = unescape(body[place : tag.start()])
        pieces.append(piece)
        size += len(piece)
        place = tag.end()
        closing, name, attributes = tag.groups()
        if name != "TIMEX3" or attributes.endswith("/"):
            continue
        if not closing:
            open_tags.append((size, attributes))
        elif open_tags:
            start, attributes = open_tags.pop()
            told = dict(_ATTRIBUTE.findall(attributes))
            found.append(Timex(start, size, told.get("type", ""), told.get("value", "")))
    pieces.append(unescape(body[place:]))
    return "".join(pieces), tuple(sorted(found))


def corpus_hash(data: Path) -> str:
    """The first twelve digits of a digest over all documents: names and bytes, both halves."""
    digest = sha256()
    for corpus in CORPORA:
        for path in sorted((data / corpus).glob("*.tml")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
