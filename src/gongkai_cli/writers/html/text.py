"""Lines of text as HTML: whatever they say, it can only be shown as itself."""

import re
from html import escape

from ...document import Line, Lines

# A line to write on: on a narrow page it ends at the edge instead of going on below.
_FILL = re.compile("＿{4,}")


def inline(line: Line) -> str:
    """One line, with its emphasis."""
    return "".join(
        f"<strong>{_text(span.text)}</strong>" if span.strong else _text(span.text) for span in line
    )


def _text(text: str) -> str:
    return _FILL.sub(r'<span class="fill">\g<0></span>', escape(text))


def broken(lines: Lines) -> str:
    """Lines with a break between them."""
    return "<br>".join(map(inline, lines))
