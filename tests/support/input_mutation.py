"""Mutation: one clerk's slip at a time in files that are sound or known; which of them are found?

``python tests/support/input_mutation.py`` prints the share found for each kind of slip, with the misses.
"""

import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from gongkai_cli.dates.workdays import is_workday
from gongkai_cli.finding import Finding
from gongkai_cli.loading import load
from gongkai_cli.rules import check
from gongkai_cli.subject import subject_of

ROOT = Path(__file__).parents[2]
REAL = sorted((ROOT / "campaigns").glob("*.yaml"))
SOUND = sorted((ROOT / "tests" / "sound").glob("*.yaml"))
SEED = 515
EACH = 3
EACH_REAL = 16
"""How many slips of each kind are made in one file at most."""

Change = Callable[[re.Match[str], random.Random, str], str | None]
"""From what a pattern matches in a line, the slip; None where there is none to be made here."""


@dataclass(frozen=True)
class Slip:
    """One kind of slip: where it can be made, and what the clerk writes there instead."""

    kind: str
    where: str
    change: Change
    lines: str = ""
    """Only in lines that match this."""


@dataclass(frozen=True)
class Mutant:
    """A file with one slip in it."""

    kind: str
    path: Path
    line: int
    old: str
    new: str
    text: str


def findings(text: str, path: str) -> tuple[Finding, ...]:
    """Everything validate says of a file."""
    loaded = load(text.encode(), path)
    subject = subject_of(loaded)
    return loaded.findings + (check(subject) if subject else ())


def put(template: str) -> Change:
    r"""The same slip everywhere; ``\1`` stands for a group."""
    return lambda match, _, __: match.expand(template)


def pick(*templates: str) -> Change:
    return lambda match, chance, _: match.expand(chance.choice(templates))


DAY = r"(?<![\d月年])(\d{1,2})月(\d{1,2})日"
PROSE = r"^(?!\s*(?:#|版式|成文日期|印发日期|年份|届次|首届年份|发文字号|活动:|电子邮箱|邮箱)).*[：，。]"
COMMENT = re.compile(r"\s+# ")
KEY = re.compile(r"^[ -]*([\u4e00-\u9fff]+): *(.*)$")
YEAR = re.compile(r"^年份: *(\d{4})", re.MULTILINE)
BODY = r"(?<![\u4e00-\u9fff])(?:[省市县区][\u4e00-\u9fff]{3,12}[局委])(?=[、，\]\s等]|$)"
LONG_NAMES = {
    "人力资源社会保障局": "人社局",
    "市场监管局": "市监局",
    "发展改革委": "发改委",
    "发展改革局": "发展和改革局",
    "人力资源和社会保障局": "人力资源社会保障局",
    "卫生健康委": "卫健委",
    "政务服务管理局": "政务服务局",
    "政务服务局": "政务服务管理局",
    "政府办公室": "政府办",
    "教育局": "教体局",
    "住房和城乡建设局": "住建局",
    "住房城乡建设局": "住房和城乡建设局",
    "应急局": "应急管理局",
    "工业和信息化局": "工信局",
    "文化旅游广电局": "文旅局",
}


def year_of(text: str) -> int:
    found = YEAR.search(text)
    assert found
    return int(found[1])


def shifted(match: re.Match[str], chance: random.Random, text: str) -> str | None:
    day = date(year_of(text), int(match[1]), int(match[2]))
    other = day + timedelta(days=chance.choice((-30, -10, -7, -3, -1, 1, 3, 7, 10, 30)))
    return f"{other.month}月{other.day}日"


def rested(match: re.Match[str], _: random.Random, text: str) -> str | None:
    day = date(year_of(text), int(match[1]), int(match[2]))
    while is_workday(day):
        day += timedelta(days=1)
    return f"{day.month}月{day.day}日"


def earlier(match: re.Match[str], chance: random.Random, text: str) -> str | None:
    day = date(year_of(text), int(match[1]), int(match[2]))
    day -= timedelta(days=chance.choice((8, 10, 14)))
    return f"{day.month}月{day.day}日"


