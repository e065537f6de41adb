"""The clauses of GB/T 9704-2012 that concern a notice, a letter or a telegram, and their measures.

``docs/gbt9704.md`` is made from this; positions are millimetres from the sheet's upper left corner.
"""

from collections.abc import Callable
from dataclasses import dataclass

from support.page_figures import (
    Pages,
    black,
    body_lines,
    dash,
    dash_edge,
    ending,
    full_line,
    gap_below,
    off_centre,
    red,
    right_gap,
    shift,
)


@dataclass(frozen=True)
class Measured:
    """One figure of a clause: what is asked, on which document and page it is measured, and how."""

    clause: str
    element: str
    asks: str
    case: str
    where: str
    wanted: float
    tolerance: float
    measure: Callable[[Pages], float]


MEASURED: tuple[Measured, ...] = (
    Measured("5.1", "幅面", "宽 210", "official", "各竖页", 210, 0.5, lambda p: p[0].width),
    Measured("5.1", "幅面", "高 297", "official", "各竖页", 297, 0.5, lambda p: p[0].height),
    Measured("5.2.1", "订口", "左白边 28±1", "dandong-2021", "第2页最左的墨", 28, 1, lambda p: min(b.left for b in p[1].bands(red=False) if b.top < 262)),
    Measured("5.2.1", "切口", "右白边 26，墨到 184", "dandong-2021", "第2页最右的墨", 184, 1, lambda p: max(b.right for b in p[1].bands(red=False) if b.top < 262)),
    Measured("5.2.1", "天头", "37±1；首行字高在行内居中，墨低 2.4", "dandong-2021", "第3页首行墨顶", 39.4, 2.4, lambda p: body_lines(p[2])[0]),
    Measured("5.2.3", "行数", "每面 22 行", "dandong-2021", "第2页", 22, 0, lambda p: len(p[1].lines)),
    Measured("5.2.3", "字数", "每行 28 字", "dandong-2021", "第2、3页满行", 28, 0, full_line),
    Measured("5.2.3", "撑满版心", "行距 225/22", "dandong-2021", "第2页平均", 10.227, 0.05, lambda p: (p[1].lines[-1] - p[1].lines[0]) / 21),
    Measured("7.2.1", "份号", "版心第一行，顶格", "official", "首页左边", 28, 1, lambda p: p[0].word("000001").left),
    Measured("7.2.2", "密级和保密期限", "版心第二行", "official", "首页，距份号的行数", 1, 0.15, lambda p: (p[0].word("秘密").top - p[0].word("000001").top) / (225 / 22)),
    Measured("7.2.3", "紧急程度", "密级之下", "official", "首页，距密级的行数", 1, 0.1, lambda p: (p[0].word("特急").top - p[0].word("秘密").top) / (225 / 22)),
    Measured("7.2.4", "发文机关标志", "上边缘距版心上边缘 35，即 72", "official", "首页红字墨顶", 72, 1, lambda p: red(p, 0)[0]),
    Measured("7.2.4", "发文机关标志", "有无份号等，位置不变", "upward", "首页红字墨顶", 72, 1, lambda p: red(p, 0)[0]),
    Measured("7.2.4", "发文机关标志", "居中", "official", "首页红字中线", 106, 1, lambda p: (p[0].bands(red=True)[0].left + p[0].bands(red=True)[0].right) / 2),
    Measured("7.2.5", "发文字号", "标志下空二行（20.78）", "official", "首页，标志墨底到字号墨顶", 20.78, 2, lambda p: black(p[0], 3)[0] - red(p, 0)[1]),
    Measured("7.2.5", "发文字号", "上行文居左空一字", "upward", "首页左边", 33.6, 1, lambda p: p[0].word("示政办").left),
    Measured("7.2.6", "签发人", "右空一字", "upward", "首页，首行签发人右边", 178.4, 1, lambda p: max(w.right for w in p[0].words if abs(w.top - p[0].word("签发人").top) < 2)),
    Measured("7.2.6", "签发人", "回行与上一行首个姓名对齐", "upward", "首页，两行姓名左边之差", 0, 0.5, lambda p: p[0].word("欧阳").left - p[0].word("签发人").left - 4 * 156 / 28),
    Measured("7.2.7", "分隔线", "字号下 4", "official", "首页，字号墨底到红线", 4, 1, lambda p: red(p, 1)[0] - black(p[0], 3)[1]),
    Measured("7.2.7", "分隔线", "与版心等宽", "official", "首页红线长", 156, 1, lambda p: p[0].bands(red=True)[1].right - p[0].bands(red=True)[1].left),
    Measured("7.3.1", "标题", "红线下空二行（20.78）", "official", "首页，红线到标题墨顶", 20.78, 2, lambda p: black(p[0], 4)[0] - red(p, 1)[1]),
    Measured("7.3.1", "标题", "居中", "official", "首页标题首行中线", 106, 0.5, lambda p: (p[0].bands(red=False)[4].left + p[0].bands(red=False)[4].right) / 2),
    Measured("7.3.2", "主送机关", "顶格", "official", "首页左边", 28, 1, lambda p: p[0].word("各乡镇").left),
    Measured("7.3.3", "正文", "左空二字", "official", "首页首段左边", 39.14, 0.7, lambda p: p[0].word("为进一步").left),
    Measured("7.3.3", "正文", "回行顶格", "official", "首页首段第二行左边", 28, 0.7, lambda p: p[0].word("事宜通知").left),
    Measured("7.3.4", "附件说明", "正文下空一行", "official", "第2页，结语到附件说明的行数", 2, 0.1, lambda p: gap_below(ending(p, "附件："), "请各单位")),
    Measured("7.3.4", "附件说明", "左空二字", "official", "第2页左边", 39.14, 0.7, lambda p: ending(p, "附件：").word("附件：").left),
    Measured("7.3.4", "附件说明", "第二个附件序号与第一个对齐", "official", "第2页，两序号左边之差", 0, 0.5, lambda p: (next(w.left for w in ending(p, "附件：").words if w.text == "2.") - ending(p, "附件：").word("附件：").left - 3 * 156 / 28)),
    Measured("7.3.5.1", "成文日期（盖章）", "右空四字（22.3）", "official", "落款页", 22.3, 1, lambda p: right_gap(ending(p, "2026年4月28日"), "示例县人民政府办公室")),
    Measured("7.3.5.1", "署名（盖章）", "以成文日期为准居中", "official", "落款页，中线之差", 0, 0.7, lambda p: off_centre(ending(p, "2026年4月28日"), "示例县人民政府办公室")),
    Measured("7.3.5.1", "联合行文署名", "最后一个署名居中压在成文日期上", "upward", "落款页，中线之差", 0, 0.7, lambda p: off_centre(ending(p, "2026年5月6日"), "中共示例县委")),
    Measured("7.3.5.2", "署名（不盖章）", "右空二字", "dandong-2021", "落款页", 11.1, 0.7, lambda p: (184 - [w for w in ending(p, "2021年5月8日（").words if w.text.startswith("丹东市人民政府办公室")][-1].right)),
    Measured("7.3.5.2", "成文日期（不盖章）", "首字比署名首字右移二字", "dandong-2021", "落款页，字数", 2, 0.2, lambda p: shift(ending(p, "2021年5月8日（"), "丹东市人民政府办公室")),
    Measured("7.3.6", "附注", "成文日期下一行", "dandong-2021", "落款页，行数", 1, 0.1, lambda p: gap_below(ending(p, "2021年5月8日（"), "2021")),
    Measured("7.3.6", "附注", "左空二字", "dandong-2021", "落款页左边（含括号半字）", 39.14, 3, lambda p: next(w for page in p for w in page.words if w.text.startswith("（此件")).left),
    Measured("7.3.7", "附件", "“附件”顶格，版心第一行", "dandong-2021", "末页首行顶", 37, 3, lambda p: p[-1].words[0].top),
    Measured("7.3.7", "附件标题", "版心第三行", "dandong-2021", "末页，距首行的行数", 2, 0.35, lambda p: (p[-1].word("市本级参加").top - p[-1].words[0].top) / (225 / 22)),
    Measured("7.3.7", "附件标题", "居中", "dandong-2021", "末页中线", 106, 0.5, lambda p: p[-1].word("市本级参加").middle),
    Measured("7.4.1", "版记末条分隔线", "与最后一面版心下边缘重合", "official", "末页", 262, 1, lambda p: p[-1].bands(red=False)[-2].bottom),
    Measured("7.4.1", "版记分隔线", "与版心等宽", "official", "末页", 156, 1, lambda p: p[-1].bands(red=False)[-2].right - p[-1].bands(red=False)[-2].left),
    Measured("7.4.2", "抄送机关", "左空一字（4号）", "official", "末页左边", 33, 0.7, lambda p: p[-1].word("抄送").left),
    Measured("7.4.3", "印发日期", "右空一字（4号）", "official", "末页右边", 179, 0.7, lambda p: max(w.right for w in p[-1].words if abs(w.top - p[-1].word("示例县人民政府办公室").top) < 2)),
    Measured("7.5", "页码", "一字线距版心下边缘 7，即 269", "dandong-2021", "第1页", 269, 1, lambda p: dash(p[0])),
    Measured("7.5", "页码", "单页居右空一字", "dandong-2021", "第1页", 4.94, 0.7, lambda p: dash_edge(p[0], even=False)),
    Measured("7.5", "页码", "双页居左空一字", "dandong-2021", "第2页", 4.94, 0.7, lambda p: dash_edge(p[1], even=True)),
    Measured("8", "横排表格", "页码位置与其他页一致（竖看下边 28）", "dalian-gaoxin-2020", "第4页，距横页左边", 28, 1.5, lambda p: next((w.left + w.right) / 2 for w in p[3].words if w.text == "4" and w.left < 35)),
    Measured("8", "横排表格", "页码位置与其他页一致（竖看下边 28）", "letter", "第4页，距横页左边", 28, 1.5, lambda p: next((w.left + w.right) / 2 for w in p[3].words if w.text == "4" and w.left < 35)),
    Measured("10.1", "信函标志", "上边缘距上页边 30", "letter", "首页红字墨顶", 30, 1, lambda p: red(p, 0)[0]),
    Measured("10.1", "信函第一条双线", "标志下 4", "letter", "首页", 4, 1, lambda p: red(p, 1)[0] - red(p, 0)[1]),
    Measured("10.1", "信函第二条双线", "距下页边 20，即 277", "letter", "首页", 277, 1, lambda p: p[0].bands(red=True)[-2].top),
    Measured("10.1", "信函双线", "长 170", "letter", "首页", 170, 1, lambda p: p[0].bands(red=True)[1].right - p[0].bands(red=True)[1].left),
    Measured("10.1", "信函发文字号", "距双线 4.84（3号汉字高的 7/8）", "letter", "首页", 4.84, 0.7, lambda p: black(p[0], 0)[0] - red(p, 2)[1]),
    Measured("10.1", "信函发文字号", "居右顶格", "letter", "首页右边", 184, 1, lambda p: p[0].bands(red=False)[0].right),
    Measured("10.1", "信函首页", "不显示页码", "letter", "首页版心以下的数字", 0, 0, lambda p: sum(w.text.isdigit() for w in p[0].words if w.top > 262)),
)  # fmt: skip

