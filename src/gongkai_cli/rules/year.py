"""文中的年份不像今年的，也不像别的文件的：多半是去年的文件没有改。"""

import re
from collections.abc import Iterator

from ..dates.span import day_of
from ..finding import Finding
from .naming import han, stem
from .subject import Rule, Subject
from .text import Text

RULE = Rule("GK504", "warning", "年份可疑")
FAIL = (
    "导语: 2025年5月15日是第二十个“政务公开日”。\n",
    "导语: 现就开展2025年政务公开日活动通知如下。\n",
    "公文: {发文机关: 示例县人民政府办公室, 标题: 示例县人民政府办公室关于开展2025年“5·15 政务公开日”活动的通知}\n",
    "导语: 各部门要公布2025年度将要进行的重大决策。\n",
    "统筹任务: [{标题: 甲, 责任单位: 县司法局, 完成时间: 2062年5月22日前}]\n",
    "导语: 202年5月15日举行。\n",
)
PASS = (
    "导语: 按照2019年5月15日起施行的《条例》和《2025年政务公开工作要点》，总结2025年政务公开日活动的经验。\n",
    "导语: 2025年5月15日，我县成功举办政务公开日活动，接待群众2000余人次。\n",
    "导语: 自2008年5月20日以来，2024—2026年，“十四五”时期到2025年，第十四届全国人大，建党100年。\n",
    "统筹任务: [{标题: 甲, 责任单位: 县司法局, 完成时间: 2026年12月20日至2027年1月10日}]\n",
    "导语: 《通知》（示政发〔2025〕5号）印发以来，2025年度报告、2025年5月15日举行的上届活动。\n",
)

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2}) ?年(?!代)")
# Looking back comes second, so that only digits are looked at.
_DAMAGED = re.compile(r"\d(?<![\d.].)(?:\d{2}|\d{4})(?= ?年 ?\d{1,2} ?月)")
_DAY = re.compile(r" ?(\d{1,2}) ?月 ?(\d{1,2}) ?日")
# What is told of another year tells of what was, or of another document.
_PAST = re.compile(
    r"施行|修订|修正|公布|发布|印发|通过|实施|以来|成立|召开|签署|设立|确定|批准|下发|出台|举行的|举办的|开展的"
    r"|以后|成功举|出生|登记|注册|建成|发表|取得|入职|参加工作|投产|投用|交付|生产的|签订|入学|毕业|退休|入党|接待|上届|去年|经验|基础上|报告|总结|成果|获|荣|印章|起草"
)
_SINCE = re.compile(r"(?:自|从|截至|早在|对比|较|比|与|《[^》\n]{0,40})$")
# What is still to be done is not done in a year gone by.
_AHEAD = re.compile(r"度?[^，。；\n]{0,6}(?:将要|即将|拟|计划|将)(?!来)")
_AROUND = 25


def check(subject: Subject) -> Iterator[Finding]:
    name = stem(subject.campaign.name)
    for text, match in subject.matches(_DAMAGED, "年"):
        yield RULE.found(text.place(match.start()), f"年份“{match[0]}”不是四位", "检查年份")
    for text, match in subject.matches(_YEAR, "年"):
        year = int(match[1])
        if year == subject.context.year:
            continue
        if _is_slip(subject, text, match, year, name):
            message = f"文中是{year}年，活动是{subject.context.year}年的"
            hint = "检查年份；今年的可以写「年份」来引用"
            yield RULE.found(text.place(match.start()), message, hint)


def _is_slip(subject: Subject, text: Text, match: re.Match[str], year: int, name: str) -> bool:
    head = subject.whole[max(text.start, match.start() - _AROUND) : match.start()]
    tail = subject.whole[match.end() : min(text.end, match.end() + _AROUND)]
    if text.is_date:
        return abs(year - subject.context.year) > 1
    if (
        _SINCE.search(head)
        or head.endswith(("—", "-", "～", "至"))
        or head.count("《") > head.count("》")
    ):
        return False
    if text.steps[:2] == ("公文", "标题"):
        return True
    if year < subject.context.year and _AHEAD.match(tail):
        return True
    if _PAST.search(tail) or re.search(r"总结|回顾|去年|上年", head):
        return False
    if name and han(tail[: len(name) + 8]).startswith(name):
        return True
    day = _DAY.match(tail)
    return bool(day and _is_near(subject, int(day[1]), int(day[2])))


def _is_near(subject: Subject, month: int, day: int) -> bool:
    """Whether a day without its year falls into the time from the notice to the campaign's end."""
    period = subject.period
    if not period.start or not period.due:
        return False
    first = min(subject.context.issued or day_of(period.start), day_of(period.start))
    last = day_of(period.due)
    return (first.month, first.day) <= (month, day) <= (last.month, last.day)
