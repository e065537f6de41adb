"""A first campaign says what was answered and nothing else: the rest is to be filled in, or a comment."""

import json
import re
from datetime import datetime
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from conftest import Run, put
from gongkai_cli.schema import schema

BLANK = re.compile("【待填：[^】]+】")


def begun(gongkai: Run, *arguments: str) -> tuple[str, str]:
    """The name of the first campaign and its text."""
    assert gongkai("init", *arguments).code == 0
    (file,) = Path("campaigns").iterdir()
    return file.name, file.read_text("utf-8")


def typed(text: str) -> str:
    """A file without its comments."""
    return "\n".join(re.split(r"(?:^|\s)#", line)[0].rstrip() for line in text.splitlines())


@pytest.mark.parametrize(
    ("issuer", "name", "campaign", "addressee"),
    [
        ("临水县人民政府办公室", "临水县", "5·15 政务公开日", "各乡镇人民政府，县政府各部门"),
        ("丹东市人民政府", "丹东市", "5·15 政务公开日", "各县（市、区）人民政府，市政府各部门"),
        (
            "大连高新区管理委员会办公室",
            "大连高新区",
            "5·15 政务公开日",
            "各街道办事处，区各部门",
        ),
        ("丹东市教育局", "丹东市教育局", "5·15 政务公开日", "各科室，各直属单位"),
        ("临江市人民医院", "临江市人民医院", "【待填：活动名称】", "各科室"),
        ("示例县第一中学", "示例县第一中学", "【待填：活动名称】", "各处室、各年级"),
        ("东江大学", "东江大学", "【待填：活动名称】", "各学院，各部门"),
    ],
)
def test_what_was_answered_stands_there(
    gongkai: Run, issuer: str, name: str, campaign: str, addressee: str
) -> None:
    file, text = begun(gongkai, "--issuer", issuer, "--year", "2027")
    assert file == f"{name}-2027.yaml"
    said = yaml.safe_load(text)
    assert (said["活动"], str(said["年份"])) == (campaign, "2027")
    assert said["公文"]["发文机关"] == issuer
    assert said["公文"]["发文机关标志"] == f"{issuer}文件"
    assert f"# 如 {addressee}\n" in text


def test_who_asks_for_a_campaign_gets_it_beside_those_there_are(gongkai: Run) -> None:
    asked = ("init", "--issuer", "临水县人民政府办公室", "--year", "2027")
    put("campaigns/旧的.yaml", "活动: 旧的\n")
    file = "campaigns/临水县-2027.yaml"
    assert f"新建  {file}\n" in gongkai(*asked).out
    before = {path.name: path.read_bytes() for path in Path("campaigns").iterdir()}
    assert sorted(before) == ["临水县-2027.yaml", "旧的.yaml"]
    assert f"保留  {file}（已有，没有动）\n" in gongkai(*asked).out
    # Nobody who did not ask gets one, nor the example.
    assert "campaigns/" not in gongkai("init").out.partition("接下来")[0]
    assert {path.name: path.read_bytes() for path in Path("campaigns").iterdir()} == before


def test_nothing_of_another_place_stands_there(gongkai: Run) -> None:
    _, text = begun(gongkai, "--issuer", "临水县人民政府办公室", "--year", "2026")
    said = typed(text)
    for word in (
        "示",
        "张三",
        "李四",
        "0000",
        "example",
        "第二十届",
        "县司法局",
        "文化广场",
        "5月",
    ):
        assert word not in said
    assert re.findall(r"\d+", said.replace("5·15", "")) == ["2026"]


def test_every_year_is_the_same(gongkai: Run, tmp_path: Path) -> None:
    issuer = "临水县人民政府办公室"
    texts = set()
    for year in ("2026", "2027", "2031"):
        gongkai("init", str(tmp_path / year), "--issuer", issuer, "--year", year)
        file = tmp_path / year / "campaigns" / f"临水县-{year}.yaml"
        texts.add(file.read_text("utf-8").replace(year, "年"))
    assert len(texts) == 1


@pytest.mark.parametrize("issuer", ["临水县人民政府办公室", "临江市人民医院", ""])
def test_each_blank_is_told_and_nothing_else(gongkai: Run, issuer: str) -> None:
    answered = ["--issuer", issuer] if issuer else []
    file, text = begun(gongkai, *answered, "--year", "2027")
    findings = json.loads(gongkai("validate", "--format", "json").out)
    assert {finding["code"] for finding in findings} == {"GK703"}
    blanks = [
        (number, blank)
        for number, line in enumerate(typed(text).splitlines(), 1)
        for blank in BLANK.findall(line)
    ]
    assert [(finding["line"], finding["message"]) for finding in findings] == [
        (number, f"“{blank}”还没有填写") for number, blank in blanks
    ]
    Draft202012Validator(json.loads(schema())).validate(yaml.safe_load(text))
    assert gongkai("render", "-f", "md").code == 0
    notice = (Path("output") / Path(file).stem / "notice.md").read_text("utf-8")
    assert "关于开展【待填：届次】" in notice.replace("\\", "").replace("\n", "")


def test_who_issues_it_is_left_open_where_only_the_year_is_known(gongkai: Run) -> None:
    file, text = begun(gongkai, "--year", "2027")
    assert file == "政务公开日-2027.yaml"
    assert "  发文机关: 【待填：发文机关】\n" in text
    assert "  发文机关标志: 【待填：发文机关标志】\n" in text


def test_the_year_is_this_one_where_only_the_office_is_known(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gongkai_cli.project.clock.now", lambda: datetime(2028, 3, 1, 9))
    assert begun(gongkai, "--issuer", "临水县人民政府办公室")[0] == "临水县-2028.yaml"


def test_what_is_filled_in_is_told_no_more_and_moves_on(gongkai: Run) -> None:
    file, text = begun(gongkai, "--issuer", "临水县人民政府办公室", "--year", "2026")
    path = Path("campaigns", file)
    path.write_text(text.replace("届次: 【待填：届次】", "届次: 20"), "utf-8")
    assert "届次】" not in gongkai("validate").out
    # An edition that nobody has filled in stays a blank the year after.
    path.write_text(text, "utf-8")
    assert gongkai("new", "临水县-2027", "--from", "临水县-2026").code == 0
    assert "届次: 【待填：届次】" in Path("campaigns", "临水县-2027.yaml").read_text("utf-8")
