"""Documents of small campaign files, for tests that look at the printed words."""

from collections.abc import Mapping

import yaml

from gongkai_cli.loading import load
from gongkai_cli.templating import Templates
from support.all_documents import render

HEAD: Mapping[str, object] = {
    "活动": "5·15 政务公开日",
    "年份": "2026",
    "公文": {
        "发文机关": "示例县人民政府办公室",
        "标题": "关于开展“5·15 政务公开日”活动的通知",
        "成文日期": "2026年4月28日",
    },
    "正文": {"活动时间": "5月14日至21日"},
}


def written(said: Mapping[str, object], office: Templates, name: str = "notice") -> str:
    """The Markdown of a document: the head, with these keys in place of its own."""
    text = yaml.safe_dump({**HEAD, **said}, allow_unicode=True, sort_keys=False, width=1000)
    loaded = load(text.encode(), "文件.yaml")
    documents = render(loaded, office, [name], ["md"])
    return "\n".join(document.data.decode() for document in documents)
