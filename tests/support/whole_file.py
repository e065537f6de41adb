"""A sound file with two findings of the rules, for tests that spoil it."""

from gongkai_cli.checking import examine

BASE = """\
活动: 5·15 政务公开日
年份: 2026
届次: 20
公文:
  发文机关: 示例县人民政府办公室
  标题: 示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知
  主送机关: 县政府各部门
  成文日期: 2026年4月28日
正文:
  活动时间: 5月14日至21日
  活动内容:
    - 标题: 集中宣传
      时间: 5月14日（星期五）上午
      牵头: 县司法局
    - 标题: 开放日
      时间: 5月15日上午
      牵头: 县教育局
报送:
  - 材料: 活动总结
    报送单位: 县司法局
    截止: 5月24日16时前
  - 材料: 联络员名单
    报送单位: 县教育局
    截止: 5月8日前
联系:
  联系人: 张三
  联系电话: 0000-0000000
"""


def told(text: str) -> list[str]:
    """Where and what: the place and the code of each finding about a file."""
    findings = examine(text.encode(), "文件").findings
    return [f"{one.place.line}:{one.place.column} {one.code}" for one in findings]
