"""A package opened, and what keeps one from being opened."""

import contextlib
import io
import zipfile

from ..finding import Finding, Place, Refused

_OF_A_TEXT = 10
_MOST_UNPACKED = 150_000_000
_LARGEST_LIST = 100_000  # of what a package is related to
_COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")
"""How the files of old Word, of old WPS and those behind a password begin ([MS-CFB] 2.2)."""
_PASSWORD = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 1.3.2
_STRICT = b"http://purl.oclc.org/ooxml/"  # ISO/IEC 29500-1; all others are transitional
_SAVE_AS_DOCX = "在 Word 或 WPS 里打开，另存为“Word 文档（*.docx）”"


def text_of(data: bytes, path: str) -> str:
    """All that its pages show, in reading order and once: a paragraph or a table row on a line.

    Cells are parted by tabs; a merged cell stands once. Raises Refused for what is no DOCX file.
    """
    try:
        from docx.package import Package

        from .pages import lines

        # Not docx.Document, which takes neither macros nor document templates.
        part = Package.open(_packed(data)).main_document_part
        return "".join(f"{line}\n" for line in lines(part))
    except Exception as error:  # a damaged package fails in as many ways as it has parts
        message, hint = _trouble(data)
        raise Refused(Finding(Place(path), "GK409", "error", message, hint)) from error


def _trouble(data: bytes) -> tuple[str, str]:
    """What keeps a file from being read, and what to do: few of them are broken."""
    if data.startswith(_COMPOUND):
        if _PASSWORD in data:
            return "文件设了密码，读不了", "在 Word 或 WPS 里打开，去掉密码，另存一份"
        return "是旧格式的文件（如 DOC、WPS），不是 DOCX", _SAVE_AS_DOCX
    with (
        contextlib.suppress(Exception),  # as above
        zipfile.ZipFile(io.BytesIO(data)) as package,
        package.open("_rels/.rels") as file,
    ):
        if _STRICT in file.read(_LARGEST_LIST):
            return "存成了“Strict Open XML 文档”，读不了", _SAVE_AS_DOCX
    return "不是 DOCX 文件，或者文件坏了", "在 Word 或 WPS 里打开另存一份"


def _packed(data: bytes) -> io.BytesIO:
    """A package that fits into memory. Raises ValueError for one that would not.

    Its texts become trees, which take far more than they do.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        asked = sum(
            part.file_size * (_OF_A_TEXT if part.filename.endswith((".xml", ".rels")) else 1)
            for part in package.infolist()
        )
    if asked > _MOST_UNPACKED:
        raise ValueError(asked)
    return io.BytesIO(data)
