"""Antecedents: whom "it", "both sides", "the company" or "the bloc" means."""

from collections import Counter

from commitrack.extract.clauses import Subject
from commitrack.extract.marks import DOUBLE_QUOTES
from commitrack.extract.mentions import Mention
from commitrack.extract.subjects import names_agent
from commitrack.extract.surroundings import Surroundings

_BOTH = 2
_LONGEST_NOUN = 3
_NOUN_STOPS = ("small", "prepositions", "determiners", "auxiliaries", "said", "coordinators")


def antecedent_of(around: Surroundings, subject: Subject) -> tuple[str, ...] | None:
    """Whom a pronoun, a pair or a bloc means; None where the subject's words are none of them."""
    if subject.head is None:
        return None
    low, classes = around.tokens.lows[subject.head], around.lexicon.classes
    if _is_pair(around, subject):
        return _last_countries(around, subject.first)
    if low in classes["pronouns-person"] or low in classes["pronouns-it"]:
        return _meant_by_pronoun(around, subject.first, low)
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
    named = [
        mention.party
        for mention in around.backwards(subject.first)
        if mention.is_known is is_country and not mention.is_place and not mention.is_aside
    ]
    counts = Counter(_short(name) for name in named)
    return tuple(
        next(name for name in named if _short(name) == short) for short, _ in counts.most_common(1)
    )


def _short(name: str) -> str:
    """What a name is counted by: "Acme Holdings" is "Acme", too."""
    return name.split(maxsplit=1)[0].lower()


def owner_meant(around: Surroundings, at: int) -> tuple[str, ...]:
    """Whom "its" or "his" means."""
    is_person = around.is_in("own-persons", at)
    return _nearest(around, at, is_person=is_person)


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


def _plural_before(around: Surroundings, before: int) -> tuple[str, ...]:
    """The people or bodies whom "they" means: the nearest plural that stands in the sentence."""
    lows, lexicon = around.tokens.lows, around.lexicon
    for noun in range(before - 1, -1, -1):
        is_name = around.tokens.words[noun][0].isupper()
        if not is_name and lexicon.is_plural(lows[noun]) and names_agent(lows[noun], lexicon):
            break
    else:
        return ()
    first = noun
    while first > max(0, noun - _LONGEST_NOUN) and _is_of_noun(around, first - 1):
        first -= 1
    known = [found.party for found in around.mentions(first, noun) if found.is_known]
    if known and around.is_in("governmental", noun):
        return (known[-1],)
    tokens = around.tokens
    return (" ".join(around.text[tokens.starts[first] : tokens.ends[noun]].split()),)


def _is_of_noun(around: Surroundings, at: int) -> bool:
    """Whether a word before a noun tells more of it."""
    low, lexicon = around.tokens.lows[at], around.lexicon
    if not low[0].isalpha() or any(around.is_in(name, at) for name in _NOUN_STOPS):
        return False
    return not (lexicon.is_past_verb(low) or low in lexicon.classes["base"])


def _meant_by_pronoun(around: Surroundings, first: int, low: str) -> tuple[str, ...]:
    """Whom "it", "he" or "they" means; after a quotation nobody who is named in it."""
    classes, lows = around.lexicon.classes, around.tokens.lows
    is_teller = any(lows[at] in classes["said"] for at in (first - 1, first + 1) if at < len(lows))
    is_plural = low in classes["they-words"] and not is_teller
    several = _plural_before(around, first) if is_plural else ()
    before = 0 if first and lows[first - 1] in DOUBLE_QUOTES and is_teller else first
    return several or _nearest(around, before, is_person=low in classes["pronouns-singular"])


def _nearest(around: Surroundings, before: int, *, is_person: bool) -> tuple[str, ...]:
    """The party most lately named; for "he" or "she" one that is no country and no firm."""
    for mention in around.foremost(before):
        if mention.is_place or mention.is_aside or _is_adjective(mention):
            continue
        if not (is_person and (mention.is_known or _is_firm(around, mention.party))):
            return (mention.party,)
    return ()


def _is_adjective(mention: Mention) -> bool:
    """Whether it may have its capital from the sentence that it opens: "Local firms"."""
    opens = mention.first == 0 and mention.end == 1 and not mention.is_known
    return opens and mention.is_modifier


def _is_firm(around: Surroundings, name: str) -> bool:
    """Whether a name ends as those of firms do: "Acme Corp"."""
    return name.rsplit(maxsplit=1)[-1].lower() in around.lexicon.classes["firm-endings"]


def _bloc(around: Surroundings, first: int, head: int) -> tuple[str, ...]:
    """The union of states that "the bloc", "the Commission" means."""
    if not around.is_in("blocs", head) or head - first > 1 or not around.is_in("articles", first):
        return ()
    codes = around.lexicon.classes["bloc-codes"]
    nearest = (found.party for found in around.backwards(first))
    return next(((party,) for party in nearest if party in codes), ())
