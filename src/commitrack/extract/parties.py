"""Parties: who a subject stands for."""

from collections.abc import Iterator

from commitrack.extract.antecedents import antecedent_of, meant_by
from commitrack.extract.clauses import Subject
from commitrack.extract.mentions import Mention
from commitrack.extract.surroundings import Surroundings

_LONGEST_PHRASE = 6
_PHRASE_STOPS = ("determiners", "prepositions", "adverbs")
_DASHES = "-:"
_PRONOUNS = ("pronouns-person", "pronouns-it")


def parties_of(around: Surroundings, subject: Subject) -> tuple[str, ...]:
    """Who the subject is: codes of countries, else names, else its own words."""
    if subject.head is None:
        return ()
    found = antecedent_of(around, subject)
    if found is not None:
        return found
    named = tuple(dict.fromkeys(_named(around, subject, subject.head)))
    return (
        named
        or _apposed(around, subject)
        or _countries_of(around, subject, subject.head)
        or meant_by(around, subject)
        or _described(around, subject, subject.head)
    )


def _named(around: Surroundings, subject: Subject, head: int) -> Iterator[str]:
    """The names that the head belongs to or that stand in a row with it."""
    country = -1
    for found in around.mentions_in(subject):
        if _is_part_word(around, found):
            continue
        before = found.first - 1
        if found.is_known:
            country = found.end
        elif before == country and _is_office(around, found):
            continue  # a country's own ministry is the country
        if found.first > head and _is_apart(around, found, head):
            break
        if found.end > head or _is_meant(around, found, head):
            yield found.party


def _apposed(around: Surroundings, subject: Subject) -> tuple[str, ...]:
    """The name that stands between commas after a description: "the new owner, Ann Lee, will"."""
    lows, first = around.tokens.lows, subject.end + 1
    if lows[subject.end : first] != [","]:
        return ()
    found = next(around.mentions(first, len(lows)), None)
    is_alone = (
        found is not None and found.first == first and lows[found.end : found.end + 1] == [","]
    )
    return (found.party,) if found is not None and is_alone else ()


def _is_part_word(around: Surroundings, found: Mention) -> bool:
    """Whether a word that opens the sentence only tells how many: "Millions of drivers"."""
    is_one = found.end - found.first == 1 and not found.is_known
    return is_one and found.first == 0 and around.is_in("partitives", found.end)


def _is_apart(around: Surroundings, found: Mention, head: int) -> bool:
    """Whether a preposition parts a name from the head, and no "and" joins it to another."""
    is_joined = found.first > 1 and around.is_in("and", found.first - 1)
    return not is_joined and any(around.is_in("prepositions", i) for i in range(head, found.first))


def _is_office(around: Surroundings, found: Mention) -> bool:
    """Whether what a country owns is its state's: "Brazil's Ministry", no "Taiwan's TSMC"."""
    is_owned = around.is_in("possessive", found.first - 1)
    return is_owned and around.tokens.words[found.first] in around.lexicon.classes["offices"]


def _is_meant(around: Surroundings, found: Mention, head: int) -> bool:
    """Whether a name before the head is the party: "Iran's army", no "Elian's father"."""
    if around.is_in("conjuncts", found.end):
        return True
    if not found.is_known:
        is_owner = around.is_in("possessive", found.end) and not around.is_in("agents", head)
        return around.tokens.words[head][0].isupper() and not is_owner
    return _is_governmental(around, found, head)


def _is_governmental(around: Surroundings, found: Mention, head: int) -> bool:
    """Whether "French" before a noun means the state: "the French side", "French troops"."""
    nouns = range(found.end, head + 1)
    return around.is_in("and", head) or any(around.is_in("governmental", i) for i in nouns)


def _countries_of(around: Surroundings, subject: Subject, head: int) -> tuple[str, ...]:
    """As in "the ministers of Estonia, Finland and Latvia": the countries."""
    if not around.is_in("governmental", head) or not around.is_in("partitives", head + 1):
        return ()
    found = around.mentions(head + 2, subject.end)
    return tuple(dict.fromkeys(mention.party for mention in found if mention.is_known))


def _described(around: Surroundings, subject: Subject, head: int) -> tuple[str, ...]:
    """The subject's own words, without its article and what follows its head; none of a pronoun."""
    noun = _noun(around, subject, head)
    if noun is None or any(around.is_in(name, noun) for name in _PRONOUNS):
        return ()
    first = max(subject.first, noun + 1 - _LONGEST_PHRASE)
    for i in range(first, noun):
        if _stops_phrase(around, i):
            first = i + 1
    tokens, end = around.tokens, _part_end(around, subject, noun)
    return (" ".join(around.text[tokens.starts[first] : tokens.ends[end - 1]].split()),)


def _noun(around: Surroundings, subject: Subject, head: int) -> int | None:
    """The head, or what "assigned" is told of in "an officer assigned to it"; None if none is."""
    lows, noun = around.tokens.lows, head
    while around.lexicon.is_past_verb(lows[noun]) and not around.is_in("agents", noun):
        noun -= 1
        if noun < subject.first or any(around.is_in(name, noun) for name in _PHRASE_STOPS):
            return None
    is_verb = around.is_in("pronouns-person", noun - 1) and noun > subject.first
    is_none = is_verb or any(around.is_in(name, noun) for name in ("articles", "no-parties"))
    return noun if lows[noun][0].isalnum() and not is_none else None


def _stops_phrase(around: Surroundings, at: int) -> bool:
    """Whether a word or a dash is no part of the noun after it; "other" in "other ports" is."""
    tokens = around.tokens
    is_dash = tokens.words[at] in _DASHES and tokens.starts[at] != tokens.ends[at - 1]
    is_stop = any(around.is_in(name, at) for name in _PHRASE_STOPS)
    return is_dash or (is_stop and not around.is_in("other-words", at))


def _part_end(around: Surroundings, subject: Subject, noun: int) -> int:
    """Past the words with "of" that say whose or what: "a subsidiary of Acme"."""
    end = min(subject.end, noun + 1 + _LONGEST_PHRASE)
    if not around.is_in("partitives", noun + 1):
        return noun + 1
    at = noun + 2
    while at < end and around.tokens.lows[at][0].isalnum() and not _ends_part(around, at):
        at += 1
    return at if at > noun + 2 else noun + 1


def _ends_part(around: Surroundings, at: int) -> bool:
    is_parted = any(around.is_in(name, at) for name in ("prepositions", "relative", "coordinators"))
    return is_parted and not around.is_in("partitives", at)
