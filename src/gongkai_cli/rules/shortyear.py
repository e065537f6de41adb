"""年份只写了两位（GB/T 15835-2011：年份写四位）。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK718", "warning", "年份只写两位")
FAIL = (
    "结语: 26年5月15日举行。\n",
    "结语: 总结25年度工作。\n",
    "公文: {发文机关: 示例县人民政府办公室, 标题: 示例县人民政府办公室关于开展26年“5·15 政务公开日”活动的通知}\n",
)
PASS = (
    "结语: 近20年来，工作满26年，历时10年5个月，2026年5月，26年如一日，连续25年度报告。\n",
    "结语: 建党70年，第26年。\n",
)

_SHORT = re.compile(
    r"(?<![\dOo满近约历续第过逾成立前后党国校])(\d{2}) ?年(?=度(?!报)| ?\d{1,2} ?月 ?\d{1,2} ?[日号]|[“”]|政务|全国|工作要点)"
)


def check(subject: Subject) -> Iterator[Finding]:
    year = subject.context.year
    for text, match in subject.matches(_SHORT, "年"):
        full = year // 100 * 100 + int(match[1])
        # Far from this year it is a length of time.
        if abs(full - year) > 10:  # noqa: PLR2004
            continue
        edit = text.edit(match.start(1), match.end(1), str(full))
        yield RULE.found(
            text.place(match.start()), f"“{match[1]}年”只写了两位", f"写成“{full}年”", edit
        )
