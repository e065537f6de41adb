"""文中写的附件名称和附件的标题差一点，或者序号指的是另一个附件；标题写的和印发件的标题不一样。"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from ..charset import HAN
from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK527", "warning", "附件名称前后不一", needs=("附件", "印发件"), of_own=True)
_TWO = (
    "附件: [{标题: 活动情况统计表, 列: [甲], 空行: 3}, {标题: 联络员登记表, 列: [甲], 空行: 3}]\n"
)
_ISSUES = (
    "公文: {发文机关: 示例县人民政府办公室, 成文日期: 2026年4月28日,"
    " 标题: [示例县人民政府办公室关于印发, 《“5·15 政务公开日”活动方案》的通知]}\n"
)
FAIL = (
    f"{_ISSUES}印发件: {{标题: “5·15 政务公开日”实施方案}}\n",
    f"结语: 填报《活动情况汇总表》。\n{_TWO}",
    f"结语: 填报《活动情况统计表》（附件2）。\n{_TWO}",
    f"结语: 填报联络员登记表（见附件1）。\n{_TWO}",
)
PASS = (
    f"{_ISSUES}印发件: {{标题: [“5·15 政务公开日”, 活动方案], 导语: 制定本方案。}}\n",
    f"{_ISSUES}印发件: {{标题: 示例县“5·15 政务公开日”活动方案}}\n",
    f"结语: 填报《活动情况统计表》（附件1）和《联络员登记表》（附件2）。\n{_TWO}",
    f"结语: 填报《政务公开情况调查问卷》，发放《条例》和《活动情况》简报，见附件1、附件2。\n{_TWO}",
    f"结语: 填报《联络员登记表》，学习《政府信息公开条例》。\n{_TWO}",
    "结语: 填报《〈行动方案〉落实情况统计表》。\n附件: [{标题: 《行动方案》落实情况统计表, 列: [甲], 空行: 3}]\n",
)

_TITLED = re.compile(r"《([^《》\n]{2,40})》(?:[（(](?:详?见)?附件 ?(\d)?[）)])?")
_PLAIN = re.compile(rf"([{HAN}]{{2,30}})[（(](?:详?见)?附件 ?(\d)[）)]")
_ISSUED = re.compile("印发《([^《》]+)》")
_CLOSE = 0.7
# Within 《》 a title's own 《》 are 〈〉.
_INNER = str.maketrans("《》", "〈〉")


def check(subject: Subject) -> Iterator[Finding]:
    yield from _of_issued(subject)
    titles = [annex.title or annex.table or "" for annex in subject.campaign.annexes]
    if not titles:
        return
    inner = [title.translate(_INNER) for title in titles]
    for text, match in subject.matches(_TITLED, "《"):
        said, number = match[1], match[2]
        if text.steps[0] == "附件" and text.key == "标题":
            continue
        near = next((titles[n] for n, one in enumerate(inner) if _differs_little(said, one)), None)
        if said not in inner and near:
            message = f"文中是《{said}》，附件的标题是“{near}”"
            yield RULE.found(text.place(match.start()), message, "改成一样")
        elif number:
            yield from _misnumbered(subject, titles, match, said)
    for _, match in subject.matches(_PLAIN, ("附件",)):
        yield from _misnumbered(subject, titles, match, match[1])


def _of_issued(subject: Subject) -> Iterator[Finding]:
    """The title of what a notice issues; one of the two may leave the body out."""
    issued = subject.campaign.issued
    said = _ISSUED.search("".join(subject.campaign.header.title)) if issued else None
    if not issued or not said:
        return
    title = "".join(issued.title)
    if not title.endswith(said[1]) and not said[1].endswith(title):
        message = f"标题印发的是《{said[1]}》，印发件的标题是《{title}》"
        yield RULE.found(subject.place(("印发件", "标题")), message, "改成一样")


def _misnumbered(
    subject: Subject, titles: list[str], match: re.Match[str], said: str
) -> Iterator[Finding]:
    """An annex named rightly under another's number."""
    meant = [number for number, title in enumerate(titles, 1) if title and said.endswith(title)]
    if meant and int(match[2]) not in meant:
        text = subject.text_at(match.start())
        message = f"“{titles[meant[0] - 1]}”是附件{meant[0]}，文中写的是附件{match[2]}"
        yield RULE.found(text.place(match.start(2)), message, "检查附件的序号")


def _differs_little(said: str, title: str) -> bool:
    # Of the same kind of paper, and nearly of the same name.
    if said == title or said[-1] != title[-1] or said in title or title in said:
        return False
    return SequenceMatcher(None, said, title, autojunk=False).ratio() >= _CLOSE
