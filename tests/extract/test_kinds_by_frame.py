"""Kinds by the frame: an act is planned, promised, threatened or due by the words around it."""

import pytest

from tests.extract.reading import read


def first_kind(text: str) -> str | None:
    """The kind of the first statement that is tracked."""
    return next((found.kind.value for found in read(text) if found.is_tracked), None)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The union plans to close the port if the owner refuses to pay.", "threat"),
        ("The union plans to close the port if the weather is fine.", "intention"),
        ("If the duty is raised, Norway would respond vigorously, its minister said.", "threat"),
        ("The club said it would respond to the letter in May.", "promise"),
        ("Norway will raise its duties on 3 September if Peru does not pay.", "threat"),
        ("Norway will raise its duties on 3 September.", "measure"),
        ("Norway said it would take the case to GATT if talks fail.", "threat"),
        ("Norway said it would take the case to its members.", "promise"),
        ("The crews are prepared to strike if talks fail.", "threat"),
        ("The crews are prepared to return if talks are held.", "offer"),
        ("If the offer is not improved, crews will strike on Monday.", "threat"),
        ("The governor vowed to veto the bill.", "threat"),
        ("The governor vowed to sign the bill.", "promise"),
        ("The crews vowed to stay out until May.", "standing"),
        ("The crews vowed to return in May.", "promise"),
        ("The committee decided to leave its rates unchanged.", "standing"),
        ("The committee decided to leave the union.", "promise"),
        ("The ministry denied that it planned to raise fees.", "standing"),
        ("The ministry said that it planned to raise fees.", "intention"),
        ("The minister warned that aid would be cut.", "threat"),
        ("The minister said that aid would be cut.", "promise"),
    ],
)
def test_what_is_unwelcome_or_goes_on_is_no_promise(sentence: str, kind: str) -> None:
    assert first_kind(sentence) == kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The merger is expected to be completed in September.", "intention"),
        ("Completion of the sale is expected by 3 May.", "intention"),
        ("The hearing is expected to be held in September.", "measure"),
        ("The mine is scheduled to start production in September.", "intention"),
        ("The trial is scheduled to start in September.", "measure"),
        ("The bans are to run out in September.", "measure"),
        ("Tariffs are to be imposed on steel.", "measure"),
        ("The cutters will gather in Lisbon on 3 September.", "measure"),
        ("The petition will be put before voters in September.", "measure"),
        ("The court will sentence the banker in September.", "measure"),
    ],
)
def test_a_formal_event_is_due_and_work_is_planned(sentence: str, kind: str) -> None:
    assert first_kind(sentence) == kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Delmar said it will seek a partner for its mill.", "promise"),
        ("The trustees will consider the bid in September.", "intention"),
        ("Delmar is considering a bid for the mill.", "intention"),
        ("Delmar said it would own the mill jointly with Norva.", "promise"),
        ("Delmar said it would own 70 percent of the mill.", "intention"),
        ("They are going to repair the bridge.", "promise"),
        ("They are to repair the bridge.", "intention"),
        ("The ministry is drafting a bill on rents.", "intention"),
        ("Output would be cut by a tenth, the ministers agreed.", "agreement"),
        ("Output would be cut by a tenth, the ministers said.", "promise"),
        ("The plan calls for exports of 4 million tonnes.", "target"),
        ("The plan calls for the sale of 4 mills.", "intention"),
    ],
)
def test_a_flat_word_promises_more_than_a_plan(sentence: str, kind: str) -> None:
    assert first_kind(sentence) == kind
