"""标题 too long for one line, cut where its sense allows, in a trapezoid or a rhombus (7.3.1).

Lines that the campaign gives are kept as they are. Cuts are only made beside the words that carry
a title (关于, 开展, quotation marks …), never inside a name or a quotation. Where the title does not
fit otherwise they are inside 《》, then beside marks that carry less; where no cut makes every line
fit, it is left to the word processor.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from .ems import width

# A cut after what matches, and how much it costs: a better place costs less.
_Costs = Sequence[tuple[re.Pattern[str], float]]
_AFTER = (
    (
        re.compile(r"关于(?:进一步)?(?:开展|举办|做好|印发|组织|召开|公布|转发|报送|加强|推进)"),
        0.0,
    ),
    (re.compile(r"(?:政府|办公室|办公厅|委员会|管委会|[局厅部委办])(?=关于)"), 1.0),
    (re.compile(r"[”》）](?!的)"), 2.0),
    (re.compile(r"第[一二三四五六七八九十百零]+届|\d{4}年(?:度)?"), 2.0),
    (re.compile(r"(?:开展|举办|做好|印发|组织|召开)"), 3.0),
)
_BEFORE = ((re.compile(r"[“《]"), 2.0), (re.compile(r"关于"), 1.0))
_ALSO_AFTER = (*_AFTER, (re.compile(r"贯彻落实|[、〉](?!的)|[》〉]和"), 2.0))
_ALSO_BEFORE = (*_BEFORE, (re.compile(r"[（〈]"), 1.0))
_QUOTED = r"“[^”]*”|（[^）]*）|[\dA-Za-z·.]+|的(?=\S{2,4}$)"
_OPEN = re.compile(_QUOTED)
# What is not cut, and what it is cut after and before: each only where the one above does not do.
_WAYS = (
    (re.compile(rf"《[^》]*》|{_QUOTED}"), _AFTER, _BEFORE),
    (_OPEN, _AFTER, _BEFORE),
    (_OPEN, _ALSO_AFTER, _ALSO_BEFORE),
)
_MOST_LINES = 7
# A title has a handful; of what is none every way to cut it would be tried.
_MOST_PLACES = 20
_UNEQUAL, _RECTANGLE, _HOURGLASS = 0.3, 4.0, 20.0


def sense_lines(lines: Sequence[str], fits: float) -> tuple[str, ...]:
    """The lines of a title, each at most ``fits`` 字 wide where that can be had."""
    return tuple(piece for line in lines for piece in _cut(line, fits))


def _cut(title: str, fits: float) -> Sequence[str]:
    if not fits < width(title) <= fits * _MOST_LINES:
        return (title,)
    for way, count in product(_WAYS, range(2, _MOST_LINES + 1)):
        known = dict(_places(title, *way))
        places = dict(sorted(known.items(), key=lambda place: place[1])[:_MOST_PLACES])
        found = [
            (_cost(pieces) + sum(places[cut] for cut in cuts), pieces)
            for cuts in _cuts(title, sorted(places), count, fits)
            for pieces in [_pieces(title, cuts)]
        ]
        if found:
            return min(found)[1]
    return (title,)


def _cuts(
    title: str, places: Sequence[int], count: int, fits: float, start: int = 0
) -> Iterator[tuple[int, ...]]:
    """All ways to cut the title from ``start`` on into so many lines that fit."""
    rest = width(title[start:].strip())
    if rest > fits * count:
        return
    if count == 1:
        yield ()
        return
    for number, at in enumerate(places):
        if width(title[start:at].strip()) > fits:
            return
        for others in _cuts(title, places[number + 1 :], count - 1, fits, at):
            yield (at, *others)


def _pieces(title: str, cuts: Sequence[int]) -> tuple[str, ...]:
    return tuple(title[a:b].strip() for a, b in pairwise((0, *cuts, len(title))))


def _places(
    title: str, closed: re.Pattern[str], cut_after: _Costs, cut_before: _Costs
) -> Iterator[tuple[int, float]]:
    """Where the title may be cut, the cheapest reason last."""
    inside = {i for match in closed.finditer(title) for i in range(match.start() + 1, match.end())}
    found = [
        (match.start(), cost) for pattern, cost in cut_before for match in pattern.finditer(title)
    ]
    found += [
        (match.end(), cost) for pattern, cost in cut_after for match in pattern.finditer(title)
    ]
    open_places = [(at, cost) for at, cost in found if 0 < at < len(title) and at not in inside]
    return iter(sorted(open_places, key=lambda place: -place[1]))


def _cost(pieces: Sequence[str]) -> float:
    """How far the lines are from a trapezoid or a rhombus of even steps."""
    widths = [width(piece) for piece in pieces]
    mean = sum(widths) / len(widths)
    cost = _UNEQUAL * sum(abs(one - mean) for one in widths)
    if max(widths) - min(widths) < 1:
        cost += _RECTANGLE
    falls = [later < earlier for earlier, later in pairwise(widths)]
    # Narrow in the middle: a step down and then one up.
    if any(down and not up for down, up in pairwise(falls)):
        cost += _HOURGLASS
    return cost
