"""The office's folder. The only package that opens files.

A name's module is loaded when it is first asked for: a command pays for what it uses.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .clock import now
    from .fonts import font_families
    from .git import at_revision, is_revision
    from .libreoffice import count_pages, to_pdf
    from .messages import Address, addresses, notify
    from .office import furnish, skeleton
    from .page import page_template
    from .record import append, has_record, read_record
    from .shelf import Outcome, Shelf
    from .sources import (
        Found,
        campaigns,
        has_campaigns,
        new_campaign,
        read,
        read_document,
        record_path,
        shown,
        shown_record,
        survey,
    )
    from .watcher import changes
    from .wording import STYLE, TEMPLATES, packaged_templates, style, templates
    from .writing import save

_HOMES = {
    "now": "clock",
    "font_families": "fonts",
    "at_revision": "git",
    "is_revision": "git",
    "count_pages": "libreoffice",
    "to_pdf": "libreoffice",
    "Address": "messages",
    "addresses": "messages",
    "notify": "messages",
    "furnish": "office",
    "skeleton": "office",
    "page_template": "page",
    "append": "record",
    "has_record": "record",
    "read_record": "record",
    "Outcome": "shelf",
    "Shelf": "shelf",
    "Found": "sources",
    "campaigns": "sources",
    "has_campaigns": "sources",
    "new_campaign": "sources",
    "read": "sources",
    "read_document": "sources",
    "record_path": "sources",
    "shown": "sources",
    "shown_record": "sources",
    "survey": "sources",
    "changes": "watcher",
    "STYLE": "wording",
    "TEMPLATES": "wording",
    "packaged_templates": "wording",
    "style": "wording",
    "templates": "wording",
    "save": "writing",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)


__all__ = [
    "STYLE",
    "TEMPLATES",
    "Address",
    "Found",
    "Outcome",
    "Shelf",
    "addresses",
    "append",
    "at_revision",
    "campaigns",
    "changes",
    "count_pages",
    "font_families",
    "furnish",
    "has_campaigns",
    "has_record",
    "is_revision",
    "new_campaign",
    "notify",
    "now",
    "packaged_templates",
    "page_template",
    "read",
    "read_document",
    "read_record",
    "record_path",
    "save",
    "shown",
    "shown_record",
    "skeleton",
    "style",
    "survey",
    "templates",
    "to_pdf",
]
