"""YAML meant to hang its reader, to build objects, or to say one thing and mean another."""

from .case import CAMPAIGN, SOUND, Case, Content, case


def _of(name: str, content: Content) -> Case:
    return case(name, {CAMPAIGN: content}, "validate")


def _round(name: str, content: Content) -> Case:
    return case(name, {CAMPAIGN: content}, "validate", "validate --fix", "check-deadlines")


def _with(name: str, line: str) -> Case:
    return _of(name, SOUND + line + "\n")


CASES = (
    _of("方括号嵌套 10 万层", lambda: SOUND + "x: " + "[" * 100_000),
    _of("方括号嵌套 5 万层，配对", lambda: SOUND + "x: " + "[" * 50_000 + "]" * 50_000 + "\n"),
    _of("花括号嵌套 10 万层", lambda: SOUND + "x: " + "{a: " * 100_000),
    _of("短横嵌套 30 万层", lambda: "- " * 300_000 + "a\n"),
    _of("问号嵌套 10 万层", lambda: "? " * 100_000 + "a\n"),
    _of("缩进嵌套 1500 层", lambda: SOUND + "".join(f"{' ' * n}a:\n" for n in range(1_500))),
    _of("引号里的右括号掩护嵌套", lambda: SOUND + "x: " + '["]",' * 30_000 + "1" + "]" * 30_000),
    _of("键里嵌套", lambda: SOUND + "{" * 200 + "a" + "}: b" * 200 + "\n"),
    _with("活动文件嵌套 99 层", "导语: " + "[" * 98 + "文" + "]" * 98),
    _of(
        "别名炸弹",
        "a: &a [哈, 哈]\n"
        + "".join(
            f"{n}: &{n} [{('*' + p + ', ') * 9}]\n"
            for p, n in zip("abcdefgh", "bcdefghi", strict=True)
        ),
    ),
    _of("别名平方", lambda: f"a: &a {'长' * 10_000}\nb: [{'*a, ' * 30_000}]\n"),
    _with("循环别名：清单", "导语: &x [*x]"),
    _with("循环别名：键值", "导语: &x {甲: *x}"),
    _of("循环别名：全文", "&x 活动: 甲\n年份: *x\n"),
    _round("循环别名：旁边有空着的键", SOUND + "印发日期:\n导语: &x {甲: [*x]}\n"),
    _round("循环别名：旁边有看不懂的一行", SOUND + "结语: 甲: 乙\n导语: &x {甲: [*x]}\n"),
    _of("全文是锚点", "&x\n" + SOUND),
    _with("别名作键", "&x 导语: 文\n*x : 文"),
    _with("别名作值", "导语: &x 文\n结语: *x"),
    _with("锚点后面换行", "结语: &q\n  >\n  第一"),
    _with("没有的别名", "导语: *无"),
    _of("2 万个锚点", lambda: SOUND + "".join(f"k{n}: &a{n} v\n" for n in range(20_000))),
    _with("重复的键", "活动: 乙"),
    _with("重复的键：花括号", "导语: {甲: 1, 甲: 2}"),
    _with("标签：执行命令", "导语: !!python/object/apply:os.system ['touch ../outside/中招']"),
    _with("标签：新建对象", "导语: !!python/object/new:subprocess.Popen [['touch', '中招']]"),
    _with("标签：程序里的名称", "导语: !!python/name:os.system"),
    _with("标签：模块", "导语: !!python/module:antigravity"),
    _of("标签：全文是对象", "!!python/object:builtins.dict\n" + SOUND),
    _with("标签：二进制", "导语: !!binary R0lGODlhDAAMAIQAAP=="),
    _with("标签：集合", "导语: !!set {甲, 乙}"),
    _with("标签：有序表", "导语: !!omap [甲: 乙]"),
    _with("标签：整数", "导语: !!int 12"),
    _with("标签：文字，接到下一行", "导语: !!str 第一\n  第二"),
    _with("标签：本地", "导语: !命令 文"),
    _with("标签：完整网址", "导语: !<tag:example.com,2000:x> 文"),
    _of("标签的前缀", "%TAG ! tag:example.com,2000:\n---\n" + SOUND + "导语: !x 文\n"),
    _of("YAML 指令：没有的版本", "%YAML 9.9\n---\n" + SOUND),
    _of("YAML 指令：1.1", "%YAML 1.1\n---\n" + SOUND),
    _of("YAML 指令：不认得", "%INCLUDE /etc/passwd\n---\n" + SOUND),
    _with("合并键", "导语: &x 文\n<<: {活动: 乙}"),
    _with("合并键：清单", "<<: [{活动: 乙}, {年份: 2027}]"),
    _with("第二个文档", "---\n活动: 乙"),
    _with("文档结束以后还有文字", "...\n%偷偷的"),
    _of("只有文档的记号", "---\n...\n"),
    _with("键是清单", "? [甲, 乙]\n: 文"),
    _with("键是空的", ": 文"),
    _with("键是波浪号", "~: 文"),
    _with("值是波浪号", "活动名称: ~"),
    _with("没有收尾的引号", '结语: "没有收尾'),
    _with("没有收尾的括号", "结语: [没有收尾"),
    _with("块的缩进写 9", "结语: |9\n 文"),
    _with("块的缩进写 0", "结语: |0\n  文"),
    _with("制表符缩进", "结语:\n\t文"),
    _with("保留的符号", "结语: @文\n导语: `文`"),
    _of("无穷大的年份", SOUND.replace("2026", ".inf", 1)),
    _of("科学记数的年份", SOUND.replace("2026", "2.026e3", 1)),
    _of("六十进制的年份", SOUND.replace("2026", "33:46", 1)),
    _of("十六进制的年份", SOUND.replace("2026", "0x7EA", 1)),
    _of("活动是真假值", SOUND.replace("政务公开日\n", "yes\n", 1)),
    _of(
        "机关和标题是空白",
        SOUND.replace("示例县人民政府办公室", "' '").replace(
            "关于开展政务公开日活动的通知", "['']"
        ),
    ),
    _of("标题是空的清单", SOUND.replace("关于开展政务公开日活动的通知", "[]")),
    _of("顶层是文字", "政务公开日\n"),
    _of("顶层是清单", "- 活动: 甲\n"),
)
