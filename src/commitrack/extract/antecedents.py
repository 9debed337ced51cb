"""Antecedents: whom "it", "both sides", "the company" or "the bloc" means."""

from collections import Counter

from commitrack.extract.clauses import Subject
from commitrack.extract.surroundings import Surroundings

_BOTH = 2


def antecedent_of(around: Surroundings, subject: Subject) -> tuple[str, ...] | None:
    """Whom a pronoun, a pair or a bloc means; None where the subject's words are none of them."""
    if subject.head is None:
        return None
    low, classes = around.tokens.lows[subject.head], around.lexicon.classes
    if _is_pair(around, subject):
        return _last_countries(around, subject.first)
    if low in classes["pronouns-person"] or low in classes["pronouns-it"]:
        return _nearest(around, subject.first, is_person=low in classes["pronouns-singular"])
    return _bloc(around, subject.first, subject.head) or None


def meant_by(around: Surroundings, subject: Subject) -> tuple[str, ...]:
    """The firm that is meant by "the company", the country by "the government"."""
    if subject.head is None or subject.head - subject.first > 1:
        return ()
    classes, low = around.lexicon.classes, around.tokens.lows[subject.head]
    is_pointed = around.is_in("articles", subject.first) or around.is_in(
        "possessive-words", subject.first
    )
    is_country = low in classes["governments"]
    if not is_pointed or not (is_country or low in classes["bodies-named"]):
        return ()
    counts = Counter(
        mention.party
        for mention in around.backwards(subject.first)
        if mention.is_known is is_country and not mention.is_place
    )
    return tuple(party for party, _ in counts.most_common(1))


def _is_pair(around: Surroundings, subject: Subject) -> bool:
    phrase = " ".join(around.tokens.lows[subject.first : subject.end])
    return any(pair in phrase for pair in around.lexicon.phrases["countries-two"])


def _last_countries(around: Surroundings, before: int) -> tuple[str, ...]:
    """The two countries most lately named, in the order of their codes."""
    found: list[str] = []
    for mention in around.backwards(before):
        if mention.is_known and mention.party not in found:
            found.append(mention.party)
        if len(found) == _BOTH:
            break
    return tuple(sorted(found))


def _nearest(around: Surroundings, before: int, *, is_person: bool) -> tuple[str, ...]:
    """The party most lately named; for "he" or "she" one that is no country."""
    for mention in around.backwards(before):
        if not mention.is_place and not (is_person and mention.is_known):
            return (mention.party,)
    return ()


def _bloc(around: Surroundings, first: int, head: int) -> tuple[str, ...]:
    """The union of states that "the bloc", "the Commission" means."""
    if not around.is_in("blocs", head) or head - first > 1 or not around.is_in("articles", first):
        return ()
    codes = around.lexicon.classes["bloc-codes"]
    nearest = (found.party for found in around.backwards(first))
    return next(((party,) for party in nearest if party in codes), ())
