"""Findings that an office accepts, by a comment beside them: ``# 可以：GK511 市里已定的日期``."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from .finding import Finding, Place
from .yamltree import Comment

_FORM = re.compile(
    r"#+\s*可以\s*[：:]?\s*(?P<codes>GK\d+(?:[、,，\s]+GK\d+)*)(?P<reason>.*)", re.IGNORECASE
)
_CODE = re.compile(r"GK\d+", re.IGNORECASE)
_REASON = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class _Acceptance:
    """One code of one comment."""

    code: str
    place: Place
    comment: Comment
    has_reason: bool

    def covers(self, finding: Finding) -> bool:
        lines = range(self.comment.first, self.comment.last + 1)
        return self.has_reason and finding.code == self.code and finding.place.line in lines


@dataclass(frozen=True, slots=True)
class Judged:
    """What is left of the rules' findings, with those about the comments; and what was accepted."""

    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...]


def judge(
    findings: Sequence[Finding] | None, comments: Sequence[Comment], codes: Collection[str]
) -> Judged:
    """Set aside what the comments of a file accept of the rules' findings.

    ``findings`` are None where the rules could not look at the file: then nobody knows whether an
    acceptance is still needed. ``codes`` are those of the rules.
    """
    acceptances = tuple(_acceptances(comments))
    given = findings or ()
    accepted = tuple(
        finding for finding in given if any(one.covers(finding) for one in acceptances)
    )
    complaints: list[Finding] = []
    for one in acceptances:
        if complaint := _wrong(one, codes):
            complaints.append(complaint)
        elif findings is not None and not any(map(one.covers, given)):
            message = f"这里接受的 {one.code} 没有对上任何问题"
            hint = "可以删去；接受的注释写在有问题的那一行末尾，或者紧挨着的上一行"
            complaints.append(Finding(one.place, "GK903", "warning", message, hint))
    left = [finding for finding in given if finding not in accepted]
    return Judged(tuple(sorted([*left, *complaints])), accepted)


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
    if re.match("GK[0-4]", one.code):
        hint = "照提示改好；能接受的只有 GK5、GK6、GK7 开头的"
        return Finding(one.place, "GK904", "warning", f"{one.code} 不能接受，只能改", hint)
    near = get_close_matches(one.code, sorted(codes), 1, 0.5)
    hint = f"是不是 {near[0]}" if near else "全部代码见 docs/rules.md"
    return Finding(one.place, "GK902", "warning", f"没有 {one.code} 这条规则", hint)
