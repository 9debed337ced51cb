"""What a statement is taken for."""

import pytest

from tests.extract.reading import kinds, read, read_one


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The airline will close its base in Oslo.", "promise"),
        ("Its owners said the yard would build four ferries.", "promise"),
        ("The ministry decided to sell its old radios.", "promise"),
        ("The premier vowed to repair the dam.", "promise"),
        ("Ms. Ode will become chairwoman in April.", "promise"),
        ("The plant will close in May.", "promise"),
        ("The committee will not publish the minutes.", "standing"),
        ("Quito will continue to subsidise bread.", "standing"),
        ("The owner refused to lower the rent.", "standing"),
        ("The club does not plan to sell its striker.", "standing"),
        ("The two ports agreed to share a pilot service.", "agreement"),
        ("The railway signed a contract to lease ten trains.", "agreement"),
        ("The bakers plan to raise prices.", "intention"),
        ("Rangers want to fence the park.", "intention"),
        ("The bank is considering selling its tower.", "intention"),
        ("The firm announced plans to hire 300 engineers.", "intention"),
        ("The navy is to scrap two frigates.", "intention"),
        ("The utility aims to halve its losses by 2030.", "target"),
        ("The union threatened to block the harbour.", "threat"),
        ("The landlord will sue unless the rent is paid.", "threat"),
        ("The lab offered to share its data.", "offer"),
        ("Norway is ready to host the next round.", "offer"),
        ("The council urged drivers to stay at home.", "demand"),
        ("Clerks called for higher wages.", "demand"),
        ("The ban takes effect on Friday.", "measure"),
        ("The licence expires in 2027.", "measure"),
        ("The summit will be held in Quebec in June.", "measure"),
        ("Growers have until 1 March to register.", "measure"),
        ("The hearing is scheduled for 9 May.", "measure"),
        ("The parliament votes on the bill on Thursday.", "measure"),
        ("All boats must carry a beacon by 1 July.", "measure"),
        ("Carmaker to cut 900 jobs", "intention"),
        ("Portugal will require ferries to carry a pilot from 1 March 2026.", "measure"),
        ("Portugal will require ferries to carry a pilot.", "promise"),
    ],
)
def test_a_commitment_is_of_its_kind(sentence: str, kind: str) -> None:
    assert [found.kind.value for found in read(sentence) if found.is_tracked] == [kind]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The mayor hopes that the strike will end soon.", "hope"),
        ("The envoy welcomed the release of the crew.", "hope"),
        ("The minister encouraged firms to train welders.", "request"),
        ("Analysts expect that rates will fall.", "forecast"),
        ("The price of tin will rise.", "forecast"),
        ("The move is likely to please voters.", "forecast"),
        ("The storm could reach the coast.", "forecast"),
        ("The old treaty took effect in 1994.", "history"),
        ("In 2011 the two clubs agreed to merge.", "history"),
        ("Nobody knows whether the bank will lend more.", "hypothesis"),
        ("If the levy were dropped, the fund would lose money.", "hypothesis"),
    ],
)
def test_what_binds_nobody_is_not_tracked(sentence: str, kind: str) -> None:
    found = read(sentence)

    assert [one.kind.value for one in found] == [kind]
    assert not found[0].is_tracked
    assert found[0].obligation == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge was painted green.",
        "He wouldn't say who paid.",
        "The demand for flats rose.",
        "The plan fell through.",
        "Snow is white.",
        "",
        "The yard has been building ferries there since 1962.",
        "The crown came close to a record low on August 9.",
    ],
)
def test_a_plain_statement_commits_nobody(sentence: str) -> None:
    assert [found for found in read(sentence) if found.is_tracked] == []


def test_a_plan_that_an_act_is_about_is_no_second_statement() -> None:
    assert kinds("Peru will publish its plan to save the river.") == ["promise"]


def test_one_sentence_may_hold_several_statements() -> None:
    text = "The duty ends on 1 May, and the minister hopes that trade will recover."

    assert kinds(text) == ["measure", "hope"]


@pytest.mark.parametrize(
    ("sentence", "obligation"),
    [
        ("The duty takes effect on Friday.", 4),
        ("The firm promised to pay.", 3),
        ("The firm plans to pay its staff.", 2),
        ("The firm is considering paying its staff.", 1),
    ],
)
def test_obligation_grows_from_a_thought_to_a_rule(sentence: str, obligation: int) -> None:
    assert read_one(sentence).obligation == obligation


@pytest.mark.parametrize(
    ("sentence", "precision"),
    [
        ("Ford will close two plants by 1 May.", 3),
        ("Ford will close two plants.", 2),
        ("Ford will try to help.", 1),
        ("They will try to help.", 0),
    ],
)
def test_precision_counts_actor_act_and_date(sentence: str, precision: int) -> None:
    assert read_one(sentence).precision == precision


@pytest.mark.parametrize(
    ("sentence", "instrument"),
    [
        ("The executive order takes effect on Friday.", "order"),
        ("The treaty expires in 2030.", "treaty"),
        ("The two sides signed a memorandum of understanding to build a port.", "mou"),
        ("The firm will build a port.", None),
    ],
)
def test_the_instrument_is_named_by_the_statement(sentence: str, instrument: str | None) -> None:
    (found,) = (one for one in read(sentence) if one.is_tracked)

    assert found.instrument == instrument


def test_a_reason_tells_the_cue() -> None:
    assert read_one("The firm promised to pay.").why[0] == (
        '"promised to" tells of a promise: promise'
    )
