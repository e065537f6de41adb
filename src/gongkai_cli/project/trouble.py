"""What an operating system's error means to a clerk."""

import errno
import os
from collections.abc import Mapping
from pathlib import Path

from ..finding import Finding, Place


class NotAFile(OSError):
    """A pipe or a device stands where a file is expected."""


class NotAFolder(OSError):
    """A file stands where a folder is expected."""


class Protected(OSError):
    """A file is marked as one that is only to be read."""


READ, WRITE = "读不了", "写不了"
_FULL = "腾出空间再运行；原来的文件没有动"
_REASONS: Mapping[str, tuple[str, str]] = {
    "ENOENT": ("没有这个文件", "查路径"),
    "EACCES": ("没有权限", "换一个文件夹，或者找管电脑的人给权限"),
    "ETXTBSY": ("没有权限，或者文件正在别的程序里打开", "关掉打开它的 Word、WPS，或换一个文件夹"),
    "EISDIR": ("这是文件夹", "写明文件；要用这个名称，就给文件夹改名"),
    "ENOTDIR": ("路径中间有一段不是文件夹", "查路径"),
    "ENOSPC": ("磁盘满了", _FULL),
    "EDQUOT": ("分给的磁盘空间用完了", _FULL),
    "EFBIG": ("文件超过了系统许可的大小", _FULL),
    "EIO": ("磁盘读写出错", "磁盘或者网络盘可能坏了，换一个文件夹，找管电脑的人看看"),
    "EROFS": ("这个磁盘只能读，不能写", "换一个文件夹"),
    "EMFILE": (
        "同时打开的文件到了系统许可的上限",
        "关掉一些程序再运行；服务器上找管电脑的人放宽上限（ulimit -n）",
    ),
    "EPIPE": ("接收的程序已经退出", "查接收的程序"),
    "EDEADLK": ("别的程序一直占着它", "过一会再运行"),  # Windows, after ten seconds
    "ENAMETOOLONG": ("文件名太长", "缩短文件夹、活动或者单位的名称"),
    "ELOOP": ("链接绕了一圈又通到自己", "删去这个链接"),
}
_SAME = {"EPERM": "EACCES", "EBUSY": "ETXTBSY", "EDEADLOCK": "EDEADLK", "ENFILE": "EMFILE"}


def reason(error: OSError, path: Path | None = None) -> tuple[str, str]:
    """Why the system refused, of a path if it was about one, and what to do about it."""
    if isinstance(error, NotAFile):
        return "这是管道或者设备，不是文件", "换成文件"
    if isinstance(error, NotAFolder):
        return "这是文件，不是文件夹", "给这个文件改名，或者移走"
    if isinstance(error, Protected):
        return "文件设成了只读", "要重写它，先去掉只读，再运行"
    name = errno.errorcode.get(error.errno or 0, "")
    unknown = (f"系统不让（{name or type(error).__name__}）", "查磁盘和路径")
    name = _SAME.get(name, name)
    # Windows says so, too, of a file that another program has open.
    is_open = name == "EACCES" and path is not None and os.path.isfile(path)  # noqa: PTH113  never raises
    return _REASONS.get("ETXTBSY" if is_open else name, unknown)


def cannot(what: str, path: Path, error: OSError | ValueError) -> Finding:
    """The finding for a file that could not be read or written."""
    if isinstance(error, ValueError):
        message, hint = f"{what}：文件名里有不许用的字符", "查路径"
    else:
        if what == WRITE and (folder := _in_the_way(path)) is not None:
            path = folder
            if os.path.lexists(path) and not (error.errno == errno.ELOOP or _is_folder(path)):
                error = NotAFolder()
        why, hint = reason(error, path)
        message = f"{what}：{why}"
    return Finding(Place(path.as_posix()), "GK403", "error", message, hint)


def _in_the_way(path: Path) -> Path | None:
    """The folder that takes nothing, or what stands in its place: to be told once for all its files."""
    within, folder = path, path.parent
    while not os.path.lexists(folder) and folder != folder.parent:  # a drive may have gone
        within, folder = folder, folder.parent
    if _is_folder(folder) and os.access(folder, os.W_OK):
        return None
    return folder if folder.name else within  # who is in a folder does not see it by a name


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112  unlike Path.is_dir it never raises


def link(path: Path, where: str) -> Finding:
    """The finding for a link that would lead what is written out of its folder."""
    message = f"{where}里有通到外面的链接，没有写"
    return Finding(Place(path.as_posix()), "GK404", "error", message, "删去这个链接")
