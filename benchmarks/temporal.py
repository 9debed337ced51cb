# ruff: noqa: T201 - a benchmark prints its table
"""How well time expressions are found in the TempEval-3 data; nothing here passes or fails.

`python -m benchmarks.temporal [--half develop|test] [--data PATH] [--errors N] [--speed]`.
"""

import argparse
from pathlib import Path

from benchmarks.timeml import DEVELOP, TEST, Document, Timex, corpus_hash, fold_of, read_documents
from benchmarks.timex_scoring import Counts, count, pair, total
from benchmarks.workshop import describe_versions, format_table
from commitrack.extract.temporal.recognising import find_times

DATA = Path(__file__).resolve().parent.parent / ".." / "shared" / "data" / "tempeval3"
HEAD = (
    "corpus", "documents", "marked", "found", "strict P", "R", "F1", "relaxed P", "R", "F1",
    "type F1", "value F1",
)  # fmt: skip
AROUND = 50


def find(document: Document) -> list[Timex]:
    """What our recogniser finds in a document."""
    found = find_times(document.text, document.said)
    return [Timex(it.start, it.end, it.type.value, it.value) for it in found]


def row(name: str, counts: list[Counts]) -> tuple[str, ...]:
    """One line of the table, in percent."""
    them = total(counts)
    spans = [
        f"{share(agreeing):.1f}"
        for agreeing in (them.strict, them.relaxed)
        for share in (them.precision, them.recall, them.f1)
    ]
    attributes = [f"{them.f1(agreeing):.1f}" for agreeing in (them.type, them.value)]
    return name, str(len(counts)), str(them.gold), str(them.system), *spans, *attributes


def table(documents: list[Document]) -> str:
    """The scores by corpus, and over both."""
    counts = {document.name: count(find(document), document.gold) for document in documents}
    corpora = dict.fromkeys(document.corpus for document in documents)
    rows = [
        row(name, [counts[document.name] for document in documents if document.corpus == name])
        for name in corpora
    ]
    return format_table(HEAD, [*rows, row("both", list(counts.values()))])


def print_errors(documents: list[Document], most: int) -> None:
    """Where found and marked differ, with the words around."""
    lines = [line for document in documents for line in differences(document)]
    print("\n".join(lines[:most]))


def differences(document: Document) -> list[str]:
    """One line for each difference in a document."""
    found = find(document)
    pairs = pair(found, document.gold)
    lines = []
    for it, gold in pairs:
        kinds = [
            kind
            for kind, same in (
                ("span", (it.start, it.end) == (gold.start, gold.end)),
                ("type", it.type == gold.type),
                ("value", it.value == gold.value),
            )
            if not same
        ]
        if kinds:
            words = document.text[it.start : it.end]
            told = f"{'+'.join(kinds)} ours [{words}] {it.type} {it.value}"
            lines.append((gold.start, f"{told} gold {gold.type} {gold.value}", gold))
    ours, theirs = {it for it, _ in pairs}, {gold for _, gold in pairs}
    lines += [(it.start, f"spurious {it.type} {it.value}", it) for it in found if it not in ours]
    missing = (gold for gold in document.gold if gold not in theirs)
    lines += [(gold.start, f"missing {gold.type} {gold.value}", gold) for gold in missing]
    return [
        f"{document.name[:18]} {document.said} {told} | {around(document.text, it)}"
        for _, told, it in sorted(lines)
    ]


def around(text: str, it: Timex) -> str:
    """An expression in its place, on one line."""
    before, after = text[max(0, it.start - AROUND) : it.start], text[it.end : it.end + AROUND]
    return " ".join(f"{before}[[{text[it.start : it.end]}]]{after}".split())


def main() -> None:
    """Print the table, and what else was asked for."""
    parser = argparse.ArgumentParser(description="How well time expressions are found.")
    parser.add_argument("--half", choices=(DEVELOP, TEST), default=DEVELOP)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="develop half only")
    parser.add_argument("--fold", type=int, nargs="*", help="only these of four folds of a half")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--chrono", type=Path, help="the folder that chrono-node is installed in")
    told = parser.parse_args()
    print(describe_versions())
    has_data = told.data.is_dir()
    if has_data:
        score(told)
    else:
        print(f"no TempEval-3 data in {told.data}: nothing is scored")
    if told.speed:
        from benchmarks.temporal_speed import print_speed  # noqa: PLC0415  only when asked

        develop = read_documents(told.data, DEVELOP) if has_data else ()
        print_speed(told.chrono, "\n\n".join(document.text for document in develop))


def score(told: argparse.Namespace) -> None:
    """Print the scores of one half."""
    documents = list(read_documents(told.data, told.half))
    if told.fold:
        documents = [document for document in documents if fold_of(document.name) in told.fold]
    print(f"TempEval-3, {told.half} half, corpus {corpus_hash(told.data)}, in percent\n")
    print(table(documents))
    if told.errors and told.half == DEVELOP:
        print()
        print_errors(documents, told.errors)


if __name__ == "__main__":
    main()
