"""汉字中间用了半角标点（GB/T 15834-2011）。"""

import re
from collections.abc import Iterator

from ..charset import HAN
from ..finding import Finding
from ..subject import Rule, Subject, Text
from .together import are_joined

RULE = Rule("GK712", "warning", "半角标点")
FAIL = (
    "结语: 加强领导,落实责任。\n",
    "结语: 县政务服务中心(网络中心)负责。\n",
    "结语: 是否落实?\n",
    "结语: 加强领导.落实责任.\n",
    "结语: 报送材料(2份)，共12份,逾期不候。\n",
    "正文: {线下活动(集中宣传): 在文化广场举行。}\n",
    "结语: 办理事项...公开。\n",
)
PASS = (
    "结语: 电话0000-0000000，邮箱a.b@example.com，16:00前，3.5万人（约），见http://a.cn/b?c=1。\n",
    "结语: 电话(0411)88888888，“AI+政务”，COVID-19，C++(2)，1.5倍，W.H.O.，报告.docx。\n",
    "结语: 关注@示例发布，话题“#政务公开#”，http://a.cn/公开，详见。\n",
)

_CLOSING = f"{HAN}”’》）〉】"
_HALF = ",;:?!().[]-"
_FULL = dict(zip(",;:?!().[]", "，；：？！（）。（）", strict=True))
_MARK = re.compile(
    rf"(?<=[{_CLOSING}])[,;:?!](?!//)|(?<=\d)[,;](?=[{HAN}“《])|(?<=[{HAN}])(?<![一二三四五六七八九十])\.(?=[{HAN}《“（]|$)"
    rf"|(?<=[{HAN}])(?P<dots>\.{{3,6}})|(?<=[{HAN}])--(?=[{HAN}])"
    rf"|(?<=[{HAN}])\[(?=[{HAN}])|(?<=[{HAN}])\](?=[{_CLOSING}，。、；：])"
    rf"|(?<=[{_CLOSING}])\((?!0?\d{{2,3}}\)\d)|\((?=[{HAN}])|(?<=[{_CLOSING}])\)",
    re.MULTILINE,
)
_PARTNER = re.compile(r"\([^()\n]{0,60}\)")
# Each try begins at a word's own beginning, or long words would take forever.
_ADDRESS = re.compile(
    rf"https?://[^\s{HAN}，。；）]+|(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+,-]++@[\w-]+(?:\.[\w-]+)+"
)


def _is_told(text: Text) -> bool:
    """Whether another rule says of a comma that it stands between two names."""
    return text.is_units and are_joined(text.printed)


def check(subject: Subject) -> Iterator[Finding]:
    whole = subject.whole
    half = {
        match.start()
        for start, end in subject.lines(_HALF)
        for match in _MARK.finditer(whole, start, end)
    }
    if not half:
        return
    # A bracket and its partner are of one width.
    for pair in _PARTNER.finditer(whole):
        if {pair.start(), pair.end() - 1} & half and not pair[0][1:-1].isdigit():
            half |= {pair.start(), pair.end() - 1}
    half -= {at for at in half if whole[at] == "," and _is_told(subject.text_at(at))}
    half -= {at for match in _ADDRESS.finditer(whole) for at in range(*match.span())}
    for at in sorted(half):
        text = subject.text_at(at)
        if not text.is_typed(at, at + 1) or text.steps == ("公文", "发文字号"):
            continue
        if whole.startswith((".", "--"), at) and (run := re.match(r"\.{2,}|--", whole[at:])):
            right, said = ("——", run[0]) if run[0] == "--" else ("……", run[0])
        else:
            right, said = _FULL[whole[at]], whole[at]
        # A dotted name needs ·, the end of a sentence 。; [ may stand for （ or 〔.
        edit = None if said in ".[]" else text.edit(at, at + len(said), right)
        yield RULE.found(text.place(at), f"汉字中间用了半角“{said}”", f"改成“{right}”", edit)
