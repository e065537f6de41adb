"""文中写的活动时间和“活动时间”不一样；事项的内容开头写的日子和它的“时间”不一样。"""

import re
from collections.abc import Collection, Iterator
from datetime import date
from functools import cache

from ..charset import HAN
from ..dates.mentions import CLOCK, DAY, WEEKDAY
from ..dates.span import Span, day_of
from ..finding import Finding
from ..subject import Rule, Subject, Text
from ..vocabulary.bodies import LEVELS, RANK, UPPER_LEVELS, home
from ..vocabulary.naming import han, stem

RULE = Rule("GK522", "warning", "活动时间前后不一", needs=("活动时间", "时间"), of_own=True)
FAIL = (
    "导语: 定于5月14日至22日开展“5·15 政务公开日”活动。\n",
    "结语: 活动时间为5月15日至21日。\n",
    "导语: 活动定于5月14日至20日开展。\n",
    "导语: 定于5月14日（星期四）至20日（共7天）举办“5·15 政务公开日”活动。\n",
    "导语: 自5月14日起至20日止，在全县开展“5·15 政务公开日”活动。活动时间定为5月14日至20日。\n",
    "导语: 定于5月13日（星期三）举办第二十届“5·15 政务公开日”活动。\n",
    "导语: 办好“政务公开日”活动，本次活动将于5月14日至22日集中举行。在活动期间（5月15日至21日），\n",
    "导语: 第二十届政务公开日（以下简称公开日）定于今年5月14日至20日举行。\n",
    "导语: 定于5月14日至22日开展“5·15 政务公开日”活动。\n正文: {宣传时间: 5月14日至21日}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 时间: 5月14日上午, 内容: 5月15日上午在文化广场集中宣传。}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 时间: 5月14日上午9时, 内容: 5月14日上午10时在文化广场集中宣传。}]}\n",
)
PASS = (
    "导语: 定于5月14日至21日开展“5·15 政务公开日”活动，其中5月14日至16日集中宣传。\n",
    "结语: 将于5月28日举办“5·15 政务公开日”总结表彰会，拟于5月8日举办“5·15 政务公开日”工作推进会；5月22日至31日开展“5·15 政务公开日”满意度调查。\n",
    "结语: 5月14日至6月14日举办“5·15 政务公开日”摄影作品征集评选；5月22日至29日组织对“政务公开日”活动情况进行评估；各乡镇5月6日至20日开展“政务公开日”自查。\n",
    "结语: 市政府定于5月11日至22日开展“5·15 政务公开日”活动，各县（市、区）可结合实际安排。\n",
    "导语: 根据省政府办公厅关于5月10日至20日开展“政务公开日”活动的通知要求，现将有关事项通知如下：\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 时间: 5月15日9:00, 内容: 5月15日8:00集合，统一乘车前往。}, {标题: 乙, 时间: 5月15日上午9时, 内容: 5月15日上午8:30入场，9:00准时开始。}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 时间: 5月14日至20日, 内容: 5月13日晚完成舞台搭建，5月14日正式开展。}, {标题: 乙, 时间: 5月15日14:30, 内容: 5月15日下午2点半召开。}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 时间: 5月14日9:00至5月21日17:00, 内容: 5月14日10:00举行开通仪式。}, {标题: 乙, 时间: 5月20日, 内容: 5月19日县长办公会确定点位，5月20日统一开放。}, {标题: 丙, 时间: 5月20日, 内容: 4月28日，县政府办公室印发方案，明确了分工。}]}\n",
    "正文: {活动时间: {线下: 5月14日至21日, 线上: 5月15日至21日}, 安排: 5月15日至21日开展“5·15 政务公开日”线上活动。}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 时间: 5月14日上午, 内容: 5月14日在文化广场集中宣传。}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 时间: 5月14日上午, 内容: 5月8日前完成展板。}]}\n",
    "导语: 活动定于5月14日至21日开展。另办“政府开放日”，活动定于5月16日至17日举行，线上活动定于5月15日至21日开展。\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 内容: 活动定于5月16日至17日举行。}]}\n",
    "导语: 自5月14日起至21日，在全县开展“5·15 政务公开日”活动；5月14日（星期四）至16日，在全县开展“政务公开日”知识竞赛活动。\n",
    "导语: 定于5月14日（星期四）举办“5·15 政务公开日”活动，定于5月8日举办“5·15 政务公开日”活动动员会。\n",
    "导语: 5月14日（星期四）至16日（星期六）在文化广场举办“5·15 政务公开日”集中宣传活动。\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: ['5月15日至17日，在全县开展“5·15 政务公开日”活动进社区。']}\n",
    "导语: 全国政务公开日定于5月11日至22日举行，第二十届政务公开日将于5月14日至21日举办，“政务公开日”启动仪式定于5月8日至9日举行。\n",
    "活动: 3·15\n导语: 定于5月13日举办讲座，展览定于5月14日至15日举行，5月18日至20日开展演出。\n",
    "结语: 活动时间可根据实际适当延长，5月8日至10日报名，县直学校的活动时间为5月15日至20日。\n",
)

