"""`add`: what it infers, what it echoes, what it refuses; a refusal changes nothing."""

import json

import pytest
import tomli

from tests.cli.desk import Desk

ARTICLE = """\
Ministers meet in Oslo

OSLO, 7 July 2025. The minister said that “the duty will end on August 1”, and no later.

Both sides agreed to talk again.
"""


def recorded(desk: Desk, key: str) -> dict[str, object]:
    """The table of a commitment as the ledger has it."""
    table = tomli.loads(desk.text)["commitment"][key]
    assert isinstance(table, dict)
    return table


# The ledger


def test_the_first_add_makes_a_ledger_and_says_so(desk: Desk) -> None:
    done = desk.run('add "Sign the treaty" --due 2025-08-01')

    assert done.code == 0
    assert done.err == "made a new ledger: commitments.toml\n"
    assert desk.text.startswith("#:schema ./.commitrack/schema.json\n")
    assert "desk/.commitrack/schema.json" in desk.files()


def test_a_second_add_goes_to_the_same_ledger_and_says_nothing_of_it(desk: Desk) -> None:
    desk.run('add "Sign the treaty" --due 2025-08-01')
    first = desk.text

    done = desk.run('add "Repair the bridge" --due 2025-09-01')

    assert (done.code, done.err) == (0, "")
    assert desk.text.startswith(first)
    assert list(tomli.loads(desk.text)["commitment"]) == ["sign-treaty", "repair-bridge"]


def test_an_add_in_a_folder_below_goes_to_the_ledger_above(desk: Desk) -> None:
    desk.run('add "Sign the treaty" --due 2025-08-01')
    below = desk.folder / "articles-2025" / "july"
    below.mkdir(parents=True)

    desk.run('add "Repair the bridge" --due 2025-09-01', folder=below)

    assert list(tomli.loads(desk.text)["commitment"]) == ["sign-treaty", "repair-bridge"]


def test_an_add_makes_the_ledger_that_the_environment_names(desk: Desk) -> None:
    done = desk.run('add "Sign the treaty"', COMMITRACK_LEDGER="own.toml")

    assert done.code == 0
    assert "[commitment.sign-treaty]" in (desk.folder / "own.toml").read_text("utf-8")
    assert not desk.ledger.exists()


def test_a_title_that_starts_with_a_dash_comes_after_two(desk: Desk) -> None:
    done = desk.run("add --due 2025-08-01 -- '-10% tariff'")

    assert done.code == 0
    assert '"-10% tariff"' in desk.text


# The role and the kind


@pytest.mark.parametrize(
    ("flags", "role", "kind", "reason"),
    [
        ("--due 2025-08-01", "due", "promise", "since nothing says otherwise"),
        ("--effective 2025-08-01", "effective", "measure", "because it has an effective date"),
        ("--expires 2025-08-01", "expires", "measure", "because it has a date when it ends"),
        ("--happens 2025-08-01", "happens", "promise", "since nothing says otherwise"),
        ("--due 2025-08-01 --by KR,US", "due", "promise", "since nothing says otherwise"),
    ],
    ids=["due", "effective", "expires", "happens", "due-by-two"],
)
def test_the_flag_gives_the_role_and_the_kind(
    desk: Desk, flags: str, role: str, kind: str, reason: str
) -> None:
    done = desk.run(f'add "Sign the treaty" {flags}')

    table = recorded(desk, "sign-treaty")
    assert str(table[role]) == "2025-08-01"
    assert table["kind"] == kind
    assert f"{kind}, {reason}" in done.out


def test_no_date_and_two_parties_make_an_agreement(desk: Desk) -> None:
    done = desk.run('add "Coordinate closely on shipbuilding" --by KR --by US')

    table = recorded(desk, "coordinate-shipbuilding")
    assert (table["kind"], table["by"]) == ("agreement", ["KR", "US"])
    assert "agreement, because two or more are bound" in done.out


