"""文中有钟上没有的时刻，或者“下午14时”这样的两种说法混写。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK506", "warning", "时刻的写法")
FAIL = (
    "结语: 5月20日25时前报送。\n",
    "结语: 5月20日下午14时举行。\n",
    "结语: 5月20日16时75分举行，5月21日9:70结束。\n",
    "结语: 5月20日上午14:30举行。\n",
)
PASS = (
    "结语: 5月20日24时前报送，下午2时30分，14时30分，上午9:30至11:30，每天00:00。\n",
    "结语: 24小时值守，历时36小时，比分3:72，比例为1:99，共40点意见，第25点。\n",
    "结语: 每周六晚19:30放映，每晚19:30《示例新闻》后，当晚20时播出，每天晚上7:30。\n",
    "结语: 中午12时至下午1时，晚上8点，下午12345热线，凌晨0时。\n",
)

_HOUR = re.compile(
    r"(?P<half>凌晨|早上|上午|下午|晚上|晚)? ?(?<![\d:.])(?P<hour>\d{1,2})"
    r"(?:(?P<word>时|点)(?!间|钟的|建议|意见|要求|多)(?:(?P<minute>\d{1,2})分(?!之))?|[:：](?P<second>\d{2})(?![\d:]))"
)
_DAY_BEFORE = re.compile(r"[日号天）)] ?$|[午晚] ?$")
_WHICH_EVENING = re.compile("(?:[每当今]|(?:周|星期)[一二三四五六日天末])$")
_LATE = {"下午": range(1, 12), "晚上": range(1, 13), "晚": range(1, 13)}
_EARLY = {"凌晨": range(7), "早上": range(13), "上午": range(13)}


def check(subject: Subject) -> Iterator[Finding]:
    for text, match in subject.matches(_HOUR, "时点:："):
        half, hour, clock = match["half"], int(match["hour"]), match["word"] is None
        if half == "晚" and _WHICH_EVENING.search(
            subject.whole, max(match.start() - 3, 0), match.start()
        ):
            half = None  # 每晚, 每周六晚 says which evenings, not which half of the clock
        minute = int(match["minute"] or match["second"] or 0)
        # A bare 3:72 may be a score, 25点 the number of a point.
        if not half and not _DAY_BEFORE.search(
            subject.whole, max(match.start() - 3, 0), match.start()
        ):
            continue
        place = text.place(match.start())
        said = match[0].strip()
        if hour > 24 or minute > 59 or (hour == 24 and minute):  # noqa: PLR2004
            yield RULE.found(place, f"没有“{said}”这个时刻", "检查几时几分")
        elif half and hour not in (_LATE | _EARLY)[half] and not (hour == 12 and half == "下午"):  # noqa: PLR2004
            exact = f"{hour}:{minute:02}" if clock else match[0].strip().removeprefix(half).strip()
            yield RULE.found(
                place, f"“{said}”两种说法混用", f"写成“{exact}”，或者{half}几时（12小时制）"
            )
