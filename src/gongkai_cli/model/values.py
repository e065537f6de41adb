"""The types of single values: line, prose, names, year, edition, date. Each says what is wrong."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from ..dates.days import read_day
from ..prose import BLANK, one_line, paragraphs
from . import shapes

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_EDITION = re.compile(r"[1-9][0-9]{0,2}")
_COUNT = re.compile(r"[1-9][0-9]?|1[0-9]{2}|200")
_NUMBER = re.compile(r"[\w.-]{1,20}")
_MAXIMUM_NAME = 200
_LONGEST_SHOWN = 40
_MOST_IN_LIST = 2000
_IN_BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)")
_BRACKET = re.compile("[()（）]")
_WIDE_LIST = re.compile(shapes.WIDE_LIST)
_PARTING = re.compile("[，；、]")
# 各县（市）、区, 各市、县人民政府 call all of two levels at once.
_LEVELS = r"各(?:[市县区州旗](?:（[市县区州旗、]+）)?、)+(?=[市县区州旗](?:（[市县区州旗、]+）)?(?:人民政府|、|$))"
_KEPT = "\0"


def wrong(
    code: str, message: str, hint: str, key: str = "", number: int | None = None
) -> PydanticCustomError:
    """An error that carries a stable code, a sentence and a hint through pydantic.

    ``key`` is the key that is wrong, where a validator looks at several; ``number`` the item in its list.
    """
    # pydantic fills {braces} in the template from the context, so the text goes in as context.
    context = {"message": message, "code": code, "hint": hint, "key": key, "number": number}
    return PydanticCustomError("gongkai", "{message}", context)


def _require_text(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, str):
        return value
    kind = "清单" if isinstance(value, list) else "下级的键"
    raise wrong("GK203", f"这里应填一段文字，现在是{kind}", _as_text(value))


def _as_text(value: Any) -> str:  # noqa: ANN401
    """The hint for a list or keys where a text belongs: how to write them as one text."""
    items = value if isinstance(value, list) else []
    joined = "、".join(items) if items and all(isinstance(one, str) for one in items) else ""
    if joined and len(joined) <= _LONGEST_SHOWN:
        return f"写成“{joined}”"
    return "文字直接写在冒号后面；以 [ 或 { 开头的加引号"


def _line(value: Any) -> str:  # noqa: ANN401
    text = one_line(_require_text(value))
    if not text:
        raise wrong("GK204", "这里是空的", "填上内容，或者删去这个键")
    return text


def _prose(value: Any) -> str:  # noqa: ANN401
    return "\n".join(paragraphs(_require_text(value)))


def _refuse_wide_brackets(value: Any) -> None:  # noqa: ANN401
    """An error for a list in full-width brackets, which YAML reads as one text."""
    if isinstance(value, str) and _WIDE_LIST.fullmatch(value):
        raise wrong("GK204", "清单用了全角的方括号", "改成半角 [ ]，各项之间用半角逗号加一个空格")


def _lines(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    if isinstance(value, list) and value:
        if len(value) > _MOST_IN_LIST:
            raise _too_many(len(value))
        return tuple(_line(item) for item in value)
    return (_line(value or ""),)


def _values(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Short values as [a, b]; a Chinese comma between them is a slip of the keyboard."""
    _refuse_wide_brackets(value)
    values = _lines(value)
    # 0000-8123456（工作日，8:30—17:30） is one value.
    slips = (one for one in values if "，" in one and "，" in _IN_BRACKETS.sub("", one))
    if isinstance(value, list) and (slip := next(slips, None)):
        raise _wide_comma(slip)
    return values


