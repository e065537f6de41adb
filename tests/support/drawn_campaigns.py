"""Strategies for whole campaign files: sound, of every shape the model allows, written in many ways.

``campaigns()`` draws what a file says, as plain data; ``files`` are such files, typed. What is drawn
is sound by construction: it loads without an error.
"""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from support.yaml_styles import Said, written

# What YAML, Markdown, HTML, XML, Jinja or a printer may stumble over, and is text all the same.
_MARKS = "*_#|`~<>&\"'[](){}!?%@$^=+-\\/.,;:：，、。；！？（）《》〈〉【】〔〕“”‘’·…—～×℃№"
_STRANGE = "㐂𠀀龘〇ｱéß٣½²Ⅻ①㈠😀\u200b\u200d\u0301\u202e\u3000\xa0\xad\ufeff"
_HAN = "公开政务办事大厅群众年度重点项目宣传解读回应关切甲乙丙丁一十"
_CHARACTERS = st.one_of(
    st.sampled_from(_HAN), st.sampled_from(_HAN), st.sampled_from("0123456789 abXYZ"),
    st.sampled_from(_MARKS), st.sampled_from(_STRANGE),
)  # fmt: skip
_WORDS = st.sampled_from(
    ("<b>", "</w:t>", "&amp;", "&#0;", "]]>", "<!--", "**粗**", "__", "~~", "# ", "1. ", "- ", "> ", "| --- |",
     "::: 附件", ":::", "{{ 活动 }}", "{% raw %}", "http://x.cn/?a=1&b=2", "\\n", "```", "[^1]", "![甲](乙)", "\\",
     "<br>", "　", "5月20日前", "no", "~", "null", "0x1F", "1e3", "10:30", "=1+1", "%s", "$&", "A—B", "...", "---")
)  # fmt: skip


def texts(without: str = "", longest: int = 12) -> st.SearchStrategy[str]:
    """One line of text that is not blank: a 汉字, and anything around it."""
    some = st.lists(st.one_of(_CHARACTERS, _CHARACTERS, _WORDS), max_size=longest).map("".join)
    table = {ord(mark): None for mark in without + "「」\n"}
    return st.builds(
        lambda before, han, behind: f"{before}{han}{behind}".translate(table).strip(),
        st.one_of(st.just(""), st.just(""), some),
        st.sampled_from(_HAN),
        some,
    )


def prose() -> st.SearchStrategy[str]:
    """Paragraphs: lines that are joined, and blank ones that part."""
    return st.lists(texts(longest=20), min_size=1, max_size=3).flatmap(
        lambda lines: st.sampled_from(("\n", "\n\n")).map(lambda joint: joint.join(lines))
    )


BODIES = (
    "县司法局", "县教育局", "县住房城乡建设局", "县政府办公室", "各乡镇（街道）", "县政府相关部门", "各部门",
    "国家统计局示例调查队", "县*局", "A&B局", "<局>", "县_局_", "𠀀乡", "#局", "各县（市、区）",
)  # fmt: skip
_BODY = st.one_of(st.sampled_from(BODIES), st.sampled_from(BODIES), texts("，；、,（）()[]", 4))
_MANY = st.lists(_BODY, min_size=1, max_size=4, unique=True)
NAMES = st.one_of(_MANY, _MANY.map("、".join))
VALUES = st.one_of(texts(), st.lists(texts("，"), min_size=1, max_size=3))
LINES = st.one_of(texts(), st.lists(texts(), min_size=1, max_size=3))

# One or more of every kind that the grammar knows, with years and without.
DATES = (
    "5月15日", "5月15日当天", "5月14日（星期四）上午", "5月15日上午9点至11点", "5月20日16时前", "5月20日16:00前",
    "5月14日至21日", "4月26日-5月31日", "12月20日至次年1月10日", "5月14日、15日", "5月8日前", "截至5月8日",
    "5月15日起", "即日起至5月31日", "9月中旬", "4月底前", "二季度", "上半年", "年底前", "活动期间", "活动首日",
    "活动结束后5个工作日内", "活动结束次日", "线下活动开始前一周", "每周四12:00前", "每月8日前", "每月底前",
    "每日17时前", "每季度末前", "持续发布", "长期坚持", "常态化开展", "2026年5月20日前", "2026-05-20 16:00前",
    "五月二十日前", "５月２０日前", "5月14日晚7时至9时", "全年", "5月20日24时前", "印发之日起10日内",
    "尽快", "5月中旬前", "另行通知", "无",
)  # fmt: skip
_DATE = st.sampled_from(DATES)
_REPORT_DATE = st.sampled_from([text for text in DATES if text != "无"])
_PERIOD = st.sampled_from(
    ("5月14日至21日", "2026年5月14日至5月21日", "5月15日", "5月14日9时至21日17时")
)
_DAY = st.sampled_from(("2026年4月28日", "2026-04-28", "2026年 4月 8日", "【待填】"))