# Clause, element, what is asked, and the test that reads the XML.
ON_XML: tuple[tuple[str, str, str, str], ...] = (
    ("5.2.2", "字体", "每种样式写明中西文字体，没有主题字体；引号、破折号、间隔号归中文字体", "test_every_run_of_text_leans_to_the_chinese_font"),
    ("5.2.2", "生僻字", "GB 2312 以外的字单独换用有这个字的字体", "test_a_rare_character_is_a_run_of_its_own"),
    ("7.3.1", "标题", "给定的分行照排；没有给定而一行放不下的，在“关于”、引号等处断开，不拆名称和书名号，排成梯形或菱形", "test_titles_are_cut_by_sense"),
    ("7.3.2", "主送机关", "太多，首页一行正文也排不下的，移到版记，在抄送之上一行，之间没有分隔线；没有版记的加上。按每行 28 字数，一面版记也放不下的不移", "test_a_longer_list_goes_to_the_imprint_above_those_who_get_copies"),
    ("7.3.3", "层次", "一级黑体、二级楷体、三四级仿宋；内置标题样式，大纲级别 1—4", "test_headings_are_the_built_in_ones_with_outline_levels"),
    ("7.3.5.1", "联合行文署名", "按机关顺序从左到右、从上到下排，一排最多三个，排得下几个排几个；末排靠右，最后一个署名压在成文日期上", "test_joint_names_stand_in_their_order_the_last_above_the_date"),
    ("7.3.5.5", "落款", "落款不单独占一页：与附件说明最后一项或者正文最后两行、附注同页，别的不随着转页", "test_the_signature_keeps_to_the_text_and_the_note_to_the_date"),
    ("7.4", "版记", "在最后一面；`排版.yaml` 里写“版记所在页: 偶数页”的，总页数为单时另起一面（页数由 LibreOffice 数）", "test_the_imprint_moves_to_an_even_page_on_request"),
    ("7.5", "页码", "真正的 PAGE 域，单双页各有页脚", "test_the_page_number_is_a_field_between_dashes_on_odd_and_even_pages"),
    ("8", "表格", "表头每页重复，行不跨页，组名纵横合并", "test_the_task_table_is_merged_down_and_across"),
    ("8", "表格", "跨页的组名、发布途径在每页重印", "test_on_every_page_the_group_and_the_channel_are_seen"),
    ("8", "横排表格", "横页，竖页不受影响", "test_the_wide_table_lies_on_its_side_and_the_text_does_not"),
)  # fmt: skip

BY_EYE: tuple[tuple[str, str, str], ...] = (
    ("6.2", "颜色", "红色是否正红；屏幕上用 FF0000"),
    ("7.2.4", "发文机关标志", "字号是否醒目、美观、庄重；默认尽量大，最大 52 磅"),
    ("7.3.1", "标题", "分行是否词意完整、排列对称；分行由活动文件给定"),
    ("7.3.5.1", "印章", "是否端正、居中下压署名和日期；署名上方留有盖章的空"),
    ("—", "电报", "表头的位置和粗细，国家标准没有规定，按通行的样子"),
)  # fmt: skip

NOT_DONE: tuple[tuple[str, str, str], ...] = (
    ("7.2.4", "联合行文的发文机关标志", "并列几个机关的标志未做；写主办机关一个（7.2.4 允许）"),
    ("7.3.5.3", "签名章", "未做；打印后手工加盖"),
    ("7.3.7", "不能与正文一起装订的附件", "左上角加发文字号的样式未做"),
    ("10.2、10.3", "命令、纪要", "不是通知，未做"),
    ("4、6.3", "纸张、装订", "印制的事"),
)  # fmt: skip
