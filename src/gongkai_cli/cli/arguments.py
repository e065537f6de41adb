"""Arguments that several commands take."""

from typing import Annotated

import typer

DOCUMENTS = {
    "通知": "notice",
    "任务分解表": "task-table",
    "单位任务单": "unit-tasks",
    "任务单": "unit-tasks",
    "报送表": "report-form",
    "调查问卷": "questionnaire",
    "问卷": "questionnaire",
    "总结": "summary",
}
"""What people call a document → the name of its template; of several names the first is shown."""


def called(template: str) -> str:
    """What people call the document of a template; "" for an office's own."""
    return next((word for word, name in DOCUMENTS.items() if name == template), "")


Campaigns = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="活动", help="活动文件或名称；不写就是 campaigns/ 下的全部", show_default=False
    ),
]

Now = Annotated[
    str,
    typer.Option(
        "--now",
        metavar="时刻",
        help='按这个时刻算（北京时间），如 2026-05-19、5月19日、"2026-05-19 09:00"；不写就是现在',
    ),
]

Format = Annotated[
    str, typer.Option("--format", metavar="格式", help="text 给人看（默认），json 给程序")
]
