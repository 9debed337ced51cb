"""Timetables: events that will be held, rules that will take effect, duties that will be laid."""

from commitrack.domain.vocabulary import Kind
from commitrack.extract.conditioned import awaits_another
from commitrack.extract.courts import goes_to_polls, is_before_court, is_sentenced
from commitrack.extract.doing import (
    begins_effect,
    continues_state,
    is_dated_signing,
    is_done_to,
    is_signing,
)
from commitrack.extract.offices import (
    changes_rule,
    gets_power,
    is_granted,
    is_ordained,
    sits,
    takes_office,
)
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.terms import is_under_rule
from commitrack.extract.verdicts import kind_by

_OBJECT_WITHIN, _NUMBER_WITHIN, _EVENT_WITHIN, _FORCE_WITHIN = 3, 4, 4, 2


def scheduled_kind(scene: Scene) -> Kind | None:
    """The kind of what is on a timetable; None where it is not."""
    return kind_by(_KINDS, scene)


def _takes_place(scene: Scene) -> bool:
    """As in "the summit will open", "elections will be held"."""
    if scene.sort is not Sort.EVENT or scene.head_is("works"):
        return False  # "production will end" is what a firm decides on
    happens = scene.does("event") and not scene.is_passive
    return happens or scene.does("passive-event") or _has_effect_after_be(scene)


def _is_to_be_there(scene: Scene) -> bool:
    """As in "there will be a referendum", "there would be charges"."""
    is_there = scene.head_is("there-words") and scene.is_being and not scene.is_not_done
    return is_there and scene.does_to("things-to-come", _EVENT_WITHIN)


def _takes_effect(scene: Scene) -> bool:
    """As in "the tariff will apply", "the tax will be raised"."""
    if scene.sort is not Sort.RULE:
        return False
    return scene.does("effect") or is_done_to(scene) or _has_effect_after_be(scene)


def _has_effect_after_be(scene: Scene) -> bool:
    """As in "will be effective", "will be in force"."""
    return scene.is_being and scene.does_to("effect-complements")


def is_set_anew(scene: Scene) -> bool:
    """As in "the wage would go up to $8", "the toll will rise in May": set by an authority."""
    if scene.predicate is None or not scene.head_is("set-rates"):
        return False
    after = scene.predicate.at + 1
    in_numbers = any(scene.is_in_digits(at) for at in range(after, after + _NUMBER_WITHIN))
    return scene.does("rate-moves") and (scene.has_future or in_numbers)


def _goes_before(scene: Scene) -> bool:
    """As in "the plan will go before ministers next week", "will be put before voters in May"."""
    is_moved = scene.does("submitting") if scene.is_passive else scene.does("going")
    return is_moved and scene.has_future and scene.has("before-words", scene.match.end, scene.end)


def _is_awaited(scene: Scene) -> bool:
    """As in "the announcement will come at the end of the summit"."""
    if not scene.head_is("pending-decisions") or scene.is_not_done:
        return False
    return scene.does("coming") and not scene.does_to("come-idioms")  # "will come as a shock"


def _lays_down(scene: Scene) -> bool:
    """As in "the law will ban"; what an agreement lays down is agreed."""
    is_law = scene.sort is Sort.RULE and not scene.head_is("agreements")
    return is_law and scene.does("law-effects") and not scene.is_not_done


def _stays_in_force(scene: Scene) -> bool:
    """As in "the ban will remain", "the state of siege will stay in force"."""
    is_rule = scene.sort is Sort.RULE or scene.does_to("force-words", _FORCE_WITHIN)
    return is_rule and scene.does("continue")


def _is_permitted(scene: Scene) -> bool:
    """As in "sales will be banned"."""
    by_somebody = scene.has_future and scene.is_agent
    return scene.does("permits") and (scene.is_passive or by_somebody)


def _changes_rule_on_day(scene: Scene) -> bool:
    """As in "the state will raise its sales tax on October 1"; with no day it is promised."""
    return changes_rule(scene) and scene.has_future and not awaits_another(scene)


