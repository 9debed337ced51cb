"""How well a commitment is supported, and when somebody last looked."""

from datetime import date

import pytest

from commitrack.domain.vocabulary import (
    INSTRUMENTS,
    OFFICIAL_INSTRUMENTS,
    EventType,
    Evidence,
)
from tests.domain.ledgers import base, end_of, event, fold_text

SOURCES = """\
[source.paper]
outlet = "Paper"
[source.order]
official = true
"""


@pytest.mark.parametrize(
    ("keys", "evidence"),
    [
        ((), "none"),
        (('via = "a spokesman"',), "none"),
        (('source = "paper"',), "reported"),
        (('source = "unknown"',), "reported"),
        (('source = "paper"', 'via = "a spokesman"'), "claimed"),
        (('source = "paper"', 'stated_by = "a spokesman"'), "claimed"),
        (('source = "paper"', 'instrument = "post"'), "claimed"),
        (('source = "paper"', 'instrument = "press_release"'), "claimed"),
        (('source = "paper"', 'instrument = "mou"'), "reported"),
        (('source = "paper"', 'instrument = "order"'), "official"),
        (('source = "order"',), "official"),
        (('source = ["paper", "order"]', 'via = "a spokesman"'), "official"),
    ],
    ids=[
        "no source",
        "an account without a source",
        "a source",
        "a source not in the ledger",
        "through somebody's account",
        "said by somebody",
        "the actor's own post",
        "the actor's press release",
        "a memorandum",
        "an order",
        "an official source",
        "official beside others",
    ],
)
def test_evidence_follows_from_the_sources(keys: tuple[str, ...], evidence: str) -> None:
    assert fold_text(SOURCES, base("promise", *keys)).evidence == evidence


def test_from_an_order_up_an_instrument_is_official() -> None:
    official = {
        name
        for name in INSTRUMENTS
        if fold_text(
            SOURCES, base("promise", 'source = "paper"', f'instrument = "{name}"')
        ).evidence
        is Evidence.OFFICIAL
    }

    assert official == {"order", "proclamation", "regulation", "law", "treaty"}
    assert official == OFFICIAL_INSTRUMENTS


def test_the_best_statement_decides() -> None:
    claimed = base("promise", 'source = "paper"', 'via = "a spokesman"')

    assert fold_text(SOURCES, claimed, event("step", "2025-07-01")).evidence == "claimed"
    reported = event("step", "2025-07-01", 'source = "paper"')
    assert fold_text(SOURCES, claimed, reported).evidence == "reported"
    ordered = event("rescheduled", "2025-07-02", 'source = "order"')
    assert fold_text(SOURCES, claimed, reported, ordered).evidence == "official"
    assert fold_text(SOURCES, claimed, ordered, reported).evidence == "official"


@pytest.mark.parametrize("kind", ["note", "checked", "reported"])
def test_a_note_a_look_and_a_competing_report_support_nothing(kind: str) -> None:
    standing = fold_text(SOURCES, base("promise"), event(kind, "2025-07-01", 'source = "order"'))

    assert standing.evidence is Evidence.NONE


def test_what_has_not_happened_yet_supports_nothing() -> None:
    ordered = event("step", "2025-07-01", 'source = "order"')

    standing = fold_text(SOURCES, base("promise"), ordered, now=end_of("2025-06-30"))

    assert standing.evidence is Evidence.NONE


@pytest.mark.parametrize("kind", [kind for kind in EventType if kind is not EventType.CORRECTED])
def test_any_statement_but_a_note_is_a_look(kind: EventType) -> None:
    standing = fold_text(
        base("promise", 'review = "P90D"', "recorded = 2025-01-05"), event(kind, "2025-07-01")
    )

    looked = date(2025, 1, 5) if kind is EventType.NOTE else date(2025, 7, 1)
    assert standing.looked_at == looked


def test_the_latest_look_counts_wherever_it_stands_in_the_file() -> None:
    standing = fold_text(
        base("promise"), event("checked", "2025-07-09"), event("step", "2025-07-01")
    )

    assert standing.looked_at == date(2025, 7, 9)


def test_a_look_still_ahead_does_not_count() -> None:
    standing = fold_text(base("promise"), event("checked", "2025-07-09"), now=end_of("2025-07-08"))

    assert standing.looked_at == date(2025, 1, 1)
