"""Every rule against its own examples, and all of them against both real campaigns."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from conftest import ROOT
from gongkai_cli import report
from gongkai_cli.codes import CODES, FAMILIES
from gongkai_cli.rules import RULES, RuleFile, undated
from support.rule_examples import CASES, FILES, MARKER, cases, example, found

FOLDER = ROOT / "src" / "gongkai_cli" / "rules"


SOUND = [text for rule in RULES for text in rule.PASS]


@pytest.mark.parametrize(("rule", "text"), CASES, ids=lambda value: str(value)[:30])
def test_a_rule_finds_its_bad_example_and_no_other_does(rule: RuleFile, text: str) -> None:
    findings = found(example(text, dated=rule.RULE is not undated.RULE))
    assert {finding.code for finding in findings} == {rule.RULE.code}
    assert {finding.severity for finding in findings} == {rule.RULE.severity}
    assert all(finding.message and finding.hint for finding in findings)
    assert all(finding.place.line > 1 for finding in findings)


@pytest.mark.parametrize("text", SOUND, ids=lambda text: text[:30])
def test_no_rule_cries_wolf_at_a_sound_example(text: str) -> None:
    assert found(example(text)) == ()


@pytest.mark.parametrize(
    "other",
    [
        "导语: {}\n",
        "附件: [{{标题: 须知, 内容: {}}}]\n",
        "正文: {{活动时间: 5月14日至21日, 活动内容: [{{标题: 甲, 牵头: 县司法局, 内容: {}}}]}}\n",
    ],
    ids=["beginning", "annex", "item"],
)
def test_what_a_reference_repeats_is_told_where_it_was_typed_and_only_there(other: str) -> None:
    texts = [text for _, text in CASES]
    texts += [text.partition(MARKER)[0] for path in FILES for text in cases(path)]
    closing = [text for text in texts if re.fullmatch("结语: [^「\n]+\n", text)]
    assert len(closing) > len(RULES)
    wrong = []
    for text in closing:
        once, twice = (found(example(text + other.format(said))) for said in ("遵守。", "「结语」"))
        if [one.message for one in once] != [one.message for one in twice]:
            wrong.append(text)
    assert wrong == []


def test_there_is_an_end_to_what_one_rule_says() -> None:
    marks = "（" * 3000 + "》" * 3000 + "公开,解读" * 3000
    codes = [finding.code for finding in found(example(f"结语: {marks}。\n"))]
    assert {code: codes.count(code) for code in codes} == {"GK712": 200, "GK714": 200}


def test_a_number_longer_than_a_program_reads_is_no_serial() -> None:
    rows = f"[['1', 甲], ['{'2' * 5000}', 乙], ['4', 丙]]"
    text = f"附件: [{{标题: 名单, 列: [序号, 单位], 行: {rows}}}]\n"
    assert found(example(text)) == ()


def test_every_file_is_a_rule_and_every_code_its_own() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"}
    assert {str(rule).split("gongkai_cli.rules.")[1].split("'")[0] for rule in RULES} == files
    assert len({rule.RULE.code for rule in RULES}) == len(RULES)
    assert [rule.RULE.code for rule in RULES if not (rule.FAIL and rule.PASS)] == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "campaigns").glob("*.yaml")), ids=lambda path: path.stem
)
def test_what_is_wrong_with_the_real_campaigns(path: Path, *, update: bool) -> None:
    lines = report.text(found(path.read_text("utf-8"), path.name))
    expected = ROOT / "tests" / "golden" / path.stem / "findings.txt"
    if update:
        expected.write_text(lines, "utf-8", newline="\n")
    assert lines == expected.read_text("utf-8")


def test_the_page_of_rules_is_fresh(*, update: bool) -> None:
    page = ROOT / "docs" / "rules.md"
    made = _page()
    if update:
        page.write_text(made, "utf-8", newline="\n")
    assert made == page.read_text("utf-8")


def test_the_rules_stand_in_the_order_of_their_codes() -> None:
    codes = [rule.RULE.code for rule in RULES]
    assert codes == sorted(codes)


WORDS = {"error": "错误", "warning": "警告", "note": "提示"}


def _page() -> str:
    parts = [
        "# 检查规则和代码\n",
        "`gongkai validate` 指出的每个问题都有代码。本页由 `pytest tests/test_rules.py --update` 生成，例子都经过测试；",
        "在命令行问一个：`gongkai validate --explain GK511`。\n",
        "检查规则（GK5、GK6、GK7）替科长看内容，警告和提示不妨碍生成文档；`--strict` 时有警告也算不通过。",
        "确有理由的可以[接受](editors-and-git.md#接受一个问题)。其余代码说的是文件写法、模板、文件夹、进展记录，照提示改。",
    ]
    rules = {rule.RULE.code: rule.RULE for rule in RULES}
    titles = {code: f"{rule.title}（{WORDS[rule.severity]}）" for code, rule in rules.items()}
    titles |= {code.code: code.title for code in CODES}
    for family, what in FAMILIES:
        parts.append(f"\n**{family}　{what}**\n")
        parts += [
            f"- [{code}](#{code.lower()}) {titles[code]}"
            for code in sorted(titles)
            if code.startswith(family)
        ]
    parts.append("\n## 检查规则")
    for rule in RULES:
        code, meaning = rule.RULE.code, (rule.__doc__ or "").strip()
        parts += _entry(code, titles[code], meaning, rule.FAIL, rule.PASS)
    parts.append("\n## 其他代码")
    for one in CODES:
        wrong, right = ([text] if text else [] for text in (one.wrong, one.right))
        parts += _entry(one.code, one.title, one.meaning, wrong, right)
    return "\n".join(parts) + "\n"


def _entry(
    code: str, title: str, meaning: str, wrong: Sequence[str], right: Sequence[str]
) -> list[str]:
    parts = [f'\n<a id="{code.lower()}"></a>\n\n### {code} {title}\n', meaning]
    language = "jinja" if code.startswith(("GK30", "GK31")) else "yaml"
    for heading, texts in (("指出：", wrong), ("不指出：", right)):
        if texts:
            parts += [f"\n{heading}\n\n```{language}", *(text.rstrip() for text in texts), "```"]
    return parts
