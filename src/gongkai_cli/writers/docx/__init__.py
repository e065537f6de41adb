"""The document tree as DOCX in the official layout."""

from ...document import Document
from ...gbt9704 import STANDARD, Standard
from .package import Properties, assemble
from .pages import pages
from .recipients import placed


def write(document: Document, standard: Standard = STANDARD) -> bytes:
    """Write a document as DOCX. The same tree gives the same bytes, always and everywhere."""
    issuer = next((block.names[0] for block in document.signatures if block.names), "")
    properties = Properties(document.title, issuer)
    return assemble(pages(placed(document, standard), standard), properties, standard)
