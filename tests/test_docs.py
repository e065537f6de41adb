"""The pages for people say what the program does, or these tests are red."""

import re

import pytest
import yaml
from pydantic import BaseModel

from conftest import ROOT, TESTS, progress, sound
from gongkai_cli.checking import examine
from gongkai_cli.codes import CODES
from gongkai_cli.loading import load
from gongkai_cli.mdreader.special import SPECIAL
from gongkai_cli.mending import mend
from gongkai_cli.model import (
    Annex,
    Campaign,
    Header,
    Issued,
    Item,
    Question,
    Report,
    Section,
    Summary,
    Survey,
    Task,
)
from gongkai_cli.project.overrides import templates
from gongkai_cli.rendering import document_names
from gongkai_cli.rules import RULES
from gongkai_cli.templating import Templates
from gongkai_cli.templating.sandbox import environment
from gongkai_cli.view import campaign_view, unit_views
from gongkai_cli.yamltree import parse
from support.all_documents import render, understood
from support.rule_examples import example

FORMAT = (ROOT / "docs" / "campaign-file.md").read_text("utf-8")
TEMPLATES = (ROOT / "docs" / "templates.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")


def aliases(model: type[BaseModel]) -> set[str]:
    return {str(field.alias) for field in model.model_fields.values()}


def section(page: str, heading: str) -> str:
    """The text under a heading, up to the next of the same level."""
    mark = re.escape(f"\n{heading}\n")
    level = heading.split(" ", maxsplit=1)[0]
    found = re.search(f"{mark}(.*?)(?=\n{level} |\n## |\\Z)", page, re.DOTALL)
    assert found, heading
    return found[1]


def listed(text: str) -> set[str]:
    """The words in the first column of the tables of a text, code marks left out."""
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| ")]
    return {word for row in rows for word in re.split("[、 ]", row.strip("` ")) if word} - {
        "键",
        "---",
        "写法",
        "写",
    }


@pytest.mark.parametrize(
    ("heading", "model"),
    [
        ("### 全文", Campaign),
        ("### 公文", Header),
        ("### 事项", Item),
        ("### 任务", Task),
        ("### 报送", Report),
        ("### 总结", Summary),
        ("### 印发件", Issued),
    ],
)
def test_every_key_is_described_and_no_other(heading: str, model: type[BaseModel]) -> None:
    assert listed(section(FORMAT, heading)) == aliases(model)


@pytest.mark.parametrize(
    ("heading", "model"),
    [
        ("### 全文", Campaign),
        ("### 公文", Header),
        ("### 事项", Item),
        ("### 报送", Report),
        ("### 总结", Summary),
    ],
)
def test_the_page_and_the_editors_say_the_same(heading: str, model: type[BaseModel]) -> None:
    """The sentence beside a key is the one an editor shows, but for what only the page can say."""
    said: dict[str, str] = {}
    for line in section(FORMAT, heading).splitlines():
        if line.startswith("| ") and "---" not in line and not line.startswith("| 键"):
            keys, cell = line.strip("| ").split(" | ")
            plain = re.sub("，见下|，必填|必填[；，]", "", cell.replace("`", ""))
            said |= dict.fromkeys(keys.split("、"), plain)
    fields = model.model_fields.values()
    assert said == {str(field.alias): field.description for field in fields}


@pytest.mark.parametrize(
    "model", [Campaign, Section, Header, Item, Task, Report, Annex, Summary, Survey, Question]
)
def test_every_key_has_its_sentence(model: type[BaseModel]) -> None:
    assert {f.alias for f in model.model_fields.values() if not f.description} == set()


def test_every_key_of_a_questionnaire_is_described_and_no_other() -> None:
    """The keys of the whole and of a question stand in one table."""
    assert listed(section(FORMAT, "### 调查问卷")) == aliases(Survey) | aliases(Question)


def test_the_questionnaire_on_the_page_is_sound(office: Templates) -> None:
    head, survey = re.findall(r"```yaml\n(.*?)```", FORMAT, re.DOTALL)[:2]
    loaded = load((head + survey).encode(), "例")
    assert loaded.findings == ()
    assert loaded.campaign is not None
    (page,) = render(loaded, office, ["questionnaire"], ["md"])
    assert "□其他（请写明）" in page.data.decode()


def test_every_key_of_an_annex_is_shown() -> None:
    assert {key for key in aliases(Annex) if f"{key}:" not in FORMAT} == set()


def test_the_example_on_the_page_is_sound_and_renders(office: Templates) -> None:
    example = re.findall(r"```yaml\n(.*?)```", FORMAT, re.DOTALL)[0]
    loaded = load(example.encode(), "例")
    assert loaded.findings == ()
    assert loaded.campaign is not None
    names = document_names(templates(ROOT))
    rendered = {str(item.path): item.data for item in render(loaded, office, names, ["md"])}
    notice = rendered["notice.md"].decode()
    assert "各部门于5月25日16时前将活动总结报送县政府办政务公开科。" in notice
    assert "unit-tasks/县公安局.md" in rendered


def test_what_the_page_says_of_yaml_is_true() -> None:
    assert yaml.safe_load("[10:30, 010, no]") == [630, 8, False]
    tree, findings = parse("时刻: [10:30, 010, no]\n", "文件")
    assert findings == ()
    assert tree is not None
    assert tree.data == {"时刻": ["10:30", "010", "no"]}


