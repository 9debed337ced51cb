# ruff: noqa: RUF001 - the marks themselves
"""Marks: the quotation marks, dashes and stops that part the words of a text."""

QUOTES = frozenset("\"“”‘'`")
DOUBLE_QUOTES = frozenset('"“”«»')
BREAKS = frozenset(';:()[]{}—–"“”«»')
"""Marks that a clause's subject never reaches across."""

CLAUSE_ENDS = frozenset(";—–")
PARTING_MARKS = frozenset(",;:—–")
"""Marks at which long words can be cut."""

LINE_OPENERS = "(*-–—•_ "
LOOSE_ENDS = frozenset(".,;:!?…")
LINE_ENDS = frozenset('.!?:"”')
"""Marks that no headline ends with."""

OPENERS = "\"'“‘«([`"
CLOSERS = ",;:'’\"”"
LEADING = frozenset("_*#>|~-–—:;,.`")
"""Marks of Markdown and of date lines, which no quote begins with."""

DANGLING = " ,;:.-–—(\"“'‘*_#<>|~`/"
"""What is left at the ends of words that are cut out of a sentence."""

APOSTROPHES = frozenset("'’")

WORDS_AND_MARKS = (
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\w++(?:[-](?=[^\WA-Z_])\w++|&(?=\w)\w++|(?<=\d)[.,](?=\d)\w++"
    r"|(?<=[^\W\d])\.(?=[^\W\d])\w++)*+"
    r"|['’][^\W\d_]{1,2}\b"  # 's, 'll
    r"|[^\w\s]"
)
"""A token. Every branch takes what it can and never gives back: no text makes it slow."""

POSSIBLE_ENDS = r"[.!?…]++[\"'”’»)\]]*+|\n++"
"""What may end a sentence; whether it does is decided by what stands around it."""

BULLET = r"[ \t]*+(?:[-*+•–>]|#{1,6}|\d{1,3}[.)])[ \t]++"
