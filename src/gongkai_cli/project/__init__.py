"""The office's folder. The only package that opens files."""

from typing import TYPE_CHECKING

from ..ondemand import on_demand

if TYPE_CHECKING:
    from .clock import now
    from .compiled import CompiledTemplates
    from .edits import changes
    from .fonts import font_families
    from .git import at_revision, is_revision
    from .libreoffice import count_pages, to_pdf
    from .memory import note
    from .messages import WRONG_ADDRESS, Address, addresses, notify
    from .office import beginning, furnish
    from .overrides import STYLE, packaged_templates, style, templates
    from .record import append, has_record, read_record
    from .shelf import Outcome, Shelf, kept, leftover
    from .sources import (
        TEMPLATES,
        Found,
        campaigns,
        has_campaigns,
        has_templates,
        new_campaign,
        read,
        read_document,
        record_path,
        shown,
        shown_record,
        survey,
    )
    from .statuspage import page_template
    from .writing import save

__getattr__ = on_demand(
    __name__,
    {
        "now": "clock",
        "font_families": "fonts",
        "at_revision": "git",
        "is_revision": "git",
        "count_pages": "libreoffice",
        "to_pdf": "libreoffice",
        "note": "memory",
        "WRONG_ADDRESS": "messages",
        "Address": "messages",
        "CompiledTemplates": "compiled",
        "addresses": "messages",
        "notify": "messages",
        "furnish": "office",
        "beginning": "office",
        "page_template": "statuspage",
        "append": "record",
        "has_record": "record",
        "read_record": "record",
        "Outcome": "shelf",
        "Shelf": "shelf",
        "kept": "shelf",
        "leftover": "shelf",
        "Found": "sources",
        "campaigns": "sources",
        "has_campaigns": "sources",
        "has_templates": "sources",
        "new_campaign": "sources",
        "read": "sources",
        "read_document": "sources",
        "record_path": "sources",
        "shown": "sources",
        "shown_record": "sources",
        "survey": "sources",
        "changes": "edits",
        "STYLE": "overrides",
        "TEMPLATES": "sources",
        "packaged_templates": "overrides",
        "style": "overrides",
        "templates": "overrides",
        "save": "writing",
    },
)


__all__ = [
    "STYLE",
    "TEMPLATES",
    "WRONG_ADDRESS",
    "Address",
    "CompiledTemplates",
    "Found",
    "Outcome",
    "Shelf",
    "addresses",
    "append",
    "at_revision",
    "beginning",
    "campaigns",
    "changes",
    "count_pages",
    "font_families",
    "furnish",
    "has_campaigns",
    "has_record",
    "has_templates",
    "is_revision",
    "kept",
    "leftover",
    "new_campaign",
    "note",
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
    "style",
    "survey",
    "templates",
    "to_pdf",
]
