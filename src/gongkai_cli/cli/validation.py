"""What there is to say of one campaign file: found out, or known from the last time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import report
from ..decoding import decode
from ..finding import Finding, Refused, plain, restored
from ..project import clock, files, memory, record, writing
from .standings import agenda_in, read_progress

if TYPE_CHECKING:
    from ..checking import Checked
    from ..loading import Loaded
    from ..templating import Source, Templates

Sources = tuple[tuple[str, "Source"], ...]
"""An office's templates by name; none where it has none of its own."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What there is to say of one file, as it will be printed, and ``changes`` made in it.

    ``accepted`` is how many findings the file itself accepts.
    """

    printed: tuple[report.Told, ...]
    accepted: int = 0
    changes: str = ""


@dataclass(frozen=True, slots=True)
class Presentation:
    """How findings are printed: the format, and whether with the lines they are about."""

    format_: str
    quoted: bool
    color: bool

    def of(
        self, findings: Iterable[Finding], sources: Mapping[str, str]
    ) -> tuple[report.Told, ...]:
        shown = sources if self.quoted else None
        return report.told(findings, self.format_, shown, color=self.color)


@dataclass(frozen=True, slots=True)
class _Result:
    """All that follows from the file and the templates alone.

    ``loaded`` is None where that is known from the last time; not ``lasting`` is what another run
    may find otherwise, for memory was short.
    """

    findings: tuple[Finding, ...]
    accepted: int
    loaded: "Loaded | None" = None
    lasting: bool = True


def validate_one(
    one: files.Found, *, sources: Sources, fix: bool, presentation: Presentation
) -> Seen:
    """Look at one file and its record; with ``fix`` mend it first."""
    root = Path()
    path = files.shown(one, root)
    changes, accepted, data = "", 0, b""
    findings = set[Finding]()
    try:
        data = files.read(one.path)
        if fix:
            data, result, changes = _mended(one.path, data, path, sources, findings)
        else:
            result = _known_or_judged(one.path, data, path, sources)
        accepted = result.accepted
        findings.update(result.findings)
        findings.update(_of_record(one, data, result.loaded, root))
    except Refused as refused:
        findings.update(refused.findings)
    texts: dict[str, str] = {}
    if presentation.quoted and findings:
        texts = {source.path: source.text for _, source in sources}
        texts[path] = decode(data, path)[0] or ""
    return Seen(presentation.of(findings, texts), accepted, changes)


def _mended(
    file: Path, data: bytes, path: str, sources: Sources, findings: set[Finding]
) -> tuple[bytes, _Result, str]:
    """A file with its edits made where it stands, and what to say of them; refusals join ``findings``."""
    from ..checking import examine
    from ..mending import mend

    mended = mend(data, path)
    while mended.applied and (now := files.read(file)) != data:  # somebody saved it meanwhile
        data, mended = now, mend(now, path)
    changes = ""
    if mended.applied:
        try:
            writing.save(file, mended.data)
            data, changes = mended.data, report.changes(mended.applied)
        except Refused as refused:
            findings.update(refused.findings)
    checked = mended.checked if mended.data == data else examine(data, path)
    return data, _judged(checked, sources), changes


def _known_or_judged(file: Path, data: bytes, path: str, sources: Sources) -> _Result:
    texts = (part for name, source in sources for part in (name, source.path, source.text))
    note = memory.note("validate", file, path, data, *texts)
    if note and (known := note.recall(_recalled)):
        return known
    from ..checking import examine

    result = _judged(examine(data, path), sources)
    if note and result.lasting:
        note.keep([result.accepted, *map(plain, result.findings)])
    return result


def _recalled(kept: Sequence[Any]) -> _Result:
    accepted, *findings = kept
    return _Result(tuple(map(restored, findings)), accepted)


def _judged(checked: "Checked", sources: Sources) -> _Result:
    refused = tuple(_by_template(checked, sources)) if sources else ()
    findings = chain(checked.findings, *(one.findings for one in refused))
    return _Result(
        tuple(sorted(set(findings))),
        len(checked.accepted),
        checked.loaded,
        not any(isinstance(one.__cause__, (MemoryError, RecursionError)) for one in refused),
    )


def _of_record(
    one: files.Found, data: bytes, loaded: "Loaded | None", root: Path
) -> tuple[Finding, ...]:
    """What is wrong with the progress record beside a file that can be used."""
    if not record.has_record(one):
        return ()
    try:
        agenda = agenda_in(data, one, root, loaded)
    except Refused:
        return ()  # the file's own findings say why
    return read_progress(one, agenda, root, clock.now())[1]


@lru_cache(1)
def _templates(sources: Sources) -> "Templates":
    from ..project.compiled import CompiledTemplates
    from ..templating import Templates

    return Templates(dict(sources), CompiledTemplates())


def _by_template(checked: "Checked", sources: Sources) -> Iterator[Refused]:
    """What goes wrong when the documents are worded: one of each kind, written to nowhere."""
    from ..rendering import document_names, sheets, typeset

    campaign, context = checked.loaded.campaign, checked.loaded.context
    if campaign is not None and context is not None:
        wanted = sheets(campaign, context, document_names(dict(sources)))
        kinds = {sheet.template: sheet for sheet in reversed(wanted)}
        for sheet in kinds.values():
            try:
                tuple(typeset(sheet, _templates(sources), ("md",)))
            except Refused as refused:
                yield refused