def test_no_date_and_one_party_make_a_promise(desk: Desk) -> None:
    desk.run('add "Open a training centre" --by SG')

    assert recorded(desk, "open-training-centre")["kind"] == "promise"


def test_the_kind_that_is_given_stands_without_a_reason(desk: Desk) -> None:
    done = desk.run('add "Raise the tariff" --effective 2025-08-01 --kind threat')

    assert recorded(desk, "raise-tariff")["kind"] == "threat"
    assert "because" not in done.out


def test_a_kind_that_does_not_exist_is_refused_with_those_that_do(desk: Desk) -> None:
    done = desk.run('add "Raise the tariff" --kind menace')

    assert done.code == 2
    assert "menace is no kind" in done.err
    assert "measure promise agreement standing target intention threat offer demand" in done.err


def test_several_dates_each_get_their_line(desk: Desk) -> None:
    done = desk.run('add "Section 122 tariff" --effective 2025-08-01 --expires 2025-12-29')

    assert "takes effect   Fri 1 Aug 2025" in done.out
    assert "ends           Mon 29 Dec 2025" in done.out


# Dates


@pytest.mark.parametrize(
    ("words", "value", "echo"),
    [
        ("aug 1", "2025-08-01", '"aug 1": the first one after today'),
        ("1 August 2025", "2025-08-01", "Fri 1 Aug 2025"),
        ("+30d", "2025-08-07", "30d"),
        ("3w", "2025-07-29", "3w"),
        ("tomorrow", "2025-07-09", "tomorrow"),
        ("friday", "2025-07-11", "friday"),
        ("end of month", "2025-07-31", "end of month"),
        ("end of quarter", "2025-09-30", "end of quarter"),
        ("2025-08", "2025-08", "Aug 2025"),
        ("2025-Q3", "2025-Q3", "Q3 2025"),
        ("2025", "2025", "2025"),
        ("2025-08-01/2025-08-07", "2025-08-01/2025-08-07", "Aug"),
        ("2025-08-01/..", "2025-08-01/..", "Aug"),
        ("2025-09~", "2025-09~", "about Sep 2025"),
    ],
)
def test_words_of_a_date_are_recorded_as_what_they_mean(
    desk: Desk, words: str, value: str, echo: str
) -> None:
    done = desk.run(["add", "Sign the treaty", "--due", words])

    assert done.code == 0
    assert str(recorded(desk, "sign-treaty")["due"]) == value
    assert echo in done.out


def test_a_day_without_its_year_counts_from_when_it_was_said(desk: Desk) -> None:
    done = desk.run('add "Sign the treaty" --due "aug 1" --outlet Post --said 2024-07-07')

    assert str(recorded(desk, "sign-treaty")["due"]) == "2024-08-01"
    assert '"aug 1": the first one after it was said, 7 Jul 2024' in done.out


def test_without_a_day_of_the_words_it_counts_from_the_publication(desk: Desk) -> None:
    done = desk.run('add "Sign the treaty" --due "aug 1" --outlet Post --published 2024-07-07')

    assert str(recorded(desk, "sign-treaty")["due"]) == "2024-08-01"
    assert "the first one after it was published, 7 Jul 2024" in done.out


def test_the_words_count_more_than_the_publication(desk: Desk) -> None:
    desk.run(
        'add "Sign the treaty" --due "jan 5" --outlet Post --said 2024-12-30 --published 2025-01-10'
    )

    assert str(recorded(desk, "sign-treaty")["due"]) == "2025-01-05"


def test_a_day_without_its_year_may_be_the_day_it_was_said_on(desk: Desk) -> None:
    desk.run('add "Sign the treaty" --due "jul 8"')

    assert str(recorded(desk, "sign-treaty")["due"]) == "2025-07-08"


