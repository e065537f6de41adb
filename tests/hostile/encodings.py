"""Campaign files that are not UTF-8, or hold characters that no document may."""

import random

from .case import CAMPAIGN, SOUND, Case, case

_NOISE = random.Random(515)  # noqa: S311  repeatable, not secret


def _of(name: str, data: bytes | str) -> Case:
    return case(name, {CAMPAIGN: data}, "validate")


def _with(name: str, inside: bytes | str) -> Case:
    """The bytes in the middle of a text of a sound file."""
    data = inside.encode("utf-8", "surrogatepass") if isinstance(inside, str) else inside
    return _of(name, SOUND.encode().replace("集中宣传。".encode(), "集中".encode() + data))


CASES = (
    _of("GBK", SOUND.encode("gbk")),
    _of("GB18030，四字节的字", SOUND.replace("县", "𠮷").encode("gb18030")),
    _of("Big5", "活動: 政務公開日\n年份: 2026\n".encode("big5")),
    _of("Shift-JIS", "年度: 二〇二六年\nテスト: テスト\n".encode("cp932")),
    _of("Latin-1", "活动: café\n".encode().replace(b"\xc3\xa9", b"\xe9")),
    _of("EBCDIC", "huodong: jia\n".encode("cp500")),
    _of("UTF-7", SOUND.encode("utf-7")),
    _of("UTF-16 LE，有 BOM", b"\xff\xfe" + SOUND.encode("utf-16-le")),
    _of("UTF-16 BE，有 BOM", b"\xfe\xff" + SOUND.encode("utf-16-be")),
    _of("UTF-16 LE，没有 BOM", SOUND.encode("utf-16-le")),
    _of("UTF-16 BE，没有 BOM", SOUND.encode("utf-16-be")),
    _of("UTF-32 LE，有 BOM", b"\xff\xfe\0\0" + SOUND.encode("utf-32-le")),
    _of("UTF-32 BE，有 BOM", b"\0\0\xfe\xff" + SOUND.encode("utf-32-be")),
    _of("UTF-32 LE，没有 BOM", SOUND.encode("utf-32-le")),
    _of("UTF-8，有 BOM", b"\xef\xbb\xbf" + SOUND.encode()),
    _of("UTF-8，两个 BOM", b"\xef\xbb\xbf" * 2 + SOUND.encode()),
    _of("只有 BOM", b"\xef\xbb\xbf"),
    _of("UTF-8 当成 GBK 又转了一遍", SOUND.encode().decode("gbk", "replace")),
    _with("BOM 在中间", "\ufeff"),
    _with("过长的编码：C0 AF", b"\xc0\xaf"),
    _with("过长的编码：C0 80", b"\xc0\x80"),
    _with("过长的编码：E0 80 AF", b"\xe0\x80\xaf"),
    _with("过长的编码：F0 80 80 AF", b"\xf0\x80\x80\xaf"),
    _with("后续字节落单", b"\x80"),
    _with("只有首字节", b"\xe4\xb8"),
    _with("CESU-8 代理对", b"\xed\xa0\xbd\xed\xb8\x80"),
    _with("单个高位代理", b"\xed\xa0\x80"),
    _with("超过 U+10FFFF", b"\xf4\x90\x80\x80"),
    _with("五字节", b"\xf8\x88\x80\x80\x80"),
    _with("FE 和 FF", b"\xfe\xff"),
    _of("文件末尾截断", SOUND.encode()[:-2]),
    _with("NUL", "\0"),
    _of("全是 NUL", bytes(4096)),
    _with("控制字符 U+0001", "\x01"),
    _with("响铃和退格", "\x07\x08"),
    _with("ESC 转义序列", "\x1b]0;标题\x07\x1b[2J"),
    _with("换页", "\f"),
    _with("DEL", "\x7f"),
    _with("C1 的 NEL", "\x85"),
    _with("C1 的 CSI", "\x9b2J"),
    _with("行分隔符 U+2028", "\u2028"),
    _with("段分隔符 U+2029", "\u2029"),
    _with("非字符 U+FFFE", "\ufffe"),
    _with("非字符 U+FFFF", "\uffff"),
    _of("只用 CR 换行", SOUND.replace("\n", "\r")),
    _of("CR、LF、CRLF 混用", SOUND.replace("\n", "\r\n", 2).replace("正文:\n", "正文:\r")),
    _of("CR 在引号里", SOUND.replace("集中宣传。", '"集中\r宣传。"')),
    _of("空文件", b""),
    _of("只有空格和换行", b" \n \n\n"),
    _of("只有制表符", b"\t\t\t\n"),
    _of("随机字节", _NOISE.randbytes(65_536)),
    _of("PNG 图片", b"\x89PNG\r\n\x1a\n" + _NOISE.randbytes(4096)),
    _of("DOCX 改名", b"PK\x03\x04\x14\0\0\0\x08\0" + _NOISE.randbytes(4096)),
)
