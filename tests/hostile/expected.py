"""What must come of each case, as it stands in ``expected.txt``: to be read, and rewritten whole.

# the kind
## the name of the case
$ a command → its exit code
a finding, or a usage error
+ a file that is new or has changed
"""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from .case import Case, Outcome

PAGE = Path(__file__).with_name("expected.txt")
Key = tuple[str, str]


def read() -> Mapping[Key, list[str]]:
    """The lines under each kind and name."""
    found: dict[Key, list[str]] = {}
    kind = name = ""
    for line in PAGE.read_text("utf-8").splitlines() if PAGE.exists() else ():
        if line.startswith("# "):
            kind = line[2:]
        elif line.startswith("## "):
            name = line[3:]
            found[kind, name] = []
        elif line:
            found[kind, name].append(line)
    return found


def write(known: Mapping[Key, Sequence[str]], order: Mapping[str, Sequence[Case]]) -> None:
    """Write all that is known, in the order of the cases."""
    lines: list[str] = []
    for kind, cases in order.items():
        lines += [f"# {kind}", ""]
        for case in cases:
            if (kind, case.name) in known:
                lines += [f"## {case.name}", *known[kind, case.name], ""]
    PAGE.write_text("\n".join(lines), "utf-8", newline="\n")


def lines_of(case: Case, outcomes: Sequence[Outcome]) -> list[str]:
    return [
        line
        for command, outcome in zip(case.commands, outcomes, strict=True)
        for line in _lines(command, outcome)
    ]


def _lines(command: Sequence[str], outcome: Outcome) -> Iterator[str]:
    yield f"$ {_plain(shlex.join(command))} → {outcome.code}"
    yield from map(_plain, outcome.told)
    yield from (f"+ {_plain(name)}" for name in outcome.written)


def _plain(text: str) -> str:
    """On one line, what nobody sees written out, and no longer than anybody reads."""
    shown = "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )
    half = _LONGEST // 2
    return shown if len(shown) <= _LONGEST else f"{shown[:half]}…{len(shown)}…{shown[-half:]}"


_LONGEST = 300
