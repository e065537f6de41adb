"""The bytes of a campaign file to what is known of it: decoding, YAML, references, model."""

import re
from dataclasses import replace

from .. import timetable, yamltree
from ..decoding import decode
from ..editing import as_typed, edited
from ..finding import Finding, errors, has_errors
from . import unclear
from .characters import rare_characters
from .loaded import Loaded
from .reading import read

# A file that has none of these is another one, chosen by mistake: one sentence will do.
_A_CAMPAIGN = re.compile(r"^\W*(?:活动|年份|公文|正文|报送)", re.MULTILINE)
# Each reading of a file makes all the edits that are known then.
_MOST_READINGS = 4
_MOST_CHARACTERS = 500_000


def load(data: bytes, path: str) -> Loaded:
    """Read one campaign file; ``path`` is only for the findings."""
    text, findings = decode(data, path)
    if text is None:
        return Loaded(path, None, findings)
    loaded = _load(text, path, findings)
    if (loaded.tree is None or loaded.tree.gaps.parts) and not _A_CAMPAIGN.search(text):
        return Loaded(path, None, loaded.findings[:1])
    if loaded.campaign is None and any(one.edit for one in errors(loaded.findings)):
        return _read_on(loaded, text, findings)
    return loaded


def _load(text: str, path: str, findings: tuple[Finding, ...]) -> Loaded:
    tree, complaints = yamltree.parse(text, path)
    if tree is None:
        from .keyplaces import keys_only  # a sound file needs none of it

        return Loaded(path, None, tuple(sorted({*findings, *keys_only(complaints, text)})))
    findings += complaints
    reading = read(tree)
    context = timetable.context_of(reading.data)
    dates = unclear.findings(reading.data, tree, context) if context else ()
    if tree.has_blanks:
        from . import blankkeys  # few files need it

        findings += blankkeys.findings(tree)
    findings = tuple(sorted({*findings, *rare_characters(tree), *dates}))
    if reading.campaign is None or reading.faults or has_errors(findings):
        from .partial import in_part  # a sound file needs none of it

        return in_part(reading, findings, context)
    sound = reading.campaign
    return Loaded(path, sound, findings, tree, reading.data, context, reading.pieces, sound)


def _read_on(loaded: Loaded, text: str, before: tuple[Finding, ...]) -> Loaded:
    """Read a file again as if its errors with one right answer were mended; they stay errors.

    An error may hide others behind it, so mending and reading alternate until nothing is left to mend.
    """
    made: list[tuple[Finding, ...]] = []
    told: set[Finding] = set()
    for _ in range(min(_MOST_READINGS, _MOST_CHARACTERS // len(text)) or 1):
        text, applied = edited(text, errors(loaded.findings))
        if not applied:
            break
        told |= {as_typed(one, made) for one in applied}
        made.append(applied)
        loaded = _load(text, loaded.path, before)
    findings = {*told, *(as_typed(one, made) for one in loaded.findings)}
    return replace(loaded, campaign=None, findings=tuple(sorted(findings)), made=tuple(made))
