"""Makes the edits that findings carry, until none is left; every other byte stays what it was."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .checking import Checked, examine
from .decoding import decode
from .editing import edited
from .finding import Finding
from .plaindata import Step, walk

# One bad colon hides the next, so a file takes as many passes as it has of them.
_MOST_PASSES = 1000
_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Mended:
    """A file after mending: its bytes, what was mended, and what is left to say."""

    data: bytes
    applied: tuple[Finding, ...]
    checked: Checked


def mend(data: bytes, path: str) -> Mended:
    """Mend what has one right answer. A file that cannot be decoded stays as it is."""
    untouched = now = Mended(data, (), examine(data, path))
    if decode(data, path)[0] is None:
        return untouched
    passed = [now]
    for _ in range(_MOST_PASSES):
        edits = [finding for finding in now.checked.findings if finding.edit]
        # With its colons a file changes its shape: nothing else is touched before.
        colons = [finding for finding in edits if finding.severity == "error"]
        step = _step(now, colons) or _step(now, edits) or _one_by_one(now, edits)
        if step is now:
            break
        now = step
        if turn := _turn(passed, now):
            # Two rules want the opposite. Wherever one comes in, it ends at the same one.
            now = min(turn, key=lambda one: one.data)
            break
        passed.append(now)
    readable = now.checked.loaded.tree or untouched.checked.loaded.tree is None
    return now if readable else untouched


def _turn(passed: Sequence[Mended], now: Mended) -> Sequence[Mended]:
    """The versions since the file last was as it is now; empty where it never was."""
    before = (at for at, one in enumerate(passed) if one.data == now.data)
    return passed[next(before, len(passed)) :]


def _step(before: Mended, edits: Sequence[Finding]) -> Mended | None:
    """The file with all edits made that do not overlap.

    None where there is nothing to edit, or where the edits together do harm.
    """
    data, applied = _edited(before.data, edits)
    if not applied:
        return None
    checked = examine(data, before.checked.loaded.path)
    after = Mended(data, (*before.applied, *applied), checked)
    return after if _is_better(before.checked, checked, applied) else None


def _one_by_one(before: Mended, edits: Sequence[Finding]) -> Mended:
    """The file with each edit made that does no harm by itself, the last first, so places stay right.

    Each has the file examined again; of a very long file not all are tried.
    """
    tried = _MOST_BYTES // (len(before.data) + 1) + 1
    for edit in sorted(edits, reverse=True)[:tried]:
        before = _step(before, [edit]) or before
    return before


def _edited(data: bytes, edits: Sequence[Finding]) -> tuple[bytes, tuple[Finding, ...]]:
    text, made = edited(data.decode("utf-8"), edits)
    return text.encode("utf-8"), made


def _is_better(before: Checked, after: Checked, applied: Sequence[Finding]) -> bool:
    """Whether a sound file is still sound, has the same shape, and has lost what was mended."""
    old, new = before.loaded, after.loaded
    if old.partial is None or any(finding.severity == "error" for finding in applied):
        return True
    sound = old.campaign is None or new.campaign is not None
    if not sound or new.partial is None or _shape(old.data) != _shape(new.data):
        return False
    was, now = _sentences(before), _sentences(after)
    mended = Counter((finding.code, finding.message) for finding in applied)
    return all(now[said] <= was[said] - times for said, times in mended.items())


def _shape(data: Mapping[str, Any]) -> list[tuple[Step, ...]]:
    return [steps for steps, _ in walk(dict(data))]


def _sentences(checked: Checked) -> Counter[tuple[str, str]]:
    return Counter((finding.code, finding.message) for finding in checked.findings)
