"""What hangs on another is threatened or offered; what is asked of him is a demand."""

import pytest

from tests.extract.reading import read


def first_kind(sentence: str) -> str | None:
    return next((found.kind.value for found in read(sentence) if found.is_tracked), None)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Talks will not resume unless the toll is dropped, the guild said.", "threat"),
        ("The firm said it would not raise its bid unless a rival offer came.", "standing"),
        ("The mill will be sold unless the guild gives way.", "threat"),
        ("If it fails to comply, the mill will be taken to court.", "threat"),
        ("If the owner does not move, crews will come out in May.", "threat"),
        ("If there is no offer, crews will come out in May.", "threat"),
        ("The guild said it would cut the power if the bill was not paid.", "threat"),
        ("The firm said it may close the mill if its costs are not met.", "threat"),
        ("Members will be balloted on strike action if one post is cut.", "threat"),
        ("The North will pay a heavy price for it, the general said.", "threat"),
        ("The premier would veto the bill, his office said.", "threat"),
        ("Quito will recall its envoy if the bill passes.", "threat"),
        ("Quito said it might step up its military raids.", "threat"),
        ("We will strike back, the general said.", "threat"),
        ("Quito vowed to retaliate.", "threat"),
        ("I will veto the bill.", "promise"),
        ("Crews will leave the harbour if the fog lifts.", "promise"),
        ("If a price is not agreed on, Norva will pay the average.", "promise"),
        ("If the rain does not stop, the firm will reopen the pass.", "promise"),
        ("If the club does not win, it will appeal.", "promise"),
        ("The firm will pay a price of $5 a share.", "promise"),
    ],
)
def test_what_comes_unless_another_gives_way_is_a_threat(sentence: str, kind: str) -> None:
    assert first_kind(sentence) == kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("If prices are reasonable, the mill would sell its presses, its owner said.", "offer"),
        ("The rebels said they would withdraw if the army agreed to talks.", "offer"),
        ("He said he would testify if granted immunity.", "offer"),
        ("The rebels said they would free the crew in exchange for fuel.", "offer"),
        ("The club will play on if the rain stops.", "promise"),
        ("The mill will inspect the boat and, if necessary, repair it.", "promise"),
    ],
)
def test_what_hangs_on_acceptance_is_an_offer(sentence: str, kind: str) -> None:
    assert first_kind(sentence) == kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("We would urge the owners to mend the dam.", "demand"),
        ("The ministry is seeking comments on the toll.", "demand"),
        ("The mayor is seeking the return of the grant.", "demand"),
        ("The mill is seeking a buyer.", "intention"),
        ("The guild wants the contract extended until 3 May.", "demand"),
        ("Norva advised the mill it intends to sell its stake.", "intention"),
        ("The envoy told parliament the mill plans to close.", "intention"),
        ("The mayor asked the guild she leads to wait.", "demand"),
        ("We are going to fight it.", "promise"),
        ("The guild vowed to continue its fight.", "standing"),
        ("The guild promised not to strike.", "promise"),
        ("No boat will leave the harbour, the guild said.", "standing"),
        ("The mill would only sell its presses if its debts grew, it said.", "standing"),
        ("The mill will retain an investment banker.", "promise"),
        ("The mill will retain its stake.", "standing"),
        ("Production of the boat will end in May.", "promise"),
        ("Talks on the boat will end in May.", "measure"),
        ("The guild decided not to strike.", "standing"),
        ("The guild promised to keep the boats running.", "promise"),
    ],
)
def test_who_is_asked_and_who_binds_himself(sentence: str, kind: str) -> None:
    assert first_kind(sentence) == kind
