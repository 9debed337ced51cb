# ruff: noqa: T201 - a benchmark prints its table
"""How well the statements of articles are found, against sentences that people have labelled.

`python benchmarks/statements.py [--data FILE] [--unseen] [--speed]`. The documents are split by the
SHA-256 of their names: those whose digest leaves 2 when divided by 3 were kept unseen while the
rules were made, and are counted only with `--unseen`.
"""

import argparse
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.workshop import format_table
from commitrack.domain.article import Article, ToldDate
from commitrack.domain.candidate import Candidate
from commitrack.domain.when import When
from commitrack.extract.statements import find_candidates
from commitrack.timing.edtf import try_edtf

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "commitments" / "gm.jsonl"
THIRDS, UNSEEN = 3, 2
_DATE_LINE = r"([A-Z][a-z]+) (\d{1,2}), (\d{4})"


class Document(NamedTuple):
    """An article in sentences, and what people labelled in it."""

    name: str
    said: date
    sentences: tuple[str, ...]
    gold: Mapping[int, Mapping[str, list[str]]]
    ignored: frozenset[int]

    @property
    def is_unseen(self) -> bool:
        """Whether it belongs to the third that no rule was made from."""
        return int(sha256(self.name.encode()).hexdigest(), 16) % THIRDS == UNSEEN


