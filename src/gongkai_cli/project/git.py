"""A file as it stood at a revision, asked of git itself."""

import re
import shutil
import subprocess
from pathlib import Path

from ..finding import Finding, Refused, outside

_SECONDS = 600  # on a machine whose time goes to others
# C:\… is a path. A revision never begins with a dash; an option might.
_REVISION = re.compile(r"(?![A-Za-z]:[\\/]|-)[^:]*:.+")


def is_revision(text: str) -> bool:
    """Whether a text is written as git writes a file at a revision: HEAD~1:campaigns/甲.yaml."""
    return bool(_REVISION.fullmatch(text))


def at_revision(text: str, root: Path) -> bytes:
    """The file that ``git show`` would show. Raises Refused where there is no git, or no such file."""
    program = shutil.which("git")
    if program is None:
        raise _refused(text, "没有找到 git，看不到以前的版本", "装上 git；或者写明两个文件")
    try:
        shown = subprocess.run(
            [program, "cat-file", "blob", text],
            cwd=root,
            check=True,
            capture_output=True,
            timeout=_SECONDS,
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        hint = "写成 版本:路径，如 HEAD~1:campaigns/示例县-2026.yaml；git log 可以查到版本"
        raise _refused(text, "git 里没有这个版本，或者那时还没有这个文件", hint) from error
    return shown.stdout


def _refused(text: str, message: str, hint: str) -> Refused:
    return Refused(Finding(outside(text), "GK422", "error", message, hint))
