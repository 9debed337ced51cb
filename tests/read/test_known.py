"""What is told apart from what is said again: by its parties, its words and its date."""

from collections.abc import Callable

import pytest

from commitrack.domain.vocabulary import Kind
from commitrack.domain.when import Role
from tests.read.articles import FARE, HARBOUR, PIER, Told, on
from tests.read.desk import ReadingDesk

Finds = Callable[..., None]
READ = "read said.txt --said 2025-07-07"


def found(desk: ReadingDesk, finds: Finds, title: str, quote: str, day: str | None = None) -> str:
    """What is known of a statement by Sweden."""
    desk.write(f"{quote}.\n", "said.txt")
    dates = {"dates": (on(day, Role.DUE),)} if day else {}
    finds(Told(quote, Kind.PROMISE, title, {"by": ("SE",), **dates}))
    rows = [line for line in desk.run(READ).lines if line.startswith("   known ")]
    return " ".join(" ".join(rows).split())


@pytest.mark.parametrize(
    ("recorded", "title", "quote"),
    [
        (
            "Repair the northern pier",
            "Northern pier repaired",
            "the northern pier would be repaired, Stockholm repeated",
        ),
        (
            "Publish the survey of the harbour",
            "Publish the harbour survey soon",
            "Sweden now expects to publish the harbour survey soon",
        ),
        ("Repair the northern pier", "REPAIR THE NORTHERN PIER", "repair the northern pier"),
    ],
    ids=["ending", "order", "capitals"],
)
def test_the_same_in_other_words_is_alike(
    desk: ReadingDesk, finds: Finds, recorded: str, title: str, quote: str
) -> None:
    desk.run(["add", recorded, "--by", "SE"])

    assert found(desk, finds, title, quote).startswith("known like ")


@pytest.mark.parametrize(
    ("recorded", "title", "quote"),
    [
        (
            "Continue to talk about open questions",
            "Coordinate closely on ferries",
            "agreed to closely coordinate in this area",
        ),
        (
            "Reduce the noise of ferries by 40%",
            "Publish a report on noise every year",
            "will publish a yearly report on noise",
        ),
        ("Host a training centre", "Host the summit in October", "will host the summit"),
    ],
    ids=["agreements", "subject", "verb"],
)
def test_other_things_in_similar_words_are_not(
    desk: ReadingDesk, finds: Finds, recorded: str, title: str, quote: str
) -> None:
    desk.run(["add", recorded, "--by", "SE"])

    assert found(desk, finds, title, quote) == ""


def test_what_is_half_alike_is_left_to_a_person(desk: ReadingDesk, finds: Finds) -> None:
    desk.run('add "Raise the fare on cars to 50 crowns" --by SE')
    quote = "Sweden will raise the fare on bicycles to 20 crowns"

    shown = found(desk, finds, "Raise the fare on bicycles to 20 crowns", quote)
    done = desk.run(f"{READ} --yes")

    assert shown.startswith("known perhaps like raise-fare-cars (in the ledger)")
    assert done.lines == ["left out: 1, perhaps raise-fare-cars said again; --add 1 records it so"]


def test_the_same_day_makes_fewer_words_enough(desk: ReadingDesk, finds: Finds) -> None:
    desk.run('add "Mend the northern pier of the harbour" --by SE --due 2025-12-15')
    told = ("Works on the wooden northern pier end", "works on the wooden northern pier end")

    undated = found(desk, finds, *told)
    dated = found(desk, finds, *told, "2025-12-15")

    assert undated == ""
    assert dated.startswith("known like mend-northern-pier")


def test_what_the_article_says_twice_is_recorded_once(desk: ReadingDesk, finds: Finds) -> None:
    desk.write("Sweden to repair the northern pier\n\n" + HARBOUR, "said.txt")
    headline = PIER._replace(quote="Sweden to repair the northern pier", title="Repair the pier")
    headline = headline._replace(title="Repair the northern pier of the harbour")
    finds(headline, FARE, PIER)

    shown = desk.run(READ)
    done = desk.run(f"{READ} --yes")

    assert "known says again what 1 says" in shown.words
    assert "left out: 3, says again what 1 says" in done.lines
    assert done.out.count("Added ") == 2


def test_of_another_day_or_party_it_is_no_repetition(desk: ReadingDesk, finds: Finds) -> None:
    desk.write(f"Norway to repair it\n\nNorth pier works\n\n{HARBOUR}", "said.txt")
    other_day = {**PIER.more, "dates": (on("2026-01-15", Role.DUE),)}
    finds(
        PIER._replace(quote="Norway to repair it", more={**PIER.more, "by": ("NO",)}),
        PIER._replace(quote="North pier works", more=other_day),
        PIER,
    )

    assert "says again" not in desk.run(READ).out


def test_the_words_of_the_date_are_no_words_of_the_statement(
    desk: ReadingDesk, finds: Finds
) -> None:
    desk.run('add "New fare of the night ferry" --by DK')
    title = "New fare of the night ferry starts on 1 September 2025 at noon local time"
    stated = on("2025-09-01", Role.EFFECTIVE, "on 1 September 2025 at noon local time")
    finds(FARE._replace(title=title, more={"by": ("DK",), "dates": (stated,)}))

    done = desk.run("read harbour.txt --said 2025-07-07")

    assert "like fare-night-ferry (in the ledger)" in done.out
    assert "perhaps like" not in done.out
