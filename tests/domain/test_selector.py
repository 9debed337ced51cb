"""Selectors: a quote found again in an edited text, changed, or gone; never another sentence."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.domain.quote import fold
from commitrack.domain.selector import Anchored, TextQuoteSelector, locate, make_selector

PAGE = (
    "Two ministers met in Lisbon on Monday. They agreed to closely coordinate on shipbuilding by "
    "the end of the year. The minister said that the treaty will be signed in May.\n\n"
    "The minister said that the tariff will take effect on August 1. Nothing more was said.\n"
    "A spokesman said that the summit will take place in Oslo on August 9.\n"
)
TARIFF = "the tariff will take effect on August 1"
TARIFF_SENTENCE = "The minister said that the tariff will take effect on August 1."


def select(quote: str, page: str = PAGE) -> TextQuoteSelector:
    start = page.index(quote)
    return make_selector(page, start, start + len(quote))


def find(quote: str, page: str, old: str = PAGE) -> Anchored:
    return locate(select(quote, old), page, old=old)


def test_a_selector_has_what_stands_around_the_quote() -> None:
    assert select("closely coordinate") == TextQuoteSelector(
        "closely coordinate",
        prefix="n Lisbon on Monday. They agreed to "[-32:],
        suffix=" on shipbuilding by the end of the year"[:32],
    )


def test_a_text_is_folded_once_for_all_the_quotes_in_it() -> None:
    page = PAGE.replace("Lisbon", "Porto")
    fold.cache_clear()

    states = [find(quote, page).state for quote in (TARIFF, "closely coordinate", "in May")]

    assert states == ["ok"] * 3
    assert fold.cache_info().misses == 1


@pytest.mark.parametrize(
    "page",
    [
        f"An editor's remark stands first.\n{PAGE}",
        PAGE.replace("Nothing more was said.", "Nothing at all."),
        PAGE.replace(" will take effect on ", "  will take\neffect on\u00a0"),
        PAGE.replace("They agreed to closely coordinate on shipbuilding by the end", "By the end"),
    ],
    ids=["text before", "other words after", "other spaces", "another sentence gone"],
)
def test_words_that_stand_as_they_were_are_ok_wherever_they_are(page: str) -> None:
    found = find(TARIFF, page)

    assert (found.state, found.places) == ("ok", 1)
    assert found.exact_now == page[found.start : found.end]
    assert " ".join((found.exact_now or "").split()) == TARIFF


def test_curly_quotation_marks_and_dashes_are_no_change() -> None:
    page = "He said: \u201cthe duty \u2013 of 5 \u2013 ends\u201d."
    selector = TextQuoteSelector('"the duty - of 5 - ends"')

    assert locate(selector, page).exact_now == "\u201cthe duty \u2013 of 5 \u2013 ends\u201d"


@pytest.mark.parametrize(
    ("quote", "was", "now", "words"),
    [
        (TARIFF, "August 1.", "August 7.", "the tariff will take effect on August 7"),
        (TARIFF, "August 1.", "August 12.", "the tariff will take effect on August 12"),
        (TARIFF, "will take", "may take", "the tariff may take effect on August 1"),
        (TARIFF, "take effect", "not take effect", "the tariff will not take effect on August 1"),
        (TARIFF, "take effect on", "start on", "the tariff will start on August 1"),
        (
            TARIFF,
            "the tariff will",
            "the 25% tariff on steel will",
            "the 25% tariff on steel will take effect on August 1",
        ),
        (
            "They agreed to closely coordinate on shipbuilding",
            "They agreed",
            "Both sides agreed",
            "Both sides agreed to closely coordinate on shipbuilding",
        ),
        (
            "The minister said that the treaty will be signed in May.",
            "signed in May.",
            "signed in June.",
            "The minister said that the treaty will be signed in June.",
        ),
        (
            TARIFF_SENTENCE,
            "effect on August 1.",
            "EFFECT, on August 1.",
            TARIFF_SENTENCE.replace("effect on", "EFFECT, on"),
        ),
    ],
    ids=[
        "last word", "longer last word", "one word", "a word more", "fewer words", "words between",
        "first words", "before the full stop", "capitals",
    ],
)  # fmt: skip
def test_a_small_change_is_drift_and_the_new_words_are_told(
    quote: str, was: str, now: str, words: str
) -> None:
    page = PAGE.replace(was, now)

    found = find(quote, page)

    assert found.state == "drifted"
    assert found.exact_now == words
    assert page[found.start : found.end] == found.exact_now


@pytest.mark.parametrize(
    ("quote", "gone"),
    [
        (TARIFF, f"{TARIFF_SENTENCE} "),
        (TARIFF_SENTENCE, f"{TARIFF_SENTENCE} "),
        (
            "The minister said that the treaty will be signed in May.",
            "The minister said that the treaty will be signed in May.",
        ),
        (
            "They agreed to closely coordinate on shipbuilding",
            "They agreed to closely coordinate on shipbuilding by the end of the year. ",
        ),
    ],
)
def test_a_sentence_taken_out_is_an_orphan_though_others_are_built_like_it(
    quote: str, gone: str
) -> None:
    assert find(quote, PAGE.replace(gone, "")) == Anchored("orphan")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "He said the tariff will take effect on August 12, and left.",
            "the tariff will take effect on August 12",
        ),
        (
            "He said the tariff will take effect on 2 May or so",
            "the tariff will take effect on 2 May",
        ),
        ("He said the tariff will take effect on.", "the tariff will take effect on"),
        ("Our tariff will take effect on August 1", "Our tariff will take effect on August 1"),
    ],
)
def test_without_neighbours_changed_outer_words_are_told_up_to_the_next_mark(
    text: str, words: str
) -> None:
    found = locate(TextQuoteSelector(TARIFF), text)

    assert found.state == "drifted"
    assert found.exact_now == words


def test_a_few_words_are_not_found_changed_without_a_neighbour() -> None:
    old = "He named the price. It was earnings of $33 a share. Others fell."

    assert find("earnings of $33", "They had earnings of $51 last year.", old).state == "orphan"
    assert find("earnings of $33", old.replace("33", "35"), old).exact_now == "earnings of $35"


def test_a_sentence_of_a_list_is_not_taken_for_its_neighbour() -> None:
    rows = [f"{land}: a tariff of {rate}% from August 1.\n" for land, rate in
            [("Laos", 40), ("Fiji", 32), ("Chad", 13), ("Peru", 10)]]  # fmt: skip
    page = "".join(rows)

    assert find(rows[1].strip(), page.replace(rows[1], ""), page) == Anchored("orphan")
    assert find(
        rows[1].strip(), page.replace("Fiji: a tariff of 32", "Fiji: a tariff of 15"), page
    )[0::3] == ("drifted", "Fiji: a tariff of 15% from August 1.")


def test_of_several_places_the_one_with_the_old_neighbours_is_meant() -> None:
    old = "In May he said: it will be signed. In June he wrote: it will be signed. Good."
    quote = "it will be signed"
    second = old.rindex(quote)
    selector = make_selector(old, second, second + len(quote))

    found = locate(selector, f"First: it will be signed. {old}")

    assert found.state == "ok"
    assert found.start == second + len("First: it will be signed. ")
    assert found.places == 3


def test_of_several_places_without_their_neighbours_none_is_sure() -> None:
    old = "In May he said: it will be signed. In June he wrote: it will be signed. Good."
    new = "They say it will be signed. Indeed it will be signed, all wrote."

    found = find("it will be signed", new, old)

    assert (found.state, found.places) == ("drifted", 2)


def test_a_part_of_a_word_stands_where_it_was_a_part() -> None:
    assert find("ship", PAGE).state == "ok"
    assert locate(TextQuoteSelector("ship", " ", " "), "shipbuilding").state == "orphan"


def test_a_text_without_spaces_between_words_can_drift_too() -> None:
    old = "大臣は言った。条約は五月に署名される。以上。"

    found = find("条約は五月に署名される", old.replace("五", "六"), old)

    assert (found.state, found.exact_now) == ("drifted", "条約は六月に署名される")


@pytest.mark.parametrize("exact", ["", "  ", "…", "\u200b"])
def test_words_that_are_none_stand_nowhere(exact: str) -> None:
    assert locate(TextQuoteSelector(exact), PAGE) == Anchored("orphan")


WORD = st.text("abcdefghij", min_size=3, max_size=9)
SENTENCE = st.lists(WORD, min_size=6, max_size=14).map(lambda words: " ".join(words) + ".")


@given(st.lists(SENTENCE, min_size=1, max_size=8), st.data())
def test_a_stretch_of_an_unedited_text_stands_where_it_stood(
    sentences: list[str], data: st.DataObject
) -> None:
    page = " ".join(sentences)
    quote = data.draw(st.sampled_from(sentences))

    found = find(quote, page, page)

    assert found[:4] == ("ok", page.index(quote), page.index(quote) + len(quote), quote)


@given(st.lists(SENTENCE, min_size=3, max_size=8, unique=True), SENTENCE, st.data())
def test_what_is_inserted_around_a_quote_moves_it_and_no_more(
    sentences: list[str], new: str, data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(sentences) - 1))
    quote = sentences[number]
    edited = [*sentences[:number], new, quote, new, *sentences[number + 1 :]]

    found = find(quote, " ".join(edited), " ".join(sentences))

    assert (found.state, found.exact_now) == ("ok", quote)


@given(st.lists(WORD, min_size=24, max_size=60, unique=True), st.data())
def test_one_word_changed_within_a_quote_is_found(
    all_words: list[str], data: st.DataObject
) -> None:
    sentences = [all_words[at : at + 8] for at in range(0, len(all_words) - 7, 8)]
    number = data.draw(st.integers(0, len(sentences) - 1))
    changed = data.draw(st.integers(1, 6))
    edited = [*sentences[number]]
    edited[changed] = "XYZZY"
    page = [*sentences[:number], edited, *sentences[number + 1 :]]

    found = find(_text(sentences[number : number + 1]), _text(page), _text(sentences))

    assert (found.state, found.exact_now) == ("drifted", _text([edited]))


def _text(sentences: list[list[str]]) -> str:
    return " ".join(f"{' '.join(words)}." for words in sentences)


COMMON = ("the", "of", "that", "said", "will", "be", "in", "to", "a", "on", "by", "and")


@given(
    st.lists(st.tuples(*[st.sampled_from(COMMON)] * 7), min_size=3, max_size=8),
    st.data(),
)
def test_a_sentence_that_shares_only_common_words_is_never_taken_for_it(
    frames: list[tuple[str, ...]], data: st.DataObject
) -> None:
    rare = iter(f"{letter}{tail}" for tail in ("ontract", "undertaking", "easure", "inister")
                for letter in "bcdfghklmnpr")  # fmt: skip
    sentences = [
        " ".join(
            f"{common} {next(rare)}" if place % 2 else common for place, common in enumerate(f)
        )
        for f in frames
    ]
    number = data.draw(st.integers(0, len(sentences) - 1))
    page = ". ".join([*sentences[:number], *sentences[number + 1 :]])

    assert locate(select(sentences[number], ". ".join(sentences)), page) == Anchored("orphan")


@given(st.text(), st.text(), st.text(), st.text())
def test_no_text_makes_it_fail(exact: str, prefix: str, suffix: str, text: str) -> None:
    found = locate(TextQuoteSelector(exact, prefix, suffix), text, old=prefix + exact + suffix)

    assert (found.exact_now is None) == (found.state == "orphan")
    if found.exact_now is not None:
        assert text[found.start : found.end] == found.exact_now != ""


@pytest.mark.parametrize(
    "text",
    [
        PAGE.replace("August 1.", "August 7.") * 3000,
        "the minister said that will take " * 30_000,
        "a" * 1_000_000,
        "1" * 1_000_000,
        " " * 1_000_000,
        "- " * 500_000,
        f"{TARIFF}2 " * 25_000,
        "\u4e00" * 1_000_000,
    ],
    ids=["page", "common", "a", "digits", "spaces", "hyphens", "cut", "unspaced"],
)
def test_a_million_characters_take_no_time(text: str) -> None:
    began = time.process_time()

    for quote in (TARIFF, "1", "a", "\u4e00\u4e01", "tariff " * 190):
        locate(TextQuoteSelector(quote, " ", " "), text)

    assert time.process_time() - began < 8
