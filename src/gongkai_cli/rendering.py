"""From a campaign and templates to finished documents, in memory."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from .dates.span import Context
from .document import Apart, Document, Imprint
from .filenames import file_stems
from .gbt9704 import STANDARD, Standard
from .mdreader import read
from .model import Campaign
from .templating import SUFFIX, Templates
from .view import campaign_view, unit_views
from .writers import writer

PER_UNIT = "unit-tasks"
"""The template that is rendered once for each unit, into a folder of its name."""

SURVEY = "questionnaire"
"""The template for campaigns that ask the public something; the others have no such document."""

TABLE = "task-table"
"""The template that lists the tasks, for campaigns that have some: a meeting has none."""

SUMMARY = "summary"
"""The template that is made of the progress record besides."""

PROGRESS = "进展"
"""What templates know the record by."""


class Rendered(NamedTuple):
    """A finished document and where it belongs below the campaign's output folder."""

    path: PurePosixPath
    data: bytes


def document_names(sources: Mapping[str, Any]) -> tuple[str, ...]:
    """The documents there are templates for; a name beginning with _ is part of another."""
    names = (name.removesuffix(SUFFIX) for name in sources if name.endswith(SUFFIX))
    return tuple(sorted(name for name in names if not name.startswith("_")))


class Sheet(NamedTuple):
    """One document to be rendered: its template, its path without ending, what it sees besides."""

    template: str
    stem: str
    view: Mapping[str, Any]


def sheets(
    campaign: Campaign,
    context: Context,
    names: Sequence[str],
    progress: Mapping[str, Any] | None = None,
    *,
    only: Collection[str] = (),
) -> tuple[Sheet, ...]:
    """The documents that the named templates make of a campaign and, if there is one, its record.

    ``context`` reads the campaign's dates; ``only`` limits the sheets of units to these, if any are given.
    """
    view = campaign_view(campaign, context) | {PROGRESS: progress}
    needed = {SURVEY: bool(campaign.survey), TABLE: bool(view["任务"])}
    found: list[Sheet] = []
    for name in names:
        if name == PER_UNIT:
            units = unit_views(campaign, context)
            # A sheet has the same name whether it is made alone or with the others.
            stems = zip(units.items(), file_stems(units), strict=True)
            found += (
                Sheet(name, f"{name}/{stem}", view | unit)
                for (of, unit), stem in stems
                if not only or of in only
            )
        elif needed.get(name, True):
            found.append(Sheet(name, name, view))
    return tuple(found)


def typeset(
    sheet: Sheet,
    templates: Templates,
    formats: Sequence[str],
    standard: Standard = STANDARD,
    count_pages: Callable[[bytes], int] | None = None,
) -> Iterator[Rendered]:
    """One document in each format, on the page of ``standard``.

    ``count_pages`` lays a DOCX out; without it 版记 stays on the last page, odd or even.
    Raises Refused, with the template's place, where the template is at fault.
    """
    text = templates.render(sheet.template, sheet.view)
    document = read(text, templates.path(sheet.template))
    for ending in formats:
        if ending == "docx" and count_pages and standard.imprint_page == "偶数页":
            data = _on_even_page(document, standard, count_pages)
        else:
            data = writer(ending)(document, standard)
        yield Rendered(PurePosixPath(f"{sheet.stem}.{ending}"), data)


def _on_even_page(
    document: Document, standard: Standard, count_pages: Callable[[bytes], int]
) -> bytes:
    """A DOCX with 版记, where it has one, on an even page.

    On an odd page it moves to the next; where it stood alone there already, a blank page comes
    between.
    """
    from .writers.docx.recipients import placed  # the writer is not loaded for other formats

    # 版记 may be there only because of 主送.
    document = placed(document, standard)
    data = writer("docx")(document, standard)
    if any(isinstance(block, Imprint) for block in document.blocks):
        ways: tuple[Apart, ...] = ("own page", "after blank page")
        for apart in ways:
            if count_pages(data) % 2:
                data = writer("docx")(_imprint_apart(document, apart), standard)
    return data


def _imprint_apart(document: Document, apart: Apart) -> Document:
    blocks = (
        replace(block, apart=apart) if isinstance(block, Imprint) else block
        for block in document.blocks
    )
    return Document(tuple(blocks))