def test_a_year_inferred_more_than_six_months_ahead_wants_yes(desk: Desk) -> None:
    before = desk.files()

    done = desk.run('add "Sign the treaty" --due "mar 1"')

    assert done.code == 2
    assert "more than six months" in done.err
    assert "Nothing was written" in done.err
    assert "--yes" in done.err
    assert desk.files() == before


def test_a_far_year_is_taken_with_yes(desk: Desk) -> None:
    done = desk.run('add "Sign the treaty" --due "mar 1" --yes')

    assert done.code == 0
    assert str(recorded(desk, "sign-treaty")["due"]) == "2026-03-01"


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 2), ("\n", 2), ("", 2)])
def test_a_person_is_asked_about_a_far_year(desk: Desk, answer: str, code: int) -> None:
    done = desk.run('add "Sign the treaty" --due "mar 1"', answer=answer)

    assert done.code == code
    assert "Record it so? [y/N] " in done.err
    assert desk.ledger.exists() == (code == 0)


def test_a_far_year_that_is_written_is_not_asked_about(desk: Desk) -> None:
    done = desk.run('add "Sign the treaty" --due 2031-03-01')

    assert (done.code, str(recorded(desk, "sign-treaty")["due"])) == (0, "2031-03-01")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("2027-13", "13"),
        ("2025-02-30", "2025-02-30 is not a date: February 2025 has 28 days"),
        ("2025-06-31", "June 2025 has 30 days"),
        ("tomorow", "tomorrow"),
        ("soon", "soon"),
        ("03/04/2027", "03/04/2027 is 3 April or 4 March"),
        ("", ""),
        ("aug 1 2025 2026", "aug 1 2025 2026"),
    ],
)
def test_what_is_no_date_is_refused_and_nothing_is_made(desk: Desk, words: str, said: str) -> None:
    before = desk.files()

    done = desk.run(["add", "Sign the treaty", "--due", words])

    assert done.code == 2
    assert done.err.startswith("error: ")
    assert said in done.err
    assert "Nothing was written" in done.err
    assert desk.files() == before


@pytest.mark.parametrize("words", ["2027-13", "2025-02-30", "tomorow", "soon", "03/04/2027"])
def test_what_is_no_date_leaves_a_ledger_as_it_is(desk: Desk, words: str) -> None:
    desk.run('add "Repair the bridge" --due 2025-08-01')
    article = desk.write(ARTICLE, "article.txt")
    before = desk.files()

    done = desk.run(["add", "Sign", "--due", words, "--source", str(article), "--said", "today"])

    assert done.code == 2
    assert desk.files() == before


def test_a_refused_date_says_which_forms_are_understood(desk: Desk) -> None:
    done = desk.run('add "Sign the treaty" --due soon')

    assert "2025-08-01" in done.err
    assert "aug 1" in done.err


def test_a_time_without_its_place_is_refused(desk: Desk) -> None:
    done = desk.run('add "Tariff starts" --effective "2025-08-01 00:01"')

    assert done.code == 2
    assert "00:01 where?" in done.err
    assert "America/New_York" in done.err
    assert not desk.ledger.exists()


@pytest.mark.parametrize(
    "words",
    [
        "2025-08-01 00:01 America/New_York",
        "2025-08-01 00:01 Washington",
        "2025-08-01T00:01-04:00 America/New_York",
        "aug 1 00:01 America/New_York",
    ],
)
def test_a_time_with_its_place_keeps_offset_and_zone(desk: Desk, words: str) -> None:
    done = desk.run(["add", "Tariff starts", "--effective", words])

    table = recorded(desk, "tariff")
    assert table["effective"].isoformat() == "2025-08-01T00:01:00-04:00"  # type: ignore[attr-defined]
    assert table["zone"] == "America/New_York"
    assert "Fri 1 Aug 2025 00:01 Washington (EDT)" in done.out
    assert "13:01 Seoul, your time" in done.out


