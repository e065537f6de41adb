"""Characters that are not what they look like, or are not seen at all."""

from .case import CAMPAIGN, SOUND, Case, case

_RENDER = "render -t notice -t unit-tasks -f md -f docx"


def _of(name: str, text: str) -> Case:
    return case(name, {CAMPAIGN: text}, "validate", _RENDER)


def _unit(name: str, unit: str) -> Case:
    return _of(name, SOUND.replace("县司法局", f"'{unit}'"))


def _escaped(name: str, typed: str) -> Case:
    """Characters written as escapes, which the check of the bytes does not see."""
    return _of(name, SOUND.replace("县司法局", f'"县{typed}局"'))


CASES = (
    _unit("从右到左的记号", "县\u200f司法局\u200e"),
    _unit("从右到左的覆盖", "县\u202e局法司\u202c"),
    _unit("从右到左的嵌入", "县\u202b司法局"),
    _unit("双向隔离", "县\u2067司法局\u2069"),
    _unit("希伯来文和阿拉伯文", "县 עברית العربية 局"),
    _unit("零宽空格", "县\u200b司法局"),
    _unit("零宽连字", "县\u200d\u200c司法局"),
    _unit("词连接符和软连字符", "县\u2060司\u00ad法局"),
    _unit("组合字符堆叠", "县" + "\u0301\u0323\u0489" * 60 + "局"),
    _unit("私用区", "县\ue000\uf8ff局"),
    _unit("非字符 U+FDD0", "县\ufdd0局"),
    _unit("没有分配的码位", "县\u0378局"),
    _unit("标签字符", "县\U000e0041\U000e007f局"),
    _unit("变体选择符", "县\ufe0f葛\U000e0100局"),
    _unit("表情", "县👨‍👩‍👧‍👦🇨🇳局"),
    _unit("扩展 B 区的字", "县𠮷𪚥局"),
    _unit("韩文填充符", "\u3164"),
    _unit("只有零宽字符", "\u200b\u200b"),
    _unit("盲文空格", "\u2800"),
    _of("键里有零宽空格", SOUND.replace("活动:", "活\u200b动:", 1)),
    _of("键用了形近字", SOUND.replace("年份:", "年分:", 1)),
    _of("键用了兼容汉字", SOUND.replace("年份:", "\uf98e份:", 1)),
    _of("全角数字的年份", SOUND.replace("2026", "２０２６", 1)),
    _of("阿拉伯文数字的年份", SOUND.replace("2026", "٢٠٢٦", 1)),
    _of("上标数字的届次", SOUND + "届次: '²⁰'\n"),
    _of("全角数字的日期", SOUND.replace("5月20日前", "５月２０日前")),
    _of("全角冒号", SOUND.replace("年份: ", "年份：", 1)),
    _of("全角括号", SOUND.replace("公文: {", "公文: ｛", 1)),
    _of("全角空格缩进", SOUND.replace("\n  活动安排", "\n　活动安排")),
    _of("不换行空格缩进", SOUND.replace("\n  活动安排", "\n\u00a0\u00a0活动安排")),
    _of("键后面是不换行空格", SOUND.replace("年份: ", "年份:\u00a0", 1)),
    _escaped("转义：ESC", "\\e[31m"),
    _escaped("转义：NUL", "\\0"),
    _escaped("转义：NEL", "\\N"),
    _escaped("转义：行分隔符", "\\L\\P"),
    _escaped("转义：CSI", "\\x9b2J"),
    _escaped("转义：回车换行", "\\r\\n"),
    _escaped("转义：单个代理", "\\ud83d"),
    _escaped("转义：代理对", "\\ud83d\\ude00"),
    _escaped("转义：超过 U+10FFFF", "\\U00110000"),
    _escaped("转义：覆盖方向", "\\u202e"),
    _of("键里有转义的控制字符", SOUND.replace("活动安排:", '"安\\x01排":')),
    _of("键里有转义的行分隔符", SOUND.replace("活动安排:", '"安\\u2028排":')),
    _escaped("转义：非字符", "\\uffff"),
)
