"""Parties: who a subject stands for, with pronouns and "both sides" taken from what went before."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from commitrack.extract.clauses import Subject
from commitrack.extract.lexicon import Lexicon
from commitrack.extract.names import Mention, mentions
from commitrack.extract.tokens import Tokens

_LONGEST_PHRASE = 6
_BOTH = 2


class Surroundings(NamedTuple):
    """A sentence, and what went before it in the article.

    Attributes:
        recent: the tokens of the last sentences, that of the sentence itself at the end.
        parties: codes of countries and institutions by what they are called.
    """

    text: str
    recent: Sequence[Tokens]
    lexicon: Lexicon
    parties: Mapping[str, str]

    @property
    def tokens(self) -> Tokens:
        """The sentence itself."""
        return self.recent[-1]


def parties_of(around: Surroundings, subject: Subject) -> tuple[str, ...]:
    """Who the subject is: codes of countries, else names, else its own words."""
    if subject.head is None:
        return ()
    tokens, classes = around.tokens, around.lexicon.classes
    low = tokens.lows[subject.head]
    phrase = " ".join(tokens.lows[subject.first : subject.end])
    if _is_pair(phrase, around.lexicon):
        return _last_countries(around, subject.first)
    if low in classes["pronouns-person"] or low in classes["pronouns-it"]:
        return _antecedent(around, subject.first, is_person=low in classes["pronouns-singular"])
    bloc = _bloc(around, subject)
    if bloc:
        return bloc
    named = tuple(_named(around, subject)) or _countries_of(around, subject)
    return named or _meant(around, subject) or _described(around, subject)


def _bloc(around: Surroundings, subject: Subject) -> tuple[str, ...]:
    """The union of states that "the bloc", "the Commission" means."""
    head = subject.head if subject.head is not None else subject.first
    lows, classes = around.tokens.lows, around.lexicon.classes
    if lows[head] not in classes["blocs"] or head - subject.first > 1:
        return ()
    if lows[subject.first] not in classes["articles"]:
        return ()
    nearest = (found.party for found in _backwards(around, subject.first))
    return next(((party,) for party in nearest if party in classes["bloc-codes"]), ())


def _countries_of(around: Surroundings, subject: Subject) -> tuple[str, ...]:
    """As in "the ministers of Estonia, Finland and Latvia": the countries."""
    tokens, classes = around.tokens, around.lexicon.classes
    head = subject.head if subject.head is not None else subject.first
    links = tokens.lows[head + 1 : head + 2]
    if tokens.lows[head] not in classes["governmental"] or not links:
        return ()
    if links[0] not in classes["partitives"]:
        return ()
    found = _mentions(around, tokens, (head + 2, subject.end))
    return tuple(dict.fromkeys(mention.party for mention in found if mention.is_known))


def _meant(around: Surroundings, subject: Subject) -> tuple[str, ...]:
    """The firm that is meant by "the company", the country by "the government"."""
    head = subject.head if subject.head is not None else subject.first
    low, classes = around.tokens.lows[head], around.lexicon.classes
    first = around.tokens.lows[subject.first]
    is_pointed = first in classes["articles"] or first in classes["possessive-words"]
    if head - subject.first > 1 or not is_pointed:
        return ()

    if low not in classes["bodies-named"] and low not in classes["governments"]:
        return ()
    wants_country = low in classes["governments"]
    counts: dict[str, int] = {}
    for mention in _backwards(around, subject.first):
        if mention.is_known is wants_country and not mention.is_place:
            counts[mention.party] = counts.get(mention.party, 0) + 1
    return (max(counts, key=counts.__getitem__),) if counts else ()


def _is_pair(phrase: str, lexicon: Lexicon) -> bool:
    return any(pair in phrase for pair in lexicon.phrases["countries-two"])


def _named(around: Surroundings, subject: Subject) -> Iterator[str]:
    """The names that the head belongs to or that stand in a row with it."""
    tokens, classes = around.tokens, around.lexicon.classes
    head = subject.head or subject.first
    end = subject.end
    seen: set[str] = set()
    country = -1
    for found in _mentions(around, around.tokens, (subject.first, end)):
        before = found.first - 1
        if found.is_known:
            country = found.end
        elif before == country and _is_office(around, found):
            continue  # a country's own ministry is the country
        joined = before > 0 and tokens.lows[before] in classes["and"]
        if (
            not joined
            and found.first > head
            and any(low in classes["prepositions"] for low in tokens.lows[head : found.first])
        ):
            break
        if found.end <= head and not _is_meant(around, found, head):
            continue
        if found.party not in seen:
            seen.add(found.party)
            yield found.party


def _is_office(around: Surroundings, found: Mention) -> bool:
    """Whether what a country owns is its state's: "Brazil's Ministry", no "Taiwan's TSMC"."""
    tokens, classes = around.tokens, around.lexicon.classes
    is_owned = tokens.lows[found.first - 1] in classes["possessive"]
    return is_owned and tokens.words[found.first] in classes["offices"]