_Days = tuple[date | None, date | None]
# 5月14日（星期四）至20日, 5月14日起至20日止: a period as it is dressed.
_RANGE = (
    rf"{DAY}(?:{WEEKDAY})?起?(?:至|到|[—–－~～-]+)"
    rf"(?:\d{{4}} ?年 ?)?(?:\d{{1,2}} ?月 ?)?\d{{1,2}} ?[日号](?:{WEEKDAY})?止?"
)
_ASIDE = r"(?:[（(](?:共|为期|历时)[^（）()\n]{1,8}[）)])?"
_SAID = re.compile(
    rf"(?<![的线])活动时间(?:定为|定在|为|是|从|定于|：|:)+ ?(?:从|自)?(?P<range>{_RANGE})"
)
_HELD = re.compile(
    rf"(?P<range>{_RANGE}){_ASIDE}(?:[^。；，、\n\d“]{{0,12}}?|，在全[{LEVELS}]{{1,2}}(?:范围内)?(?:组织|集中)?)"
    r"(?:举办|开展|举行|组织)[^。；，、\n\d]{0,24}?(?P<name>“?[^。；，\n]{2,20})"
)
# What is held of a campaign, and not the campaign.
_PART_OF = re.compile(
    "仪式|启动|开幕|闭幕|动员|培训|座谈|研讨|讲座|竞赛|比赛|大赛|征文|集中宣传|现场|专场|线上|线下|展[示览播]|咨询|直播|走进|进[社校企机乡农]|预热"
    "|通气|发布|总结|表彰|征集|推进|调度|招募|预约|报名|[申填]报|筹备|氛围|自查|回头看|满意度|调查|问卷|作品|评[选估审比]|演出|展演|案例"
)
_ON_DAY = re.compile(
    rf"(?:定于|拟于|将于)(?P<range>{DAY}(?:{WEEKDAY})?)(?:全天)?(?:在[^，。；\n\d]{{1,15}}?)?"
    r"(?:隆重|集中|联合|共同)?(?:举办|开展|举行|召开)(?P<name>[^，。；\n]{2,40})"
)
_NAMED = re.compile(
    rf"(?:^|(?<=[，。；：]))(?P<name>[^，。；：\n]{{2,40}}?)(?:（以下(?:简称|称)[^（）\n]{{1,14}}）)?"
    rf"(?:定于|将于|拟于|将在)(?:今年|本年)?的?(?P<range>{_RANGE}){_ASIDE}[^，。；、\n\d]{{0,8}}(?:举办|开展|举行)",
    re.MULTILINE,
)
_TO_BE = ("定于", "拟于", "将于", "将在")
_QUOTED = re.compile("“([^”\n]*)”|《")
_FIXED_BY = tuple(
    f"活动{how}"
    for how in (
        "将于",
        "将在",
        "定于",
        "拟于",
        "计划于",
        "安排在",
        "于",
        "自",
        "从",
        "时间",
        "期间（",
    )
)
_HEAD = re.compile(
    rf"(?:定于|拟于|于|在)?({DAY}(?:{WEEKDAY})?(?:上午|下午|晚上)?{CLOCK}?)"
    r"(?![至到—–－~～、\d半-]|之?前|起|以)"
    # 8:30签到, 13日晚完成搭建: what goes before the event.
    r"(?![^，。；\n]{0,12}?(?:签到|报到|[入进退]场|集合|集结|登车|出发|候场|检录|到位|完成|搭建|布[展置]|筹备|准备|彩排|动员|报名|抽签|踏勘|截止|印发|公布|研究))"
)


@cache
def _above(own: str) -> re.Pattern[str]:
    """Bodies of the levels above one, which have periods of their own: 市政府定于…."""
    levels = "".join(level for level, rank in RANK.items() if rank > RANK.get(own, 9)) or "0"
    return re.compile(
        rf"全国|国家|国务院|上级|全[{levels}]|[{levels}](?:[委级直]|人民政府|政府|[{HAN}]{{1,12}}?[局厅办])"
    )


def _upper(subject: Subject) -> re.Pattern[str]:
    return _above(home(subject.campaign.header.issuer)[-1:])


@cache
def _fixed() -> re.Pattern[str]:
    """Sentences that fix the campaign's period without naming it: 活动定于…开展, 活动期间（…）."""
    return re.compile(
        rf"(?:^|(?<=[，。；：]))(?:本次|此次|本届|今年的?|全[{UPPER_LEVELS}])?(?:{'|'.join(_FIXED_BY[:-1])})(?P<range>{_RANGE})[^，。；\n\d]{{0,8}}(?:举办|开展|举行|组织|进行|实施)"
        rf"|(?:^|(?<=[，。；：在于]))活动期间（(?:即|为)?(?P<during>{_RANGE})）",
        re.MULTILINE,
    )


def check(subject: Subject) -> Iterator[Finding]:
    yield from _of_campaign(subject)
    for text in subject.texts:
        if text.key == "内容":
            when = subject.by_steps.get((*text.steps[:-1], "时间"))
            yield from _of_item(subject, text, when.printed) if when else ()


