"""The boards of small campaigns, and the page that shows them."""

from datetime import datetime

from gongkai_cli.agenda import agenda_of
from gongkai_cli.deadlines import standings
from gongkai_cli.loading import load
from gongkai_cli.overview import Board, board_of
from gongkai_cli.overview.page import page_view
from gongkai_cli.project.statuspage import page_template
from gongkai_cli.templating import html

HEAD = """
活动: 5·15 政务公开日
年份: 2021
公文: {发文机关: 示例县人民政府办公室, 标题: 通知, 成文日期: 2021年5月8日}
通讯录: {甲局: [张三, 0000-1]}
正文:
  活动时间: 5月10日至17日
  活动内容:
    - 标题: 宣传
      任务:
"""


def board(text: str, now: datetime = datetime(2021, 5, 12, 12)) -> Board:
    """The board of a campaign file, with nothing recorded."""
    loaded = load(text.encode(), "示例.yaml")
    assert loaded.campaign is not None, loaded.findings
    assert loaded.context is not None
    agenda = agenda_of(loaded.campaign, "示例", "示例.yaml", loaded.context)
    return board_of(agenda, standings(agenda, (), now), now)


def plan(*tasks: tuple[str, str, str], now: datetime = datetime(2021, 5, 12, 12)) -> Board:
    """A board of tasks, each with its content, units and date."""
    rows = "".join(
        f"        - {{内容: '{content}', 责任单位: [{units}], 时间: '{when}'}}\n"
        for content, units, when in tasks
    )
    return board(HEAD + rows, now)


def page(*boards: Board) -> str:
    return html(page_template(), page_view(boards, []))
