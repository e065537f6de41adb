"""Statuses and kinds in the field's own words."""

from .entry import Kind
from .standing import Status

WORDS: dict[Status, str] = {
    "overdue": "逾期",
    "due-today": "今天到期",
    "due-soon": "即将到期",
    "in-progress": "进行中",
    "not-started": "未开始",
    "ongoing": "持续",
    "done": "完成",
}
"""A status in the field's words."""

NOBODY = "没有写明责任单位"
"""In the place of a unit where none is named."""

KINDS: dict[Kind, str] = {"task": "任务", "report": "报送", "milestone": "时间"}
