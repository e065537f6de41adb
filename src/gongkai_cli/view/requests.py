"""Whether the text already asks for a report: material, deadline and handing in, in one sentence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from ..charset import HAN
from ..dates.reading import understood
from ..dates.span import Context, Span, begins, day_of
from ..materials import BRACKETS, CORES, HAND_IN, OTHERS, core_of, is_summary
from ..model import Report

# There is one of each, whatever it is called; lists and forms are told apart by what they list.
_ONE_OF_A_KIND = {"总结", "报告", "信息", "方案"}
_HANDS_IN = re.compile(HAND_IN)
# Compiled where they are asked for: most texts quote a deadline as the report gives it.
_AT_ONCE = rf"，?[^，]{{0,6}}?{HAND_IN}"
# 请报送以下材料：5月8日前，名单；5月25日前，总结。
_LISTED = rf"{HAND_IN}[^。：]{{0,16}}：[^。]*$"
# What the office itself hands to the level above has a deadline of its own.
_UPWARD = re.compile("全[省市县区]|向[省市]")
_SENTENCE = re.compile(r"[^。；！？\n]+")
_CLAUSE = re.compile("[，；。]")
_PARTICLES = "将|把|报送|上报|提交|填写|填报|报|送|的|和|及|与"

_FORM = re.compile("(?:纸质|电子|书面)(?:版|稿|件|材料)$")
_AMOUNT = r"(至少|不少于|不超过)(\d{1,3}[篇份件条张个幅])"

_NUMBER = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
_DAY = rf"(?<!\d)(?:(?:\d{{4}} ?年|[今本次明]年) ?)?{_NUMBER} ?月(?: ?{_NUMBER} ?[日号]|份?[底末])"
_CLOCK = r"(?:[（(](?:星期|周)[^）)]{1,8}[）)])? ?(?:[上下]午|中午|晚上?)?(?: ?\d{1,2}(?:[时点](?:整|半|\d{1,2}分)?|[:：]\d{2}))?"
_BEFORE = r"(?:[（(]含[^）)]{0,4}[）)])?(?:下班)?(?:[之以]?前(?![后往来])|止)"
_LED = r"(?:截[至止]|最[迟晚]|不[迟晚]于|时限|时间)[^，、\d]{0,6}?"
_WRITTEN = (
    rf"(?P<day>{_DAY}{_CLOCK}{_BEFORE})|{_LED}(?P<led>{_DAY}{_CLOCK})"
    rf"|(?P<turn>每个?(?:[天日周月]|星期|季)(?:[^，、]|、(?=[\d周])){{0,14}}?{_BEFORE})"
    rf"|(?P<end>(?:本?年|第?{_NUMBER}季度|[上下]半年)[底末]{_BEFORE})"
    rf"|(?P<after>(?:之?后|之日起)的?{_NUMBER}个?(?:工作日|日|天|周|星期|月)之?内)"
)
_TELLING = "月每底末内"
# Where the next date begins, what stands there is no longer said of the last one.
_NEXT = re.compile(r"\d ?月|[年月季][底末]|每[天日周月季]|，?[^，]{0,40}(?:另行|适时)")
_LONGEST_EVENT = 16


class _Time(NamedTuple):
    """A date in a sentence: where it stands, and whether it is the deadline looked for."""

    start: int
    end: int
    is_it: bool


def untold_remark(report: Report, passages: Iterable[tuple[str, str]]) -> str:
    """The remark of a report, unless the text says it in other words."""
    texts = ["".join(text.split()) for _, text in passages]
    said = "".join(texts)
    wanted = filter(None, _CLAUSE.split("".join(report.remark.split())))
    told = all(clause in said or _counts(clause, report.material, texts) for clause in wanted)
    return "" if told else report.remark


def _counts(clause: str, material: str, texts: Iterable[str]) -> bool:
    """Whether the text asks for as many in another order: 至少2篇 as 至少报送2篇新闻稿."""
    amount = re.fullmatch(_AMOUNT, clause)
    if not amount:
        return False
    said = re.compile(
        rf"{amount[1]}[^。；]{{0,12}}?(?<!\d){amount[2]}[^。；，、]{{0,4}}?{re.escape(material)}"
    )
    return any(said.search(text) for text in texts)


def asked_for(
    report: Report,
    reports: Sequence[Report],
    passages: Iterable[tuple[str, str]],
    context: Context,
) -> bool:
    """Whether one of the passages, each a heading and its text, asks for a report by its deadline.

    ``reports`` are all of the campaign's: where two have one short name, only the full name tells.
    """
    shared = [core_of(one.material) for one in reports].count(core_of(report.material)) > 1
    said = _Asked(report, context, shared)
    return any(said.by(heading, line) for heading, text in passages for line in text.split("\n"))


def _called(material: str) -> tuple[str, ...]:
    """What the text may call a material: 年度报告纸质版 or 纸质版年度报告."""
    form = _FORM.search(material)
    return (material, form[0] + material[: form.start()]) if form else (material,)


class _Asked:
    """Looks for one report in the text."""

    def __init__(self, report: Report, context: Context, shared: bool) -> None:  # noqa: FBT001
        self._report = report
        self._context = context
        self._due = understood(report.due, context)
        self._core = "" if shared else core_of(report.material)
        self._called = _called(report.material)
        to = [rf"[报送交向至到给]{re.escape(report.receiver)}"] if report.receiver else []
        self._between = re.compile("|".join([*map(re.escape, report.reporters), *to]) or "$.")
        self._literal = re.compile(rf"(?<![\d年])(?<!年 ){re.escape(report.due)}(?![后往来])")

    def by(self, heading: str, paragraph: str) -> bool:
        """Whether a paragraph asks for the report, itself or together with its heading."""
        whole = f"{heading}。{paragraph}"
        named = any(name in whole for name in self._called) or (self._core and self._core in whole)
        return bool(named and _HANDS_IN.search(whole)) and any(
            self._in_sentence(f"{heading}。{paragraph[: match.start()]}", match[0])
            for match in _SENTENCE.finditer(paragraph)
        )

    def _in_sentence(self, before: str, sentence: str) -> bool:
        if _UPWARD.search(sentence) and not self._between.search(sentence):
            return False
        times = self._times(sentence)
        starts = [*(time.start for time in times[1:]), len(sentence)]
        ends = [0, *(time.end for time in times)]
        return any(
            time.is_it and self._around(before, sentence[end : time.start], sentence, time.end, to)
            for time, end, to in zip(times, ends, starts, strict=False)
        )

    def _around(self, earlier: str, before: str, sentence: str, end: int, to: int) -> bool:
        """Whether the words around a date, as far as the dates next to it, ask for the report."""
        tail = sentence[end:]
        after = _NEXT.split(sentence[end:to], maxsplit=1)[0]
        if self._names(after):
            return bool(_HANDS_IN.search(tail) or re.search(_LISTED, earlier + before))
        clause = after[: after.find("，", 1)] if "，" in after[1:] else after
        if re.match(_AT_ONCE, after) and not any(core in clause for core in CORES):
            return self._names(before) or self._names(earlier)
        own = before[before.rfind("，") + 1 :]
        return self._names(own) and bool(_HANDS_IN.search(own))

    def _names(self, words: str) -> bool:
        """Whether words name the material, in full or in short."""
        material, core = self._report.material, self._core
        if any(name in words for name in self._called):
            return True
        if not core or core not in words:
            return False
        own = BRACKETS.sub("", material).removesuffix(core)
        for match in re.finditer(rf"[{HAN}]*?{re.escape(core)}", words):
            said = re.split(_PARTICLES, match[0].removesuffix(core))[-1]
            if core in _ONE_OF_A_KIND:
                if not any(word in said and word not in own for word in OTHERS):
                    return True
            elif not said or not own or said.endswith(own[-2:]):
                return True
        return False

    def _times(self, sentence: str) -> list[_Time]:
        """The dates of a sentence, in order; those that no one can read as well."""
        found = [_Time(*match.span(), is_it=True) for match in self._literal.finditer(sentence)]
        rest = self._literal.sub("", sentence)
        others = any(mark in rest for mark in _TELLING)
        for match in re.finditer(_WRITTEN, sentence) if others else ():
            kind = match.lastgroup or ""
            start, end = match.span(kind)
            starts = [start]
            if kind == "after":
                # Nothing tells where the name of the event begins.
                starts = [*range(max(start - _LONGEST_EVENT, 0), start)]
            spans = (understood(sentence[at:end], self._context) for at in starts)
            span = next((span for span in spans if span), None)
            found.append(_Time(start, end, is_it=span is not None and _is_same(span, self._due)))
        found.sort(key=lambda time: (time.start, not time.is_it))
        return [
            time
            for number, time in enumerate(found)
            if not any(time.start < other.end for other in found[:number])
        ]


def _is_same(said: Span, wanted: Span | None) -> bool:
    """Whether a date in the text is the wanted one, or says it more exactly."""
    if wanted is None:
        return False
    if said.again and wanted.again:
        return (said.again if wanted.again.at else replace(said.again, at=None)) == wanted.again
    if said.due is None:
        return False
    if isinstance(wanted.due, datetime):
        return said.due == wanted.due
    return day_of(said.due) == wanted.due


def summaries(reports: Sequence[Report], context: Context) -> Iterator[Report]:
    """The reports that a form for results goes with: the summaries, else the last one after the campaign.

    Not one that recurs or is due before anything has been done.
    """
    once = [
        (report, span)
        for report in reports
        if not ((span := understood(report.due, context)) and span.again)
    ]
    found = [report for report, _ in once if is_summary(report.material)]
    if found:
        yield from found
        return
    whole = context.whole.due
    late = [
        (begins(span.due), report)
        for report, span in once
        if span and span.due and (whole is None or day_of(span.due) >= day_of(whole))
    ]
    if late:
        yield max(late, key=lambda pair: pair[0])[1]