class Score(NamedTuple):
    """Counts of sentences."""

    found: int = 0
    false: int = 0
    missed: int = 0
    first_type: int = 0
    any_type: int = 0
    dated: int = 0
    right_date: int = 0

    def plus(self, other: "Score") -> "Score":
        """Both together."""
        return Score(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    def row(self, name: str) -> tuple[str, ...]:
        """A line of the table."""
        precision = _share(self.found, self.found + self.false)
        recall = _share(self.found, self.found + self.missed)
        return (
            name,
            str(self.found + self.missed),
            f"{precision:.1f}",
            f"{recall:.1f}",
            f"{_share(2 * precision * recall, 100 * (precision + recall)):.1f}",
            f"{_share(self.first_type, self.found):.1f}",
            f"{_share(self.any_type, self.found):.1f}",
            f"{_share(self.right_date, self.dated):.1f}",
        )


HEAD = ("documents", "labelled", "P", "R", "F1", "type, first", "type, any", "date")


def _share(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0


def load_documents(path: Path) -> tuple[Document, ...]:
    """The documents of a file of JSON lines."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_document(json.loads(line)) for line in lines if line.strip())


def _document(record: Mapping[str, object]) -> Document:
    rows = record["gold"]
    sentences = record["sentences"]
    if not isinstance(rows, list) or not isinstance(sentences, list):
        sys.exit(f"{record['doc']}: not of this format")
    return Document(
        str(record["doc"]),
        _said(str(record["published"]), sentences[0]),
        tuple(" ".join(sentence.split()) for sentence in sentences),
        {row["sentence"]: row for row in rows if row["label"] == "pos"},
        frozenset(row["sentence"] for row in rows if row["label"] != "pos"),
    )


def _said(published: str, first: str) -> date:
    """The day of publication; of the date line where that is malformed."""
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        match = re.search(_DATE_LINE, first)
        if match is None:
            sys.exit(f"{published}: no date, and none in {first}")
        found = time.strptime(match[0], "%B %d, %Y")
        return date(found.tm_year, found.tm_mon, found.tm_mday)


def candidates_by_sentence(document: Document, between: str) -> dict[int, list[Candidate]]:
    """The tracked candidates, by the sentence that their quotes begin in."""
    text = between.join(document.sentences)
    found = find_candidates(Article(document.name, text, said=ToldDate(document.said, "published")))
    starts, at = [], 0
    for sentence in document.sentences:
        starts.append(at)
        at += len(sentence) + len(between)
    by_sentence: dict[int, list[Candidate]] = {}
    for candidate in found:
        if candidate.is_tracked:
            index = max(i for i, start in enumerate(starts) if start <= candidate.start)
            by_sentence.setdefault(index, []).append(candidate)
    return by_sentence


def score(document: Document, between: str) -> Score:
    """How well its sentences are found; those that people disagree on count neither way."""
    found = candidates_by_sentence(document, between)
    right = found.keys() & document.gold.keys()
    types = {index: set(document.gold[index]["types"]) for index in right}
    dated = [index for index in right if document.gold[index]["dates"]]
    return Score(
        found=len(right),
        false=len(found.keys() - document.gold.keys() - document.ignored),
        missed=len(document.gold.keys() - found.keys()),
        first_type=sum(str(found[i][0].kind) in types[i] for i in right),
        any_type=sum(any(str(one.kind) in types[i] for one in found[i]) for i in right),
        dated=len(dated),
        right_date=sum(_has_date(found[i], document.gold[i]["dates"]) for i in dated),
    )


def _has_date(candidates: Iterable[Candidate], wanted: Sequence[str]) -> bool:
    intervals = [found[1:3] for text in wanted if (found := try_edtf(text)) is not None]
    return any(
        _days(role.when) in intervals for candidate in candidates for role in candidate.dates
    )


def _days(when: When) -> tuple[date | None, date | None]:
    return (when.first, when.last)


def _total(documents: Iterable[Document], between: str) -> Score:
    total = Score()
    for document in documents:
        total = total.plus(score(document, between))
    return total


def describe(path: Path) -> str:
    """The commit of the project and the digest of the data."""
    done = subprocess.run(
        ("git", "describe", "--always", "--dirty"),  # noqa: S607
        cwd=Path(__file__).parent, capture_output=True, text=True, check=False,
    )  # fmt: skip
    digest = sha256(path.read_bytes()).hexdigest()
    return f"commit {done.stdout.strip() or 'unknown'}, data {path.name} {digest[:16]}"


def main() -> None:
    """Score, and print."""
    parser = argparse.ArgumentParser(description="How well statements are found.")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--unseen", action="store_true", help="count the third kept unseen, too")
    parser.add_argument("--speed", action="store_true", help="time it, beside dateparser's search")
    options = parser.parse_args()
    if not options.data.is_file():
        print(f"{options.data} is not there: nothing is measured")
        return
    documents = load_documents(options.data)
    print(describe(options.data) + "\n")
    parts = {"develop": [one for one in documents if not one.is_unseen]}
    if options.unseen:
        parts["unseen"] = [one for one in documents if one.is_unseen]
        parts["all"] = list(documents)
    rows = [
        _total(part, between).row(f"{name}, {how} ({len(part)})")
        for name, part in parts.items()
        for how, between in (("a line each", "\n"), ("running text", " "))
    ]
    print(format_table(HEAD, rows))
    if options.speed:
        print("\n" + speed(documents))


def speed(documents: Sequence[Document]) -> str:
    """Characters a second on the documents as plain text, beside dateparser's search."""
    texts = [("\n".join(one.sentences), one.said) for one in documents]
    size = sum(len(text) for text, _ in texts)
    ours = _seconds(lambda: [_read(text, said) for text, said in texts])
    try:
        search_dates = import_module("dateparser.search").search_dates
    except ImportError:
        return f"find_candidates: {size / ours / 1000:.0f} kB/s; dateparser is not installed"
    few = [text for text, _ in texts[:5]]
    few_size = sum(len(text) for text in few)
    rows = [("find_candidates", f"{size / ours / 1000:.0f}", "")]
    for name, options in (
        ("dateparser search_dates, languages=['en']", {"languages": ["en"]}),
        ("dateparser search_dates, as it comes", {}),
    ):
        work = partial(_search_all, partial(search_dates, **options), few)
        work()  # it loads its languages on the first call
        theirs = _seconds(work, rounds=1)
        rows.append(
            (name, f"{few_size / theirs / 1000:.1f}", f"{_times(size, ours, few_size, theirs):.1f}")
        )
    return format_table(("what", "kB/s", "we are so many times as fast"), rows)


def _search_all(search: Callable[[str], object], texts: Sequence[str]) -> None:
    for text in texts:
        search(text)


def _times(size: int, ours: float, few_size: int, theirs: float) -> float:
    return (size / ours) / (few_size / theirs)


def _read(text: str, said: date) -> int:
    return len(find_candidates(Article("text", text, said=ToldDate(said, "told"))))


def _seconds(work: object, rounds: int = 3) -> float:
    if not callable(work):
        return 0.0
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


if __name__ == "__main__":
    main()
