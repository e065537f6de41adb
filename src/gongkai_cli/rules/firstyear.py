"""届次和年份对不上（按“首届年份”一年一届推算）。"""

from collections.abc import Iterator

from ..finding import Finding
from ..numerals import ordinal
from ..subject import Rule, Subject

RULE = Rule("GK525", "warning", "届次和年份对不上", of_own=True)
FAIL = ("届次: 19\n首届年份: 2007\n", "届次: 2\n首届年份: 2027\n")
PASS = ("届次: 20\n首届年份: 2007\n", "首届年份: 2007\n", "届次: 1\n首届年份: 2026\n")


def check(subject: Subject) -> Iterator[Finding]:
    campaign = subject.campaign
    if campaign.edition is None or campaign.first_year is None:
        return
    due = campaign.year - campaign.first_year + 1
    if due < 1:
        message = f"首届年份{campaign.first_year}年，晚于活动的年份{campaign.year}年"
        yield RULE.found(subject.place(("首届年份",)), message, "检查首届年份和年份")
    elif campaign.edition != due:
        message = f"首届是{campaign.first_year}年，{campaign.year}年应当是{ordinal(due)}"
        hint = f"届次改成 {due}，或者检查年份；停办过的把首届年份相应推后"
        yield RULE.found(subject.place(("届次",)), message, hint)
