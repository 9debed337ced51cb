"""A ledger with blocks added in memory: what the next of several records is planned on."""

from collections.abc import Sequence
from typing import Any

from commitrack.ledger.blocks import Block, format_block
from commitrack.ledger.fields import FORMAT
from commitrack.ledger.reading import Ledger, read_ledger


def grown(ledger: Ledger, blocks: Sequence[Block]) -> Ledger:
    """The ledger as it is once the blocks are at its end; only what is new is read."""
    text = "\n".join([f"format = {FORMAT}", *map(format_block, blocks)])
    added = read_ledger(text, ledger.name)
    return Ledger(
        ledger.name,
        f"{ledger.text}\n{text}",
        _merged(ledger.data, blocks),
        (*ledger.commitments, *added.commitments),
        ledger.findings,
        ledger.left_out,
    )


def _merged(data: Any, blocks: Sequence[Block]) -> dict[str, Any]:  # noqa: ANN401  # TOML
    """The data with the blocks in their places; nothing of the old is changed."""
    merged = dict(data)
    for block in blocks:
        table = merged
        *parents, last = block.path
        for key in parents:
            table[key] = dict(table.get(key, {}))
            table = table[key]
        if block.is_array:
            table[last] = [*table.get(last, ()), dict(block.table)]
        else:
            table[last] = dict(block.table)
    return merged
