"""What a clerk's editor may have saved."""

import pytest

from gongkai_cli.decoding import LARGEST_FILE, decode
from gongkai_cli.finding import Finding, Place

OTHER = "文件，不是文字文件；改名不行"
COPY = "把文字复制到记事本，另存为 .yaml，编码选 UTF-8"
SAVE = "用记事本打开，另存为，编码选 UTF-8"


@pytest.mark.parametrize(
    "data",
    [
        "活动: 甲\n年份: 2026\n".encode(),
        "\ufeff活动: 甲\r\n年份: 2026\r\n".encode(),
        "活动: 甲\r年份: 2026\r".encode(),
    ],
)
def test_utf8_with_or_without_bom_and_any_line_end_is_one_text(data: bytes) -> None:
    assert decode(data, "文件") == ("活动: 甲\n年份: 2026\n", ())


@pytest.mark.parametrize(
    ("data", "place", "code", "message", "hint"),
    [
        ("a: 1\n活动: 甲\n".encode("gbk"), (2, 1), "GK003", "文件是 GBK 编码，不是 UTF-8", SAVE),
        ("活动: 甲".encode("utf-16"), (1, 1), "GK003", "文件是 UTF-16 编码，读不了", SAVE),
        ("活动: 甲".encode("utf-32"), (1, 1), "GK003", "文件是 UTF-32 编码，读不了", SAVE),
        (
            b"a: 1\r\nb: \xff\xff",
            (2, 4),
            "GK004",
            "文件里有不是文字的字节，读不了",
            "查是否选错了文件，或者文件已损坏",
        ),
        (b"PK\x03\x04\x14\0", (1, 1), "GK004", f"这是 Word 或者 Excel {OTHER}", COPY),
        (b"\xd0\xcf\x11\xe0\xa1", (1, 1), "GK004", f"这是 Word 或者 Excel {OTHER}", COPY),
        (b"{\\rtf1\\ansi}", (1, 1), "GK004", f"这是 Word（RTF） {OTHER}", COPY),
        (b"%PDF-1.7", (1, 1), "GK004", f"这是 PDF {OTHER}", COPY),
        (
            "活\0动".encode(),
            (1, 2),
            "GK005",
            "有看不见的控制字符 U+0000",
            "删去这个字符（多半是从别的软件粘贴带来的）",
        ),
        (
            "甲\n乙\u2028".encode(),
            (2, 2),
            "GK005",
            "有看不见的控制字符 U+2028",
            "删去这个字符（多半是从别的软件粘贴带来的）",
        ),
        (
            b"x" * (LARGEST_FILE + 1),
            (1, 1),
            "GK002",
            "文件太大：超过 1 MB",
            "活动文件一般几万字节，查是否选错了文件",
        ),
    ],
)
def test_what_cannot_be_read_says_where_and_what_to_do(
    data: bytes, place: tuple[int, int], code: str, message: str, hint: str
) -> None:
    assert decode(data, "文件") == (
        None,
        (Finding(Place("文件", *place), code, "error", message, hint),),
    )
