"""The command line of `read`: options, choice, review at a terminal, and what was recorded."""
