"""Two wordings of one text, with the words that differ marked."""

import re
from difflib import SequenceMatcher

from .matching import LONGEST, likeness

_WORD = re.compile(r"[0-9]+|[A-Za-z]+|.", re.DOTALL)
_OPEN, _CLOSE = "【", "】"
_LITTLE = 2
"""As few words between two differences are marked with them: single characters agree by chance."""
_STRANGERS = 0.3


def marked(old: str, new: str) -> tuple[str, str]:
    """Both texts with 【】 around what the other one has not; as they are where little agrees."""
    if max(len(old), len(new)) > LONGEST or likeness(old, new) < _STRANGERS:
        return old, new
    before, after = _WORD.findall(old), _WORD.findall(new)
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    # The last block is empty and stands at the end.
    kept = [
        block
        for block in blocks[:-1]
        if block.size > _LITTLE
        or block.a == block.b == 0
        or (block.a + block.size, block.b + block.size) == (len(before), len(after))
    ]
    left, right, a, b = "", "", 0, 0
    for start_a, start_b, size in (*kept, (len(before), len(after), 0)):
        same = "".join(before[start_a : start_a + size])
        left += _mark(before[a:start_a]) + same
        right += _mark(after[b:start_b]) + same
        a, b = start_a + size, start_b + size
    return left, right


def _mark(words: list[str]) -> str:
    return f"{_OPEN}{''.join(words)}{_CLOSE}" if words else ""
