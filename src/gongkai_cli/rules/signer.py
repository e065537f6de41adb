"""署名和发文机关不是一个机关。"""

from collections.abc import Iterator

from ..finding import Finding
from .subject import Rule, Subject

RULE = Rule("GK601", "warning", "署名和发文机关不一致")
FAIL = ("公文: {发文机关: 示例县人民政府办公室, 标题: 通知, 署名: 示例县人民政府}\n",)
PASS = (
    "公文: {发文机关: 示例县人民政府办公室, 标题: 通知, 署名: [示例县人民政府办公室, 示例县委宣传部]}\n",
)


def check(subject: Subject) -> Iterator[Finding]:
    document = subject.campaign.document
    if document.signatures and document.issuer not in document.signatures:
        message = f"署名是“{document.signatures[0]}”，发文机关是“{document.issuer}”"
        hint = "署名应当就是发文机关；改一处，或者删去署名"
        yield RULE.found(subject.place(("公文", "署名")), message, hint)
