"""Campaigns whose texts are mixtures of what rules look for, so that every rule has something to read."""

import random
import re
from functools import cache

from .known_texts import KNOWN
from .rule_examples import CASES, FILES, MARKER, cases

_WORD = re.compile(r"[^，。；：、\s]{1,12}[，。；：、]?")
_MARKS = (
    "，。；：、“”‘’《》（）〈〉【】「」…—－-·~～/|#*_`&.()[] 　"
    "0123456789０１〇零一二三四五六七八九十百千年月日号时分前后内起至到第届个项条款附件"
)


@cache
def _words() -> tuple[str, ...]:
    """What stands between the marks of all examples, cases and known files."""
    texts = [
        *(text for _, text in CASES),
        *(case.partition(MARKER)[0] for path in FILES for case in cases(path)),
        *KNOWN,
    ]
    lines = (line for text in texts for line in text.split("\n") if not line.startswith("#"))
    return tuple(sorted({word for line in lines for word in _WORD.findall(line)}))


def _piece(chance: random.Random) -> str:
    word = chance.choice(_words())
    at, end = sorted(chance.randrange(len(word) + 1) for _ in range(2))
    match chance.randrange(20):
        case 0 | 1 | 2:
            return chance.choice(_MARKS) * chance.choice((1, 1, 1, 2, 3))
        case 3 | 4 | 5:
            return word[at:end]
        case 6 | 7 | 8 | 9:
            return word[:at] + chance.choice(_MARKS) + word[at:]
        case _:
            return word


def mixed(chance: random.Random) -> str:
    """A campaign file with such a text under nearly every key."""

    def words(most: int) -> str:
        return "".join(_piece(chance) for _ in range(chance.randint(1, most)))

    def text(most: int) -> str:
        return "'" + words(most).replace("'", "''") + "'"

    return f"""\
活动: {text(3)}
年份: {chance.choice((2020, 2024, 2026))}
届次: {chance.choice((1, 3, 20, 99))}
公文:
  版式: {chance.choice(("公文", "电报", "信函"))}
  发文机关: {text(2)}
  发文字号: {text(3)}
  标题: [{text(3)}, {text(4)}]
  主送机关: {text(4)}
  署名: [{text(2)}, {text(2)}]
  成文日期: {chance.choice(("2026年4月28日", "2024年2月29日", "【待填】"))}
  附注: {text(2)}
  抄送: {text(3)}
导语: {text(12)}
正文:
  活动时间: {chance.choice((text(3), "5月14日至21日", "12月20日至次年1月10日"))}
  {chance.choice(("活动内容", "工作要求", "组织领导"))}:
    - 标题: {text(3)}
      时间: {text(2)}
      地点: {text(2)}
      内容: {text(14)}
      责任单位: [{text(1)}, {text(2)}]
      任务:
        - {{内容: {text(5)}, 责任单位: {text(2)}, 完成时间: {text(2)}}}
        - {{内容: {text(5)}, 责任单位: {text(2)}, 完成时间: {chance.choice(("5月20日前", "每周五"))}}}
    - 标题: {text(3)}
      内容: {text(14)}
报送:
  - {{材料: {text(2)}, 截止: {text(2)}, 报送单位: {text(2)}, 接收: {text(2)}}}
联系: {{联系人: {text(2)}, 联系电话: {text(2)}, 电子邮箱: {text(2)}}}
附件:
  - {{标题: {text(3)}, 列: [{text(1)}, {text(1)}], 行: [[{text(1)}, {text(1)}]]}}
  - 任务分解表
结语: {text(12)}
"""
