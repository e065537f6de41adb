"""还没有填写的空位：××、20××年、【待定】、没有数字的“年 月 日”。"""

import re
from collections.abc import Iterator

from ..charset import HAN
from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK703", "warning", "没有填写的空位")
FAIL = (
    "结语: 由××局牵头。\n",
    "导语: 20××年5月15日是“政务公开日”。\n",
    "结语: 于年5月20日前报送。\n",
    "结语: 地点【待定】，联系人（待补充）。\n",
    "结语: 于 月 日前报送，电话____，金额TODO。\n",
    "统筹任务: [{标题: 甲, 牵头: 县司法局, 地点: 待定}]\n",
    "结语: 由XX局牵头，于X月X日前报送，202X年。\n",
    "结语: 请于5月 日前报送。\n",
    "结语: 公开事项（此处填写），？？？。\n",
    "结语: 做好【届次】活动，按『年份』年办。\n",
    "结语: 将名单报县教育局（），便于联系。\n",
)
PASS = (
    "结语: 今年5月20日前，每年4月1日，2026年5月，全年12月，次年1月10日，5×8小时，3×4米。\n",
    "结语: 具体时间另行通知，待定事项清单，“年、月、日”，XX染色体，Xbox，MAXX。\n",
    "结语: 压缩包统一命名为“××单位+活动总结”，邮件主题注明“XX局总结”。\n",
    "结语: 待核实的线索，【专栏】，未定级事项，当年4月1日，翌年3月，跨年5月，新年1月1日。\n",
    "结语: 请在（）内打√，参加（）不参加（）两项选一，是（），否（）。\n",
    "结语: 2026 年 5 月 25 日前，落款写明年月日，按年月统计，某年某月某日，2025年 5月。\n",
)

_CROSS = re.compile(r"[×✕╳]{2,}|[×✕╳](?=[月日年局县市区镇号])(?!\d)|(?<=[0-9])[×✕╳]+(?=年|号)")
_LETTERS = re.compile(
    rf"(?<![A-Za-z0-9])[Xx]{{2,5}}(?=[{HAN}）”、，。]|$)(?!染色体)|(?<![A-Za-z])[Xx](?=[年月日])"
    r"|(?<!\d)(?:19|20)(?:\d?[Xx*＊]{1,2})(?= ?年|〕)|[*＊]{2,}",
    re.MULTILINE,
)
_PENDING = re.compile(
    r"[【\[（(](?:待|此处|填|请填|空)[^】\]）)\n]{0,12}[】\])）]|[【\[][^】\]\n]{0,8}(?:待定|待补|待核|未定)[^】\]\n]{0,4}[】\]]"
    rf"|TODO|TBD|FIXME|_{{2,}}|＿{{2,}}|[？?]{{3,}}|(?<![{HAN}])待定(?=$|[，。；、）])"
    rf"|(?<=[{HAN}])(?<![是否有无])（[ 　]?）(?=[，。；])",
    re.MULTILINE,
)
# What stands in other brackets and can but be meant in 「」; 【时间】 may head a line.
_REFERENCE = (
    r"[【『｢](?P<name>届次|届数|年份|发文机关|报送\.[^【】\n.]{1,20}\.[^【】\n.]{1,4}"
    r"|(?<=[『｢])(?:活动|时间|地点|发布途径))[】』｣]"
)
_DAY = re.compile(
    rf"(?<![\d{HAN}年])(?<!\d )年 ?\d{{1,2}} ?月 ?\d{{1,2}} ?日|(?<=[于自从到至在截])年 ?\d{{1,2}} ?月"
    r"|(?<![\d某一二三四五六七八九十按、“年])(?: |^)月 +日|\d{1,2}月 +日|年 +月( +日)?|(?<=[于自从到至在])月 *\d{1,2} ?日"
    r"|(?:^|(?<=[，。；]))年\d{1,2}月\d{1,2}日",
    re.MULTILINE,
)
# 文件名为“××单位总结” shows how others are to write it.
_PATTERN = re.compile(
    r"(?:命名|文件名|名称|标题|主题|统一|注明|标注|格式|例如|样式)[^。；\n”]{0,12}“[^”\n]{0,12}$"
)
_FIELD = re.compile("栏|填写|填报|格式|字样|写作")
_WITHHELD = re.compile(rf"[×✕XxＸ]{{1,4}}[{HAN}]{{0,4}}(?:均?[是为系])化名")
_KINDS = (
    (_CROSS, "×✕╳"),
    (_LETTERS, "Xx*＊"),
    (
        _PENDING,
        (
            *("待", "此处", "填", "空", "未定", "（）", "（ ）", "（　）"),
            *("TODO", "TBD", "FIXME", "__", "＿＿", "?", "？"),
        ),
    ),
    (_DAY, "月"),
)
_UNTYPED = (("届次",), ("公文", "成文日期"), ("公文", "印发日期"))


def check(subject: Subject) -> Iterator[Finding]:
    for steps in _UNTYPED:
        *above, key = steps
        said = (subject.data.get(above[0], {}) if above else subject.data).get(key)
        # The loader lets a blank stand for a date or an edition that is not fixed yet.
        if isinstance(said, str) and said.startswith("【"):
            yield RULE.found(subject.place(steps), f"“{said}”还没有填写", "填上内容，或者删去")
    for text, match in subject.matches(_REFERENCE, "【『｢"):
        edit = text.edit(*match.span(), f"「{match['name']}」")
        hint = f"写成“「{match['name']}」”"
        yield RULE.found(text.place(match.start()), f"“{match[0]}”不是引用，会照印", hint, edit)
    told = -1
    found = [
        (match.start(), match.end(), text, match[0])
        for pattern, having in _KINDS
        for text, match in subject.matches(pattern, having)
    ]
    for start, end, text, said in sorted(found, key=lambda one: one[:2]):
        if start < told or text.key in ("电子邮箱", "邮箱") or _is_pattern(subject, start):
            continue
        told = end
        lead = len(said) - len(said.lstrip())
        message = f"“{said.strip()}”还没有填写"
        yield RULE.found(text.place(start + lead), message, "填上内容，或者删去")


def _is_pattern(subject: Subject, at: int) -> bool:
    head = subject.whole[max(at - 40, 0) : at]
    # “填报日期”栏填写“年 月 日” speaks of a form; XX县是化名 of a name withheld.
    quoted = head.rfind("“") > head.rfind("”") and _FIELD.search(head)
    withheld = _WITHHELD.match(subject.whole, at)
    return bool(_PATTERN.search(head) or quoted or withheld)
