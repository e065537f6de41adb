"""What is wrong with a text that YAML cannot read, with the edit that is proven to mend it."""

import contextlib
from dataclasses import replace
from functools import partial
from typing import Any

import yaml

from ..editing import edited
from ..finding import Finding, Place
from ..yamlslips.colons import bad_colon
from ..yamlslips.errors import syntax_finding
from .composing import Loader, composed
from .nodes import place_of


def broken(error: yaml.YAMLError, text: str, path: str, *, ended: bool) -> Finding:
    """The finding for an error of libyaml. Not ``ended``: a last line break was added to the text."""
    finding = syntax_finding(error, text, path, partial(_mends, text, error))
    return finding if ended else _in_file(finding, text)


def no_mapping(root: yaml.Node, text: str, path: str) -> Finding:
    """The finding for a text whose top is something else: often a colon is full-width."""
    first = root.start_mark.line
    if (colon := bad_colon(text.split("\n"), first, path)) and _mends(text, None, colon):
        return colon
    message = "文件开头应当是“键: 值”"
    hint = "键后面用半角冒号，再空一格；全角冒号“：”不行"
    return Finding(place_of(path, root), "GK102", "error", message, hint)


def _in_file(finding: Finding, text: str) -> Finding:
    """A place in the file, where libyaml complains behind the line break that was added."""
    *_, last, _ = lines = text.split("\n")
    if finding.place.line < len(lines):
        return finding
    return replace(finding, place=Place(finding.place.path, len(lines) - 1, len(last) + 1))


def _mends(text: str, error: yaml.YAMLError | None, finding: Finding) -> bool:
    """Whether a finding's edit removes the error, and a colon's edit makes a key."""
    if finding.edit is None:
        return False
    number, column = finding.place.line - 1, finding.place.column - 1
    mended, _ = edited(text, [finding])
    _, after = composed(mended)
    if not (finding.edit.old + finding.edit.new).strip(" "):
        return after is None  # a line moved to the wrong place may but put the error off
    if finding.edit.old not in (":", "：") or finding.edit.new == "：":
        return after is None or _line_of(after) > _line_of(error)
    return _ends_key(mended, number, column) and (error is None or _where(after) != _where(error))


def _ends_key(text: str, line: int, column: int) -> bool:
    with contextlib.suppress(yaml.YAMLError):
        for token in yaml.scan(text, Loader=Loader):
            mark: Any = token.start_mark
            if mark.line > line:
                break
            if isinstance(token, yaml.ValueToken) and (mark.line, mark.column) == (line, column):
                return True
    return False


def _line_of(error: Any) -> int:  # noqa: ANN401
    mark = getattr(error, "problem_mark", None)
    return mark.line if mark else -1


def _where(error: Any) -> tuple[object, ...] | None:  # noqa: ANN401
    """What is wrong, and on which lines."""
    if error is None:
        return None
    marks = (getattr(error, name, None) for name in ("context_mark", "problem_mark"))
    return (getattr(error, "problem", None), *(mark and mark.line for mark in marks))
