"""Rules: what each arrangement of words in a date means. A new form is one more line of the table.

A pattern is written over kinds of tokens (`tokens.py`), each followed by a space; the first one
that matches them all wins. Its function gets the values of the tokens by their kinds.
"""

import re
from collections.abc import Callable, Sequence

from commitrack.timing import rules_counted as counted
from commitrack.timing import rules_ends as ends
from commitrack.timing import rules_named as named
from commitrack.timing import rules_parts as parts
from commitrack.timing.anchor import Anchor
from commitrack.timing.found import Found, Parts
from commitrack.timing.tokens import Token

_NEARLY = r"(this |next |last |(this |the )?coming |(this )?past )"
_IN = r"(in |during )?"
# A number of four digits is a year to the tokens, but "2025 year" is no length.
PERIOD = r"(period |(number|one) units? |year units )"

Rule = tuple[str, Callable[[Parts, Anchor], Found]]

_RULES: tuple[Rule, ...] = (
    (r"(weekday )?iso |iso weekday ", named.iso_day),
    (r"(weekday )?(the )?(number|nth) (of )?month (of )?(year )?", named.day_of_month),
    (r"(weekday )?month (the )?(number|nth) ((of )?year )?", named.day_of_month),
    (r"(the )?(number|nth) (of )?month (year )?weekday ", named.day_of_month),
    (r"month (the )?(number|nth) (year )?weekday ", named.day_of_month),
    (r"(weekday )?number month yy ", named.day_of_short_year),
    (r"year month (the )?(number|nth) ", named.day_of_month),
    (rf"{_NEARLY}weekday (the )?(number|nth) (of )?month (year )?", named.near_day_of_month),
    (rf"{_NEARLY}weekday month (the )?(number|nth) (year )?", named.near_day_of_month),
    (r"(weekday )?the nth ", counted.nth_day),
    (rf"{_IN}(the )?edtf |days ", named.edtf_string),
    (rf"{_IN}month (of )?year |year month ", named.month_of_year),
    (rf"{_IN}(the )?(part (of )?year |year part )", named.part_of_year),
    (rf"{_IN}year ", named.whole_year),
    (rf"{_IN}(the )?(month |part )", named.span_of_this_year),
    (rf"{_IN}(the )?third (of |in )?month (of )?(year )?", parts.third_of_month),
    (rf"{_IN}(the )?third (of |in )?year ", parts.third_of_year),
    (rf"{_IN}(the )?halfmonth (of )?month (of )?(year )?", parts.half_of_month),
    (
        rf"{_IN}(the )?(hemisphere )?season (of )?(year |years |edtf )?(hemisphere )?",
        parts.season,
    ),
    (rf"{_IN}week ", parts.whole_week),
    (r"unit number (of )?year ", parts.numbered_week),
    (r"weekday (of )?week |week (on )?weekday ", counted.day_of_week),
    (rf"{_IN}(this |next |last )(month |season |part )", parts.near_name),
    (r"(the )?nth weekday (of |in )month (of )?(year )?", counted.nth_weekday),
    (r"(the )?last weekday (of |in )month (of )?(year )?", counted.nth_weekday),
    (r"now ", counted.now_itself),
    (r"day ", counted.near_day),
    (r"weekday ", counted.weekday),
    (r"(the |this )?coming weekday ", counted.coming_weekday),
    (r"last weekday |(the |this )?past weekday ", counted.last_weekday),
    (rf"(weekday |day )unit |{PERIOD}on weekday ", counted.weeks_after_day),
    (r"(this |next )weekday ", counted.near_weekday),
    (rf"(in |within )?{PERIOD}((hence |time ))?|within unit ", counted.in_period),
    (rf"(in )?(the )?next {PERIOD}", counted.in_period),
    (
        r"(in )?(the )?(nth|last) number units (of |in )(month year |part (of )?year |year )",
        parts.edge_of_span,
    ),
    (rf"{PERIOD}ago (day )?", counted.period_ago),
    (r"(the )?end of (the )?unit |(the )?ends ", ends.end_of_unit),
    (r"(the )?start (the )?unit ", ends.start_of_unit),
    (r"(the )?end of week ", ends.end_of_week),
    (r"(the )?(end |ends )(of )?month (of )?(year )?", ends.end_of_month),
    (r"(the )?end (of )?(the )?(part (of )?(year )?|year part )", ends.end_of_part),
    (r"(the )?(end |ends )(of )?(edtf|year) ", ends.end_of_edtf),
    (r"(the )?start (month (of )?(year )?|(the )?part (of )?(year )?)", ends.start_of_span),
    (r"(the )?start (edtf |year )", ends.start_of_span),
)


def apply_rules(tokens: Sequence[Token], anchor: Anchor) -> Found | None:
    """What the first rule that matches makes of the tokens; None if none does.

    Raises:
        DateError: one matches, but there is no such date, or it could be two.
    """
    kinds = kinds_of(tokens)
    for pattern, rule in _RULES:
        if re.fullmatch(pattern, kinds):
            return rule({token.kind: token.value for token in tokens}, anchor)
    return None


def kinds_of(tokens: Sequence[Token]) -> str:
    """The kinds of the tokens as the patterns have them."""
    return "".join(f"{token.kind} " for token in tokens)
