"""Cuts a rendered text at its fences: ``::: 名称`` opens a part, ``:::`` closes it."""

from collections.abc import Iterator
from typing import NamedTuple

from ..finding import Finding, Place, Refused

FENCE = ":::"
ANNEX = "附件"
ISSUED = "印发件"
PAGES = (ANNEX, ISSUED)
"""The only parts that hold others; the rest hold lines."""
_OUTSIDE = (*PAGES, "版记")
"""Parts that stand in no other one: 版记 is the document's own, at its end."""


class Part(NamedTuple):
    """Text between fences; outside of any the name is empty. An annex has ``parts`` instead."""

    name: str = ""
    argument: str = ""
    text: str = ""
    parts: "tuple[Part, ...]" = ()


def refuse(path: str, message: str, hint: str) -> Refused:
    """The error to raise over a text that no document can be made of."""
    return Refused(Finding(Place(path), "GK311", "error", f"模板结果读不了：{message}", hint))


def parts(text: str, path: str) -> tuple[Part, ...]:
    """The parts of a text in order. Raises Refused where fences do not pair."""
    # Nothing in the dialect depends on indentation, so templates may indent as they like.
    lines = iter([line.strip() for line in text.split("\n")])
    return tuple(_parts(lines, path, inside=""))


def _parts(lines: Iterator[str], path: str, inside: str) -> Iterator[Part]:
    held: list[str] = []
    for line in lines:
        if not line.startswith(FENCE):
            held.append(line)
            continue
        yield Part(text="\n".join(held))
        held = []
        name, _, argument = line.removeprefix(FENCE).strip().partition(" ")
        if not name:
            if not inside:
                raise refuse(path, f"多了一个 {FENCE}", "每个 ::: 名称 只收尾一次")
            return
        part = Part(name, argument.strip())
        if name in _OUTSIDE and inside:
            raise refuse(path, f"{inside}里又有“{FENCE} {name}”", f"先写 {FENCE} 收尾，再写下一个")
        if name in PAGES:
            yield part._replace(parts=tuple(_parts(lines, path, name)))
        else:
            yield part._replace(text="\n".join(_until_closed(lines, path, name)))
    if inside:
        raise _unclosed(path, inside)
    yield Part(text="\n".join(held))


def _until_closed(lines: Iterator[str], path: str, name: str) -> Iterator[str]:
    for line in lines:
        if line == FENCE:
            return
        if line.startswith(FENCE):
            break
        yield line
    raise _unclosed(path, name)


def _unclosed(path: str, name: str) -> Refused:
    return refuse(path, f"“{FENCE} {name}”没有收尾", "在末尾另起一行写 :::")
