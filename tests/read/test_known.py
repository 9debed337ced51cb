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


def test_where_one_of_them_names_nobody_it_is_perhaps_the_same(
    desk: ReadingDesk, finds: Finds
) -> None:
    quote = "The new fare of the night ferry starts on 1 September"
    desk.run(["add", "New fare of the night ferry starts", "--by", "DK", "--quote", quote])
    desk.write(f"{quote}.\n", "said.txt")
    finds(FARE._replace(more={**FARE.more, "by": ()}))

    shown = desk.run(READ).words
    done = desk.run(f"{READ} --yes")

    assert "known perhaps like fare-night-ferry" in shown
    assert done.lines == ["left out: 1, perhaps fare-night-ferry said again; --add 1 records it so"]


def test_where_one_of_them_names_nobody_a_few_words_are_not_enough(
    desk: ReadingDesk, finds: Finds
) -> None:
    desk.run('add "Raise the fare on cars to 50 crowns" --by SE')
    quote = "the fare on bicycles is raised to 20 crowns"
    desk.write(f"{quote}.\n", "said.txt")
    finds(Told(quote, Kind.MEASURE, "Raise the fare on bicycles to 20 crowns", {}))

    assert "known" not in desk.run(READ).out


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


def test_of_what_the_article_says_twice_yes_records_what_binds_more(
    desk: ReadingDesk, finds: Finds
) -> None:
    headline = "Sweden to repair the northern pier"
    desk.write(f"{headline}\n\n{HARBOUR}", "said.txt")
    weak = PIER._replace(quote=headline, more={**PIER.more, "obligation": 1})
    finds(weak, FARE, PIER)

    done = desk.run(f"{READ} --yes --min-strength 2")
    plain = desk.run(f"{READ} --yes --dry-run")

    assert "Added repair-northern-pier" in done.out
    assert PIER.quote in desk.text
    assert "left out: 1, of strength 1, below 2" in done.lines
    assert "says again" not in done.out
    assert plain.lines == [
        "already recorded: 2, as fare-night-ferry",
        "already recorded: 3, as repair-northern-pier",
        (
            "left out: 1, like repair-northern-pier, which rests on this article already; "
            "--add 1 records it so"
        ),
    ]


def test_yes_says_which_statement_it_takes_instead(desk: ReadingDesk, finds: Finds) -> None:
    headline = "Sweden to repair the northern pier"
    desk.write(f"{headline}\n\n{HARBOUR}", "said.txt")
    finds(PIER._replace(quote=headline, more={**PIER.more, "obligation": 1}), PIER)

    done = desk.run(f"{READ} --yes")

    assert "left out: 1, 2 says it more firmly" in done.lines
    assert done.out.count("Added ") == 1


def test_what_two_articles_say_is_recorded_once(desk: ReadingDesk, finds: Finds) -> None:
    desk.write(f"Another paper.\n\n{PIER.quote}.\n", "other.txt")
    finds(FARE, PIER)

    done = desk.run("read harbour.txt other.txt --said 2025-07-07 --yes")
    alone = desk.run("read other.txt --said 2025-07-07 --yes")

    assert done.out.count("Added ") == 2
    assert "left out: 3, says again what 2 says" in done.lines
    assert "Recorded: repair-northern-pier reaffirmed" in alone.out