def _some(
    required: Mapping[str, st.SearchStrategy[Any]], optional: Mapping[str, st.SearchStrategy[Any]]
) -> st.SearchStrategy[Said]:
    """Keys that must stand there, and a few of the others."""
    return st.fixed_dictionaries(dict(required), optional=dict(optional))


_WORK = {
    "责任单位": NAMES, "配合": NAMES, "参加单位": NAMES, "时间": _DATE, "完成时间": _DATE, "地点": texts(),
    "发布途径": texts(),
}  # fmt: skip
_TASK = _some({"内容": prose()}, _WORK)
# A text that begins like a key and its colon is taken for a slip.
_BARE = texts("：:")


def items(depth: int) -> st.SearchStrategy[Any]:
    """事项, with those below it, as a record or as mere text."""
    below: dict[str, st.SearchStrategy[Any]] = {}
    if depth > 1:
        below["事项"] = st.lists(items(depth - 1), min_size=1, max_size=2)
    titled = _some(
        {"标题": texts()},
        {"内容": prose(), "牵头": NAMES, "任务": st.lists(_TASK, min_size=1, max_size=2)}
        | _WORK
        | below,
    )
    said = _some({"内容": prose()}, {"牵头": NAMES} | _WORK | below)
    return st.one_of(titled, titled, said, _BARE)


_HEADINGS = st.one_of(
    st.sampled_from(("活动主题", "活动内容", "工作要求", "宣传口号")),
    texts(longest=5).filter(lambda text: text not in ("内容", "各项", "事项", "活动时间")),
)
_PAIRS = st.dictionaries(
    texts(longest=4).filter(lambda text: text not in ("内容", "各项", "事项")),
    texts(),
    min_size=1,
    max_size=3,
)
_SECTION = st.one_of(
    prose(),
    _PAIRS,
    st.lists(items(3), min_size=1, max_size=3),
    st.tuples(
        st.fixed_dictionaries({"内容": prose()}),
        st.fixed_dictionaries(
            {}, optional={"各项": _PAIRS, "事项": st.lists(items(2), min_size=1, max_size=2)}
        ),
    ).map(lambda two: two[0] | two[1]),
)
_TIMES = st.one_of(_PERIOD, st.fixed_dictionaries({"线下活动": _PERIOD, "线上活动": _PERIOD}))

_REPORT = _some(
    {"材料": texts(), "截止": _REPORT_DATE},
    {"报送单位": NAMES, "接收": texts(), "要求": prose()},
)


@st.composite
def _tables(draw: st.DrawFn) -> Said:
    columns = draw(st.lists(texts("，"), min_size=1, max_size=7))
    cells = st.lists(
        st.one_of(texts(), texts(), st.just("")), min_size=len(columns), max_size=len(columns)
    )
    found: Said = {"标题": draw(texts()), "列": columns, "行": draw(st.lists(cells, max_size=3))}
    if draw(st.booleans()):
        found["空行"] = draw(st.sampled_from(("1", "3")))
    return found


_ANNEX = st.one_of(
    st.just("任务分解表"),
    st.fixed_dictionaries(
        {"表": st.just("任务分解表")}, optional={"标题": texts(), "备注": prose()}
    ),
    _some({"标题": texts(), "名单": NAMES}, {"内容": prose(), "备注": prose()}),
    st.fixed_dictionaries({"标题": texts(), "内容": prose()}),
    _tables(),
)

_QUESTION = st.one_of(
    st.fixed_dictionaries({"题": texts(), "填空": st.just("是")}),
    _some(
        {"题": texts(), "选项": st.lists(texts("，"), min_size=2, max_size=5)},
        {"多选": st.sampled_from("是否"), "填空": st.sampled_from("是否")},
    ),
)
_SURVEY = _some(
    {"题目": st.lists(_QUESTION, min_size=1, max_size=3)}, {"标题": texts(), "说明": prose()}
)

