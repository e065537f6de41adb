"""All there is to say about one campaign file: how it is written, and what the rules find in it."""

from dataclasses import dataclass

from .acceptance import judge
from .editing import as_typed
from .finding import Finding, errors
from .loading import Loaded, load
from .rules import RULES, check
from .subject import subject_of
from .timetable import is_left_open
from .yamltree import Tree
from .yamltree.comments import comments

# A rare character, a date that cannot be read: neither says what is wrong.
_DOUBTS = {"GK208", "GK210"}
_CODES = frozenset(rule.RULE.code for rule in RULES)


@dataclass(frozen=True, slots=True)
class Checked:
    """A campaign file with its findings, and those that the file itself accepts."""

    loaded: Loaded
    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...] = ()


def examine(data: bytes, path: str) -> Checked:
    """Load one campaign file and look at it as the rules do; ``path`` is only for the findings."""
    loaded = load(data, path)
    if loaded.tree is None:
        return Checked(loaded, loaded.findings)
    subject = subject_of(loaded)
    found = check(subject) if subject else ()
    if loaded.doubtful:
        found = tuple(one for one in found if one.place.line not in loaded.doubtful)
    whole = loaded.campaign is not None
    undated = _undated(loaded, loaded.tree)
    judged = judge(found, comments(loaded.tree), _CODES, whole=whole)
    told, accepted = judged.findings, judged.accepted
    if made := loaded.made:
        told, accepted = (tuple(as_typed(one, made) for one in some) for some in (told, accepted))
    # What is to be mended on a line may be all that nobody can read there.
    sure = {
        one.place.line
        for one in (*told, *errors(loaded.findings))
        if one.edit or one.severity == "error"
    }
    own = (
        one
        for one in loaded.findings
        if one.code not in _DOUBTS or one.edit or one.place.line not in sure
    )
    return Checked(loaded, tuple(sorted({*own, *told, *undated})), accepted)


def _undated(loaded: Loaded, tree: Tree) -> tuple[Finding, ...]:
    """A warning where the file has no date to be reminded of, worded as the reminders word it.

    Only for a sound file, because errors may hide dates, and only where no date is still blank.
    """
    campaign, context = loaded.campaign, loaded.context
    if campaign is None or context is None:
        return ()
    # Nearly every file gives its period, and that is enough; of the others an agenda is made.
    if context.whole.due and campaign.periods:
        return ()
    if is_left_open(loaded.data):
        return ()
    from .agenda import agenda_of
    from .deadlines import undated

    agenda = agenda_of(campaign, loaded.path, loaded.path, context)
    return undated(agenda, tree.place(("正文",), key=True))
