"""Reading never fails for what a text says, and one fault does not silence the rest."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commitrack.domain.commitment import Commitment
from commitrack.errors import InvalidLedgerError
from commitrack.ledger.places import block_span
from commitrack.ledger.reading import Ledger, decode, read_ledger

SHIPPED = (Path(__file__).parent.parent.parent / "data" / "commitments.toml").read_text("utf-8")
WHOLE = read_ledger(SHIPPED, "commitments.toml")
IDS = [commitment.id for commitment in WHOLE.commitments]
LINES = SHIPPED.splitlines(keepends=True)
FRAGMENTS = [
    *"\"'[]{}=,.#\\\n\r\t \x00\x1b\ufeff\u202eé0a-_",
    '"""',
    "'''",
    "[[",
    "]]",
    "[commitment.x]\n",
    "[[commitment]]\n",
    "\nevent = []\n",
    "\n<<<<<<< mine\n",
    "\n=======\n",
    "\n>>>>>>> theirs\n",
    "2025-02-30",
    "2025",
    "1" * 5000,
    "0x" + "f" * 5000,
    "[" * 2000,
    "{a=" * 2000,
]


def read(text: str) -> Ledger:
    return read_ledger(text, "commitments.toml")


def test_the_shipped_ledger_is_read_whole() -> None:
    assert WHOLE.is_valid
    assert WHOLE.left_out == ()
    assert len(IDS) == SHIPPED.count("\n[commitment.")
    assert len(WHOLE.sources) == SHIPPED.count("\n[source.")


def test_line_ends_make_no_difference() -> None:
    assert read(SHIPPED.replace("\n", "\r\n")).commitments == WHOLE.commitments


def test_a_commitment_is_found_by_its_id_alone() -> None:
    assert WHOLE.commitment("provide-350bn").id == "provide-350bn"
    with pytest.raises(KeyError):
        WHOLE.commitment("provide")


def test_bytes_that_are_not_utf_8_are_refused_with_their_line() -> None:
    with pytest.raises(InvalidLedgerError, match="byte 0xe4 is not UTF-8") as refusal:
        decode(b'format = 1\n# fine\ntitle = "St\xe4dte"\n', "commitments.toml")

    assert refusal.value.where == "commitments.toml:3"
    assert refusal.value.remedy


def test_line_ends_are_decoded_as_found() -> None:
    assert decode(b"a = 1\r\nb = 2\n\r", "commitments.toml") == "a = 1\r\nb = 2\n\r"


@pytest.mark.parametrize(
    ("fault", "left_out"),
    [
        ("[[commitment.tarif.event]]\ntype = 'step'\n", ("tarif",)),
        ("[commitment.Bad_Id]\ntitle = 'B'\n", ("Bad_Id",)),
        ("[commitment.b]\ntitle = 'B'\nevent = 5\n", ("b",)),
        ("[[commitment.b]]\ntitle = 'B'\n", ("b",)),
        ("[commitment.b]\ntitle = never closed'\n", ("b",)),
        ("[commitment.b]\ntitle = 'B'\ntitle = 'C'\n", ("b",)),
        ("[source.x]\nseen = 5\n", ()),
        ("[[source.x]]\n", ()),
        ("[source.Bad_Id]\n", ()),
        ("[[source.nobody.seen]]\n", ()),
    ],
    ids=[
        "a phantom",
        "an odd id",
        "a static list of events",
        "a list",
        "a string that is never closed",
        "a key twice",
        "a source of the same name with a static list",
        "a source of the same name that is a list",
        "a source with an odd id",
        "a phantom source",
    ],
)
def test_one_fault_leaves_what_stands_around_it(fault: str, left_out: tuple[str, ...]) -> None:
    before = "format = 1\n[commitment.x]\ntitle = 'X'\n"
    after = "[commitment.y]\ntitle = 'Y'\n"

    ledger = read(before + fault + after)

    assert [one.id for one in ledger.commitments] == ["x", "y"]
    assert ledger.left_out == left_out
    assert not ledger.is_valid


def test_a_header_without_an_id_hides_nothing_that_follows_it() -> None:
    ledger = read(
        "format = 1\n[[source]]\ntitle = 'none'\n[source.s]\nsaid = 2025-07-07\n"
        "[[commitment]]\ntitle = 'none'\ndue = { after = 2025-07-01, within = 'P90D' }\n"
        "[commitment.x]\ntitle = 'X'\nsource = 's'\n[[commitment.tarif.event]]\ntype = 'step'\n"
    )

    assert [one.id for one in ledger.commitments] == ["x"]
    assert ledger.commitment("x").said == date(2025, 7, 7)
    assert [finding.code for finding in ledger.findings] == ["no-id", "phantom-event", "no-id"]
    assert ledger.left_out == ("tarif",)


