"""A date at the head of a sentence that is no part of it."""

import pytest

from tests.extract.reading import read


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("May 5, 2024 Acme will close a depot.", "Acme will close a depot."),
        ("May 5, 2024, Acme will close a depot.", "May 5, 2024, Acme will close a depot."),
        ("In 2024 Acme will close a depot.", "In 2024 Acme will close a depot."),
    ],
    ids=["a date line", "a comma after it", "no whole date"],
)
def test_a_date_line_is_cut_off(text: str, sentence: str) -> None:
    (found,) = read(text)

    assert found.sentence == sentence
    assert text[found.sentence_start :] == sentence
