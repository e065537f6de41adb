"""What must come of each case, in a text beside its module: to be read, and rewritten whole.

## the name of the case
$ a command → its exit code; several in a row came to the same
the findings and the usage errors as they are printed; of many the first, behind … how many more of
each code; 同上 where they are those of the command before
+ a folder: what in it is new or has changed
"""

import re
import shlex
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path, PurePosixPath

from .case import Case, Outcome

_LONGEST = 300
_FEW = 2
_CODE = re.compile(r" (GK\d{3}) ")


def read(page: Path) -> dict[str, list[str]]:
    """The lines under the name of each case."""
    found: dict[str, list[str]] = {}
    for line in page.read_text("utf-8").splitlines() if page.exists() else ():
        if line.startswith("## "):
            found[line[3:]] = lines = []
        elif line:
            lines.append(line)
    return found


def write(page: Path, known: Mapping[str, Sequence[str]], cases: Sequence[Case]) -> None:
    """Write all that is known, in the order of the cases."""
    parts = (
        "\n".join([f"## {case.name}", *known[case.name]]) for case in cases if case.name in known
    )
    page.write_text("\n\n".join(parts) + "\n", "utf-8", newline="\n")


def lines_of(case: Case, outcomes: Sequence[Outcome]) -> list[str]:
    lines: list[str] = []
    before: Sequence[str] = ()
    each = zip(case.commands, outcomes, strict=True)
    for outcome, alike in groupby(each, key=lambda one: one[1]):
        lines += (f"$ {_plain(shlex.join(command))} → {outcome.code}" for command, _ in alike)
        is_the_same = outcome.told and outcome.told == before
        lines += ["同上"] if is_the_same else _told(outcome.told)
        lines += _written(outcome.written)
        before = outcome.told
    return lines


def _told(lines: Sequence[str]) -> Iterator[str]:
    shown = len(lines) if len(lines) <= _FEW else 1
    yield from map(_plain, lines[:shown])
    if codes := Counter(_code(line) for line in lines[shown:]):
        yield "… " + "、".join(f"{code}×{count}" for code, count in codes.items())


def _code(line: str) -> str:
    found = _CODE.search(line)
    return found[1] if found else _plain(line)


def _written(paths: Sequence[str]) -> Iterator[str]:
    """A folder on a line; of a long list its beginning, its end and its length."""
    folders: dict[str, list[str]] = {}
    for path in map(PurePosixPath, paths):
        folders.setdefault(str(path.parent), []).append(path.name)
    for folder, names in folders.items():
        yield _plain(f"+ {folder}/: {'  '.join(names)}")


def _plain(text: str) -> str:
    """On one line, what nobody sees written out, and no longer than anybody reads."""
    shown = "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )
    half = _LONGEST // 2
    return shown if len(shown) <= _LONGEST else f"{shown[:half]}…{len(shown)}…{shown[-half:]}"
