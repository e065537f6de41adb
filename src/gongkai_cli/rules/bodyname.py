"""一个单位有两种写法：全称和简称，多了“和”字或者括号，或者写错了字。

简称按机构改革以后的通行叫法。文中写全称并注明“以下简称”的不算，《》里别的文件的题目不算。
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from ..finding import Finding
from ..subject import Rule, Subject, Text
from ..vocabulary.bodies import LEVELS, RANK, bare, group, home, misspelt, read_name
from ..vocabulary.naming import han

RULE = Rule("GK603", "warning", "一个单位两种写法")
FAIL = (
    "统筹任务: [{标题: 甲, 责任单位: 县人力资源社会保障局}]\n结语: 由县人力资源和社会保障局牵头。\n",
    "统筹任务: [{标题: 甲, 责任单位: 县住房和城乡建设局}, {标题: 乙, 责任单位: 县住房城乡建设局}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县市监局}, {标题: 乙, 责任单位: 县市场监管局}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县卫健局}]\n结语: 由县卫生健康局牵头，县卫健局配合。\n",
    "统筹任务: [{标题: 甲, 责任单位: 县政务服务中心（网络中心）}, {标题: 乙, 责任单位: 县政务服务中心}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县农业农村局}, {标题: 乙, 责任单位: 县农业农林局}]\n",
    "结语: 由县发改局、县文旅局牵头，县发展改革局汇总。\n",
    "统筹任务: [{标题: 甲, 责任单位: 县卫建局}, {标题: 乙, 责任单位: 县卫健局}, {标题: 丙, 责任单位: 县卫健局}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县水务局}, {标题: 乙, 责任单位: 县水利局}]\n",
)
PASS = (
    "统筹任务: [{标题: 甲, 责任单位: [县司法局, 县财政局]}]\n结语: 由县司法局和县财政局牵头。\n",
    "统筹任务: [{标题: 甲, 责任单位: [县第一中学, 县第二中学, 城东街道, 城西街道, 县教育局]}]\n",
    "统筹任务: [{标题: 甲, 责任单位: [县教育局, 县体育局, 县税务局]}, {标题: 乙, 责任单位: [县教育局, 县水务局]}, {标题: 丙, 责任单位: 县水务局}]\n",
    "结语: 按《示例县卫生健康委员会关于做好宣传的通知》，由县卫健委牵头，市卫生健康委指导。\n",
    "统筹任务: [{标题: 甲, 牵头: 县政府办公室}]\n结语: 报县政府办政务公开科，县政府办理的事项除外。\n",
    "统筹任务: [{标题: 甲, 牵头: 县政府办公室}]\n结语: 送县政府办617房间，联系县政府办刘某，交县政府办3楼会议室。\n",
    "结语: 县市场监督管理局（以下简称县市监局）负责，县市监局汇总。\n",
    (
        "公文: {发文机关: 示例市人民政府办公室, 标题: 示例市人民政府办公室关于开展“5·15 政务公开日”活动的通知}\n"
        "结语: 甲区教育局、乙县教体局参加，市教育局指导。\n"
    ),
)

_Key = tuple[str, int | str]
# Words a sentence may put before a body: all other 汉字 belong to a place's name.
_LEADING = set("由向和与及在到至报从对以请经按为或各送交并是将将把据")


def check(subject: Subject) -> Iterator[Finding]:
    place = home(subject.campaign.header.issuer)
    level = place[-1:]
    named: list[tuple[_Key, Text, str, int]] = []
    for text, name, start in subject.units:
        body = read_name(name)
        here = body.place in ("", level, place)
        named.append((("" if here else body.place, body.body), text, name, start))
    counts = Counter((key, bare(name)) for key, _, name, _ in named)
    # What is written most is meant; of what is written alike often, the first.
    known: dict[_Key, str] = {}
    for key, _, name, _ in named:
        first = known.setdefault(key, name)
        if counts[key, bare(name)] > counts[key, bare(first)]:
            known[key] = name
    for key, text, name, start in named:
        if bare(name) != bare(known[key]) and text.is_typed(start, start + len(name)):
            yield _finding(text, start, name, known[key])
    yield from _misspelt(subject)
    yield from _in_prose(subject, place, known)


def _in_prose(subject: Subject, place: str, known: dict[_Key, str]) -> Iterator[Finding]:
    whole, level = subject.whole, place[-1:]
    defined: set[int] = set()
    for text, match in subject.bodies:
        at = match.start()
        body = group(match[2])
        if text.is_units or text.steps[0] == "公文" or subject.is_cited(text, at):
            continue
        if "简称" in whole[max(at - 6, 0) : at]:
            defined.add(body)
        if body in defined or RANK.get(match[1], 0) < RANK.get(level, 9):
            continue
        if whole[at - 1] not in _LEADING and han(whole[at - 1]):
            continue
        if "简称" in whole[match.end() : match.end() + 6]:
            continue
        first = known.setdefault(("" if match[1] == level else match[1], body), match[0])
        # Only the writing is compared, not whether the place stands before it.
        if _core(first, match[0]) != match[0] and text.is_typed(*match.span()):
            yield _finding(text, at, match[0], first)


def _core(first: str, said: str) -> str:
    """The first writing from its level on: 示例县教育局 → 县教育局, 教育局 → 县教育局."""
    at = first.rfind(said[:2])
    if at >= 0:
        return bare(first[at:])
    return said if first and first[0] not in LEVELS and said.endswith(first) else bare(first)


def _misspelt(subject: Subject) -> Iterator[Finding]:
    counts: Mapping[str, int] = Counter(bare(name) for _, name, _ in subject.named)
    wrong = misspelt(counts)
    for text, name, start in subject.named:
        if (right := wrong.get(bare(name))) and text.is_typed(start, start + len(name)):
            yield _finding(text, start, name, right)


def _finding(text: Text, start: int, name: str, first: str) -> Finding:
    return RULE.found(text.place(start), f"“{name}”别处写作“{first}”", "统一成一种写法")
