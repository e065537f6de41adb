"""活动内容（活动安排、重点任务等）里的事不在活动时间之内。"""

import re
from collections.abc import Iterator

from ..dates.days import short_day
from ..dates.span import day_of
from ..finding import Finding
from ..subject import Rule, Subject, Text

RULE = Rule("GK513", "warning", "不在活动时间之内", needs=("活动时间", "标题"), of_own=True)
FAIL = (
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 集中宣传, 时间: 5月24日上午}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 集中宣传, 时间: 5月13日至20日}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 集中宣传, 完成时间: 5月15日至6月21日}]}\n",
    "正文: {活动时间: 5月14日至21日, 重点任务: [{标题: 集中宣传, 时间: 5月25日}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 举行启动仪式, 时间: 5月24日上午}]}\n",
)
PASS = (
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 集中宣传, 时间: 5月21日下午}, {标题: 万里行, 完成时间: 5月至12月}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动安排: [{标题: 动员阶段, 时间: 5月8日}, {标题: 集中宣传阶段, 时间: 5月14日}, {标题: 抽查复核, 时间: 5月26日}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 筹备, 完成时间: 5月8日前}, {标题: 动员部署, 时间: 5月8日}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 总结, 时间: 5月22日至31日}], 工作要求: [{标题: 座谈会, 时间: 5月25日}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 布展、彩排, 时间: 5月13日下午}, {标题: 新闻发布会, 时间: 5月12日10:00}, {标题: 宣传发动, 时间: 5月6日至13日}, {标题: 网上问卷调查, 时间: 5月11日至25日}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 成果展示, 时间: 5月14日至6月30日}, {标题: 颁奖晚会, 时间: 5月25日}, {标题: 公示获奖名单, 时间: 5月25日至29日}, {标题: 初赛, 时间: 5月9日}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: “开放日”预约, 时间: 5月9日至13日}, {标题: 岗位归集, 时间: 5月6日至15日}, {标题: 志愿者招募, 时间: 4月29日至5月10日}, {标题: 专项整治, 时间: 5月14日至7月31日}, {标题: 联络员会议, 时间: 5月8日}, {标题: 编印宣传册, 时间: 5月7日至12日}]}\n",
    "附件: [{标题: 示例省人民政府办公厅关于开展政务公开日活动的通知, 内容: '定于5月10日至31日在全省开展“5·15 政务公开日”活动，请各市于4月7日前报送活动总结。'}]\n",
    "统筹任务: [{标题: 统筹协调, 责任单位: 县司法局, 完成时间: 4月28日至5月31日}]\n",
)

# What is done in the campaign itself, as the sections are headed that list it.
_SECTIONS = {"活动内容", "活动安排", "活动项目", "重点活动", "主要活动", "重点任务", "主要任务"}
# Steps of the work that come before or after the campaign itself.
_AROUND = re.compile(
    "筹备|准备|编印|印制|印刷|制作|采购|动员|发动|部署|启动|开幕|预热|氛围|倒计时|征集|征求|归集|收集|摸底|摸排|报名|预约|招募|遴选"
    "|布展|布置|搭建|彩排|海选|初赛|预赛|备选|前期|阶段|方案|会议|推进会|发布会|调度|培训|自查|试运行"
    "|问卷|投票|抽奖|评选|评比|评审|评奖|评估|考核|验收|抽查|督查|督导|复核|复查|回头看|补办|报送|反馈"
    "|总结|通报|公示|结果|表彰|颁奖|闭幕|归档|展览|展示|展播|回放|整改|整治|巩固|提升|转化|深化|拓展|延伸"
    "|跟踪|后期|后续|长效|常态"
)
_OPENS = re.compile("启动仪式|开幕")


def check(subject: Subject) -> Iterator[Finding]:
    period = subject.period
    if not period.start or not period.due:
        return
    start, end = day_of(period.start), day_of(period.due)
    for text, span in subject.dates:
        if text.steps[0] != "正文" or text.steps[1] not in _SECTIONS:
            continue
        if not span.start or not span.due or "日" not in text.printed:
            continue
        first, last = day_of(span.start), day_of(span.due)
        inside = start <= first and last <= end
        runs_over = start <= first <= end < last
        is_out = runs_over or (text.key == "时间" and not inside)
        if is_out and not _is_around(subject, text, late=first > end):
            days = dict.fromkeys((short_day(start), short_day(end)))
            message = f"“{text.printed}”不在活动时间（{'至'.join(days)}）之内"
            yield RULE.found(text.place(), message, "检查这个时间和活动时间")


def _is_around(subject: Subject, text: Text, *, late: bool) -> bool:
    """Whether the item, or one above it, is preparation or what follows; nothing opens late."""
    for depth in range(len(text.steps) - 1, 2, -1):
        title = subject.by_steps.get((*text.steps[:depth], "标题"))
        if title and _AROUND.search(title.printed):
            return not (late and _OPENS.search(title.printed))
    return False
