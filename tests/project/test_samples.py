"""The sample ledgers: the shipped one, its packaged copy, and all that were ever shipped."""

from pathlib import Path

import pytest

from commitrack.app.demo import demo_ledger
from commitrack.ledger.reading import read_ledger

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
EVER_SHIPPED = sorted((ROOT / "tests" / "samples").glob("*.toml"))


def test_the_packaged_sample_is_the_shipped_one() -> None:
    packaged = demo_ledger().parent

    names = sorted(path.relative_to(DATA) for path in DATA.rglob("*.t*t") if path.is_file())
    names += [Path("commitments.toml")]
    for name in names:
        assert (packaged / name).read_bytes() == (DATA / name).read_bytes(), name


@pytest.mark.parametrize("path", EVER_SHIPPED, ids=lambda path: path.stem)
def test_every_sample_ever_shipped_is_still_read_whole(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    ledger = read_ledger(text, path.name)

    assert ledger.findings == ()
    assert len(ledger.commitments) == text.count("\n[commitment.")
