"""The first lines of a new ledger, and the text of its companion files."""

from commitrack.ledger.fields import FORMAT

SKELETON = f"""\
#:schema ./.commitrack/schema.json
#:tombi format.disabled = true

# tombi: lint.rules.tables-out-of-order.disabled = true
format = {FORMAT}
"""
"""A ledger with nothing in it. Its comments let editors complete and check as one types."""
