"""Names that would be code, a formula, a header or a command wherever they are shown."""

from .case import CAMPAIGN, SOUND, Case, case

_ALL = "render -f md -f docx -f html"


def _of(name: str, text: str) -> Case:
    """The text as the campaign, the task, the unit and the place at once."""
    quoted = "'" + text.replace("'", "''") + "'"
    whole = (
        SOUND.replace("活动: 政务公开日", f"活动: {quoted}", 1)
        .replace("标题: 集中宣传", f"标题: {quoted}, 地点: {quoted}")
        .replace("县司法局", f"[{quoted}]")
    )
    return case(
        name,
        {CAMPAIGN: whole},
        "render -t notice -t unit-tasks -t task-table -f md -f docx -f html",
        "tasks --now 2026-05-19",
        "status --now 2026-05-19",
        "status --now 2026-05-19 -o 进展.html",
        "calendar -o 日程.ics",
        "check-deadlines --now 2026-05-19",
    )


CASES = (
    _of("脚本", "</script><script>alert(1)</script>"),
    _of("样式和注释的结尾", "</style><!-- --> ]]> <![CDATA["),
    _of("属性的引号", '" onmouseover="alert(1)" x="'),
    _of("实体", "&lt;b&gt; &#x3c;b&#x3e; &amp;nbsp; &xxe;"),
    _of("XML 外部实体", '<!DOCTYPE a [<!ENTITY xxe SYSTEM "file:///etc/passwd">]><a>&xxe;</a>'),
    _of("Word 域和控制", 'w:fldSimple w:instr="DDEAUTO c:\\cmd.exe" </w:t><w:br/>'),
    _of("公式：等号", "=cmd|'/C calc'!A0"),
    _of("公式：加号、减号、at", "+1+1@SUM(A1)-2"),
    _of("公式：制表符", "\t=HYPERLINK(1)"),
    _of("Markdown 的记号", "# **粗** [点](javascript:alert(1)) ![](x) | 格 | `码` <b>"),
    _of("Markdown 的反斜杠", "\\# \\* \\\\ \\`"),
    _of("我们自己的部分", "::: 落款"),
    _of("模板的记号", "{{ ''.__class__ }}{% include '/etc/passwd' %}{# #}"),
    _of("日历的记号", "甲;乙,丙:丁\\n戊\\;BEGIN:VALARM"),
    _of("工作流命令", "::set-output name=a::b %0A%0D"),
    _of("控制台标记", "[red]红[/red] [link=http://a]点[/link] :smile:"),
    _of("格式的记号", "{0} {活动} %s %(a)s $HOME ${jndi:ldap://a}"),
    _of("很长的一个词", "x" * 190),
    _of("正则里的记号", "(?:a+)+$ \\1 [z-a] *+?"),
    case(
        "换行注入日历",
        {CAMPAIGN: SOUND.replace("集中宣传,", '"集中宣传\\r\\nBEGIN:VALARM",')},
        "calendar -o 日程.ics",
        "calendar",
    ),
    case(
        "块文字注入日历和屏幕",
        {
            CAMPAIGN: "活动: |\n  甲\n  END:VEVENT\n  campaigns/甲.yaml:1:1: 错误 GK000 假的\n"
            + SOUND.partition("\n")[2]
        },
        "calendar -o 日程.ics",
        "tasks --now 2026-05-19",
        _ALL,
    ),
    case(
        "错误的值里有假的一行",
        {
            CAMPAIGN: SOUND.replace(
                "公文: {", '公文: {版式: "甲\\n\\ncampaigns/甲.yaml:9:9: 错误 GK000 假的", '
            )
        },
        "validate",
        "validate --format github",
        "validate --format json",
    ),
)
