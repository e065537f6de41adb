"""文中写的截止时间和“报送”里的不一样。"""

import re
from collections.abc import Iterator
from datetime import datetime

from ..dates.mentions import DAY, DEADLINE
from ..dates.span import Span, day_of
from ..finding import Finding
from ..materials import BRACKETS, CORES, HAND_IN
from ..model import Report
from ..subject import Rule, Subject
from ..vocabulary.bodies import UPPER_LEVELS
from ..vocabulary.handing import is_of_others, is_paper
from ..vocabulary.naming import han, stem

RULE = Rule("GK521", "warning", "截止时间前后不一", needs=("报送",), of_own=True)
FAIL = (
    "结语: 各部门于6月5日17时前将活动总结报送县政府办公室。\n报送: [{材料: 活动总结, 截止: 6月3日17时前}]\n",
    "结语: 活动总结请于6月3日16时前报县政府办公室。\n报送: [{材料: 活动总结, 截止: 6月3日17时前}]\n",
    "正文: {活动时间: 5月14日至21日}\n结语: 各部门于活动结束后10个工作日内将活动总结报送县政府办公室。\n报送: [{材料: 活动总结, 截止: 活动结束后5个工作日内}]\n",
    "结语: 6月5日前将总结材料报送县政府办公室。\n报送: [{材料: 活动总结, 截止: 6月3日前}]\n",
)
PASS = (
    "结语: 各部门于6月3日17时前将活动总结报送县政府办公室。\n报送: [{材料: 活动总结, 截止: 6月3日17时前}]\n",
    "结语: 6月5日前将工作信息报送县政府办公室。\n报送: [{材料: 活动总结, 截止: 6月3日17时前}]\n",
    "结语: 5月8日前将联络员名单、6月3日前将活动总结报送县政府办公室。\n报送: [{材料: 活动总结, 截止: 6月3日前}]\n",
    "结语: 县政府办公室于6月10日前向市政府办公室报送全县活动总结。\n报送: [{材料: 活动总结, 截止: 6月3日前}]\n",
    "结语: 请于6月10日前将活动总结报送市政府办公室，县司法局于5月28日前完成总结报告初稿。\n报送: [{材料: 活动总结, 截止: 6月3日前}]\n",
    "结语: 市政府办公室要求各县（市、区）于6月1日前报送活动总结，5月28日前将做法总结成典型案例，报县融媒体中心。\n报送: [{材料: 活动总结, 截止: 6月3日前}]\n",
    "结语: 5月8日前将应急方案报县公安局，5月28日前报送阶段性总结。\n报送: [{材料: 活动方案, 截止: 5月11日前}, {材料: 活动总结, 截止: 6月3日前}]\n",
    "结语: 6月3日前将完成率100%的单位报县政府办公室。\n报送: [{材料: 完成率100%的单位, 截止: 6月3日前}]\n",
    "结语: 次年2月5日前将活动总结报送县政府办公室，2027年2月5日前报送活动总结。\n报送: [{材料: 活动总结, 截止: 次年2月5日前}]\n",
    "正文: {活动时间: 5月14日至21日}\n结语: 各部门于活动结束后5个工作日内将活动总结、每场宣传结束后2日内将工作信息报送县政府办公室。\n报送: [{材料: 活动总结, 截止: 活动结束后5个工作日内}, {材料: 工作信息, 截止: 活动结束后4日内}]\n",
    "正文: {活动时间: 5月14日至21日}\n结语: 活动结束后5个工作日内将活动总结报送县政府办公室。\n报送: [{材料: 活动总结, 截止: 5月28日前}]\n",
    "结语: 5月15日前将年度报告（初稿）报县政府办公室审核，6月3日前将纸质版年度报告报县政府办公室。\n报送: [{材料: 年度报告（初稿）, 截止: 5月15日前}, {材料: 纸质版年度报告, 截止: 6月3日前}]\n",
    "结语: 活动总结于2026年6月3日17:00前报送。\n报送: [{材料: 活动总结, 截止: 6月3日17时前}]\n",
)

