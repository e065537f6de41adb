"""What an operating system's error means to a clerk."""

import errno
from collections.abc import Mapping
from pathlib import Path

from ..finding import Finding, Place


class NotAFile(OSError):
    """A pipe or a device stands where a file is expected."""


class NotAFolder(OSError):
    """A file stands where a folder is expected."""


class Protected(OSError):
    """A file is marked as one that is only to be read."""


_FULL = "腾出空间再运行；原来的文件没有动"
_REASONS: Mapping[str, tuple[str, str]] = {
    "ENOENT": ("没有这个文件", "查路径"),
    "EACCES": ("没有权限，或者文件正在别的程序里打开", "关掉打开它的 Word、WPS，或换一个文件夹"),
    "EISDIR": ("这是文件夹", "写明文件；要用这个名称，就给文件夹改名"),
    "ENOTDIR": ("路径中间有一段不是文件夹", "查路径，或用 -o 换一个文件夹"),
    "EEXIST": ("同名的文件占着文件夹的位置", "给那个文件改名，或用 -o 换一个文件夹"),
    "ENOSPC": ("磁盘满了", _FULL),
    "EDQUOT": ("分给的磁盘空间用完了", _FULL),
    "EFBIG": ("文件超过了系统许可的大小", _FULL),
    "EIO": ("磁盘读写出错", "磁盘或者网络盘可能坏了，换一个文件夹，找管电脑的人看看"),
    "EROFS": ("这个磁盘只能读，不能写", "换一个文件夹"),
    "EPIPE": ("接收的程序已经退出", "查接收的程序"),
    "EDEADLK": ("别的程序一直占着它", "过一会再运行"),  # Windows, after ten seconds
    "ENAMETOOLONG": ("文件名太长", "缩短文件夹、活动或者单位的名称"),
    "ELOOP": ("链接绕了一圈又通到自己", "删去这个链接"),
}
_SAME = {"EPERM": "EACCES", "EBUSY": "EACCES", "ETXTBSY": "EACCES", "EDEADLOCK": "EDEADLK"}


def reason(error: OSError) -> tuple[str, str]:
    """Why the system refused, and what to do about it."""
    if isinstance(error, NotAFile):
        return "这是管道或者设备，不是文件", "换成文件"
    if isinstance(error, NotAFolder):
        return "这是文件，不是文件夹", "给这个文件改名，或者移走"
    if isinstance(error, Protected):
        return "文件设成了只读", "要重写它，先去掉只读，再运行"
    name = errno.errorcode.get(error.errno or 0, "")
    unknown = (f"系统不让（{name or type(error).__name__}）", "查磁盘和路径")
    return _REASONS.get(_SAME.get(name, name), unknown)


def cannot(what: str, path: Path, error: OSError | ValueError) -> Finding:
    """The finding for a file that could not be read or written."""
    if isinstance(error, ValueError):
        message, hint = f"{what}：文件名里有不许用的字符", "查路径"
    else:
        why, hint = reason(error)
        message = f"{what}：{why}"
    return Finding(Place(path.as_posix()), "GK403", "error", message, hint)


def link(path: Path, where: str) -> Finding:
    """The finding for a link that would lead what is written out of its folder."""
    message = f"{where}里有通到外面的链接，没有写"
    return Finding(Place(path.as_posix()), "GK404", "error", message, "删去这个链接")