def test_no_date_is_looked_at_again_every_90_days(desk: Desk) -> None:
    done = desk.run('add "Coordinate closely" --by KR,US')

    assert recorded(desk, "coordinate")["review"] == "P90D"
    assert "no date: looked at again every 90 days, first on Mon 6 Oct 2025" in done.out


def test_a_review_that_is_given_stands(desk: Desk) -> None:
    desk.run('add "Coordinate closely" --review 30d')

    assert recorded(desk, "coordinate")["review"] == "P30D"


# Ids


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Tariff on South Korean goods takes effect", "tariff-south-korean-goods"),
        ("Coordinate closely on shipbuilding cooperation", "coordinate-shipbuilding"),
        ("Élargir l\u2019accord de pêche", "elargir-laccord-de"),
        ("반도체 관세", "commitment"),
        ("!!!", "commitment"),
    ],
)
def test_the_id_is_made_of_the_first_words_of_the_title(desk: Desk, title: str, key: str) -> None:
    done = desk.run(["add", title])

    assert done.out.startswith(f"Added {key} ")
    assert list(tomli.loads(desk.text)["commitment"]) == [key]


def test_a_second_of_the_same_title_gets_a_number(desk: Desk) -> None:
    for _ in range(3):
        desk.run('add "Sign the treaty"')

    assert list(tomli.loads(desk.text)["commitment"]) == [
        "sign-treaty",
        "sign-treaty-2",
        "sign-treaty-3",
    ]


def test_an_id_that_is_given_stands(desk: Desk) -> None:
    desk.run('add "Sign the treaty" --id kr-us-summit')

    assert list(tomli.loads(desk.text)["commitment"]) == ["kr-us-summit"]


def test_an_id_that_is_taken_is_refused(desk: Desk) -> None:
    desk.run('add "Sign the treaty" --id kr-us')
    before = desk.files()

    done = desk.run('add "Another" --id kr-us')

    assert done.code == 2
    assert "kr-us is taken" in done.err
    assert desk.files() == before


@pytest.mark.parametrize("key", ["KR", "-kr", "kr us", "kr_us", "", "kr.us", "é"])
def test_an_id_of_another_form_is_refused(desk: Desk, key: str) -> None:
    done = desk.run(["add", "Sign the treaty", f"--id={key}"])

    assert done.code == 2
    assert "is not an id" in done.err
    assert not desk.ledger.exists()


@pytest.mark.parametrize("title", ["", "  ", "\n"])
def test_an_empty_title_is_refused(desk: Desk, title: str) -> None:
    done = desk.run(["add", title])

    assert done.code == 2
    assert "the title is empty" in done.err
    assert not desk.ledger.exists()


# Sources


def test_a_file_becomes_a_source_and_its_text_is_kept(desk: Desk) -> None:
    desk.write(ARTICLE, "oslo.txt")

    done = desk.run('add "End the duty" --due "aug 1" --source oslo.txt --said 2025-07-07')

    source = tomli.loads(desk.text)["source"]["oslo-2025-07-07"]
    kept = source["seen"][0]
    assert "source         oslo-2025-07-07, new · text kept · address unknown" in done.out
    assert str(source["said"]) == "2025-07-07"
    assert (desk.folder / kept["text"]).read_text("utf-8") == ARTICLE
    assert kept["on"].isoformat() == "2025-07-08T09:00:00+09:00"
    assert recorded(desk, "duty")["source"] == "oslo-2025-07-07"


def test_the_same_file_given_again_is_the_same_source(desk: Desk) -> None:
    desk.write(ARTICLE, "oslo.txt")
    desk.write(ARTICLE, "a-copy.txt")
    desk.run('add "End the duty" --source oslo.txt --said 2025-07-07')

    done = desk.run('add "Talk again" --by NO,SE --source a-copy.txt')

    assert "oslo-2025-07-07, known · text kept" in done.out
    assert list(tomli.loads(desk.text)["source"]) == ["oslo-2025-07-07"]
    assert len(list((desk.folder / "articles").iterdir())) == 1


