"""The text of any DOCX file, one paragraph or table row on a line: what git compares."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from .finding import Finding, Place, Refused

_OF_A_TEXT = 10
_MOST_UNPACKED = 150_000_000


def text_of(data: bytes, path: str) -> str:
    """Paragraphs and tables in their order, cells parted by tabs; a merged cell stands once.

    Raises Refused for what is no DOCX file.
    """
    import docx

    try:
        document = docx.Document(_packed(data))
        return "".join(f"{line}\n" for line in _lines(document))
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


def _lines(container: Any) -> Iterator[str]:  # noqa: ANN401
    for block in container.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield "\t".join(_cells(row))
        else:
            yield block.text


def _cells(row: Any) -> Iterator[str]:  # noqa: ANN401
    last = None
    for cell in row.cells:
        if cell._tc is not last:  # noqa: SLF001
            last = cell._tc  # noqa: SLF001
            yield " ".join(cell.text.split("\n"))
