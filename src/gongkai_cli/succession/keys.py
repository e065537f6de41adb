"""Which keys hold a value that moves on as a whole, and which hold nothing that moves."""

import re

from ..plaindata import Steps

WHOLE_VALUES: set[Steps] = {
    *(("年份",), ("届次",), ("首届年份",)),
    *(("公文", key) for key in ("发文字号", "成文日期", "印发日期")),
    ("总结", "成文日期"),
}
NOT_PROSE = {"联系", "通讯录", "统称", "活动", "编号"}
_HEADINGS = re.compile(r"主题$")


def is_theme(steps: Steps) -> bool:
    """The text under a heading such as 活动主题 in 正文."""
    return steps[0] == "正文" and len(steps) <= 3 and bool(_HEADINGS.search(str(steps[1])))  # noqa: PLR2004
