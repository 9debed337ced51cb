"""Doubting references: "now", "one day", "the time" and the like, where they name no time."""

from commitrack.extract.temporal.beside import Place

_NEAR, _SOON = 2, 8


def is_reference_doubtful(it: Place) -> bool:
    """Whether "the now-defunct", "the current account", "so soon" or the like is meant."""
    last = it.match.last + 1
    if last < len(it.tokens.words) and it.tokens.is_compound(last - 1, last):
        return True
    phrase = " ".join(it.tokens.words[it.match.first : last])
    if it.is_in_name:
        return True  # "Film Now"
    if phrase in it.lexicon.cues["one_day"]:
        return _is_some_day(it)
    if phrase in it.lexicon.cues["at_this_time"]:
        return it.precedes("times_of")  # "at this time of year"
    if phrase in it.lexicon.cues["in_future"]:
        return it.after.isalpha() and not it.precedes("after_the_ref")
    return it.follows("not_before_refs") or _is_other_word(it)


def _is_other_word(it: Place) -> bool:
    if it.is_among("shy_refs"):
        return it.precedes("terms")
    if it.is_among("shy_recent"):
        return it.follows("degrees") or it.is_name_after or not it.after.isalpha()
    first, words = it.match.first, it.tokens.words
    if it.is_among("shy_soon") and first > 1 and words[first - _NEAR] in it.lexicon.cues["doing"]:
        return it.precedes("after_soon")  # "does not plan to do so soon"
    return it.is_among("shy_soon") and (it.follows("degrees") or it.precedes("after_soon"))


def _is_some_day(it: Place) -> bool:
    """Whether "one day" is a length, as it is without a verb that tells of the future."""
    last = it.match.last + 1
    if it.before in it.lexicon.cues["sentence_ends"]:
        after = it.tokens.words[last : last + _SOON]
        return it.lexicon.cues["modals"].isdisjoint(after)  # "One day he may return"
    is_compound = it.tokens.is_compound(it.match.first, it.match.last)
    return is_compound or not it.follows("one_day_leads")


def is_noun_doubtful(it: Place) -> bool:
    """Whether "the future of the port", "the time of the vote" or the like is meant."""
    if it.is_among("at_refs") and it.match.last == it.match.first:
        lead = it.tokens.words[it.match.first - _NEAR] if it.match.first >= _NEAR else ""
        is_at = it.follows("the") and lead in it.lexicon.cues["at"]
        return not (is_at and (it.precedes("ends") or it.precedes("was")))
    if it.precedes("adjectives_after") and it.is_among("past_refs"):
        return not it.follows("the")  # "in the past the firm"
    if it.precedes("after_past") and it.is_among("past_refs"):
        return not it.follows("the")  # "in the past have grown"
    return not it.follows("the") or (it.after.isalpha() and not it.precedes("after_the_ref"))
