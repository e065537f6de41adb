"""The JSON Schema takes what the loader takes, and refuses what is wrong in shape."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from conftest import ROOT, TESTS
from gongkai_cli.loading import load
from gongkai_cli.schema import schema
from support.bad_files import FILES, MARKER

SCHEMA = json.loads(schema())
VALIDATOR = Draft202012Validator(SCHEMA)


class Core(yaml.SafeLoader):
    """YAML 1.2's core schema, as an editor reads it."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), _first)
# "010" is ten there; PyYAML would make it eight.
Core.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def refused(text: str) -> list[str]:
    """Where an editor would underline a file."""
    data = yaml.load(text, Loader=Core)  # noqa: S506
    return ["/".join(map(str, error.path)) for error in VALIDATOR.iter_errors(data)]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "path",
    [*(ROOT / "campaigns").glob("*.yaml"), *(TESTS / "cases").glob("*.yaml")],
    ids=lambda path: path.stem,
)
def test_sound_files_pass(path: Path) -> None:
    assert refused(path.read_text("utf-8")) == []


# What no schema can say, or none that an editor would understand.
BEYOND = {
    "dates-circular": "日期要读懂才知道绕不绕圈",
    "values-collective-twice": "两处的统称要互相比较",
    "values-date-impossible": "要查日历",
    "values-too-deep": "事项引用自己，数不了层数",
    "references-growing": "引用展开以后才知道",
    "dates": "时间是照通知的话写的，要读懂才知道",
    "values-topic": "# 以后是注释，编辑器也看不到；6月31日要查日历",
}


def is_of_shape(path: Path) -> bool:
    """Whether a bad file is readable YAML with an error of its keys or values."""
    found = load(path.read_bytes().partition(MARKER.encode())[0], "文件").findings
    codes = {finding.code for finding in found if finding.severity == "error"}
    return any(code[:3] == "GK2" for code in codes) and not any(code <= "GK110" for code in codes)


SHAPED = [path for path in FILES if is_of_shape(path)]


@pytest.mark.parametrize("path", SHAPED, ids=lambda path: path.stem)
def test_files_wrong_in_shape_are_refused(path: Path) -> None:
    where = refused(path.read_text("utf-8").partition(MARKER)[0])
    assert bool(where) == (path.stem not in BEYOND), where


def test_what_is_beyond_the_schema_is_still_there() -> None:
    assert set(BEYOND) <= {path.stem for path in SHAPED}


