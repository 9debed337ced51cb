"""The benchmark of statements counts as its data asks for."""

import json
from datetime import date
from pathlib import Path

import pytest

from benchmarks.statements import Document, Score, load_documents, main, score

SENTENCES = (
    "May 5, 2024",
    "Acme will close a depot by 1 June 2024.",  # found, of its kind, dated
    "Acme plans to open a mill.",  # found, labelled as another kind
    "The mill is old.",  # labelled, missed
    "Acme will sell a barn.",  # found, not labelled
    "Acme will paint a shed.",  # found, ignored
)
GOLD = [
    {"sentence": 1, "label": "pos", "types": ["promise"], "dates": ["2024-06-01"]},
    {"sentence": 2, "label": "pos", "types": ["offer"], "dates": []},
    {"sentence": 3, "label": "pos", "types": ["offer"], "dates": []},
    {"sentence": 5, "label": "ignore", "types": ["promise"], "dates": []},
]


def documents(folder: Path, published: str) -> tuple[Document, ...]:
    path = folder / "made-up.jsonl"
    record = {"doc": "a", "published": published, "sentences": SENTENCES, "gold": GOLD}
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    return load_documents(path)


@pytest.mark.parametrize("between", ["\n", " "], ids=["a line each", "running text"])
def test_sentences_types_and_dates_are_counted(tmp_path: Path, between: str) -> None:
    (document,) = documents(tmp_path, "2024-05-05")

    assert score(document, between) == Score(
        found=2, false=1, missed=1, first_type=1, any_type=1, dated=1, right_date=1
    )


@pytest.mark.parametrize("published", ["2024-05-05", "2024-05-05T10:00:00", "5th of May", ""])
def test_a_malformed_date_is_taken_from_the_date_line(tmp_path: Path, published: str) -> None:
    (document,) = documents(tmp_path, published)

    assert document.said == date(2024, 5, 5)


def test_missing_data_is_said_and_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["statements.py", "--data", str(tmp_path / "none.jsonl")])

    main()

    assert "is not there: nothing is measured" in capsys.readouterr().out