def _signs(scene: Scene) -> bool:
    """As in "the two will sign the pact on Friday"."""
    is_signed = scene.does("signing") and scene.does_to("agreements", _OBJECT_WITHIN)
    return is_signed and scene.has_future and not scene.is_not_done


def _opens_event(scene: Scene) -> bool:
    """As in "the two will resume talks on Friday"."""
    is_event = scene.does("opening-acts") and scene.does_to("called-events", _OBJECT_WITHIN)
    return is_event and scene.has_future


def _is_enabled(scene: Scene) -> bool:
    """As in "workers will be able to … from May"; what one body will be able to, it promises."""
    is_able = scene.is_being and (scene.does_to("able") or scene.does_to("entitled"))
    return is_able and scene.has_future and (not scene.is_agent or _is_of_many(scene))


def _is_of_many(scene: Scene) -> bool:
    """As in "workers", "families": a plural that is no name."""
    word = scene.tokens.words[scene.subject_word]
    is_common = word[0].islower() or scene.subject_word == 0
    return is_common and scene.lexicon.is_plural(word.lower())


def _lasts_until(scene: Scene) -> bool:
    """As in "the sale will run until", "they will have until"."""
    lasts = scene.does("lasting") and scene.sort in (Sort.RULE, Sort.EVENT)
    return (lasts or scene.does("having")) and scene.does_to("until-words")


def _has_duty(scene: Scene) -> bool:
    """As in "will have to sign by Friday"."""
    return scene.does("having") and scene.does_to("to-words") and scene.has_future


def _is_formal(scene: Scene) -> bool:
    """As in "will be published in May", "will vote on Friday"."""
    acts = "passive-event" if scene.is_passive else "scheduled-acts"
    return (scene.does(acts) or _is_payable(scene)) and scene.has_future


def _is_payable(scene: Scene) -> bool:
    """As in "will be payable", but not "will be due to"."""
    if scene.predicate is None or not scene.is_being or not scene.does_to("payable"):
        return False
    return not scene.is_in("to-words", scene.predicate.at + 2)


def _goes_on(scene: Scene) -> bool:
    """As in "talks will continue"."""
    return scene.sort is Sort.EVENT and scene.does("continue") and not continues_state(scene)


def _is_done_under_rule(scene: Scene) -> bool:
    """As in "under the new rules imports will be taxed"."""
    return is_done_to(scene) and is_under_rule(scene)


_KINDS = (
    (begins_effect, Kind.MEASURE),
    (is_dated_signing, Kind.MEASURE),
    (is_signing, Kind.AGREEMENT),
    (_takes_place, Kind.MEASURE),
    (_is_to_be_there, Kind.MEASURE),
    (_takes_effect, Kind.MEASURE),
    (is_set_anew, Kind.MEASURE),
    (_goes_before, Kind.MEASURE),
    (_is_awaited, Kind.MEASURE),
    (_lays_down, Kind.MEASURE),
    (_stays_in_force, Kind.MEASURE),
    (_is_permitted, Kind.MEASURE),
    (is_before_court, Kind.MEASURE),
    (_opens_event, Kind.MEASURE),
    (_is_enabled, Kind.MEASURE),
    (_lasts_until, Kind.MEASURE),
    (_has_duty, Kind.MEASURE),
    (_is_formal, Kind.MEASURE),
    (takes_office, Kind.MEASURE),
    (sits, Kind.MEASURE),
    (is_sentenced, Kind.MEASURE),
    (goes_to_polls, Kind.MEASURE),
    (_signs, Kind.MEASURE),
    (is_granted, Kind.MEASURE),
    (is_ordained, Kind.MEASURE),
    (gets_power, Kind.MEASURE),
    (_changes_rule_on_day, Kind.MEASURE),
    (_goes_on, Kind.STANDING),
    (_is_done_under_rule, Kind.MEASURE),
)
"""The first that holds decides."""
