"""Telephone numbers as notices give them, and the labels of lines that hold them."""

import re
from unicodedata import normalize

LABELS = re.compile("电话|手机|传真|热线|座机|短号|内线|分机")
INTERNAL = re.compile("内线|内网|分机|短号|小号|专网|政务网|校内|院内|厂内|内部|警用|虚拟|集群")
MAIL_LABELS = re.compile("邮箱|邮件|[Ee]-?mail")
# 张三13800000000: a name needs no blank behind it, an address goes on before its digits.
NUMBER = re.compile(r"(?<![A-Za-z0-9_.@-])(?:\+?86[ -]?)?[(（]?\d[\d()（）－—–-]*\d(?![\w@]*@)")
# Nothing but a telephone looks so, be a digit of it missing; a number of QQ may.
MEANT = re.compile(
    r"(?<![A-Za-z0-9_.@-])(?:0\d{2,3}[-—－–]\d{5,9}|1[3-9]\d{8,10})(?![\d@—－–-])", re.ASCII
)
OTHER_LABELS = re.compile("军线|QQ|微信|[群帐账网]|编码?$|代码|抖音|视频号")
_USABLE = re.compile(
    # An area code may stand before a short number too.
    r"0\d{2,3}1[12]\d{3}|1[3-9]\d{9}|(?:0\d{2,3}|00000?)?\d{7,8}|0\d{9,11}|[48]00\d{7}|85[23]\d{8}|1[12]\d|12\d{3}|9[56]\d{3,4}|1[01]\d{3,4}"
)
_ABROAD = re.compile(r"[(（]?\+?86[)）]?[ -]?((?:1|0?[1-9]\d{1,2})[\d -]{7,})$")
_DIGITS_FROM_ABROAD = range(9, 13)
_AREA = re.compile(r"[(（]?0\d{2,3}[)）-]+(.*)")
_LOCAL = re.compile(r"\d{7,8}|\d{3,4}-?\d{4}")
_EXTENSION = re.compile(r"^(.*\d{7,8}|12\d{3})-\d{1,5}$")
# At most nineteen digits can be dialled, and groups behind the first have three or more.
_MOST_GROUPS = 7


def is_usable(number: str) -> bool:
    """Whether a number can be dialled: a landline, a mobile, or a short public one."""
    if not number.isascii():
        number = normalize("NFKC", number)  # digits of full width are told as such
    bare = re.sub("[—–－]", "-", number.strip("()（） -"))
    if extension := _EXTENSION.match(bare):
        bare = extension[1]
    if abroad := _ABROAD.match(bare):
        return len(re.sub(r"\D", "", abroad[1])) in _DIGITS_FROM_ABROAD
    if area := _AREA.match(bare):
        return bool(_LOCAL.fullmatch(area[1])) or bool(re.fullmatch(r"1[12]\d{3}", area[1]))
    return bool(_USABLE.fullmatch(re.sub(r"\D", "", bare)))


def are_usable(numbers: str) -> bool:
    """Whether numbers with blanks between can all be dialled; a number may have blanks inside."""
    groups = numbers.split(" ")
    reached = [True]
    for end in range(1, len(groups) + 1):
        starts = range(max(end - _MOST_GROUPS, 0), end)
        reached.append(
            any(reached[start] and is_usable(" ".join(groups[start:end])) for start in starts)
        )
    return reached[-1]