@pytest.mark.parametrize(
    "text",
    [
        "format = 1\n[commitment.x]\ntitle = 'X'\ndue = " + "1" * 5000,
        "format = 1\n[commitment.x]\ntitle = 'X'\ndue = 0x" + "f" * 5000,
        "format = 0x" + "f" * 5000,
        "format = 1\nx = " + "[" * 100_000,
        "format = 1\n[" + "a." * 5000 + "b]",
        "format = 1\ncommitment = 5\nsource = 5\n",
        "format = 1\n[commitment]\nx = [[[]]]\n[source]\ns = [[[]]]\n",
        "format = 1\n[commitment.x]\nzone = '../../etc/passwd'\ndue = 2025-08-01\n",
        "format = 1\n[commitment.x]\ndue = { after = 9999-12-31, within = 'P9999Y' }\n",
        "format = 1\n[commitment.x]\ndue = 0001-01-01T00:00:00+23:59\nzone = 'Pacific/Honolulu'\n",
        "format = 1\n[commitment.x]\nzone = ''\ndue = 9999-12-31T23:59:59-23:59\n",
    ],
    ids=[
        "5000 digits",
        "5000 hexadecimal digits",
        "a format of 5000 hexadecimal digits",
        "100 000 brackets",
        "5000 names",
        "numbers for tables",
        "lists for records",
        "a path for a zone",
        "beyond the calendar",
        "before the calendar",
        "no zone at the calendar's end",
    ],
)
def test_monstrous_texts_are_read_with_a_finding(text: str) -> None:
    assert read(text).findings


@given(st.text())
def test_any_text_at_all_is_read(text: str) -> None:
    assert read(text).text == text


@given(st.text(alphabet="[]{}='\".,#\\\n\r\tcommitensourvx123-_ ", max_size=200))
def test_any_text_of_toml_s_own_letters_is_read(text: str) -> None:
    assert read("format = 1\n" + text).name == "commitments.toml"


@given(st.lists(st.one_of(st.sampled_from(LINES), st.sampled_from(FRAGMENTS)), max_size=30))
def test_any_lines_of_a_ledger_are_read(lines: list[str]) -> None:
    assert len(read("".join(lines)).commitments) <= len(lines)


@st.composite
def mutations(draw: st.DrawFn, start: int, end: int) -> str:
    """Draw the shipped ledger with one to three faults between two places."""
    text = SHIPPED
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(start, end))
        size = draw(st.sampled_from([0, 0, 1, 1, 2, 10, 80]))
        instead = draw(st.sampled_from(["", *FRAGMENTS]))
        until = min(at + size, end)
        text = text[:at] + instead + text[until:]
        end += len(instead) - (until - at)
        if end <= start:
            break
    return text


@settings(max_examples=60)
@given(mutations(0, len(SHIPPED)))
def test_a_ledger_with_faults_anywhere_is_read(text: str) -> None:
    ledger = read(text)

    assert ledger.text == text
    assert len(ledger.commitments) + len(ledger.left_out) > 0


@settings(max_examples=60)
@given(st.data())
def test_a_fault_in_one_block_leaves_every_other_commitment(data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(IDS))
    ((start, end), *_) = block_span(SHIPPED, ("commitment", key))
    behind_header = SHIPPED.index("]\n", start) + 2

    text = data.draw(mutations(behind_header, end - 1))

    assert others(read(text), key) == others(WHOLE, key)


def others(ledger: Ledger, key: str) -> list[Commitment]:
    """List the shipped commitments but one, as a ledger has them now."""
    return [one for one in ledger.commitments if one.id in IDS and one.id != key]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(range(len(LINES))), max_size=3, unique=True))
def test_lines_lost_leave_the_commitments_that_they_were_not_of(lost: list[int]) -> None:
    lost = [number for number in lost if not LINES[number].startswith("[")]
    text = "".join(line for number, line in enumerate(LINES) if number not in lost)

    ledger = read(text)

    assert {*IDS} - {owner(number) for number in lost} <= {one.id for one in ledger.commitments}


def owner(number: int) -> str:
    """Tell under whose header a line of the shipped ledger stands."""
    headers = [line for line in LINES[: number + 1] if line.startswith("[")]
    return headers[-1].strip("[]\n").split(".")[1] if headers else ""
