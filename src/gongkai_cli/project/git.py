"""A file as it stood at a revision, asked of git itself."""

import re
import shutil
import subprocess
from pathlib import Path

from ..finding import Finding, Refused, outside

_SECONDS = 600  # on a machine whose time goes to others
_FAULTS = (OSError, ValueError, subprocess.SubprocessError)
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
        return _said(program, root, "cat-file", "blob", text)
    except _FAULTS as error:
        try:
            _said(program, root, "rev-parse")
        except _FAULTS:
            # Git leaves alone what belongs to somebody else, as a shared folder may.
            message = "这个文件夹没有交给 git 管，或者归别的用户，git 不读"
            raise _refused(text, message, "运行 git status，照它说的办") from error
        hint = "写成 版本:路径，如 HEAD~1:campaigns/示例县-2026.yaml；git log 可以查到版本"
        raise _refused(text, "git 里没有这个版本，或者那时还没有这个文件", hint) from error


def _said(program: str, root: Path, *arguments: str) -> bytes:
    command = [program, *arguments]
    return subprocess.run(
        command, cwd=root, check=True, capture_output=True, timeout=_SECONDS
    ).stdout


def _refused(text: str, message: str, hint: str) -> Refused:
    return Refused(Finding(outside(text), "GK422", "error", message, hint))
