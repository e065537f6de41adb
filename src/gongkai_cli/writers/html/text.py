"""Lines of text as HTML: whatever they say, it can only be shown as itself."""

from html import escape

from ...document import Line, Lines


def inline(line: Line) -> str:
    """One line, with its emphasis."""
    return "".join(
        f"<strong>{escape(span.text)}</strong>" if span.strong else escape(span.text)
        for span in line
    )


def broken(lines: Lines) -> str:
    """Lines with a break between them."""
    return "<br>".join(map(inline, lines))
