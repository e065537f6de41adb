"""What holds for every file, however broken: findings that can be found, read and acted on.

The property tests and the coverage-guided runs of ``benchmarks/fuzz`` hold the program to these.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from xml.etree import ElementTree as ET

from gongkai_cli import agenda, deadlines, office_style, report
from gongkai_cli.checking import Checked, examine
from gongkai_cli.dates.grammar import understand
from gongkai_cli.dates.span import Context, NotUnderstood, Span, begins, day_of
from gongkai_cli.dates.weekdays import with_weekdays
from gongkai_cli.deadlines import Agenda
from gongkai_cli.decoding import decode_lines
from gongkai_cli.finding import Finding, Refused, has_errors
from gongkai_cli.gbt9704 import STANDARD
from gongkai_cli.loading import Loaded
from gongkai_cli.mdreader import read
from gongkai_cli.mending import mend
from gongkai_cli.plaindata import walk
from gongkai_cli.writers import WRITERS, writer

PATH = "文件.yaml"
_CODE = re.compile(r"GK\d{3}")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_LONGEST = 700
_STAND_IN = "略"
_NOW = datetime(2026, 5, 20, 9)


def lines_of(data: bytes) -> list[str]:
    """The lines of a file as an editor shows them."""
    text = data.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def findings_are_sound(findings: Sequence[Finding], lines: Sequence[str], path: str) -> None:
    """Each points into the file and speaks Chinese; together they are sorted, none twice."""
    assert list(findings) == sorted(set(findings))
    for finding in findings:
        place = finding.place
        assert place.path == path
        assert 1 <= place.line <= len(lines), finding
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1, finding
        assert _CODE.fullmatch(finding.code), finding
        (line,) = report.text((finding,)).split("\n")[:-1]
        assert len(line) <= _LONGEST, finding
        for said in (finding.message, finding.hint):
            assert _CHINESE.search(said), finding


def file_is_answered(data: bytes) -> Checked:
    """Any bytes give findings or a campaign; what is found lies in the file."""
    checked = examine(data, PATH)
    findings_are_sound(checked.findings, lines_of(data), PATH)
    loaded = checked.loaded
    assert (loaded.campaign is None) == has_errors(loaded.findings)
    assert loaded.campaign in (None, loaded.partial)
    if loaded.tree is not None and _STAND_IN not in "".join(lines_of(data)):
        # What could not be read has left nothing behind.
        assert _STAND_IN not in {text for _, text in walk(loaded.tree.data)}
    if due := agenda_of(loaded):
        dates_are_in_order(due)
    return checked


def agenda_of(loaded: Loaded) -> Agenda | None:
    """What a campaign makes due, or what can be understood of it; None where that is none."""
    if loaded.partial is None or loaded.context is None:
        return None
    return agenda.agenda_of(loaded.partial, "文件", PATH, loaded.context)


def dates_are_in_order(due: Agenda) -> None:
    """Nothing is due before it begins, and each row is told whole."""
    for entry in due.entries:
        assert entry.id
        assert entry.title
        if entry.span and entry.span.start and entry.span.due:
            ends_after_it_begins(entry.span)
    standings = deadlines.standings(due, (), _NOW)
    assert [one.entry for one in standings] == list(due.entries)
    assert len(deadlines.rows(due, standings)) == len(due.entries)
    findings_are_sound(deadlines.undated(due), [""], PATH)


def ends_after_it_begins(span: Span) -> None:
    assert span.start is not None
    assert span.due is not None
    if isinstance(span.due, datetime) and isinstance(span.start, datetime):
        assert span.start <= span.due, span
    assert day_of(span.start) <= day_of(span.due), span


def mending_ends(data: bytes) -> None:
    """Mending twice is mending once, and a file is never the worse for it."""
    before = examine(data, PATH)
    once = mend(data, PATH)
    findings_are_sound(once.checked.findings, lines_of(once.data), PATH)
    checked = examine(once.data, PATH)
    assert (once.checked.findings, once.checked.accepted) == (checked.findings, checked.accepted)
    again = mend(once.data, PATH)
    assert (again.data, again.applied) == (once.data, ())
    assert len(lines_of(once.data)) == len(lines_of(data))
    if before.loaded.campaign is not None:
        assert once.checked.loaded.campaign is not None
    if before.loaded.tree is not None:
        assert once.checked.loaded.tree is not None


_QUOTED = re.compile("里的“(.*)”看不明白$")
# 2026-05-20 is read, and quoted, as 2026年05月20日.
_IN_DIGITS = re.compile(r"\d{4}[-./．／]\d")


def _narrow(text: str) -> str:
    """Without blanks and commas, its digits and colons those of ASCII, as expressions are read."""
    return "".join(text.replace("，", "").replace("早晨", "早上").split()).translate(
        str.maketrans("０１２３４５６７８９：∶", "0123456789::")
    )


def date_is_answered(text: str, context: Context) -> Span | None:
    """Any text is a span in order, or is refused with a sentence and a hint."""
    span = _understood(text, context)
    if isinstance(span, NotUnderstood):
        assert _CHINESE.search(span.message)
        assert _CHINESE.search(span.hint)
        assert with_weekdays(text, context) == text
        if (said := _QUOTED.search(span.message)) and not _IN_DIGITS.search(text):
            assert _narrow(said[1]) in _narrow(text)
        return None
    assert bool(span.due) + span.open_ended + bool(span.again) == 1, span
    if span.start and span.due:
        ends_after_it_begins(span)
    told = with_weekdays(text, context)
    assert len(told) >= len(text)
    return span


def record_is_answered(data: bytes, due: Agenda) -> None:
    """Any bytes are marks or findings; all of them can be settled and told."""
    text, unread = decode_lines(data, PATH)
    lines = [line.decode("utf-8-sig", "replace") for line in data.splitlines()] or [""]
    findings_are_sound(unread, [*lines, ""], PATH)
    if text is None:
        assert unread
        return
    shown = text.split("\n")
    marks, wrong = deadlines.read(text, PATH, due.context)
    findings_are_sound(wrong, shown, PATH)
    facts, unsettled = deadlines.settle(marks, due, _NOW)
    findings_are_sound(unsettled, shown, PATH)
    assert len(marks) <= len(shown)
    rows = deadlines.standings(due, facts, _NOW)
    assert len(rows) == len(due.entries)
    assert len(deadlines.outcomes(due, facts, _NOW)) <= len(rows)
    for fact in facts:
        assert begins(fact.mark.on).date() <= _NOW.date()
        line = deadlines.line_of(fact.mark.on, fact.entry, done=fact.mark.done, evidence="佐证")
        (mark,), said = deadlines.read(line, PATH, due.context)
        assert (mark.on, mark.done, said) == (fact.mark.on, fact.mark.done, ())


def style_is_answered(data: bytes) -> None:
    """Any bytes give a page that can be printed on, and findings about the rest."""
    style, findings = office_style.read_style(data, PATH)
    findings_are_sound(findings, lines_of(data), PATH)
    assert style.left + style.type_width < style.paper_width
    assert style.type_bottom < style.paper_height


def markdown_is_answered(text: str) -> None:
    """Any text that a template may make is a document in every format, or refused at the template."""
    for finding in _refused(text):
        assert finding.place.path == PATH
        assert _CHINESE.search(finding.message)


def _understood(text: str, context: Context) -> Span | NotUnderstood:
    try:
        return understand(text, context)
    except NotUnderstood as refused:
        return refused


def _refused(text: str) -> tuple[Finding, ...]:
    try:
        document = read(text, PATH)
        made = {name: writer(name)(document, STANDARD) for name in WRITERS}
    except Refused as refused:
        return refused.findings
    parts_are_xml(made["docx"])
    return ()


def parts_are_xml(data: bytes) -> None:
    """Every part of a DOCX can be parsed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(archive.read(name))  # noqa: S314 (our own output)
