"""Surveys and annexes that are too much for a page, or say what no form can."""

from .case import CAMPAIGN, SOUND, Case, Content, case


def _of(name: str, content: Content) -> Case:
    return case(name, {CAMPAIGN: content}, "validate", "render -f md -f docx")


CASES = (
    _of("问卷没有题目", SOUND + "调查问卷: {题目: []}\n"),
    _of("问卷的题目是文字", SOUND + "调查问卷: 文\n"),
    _of("问卷的选项是嵌套的", SOUND + "调查问卷: {题目: [{问: 甲, 选项: [[乙], {丙: 丁}]}]}\n"),
    _of("问卷 2 万题", lambda: SOUND + "调查问卷:\n  题目:\n" + "    - {问: 甲}\n" * 20_000),
    _of(
        "附件 5000 列", lambda: SOUND + f"附件: [{{标题: 表, 列: [{'甲, ' * 5_000}], 空行: 200}}]\n"
    ),
    _of("附件 300 列 200 空行", SOUND + f"附件: [{{标题: 表, 列: [{'甲, ' * 300}], 空行: 200}}]\n"),
    _of("附件空行 10 亿", SOUND + "附件: [{标题: 表, 列: [甲], 空行: 1000000000}]\n"),
    _of("附件的行不齐", SOUND + "附件: [{标题: 表, 列: [甲, 乙], 行: [[1], [1, 2, 3], []]}]\n"),
    _of("附件的行是文字", SOUND + "附件: [{标题: 表, 列: [甲], 行: 文}]\n"),
    _of("附件 5000 个", lambda: SOUND + "附件:\n" + "  - {标题: 甲, 内容: 文}\n" * 5_000),
    _of(
        "事项嵌套 30 层",
        lambda: SOUND + "统筹任务: " + "[{标题: 甲, 事项: " * 30 + "[]" + "}]" * 30 + "\n",
    ),
    _of("标题是花括号", SOUND.replace("集中宣传,", "{甲: 乙},", 1)),
    _of("联系人没有电话", SOUND + "联系: [{单位: 甲}, 文, [乙]]\n"),
    _of("统称是自己的成员", SOUND + "统称: {各部门: [各部门, 县司法局]}\n"),
    _of("统称绕圈", SOUND + "统称: {甲: [乙], 乙: [甲]}\n"),
)
