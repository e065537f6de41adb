"""公文标题的写法：发文机关名称、关于……的、文种（党政机关公文处理工作条例，第九条）。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from ..prose import BLANK
from ..subject import Rule, Subject
from ..vocabulary.bodies import ENDINGS, is_short

RULE = Rule("GK705", "warning", "公文标题的写法", needs=("署名",))
_HEAD = "公文: {发文机关: 示例县人民政府办公室, 标题: '%s'}\n"
FAIL = tuple(
    _HEAD % title
    for title in (
        "示例县人民政府办公室关于开展“5·15 政务公开日”活动通知",
        "示例县人民政府办公室关于开展“5·15 政务公开日”活动",
        "示例县人民政府办公室开展“5·15 政务公开日”活动的通知",
        "示例县教育局等8部门关于开展“5·15 政务公开日”活动的通知",
        "示例县人民政府关于开展“5·15 政务公开日”活动的通知",
        "示例县教育局关于开展“5·15 政务公开日”活动的通知",
        "示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知。",
        "示例县人民政府办公室关于开展“5·15 政务公开日”活动，做好公开工作的通知",
    )
)
PASS = (
    *(
        _HEAD % title
        for title in (
            "示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知",
            "关于开展“5·15 政务公开日”活动的紧急通知",
            "关于开展“5·15 政务公开日”活动的预通知",
            "示例县人民政府办公室关于印发《示例县“5·15 政务公开日”活动方案》的通知",
            "示例县人民政府办公室关于举办“5·15 政务公开日”活动的请示",
            "示例县人民政府办公室关于政务公开科、电子政务科举办“5·15 政务公开日”活动的复函（试行）",
            "示例县“5·15 政务公开日”活动公告",
            "2026年示例县“5·15 政务公开日”活动实施方案",
            "示例县人民政府办公室 示例县教育局关于开展“5·15 政务公开日”活动的通知",
        )
    ),
    (
        "公文: {发文机关: 示例省发展和改革委员会,"
        " 标题: [示例省发展改革委等12部门, 关于开展“5·15 政务公开日”活动的通知]}\n"
    ),
    (
        "公文: {发文机关: 示例省科学技术厅, 署名: [示例省科学技术厅, 中共示例省委宣传部, 示例省科学技术协会],"
        " 标题: [示例省科技厅 示例省委宣传部 示例省科协, 关于开展“5·15 政务公开日”活动的通知]}\n"
    ),
)

_FORMS = "通知|请示|报告|函|意见|批复|通报|决定|决议|命令|纪要|议案|公报|公告|通告"
_OTHERS = (
    "方案|计划|要点|办法|细则|安排|预案|倡议书|公开信|邀请函|提示|规定|规程|启事|说明|指南|清单|令"
)
_END = re.compile(rf"(?:{_FORMS}|{_OTHERS})$")
_NEEDS_ABOUT = re.compile(r"(?:通知|请示|批复|意见|通报|决定)$")
_ABOUT = re.compile(
    r"关于.+的(?:紧急|补充|预备?|联合|再次|重要|工作|情况|实施|指导|若干|几点|试行|实施|复)?(?:"
    rf"{_FORMS}|{_OTHERS})$"
)
_REMARK = re.compile(r"[（(][^（）()]*[）)]$")
# 示例省教育厅等12部门: how a title names a joint document's bodies.
_AND_OTHERS = re.compile(
    r"等(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:个|家)?(?:部门|单位|机关|部委|委办局|厅局)$"
)
_SHORTEST = len("县科协")
_MARK = re.compile(r"[，。；：！？,;:!?]")
_QUOTED = re.compile(r"《[^》]*》|“[^”]*”|（[^）]*）|" + BLANK)


def check(subject: Subject) -> Iterator[Finding]:
    header = subject.campaign.header
    lines = [text for text in subject.texts if text.steps[:2] == ("公文", "标题")]
    title = re.sub(r"\s", "", "".join(header.title))
    plain = _REMARK.sub("", title).rstrip("。；，、：")
    # What is wrong with the end is told of the last line, the rest of the first.
    first, last = lines[0].place(), lines[-1].place()
    if marks := _MARK.findall(_QUOTED.sub("", title)):
        text = next(text for text in lines if marks[0] in text.printed)
        place = text.place(text.start + text.printed.index(marks[0]))
        message = f"标题里有标点“{marks[0]}”"
        yield RULE.found(place, message, "标题除书名号、引号、括号、顿号外，一般不用标点")
    elif not _END.search(plain):
        yield RULE.found(last, "标题没有写明文种", "末尾写上文种，如“……的通知”")
    elif _NEEDS_ABOUT.search(plain) and not _ABOUT.search(plain):
        place = last if "关于" in plain else first
        yield RULE.found(place, "标题不是“关于……的”", f"写成“{header.issuer}关于……的通知”")
    else:
        issuer = plain[: plain.find("关于")] if "关于" in plain else ""
        bodies = {"".join(body.split()).removeprefix("中共") for body in header.bodies}
        if issuer and not any(_is_of(issuer, body) for body in bodies):
            message = f"标题里的发文机关是“{issuer}”，“发文机关”是“{header.issuer}”"
            yield RULE.found(first, message, "两处应当是一个机关；可以写「发文机关」来引用")


def _is_of(issuer: str, body: str) -> bool:
    """Whether a title's issuers have a body among them, by its full name or a customary short one."""
    name = _AND_OTHERS.sub("", issuer).removeprefix("中共")
    if body in name or is_short(name, body):
        return True
    # Blanks and line breaks part the names of a joint title; in one line they have none left.
    ends = (at for at in range(_SHORTEST, len(name)) if name[at - 1] in ENDINGS)
    return any(is_short(name[:at].rstrip("、"), body) for at in ends)
