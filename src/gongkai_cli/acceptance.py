"""Findings that an office accepts, by a comment beside them: ``# 可以：GK511 市里已定的日期``."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import accumulate, compress

from .finding import MOST, Finding, Place
from .yamltree.comments import Comment

_FORM = re.compile(
    r"#+\s*可以\s*[：:]?\s*(?P<codes>GK\d+(?:[、,，\s]+GK\d+)*)(?P<reason>.*)", re.IGNORECASE
)
_CODE = re.compile(r"GK\d+", re.IGNORECASE)
_REASON = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class _Acceptance:
    """One code that a comment accepts; a comment may accept several."""

    code: str
    place: Place
    comment: Comment
    has_reason: bool

    def covered(self, lines: Sequence[int]) -> range:
        """Which of the sorted lines it covers, as indices into them."""
        if not self.has_reason:
            return range(0)
        first = bisect_left(lines, self.comment.first)
        return range(first, bisect_right(lines, self.comment.last))


@dataclass(frozen=True, slots=True)
class Judged:
    """What acceptance comments leave of the rules' findings.

    ``findings`` are those that nobody accepts, with the findings about the comments themselves;
    ``accepted`` are the others.
    """

    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...]


def judge(
    findings: Sequence[Finding],
    comments: Sequence[Comment],
    codes: Collection[str],
    *,
    whole: bool = True,
) -> Judged:
    """Set aside the rules' findings that the file accepts by a comment.

    ``codes`` are those of all rules. Unless the rules could look at the ``whole`` file, a comment
    that accepts nothing is not called superfluous.
    """
    acceptances = tuple(_acceptances(comments))
    lines: dict[str, list[int]] = defaultdict(list)
    for line, code in sorted((finding.place.line, finding.code) for finding in findings):
        lines[code].append(line)
    taken = _taken(acceptances, lines)
    accepted = tuple(one for one in findings if one.place.line in taken[one.code])
    complaints: list[Finding] = []
    for one in acceptances:
        if len(complaints) >= MOST:
            break
        if complaint := _wrong(one, codes):
            complaints.append(complaint)
        elif whole and not one.covered(lines[one.code]):
            message = f"这里接受的 {one.code} 没有对上任何问题"
            hint = "可以删去；接受的注释写在有问题的那一行末尾，或者紧挨着的上一行"
            complaints.append(Finding(one.place, "GK903", "warning", message, hint))
    left = [finding for finding in findings if finding.place.line not in taken[finding.code]]
    return Judged(tuple(sorted([*left, *complaints])), accepted)


def _taken(
    acceptances: Sequence[_Acceptance], lines: Mapping[str, Sequence[int]]
) -> Mapping[str, set[int]]:
    """For each code the lines on which its findings are accepted, in one pass over all comments."""
    steps: dict[str, Counter[int]] = defaultdict(Counter)
    for one in acceptances:
        if covered := one.covered(lines.get(one.code, ())):
            steps[one.code][covered.start] += 1
            steps[one.code][covered.stop] -= 1
    taken: dict[str, set[int]] = defaultdict(set)
    for code, changes in steps.items():
        open_ = accumulate(changes[index] for index in range(len(lines[code])))
        taken[code] = set(compress(lines[code], open_))
    return taken


def _acceptances(comments: Sequence[Comment]) -> Iterator[_Acceptance]:
    for comment in comments:
        if match := _FORM.match(comment.text):
            has_reason = bool(_REASON.search(match["reason"]))
            for code in _CODE.finditer(comment.text, match.start("codes"), match.end("codes")):
                at = comment.place
                place = Place(at.path, at.line, at.column + code.start())
                yield _Acceptance(code[0].upper(), place, comment, has_reason)


def _wrong(one: _Acceptance, codes: Collection[str]) -> Finding | None:
    if one.code in codes:
        if one.has_reason:
            return None
        hint = f"在代码后面写明原因，如“# 可以：{one.code} 市里已定的日期”"
        return Finding(one.place, "GK901", "warning", "接受问题没有写原因，不算数", hint)
    if re.match("GK[0-489]", one.code):
        hint = "照提示改好；能接受的只有 GK5、GK6、GK7 开头的"
        return Finding(one.place, "GK904", "warning", f"{one.code} 不能接受，只能改", hint)
    near = get_close_matches(one.code, sorted(codes), 1, 0.5)
    hint = f"是不是“{near[0]}”" if near else "全部代码：gongkai validate --explain GK"
    return Finding(one.place, "GK902", "warning", f"没有 {one.code} 这条规则", hint)
