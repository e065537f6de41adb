"""Template texts and data to Markdown text. The only package that imports jinja2.

Templates run in Jinja's sandbox, see nothing but the view, and every value is escaped.
"""

from .sandbox import Source
from .templates import SUFFIX, Templates

__all__ = ["SUFFIX", "Source", "Templates"]
