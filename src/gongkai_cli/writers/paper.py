"""Which way the paper lies."""

from collections.abc import Sequence

from ..document import Block, Signature, Table
from ..gbt9704 import Standard


def is_wide(blocks: Sequence[Block], standard: Standard) -> bool:
    """Whether a table among the blocks needs the long side of the paper (clause 8)."""
    if any(isinstance(block, Signature) for block in blocks):
        return False
    tables = (block for block in blocks if isinstance(block, Table))
    return any(standard.lies_wide(len(table.aligns)) for table in tables)
