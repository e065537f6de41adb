"""Which section of the text gives the campaign's own dates, and what the text calls the campaign."""

from collections.abc import Container, Mapping, Sequence
from typing import Any

from .dates.span import WHOLE
from .plaindata import Step

PERIOD_SECTION = "活动时间"
"""The section of the text that gives the campaign's own period."""
_BARE = "时间"
PERIOD_SECTIONS = {
    f"{kind}时间": kind
    for kind in (
        *(WHOLE, "会议", "演练", "征集", "培训", "宣传", "比赛", "竞赛"),
        *("评选", "展览", "开放", "检查", "整治", "行动", "普查", "督查", "放假"),
    )
} | {_BARE: WHOLE}
"""It by its other names, where the campaign is a meeting or a drill, and what is held then."""


def is_of_period(steps: Sequence[Step]) -> bool:
    """Whether the steps lead to one of the campaign's own dates."""
    return len(steps) > 1 and steps[0] == "正文" and steps[1] in PERIOD_SECTIONS


def period_section(headings: Container[str]) -> str:
    """The heading of the section with the campaign's own dates: 活动时间, 会议时间, 演练时间….

    Where there are several, such as 征集时间 and 评选时间, neither is the whole. 时间 is, beside none of them.
    """
    found = [name for name in PERIOD_SECTIONS if name in headings]
    if len(found) > 1 and found[-1] == _BARE:
        found.pop()
    return found[0] if len(found) == 1 else PERIOD_SECTION


def called(data: Mapping[str, Any]) -> tuple[str, ...]:
    """What the text may call the campaign: its name, and 会议 where it has a 会议时间."""
    body, name = data.get("正文"), data.get(WHOLE)
    kind = PERIOD_SECTIONS[period_section(body)] if isinstance(body, dict) else WHOLE
    return (kind, name.strip("“”")) if isinstance(name, str) else (kind,)