def weekday(match: re.Match[str], chance: random.Random, _: str) -> str | None:
    return match[1] + chance.choice([day for day in "一二三四五六日" if day != match[2]])


def other_name(match: re.Match[str], _: random.Random, text: str) -> str | None:
    # A body named but once has but one name.
    core = next((name for name in LONG_NAMES if match[0].endswith(name)), None)
    if core is None or match[0][0] not in "省市县区" or text.count(match[0]) < 2:
        return None
    return match[0].removesuffix(core) + LONG_NAMES[core]


def misspelt(match: re.Match[str], chance: random.Random, text: str) -> str | None:
    if len(match[0]) < 6 or text.count(match[0]) < 2:
        return None
    at = chance.randrange(2, len(match[0]) - 1)
    return match[0][:at] + chance.choice("能务官里建") + match[0][at + 1 :]


def doubled(match: re.Match[str], _: random.Random, __: str) -> str | None:
    return match[1] + match[2] * 2


def last_year(match: re.Match[str], _: random.Random, text: str) -> str | None:
    year = year_of(text)
    return None if "20" in match[0] and str(year) not in match[0] else f"{year - 1}年{match[1]}"


def full_width(match: re.Match[str], _: random.Random, __: str) -> str | None:
    return match[0].translate(str.maketrans("0123456789", "０１２３４５６７８９"))


