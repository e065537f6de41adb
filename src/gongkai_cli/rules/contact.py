"""联系电话、邮编位数不对，或者邮箱不成样子。"""

import re
from collections.abc import Iterator

from ..charset import HAN
from ..finding import Finding
from ..subject import Rule, Subject, Text
from ..vocabulary.phones import (
    INTERNAL,
    LABELS,
    MAIL_LABELS,
    MEANT,
    NUMBER,
    OTHER_LABELS,
    are_usable,
    is_usable,
)

RULE = Rule("GK704", "warning", "电话、邮箱不对")
FAIL = (
    "联系: {联系人: 张三, 联系电话: 217305}\n",
    "联系: {联系人: 李四 0415-217305}\n",
    "联系: {县政府办公室: '王五（1390000000，微信同号）', 联系电话: 0415-2173053}\n",
    "联系: {联系人: 张三, 联系电话: '1584262348'}\n",
    "联系: {联系人: 张三, 联系电话: 139.0000.000}\n",
    "联系: {联系人: 张三, 联系电话: '2173053', 邮箱: a001@ example.com}\n",
    "联系: {联系人: 张三, 联系电话: '2173053', 邮箱: 'a001@example,com'}\n",
    "联系: {联系人: 张三, 联系电话: 0415-2173053, 电子邮箱: dd2173053163.com}\n",
    "联系: {联系人: 张三, 联系电话: '2173053, 217305'}\n",
    "联系: {联系人: 张三, 联系电话: '2173053', 邮箱: 'a@example'}\n",
    "结语: 联系电话：0415-217305。\n",
    "结语: 联系电话：2173053 217305。\n",
    "联系: {联系人及电话: 张三1380000000}\n",
    "结语: 发至邮箱：zwgk.example.com。\n",
    "正文: {征集方式: {信函: 寄至示例县府前街1号（邮编：11800）, 邮件: '发送至zwgk@example.gov,cn'}}\n",
    "联系: {地址: 示例县府前街1号, 邮编: '1180000'}\n",
    "联系: {联系人: 张三, 联系电话: 0415-2173053, 邮箱: a@example.con}\n结语: 发至b@example.con。\n",
)
PASS = (
    "联系: {联系人: 徐某, 联系电话: [0415-2173053, 2173756（传真）, '13800000000', 0411-12345678转801]}\n",
    "联系: {联系人及电话: 徐某 88149221 13800000000, 电子邮箱: a_b.c-d@mail.example.gov.cn}\n",
    "联系: {咨询电话: 12345, 监督电话: 12388, 地址: 县政府617室, 邮编: '118000'}\n",
    "联系: {县政府办政务公开科: 0415-2173053}\n",
    "联系: {联系人: 张三, 手机: 139.0000.0000}\n结语: 联系电话：139.0000.0000。\n",
    "联系: {联系人: 张三, 联系电话: '(0415)2173053，内线 8012', 微信公众号: 示例发布, QQ群: '123456'}\n",
    "联系: {联系人: 张三, 电话: '2173053', 邮箱: a@example.com 或者 b@example.com, 内网邮箱: 县政府办}\n",
    "结语: 拨打12345热线，电话：110，热线电话12329，服务电话400-000-0000，2173053@163.com。\n",
    "结语: 联系人：张三 李四 电话：2173053 2173054，传真：0415 8123456 8123457，手机：139 0000 0000 138 0000 0000。\n",
    "联系: {联系人及电话: 联系人：张三 李四 电话：2173053 2173054, 手机: 张三13800000000李四13800000001}\n",
    "联系: {联系人: 李四（0415-2173053、13900000000）, 地址: 示例路1380号617室, 邮编: '118000', QQ: '1390000000', 微信: '1390000000'}\n",
    "联系: {联系人: 李四（QQ：1390000000，电话：0415-2173053转8012）, 网站: www.example.gov.cn, 办公时间: '8:30-12:00、13:30-17:00'}\n",
    "联系: {联系人: 张三, 政务内网电话: 8123, 短号: 66123}\n",
    "联系: {联系人: 张三, 电话: 2173053、2173756, 传真: 0415—2173912}\n",
    "联系: {联系人: 张三, 电话: '0415-2173053（工作日8:30—12:00，14:30—17:30）', 值班电话: '2173756（24小时）', 热线: 12345（7×24小时）}\n",
    "联系: {联系人: 张三, 电话: 0415-2173053（5月14日至21日）, 值班电话: '2173756 24小时值守', 咨询电话: 12366-2}\n",
    "联系: {联系人: 张三, 电话: '2173053', 政务网电话: '61234', 校内电话: '8866', 军线电话: 0901-531234, 邮箱: 县政府办（OA系统）}\n",
    "联系: {联系人: 张三, 电话: '2173053', 邮箱: 'a@example.com；备用：b@example.com'}\n",
    "联系: {联系人: 张三, 电话: '2173053（QQ群：987654321）', 电话及邮箱: '2173053，a@example.com', 邮箱: <a@example.com>（5月20日前）, 电子邮箱: 见通讯录V2}\n",
    "结语: 会务组电话：660123（内线）。\n",
    "结语: 信函寄至示例县府前街1号（邮政编码：118000），邮件发至a@example.com，b@example.com,c@example.com。\n",
)