def test_details_that_contradict_the_known_source_are_refused(desk: Desk) -> None:
    desk.write(ARTICLE, "oslo.txt")
    desk.run('add "End the duty" --source oslo.txt --said 2025-07-07')
    before = desk.files()

    done = desk.run('add "Talk again" --source oslo.txt --said 2025-07-06')

    assert done.code == 2
    assert "its said is 2025-07-07" in done.err
    assert desk.files() == before


def test_a_url_becomes_a_source_that_is_not_fetched(desk: Desk) -> None:
    done = desk.run(
        [
            "add",
            "End the duty",
            "--source",
            "https://www.example.org/a?b=1&c=2#d",
            "--said",
            "today",
        ]
    )

    source = tomli.loads(desk.text)["source"]["example-org-2025-07-08"]
    assert source["url"] == "https://www.example.org/a?b=1&c=2#d"
    assert "example-org-2025-07-08, new · no text kept · https://www.example.org/a" in done.out


def test_the_same_url_is_the_same_source(desk: Desk) -> None:
    line = "--source https://example.org/a"
    desk.run(f'add "End the duty" {line}')

    done = desk.run(f'add "Talk again" {line}')

    assert "known" in done.out
    assert len(tomli.loads(desk.text)["source"]) == 1


def test_another_page_of_the_same_site_gets_an_id_of_its_own(desk: Desk) -> None:
    desk.run('add "End the duty" --source https://example.org/a')

    desk.run('add "Talk again" --source https://example.org/b')

    assert list(tomli.loads(desk.text)["source"]) == [
        "example-org-2025-07-08",
        "example-org-2025-07-08-2",
    ]


def test_a_part_of_a_known_source_is_enough(desk: Desk) -> None:
    desk.run('add "End the duty" --outlet "Diplomacy Journal" --said 2025-07-07')

    done = desk.run('add "Talk again" --source diplomacy')

    assert done.code == 0
    assert recorded(desk, "talk-again")["source"] == "diplomacy-journal-2025-07-07"


def test_a_part_that_two_sources_have_lists_them(desk: Desk) -> None:
    desk.write('format = 1\n[source.post-a]\noutlet = "Post"\n[source.post-b]\noutlet = "Post"\n')
    before = desk.text

    done = desk.run('add "Talk again" --source post')

    assert done.code == 3
    assert "post-a post-b" in done.err
    assert desk.text == before


def test_a_source_that_is_unknown_is_refused_with_the_nearest(desk: Desk) -> None:
    desk.run('add "End the duty" --outlet "Diplomacy Journal" --said 2025-07-07')

    done = desk.run('add "Talk again" --source diplomacy-jurnal-2025-07-07')

    assert done.code == 3
    assert "did you mean diplomacy-journal-2025-07-07?" in done.err


def test_a_new_source_is_made_from_its_details(desk: Desk) -> None:
    desk.run(
        'add "End the duty" --outlet "Diplomacy Journal" --author "Lee Kap-soo" --said 2025-07-07 '
        "--published 2025-07-08 --url https://example.org/wi"
    )

    source = tomli.loads(desk.text)["source"]["diplomacy-journal-2025-07-07"]
    assert source["outlet"] == "Diplomacy Journal"
    assert source["author"] == "Lee Kap-soo"
    assert source["url"] == "https://example.org/wi"
    assert (str(source["said"]), str(source["published"])) == ("2025-07-07", "2025-07-08")


def test_details_that_name_no_source_are_refused(desk: Desk) -> None:
    done = desk.run('add "End the duty" --said 2025-07-07')

    assert done.code == 2
    assert "no source is given" in done.err
    assert not desk.ledger.exists()


