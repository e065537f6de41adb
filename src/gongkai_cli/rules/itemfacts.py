"""内容里写的日子、地点、期限，和同一项的“时间”“地点”“完成时间”互相矛盾。"""

import re
from collections.abc import Iterator
from datetime import date

from ..charset import HAN
from ..dates.mentions import CLOCK, DAY, HALF, WEEKDAY, Written
from ..dates.span import Span, day_of
from ..finding import Finding
from ..materials import HAND_IN
from ..subject import Rule, Subject, Text
from ..vocabulary.bodies import LEVELS, UPPER_LEVELS, is_short
from ..vocabulary.tense import tells_of_past

RULE = Rule(
    "GK532",
    "warning",
    "内容和本项的时间、地点不一",
    needs=("时间", "完成时间", "地点"),
    of_own=True,
)
FAIL = (
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 时间: 5月15日上午, 内容: 县政府各部门于5月16日上午在文化广场设置咨询台。}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 时间: 5月15日上午, 地点: 县文化广场, 内容: 5月15日上午，在人民广场集中宣传。}]}\n",
    "统筹任务: [{标题: 甲, 责任单位: 县司法局, 完成时间: 6月30日前, 内容: 逐件清理，7月底前全部完成。}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县司法局, 完成时间: 6月15日前, 内容: 6月20日前，将目录更新到位。}]\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 时间: 5月18日, 内容: 县教育局5月16日在广场举行。}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 牵头: 县司法局, 完成时间: 5月15日至20日, 内容: 于5月15日当天集中发布问卷。}]}\n",
)
PASS = (
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 时间: 5月15日上午, 内容: 县司法局于5月12日召开协调会，5月15日上午在文化广场集中宣传。}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 时间: 5月15日上午, 地点: 县文化广场, 内容: 县司法局于5月15日在文化广场、人民广场设置咨询台，各乡镇在集市广场同步设置。}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 时间: 5月15日上午, 地点: 县行政中心广场, 内容: 在行政中心广场举行。各单位于5月18日前报送图片，于5月19日汇总。}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 时间: 5月15日, 地点: 县政务服务中心, 内容: 在各乡镇文化广场设分会场，在县政务服务大厅集中咨询。}]}\n",
    "统筹任务: [{标题: 甲, 责任单位: 县司法局, 完成时间: 6月30日前, 内容: 5月底前完成摸排，6月底前全部完成。}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县司法局, 完成时间: 6月30日前, 内容: '清理目录，7月10日前报送情况。每年7月底前复核，6月30日前完成整改，7月底前组织验收。'}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县司法局, 完成时间: 6月30日前, 内容: '梳理7月底前须办理的事项，提醒群众按时办理。'}, {标题: 乙, 责任单位: 县司法局, 完成时间: 6月30日前, 内容: 提醒纳税人于7月15日前办理汇算清缴。}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县司法局, 完成时间: 6月30日前, 内容: 对2026年7月31日前到期的规范性文件进行清理。}, {标题: 乙, 责任单位: 县司法局, 完成时间: 6月30日前, 内容: 7月20日前将影像资料整理归档。}]\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 时间: 5月15日, 内容: 各单位宣传车于5月14日下午集中到位，开展环境布置。}, {标题: 乙, 时间: 5月15日, 内容: 作品集中展示于5月18日结束。}]}\n",
    "统筹任务: [{标题: 甲, 责任单位: 县司法局, 完成时间: 6月30日前, 内容: 编发公告，7月31日前免费开放。}, {标题: 乙, 责任单位: 县司法局, 完成时间: 6月30日前, 内容: 全面自查，7月10日前建立长效机制。}]\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 时间: 5月15日, 地点: 县文化宫广场, 内容: 在工人文化宫门前广场举行。}, {标题: 己, 时间: 5月15日, 地点: 县城中心广场, 内容: 在城关镇中心广场举行。}, {标题: 乙, 时间: 5月15日, 地点: 县图书馆, 内容: 在示例城市图书馆举行。}, {标题: 丙, 时间: 5月15日, 地点: 县一中礼堂, 内容: 在学校大礼堂举行。}, {标题: 丁, 时间: 5月15日, 地点: 县政府广场, 内容: 在县政府前广场举行。}, {标题: 戊, 时间: 5月18日, 内容: 新办法于6月1日施行，届时组织学习。}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 时间: 5月15日, 地点: 行政中心A座5楼501会议室, 内容: 在五楼大会议室召开座谈会。}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 时间: 5月18日, 内容: 县教育局5月16日召开协调会，部署有关工作。}, {标题: 乙, 时间: 5月14日至21日, 内容: 于5月14日当天举行启动仪式。}, {标题: 丙, 时间: 5月14日至21日, 内容: 集中宣传。5月15日当天设咨询台。}, {标题: 丁, 时间: 5月14日至21日, 内容: 5月15日当天集中宣传，其余时间持续宣传。}]}\n",
)