def test_every_name_a_template_sees_is_described() -> None:
    path = ROOT / "campaigns" / "dandong-2021.yaml"
    campaign, context = understood(sound(path))
    view = campaign_view(campaign, context)
    names = set(view) | set(view["任务"][0]) | set(view["正文"][0]) | set(view["联系"][0])
    sheet = next(iter(unit_views(campaign, context).values()))["单位"]
    names |= {"单位", *sheet} | set(view["活动安排"][0])
    record = (TESTS / "golden" / "dandong-2021" / "进展.txt").read_text("utf-8")
    known = progress(path, record)
    assert known is not None
    names |= (
        {"进展", *known} | set(known["报送"][0]) | set(known["单位"][0]) | set(known["结果"][1][0])
    )
    described = section(TEMPLATES, "## 名称")
    keys = aliases(Campaign)
    assert {name for name in names if name not in described and name not in keys} == set()


def test_every_part_and_filter_is_described() -> None:
    assert {part for part in (*SPECIAL, "附件") if f"`::: {part}" not in TEMPLATES} == set()
    ours = {name for name in environment({}).filters if not name.isascii()}
    assert {name for name in ours if f"| {name}`" not in TEMPLATES.replace("\\|", "|")} == set()


def test_every_template_is_described() -> None:
    names = {name.removesuffix(".md.j2") for name in templates(ROOT)}
    assert {name for name in names if f"`{name}" not in TEMPLATES} == set()


def test_the_ci_runs_the_commands_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    commands = re.findall(r"^(python -m pip install .*)$", README, re.MULTILINE)
    assert len(commands) == 2
    for command in commands:
        assert command in script


_HEAD = "活动: 甲\n年份: 2026\n公文: {{发文机关: 乙, 标题: 丙, 成文日期: 2026-04-28}}\n"
TEXT = _HEAD + "正文: {{丁: 戊。}}\n结语: '{}。'\n"
ITEM = _HEAD + "正文: {{丁: [{{标题: {}, 牵头: 己}}]}}\n"
BODY = _HEAD + "正文: {{丁: [{{标题: 戊, 内容: 己。, 牵头: '{}'}}]}}\n"
ANNEXES = _HEAD + "正文: {{丁: 戊。}}\n附件:\n{}- 任务分解表\n  - 标题: 甲\n    内容: 乙。\n"
AROUND = {
    "GK103": "活动: 甲\n{}\n年份: 2026\n",
    "GK110": "活动: 甲\n报送:\n  {}\n年份: 2026\n",
    "GK117": "活动: 甲\n年份: 2026\n{}\n  庚。\n",
    "GK210": BODY.replace("牵头: '{}'", "牵头: 庚, 完成时间: {}"),
    "GK605": BODY,
    "GK701": TEXT.replace("甲", "5·15 政务公开日"),
    "GK702": TEXT.replace("甲", "{}").replace("'{}。'", "辛。"),
    "GK706": ITEM,
    "GK707": ITEM,
    "GK711": TEXT.replace("标题", "发文字号: '{}', 标题").replace("'{}。'", "辛。"),
    "GK726": BODY,
    "GK728": TEXT.replace("结语", "导语").replace("{}。", "{}"),
    "GK741": TEXT.replace("标题", "版式: 信函, 发文机关标志: '{}', 标题").replace("'{}。'", "辛。"),
}
"""The file in which an example of the page stands; most are running text."""
UNSEEN = {
    "GK102": (ANNEXES.format(""), ANNEXES.format("  ")),
    "GK208": (TEXT.format("庚\u200b辛"), TEXT.format("庚辛")),
}
"""What a page cannot show."""


def test_the_page_mends_what_the_program_mends() -> None:
    page = (ROOT / "docs" / "editors-and-git.md").read_text("utf-8")
    shown = dict(re.findall(r"^\| .*（(GK\d+)） \| (.*) \|$", page, re.MULTILINE))
    examples = {
        code: tuple(AROUND.get(code, TEXT).format(side) for side in cell.split(" → "))
        for code, cell in (
            (code, re.sub(r"`|\\(?=\|)", "", cell)) for code, cell in shown.items() if " → " in cell
        )
    }
    assert shown.keys() == {*examples, *UNSEEN}
    for code, (before, after) in (examples | UNSEEN).items():
        found = examine(before.encode(), "f").findings
        assert code in {one.code for one in found if one.edit}, code
        assert mend(before.encode(), "f").data.decode() == after, code


def test_whatever_is_mended_stands_on_the_page() -> None:
    page = (ROOT / "docs" / "editors-and-git.md").read_text("utf-8")
    texts = [example(text) for rule in RULES for text in rule.FAIL]
    texts += [code.wrong for code in CODES]
    mended = {
        finding.code
        for text in texts
        for finding in examine(text.encode(), "f").findings
        if finding.edit
    }
    assert {code for code in mended if f"（{code}）" not in page} == set()


def test_links_lead_somewhere() -> None:
    for page in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_promise_of_safety_has_its_test() -> None:
    page = (ROOT / "docs" / "security.md").read_text("utf-8")
    named = set(re.findall(r"`(test_\w+)`", page))
    there = {
        name
        for path in TESTS.glob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text("utf-8"), re.MULTILINE)
    }
    assert named - there == set()
    assert named
