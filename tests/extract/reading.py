"""Reading: candidates of a text, as the tests of this folder ask for them."""

from datetime import date

from commitrack.domain.article import Article, ToldDate
from commitrack.domain.candidate import Candidate
from commitrack.extract.statements import find_candidates

SAID = date(2024, 2, 7)  # a Wednesday


def read(text: str, said: date = SAID) -> tuple[Candidate, ...]:
    """The candidates of a text whose words were said on a day."""
    return find_candidates(Article("text", text, said=ToldDate(said, "told")))


def read_one(text: str, said: date = SAID) -> Candidate:
    """The only candidate of a text."""
    (found,) = read(text, said)
    return found


def kinds(text: str) -> list[str]:
    """The kinds of the candidates of a text, in order."""
    return [found.kind.value for found in read(text)]


def roles(text: str, said: date = SAID) -> list[tuple[str, str]]:
    """The roles and the values of the first tracked candidate's dates."""
    tracked = [found for found in read(text, said) if found.is_tracked]
    return [(dated.role.value, str(dated.when.value)) for dated in tracked[0].dates]