# 于5月16日, 县教育局5月16日, 由县教育局负责，5月16日.
_WHEN = re.compile(
    rf"(?:(?<=.)(?:定于|拟于|于)|[{UPPER_LEVELS}][{HAN}]{{1,12}}(?:局|委|办公室|中心|院)(?:(?:负责|牵头|主办|承办|组织)，)?) ?(?P<day>{DAY}(?:{WEEKDAY})?{HALF}{CLOCK}?)"
    r"(?![至到—–－~～、\d-]|之?前|起|以|印发|发布|公布|公开|公示|下发)"
)
_HELD = re.compile("开展|举办|举行|组织|集中|设[置立]|启动|召开|[上首]线|播[放出]")
# What goes before an event has days of its own.
_AROUND = re.compile(
    rf"协调|筹备|准备|动员|部署|培训|彩排|踏勘|报名|征集|预[热告约演]|勘察|抽签|审核|{HAND_IN}|总结|通报|表彰|回访"
    r"|搭建|布[展置]|集中到位|调试|结束|截止|闭幕|归档|刊[发登]|复[核查]|施行|抽查|评估|考核|长效"
)
_KINDS = "广场|公园|会议室|礼堂|剧院|体育馆|体育场|图书馆|博物馆|会展中心"
_WHERE = re.compile(rf"在(?P<place>[{HAN}]{{2,10}}?(?:{_KINDS}))(?![、和及等与路站东西南北附])")
_SEVERAL = re.compile("[、和及与]|各|等|分别|同[时步]|分会场|集合|出发|集结")
_KIND = re.compile(rf"(?:{_KINDS})$")
_BEFORE = re.compile(
    rf"(?:\d{{4}} ?年 ?)?(?<!\d)\d{{1,2}} ?月(?:底|(?:上|中|下)旬| ?\d{{1,2}} ?[日号](?:{WEEKDAY})?(?: ?{CLOCK})?)(?:之|以)?前(?![后往来])"
)
_NEAR = 8
# 逐件清理，7月底前…; 梳理6月底前须办理的事项 and 提醒于6月30日前缴费 are about other deadlines.
_OPENS = re.compile(
    r"(?:^|[，。；：、\n])(?:并|且|须|要|应|力争|确保|务必|最迟|原则上|全部){0,2}[于在]?$"
)
_TELLS_WHICH = re.compile(r"[^，。；\n将把]{1,10}的")
# 5月31日前免费开放 ends nothing of the work.
_ENDS = re.compile(
    r"完成|到位|办结|建[成立]|更新|落实|印发|制[定作]|公[布开示]|发布|上[线传]|清理|梳理|修订|整改"
)
# Rooms of one building have a number and a name.
_ROOM = re.compile(r"[\d一二三四五六七八九十][楼层号]|第[一二三四五六七八九十\d]|\d{3}")
# 学校大礼堂, 县图书馆: said in short of what may have a name of its own; 文化宫门前广场 is told by its door.
_GENERAL = re.compile(r"(?:本?(?:学校|校|单位|机关|院)|.*门[前口外]|.*前)内?大?")
# 县城中心广场, 城关镇中心广场: the town is said in one way or the other.
_TOWN = re.compile(f"(?:[县城市镇][城区]|[{HAN}]{{1,4}}?[{LEVELS}])(?=.)")
_ONLY_LEVEL = re.compile(f"[{LEVELS}]?大?")
_EVERY = re.compile(r"每(?:年|月|季)?[^，。；]{0,3}$|[次翌明]年 ?$")
_SENTENCE = re.compile(r"[^。；\n]*")


# 于5月15日当天集中发布, and nothing of other days: 5月14日当天启动 is the first of them.
_ONE_DAY = ("当天", "当日")
_ALONE = re.compile(rf"(?P<day>{DAY})(?:当天|当日)")
_GOES_ON = re.compile(
    "启动|开幕|首[日发场]|持续|期间|期内|常态|长期|陆续|其余|其他时[间段]|平时|随后|此后|之后|以后|后续|[每逐]|贯穿|全程|分批|重点|同时|并(?!按|做好)"
)


def check(subject: Subject) -> Iterator[Finding]:
    yield from _on_one_day(subject)
    for text in subject.texts:
        if text.key != "内容" or text.is_key or not isinstance(text.steps[-2], int):
            continue
        facts = {
            key: fact.printed
            for key in ("时间", "地点", "完成时间")
            if (fact := subject.by_steps.get((*text.steps[:-1], key)))
        }
        if not facts:
            continue
        first = _SENTENCE.match(subject.whole, text.start, text.end)
        if first and "时间" in facts:
            yield from _when(subject, text, first, facts["时间"])
        if first and "地点" in facts:
            yield from _where(subject, text, first, facts["地点"])
        if "完成时间" in facts and "时间" not in facts:
            yield from _due(subject, text, facts["完成时间"])


