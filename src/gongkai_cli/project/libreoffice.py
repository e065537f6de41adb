"""DOCX to PDF through an installed LibreOffice."""

import contextlib
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from ..finding import Finding, Refused, outside

_NAMES = ("soffice", "libreoffice")
_USUAL = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
# A dialogue nobody sees must not hang cron for ever. No shorter: where others keep the machine busy
# and come first, a page may take a hundred times as long as it does by itself.
_SECONDS = 3600

# What LibreOffice writes of the moment into a PDF; each is replaced by as many characters.
_DATE = re.compile(rb"/CreationDate\(D:\d{14}")
_PAGE = re.compile(rb"/Type\s*/Page\b")
_IDENTITY = re.compile(rb"(?<=<)[0-9A-F]{32}(?=>)|(?<=/DocChecksum /)[0-9A-F]{32}")


def to_pdf(documents: Sequence[bytes]) -> list[bytes]:
    """Convert DOCX files to PDF, in order; the same file gives the same bytes.

    Raises Refused where there is no LibreOffice, or where it does not do its work.
    """
    program = _program()
    if program is None:
        hint = "装上 LibreOffice；或者用 Word、WPS 打开 DOCX 另存为 PDF"
        raise _refused("没有找到 LibreOffice，不能生成 PDF，也数不了页", hint)
    # The usual place for temporary files may be out of reach of a sandboxed LibreOffice; the
    # system's own default is not.
    try:
        with tempfile.TemporaryDirectory(prefix="gongkai-", ignore_cleanup_errors=True) as name:
            made = _converted(program, documents, Path(name))
    except OSError as error:
        hint = "腾出空间；或者用环境变量 TMPDIR（Windows 是 TEMP）指一个写得了的文件夹"
        message = "临时文件写不了，不能生成 PDF，也数不了页"
        raise _refused(message, hint) from error
    return [_undated(pdf, docx) for pdf, docx in zip(made, documents, strict=True)]


def _converted(program: str, documents: Sequence[bytes], folder: Path) -> list[bytes]:
    """The documents as PDF, made in a folder. Raises OSError where it cannot be written."""
    sources = [folder / f"{number}.docx" for number in range(len(documents))]
    for source, data in zip(sources, documents, strict=True):
        source.write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    command += ["--outdir", str(folder), *map(str, sources)]
    try:
        _run(command, folder)
        return [source.with_suffix(".pdf").read_bytes() for source in sources]
    except subprocess.TimeoutExpired as error:
        hint = "多半停住了，已经结束它，再试一次；机器太忙的，等闲下来再试"
        message = f"LibreOffice {_SECONDS // 60} 分钟没有转换完"
        raise _refused(message, hint) from error
    except (OSError, subprocess.SubprocessError) as error:
        hint = "在命令行单独运行一次 soffice 看看；或者用 Word、WPS 另存为 PDF"
        message = "LibreOffice 没有转换成功"
        raise _refused(message, hint) from error


def _run(command: Sequence[str], folder: Path) -> None:
    """Run a program, its temporary files in a folder, to its end or to ours.

    What it has started itself would write on into the folder.
    """
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=_environment(folder),
        start_new_session=True,  # a group of its own; Windows has none
    ) as process:
        try:
            # Until the last of what it has started lets go of its output: the program that was
            # called may end before the one that writes the file.
            process.communicate(timeout=_SECONDS)
        except BaseException:
            _end(process.pid)
            raise
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)


def _end(process: int) -> None:
    """End a program and all that it started."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            command = ("taskkill", "/T", "/F", "/PID", str(process))
            subprocess.run(command, check=False, capture_output=True)
        else:
            os.killpg(process, signal.SIGKILL)


def count_pages(document: bytes) -> int:
    """How many pages a DOCX has as LibreOffice lays it out. Raises Refused like ``to_pdf``."""
    (pdf,) = to_pdf([document])
    return len(_PAGE.findall(pdf))


def _program() -> str | None:
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    return found or next((str(path) for path in _USUAL if path.is_file()), None)


def _environment(folder: Path) -> dict[str, str]:
    """Without our own Python's settings, which would reach LibreOffice's; what it keeps goes with us."""
    dropped = {"PYTHONPATH", "PYTHONHOME"} if sys.platform != "win32" else set()
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return kept | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))


def _undated(pdf: bytes, docx: bytes) -> bytes:
    digest = hashlib.sha256(docx).hexdigest()[:32].upper().encode()
    pdf = _DATE.sub(b"/CreationDate(D:19800101000000", pdf)
    return _IDENTITY.sub(digest, pdf)


def _refused(message: str, hint: str) -> Refused:
    return Refused(Finding(outside("LibreOffice"), "GK408", "error", message, hint))