def _of_campaign(subject: Subject) -> Iterator[Finding]:
    events = subject.context.events
    if not events:
        return
    name = stem(subject.campaign.name)
    known = {_days(event) for event in events.values()}
    for pattern, having in ((_SAID, ("活动时间",)), (_HELD, ("月",))):
        for text, match in subject.matches(pattern, having):
            if text.is_date or (pattern is _HELD and not _is_whole(match["name"], name)):
                continue
            yield from _of_range(subject, text, match, "range", known)
    for text, match in subject.matches(_NAMED, _TO_BE):
        # Of 全国推广普通话宣传周 全国 is part of the name, and tells of no level above.
        said = han(match["name"].replace(subject.campaign.name, name))
        above, named, part = _around_name(said, name)
        spoken = named and not (text.is_key or _PART_OF.search(part))
        if spoken and not _upper(subject).search(above):
            yield from _of_range(subject, text, match, "range", known)
    for text, match in subject.matches(_ON_DAY, _TO_BE):
        # 定于5月8日召开动员会: only of a meeting that is the campaign.
        met = "召开" not in match[0] or name.endswith(("会", "会议"))
        if met and _stands_for_all(text) and _is_whole(match["name"], name):
            yield from _of_day(subject, text, match)
    if not subject.lines(_FIXED_BY):
        return
    for text, match in subject.matches(_fixed(), _FIXED_BY):
        if _is_of_campaign(subject, text, match.start(), name):
            kind = "range" if match["range"] else "during"
            yield from _of_range(subject, text, match, kind, known)


def _of_range(
    subject: Subject, text: Text, match: re.Match[str], kind: str, known: Collection[_Days]
) -> Iterator[Finding]:
    span = subject.span(match[kind])
    if span and span.start and span.due and _days(span) not in known:
        before, _ = subject.around(match, "，。；")
        if _upper(subject).search(before):
            return
        own = subject.campaign.period_heading
        message = f"文中活动时间是“{match[kind]}”，和“{own}”一节不一样"
        hint = f"改成一样；或者文中引用「{own}」"
        yield RULE.found(text.place(match.start(kind)), message, hint)


def _of_day(subject: Subject, text: Text, match: re.Match[str]) -> Iterator[Finding]:
    """A finding where the day that the campaign is said to be on lies outside its period."""
    said, whole = subject.span(match["range"]), subject.period
    if said and said.start and whole.start and whole.due:
        day = day_of(said.start)
        if not day_of(whole.start) <= day <= day_of(whole.due):
            own = subject.campaign.period_heading
            message = f"文中活动定于“{match['range']}”，和“{own}”一节不一样"
            hint = f"改成一样；或者文中引用「{own}」"
            yield RULE.found(text.place(match.start("range")), message, hint)


def _is_whole(said: str, name: str) -> bool:
    """Whether what is held is the campaign by its name, and not just a part of it."""
    before, named, behind = _around_name(han(said), name)
    return bool(named) and not _PART_OF.search(f"{before}\n{behind}")


def _around_name(said: str, name: str) -> tuple[str, str, str]:
    """What stands before the name, the name, and what stands behind it."""
    return said.partition(name) if name else (said, "", "")


def _stands_for_all(text: Text) -> bool:
    """Whether a text may speak of the whole campaign: the text of an item speaks of the item."""
    return not (text.is_key or any(isinstance(step, int) for step in text.steps))


def _is_of_campaign(subject: Subject, text: Text, at: int, name: str) -> bool:
    """Whether 活动 alone means the campaign: not in an item, nor after the name of another activity."""
    if not _stands_for_all(text):
        return False
    paragraph = max(subject.whole.rfind("\n", 0, at) + 1, text.start)
    quoted = _QUOTED.finditer(subject.whole, paragraph, at)
    return all(one[1] and name and name in han(one[1]) for one in quoted)


def _of_item(subject: Subject, text: Text, when: str) -> Iterator[Finding]:
    head = _HEAD.match(subject.whole, text.start)
    if not head or not text.is_typed(head.start(1), head.end(1)):
        return
    said, span = subject.span(head[1]), subject.span(when)
    if not said or not span or not said.start or not span.start or not span.due:
        return
    inside = day_of(span.start) <= day_of(said.start) <= day_of(span.due)
    issued = subject.campaign.header.date
    if issued and day_of(said.start) <= issued:
        # 4月28日，县政府办公室印发方案: what has been.
        return
    hours = [words for words in (head[1], when) if re.search(r"\d[时点:]", words)]
    one_day = day_of(span.start) == day_of(span.due)
    # 5月22日公布，5月20日评审 comes to its own day.
    if not inside and ("年" in head[1] or subject.names_day(text, span.start, span.due)):
        return
    if not inside or (one_day and len(hours) > 1 and said.start != span.start):
        message = f"内容里是“{head[1]}”，这一项的“时间”是“{when}”"
        yield RULE.found(text.place(head.start(1)), message, "改成一样；或者文中引用「时间」")


def _days(span: Span) -> _Days:
    return (
        day_of(span.start) if span.start else None,
        day_of(span.due) if span.due else None,
    )