# 活动结束后5个工作日内: compared with another one that counts from an end.
_COUNTED = r"[^，。；：、\n\d于在]{0,12}?结束之?后的?\d{1,2}个?(?:工作日|日|天)之?内"
_UNTIL = rf"(?:(?:[次翌明]年 ?)?{DEADLINE}|(?<![^，。；：\n于在]){_COUNTED})"
# What is told of the whole county goes on to the level above, with a deadline of its own.
_VERB = "将|把|报送?|提交|交|[，、；。前\\n]"
_UPWARD = rf"全[{UPPER_LEVELS}](?![各直])"
# A summary of a part, or of something else, has its own deadline as well.
_PARTS = r"阶段|首日|首周|中期|半年|季度|年度|全年|上年|去年|月度|每[日周月天]|专[题项]|培训|会议|个人|[竞比大]赛|讲座|自查|整改|督查|风险|案例|经验"
# Words that name no other paper: 各自的活动实施方案 is the 活动方案.
_SAME = r"活动|工作|开展|实施|情况|本?(?:单位|部门|地区?|乡镇|街道|级)|相关|有关|各[^，。]{1,4}?(?:单位|部门|室|科|局|乡镇|街道|学校|学院|镇|村|社区)|书面|正式|最终|各自|[各的]|具体|详细|加盖公章"


def _differ(said: Span, written: Span | None) -> bool:
    """Whether two deadlines contradict each other: not where one only leaves the hour out."""
    if written is None or not said.due or not written.due:
        return False
    if isinstance(said.due, datetime) and isinstance(written.due, datetime):
        return said.due != written.due
    return day_of(said.due) != day_of(written.due)


def check(subject: Subject) -> Iterator[Finding]:
    due_of: dict[str, list[Report]] = {}
    for report in subject.campaign.reports:
        bare = BRACKETS.sub("", report.material)
        core = next((core for core in CORES if bare.endswith(core)), None)
        due_of.setdefault(core or report.material, []).append(report)
    for core, reports in due_of.items():
        # Of two summaries nobody can tell which is meant.
        if len(reports) == 1 and subject.span(reports[0].due) is not None:
            yield from _of_report(subject, core, reports[0])


def _of_report(subject: Subject, core: str, report: Report) -> Iterator[Finding]:
    gap, paper = r"[^。；\n、\d]{0,24}?", re.escape(core)
    taken, sent, told = (
        rf"[^。；\n，、]{{0,10}}?(?P<{name}>{paper})" for name in ("taken", "sent", "told")
    )
    said = re.compile(
        rf"(?P<before>{_UNTIL})(?={gap}(?:将|把){taken}[^。；\n]{{0,30}}?(?:{HAND_IN}|发|送|寄|函)"
        rf"|{gap}(?:报送|上报|提交|报){sent}|[^。；\n，、\d]{{0,20}}{told}[^。；\n]{{0,4}}{HAND_IN})"
        rf"|(?P<first>{paper})[^。；\n，、\d]{{0,6}}?(?P<after>{_UNTIL})(?=[^。；\n]{{0,8}}?{HAND_IN})"
    )
    due = subject.span(report.due)
    for text, match in subject.matches(said, (core,)):
        kind = "before" if match["before"] else "after"
        span = None if text.is_date else subject.span(match[kind])
        at = max(match.end(name) for name in ("taken", "sent", "told", "first"))
        counted = match[kind].endswith("内")
        if counted and not re.fullmatch(_COUNTED, report.due):
            continue
        if span and _differ(span, due) and not _is_another(subject, match, at, core, report):
            message = f"文中{core}“{match[kind]}”报送，“报送”里写的是“{report.due}”"
            hint = "改成一样；或者文中引用「报送.材料名.截止」"
            yield RULE.found(text.place(match.start(kind)), message, hint)


def _is_another(subject: Subject, match: re.Match[str], at: int, core: str, report: Report) -> bool:
    """Whether it is another paper, or goes elsewhere, so that it may have a deadline of its own."""
    if not is_paper(core, subject.whole, at):
        return True
    sentence = _stretch(subject, match)
    if re.search(_UPWARD, sentence):
        return True
    start = at - len(core)
    kind = re.split(_VERB, subject.whole[max(start - 10, 0) : start])[-1]
    for name in report.reporters:
        kind = kind.replace(name, "")
    return _is_other_kind(subject, kind, core, report.material) or is_of_others(
        sentence, subject.campaign.header.issuer, report
    )


def _stretch(subject: Subject, match: re.Match[str]) -> str:
    """The part of a sentence that a deadline is about, up to the next deadline on either side."""
    head, tail = subject.around(match)
    before = [day.end() for day in re.finditer(DAY, head)]
    head = head[before[-1] :].partition("，")[2] if before else head
    return head + match[0] + re.split(DAY, tail)[0]


def _is_other_kind(subject: Subject, kind: str, core: str, material: str) -> bool:
    """Whether what stands before the core of a name makes it another paper: 应急方案, 活动方案."""
    if core == "总结":
        part = re.search(_PARTS, kind)
        return bool(part and part[0] not in material)
    rest = re.sub(_SAME, "", han(kind).replace(stem(subject.campaign.name), ""))
    return not set(rest) <= set(material)
