"""A notice of several bodies: their names stay apart, wherever its title is printed on one line."""

import pytest

from gongkai_cli.document import Document, Signature, Title
from gongkai_cli.prose import title_line
from gongkai_cli.templating import Templates
from gongkai_cli.writers.html import write
from support.rendered_text import written

FARM, HOUSES, WOMEN = "示例县农业农村局", "示例县住房和城乡建设局", "示例县妇女联合会"
LINES = [f"{FARM}　{HOUSES}", f"{WOMEN}关于开展", "“5·15 政务公开日”活动的通知"]
APART = f"{FARM}　{HOUSES}　{WOMEN}关于开展“5·15 政务公开日”活动的通知"
HEADER = {
    "发文机关": FARM,
    "标题": LINES,
    "署名": [FARM, HOUSES, WOMEN],
    "成文日期": "2026年3月12日",
}
WORK = {"正文": {"活动内容": [{"标题": "宣传", "牵头": HOUSES}]}}


@pytest.mark.parametrize(
    ("lines", "issuers", "title"),
    [
        (LINES, (FARM, HOUSES, WOMEN), APART),
        (LINES, (FARM,), APART.replace(f"{HOUSES}　", HOUSES)),
        (
            [FARM, HOUSES, f"{WOMEN}关于开展"],
            (FARM, HOUSES, WOMEN),
            f"{FARM}　{HOUSES}　{WOMEN}关于开展",
        ),
        (
            ["示例县农业农村局关于开展", "公开日活动的通知"],
            (FARM,),
            f"{FARM}关于开展公开日活动的通知",
        ),
        ((), (FARM,), ""),
        (LINES, (), "".join(LINES)),
    ],
)
def test_a_blank_stands_only_between_two_issuers(
    lines: list[str], issuers: tuple[str, ...], title: str
) -> None:
    assert title_line(lines, issuers) == title


def test_every_document_names_the_issuers_apart(office: Templates) -> None:
    said = {"公文": HEADER, **WORK}
    assert f"# {APART}\n" in written(said, office)
    assert f"根据《{APART}》要求" in written(said, office, "unit-tasks")
    summary = written(said, office, "summary")
    assert summary.startswith(
        f"# {FARM}　{HOUSES}　{WOMEN}关于2026年“5·15 政务公开日”活动开展情况的总结\n"
    )
    assert f"按照《{APART}》安排" in summary


@pytest.mark.parametrize(
    "header",
    [
        {"发文机关": f"{FARM}、{HOUSES}", "署名": ""},
        {"发文机关": FARM, "署名": f"{FARM}、{HOUSES}"},
        {"发文机关": FARM, "署名": [f"{FARM}、{HOUSES}"]},
    ],
)
def test_issuers_parted_by_a_mark_sign_each_by_itself(
    header: dict[str, str | list[str]], office: Templates
) -> None:
    given = {key: value for key, value in (HEADER | header).items() if value}
    assert f"\n{FARM}\\\n{HOUSES}\\\n2026年3月12日" in written({"公文": given, **WORK}, office)


def test_of_many_issuers_a_summary_names_the_first(office: Templates) -> None:
    header = HEADER | {"署名": [FARM, HOUSES, WOMEN, "示例县教育局"]}
    summary = written({"公文": header, **WORK}, office, "summary")
    assert summary.startswith(f"# {FARM}等4部门关于2026年")


def test_a_page_keeps_them_apart_where_it_does_not_break() -> None:
    signed = Signature((FARM, HOUSES, WOMEN), "2026年3月12日", sealed=True)
    page = write(Document((Title(tuple(LINES)), signed))).decode()
    assert f"<title>{APART}</title>" in page
    first, second, third = (f"<span>{line}</span>" for line in LINES)
    assert f"<h1>{first} {second}{third}</h1>" in page
