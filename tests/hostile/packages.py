"""DOCX files that `gongkai text` reads: bombs, entities and paths inside a package."""

import io
import zipfile

from .case import Case, Content, Fifo, Sparse, case

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{}"/></Relationships>'
)
_BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>'


def _package(document: str, types: str = _TYPES, target: str = "word/document.xml") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", types)
        package.writestr("_rels/.rels", _RELS.format(target))
        package.writestr("word/document.xml", document)
    return data.getvalue()


def _of(name: str, content: Content, *, posix: bool = False) -> Case:
    return case(name, {"甲.docx": content}, "text 甲.docx", posix=posix)


_LAUGHS = "".join(
    f'<!ENTITY {n} "{f"&{p};" * 10}">' for p, n in zip("abcdefgh", "bcdefghi", strict=True)
)

CASES = (
    _of("好的", lambda: _package(_BODY.format("文"))),
    _of("压缩炸弹 60 MB", lambda: _package(_BODY.format("长" * 20_000_000))),
    _of(
        "实体炸弹",
        lambda: _package(f'<!DOCTYPE a [<!ENTITY a "哈">{_LAUGHS}]>' + _BODY.format("&i;")),
    ),
    _of(
        "外部实体",
        lambda: _package(
            '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + _BODY.format("&x;")
        ),
    ),
    _of("嵌套 5 万层", lambda: _package("<a>" * 50_000 + "</a>" * 50_000)),
    _of("主文档在外面", lambda: _package(_BODY.format("文"), target="../../../etc/passwd")),
    _of("主文档是网址", lambda: _package(_BODY.format("文"), target="http://127.0.0.1/a")),
    _of("控制字符", lambda: _package(_BODY.format("文&#155;2J&#x202e;"))),
    _of("截断的", lambda: _package(_BODY.format("文"))[:-30]),
    _of("空的", b""),
    _of("随机字节", bytes(range(256)) * 100),
    _of("1 GB 的稀疏文件", Sparse(1_000_000_000)),
    _of("管道", Fifo(), posix=True),
)
