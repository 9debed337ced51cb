"""Rules: what each arrangement of words in a date means. A new form is one more line of the table.

A pattern is written over kinds of tokens (`tokens.py`), each followed by a space; the first one
that matches them all wins. Its function gets the values of the tokens by their kinds.
"""

import re
from collections.abc import Callable

from commitrack.timing import rules_counted as counted
from commitrack.timing import rules_ends as ends
from commitrack.timing import rules_named as named
from commitrack.timing.anchor import Anchor
from commitrack.timing.found import Found, Parts
from commitrack.timing.tokens import Token

Rule = tuple[str, Callable[[Parts, Anchor], Found]]

_RULES: tuple[Rule, ...] = (
    (r"(weekday )?iso ", named.iso_day),
    (r"(weekday )?(the )?(number|nth) (of )?month (of )?(year )?", named.day_of_month),
    (r"(weekday )?month (the )?(number|nth) (year )?", named.day_of_month),
    (r"edtf ", named.edtf_string),
    (r"month (of )?year ", named.month_of_year),
    (r"part (of )?year |year part ", named.part_of_year),
    (r"year ", named.whole_year),
    (r"month |part ", named.which_year),
    (r"now ", counted.now_itself),
    (r"day ", counted.near_day),
    (r"weekday ", counted.weekday),
    (r"last weekday ", counted.last_weekday),
    (r"next weekday ", counted.next_weekday),
    (r"(in )?(period |(number|year) unit )", counted.in_period),
    (r"(period |(number|year) unit )ago ", counted.period_ago),
    (r"(the )?end of (the )?unit |ends ", ends.end_of_unit),
    (r"(the )?end of month (of )?(year )?", ends.end_of_month),
    (r"(the )?end of (part (of )?(year )?|year part )", ends.end_of_part),
    (r"(the )?end of (edtf|year) ", ends.end_of_edtf),
)


def apply_rules(tokens: list[Token], anchor: Anchor) -> Found | None:
    """What the first rule that matches makes of the tokens; None if none does.

    Raises:
        DateError: one matches, but there is no such date, or it could be two.
    """
    kinds = "".join(f"{token.kind} " for token in tokens)
    for pattern, rule in _RULES:
        if re.fullmatch(pattern, kinds):
            return rule({token.kind: token.value for token in tokens}, anchor)
    return None