def _choices(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Options to tick. 有，但不完善 is one; a list that is all one option is a slip."""
    _refuse_wide_brackets(value)
    choices = _lines(value)
    if isinstance(value, list) and len(choices) == 1 and "，" in choices[0]:
        raise _wide_comma(choices[0])
    return choices


def _wide_comma(slip: str) -> PydanticCustomError:
    return wrong("GK204", f"清单里用了全角逗号：“{slip}”", "改成半角逗号加一个空格“, ”")


def _names(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    """A list of names as it stands; one text is cut at its 、."""
    _refuse_wide_brackets(value)
    names = _lines(value) if isinstance(value, list) else _parted(_line(value))
    names = tuple(name.strip() for name in names)
    if len(names) > _MOST_IN_LIST:
        raise _too_many(len(names))
    if slip := next(filter(_holds_several, names), None):
        hint = "一个单位一项：[甲局, 乙局]，或者 甲局、乙局"
        if isinstance(value, list) and "、" in slip:
            hint = "方括号里用半角逗号“, ”分隔；或者去掉方括号，用顿号"
        raise wrong("GK204", f"“{slip}”像是几个单位写在了一起", hint)
    if "" in names:
        raise wrong("GK204", "名单里有空的一项", "删去多余的顿号或“-”")
    if long := next((name for name in names if len(name) > _MAXIMUM_NAME), None):
        raise wrong("GK204", f"名称太长：“{long[:12]}…”", "一项只写一个名称")
    return names


def _parted(text: str) -> tuple[str, ...]:
    """The names between the 、 of a text; 各县（市、区） and 各市、县 are one name each."""
    if "、" in text and "各" in text:
        text = re.sub(_LEVELS, lambda levels: levels[0].replace("、", _KEPT), text)
    return tuple(name.replace(_KEPT, "、") for name in _cut(text))


def _cut(text: str) -> list[str]:
    """A text cut at each 、 outside of brackets. Goes through the text once."""
    if not _BRACKET.search(text):
        return text.split("、")
    cuts = [len(text)]
    wide = narrow = ""
    for offset in range(len(text) - 1, -1, -1):
        match text[offset]:
            case "（" | "）" as mark:
                wide = mark
            case "(" | ")" as mark:
                narrow = mark
            case "、" if wide != "）" and narrow != ")":
                cuts.append(offset)
    cuts.reverse()
    starts = (0, *(cut + 1 for cut in cuts))
    return [text[start:end] for start, end in zip(starts, cuts, strict=False)]


def _too_many(count: int) -> PydanticCustomError:
    hint = f"最多 {_MOST_IN_LIST} 项，查是否粘贴错了"
    return wrong("GK204", f"这里有 {count} 项，太多了", hint)


def _holds_several(name: str) -> bool:
    if not _PARTING.search(name):
        return False
    return bool(_PARTING.search(re.sub(_LEVELS, "", _IN_BRACKETS.sub("", name))))


def _rows(value: Any) -> tuple[tuple[str, ...], ...]:  # noqa: ANN401
    """The rows of a table: a list of lists of short texts."""
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        said = value if isinstance(value, str) else next(iter(value), "")
        cells = said.partition("\n")[0].split("\t") if isinstance(said, str) else ()
        shown = ", ".join(map(str.strip, cells)) if len(cells) > 1 else "甲, 乙, 丙"
        hint = f"写成 - [{shown}]，一行一个"
        raise wrong("GK203", "这里应当是一行一行的清单", hint)
    return tuple(tuple(one_line(_require_text(cell)) for cell in row) for row in value)


def _count(value: Any) -> int:  # noqa: ANN401
    text = _line(value)
    if not _COUNT.fullmatch(text):
        raise wrong("GK204", f"“{text}”不是行数", "写 1 到 200 的数字")
    return int(text)


def _number(value: Any) -> str:  # noqa: ANN401
    text = _line(value)
    if not _NUMBER.fullmatch(text):
        hint = "只用汉字、字母、数字、点和短横，最多20个，中间不空格"
        raise wrong("GK204", f"编号“{text}”不对", hint)
    return text


def _year(value: Any) -> int:  # noqa: ANN401
    text = _line(value).removesuffix("年")
    if not _YEAR.fullmatch(text):
        raise wrong("GK204", f"年份“{text}”不对", "写四位数字，如 2026")
    return int(text)


def _edition(value: Any) -> int:  # noqa: ANN401
    text = _line(value)
    if not _EDITION.fullmatch(text):
        raise wrong("GK204", f"届次“{text}”不对", "只写数字，如 20；“第二十届”由程序写出")
    return int(text)


def _date(value: Any) -> date:  # noqa: ANN401
    text = _line(value)
    try:
        day = read_day(text)
    except ValueError:
        raise wrong("GK205", f"没有“{text}”这一天", "请检查月份和日子") from None
    if day is None:
        raise wrong("GK205", f"日期“{text}”看不明白", "写全年月日，如 2026年4月28日、2026-04-28")
    return day


def _unless_blank(value: Any) -> Any:  # noqa: ANN401
    return None if isinstance(value, str) and re.fullmatch(BLANK, value.strip()) else value


Line = Annotated[str, BeforeValidator(_line), WithJsonSchema(shapes.TEXT)]
"""One line of text; typed line breaks are joined."""

Prose = Annotated[str, BeforeValidator(_prose), WithJsonSchema(shapes.PROSE)]
"""Paragraphs parted by ``\\n``; inside a paragraph the typed line breaks are joined."""

Lines = Annotated[tuple[str, ...], BeforeValidator(_lines), WithJsonSchema(shapes.LINES)]
"""One text, or a list of texts."""

Values = Annotated[tuple[str, ...], BeforeValidator(_values), WithJsonSchema(shapes.VALUES)]
"""One short value, or a list of them."""

Choices = Annotated[tuple[str, ...], BeforeValidator(_choices), WithJsonSchema(shapes.CHOICES)]
"""What may be ticked: one sentence, or a list of them."""

Names = Annotated[tuple[str, ...], BeforeValidator(_names), WithJsonSchema(shapes.NAMES)]
"""Names of bodies or people: a list, or one text with 、 between them."""

Rows = Annotated[tuple[tuple[str, ...], ...], BeforeValidator(_rows), WithJsonSchema(shapes.ROWS)]
"""The rows of a free table."""

Number = Annotated[str, BeforeValidator(_number), WithJsonSchema(shapes.NUMBER)]
"""What a task is called in the progress record."""

Count = Annotated[int, BeforeValidator(_count), WithJsonSchema(shapes.COUNT)]
Year = Annotated[int, BeforeValidator(_year), WithJsonSchema(shapes.YEAR)]
Edition = Annotated[int, BeforeValidator(_edition), WithJsonSchema(shapes.EDITION)]
Date = Annotated[date, BeforeValidator(_date), WithJsonSchema(shapes.DATE)]
EditionOrBlank = Annotated[Edition | None, BeforeValidator(_unless_blank)]
"""An edition, or 【待填】 in its stead."""

DateOrBlank = Annotated[Date | None, BeforeValidator(_unless_blank)]
"""A day, or 【待填】 in its stead: not given yet, which a rule reminds of."""
