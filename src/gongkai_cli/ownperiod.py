"""Which section of the text gives the campaign's own dates, and what the text calls the campaign."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .dates.span import WHOLE
from .plaindata import Step

PERIOD_SECTION = "活动时间"
"""The section of the text that gives the campaign's own period."""
_BARE = "时间"
_KINDS = {_BARE: WHOLE} | {
    f"{kind}时间": kind
    for kind in (
        *("会议", "演练", "征集", "征文", "培训", "宣传", "比赛", "竞赛", "评选"),
        *("展览", "开放", "检查", "整治", "试鸣", "献血", "义诊", "招聘", "听证"),
        *("行动", "普查", "督查", "放假"),
    )
}


def kind_of(heading: Step) -> str | None:
    """What is held at the campaign's own dates, of which a section tells; None for another section.

    A meeting or a drill calls it 时间, 会议时间, 演练时间; 活动时间 may have a name in front: 推普周活动时间.
    """
    if not isinstance(heading, str):
        return None
    return _KINDS.get(heading) or (WHOLE if heading.endswith(PERIOD_SECTION) else None)


def is_of_period(steps: Sequence[Step]) -> bool:
    """Whether the steps lead to one of the campaign's own dates."""
    return len(steps) > 1 and steps[0] == "正文" and kind_of(steps[1]) is not None


def period_section(headings: Iterable[str]) -> str:
    """The heading of the section with the campaign's own dates: 活动时间, 会议时间, 演练时间….

    Where there are several, such as 征集时间 and 评选时间, neither is the whole. 时间 is, beside none of them.
    """
    found = [name for name in headings if kind_of(name)]
    found = [name for name in found if name != _BARE] or found
    return found[0] if len(found) == 1 else PERIOD_SECTION


def held(headings: Iterable[str]) -> str:
    """What the campaign is by its own dates: 会议 where it has a 会议时间, else 活动."""
    return kind_of(period_section(headings)) or WHOLE


def called(data: Mapping[str, Any]) -> tuple[str, ...]:
    """What the text may call the campaign: its name, and 会议 where it has a 会议时间."""
    body, name = data.get("正文"), data.get(WHOLE)
    kind = held(body) if isinstance(body, dict) else WHOLE
    return (kind, name.strip("“”")) if isinstance(name, str) else (kind,)