SLIPS = (
    Slip("星期写错", r"((?:星期|周))([一二三四五六日])(?=[）上])", weekday),
    Slip("日子挪动，带星期", rf"{DAY}(?=[上下]?午?（(?:星期|周))", shifted),
    Slip("日子写成32日", DAY, put(r"\g<1>月32日")),
    Slip("小月写31日", r"(?<![\d月年])[46911]{1,2}月(\d{1,2})日", put("6月31日")),
    Slip("月日颠倒", r"(?<![\d月年])(\d{1,2})月(1[3-9]|2\d|3[01])日", put(r"\2月\1日")),
    Slip("起止颠倒", r"(\d{1,2}月)(\d{1,2})日([至—-])(?:\d{1,2}月)?(\d{1,2})日", put(r"\1\4日\3\2日"), r"^(?!.*次年)"),
    Slip("截止挪到休息日", rf"{DAY}(?=[^，]{{0,9}}前)", rested, "截止|完成时间"),
    Slip("总结截止提前", rf"{DAY}(?=[^，]{{0,9}}前)", earlier, "总结.*截止|^    截止"),
    Slip("文中截止改了", rf"{DAY}(?=[^，]{{0,9}}前[^，]{{0,9}}(?:报送|交|将活动))", shifted, "^(?!.*截止).*总结"),
    Slip("事项时间挪出活动时间", DAY, put(r"2月10日"), r"^\s+(?:- \{.*)?时间:"),
    Slip("成文日期推后", r"(\d{4})([年-])\d{1,2}([月-])\d{1,2}(?=日|$)", put(r"\1\g<2>12\g<3>20"), "成文日期"),
    Slip("成文日期是去年", r"\d{4}(?=[年-])", put("2019"), "成文日期"),
    Slip("文号括号", r"〔(\d{4})〕", pick(r"[\1]", r"（\1）", r"【\1】", r"(\1)")),
    Slip("文号年份", r"〔\d{4}〕", put("〔2012〕"), "发文字号"),
    Slip("文号年份写到将来", r"〔\d{4}〕", put("〔2062〕")),
    Slip("文号两位年份", r"〔\d\d(\d\d)〕", put(r"〔\1〕")),
    Slip("文号加第、加零", r"〕(\d+)号", pick(r"〕第\1号", r"〕0\1号")),
    Slip("届次写错", r"(?<=届次: )\d+", put("9"), "^届次"),
    Slip("文中届数写错", r"(?:「届次」|第[一二三四五六七八九十]+届)(?=“)", (lambda _, chance, __: f"第{chance.choice(('九', '二十二', '三十'))}届"), PROSE),
    Slip("文中年份是去年", r"(?:20\d\d|「年份」)年(5月15日是|度将要|“|网络安全宣传周|根治)", last_year),
    Slip("年份两位", r"(?<!\d)(?:20)?(\d\d|「年份」)年(?=\d{1,2}月\d{1,2}日)", lambda _, __, text: f"{year_of(text) % 100}年", PROSE),
    Slip("活动日写错", r"(?<=年)5月15日(?=是)", pick("5月16日", "5月5日", "5月25日")),
    Slip("间隔号写错", r"(?<=\d)·(?=\d)", pick(".", "•", "-", "．", "・")),
    Slip("名称丢空格", r"(?<=5·15) (?=政务)", put(""), r"^(?!活动:)"),
    Slip("标点用了半角", r"(?<=[\u4e00-\u9fff])([，；：])(?=[\u4e00-\u9fff])", lambda match, _, __: {"，": ",", "；": ";", "：": ":"}[match[0]], PROSE),
    Slip("句号用了半角", r"(?<=[\u4e00-\u9fff])。(?=[\u4e00-\u9fff]|$)", put("."), PROSE),
    Slip("括号用了半角", r"（(?=[\u4e00-\u9fff])([^（）]*)）", put(r"(\1)"), r"^(?!\s*#)"),
    Slip("半边括号用了半角", r"（(?=[\u4e00-\u9fff])", put("("), r"^(?!\s*#)"),
    Slip("括号换成方括号", r"（([\u4e00-\u9fff]+)）", put(r"[\1]"), r"^(?!\s*#)"),
    Slip("文中单位中间空格", r"(?<=[由、，])([市县区][\u4e00-\u9fff]{2,6})(?=[局委][、，。])", put(r"\1 "), PROSE),
    Slip("丢前引号", "“", put(""), r"^(?!\s*#)"),
    Slip("丢后引号", "”", put(""), r"^(?!\s*#)"),
    Slip("丢书名号", "[《》]", put(""), r"^(?!\s*#)"),
    Slip("丢括号", "[（）]", put(""), r"^(?!\s*#)"),
    Slip("直引号", r"“([^”“]*)”", put(r'"\1"'), r"^(?!\s*#).*[^:] *“"),
    Slip("引号反了", r"“([^”“]*)”", put(r"”\1“"), r"^(?!\s*#)"),
    Slip("书名号套用", "〈([^〉]*)〉", put(r"《\1》"), r"^(?!\s*#)"),
    Slip("引号间加顿号", "(?:”(?=“)|》(?=《))", put(r"\g<0>、"), r"^(?!\s*#)"),
    Slip("标题加句号", r"(?<=标题: )([^,\[\]{}|]*?[\u4e00-\u9fff”])(?=$|,)", put(r"\1。")),
    Slip("标题手写序号", r"(?<=标题: )(?=[\u4e00-\u9fff“])", pick("（一）", "一、", "1.", "1、", "（1）"), r"^\s+- (?:\{)?标题"),
    Slip("章节手写序号", r"^  (?=[\u4e00-\u9fff]+:)", put("  三、"), r"^  (?:活动|工作|组织|注意|保障)"),
    Slip("附件手写编号", r"(?<=标题: )(?=[\u4e00-\u9fff]+(?:表|名单)$)", pick("附件1：", "附件：")),
    Slip("附件序号写错", r"(?<=[见（])附件\d?(?=）|。)", put("附件5")),
    Slip("没有填写", DAY, pick("×月×日", "X月X日", "  月  日", r"\1月××日", "【待定】"), PROSE),
    Slip("年份没有填写", r"(?:20\d\d|「年份」)年(?=\d{1,2}月)", pick("年", "20××年", "20XX年", "202X年"), PROSE),
    Slip("地点没有填写", r"(?<=地点: )[^,{}]*", pick("××广场", "待定", "【待核实】")),
    Slip("单位没有填写", r"(?<=[由在向])[市县区][\u4e00-\u9fff]{2,8}(?=[，、])", put("××局")),
    Slip("电话少一位", r"(?<![\d.])(\d{6})\d(?=\D|$)", put(r"\1"), "电话|热线|^  局办公室"),
    Slip("手机少一位", r"(?<!\d)(1[358]\d{8})\d(?!\d)", put(r"\1")),
    Slip("邮箱写坏", r"@([\w.]+)\.(com|cn)", pick(r"\1.com", r"@\1"), "邮箱|@"),
    Slip("没有联系人", r"(?<=联系人: ).*", put(""), "^  联系人:"),
    Slip("没有电话", r"(?<=电话: ).*", put(""), "^  (?:联系)?电话:"),
    Slip("单位换了叫法", BODY, other_name, r"^(?!\s*#|  主送|  发文|  标题)"),
    Slip("单位错字", BODY, misspelt, r"^(?!\s*#|  主送|  发文|  标题)"),
    Slip("单位中间空格", r"(?<=[市县区])(?=[\u4e00-\u9fff]{2,8}[局委](?:[,\]]|$))", put(" "), "责任单位|牵头|配合|^      - "),
    Slip("单位连写", r"(?<=[局委办会]), (?=[省市县区])", pick("", " ", "和", "/"), "责任单位|配合|名单"),
    Slip("单位写了两次", r"\[([^,\]]+), ", put(r"[\1, \1, "), "责任单位|配合|名单"),
    Slip("没有责任单位", r"(责任单位|牵头): [^,{}\[\]]+$", put(r"\1:")),
    Slip("责任单位漏一个", r"(?<=责任单位: \[)[^,\]]+, ", put("")),
    Slip("发文机关少了办公室", "办公室$|办公厅$", put(""), "^  发文机关:"),
    Slip("署名换了", "$", put("、示例县人民政府"), "^  署名: [^\\[]*$"),
    Slip("标题丢了“的”", "的(?=(?:通知|请示)(?:$|\\]))", put("")),
    Slip("标题丢了文种", "的(?:通知|请示)(?=$|\\])", put("")),
    Slip("标题丢了“关于”", "关于", put(""), "^  标题|^    - .*关于开展"),
    Slip("词语重复", r"([，。])([\u4e00-\u9fff]{2})(?=[\u4e00-\u9fff])", doubled, PROSE),
    Slip("标点重复", r"(?<=[\u4e00-\u9fff])([，。；])", put(r"\1\1"), PROSE),
    Slip("至写成短横", r"(\d日)[至—](?=(?:\d{1,2}月)?\d{1,2}日)", put(r"\1-")),
    Slip("全角数字", r"\d{1,2}(?=月\d)", full_width, PROSE),
    Slip("编了虚位", r"(?<![\d月])(\d)月(?=\d)", put(r"0\1月"), PROSE),
    Slip("没有的时刻", r"(?<=日)(\d{1,2})时", put("25时")),
    Slip("下午14时", r"下午(?:\d{1,2})时", put("下午15时")),
    Slip("日期用点", DAY, put(r"\1.\2日"), PROSE),
    Slip("序号后顿号", r"^(\s+\d)\.(?=[\u4e00-\u9fff])", put(r"\1、")),
    Slip("日子挪动", DAY, shifted, PROSE),
    Slip("日子丢了“日”", rf"{DAY}(?=前)", put(r"\1月\2"), PROSE),
    Slip("日子断开", r"(?<=月)([1-3])(\d)(?=日)", put(r"\1 \2"), PROSE),
    Slip("星期用数字", r"(星期)[一二三四五六日]", put(r"\g<1>5")),
    Slip("日写成曰", "(公开|教育|环境|开放)日(?=[”活，。])", put(r"\1曰"), PROSE),
    Slip("名称里的日子", r"(?<=\d·)(\d{1,2})(?=[”’]? ?(?:政务公开|全民))", put("16"), r"^(?!活动:).*[：，。]"),
    Slip("局写成居", r"([省市县区](?:司法|教育|公安|财政|民政))局(?=[，。、牵负])", put(r"\1居"), PROSE),
    Slip("截至写成截止", "截至(?=目前|\\d)", put("截止")),
    Slip("约数重复", r"约(\d[\d.]*)(?=[人项场家件])", put(r"约\1余")),
    Slip("数漏一个", "(?<=[，；。])二([是要])", put(r"三\1")),
)  # fmt: skip


