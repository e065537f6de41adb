"""按工作日推算到了放假调休还不知道的年份：算出来的日子不一定准，文档里不印；升级用 pip install -U chinesecalendar。"""

from collections.abc import Iterator

from ..dates.days import write_day
from ..dates.span import day_of
from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK510", "warning", "推算的日子不一定准", of_own=True)
_HEAD = (
    "年份: 2049\n公文: {发文机关: 示例县人民政府办公室, 成文日期: 2049年12月1日,"
    " 标题: 示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知}\n"
    "正文: {活动时间: 12月20日至29日}\n"
)
FAIL = (
    _HEAD + "报送: [{材料: 活动总结, 截止: 活动结束后5个工作日内}]\n",
    _HEAD + "统筹任务: [{标题: 甲, 责任单位: 县司法局, 完成时间: 活动开始前10个工作日}]\n",
)
PASS = (
    "报送: [{材料: 活动总结, 截止: 活动结束后5个工作日内}]\n",
    _HEAD + "报送: [{材料: 活动总结, 截止: 活动结束后5日内}, {材料: 简报, 截止: 每周五前}]\n",
)


def check(subject: Subject) -> Iterator[Finding]:
    for text, span in subject.dates:
        end = span.due or span.start
        if span.guessed and end:
            message = (
                f"“{text.printed}”按周六、周日和法定节日算到{write_day(day_of(end))}，不一定准"
            )
            hint = f"{span.guessed}年的放假调休安排还没有收进来，公布后升级节假日表再核对，或者写明几月几日"
            yield RULE.found(text.place(), message, hint)
