"""Output formats: each is one function from a document tree to bytes."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

from ..document import Document
from ..gbt9704 import Standard

Writer = Callable[[Document, Standard], bytes]

# Format (and file ending) → module with a function ``write``. Imported when first used: to load the
# writer of DOCX takes longer than to render a Markdown file.
WRITERS: Mapping[str, str] = MappingProxyType({"docx": "docx", "md": "markdown", "html": "html"})

USUAL = ("docx", "md")
"""The formats made unless told: a page for the web is wanted of one document or two."""


def writer(name: str) -> Writer:
    """The writer of one format. Raises KeyError for a format there is none for."""
    return cast("Writer", import_module(f"{__name__}.{WRITERS[name]}").write)