def mutants(paths: Sequence[Path], seed: int = SEED, each: int = EACH) -> Iterator[Mutant]:
    """Slips of every kind, chosen by chance but always the same."""
    for path in paths:
        text = path.read_text("utf-8")
        lines = text.split("\n")
        for slip in SLIPS:
            chance = random.Random(f"{seed} {path.name} {slip.kind}")  # noqa: S311
            sites = [
                (number, match)
                for number, line in enumerate(lines)
                if not line.lstrip().startswith("#") and re.search(slip.lines, line)
                for match in re.finditer(slip.where, COMMENT.split(line)[0])
            ]
            for number, match in chance.sample(sites, min(each, len(sites))):
                new = slip.change(match, chance, text)
                if new is None or new == match[0]:
                    continue
                line = lines[number][: match.start()] + new + lines[number][match.end() :]
                changed = "\n".join([*lines[:number], line, *lines[number + 1 :]])
                yield Mutant(slip.kind, path, number + 1, match[0], new, changed)


def is_found(mutant: Mutant, before: set[tuple[str, str, int]]) -> bool:
    """Whether validate says something new, at the line or naming what stands there."""
    words = [word for word in (mutant.old.strip(), mutant.new.strip()) if len(word) > 1]
    if key := KEY.match(mutant.path.read_text("utf-8").split("\n")[mutant.line - 1]):
        # What refers to this key, or tells it apart from another.
        words += [f"“{key[1]}”", f"“{key[1]}.", f".{key[2]}."] if key[2] else [f"“{key[1]}”"]
    return any(
        finding.place.line == mutant.line or any(word in finding.message for word in words)
        for finding in findings(mutant.text, mutant.path.name)
        if (finding.code, finding.message, finding.place.line) not in before
    )