def _when(subject: Subject, text: Text, first: re.Match[str], when: str) -> Iterator[Finding]:
    """The one day on which the first sentence sets an event, unless the text also has the key's day."""
    found = _WHEN.search(subject.whole, *first.span())
    whole = subject.span(when)
    if not found or not whole or not whole.start or not whole.due or whole.again:
        return
    inside = subject.names_day(text, whole.start, whole.due)
    here = [day for one, day in subject.days if one is text and day.start < first.end()]
    named = len(here) == 1 and here[0].date and not here[0].joint
    sentence = first[0]
    if named and not inside and _HELD.search(sentence) and not _AROUND.search(sentence):
        if tells_of_past(sentence) or not text.is_typed(*found.span("day")):
            return
        message = f"内容里是“{found['day']}”，这一项的“时间”是“{when}”"
        hint = "改成一样；或者文中引用「时间」"
        yield RULE.found(text.place(found.start("day")), message, hint)


def _where(subject: Subject, text: Text, first: re.Match[str], where: str) -> Iterator[Finding]:
    """The one place that the first sentence names, of the same kind as the key's."""
    kind = _KIND.search(where)
    places = list(_WHERE.finditer(text.printed))
    if not kind or len(places) != 1 or _SEVERAL.search(where) or where in text.printed:
        return
    said, at = places[0]["place"], text.start + places[0].start("place")
    # 各乡镇在集镇广场: to each its own.
    if at >= first.end() or _SEVERAL.search(
        subject.whole, max(first.start(), at - _NEAR), at + len(said)
    ):
        return
    own, other = (name.removesuffix(kind[0]) for name in (said, where))
    alike = (
        is_short(own, other)
        or is_short(other, own)
        or _TOWN.sub("", own, 1) == _TOWN.sub("", other, 1)
    )
    rooms = kind[0] == "会议室" and (_ROOM.search(where) or _ROOM.search(said))
    vague = rooms or _GENERAL.fullmatch(own) or _ONLY_LEVEL.fullmatch(other)
    if said.endswith(kind[0]) and not alike and not vague and text.is_typed(at, at + len(said)):
        message = f"内容里在“{said}”，这一项的“地点”是“{where}”"
        yield RULE.found(text.place(at), message, "改成一样；或者文中引用「地点」")


def _due(subject: Subject, text: Text, due: str) -> Iterator[Finding]:
    """A single deadline of the text that is later than the key's: steps of the work end before it."""
    whole = subject.span(due)
    said = list(_BEFORE.finditer(subject.whole, text.start, text.end))
    if not whole or whole.start or not whole.due or whole.again or len(said) != 1:
        return
    found = said[0]
    span = subject.span(found[0])
    before, behind = subject.around(found)
    if not span or not span.due or day_of(span.due) <= day_of(whole.due):
        return
    if not _OPENS.search(before) or _TELLS_WHICH.match(behind) or not _ENDS.search(behind):
        return
    if _EVERY.search(before) or _AROUND.search(before + behind) or not text.is_typed(*found.span()):
        return
    message = f"内容里是“{found[0]}”，这一项的“完成时间”是“{due}”"
    yield RULE.found(text.place(found.start()), message, "改成一样；或者文中引用「完成时间」")


def _on_one_day(subject: Subject) -> Iterator[Finding]:
    """A text about a single day, in an item that takes longer by its own date or the one above."""
    days: dict[int, list[Written]] = {}
    for text, day in subject.days if subject.lines(_ONE_DAY) else ():
        days.setdefault(text.start, []).append(day)
    for text, match in subject.matches(_ALONE, _ONE_DAY):
        if text.is_key or text.key != "内容" or len(said := days.get(text.start, [])) != 1:
            continue
        # Behind the first sentence it may be a part of the whole.
        first = _SENTENCE.match(subject.whole, text.start, text.end)
        if not first or match.end() > first.end() or _GOES_ON.search(text.printed):
            continue
        label, when, above = _time_of(subject, text)
        if _is_longer(subject.span(when), said[0].date):
            own = f"这一项的“{label}”是“{when}”"
            own = f"上面一级的“{label}”是“{when}”，这一项没有另写" if above else own
            hint = f"只办一天的，给这一项写上这一天的“{label}”；办几天的，改内容"
            yield RULE.found(text.place(match.start()), f"内容里是“{match[0]}”，{own}", hint)


def _is_longer(span: Span | None, day: date | None) -> bool:
    """Whether a period goes on behind a day of it."""
    if span is None or day is None or not span.start or not span.due:
        return False
    return day_of(span.start) <= day < day_of(span.due)


def _time_of(subject: Subject, text: Text) -> tuple[str, str, bool]:
    """The key that gives a text's item its time, the value, and whether it stands in an item above."""
    steps = text.steps[:-1]
    while steps:
        if isinstance(steps[-1], int):
            for key in ("完成时间", "时间"):
                if fact := subject.by_steps.get((*steps, key)):
                    return key, fact.printed, steps != text.steps[:-1]
        steps = steps[:-1]
    return "", "", False