def _is_meant(around: Surroundings, found: Mention, head: int) -> bool:
    """Whether a name before the head is the party: "Iran's army", no "Elian's father"."""
    tokens = around.tokens
    following = tokens.lows[found.end : found.end + 1]
    if following and following[0] in around.lexicon.classes["conjuncts"]:
        return True
    if tokens.words[head][0].isupper() and not found.is_known:
        return True
    return found.is_known and _is_governmental(around, found, head)


def _is_governmental(around: Surroundings, found: Mention, head: int) -> bool:
    """Whether "French" before a noun means the state: "the French side", "French troops"."""
    tokens, classes = around.tokens, around.lexicon.classes
    nouns = tokens.lows[found.end : head + 1]
    return (
        any(noun in classes["governmental"] for noun in nouns)
        or tokens.lows[head] in classes["and"]
    )


def _described(around: Surroundings, subject: Subject) -> tuple[str, ...]:
    """The subject's own words, without its article and what follows its head."""
    tokens, classes = around.tokens, around.lexicon.classes
    if subject.head is None:
        return ()
    first = max(subject.first, subject.head + 1 - _LONGEST_PHRASE)
    stops = classes["determiners"] | classes["prepositions"] | classes["adverbs"]
    for i in range(first, subject.head):
        if tokens.lows[i] in stops:
            first = i + 1
    words = around.text[tokens.starts[first] : tokens.ends[subject.head]].split()
    return (" ".join(words),)


def _last_countries(around: Surroundings, before: int) -> tuple[str, ...]:
    """The two countries most lately named, in the order in which they were."""
    found: list[str] = []
    for mention in _backwards(around, before):
        if mention.is_known and mention.party not in found:
            found.append(mention.party)
        if len(found) == _BOTH:
            break
    return tuple(sorted(found))


def _antecedent(around: Surroundings, before: int, *, is_person: bool) -> tuple[str, ...]:
    """The party most lately named; for "he" or "she" one that is no country."""
    for mention in _backwards(around, before):
        if not mention.is_place and not (is_person and mention.is_known):
            return (mention.party,)
    return ()


def _backwards(around: Surroundings, before: int) -> Iterator[Mention]:
    """What is named before a token of the sentence, the nearest first."""
    yield from reversed(list(_mentions(around, around.tokens, (0, before))))
    for tokens in reversed(around.recent[:-1]):
        yield from reversed(list(_mentions(around, tokens, (0, len(tokens.lows)))))


def _mentions(around: Surroundings, tokens: Tokens, bounds: tuple[int, int]) -> Iterator[Mention]:
    return mentions(around.text, tokens, bounds, around.lexicon, around.parties)


def parties_between(around: Surroundings, first: int, end: int) -> tuple[str, ...]:
    """All parties named between two tokens of the sentence."""
    return tuple(
        dict.fromkeys(found.party for found in _mentions(around, around.tokens, (first, end)))
    )


def mentions_between(around: Surroundings, subject: Subject) -> Iterator[Mention]:
    """The parties named in a stretch of the sentence, and where."""
    yield from _mentions(around, around.tokens, (subject.first, subject.end))