@dataclass
class Tally:
    made: int = 0
    missed: list[Mutant] | None = None

    @property
    def found(self) -> int:
        return self.made - len(self.missed or ())


def tally(paths: Sequence[Path], each: int = EACH) -> dict[str, Tally]:
    """How many slips of each kind were made, and which of them nothing was said of."""
    counts = {slip.kind: Tally(0, []) for slip in SLIPS}
    before = {
        path: {
            (finding.code, finding.message, finding.place.line)
            for finding in findings(path.read_text("utf-8"), path.name)
        }
        for path in paths
    }
    for mutant in mutants(paths, each=each):
        count = counts[mutant.kind]
        count.made += 1
        if not is_found(mutant, before[mutant.path]):
            assert count.missed is not None
            count.missed.append(mutant)
    return counts


def share(counts: dict[str, Tally]) -> float:
    return sum(count.found for count in counts.values()) / sum(
        count.made for count in counts.values()
    )


def page(title: str, counts: dict[str, Tally]) -> str:
    """The share found for each kind, the worst first, with the misses."""
    made = sum(count.made for count in counts.values())
    lines = [f"{title}：{made} 处笔误，找出 {share(counts):.1%}"]
    for kind, count in sorted(
        counts.items(), key=lambda item: item[1].found / max(item[1].made, 1)
    ):
        if count.made:
            lines.append(f"  {count.found:3}/{count.made:<3} {kind}")
            lines += [
                f"          {miss.path.name}:{miss.line} “{miss.old}”→“{miss.new}”"
                for miss in count.missed or ()
            ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(page("两个真实的活动", tally(REAL, EACH_REAL)))
    sys.stdout.write(page("虚构的活动", tally(SOUND)))
