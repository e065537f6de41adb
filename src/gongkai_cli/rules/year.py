"""文中的年份不像今年的，也不像别的文件的：多半是去年的文件没有改。"""

import re
from collections.abc import Iterator

from ..dates.span import day_of
from ..finding import Finding
from ..ownperiod import is_of_period
from .bodies import UPPER_LEVELS
from .naming import han, stem
from .subject import Rule, Subject
from .tense import announces, leans_on, tells_of_past
from .text import Text

RULE = Rule("GK504", "warning", "年份可疑", of_own=True)
FAIL = (
    "导语: 2025年5月15日是第二十个“政务公开日”。\n",
    "导语: 现就开展2025年政务公开日活动通知如下。\n",
    "公文: {发文机关: 示例县人民政府办公室, 标题: 示例县人民政府办公室关于开展2025年“5·15 政务公开日”活动的通知}\n",
    "导语: 各部门要公布2025年度将要进行的重大决策。\n",
    "统筹任务: [{标题: 甲, 责任单位: 县司法局, 完成时间: 2062年5月22日前}]\n",
    "正文: {活动时间: 2027年5月14日至21日}\n",
    "导语: 202年5月15日举行。\n",
    "公文: {发文机关: 示例县人民政府办公室, 标题: 示例县人民政府办公室关于开展2027年“5·15 政务公开日”活动的通知}\n",
    "导语: 现将2025年活动有关事项通知如下。\n",
    "导语: 定于2025年5月15日举行。\n",
    "导语: 新闻媒体要积极参与2025年政务公开日的宣传报道。\n",
)
PASS = (
    "导语: 按照2019年5月15日起施行的《条例》和《2025年政务公开工作要点》，总结2025年政务公开日活动的经验。\n",
    "导语: 2025年5月15日，我县成功举办政务公开日活动，接待群众2000余人次。\n",
    "导语: 2025年5月15日至21日，全县共开展宣传活动36场次。\n",
    "导语: 2008年5月1日，《中华人民共和国政府信息公开条例》正式施行；2019年5月15日，修订后的条例施行。\n",
    "导语: 2014年5月15日，总体思路首次提出。\n",
    "导语: 现将2025年度政务公开工作年度报告和2025年活动情况通报如下。\n",
    "导语: 自2008年5月20日以来，2024—2026年，“十四五”时期到2025年，第十四届全国人大，建党100年。\n",
    "统筹任务: [{标题: 甲, 责任单位: 县司法局, 完成时间: 2026年12月20日至2027年1月10日}]\n",
    "正文: {活动时间: 2026年12月20日至2027年1月10日}\n",
    "正文: {征集时间: 即日起至2027年1月10日}\n",
    "公文: {发文机关: 示例县人民政府办公室, 标题: 示例县人民政府办公室关于公开征集2027年度“5·15 政务公开日”活动项目的公告}\n",
    "公文: {发文机关: 示例县人民政府办公室, 标题: 示例县人民政府办公室关于报送2025年“5·15 政务公开日”活动年度报告的通知}\n",
    "导语: 《通知》（示政发〔2025〕5号）印发以来，2025年度报告、2025年5月15日举行的上届活动。\n",
)

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2}) ?年(?!代)")
# Looking back comes second, so that only digits are looked at.
_DAMAGED = re.compile(r"\d(?<![\d.].)(?:\d{2}|\d{4})(?= ?年 ?\d{1,2} ?月)")
_DAY = r" ?(\d{1,2}) ?月 ?(\d{1,2}) ?日"
# What is told of another year tells of what was, or of another document.
_PAST = (
    r"施行|修订|修正|公布|发布|印发|通过|实施|以来|成立|召开|签署|设立|确定|批准|下发|出台|举行的|举办的|开展的"
    r"|以后|成功举|出生|登记|注册|建成|发表|取得|入职|参加工作|投产|投用|交付|生产的|签订|入学|毕业|退休|入党|接待|上届|去年|经验|基础上|报告|总结|成果|获|荣|印章|起草"
    r"|启动的|办[理结]的|受理的|发生|形成的|产生|收到|[之以]?前[^，。；\n]{0,6}的"
)
_SINCE = r"(?:自|从|截至|早在|对比|较|比|(?<!参)与)$"
# What is still to be done is not done in a year gone by.
_AHEAD = r"度?[^，。；\n]{0,6}(?:将要|即将|拟|计划|将)(?!来)"
# 5月15日是第二十个“政务公开日” is said of the day that is kept now.
_IS_KEPT = r"[^，。；\n]{0,8}(?:是|为)(?:第|我)"
# Its own matters are those of its own year: 现将2025年活动有关事项通知如下.
_OWN_MATTERS = rf"(?P<year>20\d{{2}}) ?年度?(?:[本全我][{UPPER_LEVELS}校院])?活动(?:的)?有关(?:事项|事宜|工作|安排|要求)[^，。；\n]{{0,4}}(?:通知|公告|通告|函告)"
# No paper is due in a year gone by.
_DUE = r" ?\d{1,2} ?月 ?\d{1,2} ?日[^，。；\n]{0,6}前[^，。；\n的了已]{0,20}(?:报送|上报|提交|反馈)"
# 2025年5月15日至2026年5月14日 begins when it says.
_TO_YEAR = r" ?\d{1,2} ?月 ?\d{1,2} ?日 ?(?:至|到|[—–－～~-]+) ?20\d{2} ?年"
# What is drawn up in the year that follows.
_OF_LAST_YEAR = r"度?[^，。；\n]{0,16}?(?:年度报告|年报|决算|总结|考核|考评|评议|评估|评[先优])"
_TITLE = r"《[^《》\n]*》"
_AROUND, _RECENT = 25, 2


