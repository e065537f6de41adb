"""A date expression without what stands around it and says nothing of when."""

import re

from .tokens import IN_CHARACTERS

_FULL = re.compile(r"(?<!\d)(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)日?T?")
# 5月14日至21日（共8天）, ，为期8天: says the same once more; whether it does, a rule tells.
LENGTHS = ("共", "总计", "为期", "历时", "连续", "时间")
_LENGTH = (
    rf"(?:共计?|总计|为期|历时|连续|时间)(?:\d{{1,3}}|{IN_CHARACTERS}|半)个?"
    "(?:天|日|工作日|周|星期|月)(?:时间)?"
)
# 会期半天, 如遇恶劣天气顺延, 以邮戳为准: which day it is stays as said. 会期两天 would move its end.
_ASIDES = ("会期", "顺延", "另行通知", "邮戳")
_ASIDE = (
    r"(?<=[日号天底末旬月半时分点前止）)\d])[，,；;（(]"
    r"(?:会期(?:约|为)?(?:半天|半日|[1一][天日]|\d{1,2}个?小时|[一两二三四]个?小时)"
    r"|如?[遇因][^，。；（）()\d]{1,10}(?:顺延|另行通知)|以[^，。；（）()\d]{0,4}邮戳[^，。；（）()\d]{0,4}为准)[）)]?[。；]?$"
)
# What is to happen then says nothing of when: 5月20日前完成, 5月14日至21日期间.
_TAIL = re.compile(
    r"(?:(?:持续|全部)?(?:完成|报送|上报|反馈|报|提交|办结|举行|举办|召开|开班|开幕|开展|发布|实施|施行)|(?<=[日号月])期间|(?<=[^个]月)内"
    r"|(?<=[日号月底旬午）])为[^，。；\d]{2,16}[日周月])$"
)
# 推普周活动为9月14日至20日, 活动时间为…
_NAMED = re.compile(
    r"^(?:[^，。；：月日报截]|(?<!\d)[月日]){0,24}?(?:活动|时间)(?:定?[为于在]|是)(?=\d)"
)
# 6月1日至30日，其中16日为安全宣传咨询日; 6月1日至30日，各地自行安排; 会期两天 would move its end.
_OF_WHICH = re.compile("[，。；（(]其中.*")
_MORE = re.compile(
    r"(?<=[日号月底旬午分时点前）\d])(?:。(?!.*\d[月日号时点:]).*|[，；][^\d天日周月年期延改每前后起止旬底午晚]+)$"
)
_LENGTH_BEHIND = (
    rf"(?<=[日号天底末旬月半时分点）)\d])(?:[，,]?{_LENGTH}|[（(]{_LENGTH}[）)])[。；]?$"
)
_COMMA = re.compile(r"(?<=[日号）)])，(?=上午|下午|中午|早|晚|\d{1,2}[时点:])")


def bare(text: str) -> str:
    """The date itself, without blanks: not what is to happen then, how long it is, which day of it counts."""
    # The sign for a ratio (U+2236) looks like a colon.
    plain = _FULL.sub(r"\1年\3月\4日", text).replace("∶", ":").replace("早晨", "早上")
    together = _NAMED.sub("", _COMMA.sub("", "".join(plain.split())).rstrip("。；"))
    if any(word in together for word in LENGTHS):
        together = re.sub(_LENGTH_BEHIND, "", together)
    if any(word in together for word in _ASIDES):
        together = re.sub(_ASIDE, "", together)
    if "其中" in together:
        together = _OF_WHICH.sub("", together)
    together = _MORE.sub("", together)
    return _TAIL.sub("", together) or together
