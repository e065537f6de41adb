"""The campaign files at hand as text, for tests that spoil them, and the chances to spoil them by."""

import random
from pathlib import Path

from hypothesis import strategies as st

_TESTS = Path(__file__).parents[1]
_REAL = _TESTS.parent / "campaigns"

REAL = [
    path.read_bytes().decode()
    for folder in (_REAL, _TESTS / "cases", _TESTS / "sound")
    for path in sorted(folder.glob("*.yaml"))
]
"""Those without errors."""
KNOWN = [*REAL, *(path.read_bytes().decode() for path in sorted((_TESTS / "bad").glob("*.yaml")))]
SEEDS = st.integers(0, 2**32).map(random.Random)
