"""What an operating system's refusal means to a clerk."""

import errno
from collections.abc import Mapping
from pathlib import Path

from ..finding import Finding, Place


class NotAFile(OSError):
    """A pipe or a device stands where a file is expected."""


_REASONS: Mapping[type[OSError], tuple[str, str]] = {
    FileNotFoundError: ("没有这个文件", "查路径"),
    PermissionError: (
        "没有权限，或者文件正在别的程序里打开",
        "关掉打开它的 Word、WPS，或换一个文件夹",
    ),
    NotAFile: ("这是管道或者设备，不是文件", "换成文件"),
    IsADirectoryError: ("这是文件夹", "写明文件"),
    NotADirectoryError: ("路径中间有一段不是文件夹", "查路径，或用 -o 换一个文件夹"),
    FileExistsError: ("同名的文件占着文件夹的位置", "给那个文件改名，或用 -o 换一个文件夹"),
}
_NO_SPACE = 28
_NAME_TOO_LONG = 36


def cannot(what: str, path: Path, error: OSError | ValueError) -> Finding:
    """The finding for a file that could not be read or written."""
    if isinstance(error, ValueError):
        message, hint = f"{what}：文件名里有不许用的字符", "查路径"
        return Finding(Place(path.as_posix()), "GK403", "error", message, hint)
    reason, hint = _REASONS.get(type(error), (error.strerror or str(error), "查磁盘和路径"))
    if error.errno == _NO_SPACE:
        reason, hint = "磁盘满了", "腾出空间再运行；原来的文件没有动"
    elif error.errno == _NAME_TOO_LONG:
        reason, hint = "文件名太长", "缩短单位名称"
    elif error.errno == errno.ELOOP:
        reason, hint = "链接绕了一圈又通到自己", "删去这个链接"
    return Finding(Place(path.as_posix()), "GK403", "error", f"{what}：{reason}", hint)


def link(path: Path, where: str) -> Finding:
    """The finding for a link that would lead what is written out of its folder."""
    message = f"{where}里有通到外面的链接，没有写"
    return Finding(Place(path.as_posix()), "GK404", "error", message, "删去这个链接")
