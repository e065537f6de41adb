"""联系方式用不了：电话位数不对，邮箱不成样子，没有写电话，或者没有写联系谁。"""

import re
from collections.abc import Iterator

from ..finding import Finding, Place
from .naming import HAN
from .subject import Rule, Subject
from .text import Text

RULE = Rule("GK704", "warning", "联系方式用不了")
FAIL = (
    "联系: {联系人: 张三, 联系电话: 217305}\n",
    "联系: {联系人: 张三, 联系电话: '1584262348'}\n",
    "联系: {联系人: 张三, 联系电话: 0415-2173053, 电子邮箱: dd2173053163.com}\n",
    "联系: {联系人: 张三, 电子邮箱: a@example.com}\n",
    "联系: {联系电话: 0415-2173053}\n",
    "联系: {联系人及电话: 88149221}\n",
    "联系: {联系人: 张三, 联系电话: '2173053, 217305'}\n",
    "结语: 联系电话：0415-217305。\n",
    "联系: {联系人: 张三, 联系电话: '2173053', 邮箱: 'a@example'}\n",
)
PASS = (
    "联系: {联系人: 徐某, 联系电话: [0415-2173053, 2173756（传真）, '13800000000', 0411-12345678转801]}\n",
    "联系: {联系人及电话: 徐某 88149221 13800000000, 电子邮箱: a_b.c-d@mail.example.gov.cn}\n",
    "联系: {咨询电话: 12345, 监督电话: 12388, 地址: 县政府617室, 邮编: '118000'}\n",
    "联系: {县政府办政务公开科: 0415-2173053}\n",
    "联系: {联系人: 张三, 联系电话: '(0415)2173053，内线 8012', 微信公众号: 示例发布, QQ群: '123456'}\n",
    "结语: 拨打12345热线，电话：110，热线电话12329，服务电话400-000-0000，2173053@163.com。\n",
    "联系: {联系人: 张三, 电话: 2173053、2173756, 传真: 0415—2173912}\n",
)

_PHONES = re.compile("电话|手机|传真|热线|座机")
_MAIL = re.compile("邮箱|邮件|[Ee]-?mail")
_OF_NUMBERS = re.compile("传真|办公|手机|分机|内线|兼")
# 咨询电话 is a public number with nobody's name.
_PUBLIC = re.compile("咨询|监督|举报|服务|热线|投诉|值班|技术")
_NUMBER = re.compile(r"(?<![\w.@-])(?:\+?86[ -]?)?[(（]?\d[\d()（）－—–-]*\d(?![\w@]*@)")
_INSIDE = re.compile(r"(?:内线|分机|转)[:： ]?\d+|[（(][^）)\d]*[）)]|\d+[室号楼层栋]")
_SPACED = re.compile(r"(?<!\d)(1\d\d) (\d{4}) (\d{4})(?!\d)")
_SHORTEST = 5
_USABLE = re.compile(
    r"1[3-9]\d{9}|(?:0\d{2,3}|00000?)?\d{7,8}|0\d{9,11}|[48]00\d{7}|1[12]\d|12\d{3}|9[56]\d{3,4}|1[01]\d{3,4}"
)
_AREA = re.compile(r"[(（]?0\d{2,3}[)）-]+(.*)")
_LOCAL = re.compile(r"\d{7,8}|\d{3,4}-?\d{4}")
_EXTENSION = re.compile(r"^(.*\d{7,8})-\d{1,5}$")
_ADDRESS = re.compile(r"[\w.+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}", re.ASCII)
_SAID = re.compile(
    r"(?:电话|传真|手机|座机)(?:为|是)?[：:] ?(?P<number>[(（]?\d[\d()（）－—–-]*)|(?P<mail>[\w.+-]+[@＠][\w.-]*)",
    re.ASCII,
)
_NAME = re.compile(f"[{HAN}]{{2,}}")


