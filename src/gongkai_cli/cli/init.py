"""gongkai init: a folder in which an office can begin."""

from collections.abc import Sequence
from pathlib import Path

from .. import project, report
from ..finding import Refused
from ..schema import schema
from ..templating import SUFFIX
from .choice import choose

# What the packaged settings and the example's first line point to.
_SCHEMA = ".vscode/gongkai.schema.json"


def run(folder: Path, templates: Sequence[str]) -> int:
    """Make what is missing and say what comes next. Returns 0, or 1 where something cannot be made."""
    made = {_SCHEMA: schema().encode()}
    if templates:
        packaged = project.packaged_templates()
        wanted = [name.removesuffix(SUFFIX) for name in templates]
        choose("--template", wanted, [name.removesuffix(SUFFIX) for name in packaged])
        made |= {f"{project.TEMPLATES}/{name}{SUFFIX}": packaged[name + SUFFIX] for name in wanted}
    try:
        for name, is_new in project.furnish(folder, made):
            report.say(f"新建  {name}" if is_new else f"保留  {name}（已有，没有动）")
    except Refused as refused:
        report.complain(refused.findings)
        return 1
    report.say("\n接下来：")
    if folder != Path():
        name = str(folder)
        report.say(f'  cd "{name}"' if " " in name else f"  cd {name}")
    for command, purpose in (
        ("gongkai validate", "检查 campaigns/ 里的活动文件"),
        ("gongkai render", "生成全部文档，在 output/ 里"),
        ("git init", "把这个文件夹交给 git 管，谁改了哪一行都查得到"),
    ):
        report.say(f"  {command:<18}# {purpose}")
    return 0
