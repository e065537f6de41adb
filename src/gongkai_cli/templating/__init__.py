"""Template texts and data to Markdown text, and to our own page. The only package that imports jinja2.

An office's templates run in Jinja's sandbox, see nothing but the view, and every value is escaped.
"""

from .page import html
from .sandbox import Source
from .templates import SUFFIX, Templates

__all__ = ["SUFFIX", "Source", "Templates", "html"]