_NUMBER_ADVICE = ("电话", "固定电话七到八位（可加区号），手机十一位")
_MAIL_ADVICE = ("邮箱", "检查邮箱，如 x@example.com")
_INSIDE = re.compile(
    r"(?:内线|分机|转|专线|虚拟网|短号)[:： ]?\d+|\d{3,6}(?=[（(](?:内线|虚拟|短号|政务短号|专线))|[（(][^）)\d]{0,60}[）)]|(?<!\d)\d++[室号楼层栋]"
    # （工作日8:30—12:00）, 24小时值守, 7×24小时, （5月14日至21日）: when somebody answers.
    r"|(?:(?<!\d)\d++[×xX*])?\d{1,2} ?小时|\d{1,2}[:：]\d{2}(?:[至到—–－~～-]+\d{1,2}[:：]\d{2})?"
    r"|\d{1,2}[月日时点](?:[至到—–－~～-]+(?=\d{1,2}[月日时点]))?"
)
_IDLE_BRACKET = re.compile(
    r"[（(](?=[^（）()]*(?:小时|[:：]\d{2}|[月日时点]))(?![^（）()]*\d{5})[^（）()]*[）)]"
)
# 139 0000 0000, 025-5210 0000, 139.0000.0000: blanks, or dots, between the groups of one number. With
# an area code another one begins.
_SPACED = re.compile(r"(?<=[\d)）])[ .](?!0\d{2,3}[-—－–])(?=\d{3,4}(?:\D|$|[ .]\d{4}(?:\D|$)))")
# 张三（QQ：1234567890）
_NEAR = 6
_SHORTEST, _LONGEST_INSIDE = 5, 6
_OF_WORD = rf"[^、，,；;：:\s{HAN}（）]"
_WORD = re.compile(rf"(?<!{_OF_WORD}){_OF_WORD}*[A-Za-z0-9]{_OF_WORD}*")
# OA, V2: what is so short, or has no letter, is no address that was meant.
_LETTER = re.compile("[A-Za-z]|@|＠")
_MEANT, _POSTCODE_DIGITS = 4, 6
_ADDRESS = re.compile(r"[\w.+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}", re.ASCII)
# com as it is mistyped; no such domains are given out.
_NO_DOMAIN = re.compile(r"\.(?:con|cmo|ocm|vom|xom|comm|cpm)$", re.IGNORECASE)
_SAID = re.compile(
    r"(?:电话|传真|手机|座机)(?:为|是)?[：:] ?(?P<number>[(（]?\d[\d()（）－—–-]*(?:[ .]\d{3,8}(?!\d))*)"
    r"|(?P<mail>(?<![\w.+-])[\w.+-]++[@＠][\w.-]*|(?<=邮箱[：:])[\w.+-]{3,}(?![\w.@＠+-]))",
    re.ASCII,
)
# a@example.gov,cn: of several addresses the next one has its own @.
_COMMA = (
    r"(?<![a-zA-Z0-9_.+-])[a-zA-Z0-9][a-zA-Z0-9_.+-]*@[a-zA-Z0-9.-]+[,，](?:cn|com|net|org)"
    r"(?![a-zA-Z0-9@.-])"
)
_POSTCODE = r"邮(?:政编码|编)(?:[：:为]|是)? ?(?P<code>\d+)"
_POSTCODE_LABELS = {"邮编", "邮政编码"}
_POSTCODE_ADVICE = "邮编六位"
_WITHIN = re.compile("[(（](?:内线|虚拟|短号|分机|专线)")
_SAYS = ("电话", "传真", "手机", "座机", "邮箱", "@", "＠")


