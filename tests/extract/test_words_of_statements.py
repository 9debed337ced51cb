"""Quotes, titles and conditions: the words that a candidate is told by."""

import pytest

from tests.extract.reading import read, read_one


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("In Bonn, Acme will open a depot, officials said.", "Acme will open a depot"),
        ("It rained, but the union agreed to work.", "the union agreed to work"),
        ("Acme, which makes rope, will open a depot.", "Acme, which makes rope, will open a depot"),
        ("“We will open a depot,” said Acme.", "We will open a depot"),
        ('The club decided to "go for gold." It rained.', 'The club decided to "go for gold."'),
        ('Acme will go on "from time to time," he said.', 'Acme will go on "from time to time,"'),
        ("The union met on Monday and agreed to work.",
         "The union met on Monday and agreed to work"),
        ("The mill will close this year, U.S. Secretary of State Ann Lee told reporters.",
         "The mill will close this year"),
    ],
)  # fmt: skip
def test_a_quote_holds_the_words_that_bind(text: str, quote: str) -> None:
    found = next(one for one in read(text) if one.is_tracked)

    assert found.quote == quote
    assert text[found.start : found.end] == quote


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The firm plans to open a depot.", "Open a depot"),
        ("Both firms agreed to closely share data.", "Closely share data"),
        ("The firm will not open a depot.", "Not open a depot"),
        ("The firm will open a depot if the mayor agrees.", "Open a depot"),
        ("Firms that took part in the trial must pay by 1 May.", "Firms must pay"),
        ("The depot will be closed in May.", "Depot will be closed"),
        ("The levy takes effect on 1 May.", "Levy takes effect"),
        ("Regarding trade in the fishery sector, the firm agreed to help in this area.",
         "Help in the fishery sector"),
        ("They won't release the names.", "Not release the names"),
        ("People are just not going to work.", "Not work"),
        ("No child will be turned away.", "No child will be turned away"),
        ("The firm will also visit Lima.", "Visit Lima"),
        ("The firm maintained its target of a margin of 4.5% for 2026.",
         "Target of a margin of 4.5%"),
        ("The bank of Chad and the Acme Motor Company signed a deal on Monday to run mills in Ife.",
         "Bank of Chad and the Acme Motor Company signed a deal on Monday to run mills"),
        ("The firm will move to the U.S.", "Move to the U.S."),
        ("The firm plans to pay $4 million (two a year) to the town.",
         "Pay $4 million to the town"),
        ("The purchase is subject to the approval of the board.",
         "Purchase is subject to the approval of the board"),
        ("The recording will be available through 9 July.", "Recording will be available"),
        ("Some farmers will get aid starting 1 March.", "Get aid"),
        ("A call will be held today at 8 a.m./1 p.m.", "Call will be held"),
        ("Acme will light its first and only mill for the finest steel next Saturday, as promised",
         "Light its first and only mill for the finest steel"),
    ],
)  # fmt: skip
def test_a_title_tells_the_act(text: str, title: str) -> None:
    assert read_one(text).title == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ann Lee came home. She will be tried.", "Ann Lee will be tried"),
        ("Acme is old. The company signed a deal with Orbita.", "Acme signed a deal with Orbita"),
        ("The buoys are old. They will be lifted.", "Be lifted"),
        ("“It rained,” Ann Lee said. “We remain committed to helping farmers.”",
         "Remain committed to helping farmers"),
    ],
)  # fmt: skip
def test_a_title_tells_who_is_meant(text: str, title: str) -> None:
    assert [one.title for one in read(text) if one.is_tracked] == [title]


def test_a_long_statement_is_quoted_and_titled_in_part() -> None:
    text = (
        f"Acme will open {'a depot and a quay, a shed or a mill with '}"
        + "a yard or " * 60
        + "a port."
    )
    found = read_one(text)

    assert len(found.quote) <= 300
    assert len(found.title) <= 80
    assert found.quote in text
    assert text[found.end] == " "


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Acme will pay if the court agrees.", "if the court agrees"),
        ("Acme will strike unless it is paid, it said.", "unless it is paid"),
        ("The sale is subject to approval by the court.", "subject to approval by the court"),
        ("Acme will pay.", None),
    ],
)
def test_a_condition_is_kept_in_its_words(text: str, condition: str | None) -> None:
    assert next(one for one in read(text) if one.is_tracked).condition == condition


def test_a_title_is_cut_between_phrases() -> None:
    found = read_one(
        "The firm will open a depot for the storage of heavy machines and of spare parts near the "
        "harbour of the capital as soon as possible."
    )

    assert found.title == "Open a depot for the storage of heavy machines and of spare parts"
