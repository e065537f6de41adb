"""The document tree as one self-contained web page: for the 专栏 of a portal, for phones, for print."""

from ...document import Document
from ...gbt9704 import STANDARD, Standard
from .blocks import Page
from .style import STYLE

_HEAD = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
"""
_FOOT = """</main>
</body>
</html>
"""


def write(document: Document, standard: Standard = STANDARD) -> bytes:
    """Write a document as HTML: no script, nothing to fetch, headings and merged cells kept."""
    page = Page(document, standard)
    head = _HEAD.format(title=page.title, style=STYLE)
    return (head + "\n".join(page.lines()) + "\n" + _FOOT).encode()
