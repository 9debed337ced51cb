"""Turns of news English: each regularity that rules state, on sentences of its own."""

import pytest

from tests.extract.reading import kinds, read, read_one, roles


def tracked(text: str) -> list[str]:
    return [found.kind.value for found in read(text) if found.is_tracked]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The brewery closes its depot in Cork in May.", "promise"),
        ("The mayor reviews the toll on 12 May.", "measure"),
        ("Under the deal, Norva gets a 30 percent stake in the yard.", "agreement"),
        ("Ines Holt stays on as head of the museum.", "standing"),
        ("Brewer closes two pubs", "promise"),
        ("There will be no layoffs at the mill, its owner said.", "standing"),
        ("No job cuts are planned at the mill.", "standing"),
        ("About 300 posts will be lost at the mill.", "promise"),
        ("The move will mean the loss of 300 jobs.", "promise"),
        ("The firm said it may buy a second mill.", "intention"),
        ("The union said it might strike in May.", "threat"),
        ("The bank should lower its fees, the minister said.", "demand"),
        ("The bank must lower its fees, the minister said.", "demand"),
        ("The museum is closing its annex.", "promise"),
        ("The annex is being sold to a bank.", "promise"),
        ("The union is organising a strike on 3 May.", "measure"),
        ("Crews announced two days of walkouts.", "threat"),
        ("We are not going to sell the mill.", "standing"),
        ("The harbour remains closed until 3 May.", "standing measure"),
        ("Ferries are suspended until 3 May.", "measure"),
        ("Sentencing is on 14 July.", "measure"),
        ("The lake line has ordered 12 boats.", "agreement"),
        ("The union is ready for talks.", "offer"),
        ("Opponents want a referendum.", "demand"),
        ("The mill is on track to open in May.", "intention"),
        ("The premier is to testify on 3 May.", "measure"),
        ("The court will hold a hearing on 3 May.", "measure"),
        ("The guild hopes to sell 20,000 tickets by May.", "target"),
        ("The accord will give Norva control of the yard.", "agreement"),
    ],
)
def test_a_turn_is_found_and_its_kind_is_right(sentence: str, kind: str) -> None:
    assert tracked(sentence)[0] in kind.split()


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill employs 300 people and makes paper.",
        "The line usually leaves the harbour at noon.",
        "Demand for paper is going to fall next year.",
        "The boat had been due to sail on Friday evening.",
        "The best thing was to wait and see.",
        "Consumers are buying fewer papers.",
        "The firm said it might run out of money.",
        "Two boats are subject to both rules.",
        "The guild had planned to sell the hall but dropped the idea in March.",
        "The guild welcomed the mill's offer to pay more.",
        "Drivers should wash their hands often, doctors say.",
        "If I were choosing a boat, it would be blue.",
    ],
)
def test_what_only_looks_like_a_turn_is_left(sentence: str) -> None:
    assert tracked(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Acme must reply on or before 1 May 2024.", [("due", "2024-05-01")], id="on or before"
        ),
        pytest.param(
            "On or after 3 May 2024, all sales are allowed.",
            [("effective", "2024-05-03/..")],
            id="on or after",
        ),
        pytest.param(
            "Acme will pay before the end of March.", [("due", "2024-03-31")], id="before the end"
        ),
        pytest.param(
            "Acme will lend 3 million euros over the period 2027-2029.",
            [("due", "2027-01-01/2029-12-31")],
            id="years joined",
        ),
        pytest.param(
            "Acme must reply within 7 days after service.", [], id="counted from an event"
        ),
        pytest.param("Acme must reply within 60 days of receiving it.", [], id="days of doing"),
        pytest.param("Acme must reply within 10 business days.", [], id="business days of nobody"),
        pytest.param(
            "Acme said on Wednesday it will sign on 15 May.", [("due", "2024-05-15")], id="said on"
        ),
        pytest.param("Acme said Wednesday the mill will close.", [], id="said Wednesday"),
        pytest.param(
            "The two firms agreed to meet in January.", [("due", "2025-01")], id="agreed, ahead"
        ),
    ],
)
def test_bounds_and_reports_give_no_day_of_their_own(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert roles(sentence) == expected


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "China's Ministry of Commerce and Brazil's Ministry of Agriculture will meet.",
            ("CN", "BR"),
        ),
        ("Taiwan's Fenwick Optics will open a plant.", ("Fenwick Optics",)),
        ("The ministers of Estonia, Finland and Latvia agreed to meet.", ("EE", "FI", "LV")),
        ("U.S. Customs and Border Protection will open a port.", ("US",)),
        ("Côte d'Ivoire will open a port.", ("CI",)),
        ("Inácio da Costa will open a port.", ("Inácio da Costa",)),
        ("Seán O'Brien will open a port.", ("Seán O'Brien",)),
        ("Ankara was pleased. His country will open a port.", ("TR",)),
        ("The European Union met. The bloc will open a port.", ("EU",)),
        ("Brussels met. The Commission will open a port.", ("EU",)),
        ("UPDATE: Singapore will open a port.", ("SG",)),
    ],
)
def test_names_are_whole_and_nouns_stand_for_the_last_such(
    text: str, parties: tuple[str, ...]
) -> None:
    assert read(text)[-1].by == parties


def test_what_is_pledged_is_one_statement() -> None:
    found = read_one("The minister pledged that Poland would send 200 tents.")

    assert (found.title, found.by) == ("Send 200 tents", ("PL",))
    assert found.quote == "pledged that Poland would send 200 tents"


def test_an_order_binds_by_law() -> None:
    found = read_one("It is ordered that the owner shall pay 500 euros by 3 May 2024.")

    assert (found.kind.value, found.obligation, found.instrument) == ("measure", 4, "order")


@pytest.mark.parametrize(
    "sentence", ["Parliament will adopt legislation on data.", "The two will sign the treaty."]
)
def test_what_is_yet_to_be_made_binds_nobody(sentence: str) -> None:
    assert read_one(sentence).instrument is None


def test_a_fact_sheet_is_an_instrument_and_tells_nothing_itself() -> None:
    found = read_one("According to a fact sheet, Japan will buy 100 planes.")

    assert (found.via, found.instrument) == (None, "fact_sheet")


def test_should_may_open_a_condition() -> None:
    found = read_one("Should the talks fail, the union will strike in May.")

    assert (found.kind.value, found.condition) == ("threat", "Should the talks fail")


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        (
            "Acme will pay the fee “in kind” to the town.",
            "Acme will pay the fee “in kind” to the town",
        ),
        ("- **Acme will close the mill.", "Acme will close the mill"),
        ("The minister said Tuesday the town will pay.", "the town will pay"),
    ],
)
def test_a_quote_begins_and_ends_with_its_clause(sentence: str, quote: str) -> None:
    assert read_one(sentence).quote == quote


def test_a_title_never_ends_inside_a_date() -> None:
    found = read(
        "Acme will rebuild the long wooden bridge by the mill and reopen it to all the traffic"
        " of the town on 14 May 2025 at the earliest if the weather holds."
    )

    assert not found[0].title[-1].isdigit()
    assert found[0].title.rpartition(" ")[2] not in ("May", "on")


def test_a_date_says_how_its_year_was_chosen() -> None:
    assert "has no year" in read_one("Acme will pay on 1 May.").why[-1]


def test_kinds_of_a_report_are_not_doubled() -> None:
    assert kinds("The premier promised that the road would be built.") == ["promise"]
