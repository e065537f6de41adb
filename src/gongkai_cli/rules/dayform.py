"""月、日前面多写了“0”（标准叫编虚位），或者用短横、点、斜线代替年月日（GB/T 15835-2011；GB/T 9704-2012，7.3.5.4）。"""

import re
from collections.abc import Iterator
from datetime import date

from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK719", "note", "日期的写法")
FAIL = (
    "结语: 05月08日前完成。\n",
    "结语: 2026-05-15举行。\n",
    "结语: 定于2026.5.15举行，5.15日总结，2026/5/20报送。\n",
)
PASS = (
    "结语: 5月8日前完成，10月10日，第05组，编号2026-05-15-01，5.15元，2.5日均值。\n",
    "结语: 见http://a.cn/2026-05-15/1.html，版本2026.5.15.1，文件20260515.docx，“5·15”。\n",
)

_ZERO = re.compile(r"(?<!\d)(?:0(\d) ?月 ?0?(\d{1,2}) ?([日号])|(\d{1,2}) ?月 ?0(\d) ?([日号]))")
_DIGITS = re.compile(
    r"(?<![号码版\w./-])(20\d{2})([-./])(\d{1,2})\2(\d{1,2})(?![\w./-]*[\w/-])日?"
    r"|(?<![\d.¥￥])(\d{1,2})\.(\d{1,2})日(?!均|元)",
    re.ASCII,
)


def check(subject: Subject) -> Iterator[Finding]:
    for text, match in subject.matches(_ZERO, "月"):
        month, day, mark = match.groups()[:3] if match[1] else match.groups()[3:]
        right = f"{int(month)}月{int(day)}{mark}"
        edit = text.edit(*match.span(), right)
        yield RULE.found(text.place(match.start()), "月、日前面多写了“0”", f"写成“{right}”", edit)
    for text, match in subject.matches(_DIGITS, "./-"):
        year = match[1] or ""
        month, day = (match[3], match[4]) if year else (match[5], match[6])
        try:
            date(int(year or 2000), int(month), int(day))
        except ValueError:
            continue
        right = f"{year}年{int(month)}月{int(day)}日" if year else f"{int(month)}月{int(day)}日"
        edit = text.edit(*match.span(), right)
        yield RULE.found(text.place(match.start()), f"日期写成“{match[0]}”", f"写成“{right}”", edit)
