"""What every code means that is not a rule's own: said once, for the command line and the page."""

from typing import NamedTuple

from . import around, writing


class Code(NamedTuple):
    """One code: a title, what is wrong, and what to do about it; ``wrong`` shows it, ``right`` does not."""

    code: str
    title: str
    meaning: str
    wrong: str = ""
    right: str = ""


CODES = tuple(Code(*row) for row in (*writing.CODES, *around.CODES))
"""By code; those of the rules stand in the rules' own files."""

FAMILIES = (
    ("GK0", "文件"),
    ("GK1", "YAML 和引用"),
    ("GK2", "键和值"),
    ("GK3", "模板和排版"),
    ("GK4", "文件夹、输出和别的程序"),
    ("GK5", "日期和前后一致"),
    ("GK6", "单位"),
    ("GK7", "公文和文字"),
    ("GK8", "进展和提醒"),
    ("GK9", "接受问题的注释，改到下一年"),
)
"""What a code's first characters tell."""
