"""What is handed in is so with the same words for every rule, and for the notice that asks for it."""

import pytest

from gongkai_cli.dates.span import Context
from gongkai_cli.model import Report
from gongkai_cli.view.requests import asked_for
from support.rule_examples import example, found

VERBS = (
    "报", "报送", "上报", "报至", "报到", "报回", "报送至", "呈报", "填报至", "报给",
    "送", "送至", "送到", "送交", "送达", "交", "交至", "上交", "提交", "递交", "提交至",
    "反馈至", "反馈给", "函告", "函送", "发至", "发到", "发送", "发送至", "寄", "寄至", "邮寄至", "寄送",
)  # fmt: skip
TEXT = "结语: 请于{day}前将{paper}{verb}县政府办公室。\n"
# 2026: the notice is of 4月28日, the campaign lasts from 5月14日 to 21日, 5月10日 is a Sunday.
RULES = {
    "GK502": ("5月10日", "联络员名单", ""),
    "GK511": ("5月20日", "活动总结", ""),
    "GK512": ("4月20日", "联络员名单", ""),
    "GK521": ("5月29日", "活动总结", "报送: [{材料: 活动总结, 截止: 5月25日前}]\n"),
}


def said(day: str, paper: str, verb: str, reports: str = "") -> set[str]:
    text = TEXT.format(day=day, paper=paper, verb=verb) + reports
    return {finding.code for finding in found(example(text))}


@pytest.mark.parametrize("code", RULES)
@pytest.mark.parametrize("verb", VERBS)
def test_a_rule_knows_what_is_handed_in(verb: str, code: str) -> None:
    day, paper, reports = RULES[code]
    assert said(day, paper, verb, reports) == {code}


@pytest.mark.parametrize("verb", VERBS)
def test_the_notice_knows_what_its_text_asks_for(verb: str) -> None:
    report = Report.model_validate({"材料": "活动总结", "截止": "5月25日前"})
    text = f"请于5月25日前将活动总结{verb}县政府办公室。"
    assert asked_for(report, [report], [("要求", text)], Context(2026))


@pytest.mark.parametrize(
    "words",
    [
        "张贴海报、简报和黑板报", "通报情况", "报告县政府", "报道", "报纸刊登", "举报", "申报",
        "在公交站宣传", "开展交流", "走访交通场站", "交换意见", "交办任务", "邀请外交官",
        "把政策送到群众手中", "将手册发至每家每户", "送法下乡", "送市民一份手册", "写下寄语", "走访寄宿学校",
        "根据反馈改进", "对反馈的问题整改", "发放手册",
    ],
)  # fmt: skip
def test_what_hands_in_nothing_is_no_deadline_of_papers(words: str) -> None:
    for day in ("4月20日", "5月10日"):
        assert found(example(f"结语: 请于{day}前{words}。\n")) == ()


@pytest.mark.parametrize("verb", VERBS)
def test_what_has_been_handed_in_is_no_deadline_any_more(verb: str) -> None:
    for day in ("4月20日", "5月10日"):
        text = f"结语: 各单位已于{day}前将联络员名单{verb}县政府办公室。\n"
        assert found(example(text)) == ()