_COMMON: dict[str, st.SearchStrategy[Any]] = {
    "密级": texts(), "发文机关标志": texts(), "发文字号": st.just("示政办发〔2026〕12号"), "主送机关": texts("：:"),
    "署名": LINES, "成文日期": _DAY, "印章": st.sampled_from(("加盖", "不加盖")), "附注": texts("（）"),
    "抄送": texts("。"),
}  # fmt: skip
_PRINTED = {"印发机关": texts(), "印发日期": _DAY}
_LAYOUTS: Mapping[str, dict[str, st.SearchStrategy[Any]]] = {
    "公文": {"份号": texts(), "紧急程度": texts(), "签发人": NAMES} | _PRINTED,
    "电报": {"签批盖章": texts(), "等级": texts()} | _PRINTED,
    "信函": {"份号": texts(), "紧急程度": texts()},
}


def _document(layout: str) -> st.SearchStrategy[Said]:
    given = {"版式": st.just(layout)} if layout != "公文" else {}
    return _some({"发文机关": texts(), "标题": LINES, **given}, _COMMON | _LAYOUTS[layout])


_SUMMARY = _some({}, {"标题": LINES, "主送机关": texts("：:"), "成文日期": _DAY, "数据": _PAIRS})


@st.composite
def campaigns(draw: st.DrawFn) -> Said:
    """What a sound campaign file says."""
    body: Said = {"活动时间": draw(_TIMES)} if draw(st.integers(0, 9)) else {}
    body |= draw(st.dictionaries(_HEADINGS, _SECTION, min_size=1, max_size=3))
    said: Said = {
        "活动": draw(texts()),
        "年份": draw(st.sampled_from(("2026", "2021", "2026年", "2028", "2099", "1900"))),
        "公文": draw(st.sampled_from(sorted(_LAYOUTS)).flatmap(_document)),
        "正文": body,
    }
    said |= draw(
        st.fixed_dictionaries(
            {},
            optional={
                "届次": st.sampled_from(("1", "15", "20", "99")),
                "首届年份": st.just("2007"),
                "导语": prose(),
                "印发件": st.fixed_dictionaries({"标题": texts()}, optional={"导语": prose()}),
                "结语": prose(),
                "报送": st.lists(_REPORT, min_size=1, max_size=3),
                "联系": st.dictionaries(texts(longest=4), VALUES, min_size=1, max_size=3),
                "附件": st.lists(_ANNEX, min_size=1, max_size=3),
                "统筹任务": st.lists(items(2), min_size=1, max_size=2),
                "统称": st.dictionaries(st.sampled_from(BODIES), NAMES, min_size=1, max_size=3),
                "通讯录": st.dictionaries(st.sampled_from(BODIES), VALUES, min_size=1, max_size=2),
                "调查问卷": _SURVEY,
                "总结": _SUMMARY,
            },
        )
    )
    for key in ("成文日期", "印发日期"):
        if day := said["公文"].get(key):
            # 即日起至5月31日 begins in the year of the campaign.
            said["公文"][key] = day.replace("2026", said["年份"][:4])
    for place in draw(st.lists(st.sampled_from(_REFERRING), max_size=3, unique=True)):
        _refer(said, place)
    return said


# A text of the file → what is added to it, where the file has what is referred to.
_REFERRING = ("导语", "结语", "收件", "名单", "时间")


def _refer(said: Said, place: str) -> None:
    """Add a 「键」 where what it leads to is there."""
    match place:
        case "导语":
            said["导语"] = said.get("导语", "") + "「年份」年「活动」，「公文.发文机关」"
        case "结语" if said.get("报送"):
            said["结语"] = said.get("结语", "") + "于「报送.1.截止」报送「报送.1.材料」"
        case "收件" if "届次" in said:
            said["公文"]["主送机关"] = "「届次」各单位（「届数」）"
        case "名单" if "统称" in said:
            name, names = next(iter(said["统称"].items()))
            if isinstance(names, list) and "." not in name:
                said.setdefault("附件", []).append({"标题": "名单", "名单": f"「统称.{name}」"})
        case "时间" if isinstance(said["正文"].get("活动时间"), dict):
            task = {
                "标题": "线上",
                "时间": "「活动时间.线上活动」",
                "内容": "「时间」在「地点」",
                "地点": "广场",
            }
            said["正文"]["线上线下"] = [task]


files = st.builds(written, campaigns(), st.integers(0, 2**32))
"""Whole files as texts."""
