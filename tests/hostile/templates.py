"""Templates from somebody else that would get out of the sandbox, or never come to an end."""

from .case import CAMPAIGN, NOTICE, SOUND, Case, Content, case

_RENDER = "render -t notice -f md -f docx"


def _of(name: str, content: Content, **others: Content) -> Case:
    """An office's own template for the notice; ``others`` are parts beside it."""
    files = {f"templates/{part}.md.j2": text for part, text in others.items()}
    return case(name, {CAMPAIGN: SOUND, NOTICE: content, **files}, _RENDER)


def _lines(name: str, *lines: str, **others: Content) -> Case:
    return _of(name, "# 通知\n\n" + "\n".join(lines) + "\n", **others)


_SHELL = "__import__('os').system('touch ../outside/中招')"
_LOOPS = "{% for 甲 in range(1000) %}"
_ENDS = "{% endfor %}"

CASES = (
    _lines("类的链", "{{ ''.__class__.__mro__[1].__subclasses__() }}"),
    _lines("类的链，方括号", "{{ ''['__class__']['__base__'] }}"),
    _lines("类的链，字典", "{{ 公文['__class__'].__init__.__globals__ }}"),
    _lines("类的链，清单", "{{ 正文.__class__.__base__ }}"),
    _lines("类的链，数", "{{ (1).__class__.__bases__ }}"),
    _lines("类的链，下划线写成转义", "{{ ''['\\x5f\\x5fclass\\x5f\\x5f'] }}"),
    _lines("类的链，拼起来", "{{ ''['__cla' ~ 'ss__'] }}"),
    _lines("过滤器 attr", "{{ ''|attr('__class__') }}"),
    _lines("过滤器 map，取属性", "{{ ['']|map(attribute='__class__')|list }}"),
    _lines("过滤器 map，多级属性", "{{ [公文]|map(attribute='__class__.__mro__')|list }}"),
    _lines("过滤器 map，另一个过滤器", "{{ ['']|map('attr', '__class__')|list }}"),
    _lines("过滤器 sort，取属性", "{{ ['', 'a']|sort(attribute='__class__.__name__')|list }}"),
    _lines("过滤器 sum，取属性", "{{ ['']|sum(attribute='__class__') }}"),
    _lines("过滤器 groupby，取属性", "{{ ['']|groupby('__class__')|list }}"),
    _lines("过滤器 selectattr", "{{ ['']|selectattr('__class__')|list|length }}"),
    _lines("过滤器 unique，取属性", "{{ ['', 1]|unique(attribute='__class__')|list|length }}"),
    _lines("方法 format", "{{ '{0.__class__}'.format(公文) }}"),
    _lines("方法 format_map", "{{ '{a.__class__}'.format_map({'a': 公文}) }}"),
    _lines("方法 format，绕道 map", "{{ ['{0.__class__}']|map('format', 公文)|list }}"),
    _lines("方法 format，绕道变量", "{% set f = '{0.__class__}'.format %}{{ f(公文) }}"),
    _lines("过滤器 format", "{{ '%s'|format(公文) }}"),
    _lines("百分号格式", "{{ '%(a)s' % {'a': 公文} }}"),
    _lines("百分号格式，很宽", "{{ '%999999999d' % 1 }}"),
    _lines("lipsum", "{{ lipsum.__globals__['os'].popen('id').read() }}"),
    _lines("cycler", "{{ cycler.__init__.__globals__ }}"),
    _lines("joiner", "{{ joiner.__init__.__globals__ }}"),
    _lines("namespace", "{{ namespace.__init__.__globals__ }}"),
    _lines("dict", "{{ dict(a=1) }}"),
    _lines("self", "{{ self.__init__.__globals__ }}"),
    _lines("self，内部", "{{ self._TemplateReference__context.name }}"),
    _lines("loop，内部", "{% for 甲 in [1] %}{{ loop.__class__ }}{% endfor %}"),
    _lines("loop，私有", "{% for 甲 in [1] %}{{ loop._iterable }}{% endfor %}"),
    _lines("loop，换一个", "{% for 甲 in [1] %}{{ loop.cycle.__func__ }}{% endfor %}"),
    _lines("url_for", "{{ url_for.__globals__ }}"),
    _lines("config", "{{ config.items() }}"),
    _lines("range，内部", "{{ range.__globals__ }}"),
    _lines("过滤器当函数", "{{ (''|list).append.__self__ }}"),
    _lines("改动清单", "{% set _ = 正文.append('x') %}{{ 正文|length }}"),
    _lines("改动字典", "{{ 公文.update({'标题': 'x'}) }}"),
    _lines("生成器的帧", "{{ (正文|map('list')).gi_frame.f_globals }}"),
    _lines("生成器的代码", "{{ (正文|select).gi_code }}"),
    _lines("import", "{% import 'os' as os %}{{ os.system }}"),
    _lines("from import", "{% from '/etc/passwd' import x %}"),
    _lines("include，文件夹外面", "{% include '../../outside/原有.txt' %}"),
    _lines("include，绝对路径", "{% include '/etc/passwd' %}"),
    _lines("include，不是字符串", "{% include 正文 %}"),
    _lines("include，缺了也行", "{% include '/etc/passwd' ignore missing %}"),
    _lines("include，自己", "{% include 'notice.md.j2' %}"),
    _lines("include，两个互相", "{% include '_乙.md.j2' %}", _乙="{% include 'notice.md.j2' %}"),
    _lines(
        "include，一分为二",
        "{% set 层 = (层 or 0) + 1 if 层 is defined else 1 %}",
        "{% if 层 < 40 %}{% include 'notice.md.j2' %}{% include 'notice.md.j2' %}{% endif %}",
    ),
    _lines("extends，自己", "{% extends 'notice.md.j2' %}"),
    _lines("extends，文件夹外面", "{% extends '../../outside/原有.txt' %}"),
    _lines("block，自己", "{% block 甲 %}{{ self.甲() }}{% endblock %}"),
    _lines("block，一分为二", "{% block 甲 %}{{ self.甲() }}{{ self.甲() }}{% endblock %}"),
    _lines("宏，自己", "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}"),
    _lines("call 块", "{% call f() %}{% endcall %}"),
    _lines("扩展：do", "{% do 正文.clear() %}"),
    _lines("扩展：debug", "{% debug %}"),
    _lines("扩展：翻译", "{% trans %}x{% endtrans %}{{ _('x') }}{{ gettext('x') }}"),
    _lines("autoescape", "{% autoescape true %}<b>{{ 活动 }}</b>{% endautoescape %}"),
    _lines("过滤器 safe", "{{ '<script>'|safe }}"),
    _lines("过滤器 tojson", "{{ 公文|tojson }}"),
    _lines("过滤器 xmlattr", "{{ {'a b><script': 1}|xmlattr }}"),
    _lines("过滤器 pprint", "{{ 公文|pprint }}"),
    _lines("过滤器 random", "{{ 正文|random }}"),
    _lines("判断 filter、test 内部", "{{ 'x' is callable }}{{ 'x' is test }}"),
    _lines("循环 1000 的三次方", _LOOPS * 3 + "甲" + _ENDS * 3),
    _lines("循环 1000 的十九次方", _LOOPS * 19 + "甲" + _ENDS * 19),
    _lines("空循环 1000 的三次方", _LOOPS * 3 + _ENDS * 3),
    _lines("循环里 include", _LOOPS * 2 + "{% include '_乙.md.j2' %}" + _ENDS * 2, _乙="乙"),
    _lines(
        "循环套在条件里",
        "{% for 甲 in range(1000) if 甲 in range(1000)|list %}{% for 乙 in range(1000) if 乙 in range(1000)|list %}甲{% endfor %}{% endfor %}",
    ),
    _lines("recursive 循环", "{% for 甲 in [1, 2] recursive %}{{ loop([1, 2]) }}{% endfor %}"),
    _lines("range 太长", "{% for 甲 in range(10000000000) %}甲{% endfor %}"),
    _lines("range 转成清单", "{{ range(10000000000)|list|length }}"),
    _lines("乘出长文字", "{{ '长' * 1000000000 }}"),
    _lines("乘出长清单", "{{ ([0] * 1000000000)|length }}"),
    _lines("乘方", "{{ 9 ** 9 ** 9 }}"),
    _lines("乘法叠乘", *["{% set 数 = 999999 %}", "{% set 数 = 数 * 数 %}" * 30, "{{ 数 }}"]),
    _lines(
        "加法倍增", "{% set 文 = '长长长长' %}", *["{% set 文 = 文 + 文 %}"] * 40, "{{ 文|length }}"
    ),
    _lines(
        "连接倍增", "{% set 文 = '长长长长' %}", *["{% set 文 = 文 ~ 文 %}"] * 40, "{{ 文|length }}"
    ),
    _lines(
        "清单倍增", "{% set 单 = [1, 2] %}", *["{% set 单 = 单 + 单 %}"] * 40, "{{ 单|length }}"
    ),
    _lines(
        "清单套清单",
        "{% set 单 = [1, 2] %}",
        *["{% set 单 = [单, 单] %}"] * 30,
        "{{ 单|join|length }}",
    ),
    _lines(
        "replace 倍增",
        "{% set 文 = 'aa' %}",
        *["{% set 文 = 文|replace('a', 文) %}"] * 8,
        "{{ 文|length }}",
    ),
    _lines(
        "join 倍增",
        "{% set 文 = 'aa' %}",
        *["{% set 文 = [文, 文, 文]|join(文) %}"] * 20,
        "{{ 文|length }}",
    ),
    _lines("slice 10 亿份", "{{ [1]|slice(1000000000)|list|length }}"),
    _lines("batch 补到 10 亿", "{{ [1]|batch(1000000000, 'x')|list|length }}"),
    _lines("map 套 map", "{{ range(1000)|map('string')|map('center', 999999999)|list|length }}"),
    _lines(
        "split 很多",
        "{% set 文 = 'a' %}",
        *["{% set 文 = 文 ~ 文 %}"] * 16,
        "{% for 甲 in range(1000) %}{% set 单 = 文.split('') %}{% endfor %}",
    ),
    _lines("很长的数", "{{ " + "9" * 5000 + " }}"),
    _lines("很长的数，过滤器 int", "{{ ('9' * 3)|int + ('" + "9" * 5000 + "')|int }}"),
    _lines("浮点的无穷", "{{ 1e999|int }}"),
    _lines("除数是零", "{{ 1 / 0 }}{{ 1 // 0 }}"),
    _lines("五万次印 1000 字", "{% set 文 = '" + "长" * 1000 + "' %}", *["{{ 文 }}"] * 20_000),
    _lines("表达式嵌套 2000 层", "{{ " + "(" * 2_000 + "1" + ")" * 2_000 + " }}"),
    _lines("不 不 不", "{{ " + "not " * 5_000 + "1 }}"),
    _lines("加号一千个", "{{ 1" + " + 1" * 5_000 + " }}"),
    _lines("点一千个", "{{ 公文" + ".a" * 5_000 + " }}"),
    _lines("过滤器一千个", "{{ 活动" + "|trim" * 3_000 + " }}"),
    _lines("if 嵌套 300 层", "{% if 1 %}" * 300 + "{% endif %}" * 300),
    _lines("elif 五千个", "{% if 0 %}" + "{% elif 0 %}" * 5_000 + "{% endif %}"),
    _lines("for 嵌套 40 层", "{% for 甲 in [1] %}" * 40 + _ENDS * 40),
    _lines("没有收尾的注释", "{# 没有收尾"),
    _lines("没有收尾的花括号", "{{ 活动"),
    _lines("raw 不收尾", "{% raw %}{{ 活动 }}"),
    _lines("行语句和十万个百分号", "{%" * 50_000),
    _of("模板 1.9 MB 的文字", lambda: "# 通知\n\n" + "长" * 630_000 + "\n"),
    _of("模板 1.9 MB 的左花括号", lambda: "{" * 1_900_000),
    _of("模板 3 MB", lambda: "文" * 1_000_000),
    _of("模板是 GBK", "# 通知\n".encode("gbk")),
    _of("模板有 NUL", "# 通知\n\0\n"),
    _of("模板有转义序列", "# 通知\n\n\x1b[2J\n"),
    _lines("HTML 标签和脚本", "<script>alert(1)</script><img src=x onerror=alert(1)>"),
    _lines("链接和图片", "[点](javascript:alert(1)) ![图](file:///etc/passwd)"),
    _lines("Markdown 引用嵌套", ">" * 5_000 + " 文"),
    _lines("Markdown 清单嵌套", *("  " * n + "- 文" for n in range(300))),
    _lines("Markdown 星号", "*" * 50_000 + "文"),
    _lines("Markdown 方括号", "[" * 50_000 + "文"),
    _lines("Markdown 反引号", "`" * 30_000 + "文" + "``` " * 10_000),
    _lines("Markdown 表格很宽", "| " * 5_000 + "|", "| - " * 5_000 + "|", "| 甲 " * 5_000 + "|"),
    _lines("部分嵌套", *("::: 附件" for _ in range(300))),
    _lines("部分没有收尾", "::: 主送", "各单位："),
    case(
        "模板文件名是路径",
        {
            CAMPAIGN: SOUND,
            "templates/..\\中招.md.j2": "# 中招\n",
            "templates/CON.md.j2": "# 设备\n",
        },
        "render -f md -t ..\\中招 -t CON",
        posix=True,
    ),
    case(
        "模板文件名有转义序列",
        {CAMPAIGN: SOUND, "templates/\x1b[2J.md.j2": "{{ 没有 }}\n"},
        "render -f md -t \x1b[2J",
        posix=True,
    ),
    case(
        "模板文件名是隐藏的",
        {CAMPAIGN: SOUND, "templates/.md.j2": "# 无名\n", "templates/.gongkai.md.j2": "# 清单\n"},
        "validate",
        "render -f md",
    ),
    case(
        "模板全套由 validate 看",
        {CAMPAIGN: SOUND, NOTICE: "# 通知\n\n{{ ''.__class__ }}\n"},
        "validate",
    ),
)
