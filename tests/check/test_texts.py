"""Kept texts are real files beside the ledger; quotes are looked up in them."""

from hashlib import sha256
from pathlib import Path

import pytest

from tests.check.ledgers import base, check_file, check_text, event, ledger, marked, save

TEXT = "Ministers met on Monday.\nThe “new duty” applies from  1 October.\n"
DIGEST = sha256(TEXT.encode()).hexdigest()
LOOK = "[[source.page.seen]]\non = 2025-07-08"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "home" / "articles").mkdir(parents=True)
    (tmp_path / "home" / "articles" / "page.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "outside.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "home"


def seen(text: str = "articles/page.txt", digest: str = DIGEST, mark: str = "") -> str:
    at_text, at_digest = ("^", "") if mark == "text" else ("", "^" if mark else "")
    return f'{LOOK}\ntext = {at_text}"{text}"\nsha256 = {at_digest}"{digest}"'


@pytest.mark.parametrize(
    ("code", "look"),
    [
        ("text-missing", seen("articles/none.txt", mark="text")),
        ("text-missing", seen("articles", mark="text")),
        ("text-missing", seen("a\\u0000b", mark="text").replace("text = ^", "text = ^")),
        ("text-outside", seen("../outside.txt", mark="text")),
        ("text-outside", seen("/etc/hostname", mark="text")),
        ("text-changed", seen(digest="0" * 64, mark="sha256")),
        ("text-changed", seen(digest="abc", mark="sha256")),
        ("missing-key", f'{LOOK}\ntext = ^"articles/page.txt"'),
        ("missing-key", f'{LOOK}\nsha256 = ^"{DIGEST}"'),
    ],
)
def test_a_fault_of_a_kept_text_is_found(code: str, look: str, folder: Path) -> None:
    text, [place] = marked(ledger(look))

    found = [one for one in check_text(folder, text) if one[0] != "control-characters"]

    assert found == [(code, *place)]


def test_a_link_that_leads_out_of_the_folder_is_not_read(folder: Path) -> None:
    (folder / "articles" / "link.txt").symlink_to(folder.parent / "outside.txt")
    text, [place] = marked(ledger(seen("articles/link.txt", mark="text")))

    assert check_text(folder, text) == [("text-outside", *place)]


@pytest.mark.parametrize("digest", [DIGEST, DIGEST.upper()])
def test_a_text_that_is_as_it_was_kept_is_sound(digest: str, folder: Path) -> None:
    assert check_text(folder, ledger(seen(digest=digest))) == []


@pytest.mark.parametrize(
    "quote", ["met on Monday", "the".title() + ' \\"new duty\\" applies from 1']
)
def test_a_quote_that_stands_in_the_kept_text_is_sound(quote: str, folder: Path) -> None:
    assert check_text(folder, ledger(seen(), base(f'quote = "{quote}"'))) == []


def test_a_quote_that_does_not_stand_there_is_found_with_what_is_near(folder: Path) -> None:
    block = base('quote = ^"The new duty applies from 1 November"')
    text, [place] = marked(ledger(seen(), block))

    (finding,) = check_file(save(folder, text))

    assert (finding.code, finding.place) == ("quote-not-found", place)
    assert finding.hint == 'nearest, line 2: "The “new duty” applies from  1 October."'


def test_a_quote_of_an_event_and_of_a_correction_are_looked_up_too(folder: Path) -> None:
    blocks = [
        base('quote = "nothing like it"'),
        event('quote = ^"nor this"'),
        event('type = "corrected"', 'quote = ^"nor that"', leave="source"),
    ]
    text, places = marked(ledger(seen(), *blocks))

    assert check_text(folder, text) == [("quote-not-found", *place) for place in places]


def test_any_text_of_any_source_is_enough(folder: Path) -> None:
    (folder / "articles" / "old.txt").write_bytes(b"as it was \xff once")
    old = sha256(b"as it was \xff once").hexdigest()
    sources = ["[source.other]", seen(), seen("articles/old.txt", old)]
    cited = base('source = ["other", "page"]', 'quote = "as it was"')

    assert check_text(folder, ledger(*sources, cited)) == []


def test_a_quote_without_a_kept_text_cannot_be_judged(folder: Path) -> None:
    assert check_text(folder, ledger(base('quote = "whatever"'))) == []
