"""Template errors in words that help whoever wrote the template."""

import re

from jinja2 import TemplateNotFound
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError

from .allowance import TooMuch
from .sandbox import Empty

_REASONS = {
    ZeroDivisionError: "除数是零",
    OverflowError: "数太大",
    NameError: "数太大",
    RecursionError: "嵌套太深，或者 include 绕了一圈又引用自己",
    MemoryError: "内容太大",
    TooMuch: "循环太多，或者内容太长",
    TypeError: "值的种类不对，清单不能直接印",
    SyntaxError: "嵌套太多，或者参数重复",
    IndentationError: "嵌套太多",
}
_NAME = re.compile(r"'([^']*)'")

# What Jinja says → what a clerk reads. Groups are kept.
_SYNTAX = (
    (r"refused length", "文件太大，超过 10 万字"),
    (r"refused recursive", "循环不能用 recursive，共用的部分另存一个文件，用 include"),
    (r"refused (\w+)", r"不能用 {% \1 %}…{% end\1 %}，共用的部分另存一个文件，用 include"),
    (r"innermost block that needs to be closed is '(.*?)'", r"{% \1 %} 没有收尾，缺 {% end\1 %}"),
    (r"Encountered unknown tag '(.*?)'", r"没有 {% \1 %} 这个标签，或者它没有开头"),
    (r"No filter named '(.*?)'", r"没有过滤器“\1”"),
    (r"No test named '(.*?)'", r"没有判断“\1”"),
    # Where a file or a mark ends, something is missing and nothing too much.
    (
        r"[Uu]nexpected '?end of template|got 'end of template'",
        "到文件末尾还没有写完，缺 }} 或者 %}",
    ),
    (r"Missing end of comment tag", "{# 没有收尾，缺 #}"),
    (r"Missing end of raw directive", "{% raw %} 没有收尾，缺 {% endraw %}"),
    (r"[Tt]ag name expected", "{% %} 里没有写标签"),
    (r"xpected an expression", "这里少了内容"),
    (r"expected name or number", "“.”后面少了名称"),
    (r"expected token '(.*?)', got '(end of .*?)'", r"没有写完，这里应当是“\1”"),
    (r"expected token '(.*?)', got '(.*?)'", r"这里应当是“\1”，写成了“\2”"),
    (r"unexpected char ['\"](.)['\"] at", r"多了“\1”，或者没有配对"),
    (r"[Uu]nexpected '(.*?)'", r"多了“\1”"),
)
_TOKENS = (
    ("end of print statement", "}}"),
    ("end of statement block", "%}"),
    ("begin of print statement", "{{"),
    ("begin of statement block", "{%"),
    ("name", "名称"),
)


def _syntax(english: str) -> str:
    for pattern, chinese in _SYNTAX:
        if found := re.search(pattern, english):
            said = found.expand(chinese)
            for token, written in _TOKENS:
                said = said.replace(f"“{token}”", f"“{written}”")
            return said
    return "这里看不懂"


def sentence(error: Exception) -> tuple[str, str, str]:
    """Code, message and hint for an error raised by a template."""
    quoted = _NAME.findall(str(error))
    match error:
        case UndefinedError():
            name = quoted[-1] if quoted else ""
            return (
                "GK302",
                f"模板用了没有的名称“{name}”",
                "名称照原来的模板写，gongkai init -t 取出来；可能没有的先用 if 判断",
            )
        case SecurityError():
            return "GK304", "模板里用了不许用的功能", "模板只能取值、判断、循环"
        case TemplateNotFound():
            return "GK303", f"没有模板“{error.name}”", "查文件名，模板文件以 .md.j2 结尾"
        case TemplateSyntaxError():
            return (
                "GK301",
                f"模板语法不对：{_syntax(str(error.message))}",
                "查 {{ }}、{% %} 是否配对，if、for 有没有收尾",
            )
        case Empty():
            return "GK305", "模板印了一个没有填写的值", "先用 {% if … %} 判断"
        case TooMuch():
            return (
                "GK306",
                f"模板这一行算不出来：{_REASONS[TooMuch]}",
                "循环套循环的，少套一层；先用 selectattr 之类筛选，再循环",
            )
        case _:
            return (
                "GK306",
                f"模板这一行算不出来：{_REASONS.get(type(error), '写法不对')}",
                "检查这一行；清单用 | 顿号 或 | 分行",
            )
