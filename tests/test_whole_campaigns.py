"""Sound campaigns in, sound documents out: laws over whole files, drawn in every shape there is."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from html.parser import HTMLParser

import icalendar
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from conftest import ROOT, one_of
from gongkai_cli import deadlines
from gongkai_cli.calendars import events, ics
from gongkai_cli.deadlines.matters import matters
from gongkai_cli.document import Annex as DocumentAnnex
from gongkai_cli.document import Block, Cell, Document, Imprint, Masthead, Table
from gongkai_cli.docxtext import text_of
from gongkai_cli.gbt9704 import STANDARD
from gongkai_cli.loading import Loaded, load
from gongkai_cli.mdreader import read
from gongkai_cli.model import Annex, Campaign, Item
from gongkai_cli.plan import units
from gongkai_cli.project.overrides import templates
from gongkai_cli.rendering import document_names, sheets
from gongkai_cli.templating import Templates
from gongkai_cli.writers import writer
from support.all_documents import render, understood
from support.document_text import docx_text, without_blanks
from support.drawn_campaigns import campaigns, files
from support.invariants import (
    PATH,
    agenda_of,
    dates_are_in_order,
    file_is_answered,
    mending_ends,
    parts_are_xml,
)
from support.yaml_styles import Said, written

OFFICE = Templates(templates(ROOT))
NAMES = document_names(templates(ROOT))
FORMATS = ("docx", "md", "html")
NOW = datetime(2026, 5, 18, 9)


def loaded(text: str) -> Loaded:
    found = load(text.encode(), PATH)
    assert [finding for finding in found.findings if finding.severity == "error"] == []
    return found


@given(campaigns(), st.integers(0, 2**32), st.integers(0, 2**32))
@one_of(4)
def test_a_file_says_the_same_however_it_is_typed(said: Said, one: int, other: int) -> None:
    first, second = (understood(loaded(written(said, seed)))[0] for seed in (one, other))
    assert first == second
    # Equal mappings may differ in their order, which 正文 is numbered by.
    assert list(first.body) == list(second.body) == list(said["正文"])


@given(files)
@one_of(10)
def test_every_document_is_made_in_every_format_and_twice_the_same(text: str) -> None:
    found = loaded(text)
    made = list(render(found, OFFICE, NAMES, FORMATS))
    assert len({one.path for one in made}) == len(made)
    assert made == list(render(found, OFFICE, NAMES, FORMATS))
    for one in made:
        match one.path.suffix:
            case ".docx":
                parts_are_xml(one.data)
            case ".html":
                HTMLParser().feed(one.data.decode())
            case _:
                assert one.data.decode().endswith("\n")


@given(files)
@one_of(4)
def test_the_notice_holds_every_text_it_is_to_print(text: str) -> None:
    found = loaded(text)
    word, plain = render(found, OFFICE, ["notice"], ["docx", "md"])
    shown, typed = (
        without_blanks(docx_text(word.data)),
        without_blanks(_markdown_text(plain.data.decode())),
    )
    for said in _printed(understood(found)[0]):
        wanted = without_blanks(said).rstrip("。；")
        assert wanted in shown, said
        assert wanted in typed, said


def _printed(campaign: Campaign) -> Iterator[str]:
    """Every text of a campaign that its notice has a place for."""
    header = campaign.header
    yield from header.title
    # They sign one by one, without the 、 between them.
    yield from "、".join(header.signatures or (header.issuer,)).split("、")
    for one in (header.recipients, header.note, header.copies_to, header.printer):
        yield one or ""
    for paragraphs in (campaign.intro, campaign.closing):
        yield from paragraphs.split("\n")
    for heading, section in campaign.body.items():
        yield heading
        yield from section.text.split("\n")
        for name, value in section.lines.items():
            yield f"{name}：{value}"
        for item in section.items:
            yield from _printed_of_item(item)
    for name, values in campaign.contact.items():
        yield name
        yield from values
    for annex in campaign.annexes:
        yield from _printed_of_annex(annex)


def _printed_of_item(item: Item) -> Iterator[str]:
    for inner in item.walk():
        yield inner.title or ""
        yield from inner.text.split("\n")
        yield from inner.leaders


def _printed_of_annex(annex: Annex) -> Iterator[str]:
    yield annex.title or ""
    yield from annex.text.split("\n")
    yield from annex.remark.split("\n")
    yield from annex.names
    yield from annex.columns
    for row in annex.rows:
        yield from row


def _markdown_text(text: str) -> str:
    """The text of rendered Markdown, each cell as often as it is there."""
    return "".join(
        child.content
        for token in MarkdownIt("commonmark").enable("table").parse(text)
        for child in token.children or ()
        if child.type.startswith("text")
    )


@given(files)
@one_of(10)
def test_word_and_markdown_say_the_same(text: str) -> None:
    for sheet in sheets(*understood(loaded(text)), NAMES):
        whole = read(OFFICE.render(sheet.template, sheet.view), PATH)
        # Word lays out the head and 版记, Markdown lists what they say.
        running = (block for block in whole.blocks if not isinstance(block, Masthead | Imprint))
        document = Document(tuple(running))
        word = writer("docx")(document, STANDARD)
        unmerged = _unmerged(document)
        if _goes_on(word, unmerged):
            # Each of its pages says once more what its rows belong to.
            word = writer("docx")(unmerged, STANDARD)
        plain = writer("md")(unmerged, STANDARD)
        assert without_blanks(text_of(word, PATH)) == without_blanks(_markdown_text(plain.decode()))


def _goes_on(word: bytes, unmerged: Document) -> bool:
    """Whether a table with merged cells runs over more than one page."""
    return len(_heads(word)) > len(_heads(writer("docx")(unmerged, STANDARD)))


def _heads(word: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        return re.findall("<w:tblHeader/>", archive.read("word/document.xml").decode())


def _unmerged(document: Document) -> Document:
    """Without merged cells, whose text Markdown would say as often as they have places."""

    def blocks(these: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(map(block, these))

    def block(one: Block) -> Block:
        match one:
            case Table():
                return one._replace(head=cells(one.head), rows=tuple(map(cells, one.rows)))
            case DocumentAnnex():
                return replace(one, blocks=blocks(one.blocks))
            case _:
                return one

    def cells(row: tuple[Cell | None, ...]) -> tuple[Cell | None, ...]:
        return tuple(Cell(cell.lines if cell else ()) for cell in row)

    return Document(blocks(document.blocks))


@given(files)
@one_of(4)
def test_what_falls_due_is_in_order_and_has_somebody_known(text: str) -> None:
    found = loaded(text)
    agenda = agenda_of(found)
    assert agenda is not None
    assert found.campaign is not None
    dates_are_in_order(agenda)
    known = {unit.unit for unit in units(found.campaign)}
    assert {entry.unit for entry in agenda.entries} <= {*known, None}
    unread = {entry.due_text for entry in agenda.entries if entry.span is None} - {None, "无"}
    warned = [finding for finding in found.findings if finding.code == "GK210"]
    # Nothing drops out of the reminder in silence.
    assert len(unread) <= len(warned)


@given(files)
@one_of(4)
def test_the_calendar_can_be_read(text: str) -> None:
    agenda = agenda_of(loaded(text))
    assert agenda is not None
    standings = deadlines.standings(agenda, (), NOW)
    made = events([(agenda, matters(standings))])
    calendar = icalendar.Calendar.from_ical(ics(made, "活动"))
    read = calendar.walk("VEVENT")
    # The reader takes a byte order mark away wherever a value begins with one.
    told = [str(one["summary"]).replace("\ufeff", "") for one in read]
    assert told == [one.summary.replace("\ufeff", "") for one in made]
    assert len({str(one["uid"]) for one in read}) == len(made)
    for one in read:
        assert "DTEND" not in one or one.decoded("DTSTART") <= one.decoded("DTEND")


@given(files)
@one_of(4)
def test_checking_and_mending_keep_their_laws(text: str) -> None:
    file_is_answered(text.encode())
    mending_ends(text.encode())