HEAD = "活动: 甲\n年份: 2026\n公文: {发文机关: 乙, 标题: 丙}\n正文: {丁: 戊}\n"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        # Numbers, dates, truth values and nothing at all are texts or not given.
        ("届次: 15\n导语: true\n结语:\n报送:\n附件:\n统称:\n联系: {电话: 2173053, 空: }\n", []),
        ("正文: {一: , 二: 3, 三: {四: 5.5, 六: }, 七: [八, {标题: 9, 时间: , 牵头: }], 十: {内容: 甲, 各项: }}\n", []),
        ("公文: {发文机关: 1, 标题: [2, 三], 版式: , 印章: , 签批盖章: , 成文日期: 2026-04-28, 署名: 「发文机关」}\n", []),
        ("公文: {发文机关: 1, 标题: 2, 版式: 电报, 等级: 特急, 份号: , 成文日期: 2026-4-8, 印发日期: 「成文日期」}\n", []),
        ("年份: 2026年\n届次: '20'\n统称: {各部门: 甲局、乙局, 各县: }\n", []),
        ("附件: [任务分解表, {表: 任务分解表, 备注: }, {标题: 1, 列: [2, 三], 行: [[4, 五], ['', 六]], 空行: 8}]\n", []),
        ("附件: [{标题: 甲, 名单: 「统称.各部门」, 统称: }]\n统称: {各部门: [乙, 丙]}\n", []),
        # And what is refused, each at its place.
        ("年份: 26\n", ["年份"]),
        ("年份: 20２６\n", ["年份"]),
        ("届次: 1５\n", ["届次"]),
        ("年份: [2026]\n", ["年份"]),
        ("活动:\n", ["活动"]),
        ("活动: ''\n", ["活动"]),
        ("届次: 第十五届\n", ["届次"]),
        ("公文: {发文机关: 1, 标题: 2, 版式: 红头}\n", ["公文/版式"]),
        ("公文: {发文机关: 1, 标题: 2, 印章: 有}\n", ["公文/印章"]),
        ("公文: {发文机关: 1, 标题: 2, 签批盖章: 张三}\n", ["公文"]),
        ("公文: {发文机关: 1, 标题: 2, 版式: 信函, 印发机关: 三}\n", ["公文"]),
        ("公文: {发文机关: 1, 标题: 2, 成文日期: 四月}\n", ["公文/成文日期"]),
        ("正文: [甲]\n", ["正文"]),
        ("正文: {甲: [{内容: 乙, 责任单位: [丙、丁]}]}\n", ["正文/甲"]),
        ("统筹任务: [{标题: 甲, 任务: [{责任单位: 乙}]}]\n", ["统筹任务/0"]),
        ("报送: [{材料: 甲}]\n", ["报送/0"]),
        ("附件: [名单]\n", ["附件/0"]),
        ("附件: [{标题: 甲, 内容: 乙, 统称: 丙}]\n", ["附件/0"]),
        ("附件: [{标题: 甲, 列: [乙], 空行: 201}]\n", ["附件/0"]),
        ("联系: {联系人: [张三，李四]}\n", ["联系/联系人/0"]),
        ("多余: 1\n", [""]),
    ],
)  # fmt: skip
def test_loader_and_schema_are_of_one_mind(text: str, where: list[str]) -> None:
    key = {line.split(":")[0] for line in text.splitlines()}
    head = "".join(f"{line}\n" for line in HEAD.splitlines() if line.split(":")[0] not in key)
    assert refused(head + text) == where
    assert (load((head + text).encode(), "文件").campaign is None) == bool(where)


VALUES = st.sampled_from(
    ["", "甲", "0", "1", "26", "2026", "1.5", "true", "''", "甲、乙", "'甲，乙'", "[]", "[甲]", "[甲, 乙]",
     "[甲、乙]", "['']", "{甲: 乙}", "{标题: 甲}", "[{标题: 甲}]", "[{内容: 甲}]", "任务分解表", "加盖", "电报",
     "2026-04-28", "「活动」", "[任务分解表]", "[[甲]]", "{内容: 甲, 事项: [乙]}", "[{材料: 甲, 截止: 5月1日}]"]
)  # fmt: skip
TOP = st.dictionaries(st.sampled_from(list(SCHEMA["properties"])), VALUES, max_size=4)
DOCUMENT = st.dictionaries(
    st.sampled_from(list(SCHEMA["$defs"]["Header"]["properties"])), VALUES, max_size=3
)
ITEM = st.dictionaries(
    st.sampled_from(list(SCHEMA["$defs"]["Item"]["properties"])), VALUES, max_size=3
)


@given(TOP, DOCUMENT, ITEM)
def test_what_the_loader_takes_the_schema_takes(
    top: dict[str, str], document: dict[str, str], item: dict[str, str]
) -> None:
    inner = {"发文机关": "乙", "标题": "丙"} | document
    point = {"标题": "丁"} | item
    lines = {
        "活动": "甲",
        "年份": "2026",
        "公文": "{" + ", ".join(f"{key}: {value}" for key, value in inner.items()) + "}",
        "正文": "{戊: [{" + ", ".join(f"{key}: {value}" for key, value in point.items()) + "}]}",
    } | top
    text = "".join(f"{key}: {value}\n" for key, value in lines.items())
    if load(text.encode(), "文件").campaign is not None:
        assert refused(text) == [], text
