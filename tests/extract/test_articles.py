"""What is found in a whole article, with what one sentence takes from another."""

from datetime import date

from tests.extract.reading import read

ARTICLE = """\
Fisheries

Ministers of Ghana and Togo meet in Lomé

Togo proposes joint patrols

LOMÉ, March 4 (Coast Wire) - Ghana's Fisheries Minister Ama Owusu met her Togolese counterpart Kofi
Mensah on Monday, the Togolese presidency announced.

Ghana voiced its hope that “a fleet of two ships would be at sea before the rains.” The Togolese
side expressed its agreement, according to the presidency.

“Although letters went out today, there is still time until the actual licence expiry date of May
1, so we hope that the two ministers will talk again,” the Togolese side said.

Regarding work in the lagoon sector, both sides agreed to share their maps of this area.

Togo's navy will not board foreign boats. Ghana plans to buy two ships by the end of 2026.
"""


def test_an_article_is_read() -> None:
    found = [
        (one.kind.value, one.by, one.title, [str(dated.when.value) for dated in one.dates])
        for one in read(ARTICLE, date(2024, 3, 4))
    ]

    assert found == [
        ("request", ("TG",), "Togo proposes joint patrols", []),
        ("hope", ("GH",), "Fleet of two ships would be at sea before the rains", []),
        ("agreement", ("TG",), "Fleet of two ships would be at sea before the rains", []),
        ("measure", ("TG",), "Actual licence expiry date", ["2024-05-01"]),
        ("hope", ("TG",), "Talk again", []),
        ("agreement", ("GH", "TG"), "Share their maps of the lagoon sector", []),
        ("standing", ("TG",), "Not board foreign boats", []),
        ("intention", ("GH",), "Buy two ships", ["2026-12-31"]),
    ]


def test_whose_account_it_is_is_kept_apart() -> None:
    agreement = read(ARTICLE, date(2024, 3, 4))[2]

    assert (agreement.stated_by, agreement.via) == (None, "presidency")


def test_where_a_sentence_stands_does_not_change_what_is_found() -> None:
    sentences = ["Acme will close a depot.", "It rained.", "Japan and Peru agreed to meet in May."]

    lines = [(one.kind, one.by, one.quote) for one in read("\n".join(sentences))]
    running = [(one.kind, one.by, one.quote) for one in read(" ".join(sentences))]

    assert lines == running
    assert len(lines) == 2
