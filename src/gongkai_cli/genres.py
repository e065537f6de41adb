"""文种: what kind of document a title names at its end (党政机关公文处理工作条例, art. 8)."""

import re
from typing import Final

TWO: Final = frozenset({"请示报告", "报告请示"})
"""Two that are not to be one: a report asks for nothing."""
OF_PAST: Final = frozenset({"报告", "总结", "通报", "汇报", "简报"})
"""They tell of what has been; a notice is before it."""
SETS_NO_WORK: Final = TWO | {"函", "信", "书", "报告", "请示", "公告", "启事"}
"""They lay no work on those they go to."""
_GENRE = re.compile(
    rf"({'|'.join(sorted(OF_PAST | SETS_NO_WORK | {'通知', '通告'}, key=len, reverse=True))})"
    r"(?:[（(][^（）()]*[）)])?$"
)


def genre_of(title: str) -> str:
    """The genre of a title, be there a remark such as （试行） behind it; "" for any other word."""
    found = _GENRE.search(title)
    return found[1] if found else ""
