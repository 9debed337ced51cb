"""Words from outside that would steer a terminal or a shell."""

import re

ESC, BEL = "\x1b", "\x07"
BAD = (
    f"{ESC}[31mred{ESC}[2J {ESC}]0;t{BEL} [bold]x[/bold] :smile: \u202egnitrips\u202c \u2066\u200f "
    "\x9b31m\x85\x08\x7f tab\tx %n%s $(touch evil) `touch evil` ${HOME} !! ; | & \" ' \\ \ufeff"
)
UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""What must not reach a terminal; a line end may."""