def test_several_sources_make_a_list(desk: Desk) -> None:
    desk.write('format = 1\n[source.post-a]\noutlet = "Post"\n[source.post-b]\noutlet = "Post"\n')

    desk.run('add "Talk again" --source post-a --source post-b')

    assert recorded(desk, "talk-again")["source"] == ["post-a", "post-b"]


def test_without_a_source_the_evidence_is_none(desk: Desk) -> None:
    done = desk.run('add "Talk again" --json')

    item = json.loads(done.out)["item"]
    assert (item["evidence"], item["source"]) == ("none", [])


def test_a_file_that_is_no_text_is_exit_7(desk: Desk) -> None:
    (desk.folder / "photo.txt").write_bytes(b"\xff\xfe\x00\x01")

    done = desk.run('add "Talk again" --source photo.txt')

    assert done.code == 7
    assert "photo.txt is not UTF-8 text" in done.err
    assert not desk.ledger.exists()


# Quotes


@pytest.mark.parametrize(
    "quote",
    [
        "the duty will end on August 1",
        "The minister said that “the duty will end on August 1”, and no later.",
        'said that "the duty will end on August 1"',
        "said  that \u201ethe duty\n will end on August\u00a01\u201c",
    ],
    ids=["as it stands", "curly", "straight", "spaces"],
)
def test_a_quote_is_found_with_its_line(desk: Desk, quote: str) -> None:
    desk.write(ARTICLE, "oslo.txt")

    done = desk.run(["add", "End the duty", "--source", "oslo.txt", "--quote", quote])

    assert done.code == 0
    assert "quote          found in oslo.txt, line 3" in done.out


def test_a_quote_that_is_not_there_is_refused_with_the_nearest_sentence(desk: Desk) -> None:
    desk.write(ARTICLE, "oslo.txt")
    before = desk.files()

    done = desk.run(
        'add "End the duty" --source oslo.txt --quote "the duty will be over on August 2"'
    )

    assert done.code == 2
    assert "the quote does not stand in oslo.txt. Nothing was written" in done.err
    assert "nearest, line 3:" in done.err
    assert "the duty will end on August 1" in done.err
    assert "--unverified" in done.err
    assert desk.files() == before


def test_a_quote_that_is_not_there_is_recorded_unverified(desk: Desk) -> None:
    desk.write(ARTICLE, "oslo.txt")

    done = desk.run('add "End it" --source oslo.txt --quote "something else" --unverified')

    assert done.code == 0
    assert "NOT FOUND in oslo.txt" in done.out
    assert '"something else"' in desk.text


def test_a_quote_of_a_source_without_text_is_recorded_and_said_so(desk: Desk) -> None:
    done = desk.run('add "End it" --source https://example.org/a --quote "it will end"')

    assert done.code == 0
    assert "not checked: no text of its source is kept" in done.out


def test_a_quote_is_looked_up_in_the_text_of_a_known_source(desk: Desk) -> None:
    desk.write(ARTICLE, "oslo.txt")
    desk.run('add "End the duty" --source oslo.txt --said 2025-07-07')

    done = desk.run('add "Talk again" --source oslo --quote "Both sides agreed to talk again"')

    assert done.code == 0
    assert ", line 5" in done.out


# Lists, notes, what is not written


def test_lists_are_repeated_or_have_commas_and_each_word_stands_once(desk: Desk) -> None:
    desk.run('add "Talk" --by KR,US --by "US, JP" --to EU --tag a,b --tag b --remind 30d,7d')

    table = recorded(desk, "talk")
    assert table["by"] == ["KR", "US", "JP"]
    assert table["to"] == ["EU"]
    assert table["tags"] == ["a", "b"]
    assert table["remind"] == ["P30D", "P7D"]


