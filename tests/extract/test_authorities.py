"""What an authority decides, and what others undergo by it, is a measure."""

import pytest

from tests.extract.reading import read


def first_kind(sentence: str) -> str | None:
    return next((found.kind.value for found in read(sentence) if found.is_tracked), None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Two of the smugglers will be deported next week.",
        "All ferries are to be grounded.",
        "Villagers are to be evacuated by 3 May.",
        "The lender's shares will be delisted in May.",
        "Rangers will be given the power to search boats.",
        "The skipper will be fined $2,000.",
        "He will serve two years in prison.",
        "The two owners will pay the court costs.",
        "The mayor will stand trial for fraud.",
        "The mayor will go on trial in May.",
        "The skipper will appear before a judge.",
        "Ms. Ode will be at the lectern on 12 May.",
        "Voters will decide whether to keep the toll.",
        "Villagers will go to the polls on 3 May.",
        "Senators voted to raise the toll.",
        "The new governor will take office on 3 May.",
        "The interim cabinet will take over on 3 May.",
        "The tribunal will resume on 3 May.",
        "The court will rule by 3 May.",
        "The two ministers will sign the treaty on 3 May.",
        "Poor families will receive benefits from 3 May.",
        "Widows will be eligible for the allowance from 3 May.",
        "Tenants will be able to claim the credit from 3 May.",
        "Quito is raising its minimum wage.",
        "Quito will raise its fuel tax on 3 May.",
        "A new warden is expected to be named on 3 May.",
        "The council will decide on 3 May whether to keep the toll.",
        "The state of siege will remain in force.",
        "Pensions will be cut by 10 percent.",
        "The navy will hold exercises in May.",
    ],
)
def test_what_an_authority_lays_down_is_a_measure(sentence: str) -> None:
    assert first_kind(sentence) == "measure"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The board voted to close the mill.", "promise"),
        ("The mill will be sold in May.", "promise"),
        ("The mill will pay $2 million to settle the court case.", "promise"),
        ("The tribunal will begin moving its files on 3 May.", "promise"),
        ("The council will take over the kitchen.", "promise"),
        ("Norva will be able to deliver the boats from 3 May.", "promise"),
        ("Quito will raise its fuel tax.", "promise"),
        ("The mill is raising its prices.", "promise"),
        ("The new yard will be owned 55 percent by the guild.", "agreement"),
        ("The ministry proposes to rename the harbour.", "intention"),
        ("The brewer proposes to buy its rival.", "offer"),
        ("The policy is to raise stocks to 70 tons.", "target"),
        ("The prospectus is due to be published shortly.", "intention"),
        ("The plan is to open a second line.", "intention"),
        ("Norva wants to bring its debts down to 3 million euros by May.", "target"),
        ("A reward is being offered for the chart.", "offer"),
        ("As part of the settlement, Norva will pay $5 million.", "agreement"),
        ("As part of the festival, Norva will pay $5 million.", "promise"),
        ("Under the terms of the proposal, Norva would pay $12 a share.", "offer"),
    ],
)
def test_what_its_actor_decides_on_is_of_another_kind(sentence: str, kind: str) -> None:
    assert first_kind(sentence) == kind
