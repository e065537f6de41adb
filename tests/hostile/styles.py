"""House styles (templates/排版.yaml) that would break a page or a document."""

from .case import CAMPAIGN, SOUND, STYLE, Case, Content, case


def _of(name: str, content: Content) -> Case:
    return case(
        name,
        {CAMPAIGN: SOUND, STYLE: content},
        "validate",
        "render -t notice -f docx -f html",
    )


CASES = (
    _of("GBK", "正文字体: 仿宋\n".encode("gbk")),
    _of("3 MB", lambda: "#" * 3_000_000),
    _of("嵌套 10 万层", lambda: "正文字体: " + "[" * 100_000),
    _of("别名炸弹", "a: &a [x]\nb: [*a, *a]\n"),
    _of("标签", "正文字体: !!python/name:os.system\n"),
    _of("字体名注入 XML", "正文字体: '仿宋\"/><w:br/>'\n"),
    _of("字体名注入样式表", "正文字体: '仿宋;} body{display:none} </style><script>'\n"),
    _of("字体名有控制字符", '正文字体: "仿\\x1b宋"\n'),
    _of("字体名 10 万字", lambda: f"正文字体: {'长' * 100_000}\n"),
    _of("没有的项 5 万个", lambda: "".join(f"项{n}: 值\n" for n in range(50_000))),
    _of("负的和无穷的量", "天头: -37\n订口: .inf\n"),
    _of("很长的量", lambda: f"天头: {'9' * 100_000}\n"),
    _of("全角的量", "天头: ３７毫米\n"),
    _of("值是清单", "天头: [37]\n"),
    _of("空的", ""),
)
