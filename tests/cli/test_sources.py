"""`sources`: listed, shown, recorded by themselves, their quotes looked up again."""

import json

import pytest
import tomli

from tests.cli.desk import Desk
from tests.cli.ledgers import BOOK

TEXT = "The minister said it will be signed.\nNothing more.\n"


def test_all_are_listed_with_how_often_they_are_cited(desk: Desk) -> None:
    desk.write(BOOK)

    assert desk.run("sources").out == (
        "post  Post  [1 commitment, no text]\ngazette  Gazette  [0 commitments, no text]\n"
    )
    assert desk.run("sources list gaz").out == "gazette  Gazette  [0 commitments, no text]\n"


def test_one_is_shown_with_what_cites_it(desk: Desk) -> None:
    desk.write(BOOK)

    shown = desk.run("sources show pos")

    assert shown.code == 0
    assert "outlet      Post" in shown.out
    assert "sign-treaty: Sign the treaty" in shown.out


def test_one_that_is_not_there_is_exit_3_with_the_nearest(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("sources show gazete")

    assert done.code == 3
    assert "did you mean gazette?" in done.err


def test_show_wants_a_source(desk: Desk) -> None:
    desk.write(BOOK)

    assert desk.run("sources show").code == 2


def test_a_file_is_recorded_by_itself_and_its_text_kept(desk: Desk) -> None:
    desk.write(BOOK)
    desk.write(TEXT, "oslo.txt")

    done = desk.run('sources add oslo.txt --title "In Oslo" --outlet Post --said 2025-07-07')

    source = tomli.loads(desk.text)["source"]["oslo-2025-07-07"]
    assert (done.code, done.out) == (0, "oslo-2025-07-07: recorded\n")
    assert (source["title"], source["outlet"]) == ("In Oslo", "Post")
    assert (desk.folder / source["seen"][0]["text"]).read_text("utf-8") == TEXT


def test_the_same_file_again_is_known_already(desk: Desk) -> None:
    desk.write(TEXT, "oslo.txt")
    desk.run("sources add oslo.txt --said 2025-07-07")
    before = desk.text

    done = desk.run("sources add oslo.txt")

    assert done.out == "oslo-2025-07-07: known already\n"
    assert desk.text == before


def test_one_more_look_keeps_both_texts(desk: Desk) -> None:
    desk.write(TEXT, "oslo.txt")
    desk.run("sources add oslo.txt --said 2025-07-07")
    desk.write("It was changed.\n", "oslo.txt")

    done = desk.run("sources add oslo.txt --seen oslo-2025-07-07")

    seen = tomli.loads(desk.text)["source"]["oslo-2025-07-07"]["seen"]
    assert done.out == "oslo-2025-07-07: one more look kept\n"
    assert [(desk.folder / one["text"]).read_text("utf-8") for one in seen] == [
        TEXT,
        "It was changed.\n",
    ]


@pytest.mark.parametrize(
    "line", ["sources add", "sources add a.txt b.txt", "sources add nosuch.txt"]
)
def test_what_is_no_source_is_not_recorded(desk: Desk, line: str) -> None:
    desk.write(BOOK)

    done = desk.run(line)

    assert done.code in (2, 3)
    assert desk.text == BOOK


@pytest.mark.parametrize(
    "line", ["sources add", "sources add nosuch.txt", "sources add --said soon"]
)
def test_a_refused_source_makes_no_ledger(desk: Desk, line: str) -> None:
    before = desk.files()

    done = desk.run(line)

    assert done.code in (2, 3)
    assert desk.files() == before


def test_an_action_that_does_not_exist_is_refused(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("sources remove post")

    assert done.code == 2
    assert "sources list | sources show | sources add | sources check" in done.err


def kept_book(desk: Desk, quote: str) -> None:
    desk.write(TEXT, "oslo.txt")
    desk.run(
        ["add", "Sign it", "--source", "oslo.txt", "--said=today", "--unverified", "--quote", quote]
    )


def test_quotes_that_stand_are_ok_with_their_line(desk: Desk) -> None:
    kept_book(desk, "it will be signed")

    done = desk.run("sources check")

    assert done.code == 0
    assert done.out == "ok  sign  oslo-2025-07-08, line 1  “it will be signed”\n"
    assert done.err == "1 quote: 1 ok\n"


def test_a_quote_that_never_stood_in_the_text_is_exit_1_and_says_what_does(desk: Desk) -> None:
    kept_book(desk, "it will never be signed")

    done = desk.run("sources check")

    assert done.code == 1
    assert done.out == (
        "drifted  sign  oslo-2025-07-08, line 1  “it will never be signed”  "
        "stands in no text kept  now “it will be signed”\n"
    )
    assert json.loads(desk.run("sources check --json").out)["missing"] == 1


def test_of_a_long_quote_what_was_changed_in_it_is_seen(desk: Desk) -> None:
    words = "the two governments will raise the fee on ships that call at the port to 35% by "
    desk.write(f"Both say {words}1 May.\n", "port.txt")
    desk.run(
        ["add", "Raise it", "--source", "port.txt", "--said=today", "--quote", f"{words}1 May"]
    )
    desk.write(f"Both say {words}9 June.\n", "june.txt")
    desk.run("sources add june.txt --seen port-2025-07-08")

    assert desk.run("sources check").out == (
        "drifted  raise  port-2025-07-08, line 1  "
        "“…call at the port to 35% by 1 May”  now “…call at the port to 35% by 9 June”\n"
    )


def test_a_quote_without_a_text_is_neither(desk: Desk) -> None:
    desk.run("add 'Sign it' --source https://example.org/a --quote 'it will be signed'")

    done = desk.run("sources check")

    assert done.code == 0
    assert done.out.startswith("no text  sign")


def test_machine_output_has_every_key_of_a_source_and_what_cites_it(desk: Desk) -> None:
    desk.write(BOOK)

    listed = json.loads(desk.run("sources --json").out)
    shown = json.loads(desk.run("sources show gaz --json").out)

    assert listed["schema_version"] == 1
    assert [source["id"] for source in listed["sources"]] == ["post", "gazette"]
    assert listed["sources"][0]["said"] == "2025-07-01"
    assert [source["id"] for source in shown["sources"]] == ["gazette"]
    assert shown["sources"][0]["official"] is True


def test_several_are_shown_one_below_the_other(desk: Desk) -> None:
    desk.write(BOOK)

    shown = desk.run("sources show gazette post")

    assert [line for line in shown.lines if line and line[0] != " "] == ["gazette", "post"]


@pytest.mark.parametrize("word", ["a", "e"])
def test_a_part_that_several_have_is_exit_3_and_lists_them(desk: Desk, word: str) -> None:
    desk.write(f"{BOOK}\n[source.gazette-2]\noutlet = 'Gazette'\n")

    done = desk.run(f"sources show {word}")

    assert (done.code, done.out) == (3, "")
    assert "gazette gazette-2" in done.err


def test_an_address_is_recorded_and_not_fetched(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("sources add https://example.org/a/b?c=1 --title T --published 2025-07-02")

    assert (done.code, done.out) == (0, "example-org-2025-07-02: recorded\n")
    source = tomli.loads(desk.text)["source"]["example-org-2025-07-02"]
    assert source["url"] == "https://example.org/a/b?c=1"
    assert not (desk.folder / "articles").exists()
    again = desk.run("sources add https://example.org/a/b?c=1")
    assert again.out == "example-org-2025-07-02: known already\n"


def test_what_contradicts_a_known_source_is_refused(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("sources add post --outlet Herald")

    assert done.code == 2
    assert "its outlet is Post" in done.err
    assert desk.text == BOOK


def test_the_first_source_makes_the_ledger(desk: Desk) -> None:
    assert desk.run("sources add https://example.org/a").code == 0
    assert tomli.loads(desk.text)["format"] == 1
    assert desk.run("check").code == 0


@pytest.mark.parametrize(
    "line", ["sources add https://example.org/a --seen post", "sources add nosuch.txt --seen post"]
)
def test_one_more_look_wants_a_file(desk: Desk, line: str) -> None:
    desk.write(BOOK)

    done = desk.run(line)

    assert done.code == 2
    assert desk.text == BOOK


def test_one_more_look_at_a_source_that_is_not_known_is_exit_3(desk: Desk) -> None:
    desk.write(BOOK)
    desk.write(TEXT, "oslo.txt")

    assert desk.run("sources add oslo.txt --seen nosuch").code == 3
    assert desk.text == BOOK


def test_a_file_that_is_no_text_is_exit_7(desk: Desk) -> None:
    desk.write(BOOK)
    (desk.folder / "photo.txt").write_bytes(b"\xff\xd8")

    assert desk.run("sources add photo.txt").code == 7
    assert desk.text == BOOK


def test_check_can_be_asked_for_one_source(desk: Desk) -> None:
    kept_book(desk, "it will be signed")
    desk.write("Other words.\n", "rome.txt")
    desk.run("add Other --source rome.txt --said today --quote nowhere --unverified")

    assert desk.run("sources check oslo").code == 0
    assert desk.run("sources check rome").out.startswith("orphan  other")
    assert desk.run("sources check").code == 1
    assert desk.run("sources check nosuch").code == 3


def test_a_kept_text_that_was_changed_no_longer_has_the_quote(desk: Desk) -> None:
    kept_book(desk, "it will be signed")
    (kept,) = (desk.folder / "articles").iterdir()
    kept.chmod(0o644)
    kept.write_text("Nothing.\n", "utf-8")

    assert desk.run("sources check").out.startswith("orphan  sign")
    kept.unlink()
    assert desk.run("sources check").out.startswith("no text  sign")


@pytest.mark.parametrize("action", ["list", "show post", "check"])
def test_without_a_ledger_it_is_exit_4(desk: Desk, action: str) -> None:
    assert desk.run(f"sources {action}").code == 4


@pytest.mark.parametrize("face", ["tsv", "csv"])
def test_other_formats_are_refused(desk: Desk, face: str) -> None:
    desk.write(BOOK)

    done = desk.run(f"sources --format {face}")

    assert done.code == 2
    assert "it has: table plain json" in done.err
