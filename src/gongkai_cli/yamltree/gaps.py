"""Which lines must be left out together with a line that YAML cannot read."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ..yamlslips.colons import indent

_STAND_IN: Final = "略"
_KEY = r"(?P<head> *(?:- +)*)(?P<key>[^\s:：#\"'\[\]{}|>&*!%@`,-][^\s:：，。；、！？「]{0,19})"
_OWN = re.compile(rf"{_KEY} ?[:：]")
_WITHOUT_COLON = re.compile(rf"{_KEY}(?:\s|$)")
_ITEM = re.compile(r"^(?P<head> *(?:- +)*- )\S")
_OPENER = re.compile(
    r"^ *(?:- +)*(?P<key>[^\s:：#\"'\[\]{}|>&*!%@`,-][^:]*): *(?:[|>][-+]?)? *(?:#.*)?$"
)
_ODD_BLANK = re.compile(r"^ *[^\S ]")


class Gap(NamedTuple):
    """The lines to leave out, counted from 0, and the ``stand_in`` that takes their place.

    ``guessed`` where it is not certain that the stand-in's key was meant as one.
    """

    first: int
    last: int
    stand_in: str
    guessed: bool = False


def gaps_at(lines: Sequence[str], number: int) -> Iterator[Gap]:
    """What may have to go with a broken line, the least first: its value, its item, the key above."""
    line = lines[number]
    odd = bool(_ODD_BLANK.match(line))
    if not odd and (own := _OWN.match(line) or _forgotten(lines, number)):
        column = len(own["head"])
        last = _last_below(lines, number, column, of_key=True)
        stand_in = f"{own['head']}{own['key']}: {_STAND_IN}"
        yield Gap(number, last, stand_in, guessed=own.re is _WITHOUT_COLON)
    elif not odd and (own := _ITEM.match(line)):
        column = len(own["head"]) - 2
        yield Gap(number, _last_below(lines, number, column), f"{own['head']}{_STAND_IN}")
    # How far in a tab or a wide blank reaches nobody knows; not to the line's beginning.
    within = 1 if odd else indent(line)
    for above in range(number - 1, -1, -1):
        line = lines[above]
        if not line.strip() or line.lstrip().startswith("#") or _ODD_BLANK.match(line):
            continue
        opener = _OPENER.match(line)
        if opener and (column := opener.start("key")) < within:
            last = _last_below(lines, above, column, of_key=True)
            yield Gap(above, last, f"{line[: opener.end('key')]}: {_STAND_IN}")
            within = column
        if indent(line) < within:
            within = indent(line)
            if line.lstrip().startswith("- "):
                last = _last_below(lines, above, within)
                yield Gap(above, last, f"{' ' * within}- {_STAND_IN}")
        if not within:
            return


def leaving_out(text: str, gap: Gap) -> str:
    lines = text.split("\n")
    lines[gap.first : gap.last + 1] = [gap.stand_in, *[""] * (gap.last - gap.first)]
    return "\n".join(lines)


def _forgotten(lines: Sequence[str], number: int) -> re.Match[str] | None:
    """A line that would be a key with a colon; none where it may go on with the text above."""
    above = next((line for line in reversed(lines[:number]) if line.strip()), "")
    ends_text = not _OWN.match(above) and not _ITEM.match(above)
    return None if ends_text else _WITHOUT_COLON.match(lines[number])


def next_line(lines: Sequence[str], number: int) -> int:
    """The number of the next line with something on it."""
    below = range(number + 1, len(lines))
    said = (n for n in below if lines[n].strip() and not lines[n].lstrip().startswith("#"))
    return next(said, len(lines))


def _last_below(lines: Sequence[str], number: int, column: int, *, of_key: bool = False) -> int:
    """The last line that belongs to one at ``column``: indented further, or a list below a key."""
    last = number
    marked = of_key and not lines[number][:column].strip()
    for below in range(number + 1, len(lines)):
        line = lines[below]
        if not line.strip() or line.lstrip(" ").startswith("#"):
            continue
        at = indent(line)
        same = marked and at == column and line.startswith("- ", at)
        if at <= column and not same and not _ODD_BLANK.match(line):
            break
        last = below
    return last
