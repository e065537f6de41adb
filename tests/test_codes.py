"""Every code the program can say is explained, once, and what the explanation shows is true."""

import re

import pytest

from conftest import ROOT, Run
from gongkai_cli.checking import examine
from gongkai_cli.codes import CODES, FAMILIES, Code
from gongkai_cli.finding import Finding, Refused
from gongkai_cli.loading import load
from gongkai_cli.office_style import read_style
from gongkai_cli.plaindata import walk
from gongkai_cli.project.overrides import templates
from gongkai_cli.rules import RULES, RuleFile
from gongkai_cli.templating import SUFFIX, Source, Templates
from gongkai_cli.yamlblock import in_block
from gongkai_cli.yamltree import parse
from support.all_documents import render
from support.rule_examples import HEAD, example

SOURCES = ROOT / "src" / "gongkai_cli"
SAID = {
    code
    for path in SOURCES.rglob("*.py")
    if path.parent.name != "codes"
    for code in re.findall(r"\bGK\d{3}\b", path.read_text("utf-8"))
}
RULES_CODES = {rule.RULE.code for rule in RULES}


def test_every_code_in_the_program_is_explained_and_no_other() -> None:
    explained = [*RULES_CODES, *(code.code for code in CODES)]
    assert sorted(explained) == sorted(SAID)


def test_the_codes_stand_in_order_each_in_a_family() -> None:
    codes = [code.code for code in CODES]
    assert codes == sorted(codes)
    families = [family for family, _ in FAMILIES]
    assert sorted({code[:3] for code in SAID}) == families


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_a_code_says_what_is_wrong_and_what_to_do(code: Code) -> None:
    assert code.title
    assert not code.title.endswith("。")
    assert code.meaning.endswith("。")
    assert bool(code.wrong) == bool(code.right)
    shown = code.code[:3] in ("GK1", "GK2", "GK3")
    assert bool(code.wrong) or not shown or code.code in ("GK101", "GK114")


def said(code: Code, text: str) -> tuple[Finding, ...]:
    """What the program says of an example: a style, a template or a campaign file."""
    if code.code.startswith("GK32"):
        return read_style(text.encode(), "排版.yaml")[1]
    if not code.code.startswith("GK3"):
        return examine(example(text).encode(), "文件").findings
    name = "t" + SUFFIX
    office = Templates({**templates(ROOT), name: Source(f"templates/{name}", f"公开\n\n{text}")})
    try:
        tuple(render(load(HEAD.encode(), "文件"), office, ["t"], ["md"]))
    except Refused as refused:
        return refused.findings
    return ()


@pytest.mark.parametrize("code", [code for code in CODES if code.wrong], ids=lambda code: code.code)
def test_its_examples_are_what_they_are_said_to_be(code: Code) -> None:
    wrong, right = ({one.code for one in said(code, text)} for text in (code.wrong, code.right))
    assert wrong == {code.code}
    assert right == set()


@pytest.mark.parametrize("code", sorted(SAID))
def test_each_is_explained_where_it_is_asked_for(code: str, gongkai: Run) -> None:
    ran = gongkai("validate", "--explain", code.lower())
    assert (ran.code, ran.err) == (0, "")
    head, blank, meaning = ran.out.splitlines()[:3]
    assert head.startswith(f"{code} ")
    assert blank == ""
    assert meaning


def test_a_part_of_a_code_lists_those_that_begin_so(gongkai: Run) -> None:
    listed = gongkai("validate", "--explain", "GK")
    assert re.findall(r"GK\d{3}", listed.out) == sorted(SAID)
    family = gongkai("validate", "--explain", "8").out
    assert family.startswith("进展和提醒：\n  GK801 ")
    assert {code[:3] for code in re.findall(r"GK\d{3}", family)} == {"GK8"}
    assert gongkai("validate", "--explain", "511") == gongkai("validate", "--explain", "GK511")


def test_what_is_no_code_is_told_how_to_see_all(gongkai: Run) -> None:
    ran = gongkai("validate", "--explain", "GK599")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "用法错误：--explain：没有“GK599”（全部代码：gongkai validate --explain GK）\n"
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.RULE.code)
def test_an_example_is_shown_as_it_is_typed_in_a_file(rule: RuleFile) -> None:
    """A line for each key; and it says the same."""
    for text in (*rule.FAIL, *rule.PASS):
        shown = in_block(text)
        before, after = parse(text, "")[0], parse(shown, "")[0]
        assert before is not None
        assert after is not None
        assert before.data == after.data
        assert "{" not in shown or "#" in text or "{" in str([*walk(before.data)])


@pytest.mark.parametrize(
    "text",
    [
        "正文: {甲: [{标题: 乙}]}  # 可以：GK511 上级定的\n",
        "正文: {甲: 乙\n",
        "正文: {甲: 乙, 甲: 丙}\n",
        "- {甲: 乙}\n",
    ],
)
def test_what_the_form_itself_shows_stays(text: str) -> None:
    assert in_block(text) == text
