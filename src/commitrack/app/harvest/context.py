"""The sentences before and after a statement: what a person needs to judge it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commitrack.domain.candidate import Candidate

_FURTHEST = 1000  # characters: a sentence is looked for no further away


def sentences_around(text: str, candidate: Candidate, language: str = "en") -> tuple[str, str]:
    """The sentence before that of a candidate, and the one after it; empty at an end."""
    from commitrack.extract.lexicon import load_lexicon  # noqa: PLC0415  # reviews only
    from commitrack.extract.sentences import split_sentences  # noqa: PLC0415

    start = candidate.sentence_start
    end = start + len(candidate.sentence)
    lexicon = load_lexicon(language)
    before, after = text[max(0, start - _FURTHEST) : start], text[end : end + _FURTHEST]
    earlier, later = split_sentences(before, lexicon), split_sentences(after, lexicon)
    return (
        before[earlier[-1].start : earlier[-1].end] if earlier else "",
        after[later[0].start : later[0].end] if later else "",
    )
