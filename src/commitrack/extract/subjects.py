"""Subjects by what they can do: agents act, events are held, rules take effect, prices move."""

from enum import Enum, auto

from commitrack.extract.clauses import Subject
from commitrack.extract.lexicon import Lexicon
from commitrack.extract.tokens import Tokens


class Sort(Enum):
    """What a subject can do; a likely agent is named by a noun that tells neither way."""

    AGENT = auto()
    LIKELY = auto()
    EVENT = auto()
    RULE = auto()
    PRICE = auto()
    THING = auto()
    NONE = auto()


_NOUNS = (
    ("stock", Sort.PRICE),
    ("events", Sort.EVENT),
    ("rules", Sort.RULE),
    ("agents", Sort.AGENT),
)


def sort_of(tokens: Tokens, subject: Subject, lexicon: Lexicon) -> Sort:
    """The sort of a subject, by the word that names it."""
    if subject.head is None:
        return Sort.NONE
    low = tokens.lows[subject.head]
    if _are_those(tokens, subject.head, lexicon):
        return Sort.AGENT
    return (
        _by_small_word(low, lexicon)
        or _by_noun(low, lexicon)
        or _by_form(tokens, subject.head, lexicon)
    )


def _are_those(tokens: Tokens, head: int, lexicon: Lexicon) -> bool:
    """As in "the two", "the three"."""
    is_number = tokens.lows[head] in lexicon.classes["numbers"]
    return is_number and head > 0 and tokens.lows[head - 1] in lexicon.classes["articles"]


def names_agent(low: str, lexicon: Lexicon) -> bool:
    """Whether a noun names who can act: "union", "dockers"."""
    return _by_noun(low, lexicon) is Sort.AGENT


def _by_small_word(low: str, lexicon: Lexicon) -> Sort | None:
    """The sort of a pronoun or a quantifier."""
    classes = lexicon.classes
    if low in classes["no-actors"]:
        return Sort.THING
    if low in classes["pronouns-person"] or low in classes["pronouns-it"]:
        return Sort.AGENT if low not in classes["pronouns-thing"] or low == "it" else Sort.THING
    return Sort.THING if low in classes["quantifiers"] else None


def _by_noun(low: str, lexicon: Lexicon) -> Sort | None:
    """The sort of a noun that is known, or that ends as those who act do."""
    forms, classes = _singulars(low, lexicon), lexicon.classes
    for name, sort in _NOUNS:
        if not forms.isdisjoint(classes[name]):
            return sort
    is_agent = low.endswith(lexicon.phrases["agent-endings"])
    return Sort.AGENT if is_agent and forms.isdisjoint(classes["no-agents"]) else None


def _by_form(tokens: Tokens, head: int, lexicon: Lexicon) -> Sort:
    """The sort of any other word: a name acts, what ends as things do or is no word does not."""
    low, phrases = tokens.lows[head], lexicon.phrases
    if head == 0 and low.endswith(phrases["verb-endings"]):
        return Sort.THING
    has_inert_ending = low.endswith(phrases["inert-endings"])
    if head == 0 and low in lexicon.classes["inert"]:
        return Sort.THING  # "Peace": a capital tells nothing at the beginning
    if has_inert_ending and _opens_noun_of(tokens, head, lexicon):
        return Sort.THING
    if tokens.words[head][0].isupper() and _may_name(low, lexicon):
        return Sort.AGENT
    inert = lexicon.classes["inert"]
    is_inert = has_inert_ending or not _singulars(low, lexicon).isdisjoint(inert)
    return Sort.THING if is_inert or not low[0].isalpha() else Sort.LIKELY


def _opens_noun_of(tokens: Tokens, head: int, lexicon: Lexicon) -> bool:
    """As in "Expansion of": a capital tells nothing at the beginning."""
    opens = head == 0 or not tokens.lows[head - 1][0].isalnum()
    after = tokens.lows[head + 1 : head + 2]
    return opens and not lexicon.classes["partitives"].isdisjoint(after)


def _may_name(low: str, lexicon: Lexicon) -> bool:
    """Whether a word with a capital may be a name: no month, day or small word."""
    return not any(low in lexicon.classes[name] for name in ("months", "days", "small"))


def _singulars(low: str, lexicon: Lexicon) -> frozenset[str]:
    """A noun, and what it may be the plural of."""
    found = {low}
    for ending, singular in lexicon.plurals:
        if low.endswith(ending):
            found.add(low.removesuffix(ending) + singular)
    return frozenset(found)
