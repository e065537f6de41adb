"""The campaign's name without what varies from text to text: dots, marks, blanks."""

import re
from functools import cache

from ..charset import HAN
from .bodies import UPPER_LEVELS

DOTS = "·•・‧∙⋅●.．｡"
_OTHER = re.compile(f"[^{HAN}]")
_AROUND = re.compile(rf"^年?(?:全[国校{UPPER_LEVELS}])?|(?:主题|系列|宣传|集中)*活动$")


@cache
def stem(name: str) -> str:
    """The 汉字 of a name without what a title may add: 5·15 政务公开日 → 政务公开日."""
    return _AROUND.sub("", han(name))


def han(text: str) -> str:
    """Only the 汉字 of a text."""
    return _OTHER.sub("", text)
