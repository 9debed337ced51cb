"""A floor under how well statements are found, on labelled sentences of many subjects."""

from collections import Counter
from datetime import date

import pytest

from tests.extract.labelled import GROUPS, Group
from tests.extract.labelled_news import LOOKALIKES, NEWS
from tests.extract.reading import read

NAMES = ("plain", "twisted", "business", "carmakers", "long", "wire", "deals", "turns")


def outcome(label: str, sentence: str, said: date) -> str:
    """What became of one sentence."""
    tracked = [found.kind.value for found in read(sentence, said) if found.is_tracked]
    if not tracked:
        return "missed" if label else "left"
    if not label:
        return "false"
    return "right" if tracked[0] in label.split() else "another kind"


def counts(group: Group) -> Counter[str]:
    return Counter(outcome(*labelled, group.said) for labelled in group.sentences)


def f1(count: Counter[str]) -> float:
    found = count["right"] + count["another kind"]
    return 2 * found / (2 * found + count["false"] + count["missed"])


def right_kinds(count: Counter[str]) -> float:
    return count["right"] / (count["right"] + count["another kind"])


@pytest.mark.parametrize("group", GROUPS, ids=NAMES)
def test_no_group_is_read_badly(group: Group) -> None:
    count = counts(group)

    assert f1(count) >= 0.9
    assert right_kinds(count) >= 0.75


@pytest.mark.parametrize("group", NEWS, ids=("presents", "warranties", "rescues", "loans"))
def test_no_group_of_news_is_read_badly(group: Group) -> None:
    count = counts(group)

    assert f1(count) >= 0.85
    assert right_kinds(count) >= 0.7


def test_what_sounds_like_a_commitment_is_mostly_left() -> None:
    assert counts(LOOKALIKES)["left"] >= 0.95 * len(LOOKALIKES.sentences)


def test_sentences_are_found_and_their_kinds_are_right() -> None:
    count = sum((counts(group) for group in GROUPS), Counter[str]())

    assert f1(count) >= 0.96
    assert right_kinds(count) >= 0.85
