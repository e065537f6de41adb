"""A date expression without what stands around it: what says nothing of when, and how long it lasts."""

import re
from dataclasses import replace
from datetime import timedelta

from .points import Unclear, months_later
from .span import Moment, Span, day_of
from .tokens import IN_CHARACTERS, numeral

_FULL = re.compile(r"(?<!\d)(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)日?T?")
# 5月14日至21日（共8天）, ，为期8天: says the same once more; whether it does, a rule tells. Behind a single
# day, 3月1日（为期三天）, it says when it ends.
LENGTHS = ("共", "总计", "为期", "历时", "连续", "会期", "时间")
_LENGTH = (
    r"(?<=[日号天底末旬月半时分点起始休假）)\d])[，,]?[（(]?(?:放假)?(?:共计?|总计|为期|历时|连续|会期|时间)为?"
    rf"(\d{{1,3}}|{IN_CHARACTERS}|半)个?(天|日|工作日|周|星期|月)(?:时间)?[）)]?[。；]?$"
)
# 如遇恶劣天气顺延, 以邮戳为准, 逾期不予受理, 14日报到, 共分三个阶段: the days stay as said.
_ASIDES = (
    *("会期", "顺延", "另行", "邮戳", "逾期", "过期", "暂定"),
    *("报到", "连休", "上班", "个阶段"),
)
_NOTHING_ELSE = r"[^，。；（）()\d]"
_ASIDE = (
    r"(?<=[日号天底末旬月半时分点整前止束休假出）)\d])[，,；;（(]"
    rf"(?:会期(?:约|为)?(?:\d{{1,2}}|[一两二三四])个?小时|如?[遇因]{_NOTHING_ELSE}{{1,10}}(?:顺延|另行通知)"
    rf"|(?:具体)?(?:时间|日期|地点){_NOTHING_ELSE}{{0,8}}另行通知|节假日顺延|以{_NOTHING_ELSE}{{0,4}}邮戳{_NOTHING_ELSE}{{0,4}}为准"
    rf"|[逾过]期{_NOTHING_ELSE}{{1,6}}(?:，?{_NOTHING_ELSE}{{1,8}})?|(?:时间)?暂定|与周末连休|共?分(?:[二两三四五六]|\d)个阶段(?:进行)?"
    r"|[^，。；（）()]{2,12}报到(?:，[^，。；（）()]{0,10}(?:返程|离会))?)[）)]?[。；]?$"
    r"|。[^。]{4,40}上班。?$"
)
# What is to happen then says nothing of when: 5月20日前完成, 5月14日至21日期间.
_TAIL = (
    "(?:(?:(?:持续|全部|基本|准时)?(?:完成|报送|上报|反馈|报|提交|办结|举行|举办|召开|开班|开幕|进行|开展|启动|推进|发布|公布|印发|出台|实施|施行"
    "|报到|报名|寄出|寄达|建成|整改到位|落实到位|放假(?:调休)?)(?:整改|报名|任务|投用)?)?"
    # 6月底前完成，并长期坚持: what is due is due then.
    r"(?:(?:(?<=前)|(?<=成)|(?<=起))\W?并?(?:持续|长期|常态化)(?:坚持|推进|开展|落实|整改|巩固))?"
    r"|(?<=[日号月底旬午）])为[^，。；\d]{2,16}[日周月]"
    r"|(?<=[日号月])期间|(?<=\d月)内|(?<=本月)内|(?<=月份)内|(?<=\d{4}年)内)$"
)
# 推普周活动为9月14日至20日, 活动时间为…
_NAMED = re.compile(
    r"^(?:[^，。；：月日报截]|(?<!\d)[月日]){0,24}?(?:活动|时间)(?:定?[为于在]|是)(?=\d)"
)
# 6月1日至30日，其中16日为安全宣传咨询日; 6月1日至30日，各地自行安排.
_OF_WHICH = "[，。；（(]其中.*"
_MORE = re.compile(
    r"(?<=[日号月底旬午分时点前）\d])(?:。(?!.*\d[月日号时点:]).*|[，；][^\d天日周月年期延改每前后起止旬底午晚]+)$"
)
# 本周三（5月12日）下午: the day stands behind its weekday.
_WEEKDAY_FIRST = r"^(?:于|在)?[本下]?周([一二三四五六日])（(\d{1,2}月\d{1,2}日)）"
_HEAD = 4
_ENDS = "日号天前止底末旬月年时分点起半）)"
"""Most expressions end so, and have no tail."""
_OF_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7}
_FEWEST_OF_A_MONTH = 28
_COMMA = re.compile(r"(?<=[日号）)])，(?=上午|下午|中午|早|晚|\d{1,2}[时点:])")


def bare(text: str) -> tuple[str, re.Match[str] | None]:
    """The date itself, without blanks, and how long it is said to last."""
    # The sign for a ratio (U+2236) looks like a colon.
    plain = _FULL.sub(r"\1年\3月\4日", text).replace("∶", ":").replace("早晨", "早上")
    together = _NAMED.sub("", _COMMA.sub("", "".join(plain.split())).rstrip("。；"))
    if "周" in together[:_HEAD]:
        together = re.sub(_WEEKDAY_FIRST, r"\2（周\1）", together)
    if any(word in together for word in _ASIDES):
        together = re.sub(_ASIDE, "", together)
    if "其中" in together:
        together = re.sub(_OF_WHICH, "", together)
    together = _MORE.sub("", together)
    length = re.search(_LENGTH, together) if any(word in together for word in LENGTHS) else None
    together = together[: length.start()] if length else together
    if together[-1:] not in _ENDS or "为" in together:
        together = re.sub(_TAIL, "", together) or together
    return together, length


def lasting(span: Span, length: re.Match[str] | None) -> Span:
    """3月1日起，为期三天, 3月1日（共3天）: the length tells the end that is not said otherwise.

    Where both ends are said, a rule compares them with the length.
    """
    start, due = span.start, span.due
    if length is None or length[1] == "半" or (start and due and _is_said(start, due, length)):
        return span
    count, unit = numeral(length[1]), length[2]
    of_one_day = start and not span.again and (due is None or day_of(due) == day_of(start))
    if not start or not of_one_day or unit not in {*_OF_DAYS, "月"}:
        raise Unclear(length[0].strip("，（）"))
    first = day_of(start)
    behind = (
        months_later(first, count) if unit == "月" else first + timedelta(count * _OF_DAYS[unit])
    )
    return replace(span, due=behind - timedelta(1), open_ended=False)


def _is_said(start: Moment, due: Moment, length: re.Match[str]) -> bool:
    """Whether a period is there already: from day to day, or a month as long as is said."""
    if day_of(start) == day_of(due):
        return numeral(length[1]) == 1 and length[2] in ("天", "日")
    days = numeral(length[1]) * _OF_DAYS.get(length[2], _FEWEST_OF_A_MONTH)
    fits = days <= (day_of(due) - day_of(start)).days + 1
    return fits or any(joint in length.string[: length.start()] for joint in "至到、—–-")
