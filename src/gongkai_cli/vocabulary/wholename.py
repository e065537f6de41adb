"""Whether names are complete by their looks, and so whether a blank lies inside one or between two."""

import re
from typing import Literal

from .bodies import LEVELS, UPPER_LEVELS

Blank = Literal["inside", "between", "unclear"]

# 县人力资源和社 会保障局 and 县中心 医院 break off inside a name.
_BODY = re.compile(
    r"..(?:[局办部厅院站所室处科股馆宫]|(?<!常)委|(?<!社)会|中心|供销社|合作社|报社|队"
    r"|[中小大]学|学校|幼儿园|公司|集团|银行)$"
    rf"|.(?:妇联|残联|文联|工商联|科协|人大|政协)$|^[{LEVELS}]委$|^各.+$"
    rf"|[{LEVELS}][一二三四五六七八九十]{{1,2}}[中小]$"
)
# 农业农村, 住房和城乡建设, 村镇建设 are no places.
_HIGH, _LOW = r"(?:街道|(?<![城乡村])镇|(?<!城)乡)", r"(?:社区|(?<!农)村)"
_PLACE = re.compile(rf"..(?:{_HIGH}|{_LOW})$|[{LEVELS}](?:人民)?政府$")
_IS_HIGH = re.compile(rf"{_HIGH}$")
# The end of a name whose beginning is one as well: 示例县人民政府 办公室.
_GOES_ON = re.compile(
    "(?:人民)?政府|(?:人民政府|政府)?办(?:公[室厅])?|办事处|党工?委|(?:(?:居民|村民)?委员|[居村]委)会"
)


def is_whole(name: str) -> bool:
    """Whether a name may stand by itself."""
    return not _GOES_ON.fullmatch(name) and bool(_BODY.search(name) or _PLACE.search(name))


def blank_between(head: str, tail: str) -> Blank:
    """Whether a blank stands inside one name, between two, or may be either."""
    # 县科技馆 县少年宫 both begin with their level.
    if head[:1] in UPPER_LEVELS and tail[:1] == head[:1] and len(tail) > len("县委"):
        return "between"
    if _BODY.search(head):
        # 县公安局 治安大队 may be one of its parts.
        part = head[:1] in UPPER_LEVELS and tail[:1] not in f"{LEVELS}各第"
        return "between" if is_whole(tail) and not part else "unclear"
    if not _PLACE.search(head) or _GOES_ON.fullmatch(tail):
        return "inside"
    if not is_whole(tail):
        return "unclear"
    # 石桥镇 桃园村 may be one village's full name; 桃园村 石桥镇 and 石桥镇 城关镇 are two.
    is_same = _PLACE.search(tail) and (_IS_HIGH.search(tail) or not _IS_HIGH.search(head))
    return "between" if is_same or tail[0] in f"{LEVELS}各" else "unclear"
