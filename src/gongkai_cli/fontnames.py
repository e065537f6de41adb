"""The fonts a page needs: what else each is called, what stands in for it, where it comes from."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from .gbt9704 import MEASURES, Standard

# One font has several names: systems in other languages, other makers.
_ALIASES = MappingProxyType(
    {
        "仿宋_GB2312": ("FangSong_GB2312",),
        "仿宋": ("FangSong", "STFangsong", "华文仿宋"),
        "楷体_GB2312": ("KaiTi_GB2312",),
        "楷体": ("KaiTi", "STKaiti", "华文楷体"),
        "黑体": ("SimHei", "STHeiti", "华文黑体"),
        "宋体": ("SimSun", "STSong", "华文宋体"),
        "方正小标宋简体": ("FZXiaoBiaoSong-B05S", "FZXBSJW--GB1-0", "方正小标宋_GBK"),
        "SimSun-ExtB": ("宋体-ExtB",),
        "Times New Roman": ("Liberation Serif", "Tinos"),
    }
)
# What a word processor should take where the first is missing.
SUBSTITUTES = MappingProxyType(
    {
        "仿宋_GB2312": "仿宋",
        "楷体_GB2312": "楷体",
        "方正小标宋简体": "宋体",
        "SimSun-ExtB": "宋体",
    }
)
_SOURCES = MappingProxyType(
    {
        "仿宋_GB2312": "Windows XP 的字体；新系统用“仿宋”代替即可",
        "楷体_GB2312": "Windows XP 的字体；新系统用“楷体”代替即可",
        "方正小标宋简体": "方正字库的字体，须自行取得授权",
        "SimSun-ExtB": "Windows 自带，只在有极少见的字时用到",
    }
)


@dataclass(frozen=True, slots=True)
class Needed:
    """A font the page needs: for what, whether it is installed, and what is used if it is not."""

    font: str
    uses: tuple[str, ...]
    found: str
    substitute: str
    source: str


def needed(standard: Standard, installed: Collection[str]) -> Iterator[Needed]:
    """Each font of a style with its uses. ``found`` is the name it is installed under, or empty."""
    families = {family.casefold(): family for family in installed}
    uses: dict[str, list[str]] = {}
    for name, measure in MEASURES.items():
        if name.endswith("字体"):
            uses.setdefault(getattr(standard, measure.name), []).append(name.removesuffix("字体"))
    for font, parts in uses.items():
        substitute = SUBSTITUTES.get(font, "")
        yield Needed(
            font,
            tuple(parts),
            _installed(font, families),
            substitute if substitute and _installed(substitute, families) else "",
            _SOURCES.get(font, "系统自带的字体，查是否被删"),
        )


def _installed(font: str, families: dict[str, str]) -> str:
    names = (font, *_ALIASES.get(font, ()))
    return next((families[name.casefold()] for name in names if name.casefold() in families), "")
