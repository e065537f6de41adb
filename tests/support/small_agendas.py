"""The agendas of small campaign files."""

from gongkai_cli.agenda import agenda_of
from gongkai_cli.deadlines import Agenda
from gongkai_cli.loading import load

HEAD = """
活动: 5·15 政务公开日
年份: 2026
公文: {发文机关: 示例县人民政府办公室, 标题: 通知, 成文日期: 2026年4月28日}
正文:
  活动时间: 5月14日至21日
  活动内容:
    - 标题: 宣传
      任务:
"""
"""A file up to its tasks, which are to be added."""


def agenda(text: str) -> Agenda:
    loaded = load(text.encode(), "活动.yaml")
    assert loaded.campaign is not None, loaded.findings
    assert loaded.context is not None
    return agenda_of(loaded.campaign, "活动", "活动.yaml", loaded.context)