def check(subject: Subject) -> Iterator[Finding]:
    yield from _of_post(subject)
    for text in subject.texts:
        if text.steps[0] == "联系" and not text.is_key:
            yield from _of_value(text)
    for text, match in subject.matches(_SAID, _SAYS):
        if text.steps[0] == "联系":
            continue
        number = (match["number"] or "").rstrip("(（")
        if number and _WITHIN.match(subject.whole, match.start("number") + len(number)):
            continue
        mail = (match["mail"] or "").rstrip(".")
        if (number and not are_usable(number.replace(".", " "))) or (
            match["mail"] and (not _ADDRESS.fullmatch(mail) or _NO_DOMAIN.search(mail))
        ):
            said = match["number"] or match["mail"]
            place = text.place(match.start("number" if match["number"] else "mail"))
            what, hint = _NUMBER_ADVICE if match["number"] else _MAIL_ADVICE
            yield RULE.found(place, f"{what}“{said}”不对", hint)


def _of_post(subject: Subject) -> Iterator[Finding]:
    """A post code that has not six digits, and a comma in an address for its dot."""
    for text, match in subject.matches(_POSTCODE, ("邮编", "邮政编码")):
        if len(match["code"]) != _POSTCODE_DIGITS:
            place = text.place(match.start("code"))
            yield RULE.found(place, f"邮编“{match['code']}”位数不对", _POSTCODE_ADVICE)
    for text, match in subject.matches(_COMMA, ("@",)):
        place = text.place(match.start())
        yield RULE.found(place, f"邮箱“{match[0]}”里是逗号", "改成点“.”")


def _of_value(text: Text) -> Iterator[Finding]:
    label, value = text.key, text.printed
    what, hint = _NUMBER_ADVICE
    if label in _POSTCODE_LABELS and value.isdigit() and len(value) != _POSTCODE_DIGITS:
        yield RULE.found(text.place(), f"邮编“{value}”位数不对", _POSTCODE_ADVICE)
    # Numbers of the army's own lines have their own length.
    if LABELS.search(label) and "军线" not in label:
        plain = _SPACED.sub("-", _blanked(_INSIDE, _blanked(_IDLE_BRACKET, value)))
        numbers = list(NUMBER.finditer(plain))
        for match in numbers:
            # 88888888/6666: what is too short by itself may go on from the one before.
            goes_on = len(match[0]) < _SHORTEST and len(numbers) > 1
            inside = INTERNAL.search(label) and len(match[0]) <= _LONGEST_INSIDE
            if (
                not (goes_on or inside or _is_of_other(plain, match.start()))
                and not is_usable(match[0])
                and text.is_typed(text.start, text.end)
            ):
                place = text.place(text.start + match.start())
                said = value[match.start() : match.end()]
                yield RULE.found(place, f"{what}“{said}”位数不对", hint)
    elif not OTHER_LABELS.search(label):
        for match in MEANT.finditer(value):
            other = _is_of_other(value, match.start())
            if not other and not is_usable(match[0]) and text.is_typed(text.start, text.end):
                place = text.place(text.start + match.start())
                yield RULE.found(place, f"{what}“{match[0]}”位数不对", hint)
    if MAIL_LABELS.search(label) and "内网" not in label + value:
        yield from _of_mail(text)


def _of_mail(text: Text) -> Iterator[Finding]:
    what, hint = _MAIL_ADVICE
    told = 0
    for match in _WORD.finditer(text.printed):
        word = match[0].strip("<>＜＞")
        rest = text.printed[match.start() :]
        if len(word) < _MEANT or not _LETTER.search(word) or re.match(_COMMA, rest):
            continue  # with a comma it is told of that
        # a@ b.com is one address.
        if told and text.printed[told : match.start()].isspace():
            continue
        if not _ADDRESS.match(word.replace("＠", "@")) or _NO_DOMAIN.search(word):
            told = match.end()
            place = text.place(text.start + match.start())
            yield RULE.found(place, f"{what}“{match[0]}”不对", hint)


def _blanked(pattern: re.Pattern[str], value: str) -> str:
    """A value with blanks in place of what a pattern finds: all else stays where it is."""
    return pattern.sub(lambda match: " " * len(match[0]), value)


def _is_of_other(value: str, at: int) -> bool:
    """Whether the words right before a number say that it is no telephone number."""
    return bool(OTHER_LABELS.search(value, max(at - _NEAR, 0), at))
