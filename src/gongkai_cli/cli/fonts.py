"""gongkai fonts: which of the needed fonts are here, and what happens where they are not."""

from pathlib import Path

from .. import report
from ..fontnames import Needed, needed
from ..project import fonts, overrides

# What a style calls in short is for everybody to know here.
_USES = {"标题生僻字": "标题里的生僻字", "扩展区": "更少见的字（Unicode 扩展区）"}


def run() -> int:
    """Print one line for each font. Returns 0."""
    standard = overrides.style(Path())
    installed = fonts.font_families()
    if installed is None:
        report.warn("查不了这台电脑的字体（没有 fc-list）；下面按都没有装列出。")
    for one in needed(standard, installed or ()):
        report.say(_line(one))
    report.say("字体缺了，文档照样生成，字体名照写；在装有字体的电脑上打开就是标准样子。")
    return 0


def _line(one: Needed) -> str:
    uses = "、".join(_USES.get(use, use) for use in one.uses)
    if one.found:
        other = f"（这里叫 {one.found}）" if one.found != one.font else ""
        return f"有    {one.font}{other}：{uses}"
    instead = (
        f"打开时用 {one.substitute} 代替"
        if one.substitute
        else "打开时由 Word、WPS 自行代替，样子会变"
    )
    return f"没有  {one.font}：{uses}；{instead}。{one.source}"