def check(subject: Subject) -> Iterator[Finding]:
    name = stem(subject.campaign.name)
    for text, match in subject.matches(_DAMAGED, "年"):
        yield RULE.found(text.place(match.start()), f"年份“{match[0]}”不是四位", "检查年份")
    for text, match in subject.matches(_YEAR, "年"):
        year = int(match[1])
        if year != subject.context.year and _is_slip(subject, text, match, year, name):
            message = f"文中是{year}年，活动是{subject.context.year}年的"
            hint = "检查年份；今年的可以写「年份」来引用"
            yield RULE.found(text.place(match.start()), message, hint)


def _is_slip(subject: Subject, text: Text, match: re.Match[str], year: int, name: str) -> bool:
    if is_of_period(text.steps):
        # 12月20日至2027年1月10日, 即日起至2027年1月10日 are of both.
        before = subject.whole[text.start : match.start()]
        begins = not before or (before.isalpha() and not before.endswith(("至", "到")))
        return begins and str(subject.context.year) not in text.printed
    if text.is_date:
        return abs(year - subject.context.year) > 1
    before, behind = subject.around(match, "。")
    if (
        subject.is_cited(text, match.start())
        or re.search(_SINCE, before)
        or before.endswith(("—", "-", "～", "至"))
    ):
        return False
    # 2027年度民生实事 is asked for in 2026; nobody has next year's paper to copy from.
    if year == subject.context.year + 1 and (
        behind.startswith("度") or match[1] in subject.campaign.name
    ):
        return False
    earlier = year < subject.context.year
    if text.steps[:2] == ("公文", "标题"):
        return not (year == subject.context.year - 1 and re.match(_OF_LAST_YEAR, behind))
    if earlier and re.match(_TO_YEAR, behind):
        return False
    if earlier and (
        re.match(_AHEAD, behind)
        or re.match(_DUE, behind)
        or re.match(_OWN_MATTERS, match[0] + behind)
    ):
        return True
    # The title of a document may be longer than what is looked at.
    tail = re.sub(_TITLE, "《》", behind)[:_AROUND]
    if re.search(_PAST, tail) or re.search(r"总结|回顾|去年|上年", before[-_AROUND:]):
        return False
    # What lies long ago is told as history, and no notice of that year is taken for a model.
    day = re.match(_DAY, behind) if year >= subject.context.year - _RECENT else None
    if not (name and han(behind[: len(name) + 8]).startswith(name)) and not (
        day and _is_near(subject, int(day[1]), int(day[2]))
    ):
        return False
    if not earlier or re.match(_IS_KEPT, behind[day.end() if day else 0 :]):
        return True
    clause = subject.around(match, "，。；：")
    if leans_on(*clause):
        return False
    return announces("".join(clause)) or not tells_of_past(before + behind)


def _is_near(subject: Subject, month: int, day: int) -> bool:
    """Whether a day without its year falls into the time from the notice to the campaign's end."""
    period = subject.period
    if not period.start or not period.due:
        return False
    first = min(subject.context.issued or day_of(period.start), day_of(period.start))
    last = day_of(period.due)
    return (first.month, first.day) <= (month, day) <= (last.month, last.day)
