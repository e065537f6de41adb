"""“截至”写成了“截止”：到某时为止、后面还说结果的，用“截至”；到某时停下的，用“截止”。"""

from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject
from ..vocabulary.bodies import UPPER_LEVELS

RULE = Rule("GK723", "note", "“截止”与“截至”")
FAIL = (
    "结语: 截止目前，已公开信息12条。\n",
    "结语: 截止到2025年底，全县共设查阅点23个。\n",
    "结语: 截止5月20日，全县已开展活动36场次。\n",
)
PASS = (
    "结语: 截至目前，已公开信息12条；报名截止5月20日，5月20日截止，报名截止到5月20日。\n",
    "结语: 截止日期为5月20日，截止时间5月20日，逾期不候；投票截止目标人数。\n",
)

_DAY = r"(?:20\d\d ?年(?:底|末|\d{1,2} ?月(?:底|末|\d{1,2} ?日)?)|\d{1,2} ?月(?:底|末|\d{1,2} ?日)|去年底?|上月底?)"
_WRONG = (
    r"截止(?:到|至)?(?=目前|现在|当前|今[日天年])"
    rf"|(?:^|(?<=[，。；：]))截止(?:到|至)?(?={_DAY}，(?:[^，。；\n]{{0,8}}(?:已|共|累计)|全[{UPPER_LEVELS}]))"
)


def check(subject: Subject) -> Iterator[Finding]:
    for text, match in subject.matches(_WRONG, ("截止",)):
        edit = text.edit(*match.span(), "截至")
        message = f"“{match[0]}”应当是“截至”"
        yield RULE.found(text.place(match.start()), message, "写成“截至”", edit)
