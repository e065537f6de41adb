"""A notice that issues a plan: the plan follows the signature, and is no annex of it."""

from io import BytesIO

import yaml
from docx import Document

from gongkai_cli.loading import load
from gongkai_cli.templating import Templates
from support.all_documents import render
from support.rendered_text import HEAD, written

CAMPAIGN = {
    "活动": "安全生产月",
    "公文": {
        "发文机关": "示例县安全生产委员会办公室",
        "标题": "示例县安全生产委员会办公室关于印发《2026年“安全生产月”活动方案》的通知",
        "主送机关": "县安委会各成员单位",
        "成文日期": "2026年5月18日",
        "附注": "此件公开发布",
        "抄送": "市安委会办公室",
    },
    "导语": "现将《2026年“安全生产月”活动方案》印发给你们，请认真组织实施。",
    "印发件": {
        "标题": ["2026年“安全生产月”", "活动方案"],
        "导语": "为扎实开展好活动，制定本方案。",
    },
    "正文": {"活动时间": "6月1日至30日", "工作要求": ["各单位要高度重视。"]},
    "报送": [
        {"材料": "活动总结", "报送单位": ["各成员单位"], "截止": "7月3日前", "接收": "县安委办"}
    ],
    "联系": {"联系人": "张三"},
    "附件": [{"标题": "活动统计表", "列": ["活动", "场次"], "空行": 1}],
}
EXPECTED = """\
# 示例县安全生产委员会办公室关于印发《2026年“安全生产月”活动方案》的通知

县安委会各成员单位：

现将《2026年“安全生产月”活动方案》印发给你们，请认真组织实施。

示例县安全生产委员会办公室\\
2026年5月18日

（此件公开发布）

---

# 2026年“安全生产月”活动方案

为扎实开展好活动，制定本方案。

## 一、活动时间

6月1日至30日

## 二、工作要求

（一）各单位要高度重视。

请各成员单位于7月3日前将活动总结报送县安委办。

联系人：张三

附件：活动统计表

---

附件

# 活动统计表

| 活动 | 场次 |
| :-: | :-: |
|  |  |

抄送：市安委会办公室。
"""


def test_the_plan_follows_the_signature(office: Templates) -> None:
    assert written(CAMPAIGN, office) == EXPECTED


def test_the_plan_starts_a_page_without_a_label(office: Templates) -> None:
    text = yaml.safe_dump({**HEAD, **CAMPAIGN}, allow_unicode=True, sort_keys=False)
    (made,) = render(load(text.encode(), "文件.yaml"), office, ["notice"], ["docx"])
    paragraphs = Document(BytesIO(made.data)).paragraphs
    at = [one.text for one in paragraphs].index("2026年“安全生产月”\n活动方案")
    style = paragraphs[at].style
    assert style is not None
    assert (style.style_id, paragraphs[at - 1].text) == ("AnnexTitle", "")
    assert paragraphs[at - 1].paragraph_format.page_break_before
    assert [one.text for one in paragraphs if one.text.startswith("附件")] == [
        "附件：活动统计表",
        "附件",
    ]


def test_a_page_of_the_web_names_the_plan(office: Templates) -> None:
    text = yaml.safe_dump({**HEAD, **CAMPAIGN}, allow_unicode=True, sort_keys=False)
    (made,) = render(load(text.encode(), "文件.yaml"), office, ["notice"], ["html"])
    page = made.data.decode()
    assert page.count('aria-label="印发件"') == 1
    assert page.count('id="annex-1"') == 1
