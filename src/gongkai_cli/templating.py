"""Template texts and data to Markdown text. The only module that imports jinja2.

Templates run in Jinja's sandbox, see nothing but the view, and every value is escaped.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    Undefined,
)
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from .escaping import LINE_BREAK, PARAGRAPH_BREAK, Fragment, escape
from .finding import Finding, Place, Refused

if TYPE_CHECKING:
    from types import TracebackType

SUFFIX = ".md.j2"

# What a template's own expression may raise while it runs.
_RUNTIME = (
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
    MemoryError,
)
_REASONS = {
    ZeroDivisionError: "除数是零",
    OverflowError: "数太大",
    RecursionError: "include 绕了一圈又引用自己",
    MemoryError: "内容太大",
    TypeError: "值的种类不对，清单不能直接印",
}
_LARGEST_FACTOR = 1_000_000
_END_MARKS = "。！？；："
_NAME = re.compile(r"'([^']*)'")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one template file and the path to name in findings."""

    path: str
    text: str


class Templates:
    """The templates of one office: its own files before the packaged ones, by name."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._environment = _environment(sources)

    def render(self, name: str, view: Mapping[str, Any]) -> str:
        """Render the template ``name``. Raises Refused with the template's file and line."""
        try:
            return self._environment.get_template(name + SUFFIX).render(view)
        except (TemplateError, *_RUNTIME) as error:
            raise Refused(self._finding(error, name + SUFFIX)) from error

    def path(self, name: str) -> str:
        """The file of the template ``name``, for findings."""
        return self._path(name + SUFFIX)

    def _finding(self, error: Exception, name: str) -> Finding:
        path, line = self._where(error, name)
        code, message, hint = _sentence(error)
        return Finding(Place(path, line), code, "error", message, hint)

    def _where(self, error: Exception, name: str) -> tuple[str, int]:
        """The innermost template line; Jinja rewrites tracebacks to the template's own file."""
        if isinstance(error, TemplateSyntaxError):
            return error.filename or self._path(error.name or name), error.lineno
        paths = {source.path for source in self._sources.values()}
        found = (self._path(name), 1)
        trace: TracebackType | None = error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename in paths:
                found = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
            trace = trace.tb_next
        return found

    def _path(self, name: str) -> str:
        return self._sources[name].path if name in self._sources else name


class _Loader(BaseLoader):
    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:  # noqa: ARG002
        if template not in self._sources:
            raise TemplateNotFound(template)
        source = self._sources[template]
        return source.text, source.path, None


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, where a template cannot multiply a text into more than memory holds."""

    intercepted_binops = frozenset(("*", "**"))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        numbers = isinstance(left, int) and isinstance(right, int)
        if operator == "**" or not numbers or max(abs(left), abs(right)) > _LARGEST_FACTOR:
            raise SecurityError(operator)
        return super().call_binop(context, operator, left, right)


def _environment(sources: Mapping[str, Source]) -> Environment:
    environment = _Sandbox(
        loader=_Loader(sources),
        undefined=StrictUndefined,
        # Not HTML: values are escaped for Markdown by finalize.
        autoescape=False,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "分行": _lines,
        "分段": _paragraphs,
        "顿号": _enumerate,
        "句号": _full_stop,
    }
    return environment


class _Empty(ValueError):
    """A template prints a value that the campaign does not give."""


def _finalize(value: object) -> str:
    if isinstance(value, Fragment):
        return value
    if value is None:
        raise _Empty
    if isinstance(value, Undefined):
        str(value)  # raises with the name that is missing
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return escape(str(value))
    raise TypeError(type(value).__name__)


def _lines(value: str | Iterable[str]) -> Fragment:
    """Filter 分行: each text on a line of its own, also inside a table cell."""
    texts = (value,) if isinstance(value, str) else value
    return Fragment(LINE_BREAK.join(escape(text) for text in texts))


def _paragraphs(value: str) -> Fragment:
    """Filter 分段: each paragraph of a prose text as a paragraph of the document."""
    return Fragment(PARAGRAPH_BREAK.join(escape(text) for text in value.split("\n")))


def _enumerate(value: Iterable[str]) -> str:
    """Filter 顿号: names in a row, as in 市司法局、市财政局."""
    return "、".join(value)


def _full_stop(value: str | None) -> str:
    """Filter 句号: a heading with its full stop, if it has a text and no mark at its end yet."""
    return value if value and value[-1] in _END_MARKS else f"{value}。" if value else ""


# What Jinja says → what a clerk reads. Groups are kept.
_SYNTAX = (
    (r"innermost block that needs to be closed is '(.*?)'", r"{% \1 %} 没有收尾，缺 {% end\1 %}"),
    (r"Encountered unknown tag '(.*?)'", r"没有 {% \1 %} 这个标签，或者它没有开头"),
    (r"No filter named '(.*?)'", r"没有过滤器“\1”"),
    (r"No test named '(.*?)'", r"没有判断“\1”"),
    (r"[Uu]nexpected '(.*?)'", r"多了“\1”"),
    (r"expected token '(.*?)', got '(.*?)'", r"这里应当是“\1”，写成了“\2”"),
)


def _syntax(english: str) -> str:
    for pattern, chinese in _SYNTAX:
        if found := re.search(pattern, english):
            return found.expand(chinese)
    return "这里看不懂"


def _sentence(error: Exception) -> tuple[str, str, str]:
    """Code, message and hint for what went wrong in a template."""
    quoted = _NAME.findall(str(error))
    match error:
        case UndefinedError():
            name = quoted[-1] if quoted else ""
            return (
                "GK302",
                f"模板用了没有的名称“{name}”",
                "对照 docs/templates.md 里的名称；可能没有的先用 if 判断",
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
        case _Empty():
            return "GK305", "模板印了一个没有填写的值", "先用 {% if … %} 判断"
        case _:
            return (
                "GK306",
                f"模板这一行算不出来：{_REASONS.get(type(error), '写法不对')}",
                "检查这一行；清单用 | 顿号 或 | 分行",
            )