def test_every_other_flag_is_the_key_of_its_name(desk: Desk) -> None:
    desk.run(
        'add "Talk" --stated-by Wi --via Office --instrument fact-sheet --stated "in August" '
        '--condition "if it passes" --note "watch this" --due 2025-08'
    )

    assert {
        key: recorded(desk, "talk")[key]
        for key in ("stated_by", "via", "instrument", "stated", "condition", "note")
    } == {
        "stated_by": "Wi",
        "via": "Office",
        "instrument": "fact_sheet",
        "stated": "in August",
        "condition": "if it passes",
        "note": "watch this",
    }


def test_a_dry_run_says_all_and_writes_nothing(desk: Desk) -> None:
    desk.write(ARTICLE, "oslo.txt")
    desk.run('add "Repair the bridge"')
    before = desk.files()

    done = desk.run('add "End the duty" --due "aug 1" --source oslo.txt --dry-run')

    assert done.code == 0
    assert done.out.startswith("Would add duty ")
    assert "Fri 1 Aug 2025" in done.out
    assert "Nothing was written (--dry-run)." in done.out
    assert desk.files() == before


def test_a_dry_run_without_a_ledger_makes_none(desk: Desk) -> None:
    before = desk.files()

    done = desk.run('add "End the duty" --due "aug 1" --dry-run')

    assert done.code == 0
    assert desk.files() == before


def test_a_dry_run_with_a_bad_date_is_refused(desk: Desk) -> None:
    assert desk.run('add "End the duty" --due soon --dry-run').code == 2


def test_a_ledger_that_does_not_read_is_not_written(desk: Desk) -> None:
    desk.write('format = 1\n[commitment.a\ntitle = "A"\n')
    before = desk.text

    done = desk.run('add "End the duty"')

    assert done.code == 4
    assert desk.text == before


@pytest.mark.parametrize("text", ["", "\n\n", "title = 1\n"], ids=["empty", "blank", "no format"])
def test_a_ledger_without_its_format_is_not_written(desk: Desk, text: str) -> None:
    desk.write(text)

    done = desk.run('add "End the duty"')

    assert done.code in (4, 5)
    assert desk.text == text


# What the echo looks like


def test_the_echo_of_the_picture(desk: Desk) -> None:
    desk.write(ARTICLE, "oslo.txt")

    done = desk.run(
        'add "Tariff on South Korean goods takes effect" --effective "aug 1" --by US --to KR '
        '--source oslo.txt --said 2025-07-07 --quote "the duty will end on August 1"'
    )

    assert done.out == (
        "Added tariff-south-korean-goods                      commitments.toml, line 17\n"
        "\n"
        "  takes effect   Fri 1 Aug 2025, a day, no hour given               in 24 days\n"
        '                 "aug 1": the first one after it was said, 7 Jul 2025\n'
        "  who            US, to KR · measure, because it has an effective date\n"
        "  quote          found in oslo.txt, line 3\n"
        "  source         oslo-2025-07-07, new · text kept · address unknown\n"
        "\n"
        "Wrong? commitrack undo        Moved? commitrack move tariff-south WHEN --source …\n"
    )
    assert desk.text.splitlines()[16] == "[commitment.tariff-south-korean-goods]"


def test_the_echo_on_a_narrow_terminal_is_wrapped(desk: Desk) -> None:
    done = desk.run(
        'add "Tariff" --due "aug 1" --source https://example.org/' + "long/" * 20,
        terminal=True,
        COLUMNS="60",
    )

    assert done.code == 0
    assert "example.org" in done.out


def test_an_unknown_option_is_refused_with_the_nearest(desk: Desk) -> None:
    done = desk.run('add "Talk" --effectve 2025-08-01')

    assert done.code == 2
    assert "--effective" in done.err
    assert "commitrack add --help" in done.err


@pytest.mark.parametrize("words", ["not before September", "from August 2025"])
def test_a_duty_is_due_by_some_day(desk: Desk, words: str) -> None:
    refused = desk.run(["add", "Report", "--due", words])

    assert (refused.code, "a duty is due by some day" in refused.words) == (2, True)
    assert desk.run(["add", "Report", "--effective", words]).code == 0
