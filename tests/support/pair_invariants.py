"""What holds for any two campaigns compared, and for any campaign and next year's made from it."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from gongkai_cli.checking import examine
from gongkai_cli.decoding import decode
from gongkai_cli.difference import FORMATS, Change, Difference, Side, as_json, blanks, compare
from gongkai_cli.finding import errors
from gongkai_cli.loading import Loaded
from gongkai_cli.plan import duties, units
from gongkai_cli.succession import Keep, succeed
from support.invariants import PATH, findings_are_sound, lines_of

_TURNED = {"added": "gone", "gone": "added", "changed": "changed"}


def side_of(loaded: Loaded) -> Side | None:
    """What can be compared; None of a file with an error."""
    if loaded.campaign is None or loaded.context is None:
        return None
    return Side(loaded.campaign, loaded.context, blanks(loaded.data))


def difference_is_answered(old: Side, new: Side) -> Difference:
    """Both ways the same changes, each of them told; nothing comes or goes in silence."""
    there, back = compare(old, new), compare(new, old)
    assert _turned(there) == sorted((c.group, c.kind, c.old, c.new) for c in back.changes)
    if there.years[0] == there.years[1]:  # a leap day is nobody's shift
        assert there.shift == -back.shift
    assert compare(new, new).changes == ()
    for difference in (there, back):
        changes_are_sound(difference)
    nothing_goes_in_silence(old, new, there.changes)
    nothing_goes_in_silence(new, old, back.changes)
    for unit in _units(old) | _units(new):
        assert {*there.of_unit(unit).changes} <= {*there.changes}
    return there


def _turned(difference: Difference) -> list[tuple[str, str, str, str]]:
    """Changes the other way round, without what depends on the way: subjects may be renamed."""
    return sorted((one.group, _TURNED[one.kind], one.new, one.old) for one in difference.changes)


def changes_are_sound(difference: Difference) -> None:
    """Each says what of, and what became of it, in every format."""
    for change in difference.changes:
        assert change.subject, change
        if (
            not change.old and not change.new
        ):  # a task of which there is nothing to say but its name
            assert (change.group, change.aspect) == ("任务", ""), change
            continue
        assert change.old != change.new, change
        assert bool(change.old) == (change.kind != "added"), change
        assert bool(change.new) == (change.kind != "gone"), change
    for format_ in FORMATS.values():
        lines = format_(difference)
        assert bool(lines) == bool(difference.changes)
        assert not any("\n" in line for line in lines), lines
    said = as_json(difference)
    assert json.loads(json.dumps(said, ensure_ascii=False)) == said
    assert len(said) == len(difference.changes)


def nothing_goes_in_silence(old: Side, new: Side, changes: Iterable[Change]) -> None:
    """What one has and the other has not is told: tasks, reports, annexes, units, or any text."""
    changes = tuple(changes)
    count = Counter((one.group, one.kind) for one in changes if not one.aspect)
    mine, theirs = duties(new.campaign), duties(old.campaign)
    assert count["任务", "added"] - count["任务", "gone"] == len(mine) - len(theirs)
    more = len(new.campaign.reports) - len(old.campaign.reports)
    assert count["报送", "added"] - count["报送", "gone"] == more
    told = "\n".join(text for one in changes for text in (one.subject, one.old, one.new))
    concerned = {unit for one in changes for unit in one.units or ()}
    may_be_anybody = any(one.units is None for one in changes)
    for unit in set() if may_be_anybody else _units(new) - _units(old):
        assert unit in told or unit in concerned, unit
    if not changes:
        assert _texts(old) == _texts(new)


def _units(one: Side) -> set[str]:
    return {unit.unit for unit in units(one.campaign)}


# What is printed nowhere, or is a paper of its own.
_NOT_COMPARED = {"first_year", "directory", "number", "summary", "survey", "where", "channel"}


def _texts(one: Side) -> frozenset[str]:
    """Every text of a notice, however ordered and however often."""
    return frozenset(_walk(one.campaign))


def _walk(value: Any) -> Iterable[str]:
    match value:
        case BaseModel():
            replaced = {"when"} if getattr(value, "due", None) else set()
            if getattr(value, "items", ()) or getattr(value, "tasks", ()):
                replaced = {"when", "due"}  # of those below
            for name in type(value).model_fields:
                if name not in _NOT_COMPARED | replaced:
                    yield from _walk(getattr(value, name))
        case Mapping():
            for name, inner in value.items():
                yield name
                yield from _walk(inner)
        case tuple():
            for inner in value:
                yield from _walk(inner)
        case None:
            pass
        case _:
            yield str(value)


LATEST = 2099
_LARGEST = 999
_LEADING_YEAR = re.compile(r"^“?(?:19|20)\d{2}(?= ?年)")


def successor_is_answered(data: bytes, years: int, keep: Keep) -> bytes | None:
    """A campaign moved on loads as one of the later year, its edition counted on; it can be moved on again."""
    before = examine(data, PATH)
    campaign, tree = before.loaded.campaign, before.loaded.tree
    text, _ = decode(data, PATH)
    if campaign is None or tree is None or text is None or campaign.year + years > LATEST:
        return None
    year = campaign.year + years
    made = succeed(text, tree, year, keep)
    after = examine(made.text.encode(), PATH)
    moved = after.loaded.campaign
    if moved is None:  # the end of a period far off, with its year, is left to people
        wrong = errors(after.findings)
        lines = lines_of(made.text.encode())
        assert {one.code for one in wrong} == {"GK205"}, wrong
        assert all(re.search(r"\d{4} ?年", lines[one.place.line - 1]) for one in wrong), wrong
        return None
    assert moved.year == year
    if campaign.edition is None:
        assert moved.edition is None
    elif campaign.edition + years <= _LARGEST:
        assert moved.edition == campaign.edition + years
    else:
        assert moved.edition == campaign.edition
        assert any("届次" in one.message for one in made.left)
    lines = lines_of(text.encode())
    assert len(lines_of(made.text.encode())) == len(lines)
    findings_are_sound([one for one in made.left if one.hint], lines, PATH)
    # 2026年防汛演练 is next year's 2027年防汛演练; else a campaign keeps its name.
    assert _LEADING_YEAR.sub("", moved.name) == _LEADING_YEAR.sub("", campaign.name)
    assert moved.directory == campaign.directory
    return made.text.encode()