def check(subject: Subject) -> Iterator[Finding]:
    lines = [text for text in subject.texts if text.steps[0] == "联系" and not text.is_key]
    for text in lines:
        yield from _of_value(text)
    for text, match in subject.matches(_SAID):
        if text.steps[0] == "联系":
            continue
        if (match["number"] and not _usable(match["number"])) or (
            match["mail"] and not _ADDRESS.fullmatch(match["mail"].rstrip("."))
        ):
            said = match["number"] or match["mail"]
            place = text.place(match.start("number" if match["number"] else "mail"))
            what, hint = _NUMBER_ADVICE if match["number"] else _MAIL_ADVICE
            yield RULE.found(place, f"{what}“{said}”不对", hint)
    if lines:
        yield from _of_all(subject, lines)


_NUMBER_ADVICE = ("电话", "固定电话七到八位（可加区号），手机十一位")
_MAIL_ADVICE = ("邮箱", "检查邮箱，如 x@example.com")


def _of_value(text: Text) -> Iterator[Finding]:
    label, value = text.key, text.printed
    what, hint = _NUMBER_ADVICE
    if _PHONES.search(label):
        plain = _INSIDE.sub(lambda match: " " * len(match[0]), value)
        plain = _SPACED.sub(r"\1-\2-\3", plain)
        numbers = list(_NUMBER.finditer(plain))
        for match in numbers:
            # 88888888/6666: what is too short by itself may go on from the one before.
            goes_on = len(match[0]) < _SHORTEST and len(numbers) > 1
            if not goes_on and not _usable(match[0]) and text.is_typed(text.start, text.end):
                place = text.place(text.start + match.start())
                yield RULE.found(place, f"{what}“{match[0]}”位数不对", hint)
    if _MAIL.search(label) and (
        wrong := next(
            (one for one in re.split(r"[、，,；; ]+", value) if one and not _ADDRESS.match(one)),
            None,
        )
    ):
        what, hint = _MAIL_ADVICE
        yield RULE.found(text.place(text.start + value.index(wrong)), f"{what}“{wrong}”不对", hint)


def _of_all(subject: Subject, lines: list[Text]) -> Iterator[Finding]:
    """Whether somebody can be reached at all."""
    labelled = [text for text in lines if _PHONES.search(text.key) and text.key != "传真"]
    others = [text for text in lines if text.key != "传真"]
    if not labelled and not any(
        _usable(match[0]) for text in others for match in _NUMBER.finditer(text.printed)
    ):
        place = _blank(subject, "联系电话", "电话", "联系人及电话")
        yield RULE.found(place, "联系方式里没有电话", "补一行“联系电话: …”")
    if labelled and not any(_PUBLIC.search(text.key) or _names(text) for text in lines):
        place = _blank(subject, "联系人", "联络员", "联系单位", "联系科室")
        yield RULE.found(place, "联系方式里没有写联系谁", "补一行“联系人: …”")


def _names(text: Text) -> bool:
    """Whether a line says whom to ask for: a person, or in its label an office."""
    if not (_PHONES.search(text.key) or _MAIL.search(text.key)):
        return True
    return bool(_NAME.search(_OF_NUMBERS.sub("", text.printed)))


def _blank(subject: Subject, *keys: str) -> Place:
    """The place of a key that was left blank; that of all of them where none stands there."""
    blank = (("联系", key) for key in keys if subject.tree.has(("联系", key)))
    return subject.tree.place(next(blank, ("联系",)), key=True)


def _usable(number: str) -> bool:
    bare = re.sub("[—–－]", "-", number.strip("()（） -"))
    if extension := _EXTENSION.match(bare):
        bare = extension[1]
    bare = re.sub(r"^\+?86[ -]?(?=1|0?\d{10})", "", bare)
    if area := _AREA.match(bare):
        return bool(_LOCAL.fullmatch(area[1]))
    return bool(_USABLE.fullmatch(re.sub(r"\D", "", bare)))
