"""What every code means that is not a rule's own: said once, for the command line and the page."""

from . import file, office
from .code import Code

__all__ = ["CODES", "FAMILIES", "Code"]

CODES = (*file.CODES, *office.CODES)
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
