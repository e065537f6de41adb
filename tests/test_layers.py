"""The architecture page says which way imports point; here it is held to."""

import ast
import re
import tomllib
from pathlib import Path

from conftest import ROOT

PACKAGE = ROOT / "src" / "gongkai_cli"
OWNERS = {
    "yaml": {"yamltree"},
    "jinja2": {"templating"},
    "markdown_it": {"mdreader"},
    "docx": {"docxtext"},
    "rich": {"report"},
    "icalendar": {"calendars"},
    "chinese_calendar": {"dates"},
    "apprise": {"project"},
    "watchfiles": {"project"},
    "typer": {"cli"},
    "pydantic": {"model", "loading"},
    "pydantic_core": {"model", "loading"},
}

MODULES = {
    "pyyaml": "yaml",
    "markdown-it-py": "markdown_it",
    "python-docx": "docx",
    "chinesecalendar": "chinese_calendar",
}
"""Packages that are imported by another name."""


def ladder() -> dict[str, int]:
    """Module → line of the ladder, 0 at the top."""
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    block = page.split("## Import order")[1].split("```")[1]
    rungs = [re.split(r"\s{2,}", line)[0].split() for line in block.strip().splitlines()]
    return {module: level for level, modules in enumerate(rungs) for module in modules}


def module_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> list[str]:
    """Absolute dotted names of everything a file imports."""
    inside = ["gongkai_cli", *path.relative_to(PACKAGE).parts[:-1]]
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = inside[: len(inside) - node.level + 1] if node.level else []
            stem = ".".join([*base, node.module] if node.module else base)
            names += [f"{stem}.{alias.name}" for alias in node.names]
    return names


def sources() -> list[Path]:
    return [
        path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE or path.stem != "__init__"
    ]


def test_every_module_stands_on_the_ladder() -> None:
    modules = {module_of(path) for path in sources()}
    assert modules == set(ladder())


def test_imports_point_down() -> None:
    level = ladder()
    wrong = [
        f"{module_of(path)} imports {target}"
        for path in sources()
        for name in imports(path)
        if name.startswith("gongkai_cli.")
        and (target := name.split(".")[1]) in level
        and target != module_of(path)
        and level[target] <= level[module_of(path)]
    ]
    assert wrong == []


def test_each_library_has_one_owner() -> None:
    wrong = [
        f"{module_of(path)} imports {name}"
        for path in sources()
        for name in imports(path)
        if module_of(path) not in OWNERS.get(name.split(".")[0], {module_of(path)})
    ]
    assert wrong == []


def test_the_page_of_dependencies_names_each_and_its_owner() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [*project["dependencies"], *extras["notify"], *extras["watch"]]
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    table = page.split("## 直接用的")[1].split("##")[0]
    rows = re.findall(
        r"^\| ([a-zA-Z][\w-]+)(?:（可选）)? \| [^|]+ \| ([^|]+) \|", table, re.MULTILINE
    )
    named = {name.lower(): set(re.findall(r"`(\w+)", owners)) for name, owners in rows}
    owned = {MODULES.get(name, name.replace("-", "_")): owners for name, owners in named.items()}
    assert named.keys() == {re.split(r"[<>=]", one)[0] for one in asked}
    assert owned == {name: owners for name, owners in OWNERS.items() if name != "pydantic_core"}


def test_files_stay_small_enough_to_read() -> None:
    lines = {path.name: path.read_text("utf-8").count("\n") for path in sources()}
    assert {name: count for name, count in lines.items() if count > 250} == {}
