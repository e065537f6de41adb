"""A package opened, and what keeps one from being opened."""

import io
import zipfile

from ..finding import Finding, Place, Refused

_OF_A_TEXT = 10
_MOST_UNPACKED = 150_000_000


def text_of(data: bytes, path: str) -> str:
    """All that its pages show, in reading order and once: a paragraph or a table row on a line.

    Cells are parted by tabs; a merged cell stands once. Raises Refused for what is no DOCX file.
    """
    try:
        import docx

        from .pages import lines

        document = docx.Document(_packed(data))
        return "".join(f"{line}\n" for line in lines(document.part))
    except Exception as error:  # a damaged package fails in as many ways as it has parts
        hint = "在 Word 或 WPS 里打开另存一份"
        finding = Finding(Place(path), "GK409", "error", "不是 DOCX 文件，或者文件坏了", hint)
        raise Refused(finding) from error


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
